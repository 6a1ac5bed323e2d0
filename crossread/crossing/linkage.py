"""Groups of things by how alike they are on average: the most alike are joined first. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]


K = TypeVar("K")


class Above(Protocol[K]):
    """For each thing one of its group, itself if it stands for the group: a list by number or a mapping by name."""

    def __getitem__(self, thing: K, /) -> K: ...

    def __setitem__(self, thing: K, above: K, /) -> None: ...


def root_of(above: Above[K], thing: K) -> K:
    """The one that stands for the group of a thing; the way there is made shorter for the next who asks."""
    while above[thing] != thing:
        above[thing] = above[above[thing]]
        thing = above[thing]
    return thing


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


def gathered(
    links: Sequence[Mapping[int, float]], total: Callable[[Sequence[int], Sequence[int]], float], least: float
) -> list[list[int]]:
    """The same groups as `groups`, of things of which few are alike: the pairs that are not are looked at only where
    groups meet.

    `links`: for each thing those that are alike to it by at least `least`, in both directions, and how much; `total`:
    the likeness of all pairs between two groups together, asked for groups without a link.
    """
    members = {i: [i] for i in range(len(links))}
    sums = [dict(near) for near in links]
    heap = [(-alike, i, k) for i, near in enumerate(links) for k, alike in near.items() if i < k and alike >= least]
    heapify(heap)
    while heap:
        negative, one, two = heappop(heap)
        if two not in members or one not in members or -negative != _mean(sums, members, one, two):
            continue  # one of them has been joined, or has grown, since
        theirs = sums[two]
        for other in sorted({*sums[one], *theirs} - {one, two}):
            mine = [sums[i].pop(other) if other in sums[i] else total(members[i], members[other]) for i in (one, two)]
            sums[other].pop(two, None)
            sums[one][other] = sums[other][one] = mine[0] + mine[1]
        members[one] = sorted(members[one] + members.pop(two))
        sums[one].pop(two)
        for other in sorted(sums[one]):
            if (mean := _mean(sums, members, one, other)) >= least:
                heappush(heap, (-mean, min(one, other), max(one, other)))
    return list(members.values())


def _mean(sums: Sequence[Mapping[int, float]], members: Mapping[int, Sequence[int]], one: int, two: int) -> float:
    return sums[one][two] / (len(members[one]) * len(members[two]))
