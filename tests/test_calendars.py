"""Feasts that move, against days that are known."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.calendars import easter, in_year, orthodox_easter, rosh_hashanah
from crossread.records import TimeValue


@pytest.mark.parametrize(
    ("year", "western", "eastern", "jewish"),
    [
        (2016, date(2016, 3, 27), date(2016, 5, 1), date(2016, 10, 3)),
        (2019, date(2019, 4, 21), date(2019, 4, 28), date(2019, 9, 30)),
        (2023, date(2023, 4, 9), date(2023, 4, 16), date(2023, 9, 16)),
        (2024, date(2024, 3, 31), date(2024, 5, 5), date(2024, 10, 3)),
    ],
)
def test_easter_and_the_jewish_new_year(year: int, western: date, eastern: date, jewish: date) -> None:
    assert (easter(year), orthodox_easter(year), rosh_hashanah(year)) == (western, eastern, jewish)


@pytest.mark.parametrize(
    ("away", "days", "first", "last"),
    [(9, 1, date(2023, 9, 25), date(2023, 9, 25)), (-163, 8, date(2023, 4, 6), date(2023, 4, 13))],
)
def test_feasts_counted_from_the_jewish_new_year(away: int, days: int, first: date, last: date) -> None:
    assert in_year(TimeValue("partial", unit="hebrew", count=away, day=days), 2023) == (first, last)


def test_easter_weekend_runs_from_good_friday_to_monday() -> None:
    found = in_year(TimeValue("partial", unit="easter", count=-2, day=4), 2024)
    assert found == (date(2024, 3, 29), date(2024, 4, 1))
