"""When each report came out, as far as its own clues, its text and the other reports tell.

1. Bounds: what the text tells as past is not later than the report, what it tells as future not earlier; the day on
   which a page was changed, shown or saved is not earlier either, and never taken as the day itself.
2. A report with a date of its own keeps it, unless its text tells what happened later as past.
3. For the others, each day between the bounds is weighed by what speaks for it: the day and month that the report
   gives as its news, its weekdays, its bare months, the days of dated reports of the same story, and sentences of
   these that tell the same. The days that together are probable are the answer, if they are few; reports dated so help
   to date the next.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import exp

import msgspec

from crossread.crossing.publication.daysigns import Bounds, Sign, bounds_of, own_signs
from crossread.crossing.publication.parallels import (
    SURELY,
    Agreement,
    Neighbour,
    Tellings,
    agreed,
    compare,
    drawn,
    tellings_of,
)
from crossread.crossing.publication.stages import ORDINARY
from crossread.crossing.themes import Themes
from crossread.records import Published, Reading, Report

PROBABLE = 0.75
"""Probability that the days of an answer must have together."""
SUPPORTED, TOGETHER = 0.45, 3
"""The same where so many dated reports of the story came out near the days. In gathered stories 2 of 16 answers then
miss the day; of 192 undated reports of local shootings, which others follow up weeks or years later, .44 do."""
WIDEST = 120
"""Days: an answer wider than this tells too little; the publication day then stays unknown."""
NEAR = timedelta(7)
"""Days within which reports of one story came out together."""
AROUND = 150
"""Days around the dated reports of the same story in which an undated one is looked for."""
LONG_AFTER = 400
"""The same where one of the reports tells a late chapter of the story."""
LONGEST = 7305
"""Days (twenty years) before or after the middle one of the alike reports' days beyond which one of them widens the
search no more: a page that bears the day 1 January 1700 would cost 100,000 days to weigh."""
AKIN, MOST = 0.22, 60
"""Likeness to a report from which on others are of its story, and how many at most: names weigh among these as if there
were no others. With seven stories in one run 18 of 25 days are then right, as many as with each story alone, and 17
with 300 reports of shootings besides (weighed among all reports of the run 15 and 17, at .1 17 and 16)."""
PROMISING = 120
"""Days, the most probable so far, for which sentence by sentence is compared."""
ROUNDS = (5, 15, WIDEST)
"""Widest answers, in days, that are accepted round by round: the sure ones first, and with their help the others."""


def date_reports(reports: tuple[Report, ...], readings: tuple[Reading, ...], themes: Themes) -> tuple[Report, ...]:
    """The reports with `published` as the days on one of which they came out; None where nothing tells."""
    bounds = [bounds_of(report, reading) for report, reading in zip(reports, readings, strict=True)]
    own = [_own(report, bound) for report, bound in zip(reports, bounds, strict=True)]
    dates = list(own)
    undated = [number for number, day in enumerate(own) if day is None]
    alike = {number: _story(number, themes) for number in undated}
    looked_at = sorted({*undated, *(other for near in alike.values() for other in near)})
    tellings = {number: tellings_of(readings[number]) for number in looked_at}
    answers: dict[int, tuple[dict[int, Published], Published | None]] = {}
    for widest in ROUNDS if undated else ():
        before, dates = dates, list(own)
        for number in undated:
            days = {other: day for other in sorted(alike[number]) if (day := before[other]) is not None}
            if number not in answers or answers[number][0] != days:  # else it would be the answer of the round before
                others = [(tellings[other], day, alike[number][other]) for other, day in days.items()]
                answers[number] = days, _dated(readings[number], bounds[number], tellings[number], others)
            found = answers[number][1]
            dates[number] = found if found and (found.end - found.start).days <= widest else None
    return tuple(msgspec.structs.replace(report, published=found) for report, found in zip(reports, dates, strict=True))


def _story(number: int, themes: Themes) -> dict[int, float]:
    """The reports that may be of one story with a report, and how alike they are to it, as names weigh among just
    these: what else there is to date makes no difference."""
    near = sorted((-alike, other) for other, alike in themes.near[number].items() if alike >= AKIN)[:MOST]
    others = [other for _, other in near]
    return dict(zip(others, themes.among(number, others), strict=True))


def _own(report: Report, bound: Bounds) -> Published | None:
    """The date that the report itself bears, unless its text tells something later as past."""
    found = report.published
    if found is None or found.basis in ("modified", "crawled"):
        return None
    return None if bound.told is not None and found.end < bound.told else found


def _dated(
    reading: Reading,
    bounds: Bounds,
    mine: Tellings,
    others: Sequence[tuple[Tellings, Published, float]],
) -> Published | None:
    """The days for which most speaks, however many they are."""
    neighbours, agreements = compare(mine, others)
    signs = own_signs(reading, bounds)
    window = _window(bounds, neighbours)
    if window is None or not (agreements or any(sign.basis for sign in signs)):
        return None  # a report of the same story alone tells nothing: stories go on for years
    days = [window[0] + timedelta(i) for i in range((window[1] - window[0]).days + 1)]
    pull = drawn(neighbours, days)
    weights = [sum(sign.weight(day) for sign in signs) + float(near) for day, near in zip(days, pull, strict=True)]
    for index in sorted(range(len(days)), key=lambda i: -weights[i])[:PROMISING]:
        weights[index] += agreed(agreements, days[index])
    best = days[max(range(len(days)), key=lambda i: weights[i])]
    first, last = _probable(days, weights, SUPPORTED if _supported(best, neighbours) else PROBABLE)
    return Published(first, last, _basis(first, signs, neighbours, agreements, bounds))


def _window(bounds: Bounds, neighbours: Sequence[Neighbour]) -> tuple[date, date] | None:
    """The days to weigh: between the bounds, and around the reports of the same story."""
    first, last = bounds.first, bounds.last
    around = AROUND if all(n.reach == ORDINARY for n in neighbours) else LONG_AFTER
    if neighbours:
        middle = sorted(n.published.start for n in neighbours)[len(neighbours) // 2]
        days = [n.published for n in neighbours if abs((n.published.start - middle).days) <= LONGEST]
        near = (_shifted(min(p.start for p in days), -around), _shifted(max(p.end for p in days), around))
        if not (last is not None and last < near[0]) and not (first is not None and first > near[1]):
            return max(near[0], first or near[0]), min(near[1], last or near[1])
    if last is None:
        return None
    earliest = _shifted(last, -2 * around)
    return (max(first, earliest) if first else earliest), last


def _shifted(day: date, days: int) -> date:
    """A day so many days later, or earlier; the last or first that there is where the calendar ends."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _supported(day: date, neighbours: Sequence[Neighbour]) -> bool:
    """Whether several dated reports of the story came out near `day`."""
    alike = [n for n in neighbours if n.likeness >= SURELY and n.reach == ORDINARY]
    near = [n for n in alike if n.published.start - day <= NEAR and day - n.published.end <= NEAR]
    return len(near) >= TOGETHER


