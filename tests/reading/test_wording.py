"""The words that a report chooses: labels, judging words, scare quotes, and whom they are for."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from crossread.reading.encoder.model import Encoder
from crossread.reading.statements.saying import find_statements
from crossread.reading.wording.choosing import judges
from crossread.records import Report, WordingMention
from crossread.trees import Tree
from tests.reading.test_statements import mentions_of

Words = Callable[[str], tuple[WordingMention, ...]]


@pytest.fixture(scope="session")
def judging(encoder: Encoder) -> Callable[[str], bool]:
    def read(text: str) -> bool:
        report = Report(id="r", source="r.txt", text=text)
        trees = tuple(Tree(sentence) for sentence in encoder.analyse(report.id, text).sentences)
        mentions = mentions_of(report)
        return any(judges(report, trees, mentions, find_statements(report, trees, mentions)))

    return read


@pytest.mark.parametrize(
    ("text", "label", "of"),
    [
        ("The Northern Front, a Valdoria-backed militia, held the pass.", "Valdoria-backed militia", "Northern Front"),
        ("Troops plundered the village near the pass.", "plundered", "Troops"),
        ("The report was an absurd document.", "absurd document", "The report"),
        ("The response of the ministry was shameful.", "shameful", "The response of the ministry"),
        ("The so-called council met in the old mill.", "so-called council", "The so-called council"),
        ("The mayor called the raid senseless and tragic.", "senseless", "the raid"),
        ("Prosecutors blamed strongman Nadia Reyes for the fire.", "strongman", "Nadia Reyes"),
        ("Police said the suspects were out-of-towners with no ties to the mill.", "out-of-towners", "the suspects"),
        ("Farmers protested against the cowardly attack.", "cowardly attack", "the cowardly attack"),
    ],
)
def test_labels(words: Words, text: str, label: str, of: str) -> None:
    found = {(w.label, w.of) for w in words(text)}
    assert any(label in have and of.lower() in bearer.lower() for have, bearer in found), found


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The massacre left nine people dead near the mill.", "massacre"),
        ("Doctors fear that the killer disease will spread.", "killer disease"),
        ("“Totally unacceptable,” Nadia Reyes said of the fire.", "unacceptable"),
    ],
)
def test_a_label_for_what_happened_leaves_open_which_deed_that_is(words: Words, text: str, label: str) -> None:
    assert any(label in w.label and w.of == "" for w in words(text)), words(text)


def test_somebody_described_by_origin_who_did_a_deed(words: Words) -> None:
    [found] = [w for w in words("On Sunday, an Irish-born gunman opened fire in the mill.") if w.doer]
    assert found.label == "Irish-born gunman"


def test_whose_voice(words: Words) -> None:
    [outlet] = words("The barbaric raid lasted an hour.")
    [speaker] = words("Nadia Reyes said that the barbaric raid lasted an hour.")
    assert (outlet.voice, speaker.voice) == ("outlet", "speaker")


def test_a_scare_quote(words: Words) -> None:
    [quoted] = words("Residents laughed at the “safe zone” near the river.")
    assert quoted.label == "safe zone"


@pytest.mark.parametrize(
    "text",
    [
        "The natural disaster struck three villages.",
        "The attack with chemical weapons took place on Monday.",
        "Soldiers entered the town and searched houses.",
        "He read a book titled “The Long Road”.",
        "Prosecutors filed murder charges against two men.",
        "The peacekeeping force arrived at noon.",
    ],
)
def test_plain_words_are_not_flagged(words: Words, text: str) -> None:
    assert [w.label for w in words(text)] == []


def test_labels_quote_the_report_and_do_not_overlap(words: Words) -> None:
    text = "The brutal, absurdly cruel regime of Valdoria looted the “liberated” town, a shameful disgrace."
    found = words(text)
    assert found
    assert all(text[w.span.start : w.span.end] == w.span.text for w in found)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize(
    "text",
    [
        "Of course nobody in the ministry cares about us!",
        "The shameful, cowardly council betrayed the town.",
        "Why should we believe the lobby?",
    ],
)
def test_a_sentence_judges(judging: Callable[[str], bool], text: str) -> None:
    assert judging(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council met on Monday and approved 12 plans.",
        "A clown stood beside the mayor.",
        "Police said on Friday that a radical man, 24, was held.",
        "The mayor's murder was the second in Lisbrook.",  # weak words are shown of somebody, and judge no sentence
        "Valdoria's crackdown went on near the mill.",
    ],
)
def test_a_plain_sentence_does_not(judging: Callable[[str], bool], text: str) -> None:
    assert not judging(text)


def test_a_word_with_a_plain_sense_is_shown_only_of_somebody(words: Words) -> None:
    assert not words("A clown stood beside the mayor.")
    [found] = words("Nadia Reyes is a clown.")
    assert found.label == "clown"


def test_a_weak_word_is_not_shown_because_another_stands_beside_it(words: Words) -> None:
    assert not words("Elites met in the old mill.")
    assert not words("Elites ignored the chaos in the old mill.")


def test_a_participle_before_its_noun(words: Words) -> None:
    found = words("They will attend the burials of our massacred comrades.")
    assert any("massacred comrades" in w.label for w in found)
