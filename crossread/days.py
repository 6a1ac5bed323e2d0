"""Days and intervals of days: what a date expression means once the day that it is counted from is known.

`resolve` turns a `TimeValue` into an interval as wide as an analyst would leave it: "early May" is ten days, "last
week" runs from Sunday to Sunday, since nobody tells on which of the two a week begins. When the day counted from is
itself an interval, the result covers what every one of its days gives. What cannot be placed is None.

`TimeValue.kind`, with the fields that each uses:

absolute   year, month, day, `part`; with `unit` quarter or season `count` says which one, with decade or century `year`
           is its first year; with easter, orthodox easter, hebrew (`count` days from it, `day` days long), hijri or
           "weekday of month" it is a feast
           with week or weekend of it is the week, or the weekend of the week, of that day
partial    the same without a year; `first`, if there, is the year that it lies in ("of last year"), `weekday` that of
           the day: the year is one in which it fits
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
from functools import lru_cache
from typing import NamedTuple

from crossread.calendars import Span, in_year
from crossread.offsets import relative, shift, stretch, weekend
from crossread.records import TimeValue


class Interval(NamedTuple):
    """First and last day, inclusive; None on an open side."""

    start: date | None
    end: date | None


PINNED = 3
"""Days of an anchor that a weekday can still tell apart; of a longer one it may be that of the week before."""
AHEAD_BIAS = 1.5
"""How much nearer a month ahead must be than one that is over when neither tense nor context tells: news looks back."""
YEAR_AND_MORE = 400
"""Days: so near must the day lie on which day, month and weekday fit."""
OF_A_DAY = ("week", "weekend of")
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
        return relative(value, day)
    if value.kind == "shift":
        return shift(value, day)
    if value.kind == "weekend":
        return weekend(value, day)
    if value.kind == "duration":
        return stretch(value, day)
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
    candidates = _around(value, day.year)
    if value.weekday is not None and value.unit is None:
        fitting = [span for span in candidates if span.start.weekday() == value.weekday]
        nearest = min(fitting, key=lambda span: abs(span.start - day), default=None)
        if nearest and abs(nearest.start - day).days <= YEAR_AND_MORE:
            return nearest
    past = [span for span in candidates if span.start <= day]
    ahead = [span for span in candidates if span.end >= day]
    if (
        past
        and ahead
        and value.count is None
        and value.unit in (None, *OF_A_DAY)
        and _is_just_over(value, past, ahead, day)
    ):
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


@lru_cache(maxsize=4096)
def _around(value: TimeValue, year: int) -> tuple[Span, ...]:
    """The days of a value without a year in the years around one."""
    return tuple(span for near in range(year - 4, year + 5) if (span := _year_or_none(value, near)))


def _year_or_none(value: TimeValue, year: int) -> Span | None:
    try:
        return in_year(value, year)
    except ValueError:  # 29 February
        return None
