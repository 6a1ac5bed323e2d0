"""Groups of things by how alike they are on average: the most alike are joined first. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Protocol, TypeVar

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


def gathered(
    links: Sequence[Mapping[int, float]], total: Callable[[Sequence[int], Sequence[int]], float], least: float
) -> list[list[int]]:
    """Groups that are alike by `least` on average, of things of which few are alike: the pairs that are not are looked
    at only where groups meet. Members stand in order, groups in the order of their first.

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
