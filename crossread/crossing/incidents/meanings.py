"""What a deed's word means, as a vector: near to that of words used for the same ("dismiss", "fire", "sack"). Pure."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from crossread import knowledge
from crossread.crossing.incidents.families import derived

Matrix = NDArray[np.float64]


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], NDArray[np.int8]]:
    rows = knowledge.rows("en/meanings.tsv")
    return (
        {row[0]: number for number, row in enumerate(rows)},
        np.array([np.frombuffer(base64.b64decode(row[1]), dtype=np.int8) for row in rows]),
    )


def meaning(words: Sequence[str]) -> Matrix | None:
    """The mean of the words' vectors, of length 1; None if none of the words (base forms) is known."""
    where, vectors = _table()
    found = [where[word] if word in where else _derived(word) for word in words]
    known = [vectors[row].astype(np.float64) for row in found if row is not None]
    if not known:
        return None
    mean = np.sum([vector / np.linalg.norm(vector) for vector in known], axis=0)
    length = float(np.linalg.norm(mean))
    return np.asarray(mean / length) if length else None


SHORTEST = 3
"""Letters that must be left when an ending is taken off."""


@lru_cache(maxsize=4096)
def _derived(word: str) -> int | None:
    where, _ = _table()
    for ending, instead in derived():
        bare = word[: -len(ending)] + instead
        if word.endswith(ending) and len(bare) >= SHORTEST and bare in where:
            return where[bare]
    return None
