"""Turns of transcripts, and what is too slight to be a statement."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.reading.statements.saying import find_statements
from crossread.records import Report, StatementMention
from crossread.trees import Tree
from tests.reading.test_statements import mentions_of

Said = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def said(encoder: Encoder) -> Said:
    """Who says what in a text, as pairs of speaker and content."""

    def read(text: str) -> list[tuple[str, str]]:
        report = Report(id="r", source="r.txt", text=text)
        trees = tuple(Tree(sentence) for sentence in encoder.analyse(report.id, text).sentences)
        found: tuple[StatementMention, ...] = find_statements(report, trees, mentions_of(report))
        return [(s.speaker_text, s.content.text) for s in found]

    return read


def test_a_recording_is_spoken_by_whom_a_bracket_names_over_paragraphs(said: Said) -> None:
    text = (
        "Lisbrook, 9 May (Radio Orsk) -- [Text] Nadia Reyes spoke to farmers.\n\n"
        "[Begin recording] [Nadia Reyes] The bridge was closed by the army.\n\n"
        "The mill has no water now. [End recording]\n\n"
        "The road to the pass was open."
    )
    found = said(text)
    assert ("Nadia Reyes", "The bridge was closed by the army.") in found
    assert ("Nadia Reyes", "The mill has no water now.") in found
    assert not any("road to the pass" in content or "recording" in content for _, content in found)


def test_who_asks_in_an_interview_says_nothing(said: Said) -> None:
    text = (
        "[Nadia Reyes] The mill has been repaired by the town.\n\n"
        "[Omar Okafor] The water was high. Has the bridge been closed?\n\n"
        "[Nadia Reyes] The bridge has been closed since the flood."
    )
    found = said(text)
    assert [speaker for speaker, _ in found] == ["Nadia Reyes", "Nadia Reyes"]


def test_a_speaker_who_asks_once_is_heard(said: Said) -> None:
    text = (
        "[Begin recording] [Nadia Reyes] The bridge was closed by the army.\n\n"
        "How long must the farmers wait?\n\n"
        "The mill has no water now. [End recording]"
    )
    assert ("Nadia Reyes", "The mill has no water now.") in said(text)


def test_a_bracket_that_names_nobody_opens_no_turn(said: Said) -> None:
    assert said("[Photograph] The bridge over the river was closed on Monday.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The army closed the road, backing the plan.",
        "It was decided to ask the council for money.",
    ],
)
def test_a_phrase_behind_a_stance_is_no_statement(said: Said, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [("Nadia Reyes denied any involvement.", "any involvement"), ("Nadia Reyes backed the plan.", "the plan")],
)
def test_the_chief_verb_needs_few_words(said: Said, text: str, content: str) -> None:
    assert [told for _, told in said(text)] == [content]


@pytest.fixture(scope="module")
def speakers(encoder: Encoder) -> Callable[[str], list[str]]:
    """The names behind the speakers of a text, as the whole reading tells them."""

    def read(text: str) -> list[str]:
        report = Report(id="r", source="r.txt", text=text)
        reading = pipeline.read(report, encoder.analyse(report.id, text))
        return [
            reading.mentions[s.speaker].span.text if s.speaker is not None else s.speaker_text
            for s in reading.statements
        ]

    return read


def test_she_who_spoke_goes_on_though_she_spoke_of_another(speakers: Callable[[str], list[str]]) -> None:
    text = (
        "Anna Reyes said on Monday that Peter Okafor never paid for the bridge. "
        "She said that the council would meet again in May."
    )
    assert speakers(text)[-1] == "Anna Reyes"


def test_he_of_whom_she_spoke_is_not_she(speakers: Callable[[str], list[str]]) -> None:
    text = (
        "Anna Reyes said on Monday that Peter Okafor never paid for the bridge. "
        "He said that the council would meet again in May."
    )
    assert speakers(text)[-1] == "Peter Okafor"


def test_a_participle_behind_whom_a_thing_is_told_by_is_another_clause(said: Said) -> None:
    text = (
        "The state attorney is investigating the mill, according to two people familiar with it, adding to its cases."
    )
    assert [content for _, content in said(text)] == ["The state attorney is investigating the mill"]


def test_a_vote_portrayed_by_somebody_as_something(said: Said) -> None:
    found = said("Voters went to the polls in elections portrayed by the council as a step towards democracy.")
    assert [speaker for speaker, _ in found] == ["the council"]


def test_a_person_goes_on_in_a_paragraph_that_is_all_quotation(said: Said) -> None:
    found = said(
        "Nadia Reyes urged people to stay away from the bridge.\n\n“This is a very dangerous place in the winter.”"
    )
    assert ("Nadia Reyes", "“This is a very dangerous place in the winter.”") in found


def test_a_message_stands_above_the_line_that_signs_it(said: Said) -> None:
    found = said(
        "The council has closed the old bridge again.\n\n— Tall Miller (@tallmiller) May 8, 2019\n\nThe town laughed."
    )
    assert [(speaker, content.strip()) for speaker, content in found] == [
        ("Tall Miller", "The council has closed the old bridge again.")
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Meridian News, citing two officials, reported that the talks had failed.", "two officials", "Meridian News"),
        ("Meridian News has learned from two officials that the bridge fell.", "two officials", "Meridian News"),
        ("Nadia Reyes said police told her that the bridge was safe.", "police", "Nadia Reyes"),
    ],
)
def test_who_passed_it_on(encoder: Encoder, text: str, speaker: str, via: str) -> None:
    report = Report(id="r", source="r.txt", text=text)
    trees = tuple(Tree(sentence) for sentence in encoder.analyse(report.id, text).sentences)
    found = find_statements(report, trees, mentions_of(report))
    assert (speaker, [via]) in [(s.speaker_text, [v.text for v in s.via]) for s in found]
