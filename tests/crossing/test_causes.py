"""Why it happened, what somebody died of, who is to blame: as different voices say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Disagreement, Reading, Report

Read = Callable[..., tuple[Report, Reading]]
DAY = date(2031, 5, 8)


def told(read: Read, one: str, other: str) -> list[Disagreement]:
    """The disagreements of two reports on a crash and a death."""
    pairs = [
        read(f"Bus crash near Sorrel kills Emil Prado of Delmora\n\n{one}", DAY, "one.txt"),
        read(f"Emil Prado of Delmora dies in bus crash near Sorrel\n\n{other}", DAY, "other.txt"),
    ]
    return list(pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements)


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("The brakes of the bus failed.", "The driver of the bus fell asleep at the wheel.", "what caused it"),
        ("The bus driver died of a heart attack.", "The bus driver was beaten to death.", "what somebody died of"),
        (
            "The widow blames the company for the crash of the bus.",
            "The company blames the driver for the crash of the bus.",
            "who",
        ),
    ],
)
def test_different_answers(read: Read, one: str, other: str, about: str) -> None:
    found = [d for d in told(read, one, other) if d.about.startswith(about)]
    assert [len(d.sides) for d in found] == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The brakes of the bus failed.", "The brakes of the bus had failed before."),
        ("The brakes of the bus failed.", "Nobody knows whether the driver of the bus fell asleep at the wheel."),
        ("The brakes of the bus failed.", "The driver of the bus did not fall asleep at the wheel."),
        ("The widow blames the company for the crash.", "The mayor blames the company for the crash."),
    ],
)
def test_one_answer(read: Read, one: str, other: str) -> None:
    found = told(read, one, other)
    assert not [d for d in found if d.about.startswith(("what caused it", "who is to blame"))]
