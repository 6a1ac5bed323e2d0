"""Decoding against the plain definitions: the best legal labels, the best tree."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings, strategies as st

from crossread.reading.encoder.decoding import legal, stretches, trees


def is_tree(heads: tuple[int, ...]) -> bool:
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        seen = set()
        while word:
            if word in seen:
                return False
            seen.add(word)
            word = heads[word - 1]
    return True


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_the_tree_is_the_best_one(seed: int, words: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(1, words + 1, words + 1)).astype(np.float32)
    heads = trees(scores, np.array([words]))[0]
    found = tuple(heads[1:].tolist())
    every = [
        h for h in product(range(words + 1), repeat=words) if is_tree(h) and all(h[i] != i + 1 for i in range(words))
    ]
    best = max(sum(scores[0, i + 1, head] for i, head in enumerate(h)) for h in every)
    assert is_tree(found)
    # Only three roots are tried where the best heads alone are no tree; with up to three words that is all of them.
    assert words > 3 or abs(sum(scores[0, i + 1, head] for i, head in enumerate(found)) - best) < 1e-4


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 60))
def test_padding_changes_no_tree(seed: int, words: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(1, words + 1, words + 1)).astype(np.float32)
    wide = np.full((2, words + 4, words + 4), 9, np.float32)
    wide[0, : words + 1, : words + 1] = scores
    assert (
        trees(wide, np.array([words, words + 3]))[0, : words + 1].tolist()
        == trees(scores, np.array([words]))[0].tolist()
    )
    assert is_tree(tuple(trees(scores, np.array([words]))[0, 1:].tolist()))


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 5))
def test_labels_are_the_best_legal_ones(seed: int, words: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(words, 5)).astype(np.float32)
    begins = np.zeros(words, np.bool_)
    begins[0] = True

    def allowed(labels: tuple[int, ...]) -> bool:
        return all(b not in (2, 4) or a in (b, b - 1) for a, b in zip((0, *labels), labels, strict=False))

    best = max(sum(scores[i, k] for i, k in enumerate(h)) for h in product(range(5), repeat=words) if allowed(h))
    found = tuple(legal(scores, begins).tolist())
    assert allowed(found)
    assert abs(sum(scores[i, k] for i, k in enumerate(found)) - best) < 1e-4


def test_a_stretch_ends_with_its_sentence() -> None:
    scores = np.full((4, 3), -9, np.float32)
    scores[0, 1] = scores[1, 2] = scores[2, 2] = scores[3, 0] = 9  # B I | I O: the second I begins a sentence
    scores[2, 1] = 8
    found = stretches(scores, np.array([0, 2]))
    assert [(s.first, s.last, s.kind) for s in found] == [(0, 1, 0), (2, 2, 0)]
