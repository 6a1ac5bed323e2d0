"""Written forms found where they stand."""

from __future__ import annotations

from crossread.reading.wording.written import Written

TABLE = Written([("riot", 1), ("riot police", 2), ("ill-fated", 3), ("riot", 4)])


def test_the_longest_comes_first_and_equal_forms_as_given() -> None:
    assert list(TABLE.at(["riot", "police", "left"], 0)) == [(1, 2), (0, 1), (0, 4)]
    assert list(TABLE.at(["a", "riot"], 1)) == [(1, 1), (1, 4)]


def test_a_hyphen_is_a_word() -> None:
    assert list(TABLE.at(["ill", "-", "fated"], 0)) == [(2, 3)]
    assert list(TABLE.at(["ill", "fated"], 0)) == []
