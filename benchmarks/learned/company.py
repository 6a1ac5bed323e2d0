"""What the likeness of all pairs says of each pair: common company, rivals in the other's report. Pure.

`likely` holds how likely each two tellings are of one deed, looked at alone; two tellings of one deed are like the same
others, and each is the other's likest in its report. How many others are like it is no sign: that hangs on how many
reports there are.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np

from benchmarks.learned.pairwise import Matrix

LEAST = 0.002
"""Likelihoods below it count as this much: what is hardly likely is not made out by a factor."""


def company(likely: Matrix, reports: Sequence[Hashable]) -> dict[str, Matrix]:
    """Every sign by its name, a row and a column for each telling; `reports`: of each telling its report."""
    whole = likely.copy()
    np.fill_diagonal(whole, 1.0)
    others = whole - np.eye(len(whole))
    mass = others.sum(axis=1) + 1e-3
    common = others @ others.T
    held = [np.flatnonzero(column) for column in _columns(reports)]
    best = np.stack([others[:, each].max(axis=1) for each in held], axis=1)
    rival = _rivals(others, held)
    return {
        "likely": np.log((whole + LEAST) / (1 + LEAST - whole)),
        "like the same": _cosines(whole),
        "share of the like": common / (np.add.outer(mass, mass) - common),
        "by a third": np.stack([np.minimum(row, others).max(axis=1) for row in others]),
        "likest rival": np.maximum(rival, rival.T),
        "likest rival of the other": np.minimum(rival, rival.T),
        "ahead of rivals": whole - np.maximum(rival, rival.T),
        "like the same reports": _cosines(best),
    }


def _columns(reports: Sequence[Hashable]) -> list[list[bool]]:
    return [[report == each for report in reports] for each in dict.fromkeys(reports)]


def _cosines(rows: Matrix) -> Matrix:
    length = np.linalg.norm(rows, axis=1) + 1e-6
    return np.asarray((rows @ rows.T) / np.multiply.outer(length, length))


def _rivals(others: Matrix, held: Sequence[Matrix]) -> Matrix:
    """For each pair how likely the first is of one deed with the likest other telling of the second's report."""
    rival = np.zeros_like(others)
    for each in held:
        part = others[:, each]
        two = -np.sort(-part, axis=1)[:, :2]
        first, second = two[:, :1], two[:, 1:] if two.shape[1] > 1 else np.zeros((len(part), 1))
        rival[:, each] = np.where(part >= first, second, first)
    return rival
