"""Which hours a date expression means: the night of a day and the early hours of the next are one."""

from __future__ import annotations

import re
from datetime import date

from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.scene import lowered
from crossread.records import TimeExpression

Hours = tuple[float, float]

PARTS: dict[str, Hours] = {
    "early": (-1, 8),
    "morning": (0, 11.6),
    "noon": (12.1, 12.5),
    "afternoon": (12.1, 18.5),
    "evening": (16.5, 23),
    "tonight": (17, 31),
    "night": (17, 31),
    "overnight": (17, 31),
    "late": (17, 31),
    "midnight": (-2, 26),
}
"""Hours of a day that the words for its parts may mean; beyond 24 is the next day."""
DAY: Hours = (0, 23.2)
"""A day as a whole: it excludes the next day, but not the night that ends it."""


def hours_of(time: TimeExpression, start: date, end: date) -> Hours:
    """The hours that a dated expression means, from the first of all days."""
    first, last = start.toordinal() * 24, end.toordinal() * 24
    part = DAY
    if (end - start).days <= 1:  # else "late" is late in a month
        part = PARTS.get(time.value.part or "", DAY)
        if time.value.part in NIGHTS:
            return first + part[0], first + part[1]
        part = (clock_of(time) if start == end else None) or part
    return first + part[0], last + part[1]


NIGHTS = ("night", "overnight", "tonight", "late")
"""Parts whose interval of days may hold two days for one night, counted from the first."""


def clock_of(time: TimeExpression) -> Hours | None:
    """The hours within a day, where a clock or a part of the day tells them."""
    part = time.value.part or ""
    if (match := re.fullmatch(r"(\d\d):(\d\d)", part)) is not None:
        at = int(match[1]) + int(match[2]) / 60
        if at < NOON and pattern("hours", "after_noon").search(lowered(time.span.text)):  # "around 10:30 Monday night"
            at += NOON
        return (at, at)
    if time.value.kind in ("weekday", "relative", "partial", "absolute") and time.value.unit in (None, "day"):
        return PARTS.get(part)
    return None


NOON = 12


def gap(a: Hours, b: Hours) -> float:
    return max(b[0] - a[1], a[0] - b[1])


def weekday_of(time: TimeExpression, day: date | None) -> int | None:
    """The day of the week, where one is told; that of a night may be either of two."""
    if time.value.part in OF_TWO_DAYS:
        return None
    if day is not None:
        return day.weekday()
    return time.value.weekday if time.value.kind == "weekday" else None


def month_day_of(time: TimeExpression, day: date | None) -> tuple[int, int] | None:
    """Month and day, where both are told or counted out."""
    value = time.value
    if value.part in OF_TWO_DAYS:
        return None
    if day is not None:
        return day.month, day.day
    told = value.kind in ("partial", "absolute") and value.month is not None and value.day is not None
    return (value.month, value.day) if told else None  # type: ignore[return-value]


OF_TWO_DAYS = ("night", "overnight", "tonight", "late", "early", "midnight")
"""Parts of a day that belong to the next one, too."""
