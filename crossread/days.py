"""Days and intervals of days: what a date expression means once the day that it is counted from is known.

`resolve` turns a `TimeValue` into an interval as wide as an analyst would leave it: "early May" is ten days, "last
week" runs from Sunday to Sunday, since nobody tells on which of the two a week begins. When the day counted from is
itself an interval, the result covers what every one of its days gives. What cannot be placed is None.

`TimeValue.kind`, with the fields that each uses:

absolute   year, month, day, `part`; with `unit` quarter or season `count` says which one, with decade or century `year`
           is its first year; with easter, orthodox easter, hebrew (`count` days from it, `day` days long), hijri or
           "weekday of month" it is a feast
partial    the same without a year; `first`, if there, is the year that it lies in ("of last year")
weekday    weekday; `count` -1 or +1 when the expression says "last" or "next"; `first`: the week that it lies in
relative   `count` units from the anchor, in whole units of the calendar ("last month", "two years ago"); None: untold
shift      `count` units from the anchor, to the day ("two weeks later"); `part` less or more: within or beyond that,
           period: the same stretch of a business year ("a year earlier" than a told quarter)
weekend    count -1 last, 0 this, 1 next
range      from the days of `first` to those of `last`
duration   `count` units that end (direction -1) or begin (+1) at the anchor; with direction 0 a length of time, no days
           (`part` half: and a half; untold: only the side is told, "recent weeks")
set        again and again, no days: `count` units, a weekday of a week, a month of a year
vague      recognised, no days: `unit` past, present or future; with `part` a time of a day ("22:00")
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from crossread.calendars import Span, in_year, month_days, month_end, year_days
from crossread.records import TimeValue


class Interval(NamedTuple):
    """First and last day, inclusive; None on an open side."""

    start: date | None
    end: date | None


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
PINNED = 3
"""Days of an anchor that a weekday can still tell apart; of a longer one it may be that of the week before."""
AHEAD_BIAS = 1.5
"""How much nearer a month ahead must be than one that is over when neither tense nor context tells: news looks back."""


FAR, NEAR = 270, 95
"""Days: nobody tells a month without its year so far ahead when the same is so shortly over (all three such in TimeBank
and AQUAINT are over). Backwards it is told so: "the storm struck in September", said in August."""


def resolve(value: TimeValue, anchor: Interval | None) -> Interval | None:
    """The days that `value` means, counted from `anchor` where it must be; None if that is unknown or it tells none."""
    try:
        span = _resolve(value, anchor)
    except (ValueError, OverflowError):  # 31 April, the year 0: written, but no day
        return None
    return None if span is None else _opened(span, value.open)


def is_anchored(value: TimeValue) -> bool:
    """Whether the value needs a day to be counted from."""
    if value.kind == "range" and value.first and value.last:
        return is_anchored(value.last) or is_anchored(value.first)
    return value.kind not in ("absolute", "set", "vague") and not (value.kind == "duration" and not value.direction)


def _resolve(value: TimeValue, anchor: Interval | None) -> Span | None:
    if value.kind == "range":
        return _range(value, anchor)
    if not is_anchored(value):
        return _absolute(value) if value.kind == "absolute" else None
    if anchor is None or anchor.start is None or anchor.end is None:
        return None
    if value.kind == "weekday" and value.first is None and (anchor.end - anchor.start).days < PINNED:
        # A weekday that lies among the possible days is that one: one in 20 reports means the one a week earlier.
        return _from(value, anchor.start if value.direction > 0 or (value.count or 0) > 0 else anchor.end)
    first = _from(value, anchor.start)
    last = _from(value, anchor.end) if anchor.end != anchor.start else first
    if first is None or last is None:
        return None
    return Span(min(first.start, last.start), max(first.end, last.end))


def _opened(span: Span, side: str | None) -> Interval:
    """ "since May" has no end, "by May" no start."""
    if side in ("since", "after"):
        return Interval(span.start if side == "since" else span.end, None)
    if side in ("until", "by", "before"):
        return Interval(None, span.start if side == "before" else span.end)
    return Interval(*span)


def _range(value: TimeValue, anchor: Interval | None) -> Span | None:
    if value.first is None or value.last is None:
        return None
    last = _resolve(value.last, anchor)
    first = _resolve(value.first, anchor)
    if first is None or last is None:
        return None
    if first.start > last.start and is_anchored(value.first):  # "September and October": the September before it
        first = _resolve(value.first, Interval(last.start, last.start))
    return Span(first.start, last.end) if first and first.start <= last.end else None


def _absolute(value: TimeValue) -> Span | None:
    if value.year is None:
        return None
    return in_year(value, value.year)


# --------------------------------------------------------------------------- counted from one day


def _from(value: TimeValue, day: date) -> Span | None:
    if value.kind == "weekday":
        return _weekday(value, day)
    if value.kind == "partial":
        return _partial(value, day)
    if value.kind == "relative":
        return _relative(value, day)
    if value.kind == "shift":
        return _shift(value, day)
    if value.kind == "weekend":
        return _weekend(value, day)
    if value.kind == "duration":
        return _stretch(value, day)
    return None


def _weekday(value: TimeValue, day: date) -> Span | None:
    weekday = value.weekday or 0
    if value.first is not None:
        week = _from(value.first, day)
        if week is None:
            return None
        found = week.start + timedelta((weekday - week.start.weekday()) % 7)
        if found == week.start and week.end - week.start >= timedelta(7):  # a Sunday at both ends: the later one
            found = week.end
    elif value.count:  # "last Monday" is never today
        back = (day.weekday() - weekday) % 7 or 7
        found = day - timedelta(back) if value.count < 0 else day + timedelta((weekday - day.weekday()) % 7 or 7)
    elif value.direction > 0:
        found = day + timedelta((weekday - day.weekday()) % 7)
    else:
        found = day - timedelta((day.weekday() - weekday) % 7)
    return Span(found, found + timedelta(value.part in ("night", "overnight")))


def _partial(value: TimeValue, day: date) -> Span | None:
    if value.first is not None:
        year = _from(value.first, day) if is_anchored(value.first) else _absolute(value.first)
        return in_year(value, year.start.year) if year else None
    candidates = [span for year in range(day.year - 4, day.year + 5) if (span := _year_or_none(value, year))]
    past = [span for span in candidates if span.start <= day]
    ahead = [span for span in candidates if span.end >= day]
    if past and ahead and value.count is None and value.unit is None and _is_just_over(value, past, ahead, day):
        return past[-1]
    if value.direction < 0 or (value.count == -1 and value.unit is None):
        over = [span for span in past if span.end < day] if value.count == -1 and value.month != day.month else past
        return over[-1] if over else None
    if value.direction > 0:
        return ahead[0] if ahead else None
    if not past or not ahead:
        return None
    behind, before = (day - past[-1].end).days, (ahead[0].start - day).days
    return past[-1] if behind <= AHEAD_BIAS * before or behind <= 0 else ahead[0]


def _is_just_over(value: TimeValue, past: list[Span], ahead: list[Span], day: date) -> bool:
    """Whether the tense leads many months ahead while the same day is just over: the tense may be that of what lay
    ahead then, and so far ahead the year would be told."""
    return value.direction > 0 and (ahead[0].start - day).days >= FAR and (day - past[-1].end).days <= NEAR


def _year_or_none(value: TimeValue, year: int) -> Span | None:
    try:
        return in_year(value, year)
    except ValueError:  # 29 February
        return None


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


def _relative(value: TimeValue, day: date) -> Span | None:
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


def _shift(value: TimeValue, day: date) -> Span | None:
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


def _weekend(value: TimeValue, day: date) -> Span | None:
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


def _stretch(value: TimeValue, day: date) -> Span | None:
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
