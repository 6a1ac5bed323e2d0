"""Groups by average likeness, against the definition."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from benchmarks.learned.linkage import groups, smoothed
from benchmarks.learned.pairwise import Matrix
from crossread.crossing.linkage import gathered


def made(size: int, seed: int) -> Matrix:
    half = np.random.default_rng(seed).random((size, size))
    alike = (half + half.T) / 2
    np.fill_diagonal(alike, 1.0)
    return alike


def slowly(alike: Matrix, least: float) -> list[list[int]]:
    """The two groups most alike on average are joined, again and again."""
    found = [[i] for i in range(len(alike))]
    while len(found) > 1:
        pairs = [(alike[np.ix_(a, b)].mean(), i, k) for i, a in enumerate(found) for k, b in enumerate(found[:i])]
        best, i, k = max(pairs)
        if best < least:
            break
        found[k] += found.pop(i)
    return sorted(sorted(group) for group in found)


@given(st.integers(1, 12), st.integers(0, 10_000), st.floats(0.2, 0.9))
@settings(max_examples=60, deadline=None)
def test_the_quick_way_gives_what_the_slow_way_gives(size: int, seed: int, least: float) -> None:
    alike = made(size, seed)
    assert sorted(groups(alike, least)) == slowly(alike, least)


@given(st.integers(1, 12), st.integers(0, 10_000), st.floats(0.2, 0.9))
@settings(max_examples=60, deadline=None)
def test_from_the_pairs_that_are_alike_the_same_groups_come(size: int, seed: int, least: float) -> None:
    alike = made(size, seed)
    links = [{k: float(alike[i, k]) for k in range(size) if k != i and alike[i, k] >= least} for i in range(size)]
    found = gathered(links, lambda some, others: float(alike[np.ix_(some, others)].sum()), least)
    assert sorted(found) == sorted(groups(alike, least))


def test_all_pairs_of_two_groups_get_the_likeness_at_which_they_join() -> None:
    alike = np.array([[1.0, 0.9, 0.2], [0.9, 1.0, 0.4], [0.2, 0.4, 1.0]])
    calm = smoothed(alike)
    assert calm[0, 1] == pytest.approx(0.9)
    assert calm[0, 2] == calm[1, 2] == pytest.approx(0.3)


def test_one_thing_alone_is_a_group() -> None:
    assert groups(np.eye(1), 0.5) == [[0]]
