"""What is counted in days, weeks or years from one day: "last week", "two weeks later", "the past month". Pure.

As wide as an analyst would leave it: "last week" runs from Sunday to Sunday, since nobody tells on which of the two a
week begins, and "a month later" is no thirty days.
"""

from __future__ import annotations

from datetime import date, timedelta

from crossread.calendars import Span, month_days, month_end, year_days
from crossread.records import TimeValue

WEEK_PARTS = {"early": (0, 3), "start": (0, 2), "mid": (2, 4), "late": (4, 7), "end": (5, 7)}
"""Days after the Sunday on which a week begins."""
UNTOLD = (2, 7)
"""How many "some" or "several" are, at least and at most."""
DAYS_IN = {
    "day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365, "decade": 3652, "century": 36524
}  # fmt: skip
MONTHS = {"month": 1, "quarter": 3, "year": 12}
SLACK = {"day": 0, "week": 2, "fortnight": 3, "month": 7, "quarter": 20, "year": 45, "decade": 730, "century": 7300}
"""Days by which a count of units is inexact when it is told after the fact: "a month later" is no 30 days."""


def sunday(day: date) -> date:
    """The Sunday on which the week of `day` begins."""
    return day - timedelta((day.weekday() + 1) % 7)


def _week(value: TimeValue, day: date, count: int) -> Span:
    start = sunday(day) + timedelta(7 * count)
    if value.part == "earlier":
        return Span(min(sunday(day), day - timedelta(1)), day - timedelta(day > sunday(day)))
    if value.part == "later":
        return Span(day, start + timedelta(7))
    if value.part in WEEK_PARTS:
        first, last = WEEK_PARTS[value.part or ""]
        return Span(start + timedelta(first), start + timedelta(last))
    if day == sunday(day):  # on a Sunday the week just over is the last one, or still this one
        if count < 0:
            return Span(start, start + timedelta(6))
        if count == 0 and value.direction < 0:
            return Span(day - timedelta(6), day)
    return Span(start, start + timedelta(7))


def add_months(day: date, count: int) -> date:
    """The same day `count` months on, or the last day of a shorter month."""
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def relative(value: TimeValue, day: date) -> Span | None:
    """Whole units of the calendar from a day: "last month", "two years ago"; None where it cannot be placed."""
    if value.count is None:
        return _untold(value, day)
    if value.part in ("about", "less", "more"):
        return _inexact(value, day)
    return _calendar_unit(value, day, value.count)


def _calendar_unit(value: TimeValue, day: date, count: int) -> Span | None:
    unit, part = value.unit, value.part
    if unit == "day":
        found = day + timedelta(count)
        return Span(found, found + timedelta(part in ("night", "overnight")))
    if unit in ("hour", "minute", "second"):
        days = timedelta(-(-abs(count) // 24) if unit == "hour" else 0)
        return Span(day - days, day) if count < 0 else Span(day, day + days)
    if unit in ("week", "fortnight"):
        return _week(value, day, count * (2 if unit == "fortnight" else 1))
    if part == "earlier":
        first = month_days(day.year, day.month).start if unit == "month" else date(day.year, 1, 1)
        return Span(min(first, day), day)
    if part == "later":
        return Span(day, month_end(day.year, day.month if unit == "month" else 12))
    if unit == "month":
        moved = add_months(day.replace(day=1), count)
        return month_days(moved.year, moved.month, part)
    if unit == "quarter":
        moved = add_months(day.replace(day=1), 3 * count)
        quarter = (moved.month + 2) // 3
        return Span(date(moved.year, 3 * quarter - 2, 1), month_end(moved.year, 3 * quarter))
    return _years(value, day, count)


def _years(value: TimeValue, day: date, count: int) -> Span | None:
    if value.unit == "year":
        if value.count == -1 and value.direction < 0 and value.part is None:  # "a year ago": the same month
            moved = add_months(day, -12)
            return month_days(moved.year, moved.month)
        return year_days(day.year + count, value.part)
    if value.unit == "decade":
        if value.direction < 0 and count < 0:  # "two decades ago"
            middle = day.year + 10 * count
            return Span(date(middle - 2, 1, 1), date(middle + 2, 12, 31))
        first = day.year // 10 * 10 + 10 * count
        return Span(date(first, 1, 1), date(first + 9, 12, 31))
    if value.unit == "century":
        first = day.year // 100 * 100 + 100 * count
        return Span(date(first, 1, 1), date(first + 99, 12, 31))
    return None


def _untold(value: TimeValue, day: date) -> Span | None:
    """ "some months ago": from two to seven of them."""
    size, sign = DAYS_IN.get(value.unit or ""), 1 if value.direction > 0 else -1
    if size is None:
        return None
    near, far = day + timedelta(sign * size * UNTOLD[0]), day + timedelta(sign * size * UNTOLD[1])
    return Span(min(near, far), max(near, far))


def _inexact(value: TimeValue, day: date) -> Span | None:
    """ "about two years ago", "less than a week after", "more than a month ago"."""
    size, count = DAYS_IN.get(value.unit or ""), value.count or 0
    if size is None:
        return None
    there = day + timedelta(size * count)
    if value.part == "less":
        return Span(min(there, day), max(there, day))
    if value.part == "more":
        beyond = day + timedelta(size * 2 * count)
        return Span(min(there, beyond), max(there, beyond))
    slack = timedelta(max(SLACK[value.unit or "day"], size // 2))
    return Span(there - slack, there + slack)


def shift(value: TimeValue, day: date) -> Span | None:
    """Units from a day, to the day: "two weeks later"."""
    if value.count is None:
        return _untold(value, day)
    if value.part in ("about", "less", "more"):
        return _inexact(value, day)
    if value.part == "period":  # "a year earlier" than a quarter: from each of its ends, to the day
        moved = add_months(day, value.count * MONTHS[value.unit or "year"])
        return Span(moved, moved)
    if value.unit in ("hour", "minute", "second"):
        return Span(day, day + timedelta(1)) if value.count > 0 else Span(day - timedelta(1), day)
    if value.unit in ("month", "quarter", "year"):
        moved = add_months(day, value.count * MONTHS[value.unit])
    else:
        moved = day + timedelta(DAYS_IN[value.unit or "day"] * value.count)
    slack = timedelta(SLACK[value.unit or "day"])
    return Span(moved - slack, moved + slack + timedelta(value.part in ("night", "overnight")))


def weekend(value: TimeValue, day: date) -> Span | None:
    """The last, this or next weekend."""
    saturday = day - timedelta((day.weekday() - 5) % 7)  # the last one, or today
    count = value.count or 0
    inside = day.weekday() >= 5
    if count < 0 and inside:
        saturday -= timedelta(7)
    elif count > 0 or (not inside and value.direction > 0):
        saturday += timedelta(7)
    end = saturday + timedelta(1)
    if value.part == "earlier" and inside:  # told on Saturday it may begin with the evening before
        return Span(saturday - timedelta(day == saturday), day)
    return Span(saturday, end)


def stretch(value: TimeValue, day: date) -> Span | None:
    """ "the past two months", "the next five days"."""
    size = DAYS_IN.get(value.unit or "")
    if size is None:
        if value.unit != "hour":
            return None
        away = timedelta(max(1, -(-(value.count or 1) // 24)))
        return Span(day - away, day) if value.direction < 0 else Span(day, day + away)
    if value.unit in ("month", "year") and value.count:
        other = add_months(day, value.count * value.direction * (12 if value.unit == "year" else 1))
    else:
        other = day + timedelta(size * (value.count or UNTOLD[1]) * value.direction)
    return Span(min(day, other), max(day, other))
