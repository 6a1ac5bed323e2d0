"""What a deed's word means, as a vector: near to that of words used for the same ("dismiss", "fire", "sack"). Pure."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from benchmarks.learned.families import families, members, stems
from benchmarks.learned.files import rows_of

Matrix = NDArray[np.float64]


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], NDArray[np.int8]]:
    rows = rows_of("meanings.tsv")
    return (
        {row[0]: number for number, row in enumerate(rows)},
        np.array([np.frombuffer(base64.b64decode(row[1]), dtype=np.int8) for row in rows]),
    )


def meaning(words: Sequence[str]) -> Matrix | None:
    """The mean of the words' vectors, of length 1; None if none of the words (base forms) is known.

    A word that is not listed means what it is derived from, else what the words of its families mean together.
    """
    return _mean([vector for word in words if (vector := _vector(word)) is not None])


@lru_cache(maxsize=4096)
def _vector(word: str) -> Matrix | None:
    where, vectors = _table()
    found = next((where[form] for form in (word, *stems(word)) if form in where), None)
    if found is not None:
        vector = vectors[found].astype(np.float64)
        return np.asarray(vector / np.linalg.norm(vector))
    alike = (other for family in sorted(families([word])) for other in members(family) if other in where)
    return _mean([vectors[where[other]].astype(np.float64) for other in alike])


def _mean(vectors: Sequence[Matrix]) -> Matrix | None:
    if not vectors:
        return None
    mean = np.sum([vector / np.linalg.norm(vector) for vector in vectors], axis=0)
    length = float(np.linalg.norm(mean))
    return np.asarray(mean / length) if length else None
