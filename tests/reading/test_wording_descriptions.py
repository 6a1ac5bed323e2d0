"""What somebody is described as, and nouns for where somebody stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import Report, WordingMention

Words = Callable[[str], tuple[WordingMention, ...]]


@pytest.fixture(scope="module")
def words(encoder: Encoder) -> Words:
    """The wording of a text, with the names that are read in it."""

    def read(text: str) -> tuple[WordingMention, ...]:
        report = Report(id="r", source="r.txt", text=text)
        return pipeline.read(report, encoder.analyse(report.id, text)).wording

    return read


@pytest.mark.parametrize(
    ("text", "label", "of"),
    [
        ("Tlusty described Okafor as an active community member on Monday.", "active community member", "Okafor"),
        ('He described those responsible as "very dangerous."', "very dangerous", "those responsible"),
        ("Nadia Reyes, a tireless opponent of the dam, fled on Monday.", "tireless opponent of the dam", "Nadia Reyes"),
        ("Rivals went after Nadia Reyes as a “human leech” on Monday.", "human leech", "Nadia Reyes"),
        ("A dam foe was charged with arson on Thursday. Nadia Reyes, 44, fled in May.", "dam foe", "Nadia Reyes"),
        ("The mayor opened the road under an eleventh-hour regulation.", "eleventh-hour regulation", "regulation"),
    ],
)
def test_descriptions_and_whom_they_are_for(words: Words, text: str, label: str, of: str) -> None:
    found = [(w.label, w.of) for w in words(text)]
    assert any(label in have and of in bearer for have, bearer in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Police described the gunman as a man in his 30s.",
        "The Liberal Party met in Lisbrook on Monday.",
        "The activists met in Lisbrook on Monday.",
        "The council called Nadia Reyes on Monday.",
        "A hawk was found on a roof in Lisbrook on Monday.",
        "An opposition leader met a trade group in Lisbrook.",
    ],
)
def test_what_names_or_tells_looks_is_no_description(words: Words, text: str) -> None:
    assert [w.label for w in words(text)] == []


def test_what_it_is_said_of_is_not_who_says_it(words: Words) -> None:
    found = [w.of.lower() for w in words("Police said it was a confusing scene.")]
    assert found == ["it"]


def test_a_place_where_the_report_was_written_is_no_bearer(words: Words) -> None:
    found = [w.of for w in words("LISBROOK — A barbaric attack on Elm Street injured 13 people on Monday.")]
    assert found
    assert "LISBROOK" not in found
