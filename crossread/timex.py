"""Date expressions as TIMEX3 (TimeML), the form in which date taggers are compared and other tools read dates.

`timexes` gives the TIMEX3s of a report's expressions. Two things differ from `Reading.times`: TIMEX3 takes a range in
two ("from 3 to 5 May"), and where no day is told from which "two days after the vote" counts, "two days" is a length.
Source: TimeML annotation guidelines 1.2.1 and the values that TempEval-3 compares.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import msgspec

from crossread import knowledge
from crossread.days import Interval
from crossread.offsets import sunday
from crossread.records import TimeExpression, TimeValue
from crossread.spelling import either

LANGUAGE = "en"
UNITS = {
    "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
    "hour": "H", "minute": "M", "second": "S",
}  # fmt: skip
TENS = {"decade": (10, "year"), "century": (100, "year"), "fortnight": (2, "week"), "millennium": (1000, "year")}
"""Units whose number TIMEX3 tells in smaller ones: "two decades" is P20Y."""
HALVES = {"year": "6M", "day": "T12H", "hour": "30M", "minute": "30S", "month": "15D", "decade": "5Y", "week": "3D"}
CLOCK = frozenset({"hour", "minute", "second"})
PARTS = {
    "morning": "TMO", "noon": "T12:00", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "overnight": "TNI",
    "tonight": "TNI", "midnight": "T24:00",
}  # fmt: skip
SEASONS = ("SP", "SU", "FA", "WI")
MODS = {
    "early": "START", "start": "START", "mid": "MID", "late": "END", "end": "END", "about": "APPROX",
    "less": "LESS_THAN", "more": "MORE_THAN",
}  # fmt: skip
LENGTHS = {89: "quarter", 90: "quarter", 91: "quarter", 27: "month", 28: "month", 29: "month", 30: "month"}
"""Days from the first to the last of what a stretch of a business year is."""
BESIDE = 8
"""Characters between the time of a day and its day."""
NEAR = 150
"""Characters behind a told day in which the time of a day is that day's; further on it is that of publication."""
_CLOCK = re.compile(r"\d\d:\d\dZ?$")


class DateWords(msgspec.Struct, frozen=True):
    """What of `calendar.yml` is asked here."""

    through: tuple[str, ...]
    joining: tuple[str, ...]
    signals: tuple[str, ...]
    uncounted: tuple[str, ...]


@lru_cache(maxsize=1)
def _words() -> DateWords:
    return knowledge.load("calendar.yml", DateWords, LANGUAGE)


@lru_cache(maxsize=1)
def _between() -> re.Pattern[str]:
    words = [*_words().through, *(word for word in _words().joining if word.isalpha())]
    return re.compile(rf"\s*(?:\b(?:{either(words)})\b|[-–—&])\s*")


@lru_cache(maxsize=1)
def _signal() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(_words().signals)})$")


class Timex(NamedTuple):
    """Half-open code points of the report's text; type DATE, TIME, DURATION or SET; mod is None where it has none."""

    start: int
    end: int
    type: str
    value: str
    mod: str | None = None


def timexes(times: Sequence[TimeExpression], days: Sequence[Interval], published: date | None = None) -> list[Timex]:
    """The TIMEX3s of a report's expressions, each with the days to which it was resolved, in text order.

    A time of a day ("10 p.m.") takes the day told right behind it or else last, or that of publication.
    """
    found: list[Timex] = []
    day, told_at = published, 0
    for index, (time, here) in enumerate(zip(times, days, strict=True)):
        value = time.value
        if value.kind == "range" and (parts := _range(time, here)):
            found.extend(parts)
        elif (value.kind == "vague" and value.part) or (_is_same_day(value) and here.start is None):
            near = day if time.span.start - told_at <= NEAR else published or day
            day = _day_behind(times, days, index) or near
            told = (day.isoformat() if day else "XXXX-XX-XX") + _part(value)
            found.append(Timex(time.span.start, time.span.end, "TIME" if "T" in told else "DATE", told))
        elif value.kind == "shift" and (here.start is None or time.anchor == "event") and _is_counted(time):
            found.append(_length(time))
        else:
            kind, text = timex(value, here)
            found.append(Timex(time.span.start, time.span.end, kind, text, MODS.get(value.part or "")))
        if here.start and here.start == here.end:
            day, told_at = here.start, time.span.end
    return found


def _day_behind(times: Sequence[TimeExpression], days: Sequence[Interval], index: int) -> date | None:
    """ "3 p.m. local time (1300 GMT) on Tuesday"."""
    end = times[index].span.end
    for time, here in zip(times[index + 1 :], days[index + 1 :], strict=True):
        if time.span.start - end > BESIDE:
            return None
        if here.start and here.start == here.end:
            return here.start
        end = time.span.end
    return None


def timex(value: TimeValue, days: Interval | None) -> tuple[str, str]:
    """(type, value) of an expression that was resolved to `days`: ("DATE", "2024-W18"), ("DURATION", "P6M")."""
    if value.kind == "vague":
        return "DATE", f"{(value.unit or 'present').upper()}_REF"
    if value.kind == "duration":
        return _stretch(value, days)
    if value.kind == "set":
        return "SET", _set(value)
    if days is None or (day := days.start or days.end) is None or (value.count is None and _is_untold(value)):
        return "DATE", "FUTURE_REF" if value.direction > 0 else "PAST_REF"
    text = _value(value, Interval(day, days.end or day))
    return ("TIME" if "T" in text else "DATE"), text


