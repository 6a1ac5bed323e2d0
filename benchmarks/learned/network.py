"""A small network that weighs signs of pairs: one layer between them and the answer, several on average. Pure.

Made by `training/networks.py`; kept as `networks.npz` beside this module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.learned.pairwise import Matrix

Floats = NDArray[np.float32]
FILE = Path(__file__).parent / "networks.npz"
MOST = 5.0
"""Deviations from the mean beyond which a sign counts no more."""
AT_ONCE = 50_000
"""Pairs that are weighed at once, so that they need little room."""


class Network(NamedTuple):
    """`nets` networks of `width` units over `signs` signs."""

    signs: tuple[str, ...]
    mean: Floats  # (signs,)
    spread: Floats  # (signs,)
    into: Floats  # (nets, signs, width)
    shift: Floats  # (nets, width)
    out: Floats  # (nets, width)
    always: Floats  # (nets,)


@lru_cache(maxsize=2)
def network(name: str) -> Network:
    """One of those that are shipped: "alone" or "together"."""
    with np.load(FILE) as saved:
        arrays = [saved[f"{name} {field}"].astype(np.float32) for field in Network._fields[1:]]
        return Network(tuple(saved[f"{name} signs"].tolist()), *arrays)


def rows(found: Mapping[str, Matrix], names: tuple[str, ...], pairs: tuple[Matrix, Matrix]) -> Floats:
    """A row of signs for each pair."""
    return np.stack([found[name][pairs] for name in names], axis=1).astype(np.float32)


def scaled(table: Floats, known: Network) -> Floats:
    """The signs in units of their deviation."""
    return np.clip((table - known.mean) / known.spread, -MOST, MOST).astype(np.float32)


def weighed(found: Mapping[str, Matrix], known: Network, more: Matrix | None = None) -> Matrix:
    """How likely (0 to 1) each two are one, from matrices of signs; 1 on the diagonal. `more`: what is added to what
    the networks say on average (log-odds)."""
    count = len(next(iter(found.values())))
    likely = np.ones((count, count))
    for pairs in _parts(count):
        points = said(scaled(rows(found, known.signs, pairs), known), known)
        if more is not None:
            points = points + more[pairs]
        likely[pairs] = likely[pairs[::-1]] = 1 / (1 + np.exp(-points))
    return likely


def said(table: Floats, known: Network) -> Matrix:
    """The log-odds of scaled rows: the mean of the networks."""
    each = [
        np.maximum(table @ into + shift, 0) @ out + always
        for into, shift, out, always in zip(known.into, known.shift, known.out, known.always, strict=True)
    ]
    return np.asarray(np.mean(each, axis=0), dtype=np.float64)


def _parts(count: int) -> Iterator[tuple[Matrix, Matrix]]:
    one, other = np.triu_indices(count, 1)
    for k in range(0, len(one), AT_ONCE):
        yield one[k : k + AT_ONCE], other[k : k + AT_ONCE]
