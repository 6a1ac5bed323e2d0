"""What a report's own text tells about the day on which it came out: bounds that hold, and signs that speak for days.

A sign's weight is a log-likelihood: how much more (positive) or less (negative) probable the text is if the report
came out on that day than on any day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from math import log
from typing import NamedTuple

import msgspec

from crossread.days import Interval, resolve
from crossread.records import Reading, Report, TimeExpression, TimeValue

WEEKDAY_GAP = (0.385, 0.354, 0.108, 0.047, 0.031, 0.02, 0.055)
"""How often a weekday that a report tells as past is the day of publication, the day before …: counted in 342 reports
of local news with known days. Taken together for all weekdays of a report they fit better than the last or the first
alone (mean log-likelihood -1.22 against -1.28 and -1.29)."""
FIRST_GAP = (0.415, 0.4, 0.094, 0.032, 0.018, 0.012, 0.029)
"""The same for the first weekday of a report, which mostly belongs to its news."""
REPEATED = 0.4
"""How much more a weekday counts that is told again and again (with the logarithm of how often): fits best."""
LEAD = 2
"""First paragraphs, in which a day and month without a year is the news and not its background."""
NEWS_GAP = (6.0, 6.0, 5.0)
"""Weight of the day itself, one and two days after a day and month that stand in the lead."""
SAME_DAY = 1.0
"""Weight of "later in the day": the report came out on the last weekday that it tells."""
WITH_YEAR, RECENT = -1.0, 45
"""Weight of a day that is no more than so many days after one that the report tells as past with its year: of what
happened last week nobody gives the year."""
STANDING, OPENING = 4.0, 300
"""Weight of a full date that stands alone among the report's first characters, and how many those are."""
SAME_MONTH = -3.0
"""Weight of a month that the report names as past without "this"."""
BEFORE_BOUND = 0.5
"""Weight of being near the last day that is possible: pages are shown and saved soon after they come out."""

AFTER_SHOWN, OLD_PICTURE = 1.5, 4.0
"""Weight, with the logarithm of the days since, of being after the last post or photograph that the report shows, and
its most: pictures are of the day or from an archive."""


class Bounds(NamedTuple):
    """Before `first` and after `last` the report cannot have come out; None: not told. `basis` is that of `last`;
    `shown` is the last day of a post or photograph that the report shows."""

    first: date | None
    last: date | None
    basis: str = ""
    shown: date | None = None


class Sign(NamedTuple):
    """Something that speaks for some days, and what it is called in the basis."""

    weight: Callable[[date], float]
    basis: str


def bounds_of(report: Report, reading: Reading) -> Bounds:
    """The bounds that the report's clues and the absolute dates of its text set."""
    shown = max((clue.start for clue in report.clues if clue.kind == "shown"), default=None)
    firsts = [shown] if shown else []
    bounding = [clue for clue in report.clues if clue.kind in ("modified", "rendered", "crawled")]
    lasts: list[tuple[date, str]] = [(clue.end, clue.kind) for clue in bounding]
    for time in reading.times:
        side, days = _side(time.value)
        if side < 0 and days is not None and days.start:
            firsts.append(days.start)
        elif side > 0 and days is not None and days.end:
            lasts.append((days.end, "a date that lies ahead"))
    last, basis = min(lasts, default=(None, ""), key=lambda pair: pair[0])
    return Bounds(max((day for day in firsts if last is None or day <= last), default=None), last, basis, shown)


def _side(value: TimeValue) -> tuple[int, Interval | None]:
    """-1 for an absolute date that is told as past, +1 for one that lies ahead, 0 for all others."""
    inner = value.last if value.kind == "range" and value.last else value
    if inner.kind != "absolute":
        return 0, None
    days = resolve(msgspec.structs.replace(value, open=None), None)
    ahead = inner.direction > 0 or value.open in ("by", "until")
    return (1 if ahead else -1 if inner.direction < 0 and value.open is None else 0), days


