"""Parties of a deed that its own noun does not govern: carried out by, between whom it broke out, who was put under."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]


@pytest.mark.parametrize(
    ("text", "trigger", "role", "party"),
    [
        ("He was hurt in the attack perpetrated by unidentified gunmen.", "attack", "actor", "gunmen"),
        ("They condemned the attack carried out by the rebels.", "attack", "actor", "rebels"),
        ("Clashes broke out between the crowd and police.", "Clashes", "actor", "crowd"),
        ("Minister Ana Kohl paid tribute to the victims on a visit to Norland.", "visit", "actor", "Ana Kohl"),
        ("A group of 28 people were put under quarantine.", "quarantine", "target", "people"),
    ],
)
def test_a_noun_has_the_parties_that_its_clause_names(
    read: Read, text: str, trigger: str, role: str, party: str
) -> None:
    _, reading = read(text)
    event = next(event for event in reading.events if trigger in event.trigger.text)
    assert party in " | ".join(part.span.text for part in event.parts if part.role == role)
