"""Date expressions as TIMEX3 values (TimeML), the form in which date taggers are compared."""

from __future__ import annotations

from datetime import timedelta

from crossread.days import Interval, sunday
from crossread.records import TimeValue

UNITS = {
    "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
    "hour": "H", "minute": "M", "second": "S",
}  # fmt: skip
CLOCK = frozenset({"hour", "minute", "second"})
PARTS = {
    "morning": "TMO", "noon": "T12:00", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "overnight": "TNI",
    "tonight": "TNI", "midnight": "T24:00",
}  # fmt: skip
SEASONS = ("SP", "SU", "FA", "WI")


def timex(value: TimeValue, days: Interval | None) -> tuple[str, str]:
    """(type, value) of an expression that was resolved to `days`: ("DATE", "2024-W18"), ("DURATION", "P6M")."""
    if value.kind == "vague":
        return "DATE", f"{(value.unit or 'present').upper()}_REF"
    if value.kind == "duration":
        return "DURATION", period(value.unit, value.count)
    if value.kind == "set":
        return "SET", period(value.unit, value.count or 1)
    if days is None or (day := days.start or days.end) is None:
        return "DATE", "FUTURE_REF" if value.direction > 0 else "PAST_REF"
    if value.count is None and value.kind in ("relative", "shift"):
        return "DATE", "FUTURE_REF" if value.direction > 0 else "PAST_REF"
    text = _value(value, Interval(day, days.end or day))
    return ("TIME" if "T" in text else "DATE"), text


def period(unit: str | None, count: int | None) -> str:
    """A length of time: "P6M", "PT3H", "PXY" where the number is not told."""
    if unit == "fortnight":
        unit, count = "week", None if count is None else 2 * count
    clock = "T" if unit in CLOCK else ""
    return f"P{clock}{'X' if count is None else count}{UNITS.get(unit or 'day', 'D')}"


def _value(value: TimeValue, days: Interval) -> str:
    start, end = days
    if start is None or end is None:
        return "PAST_REF"
    if value.kind == "weekend":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02}-WE"
    unit = _grain(value)
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
    return start.isoformat() + PARTS.get(value.part or "", "")


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
