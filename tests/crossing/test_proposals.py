"""What should be done: proposals that others reject, and those that nobody does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def proposals(read: Read, *texts: str) -> list[tuple[str, ...]]:
    """The sides of each disagreement on what should be done."""
    pairs = [read(f"Council\n\n{t}", date(2031, 5, 8), f"{n}.txt") for n, t in enumerate(texts)]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    return [tuple(s.says for s in d.sides) for d in found if d.about.startswith("what should be done")]


def test_a_plan_is_rejected_in_the_next_sentence(read: Read) -> None:
    text = "Mayor Dana Orvel called for the old bridge to be closed. The shopkeepers' union rejected the plan."
    (sides,) = proposals(read, text)
    assert len(sides) == 2


def test_a_call_is_refused_in_another_report(read: Read) -> None:
    one = "The nurses' union called on the government to close the schools of the city."
    two = 'Minister Tarek Sol said: "Closing the schools would achieve nothing."'
    assert len(proposals(read, one, two)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Dana Orvel called for the old bridge to be closed. The shopkeepers' union welcomed the plan.",
        "Mayor Dana Orvel called for the old bridge to be closed. The bank rejected the accusation of fraud.",
        "Mayor Dana Orvel called for the old bridge to be closed. She said that a new ferry would achieve nothing.",
    ],
)
def test_nobody_rejects_it(read: Read, text: str) -> None:
    assert proposals(read, text) == []


def test_who_forbids_what_others_put_off_agrees(read: Read) -> None:
    one = "The government urged people to avoid the market of the city."
    two = 'Minister Tarek Sol said: "People should not go to the market of the city."'
    assert proposals(read, one, two) == []
