"""The first toll that each report gives of the main happening."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Disagreement, Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def tolls(read: Read, one: str, other: str, days: tuple[int, int] = (8, 8)) -> list[Disagreement]:
    """The disagreements over numbers of two reports on the train crash at Marn."""
    texts = (f"Trains collide at Marn\n\n{one}", f"Train crash at Marn\n\n{other}")
    pairs = [read(t, date(2031, 5, day), f"{n}.txt") for n, (t, day) in enumerate(zip(texts, days, strict=True))]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    return [d for d in found if d.kind == "figure"]


ONE = "Two trains collided at Marn on Thursday. The crash at Marn injured 50 people, the police said."


@pytest.mark.parametrize(
    ("other", "day", "count"),
    [
        ("Two trains collided at Marn on Thursday. The crash at Marn injured 80 people, the railway said.", 8, 1),
        ("Two trains collided at Marn on Thursday. The crash at Marn injured 52 people, the railway said.", 8, 0),
        ("Two trains collided at Marn on Thursday. The crash at Marn injured 80 people, the railway said.", 9, 0),
        ("Two trains collided at Marn on Thursday. The crash injured eight of the passengers badly.", 8, 0),
    ],
)
def test_tolls_of_one_day_that_cannot_both_be_right(read: Read, other: str, day: int, count: int) -> None:
    assert len(tolls(read, ONE, other, (8, day))) == count


def test_a_range_stands_against_a_number(read: Read) -> None:
    other = "Two trains collided at Marn on Thursday. The crash at Marn injured 20 to 30 people, the railway said."
    assert len(tolls(read, ONE.replace("50", "80"), other)) == 1


def test_a_later_and_lower_toll_is_told_as_such(read: Read) -> None:
    one = "Two trains collided at Marn on Thursday. A crash on the railway injured 80 people, the police said."
    other = "Two trains collided at Marn last Thursday. A collision on the railway injured 50 people, a doctor said."
    (found,) = tolls(read, one, other, (9, 13))
    assert found.why[-1] == "a later report gives a lower number"


@pytest.mark.parametrize(
    "last", ["Another crash at Orsk injured 30 people.", "Another crash injured 30 people.", "At Orsk 30 were injured."]
)
def test_a_crash_elsewhere_is_not_the_one_at_hand(read: Read, last: str) -> None:
    one = "Two trains collided at Marn on Thursday. The crash at Marn injured nine people, the police said."
    other = f"Two trains collided at Marn on Thursday. {last}"
    assert tolls(read, one, other) == []
