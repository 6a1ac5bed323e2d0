"""Expressions as TIMEX3: values, types, and where TIMEX3 counts otherwise than the reading does."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.days import Interval
from crossread.records import Span, TimeExpression, TimeValue
from crossread.timex import Timex, period, timex, timexes

DAY = date(2024, 5, 8)
NOWHERE = Interval(None, None)


def told(text: str, value: TimeValue, start: int = 0, anchor: str = "published") -> TimeExpression:
    return TimeExpression(Span("r", start, start + len(text), text), value, anchor)


@pytest.mark.parametrize(
    ("value", "days", "said"),
    [
        (TimeValue("weekday", weekday=2, part="morning"), (DAY, DAY), ("TIME", "2024-05-08TMO")),
        (TimeValue("weekday", weekday=2, part="22:00"), (DAY, DAY), ("TIME", "2024-05-08T22:00")),
        (TimeValue("partial", month=5), (date(2024, 5, 1), date(2024, 5, 31)), ("DATE", "2024-05")),
        (TimeValue("relative", unit="week", count=0), (date(2024, 5, 5), date(2024, 5, 12)), ("DATE", "2024-W19")),
        (TimeValue("shift", unit="year", count=-1, part="period"), (date(2023, 7, 1), date(2023, 9, 30)),
         ("DATE", "2023-Q3")),
        (TimeValue("shift", unit="day", count=1, direction=1), (None, None), ("DATE", "FUTURE_REF")),
        (TimeValue("duration", unit="decade", count=2), (None, None), ("DURATION", "P20Y")),
        (TimeValue("duration", unit="week", direction=-1, part="untold"), (None, None), ("DATE", "PAST_REF")),
        (TimeValue("set", unit="week", weekday=3), (None, None), ("SET", "XXXX-WXX-4")),
        (TimeValue("set", unit="year", month=7), (None, None), ("SET", "XXXX-07")),
        (TimeValue("vague", unit="present"), (None, None), ("DATE", "PRESENT_REF")),
    ],
)  # fmt: skip
def test_values(value: TimeValue, days: tuple[date | None, date | None], said: tuple[str, str]) -> None:
    assert timex(value, Interval(*days)) == said


@pytest.mark.parametrize(
    ("unit", "count", "half", "said"),
    [
        ("month", 6, False, "P6M"), ("hour", 3, False, "PT3H"), ("year", 2, True, "P2Y6M"),
        ("hour", 5, True, "PT5H30M"), ("minute", 1, True, "PT1M30S"), ("hour", 0, True, "PT30M"),
        ("year", None, False, "PXY"),
        ("fortnight", 1, False, "P2W"),
    ],
)  # fmt: skip
def test_lengths(unit: str, count: int | None, half: bool, said: str) -> None:
    assert period(unit, count, half) == said


def test_a_range_is_two() -> None:
    first, last = TimeValue("partial", month=5, day=3), TimeValue("partial", month=5, day=5)
    time = told("3 to 5 May", TimeValue("range", first=first, last=last), 10)
    found = timexes([time], [Interval(date(2024, 5, 3), date(2024, 5, 5))])
    assert found == [Timex(10, 11, "DATE", "2024-05-03"), Timex(15, 20, "DATE", "2024-05-05")]


def test_a_count_from_an_unknown_day_is_a_length_without_its_signal() -> None:
    value = TimeValue("shift", unit="day", count=2, direction=1)
    assert timexes([told("two days after", value, anchor="event")], [NOWHERE]) == [Timex(0, 8, "DURATION", "P2D")]
    assert timexes([told("the day after", value, anchor="event")], [NOWHERE])[0].type == "DATE"


def test_a_time_of_a_day_takes_the_day_behind_it_or_the_last_or_publication() -> None:
    clock = told("10 p.m.", TimeValue("vague", part="22:00"), 20, "none")
    before = told("Monday", TimeValue("weekday", weekday=0), 2)
    behind = told("Tuesday", TimeValue("weekday", weekday=1), 31)
    monday, tuesday = Interval(date(2024, 5, 6), date(2024, 5, 6)), Interval(date(2024, 5, 7), date(2024, 5, 7))
    assert timexes([clock], [NOWHERE], DAY)[0].value == "2024-05-08T22:00"
    assert timexes([before, clock], [monday, NOWHERE], DAY)[1].value == "2024-05-06T22:00"
    assert timexes([before, clock, behind], [monday, NOWHERE, tuesday], DAY)[1].value == "2024-05-07T22:00"
    assert timexes([clock], [NOWHERE])[0].value == "XXXX-XX-XXT22:00"


def test_what_is_told_of_a_part_is_its_mod() -> None:
    time = told("late January", TimeValue("partial", month=1, part="late"))
    assert timexes([time], [Interval(date(2024, 1, 20), date(2024, 1, 31))]) == [Timex(0, 12, "DATE", "2024-01", "END")]
