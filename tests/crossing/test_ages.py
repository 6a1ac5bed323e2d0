"""How old somebody is: ages that clash, and those that a birthday explains."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from crossread import pipeline
from crossread.crossing.disagreements import numbers
from crossread.records import Dossier, Figure, Reading, Report

Read = Callable[..., tuple[Report, Reading]]
BLAST = "A bomb killed a student in Kenya on Tuesday. The victim was {} the police said."


def ages(read: Read, one: str, other: str, later: int = 8) -> list[tuple[str, ...]]:
    """Why each disagreement over an age is one."""
    found = dossier(read, one, other, later).disagreements
    return [d.why for d in found if d.about.startswith("how old")]


def dossier(read: Read, one: str, other: str, later: int = 8) -> Dossier:
    """Two reports of one bombing, with what they say of its victim."""
    first = read(f"Bomb\n\n{BLAST.format(one)}", date(2031, 5, 8), "1.txt")
    second = read(f"Bomb\n\n{BLAST.format(other)}", date(2031, 5, later), "2.txt")
    return pipeline.cross([first[0], second[0]], [first[1], second[1]])


@pytest.mark.parametrize(
    "other",
    ["Dana Orvel, 29,", "Dana Orvel (29),", "29-year-old nurse Dana Orvel,", "a 29-year-old nurse, Dana Orvel,"],
)
def test_ages_that_clash(read: Read, other: str) -> None:
    assert ages(read, "Dana Orvel, 25,", other) == [("25 and 29 cannot both be right",)]


def test_nobody_has_two_ages_on_one_day(read: Read) -> None:
    assert len(ages(read, "Dana Orvel, 25,", "Dana Orvel, 26,")) == 1


def test_a_birthday_may_lie_between_two_reports(read: Read) -> None:
    assert ages(read, "Dana Orvel, 25,", "Dana Orvel, 26,", later=20) == []


def test_the_same_age(read: Read) -> None:
    assert ages(read, "Dana Orvel, 25,", "25-year-old nurse Dana Orvel,") == []


def test_nobody_grows_younger(read: Read) -> None:
    assert len(ages(read, "Dana Orvel, 26,", "Dana Orvel, 25,", later=28)) == 1


def age(read: Read, one: str, other: str, later: int = 8) -> list[Figure]:
    """The figures of ages."""
    return [f for f in dossier(read, one, other, later).figures if f.counts.startswith("age of")]


def test_an_age_is_a_figure_of_its_bearer(read: Read) -> None:
    (found,) = age(read, "Dana Orvel, 25,", "25-year-old nurse Dana Orvel,")
    assert (found.counts, found.unit, found.best, found.verdict) == ("age of Dana Orvel", "years", 25, "agree")
    assert {r.evidence[0].text for r in found.readings} == {"Orvel, 25", "25-year-old nurse"}


def test_ages_of_two_persons_are_two_figures(read: Read) -> None:
    found = age(read, "Dana Orvel, 25, a friend of Pero Kolar, 25,", "Dana Orvel, 25,")
    assert {f.counts: len(f.readings) for f in found} == {"age of Dana Orvel": 2, "age of Pero Kolar": 1}


def test_who_is_not_named_is_known_by_his_age_alone(read: Read) -> None:
    (found,) = age(read, "Dana Orvel, 25,", "a 25-year-old woman,")
    assert (found.counts, len(found.readings), found.verdict) == ("age of Dana Orvel", 2, "agree")


def test_a_later_age_is_an_update(read: Read) -> None:
    (found,) = age(read, "Dana Orvel, 25,", "Dana Orvel, 26,", later=28)
    assert found.verdict == "update"


def test_agents_are_no_ages(read: Read) -> None:
    (found,) = age(read, "Dana Orvel, 25,", "Dana Orvel, 25,")
    assert numbers._slack(found) == 1.0
    assert numbers._slack(msgspec.structs.replace(found, counts="agents sent")) == 1 + numbers.ROUNDED
