"""Verbs of saying that tell a deed, another's claim, or half of a sentence, in invented sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.reading.encoder.model import Encoder
from crossread.reading.statements.saying import find_statements
from crossread.records import Report, StatementMention
from crossread.trees import Tree

Say = Callable[[str], tuple[StatementMention, ...]]


@pytest.fixture(scope="session")
def says(encoder: Encoder) -> Say:
    def read(text: str) -> tuple[StatementMention, ...]:
        report = Report(id="r", source="r.txt", text=text)
        trees = tuple(Tree(sentence) for sentence in encoder.analyse(report.id, text).sentences)
        return find_statements(report, trees, ())

    return read


@pytest.mark.parametrize(
    "text",
    [
        "The harbour office called off its search for the divers on Monday.",
        "The league called off further matches on Sunday night after the storm flooded the stadium.",
        "The insurers wrote off the ship on Monday.",
        "The walkout ends as miners accept 3 percent.",
        "The drivers want shorter shifts; the company has offered two days of rest.",
        "The fund attacked the board on Friday for accepting a low offer from its rival.",
    ],
)
def test_deeds_are_no_statements(says: Say, text: str) -> None:
    assert [(s.kind, s.content.text) for s in says(text) if s.kind != "criticism"] == []


def test_a_particle_of_speech_still_speaks(says: Say) -> None:
    assert [s.kind for s in says("The mayor pointed out that the dam was old.")] == ["claim"]
    assert [s.kind for s in says("The club accepted that mistakes had been made.")] == ["confirmation"]
    assert [s.kind for s in says("The bridge will open in May, as the mayor told reporters.")] != []


@pytest.mark.parametrize("noun", ["claims", "reports"])
def test_who_dismisses_a_claim_denies_it(says: Say, noun: str) -> None:
    (statement,) = says(f"The trainer dismissed {noun} that he had sold the horse.")
    assert (statement.kind, statement.content.text) == ("denial", "that he had sold the horse")


def test_what_hangs_behind_a_reported_clause_is_its_tellers(says: Say) -> None:
    found = says("Villagers said the dam had burst at night, contradicting the company, which blames an earthquake.")
    assert [s.speaker_text for s in found if s.cue.text == "contradicting"] == ["Villagers"]
    found = says("The mayor said the firm had closed the mine, blaming low prices.")
    assert "The mayor" not in [s.speaker_text for s in found if s.cue.text == "blaming"]


def test_according_to_takes_both_halves_of_a_clause(says: Say) -> None:
    text = "Workers left the hall and locked the gates behind them, according to the factory's owner."
    assert [s.content.text for s in says(text)] == ["Workers left the hall and locked the gates behind them"]


def test_behind_a_semicolon_a_headline_speaks_for_itself(says: Say) -> None:
    assert [s.content.text for s in says("Ministry says dam held; villagers count losses")] == ["dam held"]
    found = says("The ministry said that the dam held; that nobody had fled.")
    assert found[0].content.text.startswith("that the dam held")
