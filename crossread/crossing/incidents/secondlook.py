"""Deeds that the rules kept in two are looked at again, all that was told of the one beside all of the other. Pure.

The rules (`samedeed`) ask for evidence before they join two deeds. Of a deed that a story tells again and again most
tellings bring none of their own: "the attack", "when the shots fell". So what is left is joined by likeness on average:
every telling of one deed is held against every telling of the other, and deeds whose tellings are likely enough of one,
on average over all pairs, are one. Only kinds that can be told of one deed are held against each other, in one report
and in reports of one story.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from heapq import heapify, heappop, heappush
from typing import NamedTuple

import numpy as np

from crossread.crossing.incidents.kindred import kin
from crossread.crossing.incidents.retelling import Cluster
from crossread.crossing.incidents.rows import Codes, Flags, coded, rows_of
from crossread.crossing.incidents.samedeed import GUESS
from crossread.crossing.incidents.sidebyside import compared, weights
from crossread.crossing.incidents.tellings import NARROW, Telling
from crossread.crossing.incidents.weighing import likely
from crossread.embeddings import Numbers
from crossread.records import Reading

BESIDE = 0.35
"""Likeness of two reports (`themes`) from which their deeds are looked at again. From .25 on pairs of reports of one
shooting are joined with precision .81 instead of .90."""
LEAST = 0.22
"""How likely two deeds' tellings are of one, on average, at least. Incidents of 25 stories are .646 with it (.645 with
.25, .642 with .3), their facts .688 (.687, .685); pairs of 200 reports of shootings are joined with F .86 (.84, .84).
With .2 figures begin to fall."""
LEAST_IN_ONE = 0.25
"""The same for deeds that one report alone tells: with .22 fewer of MUC's victims are counted rightly (.59 for .62)."""
NIGHT = timedelta(days=1)
"""Days between two deeds that may still be one: a night between them, a time zone."""
AT_ONCE = 10_000
"""Pairs of tellings that are compared at once, so that their signs need little room."""
SHOWN = 3
"""Signs that a reason names."""


def look_again(
    clusters: Sequence[Cluster], readings: Sequence[Reading], near: Mapping[tuple[str, str], float]
) -> list[Deed]:
    """The deeds, those joined that are likely one. `near`: how alike reports are that are near each other."""
    deeds = {k: Deed(cluster.members, cluster.why, *_bounds(cluster)) for k, cluster in enumerate(clusters)}
    tellings = [telling for deed in deeds.values() for telling in deed.members]
    if not tellings:
        return []
    of = np.repeat(np.arange(len(clusters), dtype=np.int32), [len(deed.members) for deed in deeds.values()])
    one, other = _pairs(tellings, of, [reading.report for reading in readings], near)
    asked, place = np.unique(np.concatenate((one, other)), return_inverse=True)
    rows = rows_of([tellings[k] for k in asked.tolist()], readings)
    first, second = np.split(place.astype(np.int32), 2)
    found = _Likeness(len(clusters))
    for k in range(0, len(one), AT_ONCE):
        here = slice(k, k + AT_ONCE)
        found.count(compared(rows, first[here], second[here]), of[one[here]], of[other[here]])

    def joined(a: int, b: int, worth: float) -> bool:
        if (worth < LEAST_IN_ONE and of_one_report(deeds[a], deeds[b])) or apart(deeds[a], deeds[b]):
            return False
        deeds[a] = _one(deeds[a], deeds.pop(b), found.spoken(a, b))
        return True

    _join(found.sums, [len(deed.members) for deed in deeds.values()], joined)
    return list(deeds.values())


class Deed(NamedTuple):
    """The tellings of one deed, why each join was made, and what keeps it apart from others."""

    members: list[Telling]
    why: list[str]
    names: frozenset[str]  # of its own, as a storm has
    start: date | None
    end: date | None
    kinds: frozenset[str]
    lede: bool  # some report tells it first


def _bounds(cluster: Cluster) -> tuple[frozenset[str], date | None, date | None, frozenset[str], bool]:
    told = cluster.account
    start, end = told.start, told.end
    if start is None or end is None:  # only roughly told, if at all: the narrowest
        days = min(((t.end - t.start, t.start, t.end) for t in cluster.members if t.start and t.end), default=None)
        start, end = days[1:] if days else (None, None)
    if told.guessed and start and end:
        start = date.fromordinal(max(date.min.toordinal(), start.toordinal() - GUESS))
        end = date.fromordinal(min(date.max.toordinal(), end.toordinal() + GUESS))
    return told.names, start, end, frozenset(told.kinds), told.lede


def _one(a: Deed, b: Deed, spoken: Sequence[str]) -> Deed:
    """Two deeds as one; the days are those of the one more tellings have, as far as they agree."""
    first, second = (a, b) if len(a.members) >= len(b.members) else (b, a)
    known = first if first.start else second
    one, other = a.members[0].event.trigger.text, b.members[0].event.trigger.text
    reason = f"“{one}” and “{other}”, looked at again: {', '.join(spoken) or 'told of one deed on average'}"
    return Deed(
        [*a.members, *b.members],
        [*a.why, reason, *b.why],
        a.names | b.names,
        known.start,
        known.end,
        first.kinds,
        a.lede or b.lede,
    )


def of_one_report(a: Deed, b: Deed) -> bool:
    """Whether one report alone tells both."""
    first = a.members[0].at[0]
    return all(telling.at[0] == first for deed in (a, b) for telling in deed.members)


