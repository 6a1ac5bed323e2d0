"""How long it took: lengths of time that exclude each other, and those that do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def how_long(read: Read, *texts: str) -> list[int]:
    """How many sides each disagreement over lengths of time has."""
    pairs = [read(f"Ferry to Norrby\n\n{t}", date(2031, 5, 8), f"{n}.txt") for n, t in enumerate(texts)]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    return [len(d.sides) for d in found if d.about.startswith("how long")]


BLAZE = "The ferry Albatros caught fire off Norrby. {} The captain Petra Sand was praised by the passengers."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crew fought the blaze for less than 20 minutes.", "The crew fought the blaze for two hours."),
        ("The blaze on the ferry lasted an hour.", "The blaze on the ferry lasted three days."),
        ("Her crew ended the 40-minute blaze alone.", "Her crew ended the five-hour blaze alone."),
    ],
)
def test_lengths_in_sentences_that_answer_each_other_exclude_each_other(read: Read, one: str, other: str) -> None:
    assert how_long(read, BLAZE.format(one), BLAZE.format(other)) == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crew fought the blaze for 60 minutes.", "The crew fought the blaze for an hour."),
        ("The crew fought the blaze for more than an hour.", "The crew fought the blaze for 80 minutes."),
        ("The crew fought the blaze for two hours.", "The ferry had been in service for eleven years."),
    ],
)
def test_lengths_that_fit_or_are_of_two_things(read: Read, one: str, other: str) -> None:
    assert how_long(read, BLAZE.format(one), BLAZE.format(other)) == []


def test_two_people_may_have_taken_two_lengths(read: Read) -> None:
    one = BLAZE.format("Oleg Brandt was held in the engine room for two hours.")
    other = BLAZE.format("Anna Trask was held in the engine room for two days.")
    assert how_long(read, one, other) == []
