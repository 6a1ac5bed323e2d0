"""What stands against what: things that differ pair by pair, gathered to one matter and parted into its sides. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")


def differing(things: Sequence[T], differ: Callable[[T, T], bool]) -> Iterator[list[T]]:
    """Groups of things of which each differs from another one of its group, in their order."""
    pairs = [(i, k) for k in range(len(things)) for i in range(k) if differ(things[i], things[k])]
    for members in gathered(pairs):
        yield [things[i] for i in sorted(members)]


def within(homes: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The pairs of things that have one home, the earlier first, by index; `homes`: the story, say, of each thing."""
    members: dict[str, list[int]] = {}
    for n, home in enumerate(homes):
        members.setdefault(home, []).append(n)
    for mine in members.values():
        yield from ((i, k) for at, k in enumerate(mine) for i in mine[:at])


def gathered(pairs: list[tuple[int, int]]) -> list[list[int]]:
    """What pairs join together, directly or through others: groups that grow pair by pair, the last grown last."""
    groups: dict[int, list[int]] = {}
    home: dict[int, int] = {}
    grown: dict[int, int] = {}
    for turn, pair in enumerate(pairs):
        first, *others = sorted({home[i] for i in pair if i in home}, key=lambda g: grown[g]) or [turn]
        for other in others:
            moved = groups.pop(other)
            groups[first] += moved
            home.update(dict.fromkeys(moved, first))
        for i in pair:
            if i not in home:
                groups.setdefault(first, []).append(i)
                home[i] = first
        grown[first] = turn
    return [groups[g] for g in sorted(groups, key=lambda g: grown[g])]


def sides(things: Iterable[T], exclude: Callable[[T, T], bool]) -> list[list[T]]:
    """Things that do not exclude each other on one side, in their order."""
    found: list[list[T]] = []
    for thing in things:
        mine = next((side for side in found if not any(exclude(thing, other) for other in side)), None)
        if mine is None:
            found.append([thing])
        else:
            mine.append(thing)
    return found
