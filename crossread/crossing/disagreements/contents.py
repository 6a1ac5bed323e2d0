"""Amounts that tell the same, whoever tells them, and pairs that stand for all pairs of two such classes."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from itertools import combinations

from crossread.crossing.disagreements.amounts import Amount
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import one_list

TOLD = tuple(field for field in Amount.__struct_fields__ if field not in ("voice", "sentence", "measure"))
"""The fields of an amount that tell something of it: all amounts here are of one measure."""


def content(a: Amount) -> Hashable:
    """All that an amount tells, apart from who tells it."""
    return tuple(getattr(a, field) for field in TOLD)


def inside_reports(scene: Scene, mine: list[Amount]) -> Iterator[tuple[int, int]]:
    """The pairs of amounts that stand in one report, but not in one list."""
    homes: dict[str, list[int]] = {}
    for n, amount in enumerate(mine):
        homes.setdefault(amount.voice.report, []).append(n)
    for report, members in homes.items():
        for i, k in combinations(members, 2):
            if not one_list(scene.reports[report], mine[i].voice.clause, mine[k].voice.clause):
                yield i, k


def by_day(scene: Scene, mine: list[Amount], members: list[int]) -> dict[Hashable, list[int]]:
    days: dict[Hashable, list[int]] = {}
    for n in members:
        days.setdefault(scene.reports[mine[n].voice.report].published, []).append(n)
    return days


def linked(mine: list[Amount], here: list[int], there: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of different reports that join what all such pairs of two classes would: each with the first members of two
    other reports of three."""
    for some, others in ((here, there), (there, here)):
        firsts: dict[str, int] = {}
        for n in others:
            firsts.setdefault(mine[n].voice.report, n)
        shown = list(firsts.items())[:3]
        for n in some:
            yield from [(min(n, m), max(n, m)) for report, m in shown if report != mine[n].voice.report][:2]
