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
