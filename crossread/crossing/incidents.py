"""Events of several reports merged into incidents.

1. `tellings`: every event with its parties, places and days as the merged records know them.
2. Inside each report, in reading order, a telling joins the deed that it goes back to ("the attack") or begins a new one.
3. Across reports, the likest pairs of deeds are joined first, as long as nothing between any of their tellings forbids it.
   Only deeds of one family that share a party, a country, a place, a week or a name are compared.
4. `happenings`: what is worth a line becomes an incident, with status, days, parties, places and title.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from crossread.crossing.happenings import incident_of, worth_a_line
from crossread.crossing.samedeed import Likeness, family, likeness
from crossread.crossing.tellings import Telling, tell
from crossread.records import (
    Incident,
    Key,
    MergedActors,
    MergedIncidents,
    MergedPlaces,
    MergedStatements,
    Origin,
    Reading,
    Report,
    Resolved,
)
from crossread.spans import overlap

LOCAL = 2.0
"""Points from which two tellings of one report are one deed. A report seldom tells two deeds of one kind by one actor unmarked."""
CROSS = 2.75
"""Points from which deeds of two reports are one: kind and word, and a party, a place or a day beside them."""
SHOWN = 6
"""Tellings of a deed that are compared: the fullest. More change no verdict and cost their square."""
CROWD = 40
"""Deeds that share one key and are still compared pair by pair; a key of more says too little, others must agree."""


class Cluster:
    """The tellings held to be of one deed, and why each join was made."""

    __slots__ = ("members", "version", "why")

    def __init__(self, telling: Telling) -> None:
        self.members = [telling]
        self.why: list[str] = []
        self.version = 0

    @property
    def fullest(self) -> list[Telling]:
        """The members that say most, in a fixed order."""
        return sorted(self.members, key=lambda t: (-_fullness(t), t.at))[:SHOWN]


def _fullness(telling: Telling) -> int:
    return (
        2 * telling.dated
        + len(telling.parties)
        + len(telling.places)
        + bool(telling.event.instrument)
        + 2 * bool(telling.names)
    )


def merge_incidents(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    resolved: Resolved,
    origins: tuple[Origin, ...],
    actors: MergedActors,
    places: MergedPlaces,
    statements: MergedStatements,
) -> MergedIncidents:
    """Incidents in the order of their first mention; `of` holds the events that became part of one."""
    clusters: list[Cluster] = []
    for tellings in tell(dated, readings, resolved, actors, places):
        clusters += _in_report(tellings)
    found: list[Incident] = []
    of: dict[Key, str] = {}
    reports = {report.id: report for report in dated}
    for cluster in _across(clusters):
        members = sorted(cluster.members, key=lambda t: t.at)
        if not worth_a_line(members):
            continue
        incident = incident_of(members, cluster.why, reports, readings, origins, actors, statements)
        found.append(incident)
        of.update((telling.at, incident.id) for telling in members)
    found.sort(key=lambda incident: incident.evidence[0])
    return MergedIncidents(tuple(found), of)


def _in_report(tellings: Sequence[Telling]) -> list[Cluster]:
    """The deeds of one report, each with every place that goes back to it."""
    clusters: list[Cluster] = []
    for telling in tellings:
        best: tuple[float, int] | None = None
        why: tuple[str, ...] = ()
        kin = set(family(telling.event.kind))
        for number, cluster in enumerate(clusters):
            if not kin.intersection(family(cluster.members[0].event.kind)):
                continue
            like = _between([telling], cluster.fullest, local=True)
            points = like.points + _goes_back(telling, cluster, number == len(clusters) - 1)
            if not like.never and points >= LOCAL and (best is None or points >= best[0]):
                best, why = (points, number), like.why
        if best is None:
            clusters.append(Cluster(telling))
        else:
            clusters[best[1]].members.append(telling)
    return clusters


def _goes_back(telling: Telling, cluster: Cluster, latest: bool) -> float:
    """Points for a telling that points back: "the attack", "killed in the blast", nothing of its own."""
    points = 0.0
    last = cluster.members[-1]
    if telling.noun and telling.definite and not telling.parties and not telling.dated:
        points += 1.5
    elif telling.noun and telling.definite:
        points += 0.5
    if latest or any(abs(m.event.sentence - telling.event.sentence) <= 1 for m in cluster.members):
        points += 0.5
    if any(
        overlap(m.event.span, telling.event.trigger) or overlap(telling.event.span, m.event.trigger)
        for m in cluster.members
    ):
        points += 1.5
    if telling.done != last.done:
        points -= 1.0
    return points


def _between(some: Iterable[Telling], others: Sequence[Telling], local: bool = False) -> Likeness:
    """The best likeness of any two; never, if any two cannot be one deed."""
    best = Likeness(-1.0, ())
    for a in some:
        for b in others:
            like = likeness(a, b)
            if like.never:
                return like
            if like.points > best.points:
                best = like
    return best


def _across(clusters: list[Cluster]) -> Iterator[Cluster]:
    """Join the deeds of different reports, the likest first."""
    heap: list[tuple[float, int, int, int, int]] = []
    for i, k in _pairs(clusters):
        like = _between(clusters[i].fullest, clusters[k].fullest)
        if not like.never and like.points >= CROSS:
            heap.append((-like.points, i, k, 0, 0))
    heapify(heap)
    root = list(range(len(clusters)))
    while heap:
        points, i, k, first, second = heappop(heap)
        i, k = _root(root, i), _root(root, k)
        if i == k:
            continue
        a, b = clusters[i], clusters[k]
        like = _between(a.fullest, b.fullest)
        if like.never or like.points < CROSS:
            continue
        if (a.version, b.version) != (first, second) and -like.points > points + 1e-9:
            heappush(heap, (-like.points, i, k, a.version, b.version))
            continue
        a.why.append(_reason(a, b, like))
        a.why += b.why
        a.members += b.members
        a.version += 1
        root[k] = i
    yield from (cluster for i, cluster in enumerate(clusters) if root[i] == i)


def _reason(a: Cluster, b: Cluster, like: Likeness) -> str:
    first, second = a.members[0].event.trigger.text, b.members[0].event.trigger.text
    return f"“{first}” and “{second}”: {', '.join(like.why)}"


def _root(root: list[int], i: int) -> int:
    while root[i] != i:
        root[i] = root[root[i]]
        i = root[i]
    return i


def _pairs(clusters: Sequence[Cluster]) -> list[tuple[int, int]]:
    """The deeds that are worth comparing: of one family, sharing a key that few share, or several that many share."""
    buckets: dict[tuple[str, str], list[int]] = {}
    for number, cluster in enumerate(clusters):
        keys = {(kin, mark) for t in cluster.members for kin in family(t.event.kind) for mark in _marks(t)}
        for mark in keys:
            buckets.setdefault(mark, []).append(number)
    found: set[tuple[int, int]] = set()
    for _, numbers in sorted(buckets.items()):
        for place, i in enumerate(numbers):
            for k in numbers[place + 1 : place + 1 + CROWD]:
                if clusters[i].members[0].at[0] != clusters[k].members[0].at[0]:
                    found.add((i, k))
    return sorted(found)


def _marks(telling: Telling) -> set[str]:
    marks = {*telling.parties, *telling.lands, *telling.names, *(place.id for place in telling.places)}
    marks.update(place.country for place in telling.places if place.country)
    if telling.dated and telling.start:
        week = telling.start.toordinal() // 7
        marks.update((f"week {week}", f"week {week + 1}"))
    if telling.lede:
        marks.add("lede")
    return marks