def apart(a: Deed, b: Deed) -> bool:
    """Whether what the tellings say together keeps two deeds apart: names of their own, days, speakers, or two sorts of
    deed neither of which a report tells first (the blockade of one road and the strike in another town)."""
    if (a.names and b.names and not a.names & b.names) or _of_two_speakers(a, b):
        return True
    if a.start and a.end and b.start and b.end:
        if a.start - b.end > NIGHT or b.start - a.end > NIGHT:
            return True
        if min((a.end - a.start).days, (b.end - b.start).days) > NARROW:
            return True  # of what is told with no more than its year there may be several
    return a.kinds != b.kinds and not (a.lede or b.lede)


def _of_two_speakers(a: Deed, b: Deed) -> bool:
    """Whether two deeds of words have different speakers."""
    spoken = all(telling.event.type == "STATEMENT" for deed in (a, b) for telling in deed.members)
    speakers = [{actor for telling in deed.members for actor in telling.actors} for deed in (a, b)]
    return spoken and all(speakers) and speakers[0].isdisjoint(speakers[1])


def _pairs(
    tellings: Sequence[Telling], of: Codes, reports: Sequence[str], near: Mapping[tuple[str, str], float]
) -> tuple[Codes, Codes]:
    """The tellings of two deeds that may be one: of kinds that agree, in one report or in reports of one story."""
    number = {report: k for k, report in enumerate(reports)}
    kinds, known = coded([telling.event.kind for telling in tellings])
    agree = agreeing(known)
    held: list[list[int]] = [[] for _ in reports]
    for k, telling in enumerate(tellings):
        held[number[telling.at[0]]].append(k)
    mine = [np.array(each, dtype=np.int32) for each in held]
    beside = [(k, k) for k in range(len(reports))]
    beside += [(number[p], number[q]) for (p, q), worth in near.items() if worth >= BESIDE]
    found = [(np.zeros(0, np.int32), np.zeros(0, np.int32))]
    for p, q in sorted(beside):
        first, second = mine[p], mine[q]
        might = agree[np.ix_(kinds[first], kinds[second])]
        might &= of[first][:, None] != of[second][None, :]
        x, y = np.nonzero(np.triu(might, 1) if p == q else might)
        if len(x):
            found.append((first[x], second[y]))
    one, other = (np.concatenate(column) for column in zip(*found, strict=True))
    return one, other


def agreeing(kinds: Sequence[str]) -> Flags:
    """A row and a column a kind: whether both can be told of one deed."""
    number = {kind: k for k, kind in enumerate(kinds)}
    table = np.eye(len(kinds), dtype=bool)
    for a, b in kin():
        if a in number and b in number:
            table[number[a], number[b]] = True
    return table


class _Likeness:
    """For each two deeds how likely all pairs of their tellings are of one, together, and what speaks for it."""

    def __init__(self, deeds: int) -> None:
        self.sums: list[dict[int, float]] = [{} for _ in range(deeds)]
        self._told: dict[tuple[int, int], Numbers] = {}

    def count(self, signs: Mapping[str, Numbers], one: Codes, other: Codes) -> None:
        """Take in pairs of tellings of the deeds `one[n]` and `other[n]`."""
        low, high = np.minimum(one, other).astype(np.int64), np.maximum(one, other)
        distinct, back = np.unique(low * len(self.sums) + high, return_inverse=True)
        known = weights()
        total = np.bincount(back, weights=likely(signs, known)).tolist()
        spoken = np.stack(
            [np.bincount(back, weights=weight * signs[name]) for name, weight in known.signs.items()], axis=1
        ).astype(np.float32)
        for n, pair in enumerate(distinct.tolist()):
            a, b = divmod(pair, len(self.sums))
            self.sums[a][b] = self.sums[b][a] = self.sums[a].get(b, 0.0) + total[n]
            self._told[a, b] = self._told[a, b] + spoken[n] if (a, b) in self._told else spoken[n]

    def spoken(self, a: int, b: int) -> list[str]:
        """The signs that speak most for two deeds being one, as they stood apart at first."""
        told = self._told.get((min(a, b), max(a, b)))
        names = list(weights().signs)
        return [] if told is None else [names[k] for k in np.argsort(-told, kind="stable")[:SHOWN] if told[k] > 0]


def _join(sums: Sequence[dict[int, float]], sizes: list[int], joined: Callable[[int, int, float], bool]) -> None:
    """Join deeds, the likest first, as `joined` allows; `sums`: for each two deeds the likeness of all their pairs."""
    heap = [
        (-worth, a, b)
        for a, near in enumerate(sums)
        for b, total in near.items()
        if a < b and (worth := total / (sizes[a] * sizes[b])) >= LEAST
    ]
    heapify(heap)
    while heap:
        worth, a, b = heappop(heap)
        if b not in sums[a] or -worth != sums[a][b] / (sizes[a] * sizes[b]):
            continue  # one of them has been joined, or has grown, since
        if not joined(a, b, -worth):
            del sums[a][b], sums[b][a]
            continue
        sizes[a] += sizes[b]
        del sums[a][b], sums[b][a]
        for other, total in sums[b].items():
            del sums[other][b]
            sums[a][other] = sums[other][a] = sums[a].get(other, 0.0) + total
        sums[b].clear()
        for other in sorted(sums[a]):
            if (mean := sums[a][other] / (sizes[a] * sizes[other])) >= LEAST:
                heappush(heap, (-mean, min(a, other), max(a, other)))
