"""The grammar of date expressions: patterns over the letters of `date_words`, and what each says as a `TimeValue`.

A pattern matches a run of words; the longest match wins, the earlier pattern among equals. A rule that sees on closer
look that the words mean something else returns None. What the words alone leave in doubt ("May", "2000") is marked so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

import msgspec

from crossread.reading.date_words import Word, calendar
from crossread.records import TimeValue


class Found(NamedTuple):
    """A date expression: words `first` to `last` inclusive, what it says, from what it counts, and whether it is sure."""

    first: int
    last: int
    value: TimeValue
    anchor: str
    sure: bool = True


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


def _dated(year: int | None, **fields: object) -> tuple[TimeValue, str]:
    """An absolute date if the year is told, else a partial one."""
    if year is None:
        return TimeValue("partial", **fields), PUBLISHED  # type: ignore[arg-type]
    return TimeValue("absolute", year=year, **fields), NONE  # type: ignore[arg-type]


def _which(unit: str, word: Word) -> TimeValue:
    """"last year", "this week"."""
    return TimeValue("relative", unit=unit, count=SIGN.get(str(word.value), 0))


def full_year(number: int) -> int:
    """A year of two figures in full."""
    return number if number > 99 else 2000 + number if number < 50 else 1900 + number


# --------------------------------------------------------------------------- figures


def _iso(g: Groups) -> Said:
    year, month, day = g.figures()
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return TimeValue("absolute", year=year, month=month, day=day), NONE


def _slashes(g: Groups) -> Said:
    """9/21/17: where both orders give a day, the range of the two."""
    a, b, year = g.figures()
    year = full_year(year)
    readings = sorted({(m, d) for m, d in ((a, b), (b, a)) if 1 <= m <= 12 and 1 <= d <= 31})
    if not readings:
        return None
    days = [TimeValue("absolute", year=year, month=m, day=d) for m, d in readings]
    return (days[0] if len(days) == 1 else TimeValue("range", first=days[0], last=days[1])), NONE


# --------------------------------------------------------------------------- months and years


def _month_day(g: Groups) -> Said:
    day = g.number("d")
    if not day or day > 31:
        return None
    return _dated(g.number("y"), month=g.number("m"), day=day, part=g.part())


def _day_range(g: Groups) -> Said:
    first, last = g.number("d"), g.number("d2")
    month, until, year = g.number("m"), g.number("m2"), g.number("y")
    if not first or not last or (until is None and first >= last):
        return None
    (a, anchor), (b, _) = _dated(year, month=month, day=first), _dated(year, month=until or month, day=last)
    return TimeValue("range", first=a, last=b), anchor


def _month(g: Groups) -> Said:
    lead, relative = g.word("w"), g.word("rel")
    value, anchor = _dated(g.number("y"), month=g.number("m"), part=g.part())
    if relative is not None:
        if g.value("u") != "year":
            return None
        value = msgspec.structs.replace(value, first=_which("year", relative))
    elif lead is not None:
        sign = SIGN.get(str(lead.value), 0)
        value = msgspec.structs.replace(value, count=sign or None, direction=sign)
    month = g.word("m")
    sure = month is not None and (month.kind == "M" or bool(g.word("y", "rel", "w", "e", "e2")))
    return value, anchor, sure


def _year(g: Groups) -> Said:
    sure = bool(g.part() or g.word("u", "k", "i"))
    return TimeValue("absolute", year=g.number("y"), part=g.part()), NONE, sure


def _years(g: Groups) -> Said:
    first, last = g.number("y"), g.number("y2")
    if first is None or last is None:
        return None
    last = last if last > 99 else first // 100 * 100 + last
    if not first < last < first + 200:
        return None
    return TimeValue("range", first=TimeValue("absolute", year=first), last=TimeValue("absolute", year=last)), NONE


def _decade(g: Groups) -> Said:
    return TimeValue("absolute", year=g.number("k"), unit="decade", part=g.part()), NONE


def _season(g: Groups) -> Said:
    lead, relative, season = g.word("w"), g.word("rel"), g.word("s")
    value, anchor = _dated(g.number("y"), unit="season", count=g.number("s"), part=g.part())
    if relative is not None:
        if g.value("u") != "year":
            return None
        value = msgspec.structs.replace(value, first=_which("year", relative))
    elif lead is not None:
        value = msgspec.structs.replace(value, direction=SIGN.get(str(lead.value), 0))
    sure = bool(g.number("y") or relative or lead or (g.word("i") and season and season.text != "fall"))
    return value, anchor, sure


def _quarter(g: Groups) -> Said:
    unit = g.value("u2")
    which, year = g.number("o", "q"), g.number("y")
    if g.word("q") is None and (unit != "quarter" and unit != "half"):
        return None
    if which is None or not 1 <= which <= (2 if unit == "half" else 4):
        return None
    value, anchor = _dated(year, unit="half" if unit == "half" else "quarter", count=which)
    if (relative := g.word("rel")) is not None:
        value = msgspec.structs.replace(value, first=_which("year", relative))
    return value, anchor


def _holiday(g: Groups) -> Said:
    known, word = calendar(), g.word("h")
    name, year = word.text if word else "", g.number("y")
    if name in known.holidays:
        value, anchor = _dated(year, month=known.holidays[name][0], day=known.holidays[name][1])
    elif name in known.easter_holidays:
        value, anchor = _dated(year, unit="easter", count=known.easter_holidays[name])
    elif name in known.weekday_holidays:
        month, weekday, nth = known.weekday_holidays[name]
        value, anchor = _dated(year, unit="weekday of month", month=month, weekday=weekday, count=nth)
    else:
        month, first, last = known.hijri[name]
        value, anchor = _dated(year, unit="hijri", month=month, day=first, count=last)
    lead = g.word("w")
    return msgspec.structs.replace(value, direction=SIGN.get(str(lead.value), 0) if lead else 0), anchor


# --------------------------------------------------------------------------- days and weeks


def _weekday(g: Groups) -> Said:
    lead, relative, word = g.word("w"), g.word("rel"), g.word("day")
    sign = SIGN.get(str(lead.value), 0) if lead else 0
    value = TimeValue("weekday", weekday=g.number("day"), count=sign or None, direction=sign, part=g.part())
    if relative is not None:
        if g.value("u") != "week":
            return None
        value = msgspec.structs.replace(
            value, first=_which("week", relative), count=None, direction=0
        )
    if word is not None and word.text.endswith("days"):
        return TimeValue("set", weekday=g.number("day"), unit="week"), NONE
    return value, PUBLISHED, word is not None and (word.kind == "W" or relative is not None)


def _deictic(g: Groups) -> Said:
    word = g.word("t")
    part = g.part()
    if word is not None and word.text == "tonight":
        part = "tonight"
    if part in ("earlier", "later"):
        part = None
    return TimeValue("relative", unit="day", count=g.number("t"), part=part), PUBLISHED


def _part_of_day(g: Groups) -> Said:
    """"last night", "this morning", "the next morning", "that night", "overnight"."""
    lead, part = g.word("w"), str(g.value("p"))
    said = str(lead.value) if lead else ""
    if not said:
        count = -1 if part == "overnight" else None
        return (TimeValue("relative", unit="day", count=count, part=part), PUBLISHED) if count else None
    if said == "this":
        return TimeValue("relative", unit="day", count=0, part=part if part != "night" else "tonight"), PUBLISHED
    if said == "last":
        return TimeValue("relative", unit="day", count=-1, part=part), PUBLISHED
    count = 0 if said == "that" else SIGN.get(said, 0)
    return TimeValue("shift", unit="day", count=count, part=part), PREVIOUS


def _weekend(g: Groups) -> Said:
    lead, word = g.word("w"), g.word("weekend")
    sign = SIGN.get(str(lead.value), 0) if lead else 0
    if word is not None and word.text == "weekends":
        return TimeValue("set", unit="week", part="weekend"), NONE
    return TimeValue("weekend", count=sign, direction=sign, part=g.part()), PUBLISHED


# --------------------------------------------------------------------------- counted


def _count(words: Sequence[Word]) -> tuple[int | None, str | None]:
    """The number that words tell (None: untold), and whether it is about, less or more."""
    quality, total = None, None
    vague = False
    for word in words:
        if word.kind in "A+<":
            quality = {"A": "about", "+": "more", "<": "less"}[word.kind]
        elif word.kind == "V":
            vague = True
        elif isinstance(word.value, int) and word.kind in "NDYCao":
            if total is None or word.kind == "C":
                total = word.value
            else:
                total = total * word.value if word.value in (100, 1000) else total + word.value
    if vague:  # "a few", but "some 20"
        return (total, "about") if total and total > 1 else (None, None)
    return total, quality


def _ago(g: Groups) -> Said:
    count, quality = _count(g.all("n"))
    unit = str(g.value("u"))
    if count is None and g.all("n") and not any(w.kind == "V" for w in g.all("n")):
        return None
    sign = 1 if g.word("ahead") else -1
    counted = None if count is None else sign * count
    return TimeValue("relative", unit=unit, count=counted, direction=sign, part=quality), PUBLISHED


def _later(g: Groups) -> Said:
    """"two weeks later", "a day earlier"."""
    count, quality = _count(g.all("n"))
    sign = -1 if g.value("r2") == -1 else 1
    counted = None if count is None else sign * count
    return TimeValue("shift", unit=str(g.value("u")), count=counted, direction=sign, part=quality), PREVIOUS


def _from_event(g: Groups) -> Said:
    """"two days after", "the day before"."""
    count, quality = _count(g.all("n")) if g.all("n") else (None, None)
    unit = g.word("u")
    if not g.all("n") and not g.word("the") and unit is not None and not unit.text.endswith("s"):
        return None  # "last month after a study"
    sign = int(g.value("k"))  # type: ignore[call-overload]
    if g.word("the"):
        if g.value("u") not in ("day", "week", "month", "year"):
            return None
        return TimeValue("shift", unit=str(g.value("u")), count=sign, direction=sign), EVENT
    counted = None if count is None else sign * count
    return TimeValue("shift", unit=str(g.value("u")), count=counted, direction=sign, part=quality), EVENT


def _day_before_yesterday(g: Groups) -> Said:
    if g.value("u") != "day":
        return None
    return TimeValue("relative", unit="day", count=int(g.value("k")) + (g.number("t") or 0)), PUBLISHED  # type: ignore[call-overload]


def _period(g: Groups) -> Said:
    """"last week", "earlier this month", "the end of next year", "the following day", "that year", "the past year"."""
    said, unit = str(g.value("w")), str(g.value("u"))
    sign, part = SIGN.get(said, 0), g.part()
    if unit in ("hour", "minute", "second"):
        return None
    if said == "that" or said in ("previous", "following") or (unit == "day" and said in ("next", "last")):
        if unit == "day":
            return TimeValue("shift", unit=unit, count=sign, direction=sign, part=part), PREVIOUS
        return TimeValue("relative", unit=unit, count=sign, part=part), PREVIOUS
    if unit == "day":
        return None
    if said in ("past", "coming") or (g.word("the") and said in ("last", "next") and part is None):
        return TimeValue("duration", unit=unit, count=1, direction=sign), PUBLISHED
    return TimeValue("relative", unit=unit, count=sign, part=part), PUBLISHED


def _of_period(g: Groups) -> Said:
    """"the end of the year", "later in the month"."""
    unit = str(g.value("u"))
    if unit in ("hour", "minute", "second", "day"):
        return None
    return TimeValue("relative", unit=unit, count=0, part=g.part()), PUBLISHED


def _stretch(g: Groups) -> Said:
    """"the past five days", "the next few years", "recent weeks"."""
    count, quality = _count(g.all("n"))
    said = str(g.value("w"))
    sign = SIGN.get(said, -1 if said == "past" else 1 if said == "future" else 0)
    anchor = PREVIOUS if said in ("previous", "following") else PUBLISHED
    if not sign or (not g.all("n") and g.word("w").text != "recent" and not str(g.word("u").text).endswith("s")):  # type: ignore[union-attr]
        return None
    return TimeValue("duration", unit=str(g.value("u")), count=count, direction=sign, part=quality), anchor


def _length(g: Groups) -> Said:
    """"six months", "two-year": how long, not when."""
    count, quality = _count(g.all("n"))
    unit = g.word("u")
    if unit is None or (not g.all("n") and not unit.text.endswith("s")):
        return None
    return TimeValue("duration", unit=str(unit.value), count=count, part=quality), NONE


def _set(g: Groups) -> Said:
    unit = g.value("s", "u")
    if g.word("day"):
        return TimeValue("set", unit="week", weekday=g.number("day")), NONE
    return TimeValue("set", unit=str(unit) if unit else "day", count=_count(g.all("n"))[0]), NONE


def _reference(g: Groups) -> Said:
    return TimeValue("vague", unit=str(g.value("ref"))), NONE


# --------------------------------------------------------------------------- the patterns

_EARLY = r"(?:(?P<e>e)-?|d?(?P<e2>e)fd?)?"
_NUMBER = r"(?P<n>(?:p(?=[+<]))?(?:[A+<]p?)?(?:aCf?|aV|V[ND]|[VC]f?|N(?:-?[ND])?|D|a))"
_WITH_YEAR = r"(?:[fc]?(?P<y>Y)|f?(?P<rel>[LTX])(?P<u>U))?"
_WEEKDAY = r"(?:[Ww](?:P?c)?p?)?"

_RULES: tuple[tuple[str, Builder], ...] = (
    (r"(?:[Ww]c?)?(?P<i>I)", _iso),
    (r"(?:[Ww]c?)?(?P<i>/)", _slashes),
    (rf"{_WEEKDAY}{_EARLY}(?P<m>[Mm])(?P<d>[DO])(?!-?U)(?:c?(?P<y>Y))?(?:(?P<p>P))?", _month_day),
    (rf"{_WEEKDAY}d?(?:(?P<p>P)fd?)?(?P<d>[DO]|[Oo]f)(?:f)?(?P<m>[Mm])(?:[cf]?(?P<y>Y))?", _month_day),
    (r"(?P<m>[Mm])(?P<d>[DO])(?:[-&>]|[->](?P<m2>[Mm]))(?P<d2>[DO])(?!-?U)(?:c?(?P<y>Y))?", _day_range),
    (r"d?(?P<d>[DO])[-&>]d?(?P<d2>[DO])f?(?P<m>[Mm])(?:c?(?P<y>Y))?", _day_range),
    (rf"(?P<w>[LXT])?{_EARLY}(?P<m>[Mm]){_WITH_YEAR}", _month),
    (r"(?P<y>Y)[-/](?P<y2>[YDN])(?![-U])", _years),
    (rf"{_EARLY}(?:d(?P<u>U))?(?P<y>Y)", _year),
    (rf"d?{_EARLY}d?'?(?P<k>K)", _decade),
    (rf"(?P<w>[LXT])?{_EARLY}d?(?P<s>S){_WITH_YEAR}", _season),
    (rf"d?(?:(?P<o>o)-?(?P<u2>U|e)|(?P<q>Q)){_WITH_YEAR}", _quarter),
    (r"(?:d?(?P<rel>[LTX])(?P<u>U)'?)(?:(?P<o>o)-?(?P<u2>U))", _quarter),
    (r"(?P<w>[LXT])?(?P<h>h)(?:c?(?P<y>Y))?", _holiday),
    (r"(?:d?(?P<p>P)(?:fd?)?|(?P<e>e)-?)?(?P<w>[LXT])?(?P<day>[Ww])(?:f?(?P<rel>[LTX])(?P<u>U))?", _weekday),
    (r"(?P<w>[LXT])?(?P<day>[Ww])(?P<p>P)", _weekday),
    (r"(?P<rel>[LTX])(?P<u>U)c?p?(?P<day>[Ww])", _weekday),
    (r"(?:(?P<r>r)|(?P<e>e)-?|(?P<p>P))?(?P<t>t)", _deictic),
    (r"(?:r|e)?(?P<t>t)(?P<p>P)", _deictic),
    (r"(?:r|e)?d?(?P<w>[LXTB])?(?P<p>P)", _part_of_day),
    (r"(?:(?P<r>r)|(?P<e>e)-?)?d?(?P<w>[LXT])?(?P<weekend>E)", _weekend),
    (rf"{_NUMBER}?(?P<u>U)g", _ago),
    (rf"(?P<ahead>){_NUMBER}(?P<u>U)p(?=R)R", _ago),
    (rf"{_NUMBER}?(?P<u>U)(?P<r2>r)", _later),
    (rf"(?:(?P<the>d)|{_NUMBER})?(?P<u>U)(?P<k>k)", _from_event),
    (r"(?:d)?(?P<u>U)(?P<k>k)(?P<t>t)", _day_before_yesterday),
    (r"(?P<r>r)?(?P<e>e)?(?P<the>d)?(?P<w>[LTXB])B?(?P<u>U)", _period),
    (r"d?(?P<e>e)(?:fd?|-)(?P<w>[LTXB])(?P<u>U)", _period),
    (r"d?(?P<e>e)fd(?P<u>U)(?![a-zA-Z-]*f)", _of_period),
    (r"(?P<r>r)pd(?P<u>U)", _of_period),
    (rf"d?(?P<w>[LXTj]){_NUMBER}?(?P<u>U)", _stretch),
    (rf"{_NUMBER}-?(?P<u>U)", _length),
    (r"(?<=p)(?P<u>U)", _length),
    (rf"v{_NUMBER}?(?:(?P<u>U)|(?P<day>W)|P)", _set),
    (r"(?P<s>s)", _set),
    (r"(?P<ref>R)", _reference),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), builder) for pattern, builder in _RULES)
_TRIGGER = re.compile(r"[MmWwYyUESthIKQPRs/]")


def find(words: Sequence[Word]) -> list[Found]:
    """All date expressions of a sentence, longest first where they overlap, in text order."""
    letters = "".join(word.kind for word in words)
    if not _TRIGGER.search(letters):
        return []
    candidates: list[tuple[int, int, int, Found]] = []
    for rank, (pattern, builder) in enumerate(_PATTERNS):
        for match in pattern.finditer(letters):
            if match.end() == match.start() or (said := builder(Groups(words, match))) is None:
                continue
            found = Found(match.start(), match.end() - 1, *said)
            candidates.append((match.start() - match.end(), rank, match.start(), found))
    taken: list[Found] = []
    used = [False] * len(words)
    for _, _, _, found in sorted(candidates, key=lambda c: c[:3]):
        if not any(used[found.first : found.last + 1]):
            used[found.first : found.last + 1] = [True] * (found.last + 1 - found.first)
            taken.append(found)
    return _joined(sorted(taken, key=lambda found: found.first), words)


def _joined(found: list[Found], words: Sequence[Word]) -> list[Found]:
    """"from 20 September through 31 December 2017", "September and October": one range."""
    joined: list[Found] = []
    for here in found:
        if joined and (value := _range(joined[-1], here, words)):
            joined[-1] = Found(joined[-1].first, here.last, value, here.anchor, joined[-1].sure and here.sure)
        else:
            joined.append(here)
    return joined


def _range(a: Found, b: Found, words: Sequence[Word]) -> TimeValue | None:
    between = "".join(word.kind for word in words[a.last + 1 : b.first])
    first, last = a.value, b.value
    if between not in (">", "-", "&") or not _is_day_or_month(first) or not _is_day_or_month(last):
        return None
    opener = words[a.first - 1].text if a.first else ""
    if between == ">" and opener not in ("from", "between") and words[a.last + 1].text == "to":
        return None
    if between == "&" and opener != "between" and not _next_months(first, last):
        return None
    if first.kind == "absolute" and last.kind == "partial":  # "November 2017 to February": its year is not told
        return None
    if first.kind == "partial" and last.kind == "absolute":  # the year told at the end holds for both
        first = msgspec.structs.replace(first, kind="absolute", year=last.year)
    return TimeValue("range", first=first, last=last)


def _is_day_or_month(value: TimeValue) -> bool:
    return value.kind in ("absolute", "partial", "weekday") and value.unit is None


def _next_months(first: TimeValue, last: TimeValue) -> bool:
    """September and October, but not "in 2014 and 2018"."""
    if first.day or last.day or not first.month or not last.month or first.part or last.part:
        return False
    return last.month - first.month in (1, -11)
