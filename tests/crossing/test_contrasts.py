"""What a report sets against each other, and where "but" sets nobody against anybody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Disagreement, Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def contrasted(read: Read, *texts: str) -> list[Disagreement]:
    """The disagreements that turning words make."""
    pairs = [read(f"Dam\n\n{text}", date(2031, 5, 8), f"{n}.txt") for n, text in enumerate(texts)]
    found = pipeline.cross([r for r, _ in pairs], [x for _, x in pairs]).disagreements
    return [d for d in found if d.why == ("the report sets one voice against the other",)]


def test_within_a_sentence(read: Read) -> None:
    (found,) = contrasted(read, "The ministry says the new dam will feed the valley, but farmers say it is a disaster.")
    assert [s.evidence[0].text for s in found.sides] == [
        "The ministry says the new dam will feed the valley",
        "but farmers say it is a disaster.",
    ]


def test_against_the_sentence_before(read: Read) -> None:
    text = (
        "The ministry said that the new dam would feed the valley. However, farmers said that the dam was a disaster."
    )
    assert len(contrasted(read, text)) == 1


def test_contrasts_of_two_reports_are_one(read: Read) -> None:
    texts = (
        "The ministry in Tarsk says the Orvel Dam will feed the valley, but farmers say the Orvel Dam is a disaster.",
        "In Tarsk the ministry says that the Orvel Dam will feed the valley, but farmers call the Orvel Dam a scandal.",
    )
    (found,) = contrasted(read, *texts)
    assert all(len(side.reports) == 2 for side in found.sides)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry said that the dam was full, but added that the valley was dry.",
        "The ministry said that the dam was full. But it said that the valley was dry.",
        "The mayor opened the dam, but the rain did not stop.",
        "The mayor said that the dam was full, but the ministry declined to comment.",
    ],
)
def test_no_voice_stands_against_another(read: Read, text: str) -> None:
    assert contrasted(read, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Engineers have yet to say why the dam leaks, but were checking the sluice, according to Mr Tarn.",
        "The mayor says the dam leaks, though they believe that it will hold, the engineers added.",
        "TARN: But I have to ask you, because as the Valley Post wrote, it shows that farmers fear the dam.",
        "The ministry says the dam is safe. But whether or not it will be filled, the mayor says, is another question.",
    ],
)
def test_what_only_goes_on_is_set_against_nobody(read: Read, text: str) -> None:
    assert contrasted(read, text) == []