def _probable(days: Sequence[date], weights: Sequence[float], share: float) -> tuple[date, date]:
    """First and last of the fewest days in a row that together are probable."""
    most = max(weights)
    shares = [exp(weight - most) for weight in weights]
    enough = share * sum(shares)
    best, first, reached = (0, len(days) - 1), 0, 0.0
    held = sum(shares)
    for last, share in enumerate(shares):
        reached += share
        while reached - shares[first] >= enough:
            reached -= shares[first]
            first += 1
        if reached >= enough and (last - first, -reached) < (best[1] - best[0], -held):
            best, held = (first, last), reached
    return days[best[0]], days[best[1]]


def _basis(
    day: date,
    signs: Sequence[Sign],
    neighbours: Sequence[Neighbour],
    agreements: Sequence[Agreement],
    bounds: Bounds,
) -> str:
    found = [sign.basis for sign in signs if sign.basis and sign.weight(day) > 0]
    if neighbours or any(agreement.weight(day) > 0 for agreement in agreements):
        found.append("neighbours")
    if any(neighbour.reach != ORDINARY for neighbour in neighbours):
        found.append("another chapter than theirs")
    if bounds.last is not None:
        found.append(f"not after {bounds.last} ({bounds.basis})")
    return ", ".join(dict.fromkeys(found))
