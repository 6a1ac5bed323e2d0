"""Which names are compared: all that can be one, and not every two of many."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, strategies as st

from crossread.crossing import likeness
from crossread.crossing.actors import candidates

GIVEN = (
    "john",
    "jon",
    "johnny",
    "j",
    "jack",
    "maria",
    "marya",
    "mohammed",
    "muhamad",
    "karamvandia",
    "karambandia",
    "",
)
PEOPLE = [f"{a} {b} {c}".strip().replace("  ", " ") for a in GIVEN for b in ("", "lee") for c in ("reyes", "al reyes")]
TOWNS = ("orsk", "orsck", "dorna", "velmstadt", "velmstatt")
BODIES = [f"{town} {kind} police department" for town in TOWNS for kind in ("city", "")]


@given(st.lists(st.sampled_from(PEOPLE), unique=True, min_size=2, max_size=24))
def test_all_names_of_one_person_are_compared(names: list[str]) -> None:
    found = list(candidates.pairs(names, candidates.of_person))
    assert {(a, b) for a, b in combinations(names, 2) if likeness.same_person(a, b)} <= set(found)
    assert found == sorted(set(found), key=lambda pair: (names.index(pair[0]), names.index(pair[1])))


@given(st.lists(st.sampled_from(BODIES), unique=True, min_size=2, max_size=10))
def test_all_spellings_of_one_body_are_compared(names: list[str]) -> None:
    found = set(candidates.pairs(names, candidates.of_name))
    assert {(a, b) for a, b in combinations(names, 2) if likeness.same_spelling(a, b)} <= found


def test_of_many_names_few_are_compared() -> None:
    names = [f"{first}{last} reyes" for first in "bcdfghklmn" for last in ("aro", "enta", "ivos", "ollum")]
    assert len(list(candidates.pairs(names, candidates.of_person))) < len(list(combinations(names, 2))) / 3
