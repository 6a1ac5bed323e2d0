"""Intervals of days: the calendar, and expressions counted from an anchor."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from crossread.calendars import easter, from_hijri, month_end, nth_weekday
from crossread.days import Interval, resolve
from crossread.records import TimeValue
from crossread.timex import timex

WEDNESDAY = date(2024, 5, 8)
days = st.dates(date(1950, 1, 1), date(2090, 12, 31))


def on(value: TimeValue, day: date = WEDNESDAY) -> Interval | None:
    return resolve(value, Interval(day, day))


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        (TimeValue("weekday", weekday=0, direction=-1), "2024-05-06", "2024-05-06"),
        (TimeValue("weekday", weekday=0, direction=1), "2024-05-13", "2024-05-13"),
        (TimeValue("weekday", weekday=2, direction=-1), "2024-05-08", "2024-05-08"),
        (TimeValue("weekday", weekday=2, count=-1, direction=-1), "2024-05-01", "2024-05-01"),
        (TimeValue("weekday", weekday=6, direction=-1, part="night"), "2024-05-05", "2024-05-06"),
        (TimeValue("partial", month=5, direction=-1), "2024-05-01", "2024-05-31"),
        (TimeValue("partial", month=5, direction=-1, count=-1), "2024-05-01", "2024-05-31"),
        (TimeValue("partial", month=11), "2023-11-01", "2023-11-30"),
        (TimeValue("partial", month=7), "2024-07-01", "2024-07-31"),
        (TimeValue("partial", month=11, direction=1), "2024-11-01", "2024-11-30"),
        (TimeValue("partial", month=2, part="late", direction=-1), "2024-02-20", "2024-02-29"),
        (TimeValue("relative", unit="week", count=-1), "2024-04-28", "2024-05-05"),
        (TimeValue("relative", unit="week", count=0, part="earlier"), "2024-05-05", "2024-05-07"),
        (TimeValue("relative", unit="month", count=-1), "2024-04-01", "2024-04-30"),
        (TimeValue("relative", unit="year", count=-1), "2023-01-01", "2023-12-31"),
        (TimeValue("relative", unit="year", count=-1, direction=-1), "2023-05-01", "2023-05-31"),
        (TimeValue("relative", unit="year", count=-5, direction=-1), "2019-01-01", "2019-12-31"),
        (TimeValue("relative", unit="day", count=-1, part="night"), "2024-05-07", "2024-05-08"),
        (TimeValue("weekend", count=0, direction=-1), "2024-05-04", "2024-05-05"),
        (TimeValue("weekend", count=1, direction=1), "2024-05-11", "2024-05-12"),
        (TimeValue("absolute", year=2025, part="end", open="by"), None, "2025-12-31"),
        (TimeValue("absolute", year=2017, month=10, part="early", open="since"), "2017-10-01", None),
        (TimeValue("absolute", year=1990, unit="decade"), "1990-01-01", "1999-12-31"),
        (TimeValue("absolute", year=2018, unit="quarter", count=3), "2018-07-01", "2018-09-30"),
        (TimeValue("shift", unit="week", count=-1, part="less"), "2024-05-01", "2024-05-08"),
        (TimeValue("duration", unit="month", count=2, direction=-1), "2024-03-08", "2024-05-08"),
        (TimeValue("partial", month=2, part="mid", first=TimeValue("relative", unit="year", count=0)),
         "2024-02-10", "2024-02-20"),
    ],
)  # fmt: skip
def test_counted_from_a_wednesday(value: TimeValue, start: str | None, end: str | None) -> None:
    expected = Interval(date.fromisoformat(start) if start else None, date.fromisoformat(end) if end else None)
    assert on(value) == expected


def test_feasts() -> None:
    assert [easter(year) for year in (2000, 2019, 2024)] == [date(2000, 4, 23), date(2019, 4, 21), date(2024, 3, 31)]
    assert from_hijri(1445, 9, 1) == date(2024, 3, 11)
    assert nth_weekday(1999, 11, 3, 4) == date(1999, 11, 25)
    assert nth_weekday(2021, 5, 0, -1) == date(2021, 5, 31)
    ramadan = resolve(TimeValue("absolute", year=2024, unit="hijri", month=9, day=1, count=30), None)
    assert ramadan is not None
    assert ramadan.start is not None
    assert abs((ramadan.start - date(2024, 3, 11)).days) <= 1


def test_unknown_anchor_and_impossible_days_are_none() -> None:
    assert resolve(TimeValue("weekday", weekday=1, direction=-1), None) is None
    assert resolve(TimeValue("absolute", year=2023, month=4, day=31), None) is None
    assert on(TimeValue("duration", unit="month", count=6)) is None
    assert on(TimeValue("vague", unit="past")) is None


def test_ranges_take_the_year_that_keeps_their_order() -> None:
    months = TimeValue(
        "range",
        first=TimeValue("partial", month=11, direction=-1),
        last=TimeValue("partial", month=1, direction=-1),
    )
    assert on(months) == Interval(date(2023, 11, 1), date(2024, 1, 31))


@given(days, st.integers(0, 6), st.sampled_from([-1, 1]))
def test_a_weekday_lies_within_a_week_on_its_side(day: date, weekday: int, direction: int) -> None:
    found = on(TimeValue("weekday", weekday=weekday, direction=direction), day)
    assert found is not None
    assert found.start is not None
    assert found.start.weekday() == weekday
    assert 0 <= (found.start - day).days * direction < 7


@given(days, st.integers(0, 5), st.integers(1, 12), st.sampled_from([-1, 0, 1]))
def test_a_wider_anchor_covers_what_its_days_give(day: date, width: int, month: int, direction: int) -> None:
    value = TimeValue("partial", month=month, direction=direction)
    last = day + timedelta(width)
    whole, first, end = resolve(value, Interval(day, last)), on(value, day), on(value, last)
    assert whole
    assert first
    assert end
    assert whole.start == min(first.start or date.min, end.start or date.min)
    assert whole.end == max(first.end or date.min, end.end or date.min)


@given(days, st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]), st.integers(-3, 3))
def test_a_period_has_its_days_in_order(day: date, unit: str, count: int) -> None:
    found = on(TimeValue("relative", unit=unit, count=count), day)
    assert found is not None
    assert found.start is not None
    assert found.end is not None
    assert found.start <= found.end
    if count == 0:
        assert found.start <= day <= found.end


@given(days)
def test_month_end_is_followed_by_the_first(day: date) -> None:
    end = month_end(day.year, day.month)
    assert end.month == day.month
    assert (end + timedelta(1)).day == 1


def test_timex_values() -> None:
    def written(value: TimeValue) -> str:
        return timex(value, on(value))[1]

    assert written(TimeValue("weekday", weekday=0, direction=-1, part="morning")) == "2024-05-06TMO"
    assert written(TimeValue("relative", unit="week", count=-1)) == "2024-W18"
    assert written(TimeValue("partial", month=4, direction=-1)) == "2024-04"
    assert written(TimeValue("absolute", year=1990, unit="decade")) == "199"
    assert written(TimeValue("duration", unit="month", count=6)) == "P6M"
    assert written(TimeValue("vague", unit="past")) == "PAST_REF"


def test_a_weekday_tells_the_year_that_is_not_told() -> None:
    day = Interval(date(2024, 5, 8), date(2024, 5, 8))
    value = TimeValue("partial", month=11, day=5, direction=-1)
    assert resolve(value, day) == Interval(date(2023, 11, 5), date(2023, 11, 5))
    on_tuesday = TimeValue("partial", month=11, day=5, weekday=1, direction=-1)
    assert resolve(on_tuesday, day) == Interval(date(2024, 11, 5), date(2024, 11, 5))


def test_a_day_that_is_just_over_is_not_that_of_next_year() -> None:
    value = TimeValue("partial", month=1, day=14, direction=1)
    assert resolve(value, Interval(date(2000, 1, 15), date(2000, 1, 15))) == Interval(
        date(2000, 1, 14), date(2000, 1, 14)
    )
    assert resolve(value, Interval(date(2000, 9, 15), date(2000, 9, 15))) == Interval(
        date(2001, 1, 14), date(2001, 1, 14)
    )


def test_a_year_earlier_than_a_quarter_is_that_quarter() -> None:
    quarter = Interval(date(2023, 7, 1), date(2023, 9, 30))
    back = TimeValue("shift", unit="year", count=-1, direction=-1, part="period")
    assert resolve(back, quarter) == Interval(date(2022, 7, 1), date(2022, 9, 30))


def test_the_week_and_the_weekend_of_a_day() -> None:
    week = TimeValue("absolute", year=2000, month=3, day=6, unit="week")
    assert resolve(week, None) == Interval(date(2000, 3, 6), date(2000, 3, 12))
    weekend = TimeValue("absolute", year=2024, month=5, day=19, unit="weekend of")
    assert resolve(weekend, None) == Interval(date(2024, 5, 18), date(2024, 5, 19))
