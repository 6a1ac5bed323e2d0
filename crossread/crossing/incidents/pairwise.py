"""Matrices that compare each thing with each: equal, overlapping, alike in their words. Pure."""

from __future__ import annotations

import math
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


def _held(sets: Sequence[Iterable[str]], weight: Callable[[str], float]) -> Matrix:
    numbers: dict[str, int] = {}
    for each in sets:
        for item in sorted(each):
            numbers.setdefault(item, len(numbers))
    table = np.zeros((len(sets), max(len(numbers), 1)))
    for row, each in enumerate(sets):
        for item in each:
            table[row, numbers[item]] = weight(item)
    return table


def shared(sets: Sequence[Iterable[str]]) -> Matrix:
    """How many items each two sets share."""
    table = _held(sets, lambda _: 1.0)
    return np.asarray(table @ table.T)


def overlap(sets: Sequence[frozenset[str]], rarity: Mapping[str, float]) -> Matrix:
    """The weight of the words that two sets share, of that of the lighter set; 0 where one is empty."""
    table = _held(sets, lambda word: math.sqrt(rarity.get(word, 1.0)))
    common = table @ table.T
    own = np.diag(common)
    least = np.minimum(own[:, None], own[None, :])
    return np.asarray(np.divide(common, least, out=np.zeros_like(common), where=least > 0))


def cosine(bags: Sequence[Mapping[str, int]], rarity: Mapping[str, float]) -> Matrix:
    """How alike reports are in their words: the cosine of counts, each word weighed by its rarity."""
    table = _held([set(bag) for bag in bags], lambda word: rarity.get(word, 1.0))
    order: dict[str, int] = {}
    for bag in bags:
        for word in sorted(bag):
            order.setdefault(word, len(order))
    for row, bag in enumerate(bags):
        for word, count in bag.items():
            table[row, order[word]] *= 1 + math.log(count)
    length = np.linalg.norm(table, axis=1)
    table /= np.where(length > 0, length, 1.0)[:, None]
    return np.asarray(table @ table.T)
