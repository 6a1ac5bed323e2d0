"""Words and forms that judge whatever stands with them: products and findings as well as persons and deeds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.records import WordingMention

Words = Callable[[str], tuple[WordingMention, ...]]


@pytest.mark.parametrize(
    ("text", "label", "of"),
    [
        ("Orvel Motors showed an uninspiring van on Monday.", "uninspiring van", "van"),
        ("The printer is clunky.", "clunky", "The printer"),
        ("Visitors praised the gorgeous reefs.", "gorgeous reefs", "reefs"),
        ("Engineers spoke of a very rare signal.", "very rare signal", "signal"),
        ("The harvest festival was truly bleak.", "truly bleak", "festival"),
        ("A scandal-plagued dairy was sold on Monday.", "scandal-plagued dairy", "dairy"),
        ("Orvel Motors presented its much-vaunted tractor.", "much-vaunted tractor", "tractor"),
        ("The broadcast ended unceremoniously.", "ended unceremoniously", "The broadcast"),
        ("The new ferry is a white elephant.", "white elephant", "The new ferry"),
        ("Analysts see the battery as its Achilles heel.", "Achilles heel", "the battery"),
        ("Nadia Reyes served as a pawn.", "pawn", "Nadia Reyes"),
        ("Guards hauled Nadia Reyes out of the hall.", "hauled", "Nadia Reyes"),
        ("Nadia Reyes squandered the savings.", "squandered", "Nadia Reyes"),
        ("The drought will cripple the farms.", "cripple", "The drought"),
        ("Finding the letter was a godsend.", "godsend", "Finding the letter"),
        ("The songs are uninspiring.", "uninspiring", "The songs"),
        ("Nadia Reyes called the offer encouraging.", "encouraging", "the offer"),
        ("Nadia Reyes was late but was clueless.", "clueless", "Nadia Reyes"),
        ("The housing crisis grew in May.", "housing crisis", "housing"),
        ("A clumsy surfer fell near the pier.", "clumsy surfer", "surfer"),
    ],
)
def test_what_judges_everything(words: Words, text: str, label: str, of: str) -> None:
    found = {(w.label, w.of) for w in words(text)}
    assert any(label in have and of.lower() in bearer.lower() for have, bearer in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The road was very long.",  # it only measures
        "The guide shows a half-open gate.",
        "They hauled crates of apples to the mill.",  # force is done to people
        "A long-standing rule was read on Monday.",
        "It was calculated that the bridge would hold.",
        "It is very hard to mend a clock.",
        "David Reyes met a wonder of a team.",
        "The plan covers a minefield near the border.",  # a picture only where it is said of something
    ],
)
def test_what_only_measures_or_moves(words: Words, text: str) -> None:
    assert [w.label for w in words(text)] == []
