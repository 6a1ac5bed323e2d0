"""Spellings of one name, and names that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from crossread.crossing import likeness


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Samir al-Darri", "Sameer Al Darri"),
        ("Jim Oduya", "James Oduya"),
        ("T. Barasa", "Tom Barasa"),
        ("Abd al-Rahman Dosari", "Abdul Rahman Dosari"),
        ("Nora Hale", "Nora Jane Hale"),
    ],
)
def test_one_person(a: str, b: str) -> None:
    assert likeness.same_person(a, b)
    assert likeness.same_person(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ada Wekesa", "Tom Wekesa"),
        ("Hassan Oduya", "Hussein Oduya"),
        ("Ada Wekesa", "Ada Barasa"),
        ("Wekesa", "Wekesa"),
    ],
)
def test_two_persons(a: str, b: str) -> None:
    assert not likeness.same_person(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("niger", "nigeria"), ("iran", "iraq"), ("union 12", "union 13"), ("mali", "malawi"), ("hama", "hamas")],
)
def test_look_alikes(a: str, b: str) -> None:
    assert not likeness.same_spelling(a, b)


@given(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=20),
    st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=20),
)
def test_likeness_is_symmetric(a: str, b: str) -> None:
    assert likeness.same_spelling(a, b) == likeness.same_spelling(b, a)
    assert bool(likeness.same_person(a, b)) == bool(likeness.same_person(b, a))