def own_signs(reading: Reading, bounds: Bounds) -> list[Sign]:
    """What the report's day and month, its weekdays, its months and its bounds say."""
    times = reading.times
    signs = [Sign(_after(t.value), f"text: '{t.span.text}'") for t in _news(reading)[:1]]
    weekdays = [t.value.weekday or 0 for t in times if _is_past_weekday(t.value)]
    if weekdays:
        by_weekday = [_weekday_weight(weekdays, weekday) for weekday in range(7)]
        signs.append(Sign(lambda day: by_weekday[day.weekday()], "weekday"))
        if any(t.value.kind == "relative" and t.value.part == "later" for t in times):
            signs.append(Sign(lambda day: SAME_DAY if _gap(weekdays, day) == 0 else 0.0, "later in the day"))
    if months := _past_months(times):
        signs.append(Sign(lambda day: SAME_MONTH if day.month in months else 0.0, "months"))
    years = {days.start for t in times if (days := _past_day(t.value)) is not None and days.start}
    if years:
        signs.append(Sign(lambda day: WITH_YEAR if any(0 <= (day - y).days <= RECENT for y in years) else 0.0, ""))
    signs.extend(_standing(reading))
    if (last := bounds.last) is not None:
        signs.append(Sign(lambda day: -BEFORE_BOUND * log(1 + (last - day).days / 30), ""))
    if (shown := bounds.shown) is not None:
        signs.append(Sign(_after_shown(shown), "a post or photograph"))
    if (first := bounds.first) is not None:
        signs.append(Sign(lambda day: -BEFORE_BOUND * log(1 + (day - first).days / 180), ""))
    return signs


def _past_day(value: TimeValue) -> Interval | None:
    """A day with its year, told as past."""
    told = value.kind == "absolute" and value.day is not None and value.unit is None and value.direction < 0
    return resolve(value, None) if told and value.open is None else None


def _standing(reading: Reading) -> list[Sign]:
    """Full dates above the text, in no sentence with a verb: the days of printing, posting or changing it."""
    found = []
    for t in reading.times:
        if t.span.start > OPENING or t.value.kind != "absolute" or t.value.day is None or t.value.direction:
            continue
        sentence = next((s for s in reading.sentences if s.start <= t.span.start < s.end), None)
        days = resolve(t.value, None)
        if sentence is None or days is None or any(token.pos == "VERB" for token in sentence.tokens):
            continue
        found.append(Sign(_on(days), f"text: '{t.span.text}'"))
    return found[:2]


def _after_shown(shown: date) -> Callable[[date], float]:
    return lambda day: OLD_PICTURE - min(AFTER_SHOWN * log(1 + abs((day - shown).days)), OLD_PICTURE)


def _on(days: Interval) -> Callable[[date], float]:
    return lambda day: STANDING if days.start is not None and day == days.start else 0.0


def _news(reading: Reading) -> list[TimeExpression]:
    """Days with a month and without a year in the report's first paragraphs, told as past."""
    paragraphs = sorted({sentence.paragraph for sentence in reading.sentences})[: LEAD + 1]
    ends = [s.end for s in reading.sentences if s.paragraph in paragraphs]
    end = max(ends, default=0)
    return [t for t in reading.times if t.span.start < end and _is_news_day(t.value)]


def _is_news_day(value: TimeValue) -> bool:
    return value.kind == "partial" and value.day is not None and value.unit is None and value.direction <= 0


def _after(value: TimeValue) -> Callable[[date], float]:
    def weight(day: date) -> float:
        found = resolved(value, day)
        if found is None or found.end is None:
            return 0.0
        gap = (day - found.end).days
        return NEWS_GAP[gap] if 0 <= gap < len(NEWS_GAP) else -log(1 + abs(gap) / 10)

    return weight


def _is_past_weekday(value: TimeValue) -> bool:
    return value.kind == "weekday" and value.direction <= 0 and not value.count and value.first is None


def _weekday_weight(weekdays: Sequence[int], published: int) -> float:
    """How well a report's past weekdays fit its coming out on the weekday `published`."""
    weight = 0.0
    for weekday, times in sorted(Counter(weekdays).items()):
        gaps = FIRST_GAP if weekday == weekdays[0] else WEEKDAY_GAP
        weight += (1 + REPEATED * log(times)) * log(7 * gaps[(published - weekday) % 7])
    return weight


def _gap(weekdays: Sequence[int], day: date) -> int:
    """Days from the last of some weekdays to `day`."""
    return min((day.weekday() - weekday) % 7 for weekday in weekdays)


def _past_months(times: Sequence[TimeExpression]) -> frozenset[int]:
    """Bare months told as past: seldom the month of the report itself."""
    values = [t.value for t in times]
    return frozenset(
        v.month for v in values if v.kind == "partial" and v.month and not v.day and v.direction < 0 and v.first is None
    )


@lru_cache(maxsize=65536)
def resolved(value: TimeValue, day: date) -> Interval | None:
    """The days of an expression, counted from one day."""
    return resolve(value, Interval(day, day))
