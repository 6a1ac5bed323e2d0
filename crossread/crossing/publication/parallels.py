"""Sentences of two reports that tell the same: where one of the reports is dated, they help to date the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import log, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossread.crossing.publication.daysigns import resolved
from crossread.crossing.publication.stages import ORDINARY, Reach, Stage, reach, stage_of
from crossread.days import Interval, is_anchored, resolve
from crossread.embeddings import table
from crossread.records import Published, Reading, TimeValue

SAME = 0.55
"""Likeness (cosine) from which on two sentences may tell the same event."""
STORY = 0.2
"""Likeness of two reports (`themes.likeness`) from which on they may be of one story."""
NEIGHBOURS = 12
"""Dated reports, the most alike, with which an undated one is compared."""
AGREEMENTS = 8
"""Sentences of a report, those most alike to others', that help to date it."""
SAME_DAYS = 0.3
"""Of two reports of one incident that come out in the same days, the share with the very same day; from there the
likelihood falls with FALL as the power of the gap (421 reports of 90 shootings: .21 the same day, .39 within one, .51
within three)."""
FALL = 1.6
ANY_DAY = 1 / 300
"""Likelihood of a day if the two reports have nothing to do with each other: one of a year's."""
SHARPNESS = 8
"""Power to which likeness counts among the neighbours: the report most alike outweighs others of the same story."""
SURELY = 0.45
"""Likeness from which on two reports are of one story: of 421 reports of local shootings half of the pairs, and of
reports that somebody gathered nearly all."""
MOST = 0.95
"""Most that is made of neighbours: some report of a story comes out long after the others."""
STRONGEST = 2.5
"""Most that one sentence's agreement can weigh: sentences of one story are alike without telling the same."""
SAME_WEEKDAY = 1.4
"""How much more agreement weighs if both sentences name the same weekday: strangers do so in one of seven cases."""
MONTH = 30
"""Days among which two sentences about one story that do not tell the same agree by chance."""
NARROW = 7
"""Days: wider ones agree with nearly everything and are not compared."""

Matrix = NDArray[np.float64]
LEAD = 3
"""Sentences of a report, the title among them, that tell its news."""
UNDATED, CERTAIN = 0.65, 2
"""Likeness from which on a sentence of a dated report helps that gives no day, and the days within which that report
must have come out."""
IN_LEAD, ELSEWHERE = (9.0, 8.0, 3.0, 1.5, 1.0, 1.0, 1.0), (5.0, 5.0, 2.5, 1.5, 1.0, 1.0, 1.0)
"""How much more often than by chance a deed that a report tells without a day is of the day of the report, the day
before, …: in its lead, and elsewhere."""
LONG_AGO, AHEAD = 0.6, 0.1
"""The same for deeds of more than a week before, and of days after the report."""
TELLING = frozenset({"absolute", "partial", "weekday", "relative", "weekend", "range"})


class Tellings(NamedTuple):
    """A report's sentences that have a meaning: their embeddings, and their dates that name days; and which chapter of
    its story the report tells."""

    rows: Matrix
    times: tuple[tuple[TimeValue, ...], ...]
    stage: Stage = frozenset()


class Neighbour(NamedTuple):
    """A dated report of the same story, and how the undated one lies to it."""

    published: Published
    likeness: float
    reach: Reach = ORDINARY


def drawn(neighbours: Sequence[Neighbour], days: Sequence[date]) -> Matrix:
    """Log-likelihood of each day: the report came out near a neighbour (the less the farther), or whenever."""
    ordinals = np.array([day.toordinal() for day in days], dtype=np.float64)
    weights = [neighbour.likeness**SHARPNESS for neighbour in neighbours]
    if not any(weights):
        return np.zeros(len(ordinals))
    near = np.zeros(len(ordinals))
    for weight, neighbour in zip(weights, neighbours, strict=True):
        start, end = neighbour.published.start.toordinal(), neighbour.published.end.toordinal()
        gap = np.maximum(np.maximum(start - ordinals, ordinals - end), 0)
        close, before, after = neighbour.reach
        far = np.where(ordinals < start, before, np.where(ordinals > end, after, 1.0))
        near += weight / sum(weights) * (close * SAME_DAYS / (1 + gap) ** FALL / ANY_DAY + (1 - close) * far)
    alike = max(neighbour.likeness for neighbour in neighbours)
    most = min(MOST, (alike - STORY) / (SURELY - STORY))
    return np.log(1 - most + most * near)


class Told(NamedTuple):
    """What a sentence of a dated report says when: the expression, its days, and how alike the sentence is. Without an
    expression the days are those of the report, and `lead` says whether the sentence is of its lead."""

    value: TimeValue | None
    days: Interval
    likeness: float
    lead: bool = False


