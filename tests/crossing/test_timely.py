"""Reports that came out within days of each other are nearer."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.crossing.incidents.timely import AT_ONCE, timely
from crossread.records import Published, Report


def report(name: str, day: int, basis: str = "metadata") -> Report:
    when = date(2031, 5, day)
    return Report(name, f"{name}.txt", "Orsk", published=Published(when, when, basis))


@pytest.mark.parametrize(
    ("alike", "other", "more"),
    [
        (0.3, report("b", 1), AT_ONCE),
        (0.3, report("b", 28), 0.0),
        (0.1, report("b", 1), 0.0),
        (0.3, report("b", 1, "weekday"), 0.0),
    ],
)
def test_reports_of_one_day_are_nearer(alike: float, other: Report, more: float) -> None:
    assert timely({("a", "b"): alike}, (report("a", 1), other))["a", "b"] == pytest.approx(alike + more)


def test_the_fewer_days_the_nearer() -> None:
    reports = (report("a", 1), report("b", 2), report("c", 6))
    found = timely({("a", "b"): 0.3, ("a", "c"): 0.3}, reports)
    assert found["a", "b"] > found["a", "c"] > 0.3
