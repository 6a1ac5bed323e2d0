"""Embeddings: what sentences mean, as numbers of unit length, so that a product says how alike two are. Pure.

Records carry an embedding as bytes, four for each number: as a tuple it takes eight times the room, and to compare it
seven times as long.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float32]

_NUMBER = np.dtype("<f4")


def packed(numbers: ArrayLike) -> bytes:
    """An embedding as records carry it."""
    return np.asarray(numbers, dtype=_NUMBER).tobytes()


def unpacked(embedding: bytes) -> Numbers:
    """Its numbers; none of an empty one."""
    return np.frombuffer(embedding, _NUMBER)


def table(embeddings: Sequence[bytes]) -> Numbers:
    """A row of numbers for each; nothing but zeros for an empty one."""
    width = max(map(len, embeddings), default=0)
    rows = b"".join(embedding or bytes(width) for embedding in embeddings)
    return np.frombuffer(rows, _NUMBER).reshape(len(embeddings), width // _NUMBER.itemsize)


def cosine(a: bytes, b: bytes) -> float:
    """How alike two are; 0 without one."""
    return float(unpacked(a).dot(unpacked(b))) if a and b else 0.0
