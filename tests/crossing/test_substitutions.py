"""The same words around another one: what excludes each other in one phrase, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.crossing.disagreements.substitutions import _meant
from crossread.records import Disagreement, Reading, Report, Token

Read = Callable[..., tuple[Report, Reading]]
WHY = "the same phrase is told with another word"


def told(read: Read, one: str, other: str, *, later: int = 0) -> list[Disagreement]:
    """What two reports tell in one phrase, with so many days between them."""
    first = date(2031, 5, 8)
    days = (first, date.fromordinal(first.toordinal() + later))
    pairs = [
        read(f"Dam at Velmore\n\n{text}", day, f"{n}.txt")
        for n, (text, day) in enumerate(zip((one, other), days, strict=True))
    ]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    return [d for d in found if WHY in d.why]


CRACK = "Engineers found a crack {} the waterline of the dam at Velmore on Monday and ordered the lake to be emptied."
GATE = "The crack runs beside the {} gate of the Velmore dam, the engineer Petra Sand told the council."


@pytest.mark.parametrize(
    ("text", "one", "other", "kind"),
    [
        (CRACK, "above", "below", "place"),
        (GATE, "third", "fifth", "figure"),
        (GATE, "northern", "southern", "place"),
        (GATE, "left", "right", "characterisation"),
    ],
)
def test_a_word_that_cannot_stand_for_the_other(read: Read, text: str, one: str, other: str, kind: str) -> None:
    (found,) = told(read, text.format(one), text.format(other))
    assert (found.kind, len(found.sides)) == (kind, 2)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (GATE, "old", "rusty"),
        (GATE, "grey", "gray"),
        (GATE, "southeastern", "south-eastern"),
        (CRACK, "near", "below"),
    ],
)
def test_words_that_may_both_be_right(read: Read, text: str, one: str, other: str) -> None:
    assert told(read, text.format(one), text.format(other)) == []


def test_a_report_that_tells_both_knows_two_things(read: Read) -> None:
    both = f"{GATE.format('third')} A second leak was seen beside the fifth gate."
    assert told(read, both, GATE.format("fifth")) == []


def test_what_is_counted_may_have_grown(read: Read) -> None:
    day = "The lake of the Velmore dam failed its {} safety test on Monday, the engineer Petra Sand told the council."
    assert told(read, day.format("fourth"), day.format("fifth"), later=1) == []
    assert len(told(read, day.format("fifth"), day.format("fourth"), later=1)) == 1


def test_a_raised_digit_is_no_number() -> None:
    assert _meant(Token(0, 1, "²", "²", "NUM", -1, "root")) is None
