"""Sentences and words: the offsets' law, and the cases that a short rule gets wrong if nobody looks."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from crossread.reading.encoder.sentences import chunk_words, cut, paragraphs


def sentences(text: str) -> list[str]:
    return [text[c.start : c.end] for c in cut(text)]


def words(text: str) -> list[str]:
    return [text[a:b] for c in cut(text) for a, b in c.words]


@given(
    st.text(alphabet=st.sampled_from("aAbé. !?\n\t\"“”'’-,;:()[]$%0123456789@#/&…🙂ñ\u0301\u200b\u2028")) | st.text()
)
def test_every_character_that_shows_lies_in_one_word_of_one_sentence(text: str) -> None:
    cuts = cut(text)
    spans = [span for c in cuts for span in c.words]
    assert all(a < b for a, b in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans) == "".join(text.split())
    for c in cuts:
        assert (c.start, c.end) == (c.words[0][0], c.words[-1][1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Col. Adan Mirek left Sept. 4. He did not return.", ["Col. Adan Mirek left Sept. 4.", "He did not return."]),
        (
            "The U.S. Army stayed in the U.S. The talks went on.",
            ["The U.S. Army stayed in the U.S.", "The talks went on."],
        ),
        ("Jana K. Orel spoke for Orel Inc. at noon.", ["Jana K. Orel spoke for Orel Inc. at noon."]),
        ('"We left. Nobody stayed." He shrugged.', ['"We left.', 'Nobody stayed."', "He shrugged."]),
        ("“Is it over?” she asked. It was.", ["“Is it over?” she asked.", "It was."]),
        ("Is it No. 7? No. It is not.", ["Is it No. 7?", "No.", "It is not."]),
        (
            "It rose 3.5 percent to $1.2 million at 9 a.m. on Monday.",
            ["It rose 3.5 percent to $1.2 million at 9 a.m. on Monday."],
        ),
        ("They met on Monday.The council then voted.", ["They met on Monday.", "The council then voted."]),
        ("He waited ... and left.", ["He waited ... and left."]),
        ("A claim.[2] Another claim.", ["A claim.[2]", "Another claim."]),
        (
            "SARN, N.V. (Orel News) — Nine died. KARST, Pa. — Two.",
            ["SARN, N.V. (Orel News) — Nine died.", "KARST, Pa. — Two."],
        ),
        ('"Why now?" Jana Orel asked. Nobody knew.', ['"Why now?" Jana Orel asked.', "Nobody knew."]),
        ("4. The bridge fell. It was old.", ["4. The bridge fell.", "It was old."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_titles_and_items_of_lists_are_sentences_of_their_own() -> None:
    text = "Storm hits Velmora\nBy Jana Orel\n\nNine people died.\n- two in Sarn\n- seven in Velmora"
    assert sentences(text) == [
        "Storm hits Velmora",
        "By Jana Orel",
        "Nine people died.",
        "- two in Sarn",
        "- seven in Velmora",
    ]
    assert [c.paragraph for c in cut(text)] == [0, 1, 2, 3, 4]


def test_a_text_wrapped_by_hand_is_joined() -> None:
    text = "The governor of Velmora said\non Monday that the bridge\nwould stay closed for\na week.\n\nNobody objected."
    assert len(paragraphs(text)) == 2
    assert len(cut(text)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We don't know Osman's cousins' names.", "We|do|n't|know|Osman|'s|cousins|'|names|."),
        ("It’s a well-known co-founder.", "It|’s|a|well|-|known|co-founder|."),
        ("I cannot say; they're gone.", "I|can|not|say|;|they|'re|gone|."),
        ("$40 at 8am, 5% of 1,200 (U.S.)", "$|40|at|8|am|,|5|%|of|1,200|(|U.S.|)"),
        (
            "See https://velmora.example/a?b=1, or mail j.orel@sarn.example.",
            "See|https://velmora.example/a?b=1|,|or|mail|j.orel@sarn.example|.",
        ),
        ("al-Sarni met Gen. O'Dell in the 1990s.", "al|-|Sarni|met|Gen.|O'Dell|in|the|1990s|."),
        ("The boys ' dog and Ada 's cat don't mind .", "The|boys|'|dog|and|Ada|'s|cat|do|n't|mind|."),
        ("We 're at Barasa 's.", "We|'re|at|Barasa|'s|."),
        ("Wait... what?! -- no", "Wait|...|what|?|!|--|no"),
        ("on 11/28/2000 between 2014-2015", "on|11/28/2000|between|2014|-|2015"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words(text) == expected.split("|")


def test_nothing_gives_nothing() -> None:
    assert cut("") == cut(" \n\t ") == []


def test_a_chunk_is_cut_alike_wherever_it_stands() -> None:
    assert [chunk_words("couldn't've", False)] == [((0, 5), (5, 8), (8, 11))]


def test_what_goes_on_without_a_full_stop_is_cut_somewhere() -> None:
    text = "and so on " * 1000
    assert max(len(c.words) for c in cut(text)) < 500
    assert " ".join(words(text)) == text.strip()
