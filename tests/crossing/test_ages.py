"""How old somebody is: ages that clash, and those that a birthday explains."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]
BLAST = "A bomb killed a student in Kenya on Tuesday. The victim was {} the police said."


def ages(read: Read, one: str, other: str, later: int = 8) -> list[tuple[str, ...]]:
    """Why each disagreement over an age is one."""
    first = read(f"Bomb\n\n{BLAST.format(one)}", date(2031, 5, 8), "1.txt")
    second = read(f"Bomb\n\n{BLAST.format(other)}", date(2031, 5, later), "2.txt")
    found = pipeline.cross([first[0], second[0]], [first[1], second[1]]).disagreements
    return [d.why for d in found if d.about.startswith("how old")]


@pytest.mark.parametrize(
    "other",
    ["Dana Orvel, 29,", "Dana Orvel (29),", "29-year-old nurse Dana Orvel,", "a 29-year-old nurse, Dana Orvel,"],
)
def test_ages_that_clash(read: Read, other: str) -> None:
    assert ages(read, "Dana Orvel, 25,", other) == [("different ages are told: 25, 29",)]


def test_nobody_has_two_ages_on_one_day(read: Read) -> None:
    assert len(ages(read, "Dana Orvel, 25,", "Dana Orvel, 26,")) == 1


def test_a_birthday_may_lie_between_two_reports(read: Read) -> None:
    assert ages(read, "Dana Orvel, 25,", "Dana Orvel, 26,", later=20) == []


def test_the_same_age(read: Read) -> None:
    assert ages(read, "Dana Orvel, 25,", "25-year-old nurse Dana Orvel,") == []


def test_nobody_grows_younger(read: Read) -> None:
    assert len(ages(read, "Dana Orvel, 26,", "Dana Orvel, 25,", later=28)) == 1
