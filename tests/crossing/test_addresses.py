"""House numbers that differ in one numeral, and those that are two houses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Disagreement, Reading, Report

Read = Callable[..., tuple[Report, Reading]]


FIRE = "Fire in Tarvela\n\nA fire killed two people in Tarvela on Monday."
OFFICES = "Premier resigns\n\nThe premier of Velia, Anne Holt, resigned in Tarvela on Monday."


def houses(read: Read, one: str, other: str, opening: str = FIRE) -> list[Disagreement]:
    """The disagreements over places of two reports of what the opening tells."""
    texts = (f"{opening} {t}" for t in (one, other))
    pairs = [read(t, date(2031, 5, 8), f"{n}.txt") for n, t in enumerate(texts)]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    return [d for d in found if d.kind == "place"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It began at 214 Orvel Street.", "The flames broke out at 215 Orvel St. after dusk."),
        ("The bakery at 7 Old Mill Road burned.", "Firefighters came to 9 Old Mill Rd at noon."),
    ],
)
def test_one_house_with_two_numbers(read: Read, one: str, other: str) -> None:
    (found,) = houses(read, one, other)
    assert len(found.sides) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It began at 214 Orvel Street.", "Firefighters came to 214 Orvel St. at noon."),
        ("It began at 214 Orvel Street.", "The owner lives at 38 Orvel Street."),
        ("It began at 214 Orvel Street.", "It spread from 215 Orvel Street to 214 Orvel Street."),
        ("It began at 214 Orvel Street.", "It began at 215 Tarn Street."),
        ("It began at 214 Orvel Street.", "Neighbours at 215 Orvel St. saw smoke."),
        ("It began at 214 Orvel Street.", "'I ran,' said Ana Bell, who lives at 216 Orvel Street."),
    ],
)
def test_two_houses_or_one(read: Read, one: str, other: str) -> None:
    assert houses(read, one, other) == []


def test_two_offices_of_one_street(read: Read) -> None:
    one, other = "Holt spoke outside 10 Orvel Street.", "The treasurer, Mark Rees, left 11 Orvel Street at noon."
    assert houses(read, one, other, OFFICES) == []
