"""Who died or was hurt belongs to what befell them: an attack is somebody's, a crash is nobody's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.records import EventMention, Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def deed(read: Read, text: str, trigger: str) -> EventMention:
    found = [event for event in read(text)[1].events if trigger in event.trigger.text]
    assert found, f"{trigger!r} not found in {text!r}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A helicopter crashed near Lisk on Sunday, killing the pilot and a nurse.", "killing"),
        ("A bus overturned near Lisk on Sunday. Four people were killed.", "killed"),
        ("An earthquake shook Kandor on Sunday. Twelve people were injured in Terak.", "injured"),
        ("Cholera has killed 61 people in Lomba since August.", "killed"),
    ],
)
def test_the_dead_of_a_mishap_were_killed_by_nobody(read: Read, text: str, trigger: str) -> None:
    event = deed(read, text, trigger)
    assert event.type in ("HARM", "DISASTER")
    assert not [part for part in event.parts if part.role == "actor" and part.mention is not None]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Gunmen opened fire in Orsk on Monday, killing two guards.", "killing"),
        ("A bomb attack shook Orsk on Monday. Two guards died in hospital.", "died"),
        ("Rebels attacked the town of Orsk on Monday. Four people were injured.", "injured"),
    ],
)
def test_the_dead_of_an_attack_are_its_victims(read: Read, text: str, trigger: str) -> None:
    assert deed(read, text, trigger).type == "ASSAULT"


def test_who_dies_of_an_illness_dies_of_no_attack(read: Read) -> None:
    text = "Gunmen attacked the town of Orsk on Monday. The mayor died of cancer on Tuesday."
    assert deed(read, text, "died").type == "HARM"


def test_a_participle_has_the_day_and_place_of_its_crash(read: Read) -> None:
    event = deed(read, "A bus crashed in Lisk on Sunday, killing four people.", "killing")
    assert event.times
    assert event.places


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Bus overturns in Maro, four dead", "dead"),
        ("A mine collapsed in Maro on Sunday. Eleven men are missing.", "missing"),
        ("A wall collapsed in Maro on Sunday. Nine people were hurt.", "hurt"),
    ],
)
def test_how_somebody_is_tells_what_befell_them(read: Read, text: str, trigger: str) -> None:
    assert deed(read, text, trigger).type == "HARM"
