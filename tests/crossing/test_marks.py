"""Sentences that say themselves that accounts differ, or that a claim is not proven."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Disagreement, Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def marked(read: Read, *texts: str) -> list[Disagreement]:
    """The disagreements that a report marks itself."""
    pairs = [read(f"Fire in Tarsk\n\n{text}", date(2031, 5, 8), f"{n}.txt") for n, text in enumerate(texts)]
    found = pipeline.cross([r for r, _ in pairs], [x for _, x in pairs]).disagreements
    return [d for d in found if d.about.startswith("what is not settled")]


def test_an_account_is_revised(read: Read) -> None:
    text = (
        "Sheriff Dana Orvel told reporters on Monday that the prisoner wore no handcuffs. "
        "On Tuesday, Orvel revised that account and said that his hands were tied."
    )
    (found,) = marked(read, text)
    assert [s.evidence[0].text.split()[0] for s in found.sides] == ["Sheriff", "On"]


def test_a_claim_is_unsubstantiated(read: Read) -> None:
    text = "A newspaper said that the mayor owned two mills in Tarsk. This remains an unsubstantiated claim."
    assert len(marked(read, text)) == 1


def test_what_one_leaves_open_another_tells(read: Read) -> None:
    one = "A fire killed Tarek Sol in Tarsk on Monday. It was unclear if the gates of the brewery were locked."
    two = "A fire killed Tarek Sol in Tarsk on Monday. The gates of the brewery were locked that night."
    (found,) = marked(read, one, two)
    assert len({r for s in found.sides for r in s.reports}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The mayor opened the brewery. It was unclear if the roof would hold.",
        "The mayor said that the brewery was open. The roof was new.",
    ],
)
def test_nothing_is_marked(read: Read, text: str) -> None:
    assert marked(read, text) == []
