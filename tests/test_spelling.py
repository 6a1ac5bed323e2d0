"""Spellings that mean the same name fold to the same key."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from crossread.spelling import either, key, straight


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Harbour Post’s", "harbour post"),
        ("Shuhadā’ al-Wadi", "Shuhada' Al Wadi"),
        ("U.S.", "US"),
        ("the Velisks'", "Velisks"),
        ("Núria Sólyom", "nuria solyom"),
    ],
)
def test_variants_share_a_key(a: str, b: str) -> None:
    assert key(a) == key(b)


def test_an_article_alone_is_kept() -> None:
    assert key("The") == "the"


@given(st.text())
def test_straightening_keeps_every_offset(text: str) -> None:
    assert len(straight(text)) == len(text)


def test_an_initial_is_no_article() -> None:
    assert key("A. Duarte") == "a duarte"


@given(st.text().filter(lambda text: not text.strip().startswith("A.")))
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)


def test_the_longest_of_words_is_taken_over_any_white_space() -> None:
    found = re.match(either(["up", "up to"]), "up\n to 20")
    assert found is not None
    assert found[0] == "up\n to"
