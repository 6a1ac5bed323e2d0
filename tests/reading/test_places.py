"""Places named in passing: adjectives, and names within names."""

from __future__ import annotations

import pytest

from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import Report


def allusions(encoder: Encoder, text: str) -> list[tuple[str, str]]:
    report = Report(id="r", source="r", text=text)
    reading = pipeline.read(report, encoder.analyse(report.id, text))
    for allusion in reading.allusions:
        assert text[allusion.span.start : allusion.span.end] == allusion.span.text
    return [(allusion.span.text, allusion.place) for allusion in reading.allusions]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Kenyan police arrested two men on Monday.", ("Kenyan", "Kenya")),
        ("A Scottish court heard the case on Monday.", ("Scottish", "Scotland")),
        ("The Bank of Japan left its rate unchanged.", ("Japan", "Japan")),
        ("She told the Nairobi Tribune that the road was closed.", ("Nairobi", "Nairobi")),
    ],
)
def test_places_are_found_in_passing(encoder: Encoder, text: str, wanted: tuple[str, str]) -> None:
    assert wanted in allusions(encoder, text)


@pytest.mark.parametrize(
    "text", ["He flew to Nairobi on Monday.", "Kenyans voted on Monday.", "The house was on fire."]
)
def test_a_place_of_its_own_is_no_allusion(encoder: Encoder, text: str) -> None:
    assert allusions(encoder, text) == []
