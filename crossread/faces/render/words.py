"""How a dossier's values are written for people: days, numbers, counted things, quotes. Pure; every face uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from crossread.records import Figure, FigureReading, Incident, Published

UNKNOWN_DATE = "date unknown"

# What would steer a terminal or turn a line's direction around: control characters, and marks that override direction.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SPACE = re.compile(r"\s+")


def one_line(text: str, limit: int | None = None) -> str:
    """Text from a report as one harmless line: white space folded, steering characters as �, cut after `limit`."""
    line = _STEERING.sub("�", _SPACE.sub(" ", text)).strip()
    return line if limit is None else cut(line, limit)


def cut(line: str, limit: int) -> str:
    """A line of at most `limit` characters, cut between words where that leaves half of it."""
    if len(line) <= limit:
        return line
    kept = line[: limit - 1]
    space = kept.rfind(" ")
    return (kept[:space] if space >= limit // 2 else kept).rstrip(" ,;:-–—") + "…"


def days(start: date | None, end: date | None) -> str:
    """An interval of days as people write it: "21 April 2024", "7–10 May 2024", "April 2024", "since 5 May 2024"."""
    if start is None and end is None:
        return UNKNOWN_DATE
    if start is None or end is None:
        return f"since {day(start)}" if start else f"until {day(end)}"
    if start == end:
        return day(start)
    if whole := _whole(start, end):
        return whole
    if start.year != end.year:
        return f"{day(start)} – {day(end)}"
    if start.month != end.month:
        return f"{start.day} {start:%B} – {day(end)}"
    return f"{start.day}–{day(end)}"


def when(incident: Incident) -> str:
    """The days of an incident; marked where no report tells any and they only follow from its reports' own days."""
    told = days(incident.start, incident.end)
    return f"{told} (inferred)" if incident.inferred and told != UNKNOWN_DATE else told


def day(value: date | None) -> str:
    """One day: "7 May 2024"."""
    return f"{value.day} {value:%B} {value.year}" if value else UNKNOWN_DATE


def _whole(start: date, end: date) -> str | None:
    """The months or years that an interval covers wholly."""
    after = end + timedelta(days=1) if end < date.max else end
    if start.day != 1 or after.day != 1:
        return None
    if start.month == 1 and after.month == 1:
        return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%B} {start.year}"
    return None


def published(value: Published | None) -> str:
    """When a report came out."""
    return days(value.start, value.end) if value else UNKNOWN_DATE


def number(value: float | None) -> str:
    """A number with thousands set apart: "2,500", "3.5"; "?" where it is not known."""
    if value is None:
        return "?"
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,.4f}".rstrip("0")


def reading(value: FigureReading) -> str:
    """What one reading says: "at least 5", "5–7", "?"."""
    if value.value is not None:
        return " ".join(part for part in (one_line(value.qualifier or ""), number(value.value)) if part)
    if value.low is not None or value.high is not None:
        return span_of_numbers(value.low, value.high)
    return one_line(value.qualifier or "") or "?"


def span_of_numbers(low: float | None, high: float | None) -> str:
    """From low to high, either of which may be open."""
    if low is None or high is None:
        return f"{number(low)} or more" if low is not None else f"up to {number(high)}" if high is not None else "?"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def figure(value: Figure) -> str:
    """A figure in one phrase: "5 (3–7)": the best, and the range where there is one."""
    if value.best is None:
        return span_of_numbers(value.low, value.high)
    if (value.low, value.high) in ((value.best, value.best), (None, None)):
        return number(value.best)
    return f"{number(value.best)} ({span_of_numbers(value.low, value.high)})"


def counted(value: Figure) -> str:
    """What a figure counts, with the unit where that says more: "dollars aid to the region", "people killed"."""
    unit = one_line(value.unit or "")
    known = value.counts.lower().split()
    return one_line(value.counts) if unit.lower() in ("", "people", *known) else f"{unit}, {one_line(value.counts)}"


def share(value: float) -> str:
    """A share as per cent."""
    return f"{round(value * 100)} %"


def count(number_of: int, word: str, plural: str | None = None) -> str:
    """ "1 report", "3 reports"."""
    return f"{number_of:,} {word if number_of == 1 else plural or word + 's'}"


def listed(parts: Iterable[str], joint: str = "and") -> str:
    """ "A", "A and B", "A, B and C"."""
    items = list(parts)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {joint} {items[-1]}" if items else ""