class Agreement(NamedTuple):
    """One sentence of an undated report, and what dated reports say in sentences like it."""

    mine: tuple[TimeValue, ...]
    theirs: tuple[Told, ...]

    def weight(self, day: date) -> float:
        """How much speaks for `day` because the sentence's days agree then: the more the narrower they are; less than
        nothing if others told the deed, without a day, before it."""
        weights = [
            _agreement(value, found, told)
            for value in self.mine
            if (found := resolved(value, day)) is not None and found.start is not None and found.end is not None
            for told in self.theirs
        ]
        best = max(weights, default=0.0)
        return best if best > 0 else min(weights, default=0.0)


def _agreement(value: TimeValue, found: Interval, told: Told) -> float:
    other = told.days
    if found.start is None or found.end is None or other.start is None or other.end is None:
        return 0.0
    if told.value is None:
        return _recency(found.end, other.start, other.end, told)
    if found.start > other.end or other.start > found.end:
        return 0.0
    width = max(found.end - found.start, other.end - other.start) // timedelta(1) + 1
    same = value.kind == told.value.kind == "weekday" and value.weekday == told.value.weekday
    trust = min(0.9, _strength(told.likeness) ** 2 * (SAME_WEEKDAY if same else 1.0))
    return min(STRONGEST, log(1 - trust + trust * max(1.0, MONTH / width)))


def _recency(deed: date, first: date, last: date, told: Told) -> float:
    """How well a deed of the day `deed` fits a report of the days `first` to `last` that tells it without a day."""
    trust = min(0.9, _strength(told.likeness) ** 2)
    gap = max((first - deed).days, 0)
    near = IN_LEAD if told.lead else ELSEWHERE
    ratio = AHEAD if deed > last else near[gap] if gap < len(near) else LONG_AGO
    return log(1 - trust + trust * ratio)


def _strength(likeness: float) -> float:
    """0 at half likeness, 1 at full."""
    return max(0.0, 2 * likeness - 1)


def tellings_of(reading: Reading) -> Tellings:
    """The report's sentences that have an embedding."""
    rows, found, at = [], [], 0
    for sentence in reading.sentences:
        times = []
        while at < len(reading.times) and reading.times[at].span.start < sentence.end:
            if reading.times[at].value.kind in TELLING and reading.times[at].anchor in ("none", "published"):
                times.append(reading.times[at].value)
            at += 1
        if sentence.embedding:
            rows.append(sentence.embedding)
            found.append(tuple(times))
    return Tellings(table(rows).astype(np.float64), tuple(found), stage_of(reading))


def compare(
    mine: Tellings, others: Sequence[tuple[Tellings, Published, float]]
) -> tuple[list[Neighbour], list[Agreement]]:
    """What dated reports, each with its likeness, say about the day of an undated one."""
    agreeing: dict[int, list[Told]] = {}
    found = []
    counted = [tuple(value for value in times if is_anchored(value)) for times in mine.times]
    rows = [i for i, values in enumerate(counted) if values]
    alike = [(-likeness, number) for number, (_, _, likeness) in enumerate(others) if likeness >= STORY]
    for negative, number in sorted(alike)[:NEIGHBOURS]:
        other, published, _ = others[number]
        day = Interval(published.start, published.end)
        if _width(day) <= NARROW:
            found.append(Neighbour(published, -negative, reach(mine.stage, other.stage)))
        if not rows or not len(other.rows):
            continue
        likeness = mine.rows[rows] @ other.rows.T
        for i, j in zip(*np.nonzero(likeness >= SAME), strict=True):
            told = _told(other.times[j], day, float(likeness[i, j]), int(j) < LEAD)
            agreeing.setdefault(rows[i], []).extend(told)
    agreements = [Agreement(counted[i], _most_alike(told)) for i, told in sorted(agreeing.items()) if told]
    return found, sorted(agreements, key=lambda a: -a.theirs[0].likeness)[:AGREEMENTS]


def agreed(agreements: Sequence[Agreement], day: date) -> float:
    """How much all of them speak for `day`: the fourth counts half as much as the first, for the sentences of
    two reports agree together or not at all."""
    weights = sorted((agreement.weight(day) for agreement in agreements), reverse=True)
    return sum(weight / sqrt(rank) for rank, weight in enumerate(weights, 1))


def _most_alike(told: Sequence[Told]) -> tuple[Told, ...]:
    return tuple(sorted(told, key=lambda t: (-t.likeness, t.days.start or date.max))[:NEIGHBOURS])


def _told(times: Sequence[TimeValue], day: Interval, likeness: float, lead: bool) -> list[Told]:
    if not times:
        return [Told(None, day, likeness, lead)] if likeness >= UNDATED and _width(day) <= CERTAIN else []
    found = []
    for value in times:
        days = resolve(value, day)
        if days is not None and days.start and days.end and _width(days) < NARROW:
            found.append(Told(value, days, likeness))
    return found


def _width(days: Interval) -> int:
    return (days.end - days.start).days if days.start and days.end else NARROW
