"""Verbs that no list names are deeds where the encoder takes them for one, and of the type that it gives them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from crossread.reading.events import find_events
from crossread.records import EventMention, Reading, Report, Tagged
from crossread.trees import Tree

Read = Callable[..., tuple[Report, Reading]]


def told(read: Read, text: str, verb: str, *kinds: str) -> list[EventMention]:
    """The events at a verb, which alone is given a type of deed, and with little confidence."""
    report, reading = read(text)
    sentences = []
    for sentence in reading.sentences:
        at = [n for n, token in enumerate(sentence.tokens) if token.text == verb]
        sentences.append(replace(sentence, kinds=tuple(Tagged(n, n, kind, 0.2) for n in at for kind in kinds)))
    events = find_events(report, tuple(Tree(sentence) for sentence in sentences), (), (), ())
    return [event for event in events if event.trigger.text == verb]


@pytest.mark.parametrize(
    ("text", "verb", "type_"),
    [
        ("They refilled the wells of the village.", "refilled", "AID"),
        ("The firm agreed to repaint the sheds.", "repaint", "AID"),
        ("A rocket flung at the depot missed.", "flung", "ASSAULT"),
    ],
)
def test_what_the_encoder_takes_for_a_deed_is_one(read: Read, text: str, verb: str, type_: str) -> None:
    assert [event.type for event in told(read, text, verb, type_)] == [type_]
    assert told(read, text, verb) == []


def test_a_common_word_of_the_list_needs_nobody_named_where_the_encoder_agrees(read: Read) -> None:
    text = "In the end a patrol captured a rebel."
    assert [event.type for event in told(read, text, "captured", "COERCE")] == ["COERCE"]
    assert told(read, text, "captured") == []


def test_what_the_list_rules_out_is_no_deed_of_that_type(read: Read) -> None:
    assert all(e.type != "ASSAULT" for e in told(read, "Candles burned on the steps.", "burned", "ASSAULT"))


@pytest.mark.parametrize(
    ("text", "verb", "told_of"),
    [
        ("A shepherd spotted the blue van near Orsk on Friday.", "spotted", 1),
        ("The toll amounts to nine crowns in Orsk on Friday.", "amounts", 0),  # no past
        ("They spotted the blue van near Orsk on Friday.", "spotted", 1),
        ("We spotted the blue van near Orsk on Friday.", "spotted", 0),  # nobody says who
        ("The hedges near Orsk were cut on Friday.", "cut", 1),  # a past that looks like the bare stem
        ("The gardeners of Orsk must cut the hedges on Friday.", "cut", 0),
        ("Mara Velt was painting the gate in Orsk.", "painting", 1),
        ("Mara Velt will be painting the gate in Orsk.", "painting", 0),
        ("The letters typed by Mara Velt are in Orsk.", "typed", 1),
        ("The letters typed in blue ink are in Orsk.", "typed", 0),  # neither who nor when
        (
            "In the end a shepherd spotted the van.",
            "spotted",
            0,
        ),  # below the head of a sentence it needs a name or a day
    ],
)
def test_what_a_noun_did_is_a_deed_in_the_past(read: Read, text: str, verb: str, told_of: int) -> None:
    report, reading = read(text)
    trees = tuple(Tree(replace(sentence, kinds=())) for sentence in reading.sentences)
    events = find_events(report, trees, reading.mentions, reading.times, ())
    assert [event.trigger.text for event in events].count(verb) == told_of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Mara Velt denied the rumours on Friday.", ["denial"]),
        ("Mara Velt confirmed the date on Friday.", ["confirmation"]),
        ("Mara Velt may confirm the date on Friday.", []),
        ("Nobody in the shop denied the rumours.", []),
    ],
)
def test_what_somebody_named_answers_is_a_deed_of_words(read: Read, text: str, kinds: list[str]) -> None:
    report, reading = read(text)
    trees = tuple(Tree(replace(sentence, kinds=())) for sentence in reading.sentences)
    events = find_events(report, trees, reading.mentions, reading.times, ())
    assert [event.kind for event in events] == kinds


def test_what_a_deed_was_done_for_is_no_second_one(read: Read) -> None:
    _, reading = read("Thousands rallied in the square to demonstrate against the dam.")
    assert [event.trigger.text for event in reading.events if event.type == "PROTEST"] == ["rallied"]
    _, reading = read("The rebels attacked the fort to free the captives.")
    assert [event.trigger.text for event in reading.events][:2] == ["attacked", "free"]


def test_what_somebody_has_is_no_deed_unless_it_is_one(read: Read) -> None:
    assert told(read, "Seven of the miners had deep burns.", "had", "ASSAULT") == []
    _, reading = read("The bus had an accident near Talem on Monday.")
    assert "accident" in [event.trigger.text for event in reading.events]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The singer wore a white suit.", []),
        ("The widow won a libel suit on Friday.", ["ACCUSE"]),
        ("Three families filed suit against the ferry line.", ["ACCUSE"]),
    ],
)
def test_a_suit_is_one_of_law_where_words_say_so(read: Read, text: str, kinds: list[str]) -> None:
    _, reading = read(text)
    assert [event.type for event in reading.events if "suit" in event.trigger.text] == kinds
