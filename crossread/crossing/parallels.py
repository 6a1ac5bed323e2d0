"""Sentences of two reports that tell the same: where one of the reports is dated, they help to date the other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossread.crossing.daysigns import resolved
from crossread.days import Interval, is_anchored, resolve
from crossread.records import Published, Reading, TimeValue

SAME = 0.55
"""Likeness (cosine) from which on two sentences may tell the same event."""
LEADS = 0.55
"""Likeness of two leads from which on reports are taken to be of one story."""
LEAD = 6
"""Sentences of a lead."""
SAME_DAYS = 0.36
"""Of two reports of one incident that come out in the same days, the share with the very same day; from there the
likelihood falls with FALL as the power of the gap (421 reports of 90 shootings: .21 the same day, .39 within one, .51
within three)."""
FALL = 1.6
ANY_DAY = 1 / 300
"""Likelihood of a day if the two reports have nothing to do with each other: one of a year's."""
SHARPNESS = 12
"""Power to which likeness counts among the neighbours: one with the same lead outweighs three of the same war."""
TOGETHER = 7
"""Days: dated reports of a story that lie within them of each other make it probable that the undated do too."""
CROWDED = 0.95
"""Trust if all of many dated reports lie together."""
STRONGEST = 2.5
"""Most that one sentence's agreement can weigh: sentences of one story are alike without telling the same."""
SAME_WEEKDAY = 1.4
"""How much more agreement weighs if both sentences name the same weekday: strangers do so in one of seven cases."""
MONTH = 30
"""Days among which two sentences about one story that do not tell the same agree by chance."""
NARROW = 7
"""Days: wider ones agree with nearly everything and are not compared."""

Matrix = NDArray[np.float64]
TELLING = frozenset({"absolute", "partial", "weekday", "relative", "weekend", "range"})


class Telling(NamedTuple):
    """One sentence that has a meaning: its embedding, and its date expressions that name days."""

    meaning: Matrix
    times: tuple[TimeValue, ...]


class Neighbour(NamedTuple):
    """A dated report of the same story."""

    published: Published
    likeness: float
    trust: float  # probability that the two reports came out in the same days

    def nearness(self, day: date) -> float:
        """How much likelier `day` is, because of its nearness in time, than any day."""
        gap = max((self.published.start - day).days, (day - self.published.end).days, 0)
        return SAME_DAYS / float((1 + gap) ** FALL) / ANY_DAY


def _trusted(found: Sequence[tuple[Published, float]]) -> list[Neighbour]:
    """Neighbours with their trust: half at a likeness of 0.78; more where the story's dated reports lie together."""
    neighbours = []
    for published, likeness in found:
        others = [p for p, _ in found if p is not published]
        together = sum(_gap(published, other) <= TOGETHER for other in others) / (len(others) + 1)
        neighbours.append(Neighbour(published, likeness, max(_strength(likeness) ** 1.2, CROWDED * together)))
    return neighbours


def _gap(a: Published, b: Published) -> int:
    return max((a.start - b.end).days, (b.start - a.end).days, 0)


def drawn(neighbours: Sequence[Neighbour], day: date) -> float:
    """Log-likelihood of `day`: the report lies near one of its neighbours, or near none."""
    weights = [_strength(neighbour.likeness) ** SHARPNESS for neighbour in neighbours]
    if not any(weights):
        return 0.0
    most = max(neighbour.trust for neighbour in neighbours)
    near = sum(w * n.nearness(day) for w, n in zip(weights, neighbours, strict=True)) / sum(weights)
    return log(1 - most + most * near)


class Told(NamedTuple):
    """What a sentence of a dated report says when: the expression, its days, and how alike the sentence is."""

    value: TimeValue
    days: Interval
    likeness: float


class Agreement(NamedTuple):
    """One sentence of an undated report, and what dated reports say in sentences like it."""

    mine: tuple[TimeValue, ...]
    theirs: tuple[Told, ...]

    def weight(self, day: date) -> float:
        """How much speaks for `day` because the sentence's days agree then: the more the narrower they are."""
        best = 0.0
        for value in self.mine:
            found = resolved(value, day)
            if found is None or found.start is None or found.end is None:
                continue
            for told in self.theirs:
                best = max(best, _agreement(value, found, told))
        return best


def _agreement(value: TimeValue, found: Interval, told: Told) -> float:
    other = told.days
    if found.start is None or found.end is None or other.start is None or other.end is None:
        return 0.0
    if found.start > other.end or other.start > found.end:
        return 0.0
    width = max(found.end - found.start, other.end - other.start) // timedelta(1) + 1
    same = value.kind == told.value.kind == "weekday" and value.weekday == told.value.weekday
    trust = min(0.9, _strength(told.likeness) ** 2 * (SAME_WEEKDAY if same else 1.0))
    return min(STRONGEST, log(1 - trust + trust * max(1.0, MONTH / width)))


def _strength(likeness: float) -> float:
    """0 at half likeness, 1 at full."""
    return max(0.0, 2 * likeness - 1)


def tellings_of(reading: Reading) -> tuple[Telling, ...]:
    """The report's sentences that have an embedding."""
    found, at = [], 0
    for sentence in reading.sentences:
        times = []
        while at < len(reading.times) and reading.times[at].span.start < sentence.end:
            if reading.times[at].value.kind in TELLING and reading.times[at].anchor in ("none", "published"):
                times.append(reading.times[at].value)
            at += 1
        if sentence.embedding:
            found.append(Telling(np.asarray(sentence.embedding), tuple(times)))
    return tuple(found)


def meanings(tellings: Sequence[Telling]) -> tuple[Matrix, Matrix] | None:
    """The embeddings of all sentences, and of the lead."""
    if not tellings:
        return None
    rows = np.stack([telling.meaning for telling in tellings])
    mean = rows[:LEAD].mean(axis=0)
    return rows, mean / (float(np.linalg.norm(mean)) or 1.0)


def compare(
    mine: Sequence[Telling], others: Sequence[tuple[Sequence[Telling], Published]]
) -> tuple[list[Neighbour], list[Agreement]]:
    """What dated reports say about the day of an undated one."""
    own = meanings(mine)
    if own is None:
        return [], []
    found: list[tuple[Published, float]] = []
    agreeing: dict[int, list[Told]] = {}
    for tellings, published in others:
        other = meanings(tellings)
        if other is None or (leads := float(own[1] @ other[1])) < LEADS:
            continue
        found.append((published, leads))
        day = Interval(published.start, published.end)
        likeness = own[0] @ other[0].T
        for i, j in zip(*np.nonzero(likeness >= SAME), strict=True):
            if any(is_anchored(value) for value in mine[i].times):
                told = _told(tellings[j].times, day, float(likeness[i, j]))
                agreeing.setdefault(int(i), []).extend(told)
    agreements = [
        Agreement(tuple(v for v in mine[i].times if is_anchored(v)), tuple(theirs))
        for i, theirs in sorted(agreeing.items())
        if theirs
    ]
    return _trusted(found), agreements


def _told(times: Sequence[TimeValue], day: Interval, likeness: float) -> list[Told]:
    found = []
    for value in times:
        days = resolve(value, day)
        if days is not None and days.start and days.end and (days.end - days.start).days < NARROW:
            found.append(Told(value, days, likeness))
    return found
