"""Which reports may tell one story, so that they can contradict each other.

Reports that are alike belong together, directly or through others, if they tell a common incident, or if their first
sentences share names, are alike and came out within weeks: an epidemic or a vote has no incident that all its reports
tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

import numpy as np

from crossread.crossing.linkage import root_of
from crossread.embeddings import cosine, packed, table
from crossread.records import MergedIncidents, Reading, Record, Report

LEAD = 4
"""Sentences at the head of a report, its title among them, that say what it is about."""
NAMES = ((2, 0.6), (3, 0.5))
"""Names that two leads must share, and how alike they must be then (cosine): of pairs of reports of one story in the
sets that we read three in four are so, of pairs of two stories one in two hundred."""
RARE = 8
"""Reports with a name in their lead up to which the name alone joins two leads, if they are `ALIKE`: half of such pairs
are of one story."""
ALIKE = 0.6
CROWD = 40
"""Reports with a name in their lead above which the name joins none of them."""
AKIN = 0.2
"""Likeness of two reports (`themes`) without which neither an incident nor their leads join them: chains of incidents
joined 255 of 999 reports of many stories; so 95 are joined at most."""
WITHIN = 30
"""Days between two publications."""
SHORT = 3
"""Letters of a name up to which it tells too little."""


class Lead(Record, frozen=True):
    """The head of a report: its names in small letters, and the mean of its sentences' embeddings at unit length."""

    report: str
    names: frozenset[str]
    embedding: bytes
    day: int | None


def strands(
    reports: Iterable[Report],
    readings: Iterable[Reading],
    incidents: MergedIncidents,
    near: Mapping[tuple[str, str], float],
) -> dict[str, str]:
    """The report by which each report's strand is named. `near`: how alike two reports are, ids in order."""
    every = sorted(reports, key=lambda r: r.id)
    days = {r.id: r.published.start.toordinal() if r.published else None for r in every}
    first = {r.id: r.id for r in every}
    for incident in incidents.incidents:
        told = sorted(r for r in incident.reports if r in first)
        for pair in combinations(told, 2):
            if near.get((pair[0], pair[1]), 0.0) >= AKIN:
                _join(first, pair)
    leads = [_lead(reading, days[reading.report]) for reading in sorted(readings, key=lambda x: x.report)]
    homes: dict[str, list[int]] = {}
    for n, lead in enumerate(leads):
        for name in sorted(lead.names):
            homes.setdefault(name, []).append(n)
    for n, lead in enumerate(leads):
        shared: Counter[int] = Counter()
        rare: set[int] = set()
        for name in sorted(lead.names):
            before = [other for other in homes[name] if other < n] if len(homes[name]) <= CROWD else []
            shared.update(before)
            rare.update(before if len(homes[name]) <= RARE else ())
        for other, count in sorted(shared.items()):
            if near.get((leads[other].report, lead.report), 0.0) < AKIN:
                continue
            if root_of(first, lead.report) != root_of(first, leads[other].report) and _one_story(
                lead, leads[other], count, other in rare
            ):
                _join(first, [leads[other].report, lead.report])
    return {r.id: root_of(first, r.id) for r in every}


def _join(first: dict[str, str], reports: Sequence[str]) -> None:
    roots = sorted({root_of(first, r) for r in reports})
    for other in roots[1:]:
        first[other] = roots[0]


def _lead(reading: Reading, day: int | None) -> Lead:
    head = reading.sentences[:LEAD]
    names = frozenset(t.text.lower() for s in head for t in s.tokens if t.pos == "PROPN" and len(t.text) > SHORT)
    total = table([s.embedding for s in head]).sum(axis=0, dtype=np.float64)
    size = float(np.linalg.norm(total)) or 1.0
    return Lead(reading.report, names, packed(total / size), day)


def _one_story(a: Lead, b: Lead, shared: int, rare: bool) -> bool:
    """Whether two leads are of one story: so many names in common, one of them rare, and alike."""
    if a.day is not None and b.day is not None and abs(a.day - b.day) > WITHIN:
        return False
    like = cosine(a.embedding, b.embedding)
    return (rare and like >= ALIKE) or any(shared >= count and like >= alike for count, alike in NAMES)
