"""Groups of things by how alike they are on average, from the likeness of every two: for few things."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from benchmarks.learned.pairwise import Matrix
from crossread.crossing.linkage import root_of


class Join(NamedTuple):
    """Two groups, each named by one of its members, and how alike they are on average."""

    first: int
    second: int
    alike: float


def joins(alike: Matrix) -> list[Join]:
    """Every join on the way to one group of all, by the chain of nearest neighbours: as many steps as pairs.

    `alike` is symmetric. With average likeness a join is never more alike than those inside it, so that the joins of
    at least some likeness are the groups at that likeness, in whatever order the chain found them.
    """
    near = alike.astype(np.float64, copy=True)
    np.fill_diagonal(near, -np.inf)
    size = np.ones(len(near))
    found: list[Join] = []
    chain: list[int] = []
    left = np.ones(len(near), dtype=bool)
    for _ in range(len(near) - 1):
        if not chain:
            chain.append(int(np.argmax(left)))
        while True:
            at = chain[-1]
            best = int(np.argmax(near[at]))
            if len(chain) > 1 and near[at, chain[-2]] >= near[at, best]:
                break
            chain.append(best)
        one, two = sorted((chain.pop(), chain.pop()))
        found.append(Join(one, two, float(near[one, two])))
        mean = (size[one] * near[one] + size[two] * near[two]) / (size[one] + size[two])
        near[one], near[:, one] = mean, mean
        near[two], near[:, two] = -np.inf, -np.inf
        near[one, one] = -np.inf
        size[one] += size[two]
        left[two] = False
    return found


def groups(alike: Matrix, least: float) -> list[list[int]]:
    """Groups that are alike by `least` on average; members in order, groups in the order of their first."""
    root = list(range(len(alike)))
    for join in joins(alike):
        if join.alike >= least:
            one, two = sorted((root_of(root, join.first), root_of(root, join.second)))
            root[two] = one
    found: dict[int, list[int]] = {}
    for i in range(len(alike)):
        found.setdefault(root_of(root, i), []).append(i)
    return list(found.values())


def smoothed(alike: Matrix) -> Matrix:
    """For each pair the likeness at which it falls into one group: what all near them say of it."""
    calm = np.ones_like(alike, dtype=np.float64)
    members = {i: [i] for i in range(len(alike))}
    root = list(range(len(alike)))
    for join in sorted(joins(alike), key=lambda j: (-j.alike, j.first, j.second)):
        one, two = sorted((root_of(root, join.first), root_of(root, join.second)))
        calm[np.ix_(members[one], members[two])] = join.alike
        calm[np.ix_(members[two], members[one])] = join.alike
        members[one] += members.pop(two)
        root[two] = one
    return calm
