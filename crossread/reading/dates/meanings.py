"""What the words of a date say, as a `TimeValue`: one function for each kind of pattern of `grammar`.

`counted` has those of what is counted in days, weeks or years, `daytimes` those of hours, `feasts` those of holidays.

Each takes the words that the named groups of a match hold, and returns the value, what it counts from and, if there is
doubt ("May", "2000"), False; None if the words mean something else on closer look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import msgspec

from crossread.reading.dates.words import Word, calendar
from crossread.records import TimeValue


class Groups:
    """The words that the named groups of a match hold."""

    def __init__(self, words: Sequence[Word], match: re.Match[str]) -> None:
        self._words, self._match = words, match

    def all(self, name: str) -> Sequence[Word]:
        """The words of a group; none if it is not in the pattern or did not match."""
        try:
            start, end = self._match.span(name)
        except IndexError:
            return ()
        return self._words[start:end] if start >= 0 else ()

    def whole(self) -> Sequence[Word]:
        """All words of the match."""
        return self._words[self._match.start() : self._match.end()]

    def word(self, *names: str) -> Word | None:
        """The first word of the first of the groups that matched."""
        return next((found[0] for name in names if (found := self.all(name))), None)

    def value(self, *names: str) -> object:
        """Its meaning."""
        word = self.word(*names)
        return None if word is None else word.value

    def figures(self) -> tuple[int, int, int]:
        """The three numbers of a date in figures, in the group "i"."""
        value = self.value("i")
        return value if isinstance(value, tuple) else (0, 0, 0)

    def number(self, *names: str) -> int | None:
        """Its meaning, if that is a number."""
        value = self.value(*names)
        return value if isinstance(value, int) else None

    def part(self) -> str | None:
        """Early, mid, late …, or earlier and later, or a part of the day."""
        if (word := self.word("r")) is not None:
            return "earlier" if word.value == -1 else "later"
        value = self.value("e", "e2", "p")
        return str(value) if value is not None else None


Said = tuple[TimeValue, str] | tuple[TimeValue, str, bool] | None
Builder = Callable[[Groups], Said]
NONE, PUBLISHED, PREVIOUS, EVENT = "none", "published", "previous", "event"

SIGN = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "upcoming": 1, "following": 1, "subsequent": 1}


def dated(year: int | None, **fields: object) -> tuple[TimeValue, str]:
    """An absolute date if the year is told, else a partial one."""
    if year is None:
        return TimeValue("partial", **fields), PUBLISHED  # type: ignore[arg-type]
    return TimeValue("absolute", year=year, **fields), NONE  # type: ignore[arg-type]


def _which(unit: str, word: Word) -> TimeValue:
    """ "last year", "this week"."""
    return TimeValue("relative", unit=unit, count=SIGN.get(str(word.value), 0))


def full_year(number: int) -> int:
    """A year of two figures in full."""
    return number if number > 99 else 2000 + number if number < 50 else 1900 + number


# --------------------------------------------------------------------------- figures


def iso(g: Groups) -> Said:
    year, month, day = g.figures()
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return TimeValue("absolute", year=year, month=month, day=day), NONE


def slashes(g: Groups) -> Said:
    """9/21/17: where both orders give a day, the range of the two."""
    a, b, year = g.figures()
    year = full_year(year)
    readings = sorted({(m, d) for m, d in ((a, b), (b, a)) if 1 <= m <= 12 and 1 <= d <= 31})
    if not readings:
        return None
    days = [TimeValue("absolute", year=year, month=m, day=d) for m, d in readings]
    return (days[0] if len(days) == 1 else TimeValue("range", first=days[0], last=days[1])), NONE


# --------------------------------------------------------------------------- months and years


def month_day(g: Groups) -> Said:
    day = g.number("d")
    if not day or day > 31:
        return None
    if (week := g.word("week")) is not None:  # "the week of March 6"
        if week.value != "week" and week.kind != "E":
            return None
        unit = "weekend of" if week.kind == "E" else "week"
        return dated(g.number("y"), month=g.number("m"), day=day, unit=unit)
    year = g.number("y")
    weekday = g.number("wd") if year is None else None  # it tells the year that is not told
    return dated(year, month=g.number("m"), day=day, part=g.part(), weekday=weekday)


def day_range(g: Groups) -> Said:
    first, last = g.number("d"), g.number("d2")
    month, until, year = g.number("m"), g.number("m2"), g.number("y")
    if not first or not last or (until is None and first >= last):
        return None
    (a, anchor), (b, _) = dated(year, month=month, day=first), dated(year, month=until or month, day=last)
    return TimeValue("range", first=a, last=b), anchor


def month(g: Groups) -> Said:
    lead, relative = g.word("w"), g.word("rel")
    value, anchor = dated(g.number("y"), month=g.number("m"), part=g.part())
    if relative is not None:
        if g.value("u") != "year":
            return None
        value = msgspec.structs.replace(value, first=_which("year", relative))
    elif lead is not None and lead.value == "this" and g.number("y") is None:
        value = msgspec.structs.replace(value, first=_which("year", lead))
    elif lead is not None:
        sign = SIGN.get(str(lead.value), 0)
        value = msgspec.structs.replace(value, count=sign or None, direction=sign)
    month = g.word("m")
    sure = month is not None and (month.kind == "M" or bool(g.word("y", "rel", "w", "e", "e2")))
    return value, anchor, sure


def half_month(g: Groups) -> Said:
    """ "the first half of May"."""
    which = g.number("o")
    if which not in (1, 2):
        return None
    return dated(g.number("y"), month=g.number("m"), part="first half" if which == 1 else "second half")


def year(g: Groups) -> Said:
    spoken = (word := g.word("y")) is not None and word.text.isalpha()
    sure = bool(spoken or g.part() or g.word("u", "k"))
    return TimeValue("absolute", year=g.number("y"), part=g.part()), NONE, sure


def years(g: Groups) -> Said:
    first, last = g.number("y"), g.number("y2")
    if first is None or last is None:
        return None
    last = last if last > 99 else first // 100 * 100 + last
    if not first < last < first + 200:
        return None
    return TimeValue("range", first=TimeValue("absolute", year=first), last=TimeValue("absolute", year=last)), NONE


def century(g: Groups) -> Said:
    """ "the 14th century"."""
    if g.value("u") != "century":
        return None
    return TimeValue("absolute", year=100 * ((g.number("o") or 1) - 1), unit="century", part=g.part()), NONE


def decade(g: Groups) -> Said:
    if (g.number("k") or 1) % 100 == 0 and (g.number("k") or 0) < 2000:  # "the 1300s"
        return TimeValue("absolute", year=g.number("k"), unit="century", part=g.part()), NONE
    return TimeValue("absolute", year=g.number("k"), unit="decade", part=g.part()), NONE


def season(g: Groups) -> Said:
    lead, relative, season = g.word("w"), g.word("rel"), g.word("s")
    value, anchor = dated(g.number("y"), unit="season", count=g.number("s"), part=g.part())
    if relative is not None:
        if g.value("u") != "year":
            return None
        value = msgspec.structs.replace(value, first=_which("year", relative))
    elif lead is not None:
        value = msgspec.structs.replace(value, direction=SIGN.get(str(lead.value), 0))
    plain = season is not None and season.text not in calendar().seasons_in_doubt
    sure = bool(g.number("y") or relative or lead or (g.word("i") and plain))
    return value, anchor, sure


def quarter(g: Groups) -> Said:
    unit = g.value("u2")
    which, year = g.number("o", "q"), g.number("y")
    if g.word("q") is None and unit not in ("quarter", "half"):
        return None
    if g.word("w") is not None:  # "the last half of 1989"
        which = 2 if g.value("w") == "last" and unit == "half" else None
    if which is None or not 1 <= which <= (2 if unit == "half" else 4):
        return None
    value, anchor = dated(year, unit="half" if unit == "half" else "quarter", count=which)
    if (relative := g.word("rel")) is not None:
        value = msgspec.structs.replace(value, first=_which("year", relative))
    elif g.value("its") == "year":
        value = msgspec.structs.replace(value, first=TimeValue("relative", unit="year", count=0))
    return value, anchor


# --------------------------------------------------------------------------- days and weeks


def weekday(g: Groups) -> Said:
    lead, relative, word = g.word("w"), g.word("rel"), g.word("day")
    sign = SIGN.get(str(lead.value), 0) if lead else 0
    value = TimeValue("weekday", weekday=g.number("day"), count=sign or None, direction=sign, part=g.part())
    part = g.word("p")
    if part is not None and part.text.endswith("s"):  # "Tuesday nights"
        return TimeValue("set", weekday=g.number("day"), unit="week", part=g.part()), NONE
    if lead is not None and lead.value in ("that", "previous", "following"):
        return value, PREVIOUS
    if relative is not None:
        if g.value("u") != "week":
            return None
        value = msgspec.structs.replace(value, first=_which("week", relative), count=None, direction=0)
    if word is not None and word.text.endswith(calendar().again_endings):
        return TimeValue("set", weekday=g.number("day"), unit="week"), NONE
    return value, PUBLISHED, word is not None and (word.kind == "W" or relative is not None)


def deictic(g: Groups) -> Said:
    word = g.word("t")
    part = g.part()
    if word is not None and word.text in calendar().tonight:
        part = "tonight"
    if part in ("earlier", "later"):
        part = None
    return TimeValue("relative", unit="day", count=g.number("t"), part=part), PUBLISHED


def weekend(g: Groups) -> Said:
    lead, word = g.word("w"), g.word("weekend")
    sign = SIGN.get(str(lead.value), 0) if lead else 0
    if word is not None and word.text in calendar().weekends_all:
        return TimeValue("set", unit="week", part="weekend"), NONE
    if lead is not None and lead.value == "that":
        return TimeValue("weekend", count=0, direction=1), PREVIOUS
    return TimeValue("weekend", count=sign, direction=sign, part=g.part()), PUBLISHED
