"""Opposed states of one thing, and what one voice negates and another tells."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Disagreement, Reading, Report

Read = Callable[..., tuple[Report, Reading]]
DAY = date(2031, 5, 8)


def told(read: Read, one: str, other: str, later: date = DAY) -> list[Disagreement]:
    """The disagreements of two reports on a storm, other than over figures."""
    pairs = [
        read(f"Storm hits Marn\n\nA storm hit Marn on Tuesday. {one}", DAY, "one.txt"),
        read(f"Marn after the storm\n\nThe storm hit Marn on Tuesday. {other}", later, "other.txt"),
    ]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    return [d for d in found if d.kind != "figure"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The road to the port was dry.", "The road to the port was wet."),
        ("Power was restored in the town.", "The storm knocked out power in the town."),
        ("The hospital has enough medicine.", "The hospital lacks medicine."),
        ("The alarm at the port worked.", "The alarm at the port failed."),
        ("The search for the sailors has ended.", "The search for the sailors was continuing."),
        ("The police fired rubber bullets at looters.", "No rubber bullets were fired by the police."),
        ("A teacher said that the boy had been bullied.", "Pupils said that he was never bullied."),
        ("The situation at the port is improving.", "The situation at the port is getting worse."),
        ("The looting was spontaneous.", "The looting was carefully planned."),
        ("The diver Petra Sand was well equipped.", "The diver Petra Sand was poorly equipped."),
        ("Workers blocked the harbour.", "The union said that workers did not block the harbour."),
        ("The lorries bring medicine to the clinic.", "A nurse said that the lorries never bring medicine."),
    ],
)
def test_what_cannot_both_be_so(read: Read, one: str, other: str) -> None:
    (found,) = told(read, one, other)
    assert len(found.sides) == 2
    assert found.sides[0].reports != found.sides[1].reports


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The road to the port was dry.", "The cellars of the old town were wet."),
        ("The hospital has enough medicine.", "The bakery lacks flour."),
        ("The police fired rubber bullets at looters.", "The police have not yet fired rubber bullets."),
        ("The police should restore power in the town.", "The police should not cut power in the town."),
        ("Firefighters said the fire was slowing.", "Firefighters said the drought was worsening."),
        ("The sailor Jon Egger had threatened his wife.", "There was no indication that Jon Egger had helpers."),
        ("The diver Petra Sand was well equipped.", "Petra Sand said that the boat was poorly equipped."),
    ],
)
def test_what_can(read: Read, one: str, other: str) -> None:
    assert told(read, one, other) == []


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        (
            "The diver Petra Sand was well equipped.",
            "Petra Sand was a young and poorly equipped diver.",
            "well or badly equipped: Petra Sand",
        ),
        (
            "The diver Petra Sand was well equipped.",
            "Petra Sand was poorly equipped, a fisherman said.",
            "well or badly equipped: Petra Sand",
        ),
        (
            "The sailor Jon Egger had threatened his wife.",
            "A neighbour said that Jon Egger was never violent.",
            "signs of danger or none: Jon Egger",
        ),
        (
            "The sailor Jon Egger apologised. The captain Eva Stahl had tears in her eyes.",
            "The sailor Jon Egger came to the port. He showed no remorse, the captain Eva Stahl said.",
            "sorry or not: Jon Egger",
        ),
    ],
)
def test_who_or_what_it_is_said_of(read: Read, one: str, other: str, about: str) -> None:
    assert [d.about for d in told(read, one, other)] == [about]


def test_what_was_cut_and_later_restored(read: Read) -> None:
    assert told(read, "Power was cut in the town.", "Power was restored in the town.", later=date(2031, 5, 9)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine sailors had wounds that were not threatening their lives.", "Nine sailors had non-threatening wounds."),
        ("Jon Egger did not rescue a sailor in the storm.", "Petra Sand rescued a sailor in the storm."),
    ],
)
def test_what_another_did_or_the_same_words_tell_is_not_negated(read: Read, one: str, other: str) -> None:
    assert told(read, one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The sailor Eva Stahl won a minor medal in Marn.", "The sailor Eva Stahl won a major medal in Marn."),
        ("The mayor said that it was no random act.", "The pilot said he does not believe it was a random act."),
    ],
)
def test_two_of_a_kind_and_what_nobody_believes(read: Read, one: str, other: str) -> None:
    assert told(read, one, other) == []
