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

from crossread.crossing.daysigns import Bounds, Sign, bounds_of, own_signs
from crossread.crossing.parallels import Agreement, Neighbour, Tellings, compare, drawn, tellings_of
from crossread.records import Published, Reading, Report

NEARLY = 0.25
"""Likelihood beside the most probable day from which on a day next to it belongs to the answer."""
PROBABLE = 0.3
"""Probability that the answer must reach."""
SURE = 0.6
"""Probability that a wide answer covers where no few days are probable enough."""
WIDEST = 200
"""Days: an answer wider than this tells nothing; the publication day then stays unknown."""
AROUND = 150
"""Days around the dated reports of the same story in which an undated one is looked for."""
PROMISING = 120
"""Days, the most probable so far, for which sentence by sentence is compared."""
ROUNDS = (5, 15, WIDEST)
"""Widest answers, in days, that are accepted round by round: the sure ones first, and with their help the others."""


def date_reports(reports: tuple[Report, ...], readings: tuple[Reading, ...]) -> tuple[Report, ...]:
    """The reports with `published` as the days on one of which they came out; None where nothing tells."""
    bounds = [bounds_of(report, reading) for report, reading in zip(reports, readings, strict=True)]
    own = [_own(report, bound) for report, bound in zip(reports, bounds, strict=True)]
    dates = list(own)
    if None in dates:
        tellings = [tellings_of(reading) for reading in readings]
        for widest in ROUNDS:
            before, dates = dates, list(own)
            for number, reading in enumerate(readings):
                if own[number] is None:
                    others = [
                        (telling, day)
                        for i, (telling, day) in enumerate(zip(tellings, before, strict=True))
                        if day is not None and telling is not None and i != number
                    ]
                    dates[number] = _dated(reading, bounds[number], tellings[number], others, widest)
    return tuple(
        msgspec.structs.replace(report, published=found) for report, found in zip(reports, dates, strict=True)
    )


def _own(report: Report, bound: Bounds) -> Published | None:
    """The date that the report itself bears, unless its text tells something later as past."""
    found = report.published
    if found is None or found.basis in ("modified", "crawled"):
        return None
    return None if bound.first is not None and found.end < bound.first else found


def _dated(
    reading: Reading,
    bounds: Bounds,
    mine: Tellings | None,
    others: Sequence[tuple[Tellings, Published]],
    widest: int,
) -> Published | None:
    """The days for which most speaks."""
    neighbours, agreements = compare(mine, others) if mine is not None else ([], [])
    signs = own_signs(reading, bounds)
    window = _window(bounds, neighbours)
    if window is None or not (agreements or any(sign.basis for sign in signs)):
        return None  # a report of the same story alone tells nothing: stories go on for years
    days = [window[0] + timedelta(i) for i in range((window[1] - window[0]).days + 1)]
    pull = drawn(neighbours, days)
    weights = [sum(sign.weight(day) for sign in signs) + float(near) for day, near in zip(days, pull, strict=True)]
    for index in sorted(range(len(days)), key=lambda i: -weights[i])[:PROMISING]:
        weights[index] += sum(agreement.weight(days[index]) for agreement in agreements)
    found = _probable(days, weights)
    if found is None and widest == WIDEST:
        found = _covering(days, weights)
    if found is None or (found[1] - found[0]).days > widest:
        return None
    first, last = found
    return Published(first, last, _basis(first, signs, neighbours, agreements, bounds))


def _window(bounds: Bounds, neighbours: Sequence[Neighbour]) -> tuple[date, date] | None:
    """The days to weigh: between the bounds, and around the reports of the same story."""
    first, last = bounds.first, bounds.last
    around = timedelta(AROUND)
    if neighbours:
        near = (min(n.published.start for n in neighbours) - around, max(n.published.end for n in neighbours) + around)
        if not (last is not None and last < near[0]) and not (first is not None and first > near[1]):
            return max(near[0], first or near[0]), min(near[1], last or near[1])
    if last is None:
        return None
    return (max(first, last - 2 * around) if first else last - 2 * around), last


def _probable(days: Sequence[date], weights: Sequence[float]) -> tuple[date, date] | None:
    """First and last of the days around the most probable one that are nearly as probable; None if they are too few."""
    most = max(weights)
    shares = [exp(weight - most) for weight in weights]
    best = shares.index(max(shares))
    first = last = best
    while first > 0 and shares[first - 1] >= NEARLY:
        first -= 1
    while last + 1 < len(days) and shares[last + 1] >= NEARLY:
        last += 1
    if sum(shares[first : last + 1]) < PROBABLE * sum(shares):
        return None
    return days[first], days[last]


def _covering(days: Sequence[date], weights: Sequence[float]) -> tuple[date, date]:
    """First and last of the most probable days that together are sure."""
    most = max(weights)
    shares = [exp(weight - most) for weight in weights]
    reached, taken = 0.0, []
    for share, day in sorted(zip(shares, days, strict=True), key=lambda pair: (-round(pair[0], 9), pair[1])):
        taken.append(day)
        reached += share
        if reached >= SURE * sum(shares):
            break
    return min(taken), max(taken)


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
    if bounds.last is not None:
        found.append(f"not after {bounds.last} ({bounds.basis})")
    return ", ".join(dict.fromkeys(found))
