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
from crossread.records import Reading, Report, Sentence, TimeExpression, TimeValue

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
AHEAD, FADES = 3.0, 1.5
"""Weight of the day itself where the day and month in the lead seem to lie ahead, and how it falls with the logarithm
of the days between: the tense is misread too often to take what it says for a bound."""
DATELINE_GAP = (8.0, 7.0, 3.0)
"""Weight of the day of a dateline itself, one and two days after it."""
STANDING, SECOND, OPENING = 5.5, 2.0, 1000
"""Weight of a full date that stands alone above the text or in its first lines, of the second such date (mostly of a
change), and the characters among which they are looked for: menus and a standfirst may come first."""
BESIDE = 3
"""Words that may stand beside a date that stands alone ("Published", "Updated")."""
MONTH_GAP = (-1.4, 0.85, 0.9, 0.25, 0.2, 0.1, -0.05, -0.35, -1.0, -0.9, -1.0, -1.0)
"""Weight of a report's month by how many months it is after the last of those that the report names as past without a
day: counted in 189 reports with known days, against any month being as likely."""
BEFORE_BOUND = 0.5
"""Weight of being near the last day that is possible: pages are shown and saved soon after they come out."""

AFTER_SHOWN, OLD_PICTURE = 1.5, 4.0
"""Weight, with the logarithm of the days since, of being after the last post or photograph that the report shows, and
its most: pictures are of the day or from an archive."""


class Bounds(NamedTuple):
    """Before `first` and after `last` the report cannot have come out; None: not told. `basis` is that of `last`;
    `shown` is the last day of a post or photograph that the report shows, `told` the last day that it tells as past, a
    bare year left out: one misread "by 2040" must not outdo the report's own date line."""

    first: date | None
    last: date | None
    basis: str = ""
    shown: date | None = None
    told: date | None = None


class Sign(NamedTuple):
    """Something that speaks for some days, and what it is called in the basis."""

    weight: Callable[[date], float]
    basis: str


def bounds_of(report: Report, reading: Reading) -> Bounds:
    """The bounds that the report's clues and the absolute dates of its text set."""
    shown = max((clue.start for clue in report.clues if clue.kind == "shown"), default=None)
    firsts = [shown] if shown else []
    told = list(firsts)
    bounding = [clue for clue in report.clues if clue.kind in ("modified", "rendered", "crawled")]
    lasts: list[tuple[date, str]] = [(clue.end, clue.kind) for clue in bounding]
    for time in reading.times:
        side, days = _side(time.value)
        if side < 0 and days is not None and days.start:
            firsts.append(days.start)
            if (time.value.last or time.value).month is not None:
                told.append(days.start)
        elif side > 0 and days is not None and days.end:
            lasts.append((days.end, "a date that lies ahead"))
    last, basis = min(lasts, default=(None, ""), key=lambda pair: pair[0])
    first, sure = (max((day for day in days if last is None or day <= last), default=None) for days in (firsts, told))
    return Bounds(first, last, basis, shown, sure)


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
    signs = _dateline(reading) or [_of_news(t) for t in _news(reading)[:1]]
    weekdays = [t.value.weekday or 0 for t in times if _is_past_weekday(t.value)]
    if weekdays:
        by_weekday = [_weekday_weight(weekdays, weekday) for weekday in range(7)]
        signs.append(Sign(lambda day: by_weekday[day.weekday()], "weekday"))
        if any(t.value.kind == "relative" and t.value.part == "later" for t in times):
            signs.append(Sign(lambda day: SAME_DAY if _gap(weekdays, day) == 0 else 0.0, "later in the day"))
    if months := _past_months(times):
        by_month = [MONTH_GAP[min((month - past) % 12 for past in months)] for month in range(12)]
        signs.append(Sign(lambda day: by_month[day.month % 12], "months"))
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
    """Full dates that stand alone in the report's first lines: the days of printing, posting or changing it."""
    found: list[Interval] = []
    for t in reading.times:
        if t.span.start > OPENING or t.value.kind != "absolute" or t.value.day is None or t.anchor == "dateline":
            continue
        sentence = next((s for s in reading.sentences if s.start <= t.span.start < s.end), None)
        days = resolve(msgspec.structs.replace(t.value, direction=0), None)
        if sentence is not None and days is not None and days not in found and _stands_alone(sentence, reading):
            found.append(days)
    weights = (STANDING, SECOND)
    return [Sign(_on(days, weight), "a date line") for days, weight in zip(found, weights, strict=False)]


def _stands_alone(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence holds next to nothing but dates and times."""
    dates = [(t.span.start, t.span.end) for t in reading.times]
    beside = [
        token
        for token in sentence.tokens
        if token.text[:1].isalpha() and not any(start <= token.start < end for start, end in dates)
    ]
    return bool(sentence.tokens) and len(beside) <= BESIDE


def _after_shown(shown: date) -> Callable[[date], float]:
    return lambda day: OLD_PICTURE - min(AFTER_SHOWN * log(1 + abs((day - shown).days)), OLD_PICTURE)


def _on(days: Interval, weight: float) -> Callable[[date], float]:
    return lambda day: weight if days.start is not None and day == days.start else 0.0


def _dateline(reading: Reading) -> list[Sign]:
    """The day and month in the dateline above the text."""
    lines = [t for t in reading.times if t.anchor == "dateline" and t.value.day is not None]
    if not lines:
        return []
    value = msgspec.structs.replace(lines[0].value, direction=0)
    return [Sign(_after(value, DATELINE_GAP), f"dateline: '{lines[0].span.text}'")]


def _news(reading: Reading) -> list[TimeExpression]:
    """Days with a month and without a year in the report's first paragraphs, those told as past first."""
    paragraphs = sorted({sentence.paragraph for sentence in reading.sentences})[: LEAD + 1]
    ends = [s.end for s in reading.sentences if s.paragraph in paragraphs]
    end = max(ends, default=0)
    days = [t for t in reading.times if t.span.start < end and _is_news_day(t.value)]
    return sorted(days, key=lambda t: t.value.direction > 0)


def _of_news(time: TimeExpression) -> Sign:
    """The sign of a day and month in the lead; on which side of it the report lies, is known only of a past one."""
    value = time.value
    if value.direction > 0:
        return Sign(_around(msgspec.structs.replace(value, direction=0)), f"text: '{time.span.text}'")
    return Sign(_after(value, NEWS_GAP), f"text: '{time.span.text}'")


def _is_news_day(value: TimeValue) -> bool:
    return value.kind == "partial" and value.day is not None and value.unit is None


def _around(value: TimeValue) -> Callable[[date], float]:
    def weight(day: date) -> float:
        found = resolved(value, day)
        if found is None or found.start is None:
            return 0.0
        return AHEAD - FADES * log(1 + abs((day - found.start).days) / len(NEWS_GAP))

    return weight


def _after(value: TimeValue, weights: Sequence[float]) -> Callable[[date], float]:
    def weight(day: date) -> float:
        found = resolved(value, day)
        if found is None or found.end is None:
            return 0.0
        gap = (day - found.end).days
        return weights[gap] if 0 <= gap < len(weights) else -log(1 + abs(gap) / 10)

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
