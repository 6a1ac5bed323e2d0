"""Matrices that compare each thing with each: equal, overlapping, alike in their words. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


def equal(values: Sequence[Hashable]) -> Matrix:
    numbers: dict[Hashable, int] = {}
    codes = np.array([numbers.setdefault(value, len(numbers)) for value in values])
    return np.asarray(codes[:, None] == codes[None, :], dtype=np.float64)


def both(flags: NDArray[np.bool_]) -> Matrix:
    return (flags[:, None] & flags[None, :]).astype(np.float64)


def either(flags: NDArray[np.bool_]) -> Matrix:
    return flags[:, None].astype(np.float64) + flags[None, :]


def compared(values: Sequence[Hashable], compare: Callable[..., float]) -> Matrix:
    """`compare` asked once for each two different values."""
    numbers: dict[Hashable, int] = {}
    codes = np.array([numbers.setdefault(value, len(numbers)) for value in values])
    known = list(numbers)
    table = np.array([[compare(a, b) for b in known] for a in known]).reshape(len(known), len(known))
    return np.asarray(table[np.ix_(codes, codes)])


def shared(sets: Sequence[Iterable[str]]) -> Matrix:
    """How many items each two sets share."""
    return _products([dict.fromkeys(each, 1.0) for each in sets])


def overlap(sets: Sequence[frozenset[str]], rarity: Mapping[str, float]) -> Matrix:
    """The weight of the words that two sets share, of that of the lighter set; 0 where one is empty."""
    common = _products([{word: math.sqrt(rarity.get(word, 1.0)) for word in each} for each in sets])
    own = np.diag(common)
    least = np.minimum(own[:, None], own[None, :])
    return np.asarray(np.divide(common, least, out=np.zeros_like(common), where=least > 0))


def cosine(bags: Sequence[Mapping[str, int]], rarity: Mapping[str, float]) -> Matrix:
    """How alike reports are in their words: the cosine of counts, each word weighed by its rarity."""
    common = _products([{w: rarity.get(w, 1.0) * (1 + math.log(count)) for w, count in bag.items()} for bag in bags])
    length = np.sqrt(np.diag(common))
    length[length == 0] = 1.0
    return np.asarray(common / np.outer(length, length))


def _products(weights: Sequence[Mapping[str, float]]) -> Matrix:
    """The products of each two rows of weights. Words of one row only stand in no column: there are many of them."""
    often = Counter(word for row in weights for word in row)
    column = {word: k for k, word in enumerate(sorted(word for word, count in often.items() if count > 1))}
    table = np.zeros((len(weights), max(len(column), 1)))
    for row, held in zip(table, weights, strict=True):
        known = [(column[word], weight) for word, weight in held.items() if word in column]
        if known:
            at, weight = zip(*known, strict=True)
            row[list(at)] = weight
    found = np.asarray(table @ table.T)
    np.fill_diagonal(found, [math.fsum(weight * weight for weight in row.values()) for row in weights])
    return found
