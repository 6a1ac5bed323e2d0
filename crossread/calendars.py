"""The calendar: the days of months, quarters, seasons, years and feasts, and of their early, mid and late parts. Pure.

Easter, the Islamic and the Jewish calendar, which the standard library lacks, are worked out by arithmetic.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from crossread.records import TimeValue


class Span(NamedTuple):
    """First and last day, inclusive, both known."""

    start: date
    end: date


MONTH_PARTS = {
    "early": (1, 10), "start": (1, 7), "mid": (10, 20), "late": (20, 31), "end": (22, 31), "first half": (1, 15),
    "second half": (16, 31),
}  # fmt: skip
"""Days of a month: thirds that touch, as coders of conflict data read them."""
YEAR_PARTS = {"early": (1, 4), "start": (1, 2), "mid": (5, 8), "late": (9, 12), "end": (11, 12)}
"""Months of a year."""
DECADE_PARTS = {"early": (0, 3), "start": (0, 1), "mid": (4, 6), "late": (6, 9), "end": (8, 9)}
"""Years of a decade."""

HIJRI_EPOCH = 227015
"""Proleptic Gregorian ordinal (`date.toordinal`) of 1 Muharram of the year 1, tabular calendar (16 July 622 Julian)."""
JULIAN = 13
"""Days by which the Julian calendar was behind from 1900 to 2099."""
HEBREW_EPOCH, HEBREW_YEARS = -1373427, 3761
"""Proleptic Gregorian ordinal of the first new year of the Jewish calendar, and the year that began in the year 0."""
HIJRI_SLACK = 1
"""Days by which a month that begins with the sighting of the moon may lie from the tabular calendar."""


def easter(year: int) -> date:
    """Western Easter Sunday of a Gregorian year (the anonymous algorithm, Meeus 1991)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    skipped = (8 * century + 13) // 25
    moon = (19 * golden + century - century // 4 - skipped + 15) % 30
    moon -= (golden + 11 * moon) // 319
    sunday = (2 * (century % 4) + 2 * (rest // 4) - rest % 4 - moon + 32) % 7
    month = (moon + sunday + 90) // 25
    return date(year, month, (moon + sunday + month + 19) % 32)


def orthodox_easter(year: int) -> date:
    """Eastern Easter Sunday of a Gregorian year from 1900 to 2099 (Meeus' Julian algorithm, 13 days on)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + sunday + 114, 31)
    return date(year, month, day + 1) + timedelta(JULIAN)


def rosh_hashanah(year: int) -> date:
    """The first day of the Jewish year that begins in a Gregorian one (Dershowitz and Reingold's arithmetic)."""
    before, here, after = (_new_moon(year + HEBREW_YEARS + step) for step in (-1, 0, 1))
    delay = 2 if after - here == 356 else 1 if here - before == 382 else 0
    return date.fromordinal(HEBREW_EPOCH + here + delay)


def _new_moon(hebrew_year: int) -> int:
    """Days from the epoch to the new moon that begins a Jewish year, on a day of the week that is allowed."""
    months = (235 * hebrew_year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + ((3 * (days + 1)) % 7 < 3)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The `nth` `weekday` (Monday 0) of a month; -1 is the last."""
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = month_end(year, month)
    return last - timedelta((last.weekday() - weekday) % 7)


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(1) if year < date.max.year else date(year, month, 28)


def from_hijri(year: int, month: int, day: int) -> date:
    """The Gregorian day of an Islamic one, by the tabular calendar (leap years 2, 5, 7, 10, 13, 16, ...)."""
    ordinal = day + (29 * (month - 1) + month // 2) + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(HIJRI_EPOCH + ordinal - 1)


def hijri_year(day: date) -> int:
    """The Islamic year in which a Gregorian day lies."""
    return (30 * (day.toordinal() - HIJRI_EPOCH) + 10646) // 10631


def in_year(value: TimeValue, year: int) -> Span | None:
    """The days of an absolute or partial value in `year`."""
    if value.unit is not None and value.unit not in ("week", "weekend of"):
        return _named_period(value, year)
    if value.month is None:
        return year_days(year, value.part)
    if value.day is None:
        return month_days(year, value.month, value.part)
    day = date(year, value.month, value.day)
    if value.unit == "week":
        return Span(day, day + timedelta(6))
    if value.unit == "weekend of":
        saturday = day + timedelta(5 - day.weekday())
        return Span(saturday, saturday + timedelta(1))
    return Span(day, day + timedelta(value.part in ("night", "overnight")))


def _named_period(value: TimeValue, year: int) -> Span | None:
    count = value.count or 0
    if value.unit == "quarter":
        return Span(date(year, 3 * count - 2, 1), month_end(year, 3 * count))
    if value.unit == "half":
        return Span(date(year, 6 * count - 5, 1), month_end(year, 6 * count))
    if value.unit == "season":
        return season_days(year, count, value.part)
    if value.unit == "decade":
        first, last = DECADE_PARTS.get(value.part or "", (0, 9))
        return Span(date(year + first, 1, 1), date(year + last, 12, 31))
    if value.unit == "century":
        return Span(date(year, 1, 1), date(year + 99, 12, 31))
    return _holiday(value, year)


def _holiday(value: TimeValue, year: int) -> Span | None:
    count = value.count or 0
    if value.unit in ("easter", "orthodox easter", "hebrew"):
        feast = {"easter": easter, "orthodox easter": orthodox_easter, "hebrew": rosh_hashanah}[value.unit]
        day = feast(year) + timedelta(count)
        return Span(day, day + timedelta((value.day or 1) - 1))
    if value.unit == "weekday of month" and value.month and value.weekday is not None:
        day = nth_weekday(year, value.month, value.weekday, count)
        return Span(day, day)
    if value.unit == "hijri" and value.month and value.day:
        return _hijri(value, hijri_year(date(year, 1, 1)), year)
    return None


def _hijri(value: TimeValue, islamic: int, year: int) -> Span | None:
    """The feast or month that begins in the Gregorian `year`: one of two Islamic years may hold it."""
    month, first, last = value.month or 1, value.day or 1, value.count or 1
    for candidate in (islamic, islamic + 1):
        start = from_hijri(candidate, month, first)
        if start.year == year:
            return Span(start - timedelta(HIJRI_SLACK), start + timedelta(last - first + HIJRI_SLACK))
    return None


def month_days(year: int, month: int, part: str | None = None) -> Span:
    """The days of a month, or of its early, mid or late part."""
    end = month_end(year, month)
    first, last = MONTH_PARTS.get(part or "", (1, 31))
    return Span(date(year, month, first), min(date(year, month, min(last, end.day)), end))


def year_days(year: int, part: str | None = None) -> Span:
    """The days of a year, or of its early, mid or late part."""
    first, last = YEAR_PARTS.get(part or "", (1, 12))
    return Span(date(year, first, 1), month_end(year, last))


def season_days(year: int, season: int, part: str | None = None) -> Span:
    """Spring (0) to winter (3) of the northern half, by whole months; winter begins in the December of its year."""
    month = 3 * season + 3
    months = [(year + (month + i - 1) // 12, (month + i - 1) % 12 + 1) for i in range(3)]
    if part in ("early", "start"):
        months = months[:2]
    elif part in ("late", "end"):
        months = months[1:]
    return Span(date(*months[0], 1), month_end(*months[-1]))
