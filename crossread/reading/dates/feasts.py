"""What the name of a holiday or of a month of another calendar says: days of the year, of Easter, of the moon."""

from __future__ import annotations

import msgspec

from crossread.calendars import from_hijri
from crossread.reading.dates.meanings import NONE, SIGN, Groups, Said, dated
from crossread.reading.dates.words import calendar
from crossread.records import TimeValue

LAST_HIJRI = 1599
"""Years up to this beside an Islamic month are of the Islamic calendar."""


def holiday(g: Groups) -> Said:
    known, word = calendar(), g.word("h")
    name, year = word.text if word else "", g.number("y")
    if name in known.holidays:
        value, anchor = dated(year, month=known.holidays[name][0], day=known.holidays[name][1])
    elif name in known.weekday_holidays:
        month, weekday, nth = known.weekday_holidays[name]
        value, anchor = dated(year, unit="weekday of month", month=month, weekday=weekday, count=nth)
    elif name in known.hijri:
        return _islamic(known.hijri[name], g.number("d"), year)
    else:
        value, anchor = _movable(name, year)
    lead = g.word("w")
    return msgspec.structs.replace(value, direction=SIGN.get(str(lead.value), 0) if lead else 0), anchor


def _islamic(days: list[int], day: int | None, year: int | None) -> Said:
    """A feast or month of the Islamic calendar, or a day of such a month; its year may be Islamic too."""
    month, first, last = days
    if day is not None:
        if last - first < 28 or day > 30:
            return None
        first = last = day
    if year is None or year > LAST_HIJRI:
        return dated(year, unit="hijri", month=month, day=first, count=last)
    ends = from_hijri(year, month, first), from_hijri(year, month, last)
    a, b = (TimeValue("absolute", year=end.year, month=end.month, day=end.day) for end in ends)
    return (a if a == b else TimeValue("range", first=a, last=b)), NONE


def _movable(name: str, year: int | None) -> tuple[TimeValue, str]:
    """A feast that is counted from Easter or from the Jewish new year."""
    known = calendar()
    if name in known.hebrew:
        away, days = known.hebrew[name]
        return dated(year, unit="hebrew", count=away, day=days)
    if name in known.easter_weeks:
        first, last = known.easter_weeks[name]
        return dated(year, unit="easter", count=first, day=last - first + 1)
    unit = "easter" if name in known.easter_holidays else "orthodox easter"
    return dated(year, unit=unit, count=known.easter_holidays.get(name, known.orthodox_holidays.get(name, 0)))
