"""Base forms: exceptions, the rules, and what stays as it stands."""

from __future__ import annotations

import pytest

from crossread.reading.encoder.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "pos", "expected"),
    [
        ("said", "VERB", "say"),
        ("shelled", "VERB", "shell"),
        ("controlled", "VERB", "control"),
        ("seizing", "VERB", "seize"),
        ("evacuated", "VERB", "evacuate"),
        ("denied", "VERB", "deny"),
        ("bringing", "VERB", "bring"),
        ("n't", "PART", "not"),
        ("n’t", "PART", "not"),
        ("is", "AUX", "be"),
        ("Soldiers", "NOUN", "soldier"),
        ("countries", "NOUN", "country"),
        ("policemen", "NOUN", "policeman"),
        ("children", "NOUN", "child"),
        ("deadliest", "ADJ", "deadly"),
        ("Velmora", "PROPN", "Velmora"),
        ("1,200", "NUM", "1,200"),
        ("", "X", ""),
    ],
)
def test_lemma(word: str, pos: str, expected: str) -> None:
    assert lemma(word, pos) == expected
