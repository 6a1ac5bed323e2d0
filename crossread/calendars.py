"""Calendars that the standard library lacks: Easter, and the Islamic calendar by arithmetic. Pure."""

from __future__ import annotations

from datetime import date, timedelta

HIJRI_EPOCH = 227015
"""Proleptic Gregorian ordinal (`date.toordinal`) of 1 Muharram of the year 1, tabular calendar (16 July 622 Julian)."""
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
