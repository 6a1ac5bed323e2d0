"""What proves a deed: its own clause, not those of other deeds that stand within it."""

from __future__ import annotations

from msgspec.structs import replace

from crossread.crossing.incidents.proofs import proof
from crossread.records import EventMention, Span
from tests.crossing.test_retelling import telling


def told(text: str, clause: str, word: str):  # type: ignore[no-untyped-def]
    """A telling of the sentence `text` by its clause and its word."""
    start = text.index(clause)
    at = text.index(word, start)
    span = Span("r", start, start + len(clause), clause)
    return replace(telling(0), event=EventMention(Span("r", at, at + len(word), word), span, "ASSAULT", "happened"))


def proven(text: str, own: tuple[str, str], *others: tuple[str, str]) -> str:
    return proof(told(text, *own), [told(text, *other) for other in others]).text


def test_what_was_done_before_belongs_to_another_deed() -> None:
    text = "He disarmed a guard in the hall and shot him."
    assert proven(text, (text[:-1], "shot"), ("He disarmed a guard in the hall", "disarmed")) == "shot him"


def test_what_is_told_after_belongs_to_another_deed() -> None:
    text = "Unions called members out to protest the raid."
    assert proven(text, (text[:-1], "called"), ("protest the raid", "protest")) == "Unions called members out"


def test_a_deed_that_says_what_was_done_stays() -> None:
    text = "The council condemned the raid on the mill."
    assert proven(text, (text[:-1], "condemned"), ("the raid on the mill", "raid")) == text[:-1]


def test_a_clause_around_the_deed_cuts_nothing() -> None:
    text = "Police say a man shot a guard."
    assert proven(text, ("a man shot a guard", "shot"), (text[:-1], "say")) == "a man shot a guard"


def test_a_word_alone_proves_little() -> None:
    text = "The start of the talks halted."
    assert proven(text, (text[:-1], "halted"), ("the talks", "talks")) == text[:-1]
