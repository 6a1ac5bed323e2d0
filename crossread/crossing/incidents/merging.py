"""Events of several reports merged into incidents.

1. `tellings`: every event with its parties, places and days as the merged records know them.
2. `retelling`: inside each report, in reading order, a telling joins the deed that it goes back to ("the attack") or
   begins another.
3. Across reports, the likest deeds are joined first, as long as what their tellings say together does not forbid it.
   Only deeds of one family that share a party, a country, a place, a week or a name are compared.
4. `secondlook`: what is left apart is held against each other once more, every telling against every telling.
5. `repeated`: a report that only repeats another one is left out so far; what it repeats is added now.
6. `happenings`: what is worth a line becomes an incident, with status, days, parties, places and title.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations, product

from crossread.crossing.incidents.accounts import Account
from crossread.crossing.incidents.happenings import incident_of, with_repeats
from crossread.crossing.incidents.proofs import by_sentence, proof
from crossread.crossing.incidents.repeated import nearness_without, told_once
from crossread.crossing.incidents.retelling import Cluster, in_report
from crossread.crossing.incidents.samedeed import STORY, TOLD, Likeness, likeness
from crossread.crossing.incidents.scenes import scenes
from crossread.crossing.incidents.secondlook import look_again
from crossread.crossing.incidents.tellings import tell
from crossread.crossing.incidents.timely import timely
from crossread.crossing.linkage import root_of
from crossread.crossing.themes import Themes
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
from crossread.spans import unique

CROSS = 3.0
"""Points from which deeds of two reports are one: kind and word, and an actor, a day or a place with a party."""
CROWD = 40
"""Deeds that share one key and are compared for it; a key of more tells only in reports that are alike."""

FEW = 4
"""Pairs of deeds of one kind in two reports of one story up to which they are compared without a key in common: of
eleven stories incidents rise from .581 to .591."""


def merge_incidents(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    resolved: Resolved,
    origins: tuple[Origin, ...],
    actors: MergedActors,
    places: MergedPlaces,
    statements: MergedStatements,
    themes: Themes,
    repeating: Mapping[str, str],
) -> MergedIncidents:
    """Incidents in the order of their first mention; `of` holds the events that became part of one. What a report only
    repeats (`repeating`) is added to the incidents that it is told of, and says nothing more of them."""
    told = told_once(tell(dated, readings, resolved, actors, places), repeating)
    clusters = [cluster for tellings in told.own for cluster in in_report(tellings)]
    found: list[Incident] = []
    of: dict[Key, str] = {}
    by_id = {actor.id: actor for actor in actors.actors}
    contents = {(s.report, s.cue.start): s.content.text for s in statements.statements}
    origin_of = {report: origin.id for origin in origins for report in origin.reports}
    near = timely(nearness_without(themes, repeating), dated)
    deeds = look_again(list(across(clusters, near)), readings, near)
    deed_of = {telling.at: number for number, deed in enumerate(deeds) for telling in deed.members}
    scene = scenes(deeds)
    told_in = by_sentence(telling for tellings in told.own for telling in tellings)
    for number, deed in enumerate(deeds):
        members = sorted(deed.members, key=lambda t: t.at)
        others = ([o for o in told_in[t.at[0], t.event.sentence] if deed_of[o.at] != number] for t in members)
        evidence = unique(proof(t, beside) for t, beside in zip(members, others, strict=True))
        incident = incident_of(members, evidence, deed.why, origin_of, by_id, statements, contents, scene)
        again = [copy for telling in members for copy in told.again.get(telling.at, ())]
        found.append(with_repeats(incident, again) if again else incident)
        of.update((telling.at, incident.id) for telling in (*members, *again))
    found.sort(key=lambda incident: incident.evidence[0])
    return MergedIncidents(tuple(found), of)


def across(clusters: list[Cluster], near: Mapping[tuple[str, str], float]) -> Iterator[Cluster]:
    """Join the deeds of different reports, the likest first. `near`: how alike reports are that are near each other."""
    heap: list[tuple[float, int, int, int, int, Likeness]] = []
    for i, k in _pairs(clusters, near):
        like = likeness(clusters[i].account, clusters[k].account, _near(clusters[i], clusters[k], near))
        if alike(like):
            heap.append((-like.points, i, k, clusters[i].version, clusters[k].version, like))
    heapify(heap)
    root = list(range(len(clusters)))
    while heap:
        points, *then, first, second, like = heappop(heap)
        i, k = sorted((root_of(root, then[0]), root_of(root, then[1])))
        if i == k:
            continue
        a, b = clusters[i], clusters[k]
        if (i, k, a.version, b.version) != (*then, first, second):  # one of them has been joined, or has grown, since
            like = likeness(a.account, b.account, _near(a, b, near))
            if not alike(like):
                continue
            if -like.points > points + 1e-9:  # less alike than when first seen: its turn is later
                heappush(heap, (-like.points, i, k, a.version, b.version, like))
                continue
        a.why.append(_reason(a, b, like))
        a.why += b.why
        a.take(b.members)
        root[k] = i
    yield from (cluster for i, cluster in enumerate(clusters) if root[i] == i)


def _near(a: Cluster, b: Cluster, near: Mapping[tuple[str, str], float]) -> float:
    """How alike the reports of two deeds are: the mean over the first of them, 0 for those not near each other."""
    if len(a.asked) == len(b.asked) == 1:  # as most are
        (p,), (q,) = a.asked, b.asked
        return near.get((p, q) if p <= q else (q, p), 0.0)
    worths = [near.get((p, q) if p <= q else (q, p), 0.0) for p in a.asked for q in b.asked]
    return sum(worths) / len(worths)


def alike(like: Likeness) -> bool:
    """Whether deeds of two reports are one."""
    return not like.never and like.points >= CROSS and like.told >= TOLD


def _reason(a: Cluster, b: Cluster, like: Likeness) -> str:
    first, second = a.members[0].event.trigger.text, b.members[0].event.trigger.text
    return f"“{first}” and “{second}”: {', '.join(like.why)}"


def _pairs(clusters: Sequence[Cluster], near: Mapping[tuple[str, str], float]) -> list[tuple[int, int]]:
    """The deeds, each of one report, that are worth comparing with those of others: of one family, with a key in common
    that few have; in reports that are alike any key will do, and main deeds need none."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    keys = []
    home = [cluster.members[0].at[0] for cluster in clusters]
    for number, cluster in enumerate(clusters):
        marks = _marks(cluster.account)
        keys.append({(kin, mark) for kin in cluster.families for mark in marks})
        for key in keys[-1]:
            buckets[key].append(number)
    crowds = {key for key, numbers in buckets.items() if len(numbers) > CROWD}
    found: set[tuple[int, int]] = set()
    crowded: dict[str, list[int]] = {}
    main: dict[str, list[int]] = {}
    sorts: dict[str, dict[str, list[int]]] = {}
    for numbers in buckets.values():
        if len(numbers) <= CROWD:
            found.update((i, k) for i, k in combinations(numbers, 2) if home[i] != home[k])
    for number, cluster in enumerate(clusters):
        report = home[number]
        keys[number] &= crowds
        if keys[number]:
            crowded.setdefault(report, []).append(number)
        if cluster.account.done and not cluster.account.speech:
            sorts.setdefault(report, {}).setdefault(cluster.account.kinds[0], []).append(number)
            if cluster.account.lede:
                main.setdefault(report, []).append(number)
    turn = {report: k for k, report in enumerate(dict.fromkeys(home))}
    for pair, worth in near.items():
        one, other = sorted(pair, key=lambda report: turn.get(report, 0))
        for i in crowded.get(one, ()):
            found.update((i, k) for k in crowded.get(other, ()) if not keys[i].isdisjoint(keys[k]))
        if worth > STORY[0]:
            found.update(product(main.get(one, ()), main.get(other, ())))
            found.update(_of_one_sort(sorts.get(one, {}), sorts.get(other, {})))
    return sorted(found)


def _of_one_sort(one: Mapping[str, Sequence[int]], other: Mapping[str, Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The deeds of one kind in two reports of one story, where either report tells only few of the kind."""
    for kind, mine in one.items():
        yours = other.get(kind, ())
        if len(mine) * len(yours) <= FEW:
            yield from product(mine, yours)


def _marks(told: Account) -> set[str]:
    marks = {*told.parties, *told.lands, *told.names, *(place.id for place in told.places)}
    marks.update(place.country for place in told.places if place.country)
    if told.start:
        week = told.start.toordinal() // 7
        marks.update((f"week {week}", f"week {week + 1}"))
    marks.update(f"clause {clause}" for clause in told.clauses)
    if told.lede:
        marks.add("lede")
    return marks
