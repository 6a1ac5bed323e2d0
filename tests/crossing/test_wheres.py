"""Where it was and where somebody is from: places that exclude each other, and those that do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]
BLAST = "A bomb exploded in a bank in {} on Tuesday and killed 12 people, the police said."
VICTIM = "A bomb killed a student in Kenya on Tuesday. The victim was Dana Orvel, 25, {}, the police said."


def where(read: Read, *texts: str) -> list[int]:
    """How many sides each disagreement over places has."""
    pairs = [read(f"Bomb in bank\n\n{t}", date(2031, 5, 8), f"{n}.txt") for n, t in enumerate(texts)]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    return [len(d.sides) for d in found if d.kind == "place"]


@pytest.mark.parametrize(("one", "other"), [("of Nairobi", "of Kisumu"), ("a nurse from Kisumu", "from Nairobi")])
def test_somebody_is_said_to_be_from_two_towns(read: Read, one: str, other: str) -> None:
    assert where(read, VICTIM.format(one), VICTIM.format(other)) == [2]


def test_a_town_and_its_country_are_no_two_homes(read: Read) -> None:
    assert where(read, VICTIM.format("of Nairobi"), VICTIM.format("of Kenya")) == []


def test_the_same_home_in_all_reports(read: Read) -> None:
    assert where(read, VICTIM.format("of Nairobi"), VICTIM.format("a nurse from Nairobi")) == []


def test_a_report_that_names_both_places_knows_both(read: Read) -> None:
    other = BLAST.format("Mombasa") + " The wounded were flown to a hospital in Nairobi."
    assert where(read, BLAST.format("Nairobi"), other) == []