def period(unit: str | None, count: int | None, half: bool = False) -> str:
    """A length of time: "P6M", "PT3H", "P2Y6M" with a half, "PXY" where the number is not told."""
    unit = unit or "day"
    if half:
        whole = f"{'T' if unit in CLOCK else ''}{count}{UNITS[unit]}" if count else ""
        rest = HALVES.get(unit, "")
        return "P" + whole + (rest if whole or unit not in CLOCK else "T" + rest)
    if unit in TENS and count is not None:
        times, unit = TENS[unit]
        count *= times
    clock = "T" if unit in CLOCK else ""
    return f"P{clock}{'X' if count is None else count}{UNITS.get(unit, 'D')}"


def _is_untold(value: TimeValue) -> bool:
    return value.kind in ("relative", "shift")


def _range(time: TimeExpression, days: Interval) -> list[Timex]:
    """ "April 24 and 25", "Sept. 14 to Thursday": one TIMEX3 for each end; none if the words do not show two."""
    first, last = time.value.first, time.value.last
    text = time.span.text
    cut = [match for match in _between().finditer(text) if match.start() and match.end() < len(text)]
    if first is None or last is None or len(cut) != 1 or days.start is None or days.end is None:
        return []
    before, after = time.span.start + cut[0].start(), time.span.start + cut[0].end()
    kind, value = timex(first, Interval(days.start, days.start))
    until, other = timex(last, Interval(days.end, days.end))
    return [
        Timex(time.span.start, before, kind, value, MODS.get(first.part or "")),
        Timex(after, time.span.end, until, other, MODS.get(last.part or "")),
    ]


def _is_same_day(value: TimeValue) -> bool:
    """ "later in the day", "that night"."""
    return value.kind == "shift" and value.unit == "day" and value.count == 0


def _is_counted(time: TimeExpression) -> bool:
    """ "two days after", "a week later", but not "the day before"."""
    return (
        bool(time.value.unit)
        and time.value.count != 0
        and not time.span.text.lower().startswith(tuple(f"{word} " for word in _words().uncounted))
    )


def _length(time: TimeExpression) -> Timex:
    value, text = time.value, _signal().sub("", time.span.text)
    count = None if value.count is None else abs(value.count)
    end = time.span.start + len(text)
    return Timex(time.span.start, end, "DURATION", period(value.unit, count), MODS.get(value.part or ""))


def _stretch(value: TimeValue, days: Interval | None) -> tuple[str, str]:
    if value.part == "untold":
        return "DATE", "FUTURE_REF" if value.direction > 0 else "PAST_REF"
    if (
        value.unit == "quarter" and value.count == 1 and days and days.start and days.end
    ):  # "the quarter ended Sept. 30"
        middle = days.start + (days.end - days.start) / 2
        return "DATE", f"{middle.year:04}-Q{(middle.month + 2) // 3}"
    return "DURATION", period(value.unit, value.count, value.part == "half")


def _set(value: TimeValue) -> str:
    if value.weekday is not None:
        return f"XXXX-WXX-{value.weekday + 1}{PARTS.get(value.part or '', '')}"
    if value.month is not None:
        return f"XXXX-{value.month:02}"
    return period(value.unit, value.count or 1)


def _value(value: TimeValue, days: Interval) -> str:
    start, end = days
    if start is None or end is None:
        return "PAST_REF"
    if value.kind == "weekend" or value.unit == "weekend of":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02}-WE"
    unit = LENGTHS.get((end - start).days, "year") if value.part == "period" else _grain(value)
    if unit == "week":
        year, week, _ = (sunday(start) + timedelta(1)).isocalendar()
        return f"{year}-W{week:02}"
    if unit == "month":
        return f"{start.year:04}-{start.month:02}"
    if unit == "quarter":
        return f"{start.year:04}-Q{(start.month + 2) // 3}"
    if unit == "half":
        return f"{start.year:04}-H{1 if start.month < 7 else 2}"
    if unit == "season":
        return f"{start.year:04}-{SEASONS[(value.count or 0) % 4]}"
    if unit in ("year", "decade", "century"):
        return f"{start.year:04}"[: {"year": 4, "decade": 3, "century": 2}[unit]]
    return start.isoformat() + _part(value)


def _part(value: TimeValue) -> str:
    """The time of the day: "T22:00", "TMO"."""
    part = value.part or ""
    return f"T{part}" if _CLOCK.match(part) else PARTS.get(part, "")


def _grain(value: TimeValue) -> str:
    """The unit that an expression speaks of."""
    if value.kind in ("relative", "shift"):
        return "week" if value.unit == "fortnight" else "day" if value.unit in CLOCK else value.unit or "day"
    if value.kind in ("absolute", "partial"):
        if value.unit in ("quarter", "half", "season", "decade", "century", "week"):
            return value.unit
        if value.day or value.unit:
            return "day"
        return "month" if value.month else "year"
    if value.kind == "range" and value.first:
        return _grain(value.first)
    return "day"
