"""How far two reports tell of one story: the rare names that they share, and what their leads mean. Pure.

Only reports that share a name are compared, and of a name that stands in many reports only the next few in time: the
cost grows with the reports, not with their pairs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from operator import mul

from crossread.records import MergedActors, MergedPlaces, Reading, Report

LEAD = 6
"""Sentences of a report that tell what it is about."""
MEANING = 0.5
"""Weight of the leads' meaning beside the names in common."""
COMMON = 12
"""Reports that share a name and are still compared with each other; a name of more says little by itself."""
MANY = 20
"""Reports against which a name's rarity is counted: a fixed number, so that unrelated reports change no story."""

Pair = tuple[str, str]


def neighbours(
    reports: Sequence[Report], readings: Sequence[Reading], actors: MergedActors, places: MergedPlaces
) -> dict[Pair, float]:
    """Likeness (0 to 1) of the pairs of reports, ids in order, that share a name; the others share no story."""
    wide = {place.id for place in places.places if place.precision in ("country", "sea")}
    named = {reading.report: _names(reading, actors.of, places.of, wide) for reading in readings}
    often = Counter(name for names in named.values() for name in names)
    weight = {name: math.log1p(MANY / count) for name, count in often.items()}
    length = {report: math.sqrt(sum((weight[n] * k) ** 2 for n, k in names.items())) for report, names in named.items()}
    leads = {reading.report: _lead(reading) for reading in readings}
    return {
        (a, b): _likeness(named[a], named[b], weight, length[a] * length[b], leads[a], leads[b])
        for a, b in _pairs(reports, named)
    }


def _names(
    reading: Reading,
    actor_of: Mapping[tuple[str, int], str],
    place_of: Mapping[tuple[str, int], str],
    wide: set[str],
) -> dict[str, float]:
    """The named actors and places of a report; those of its lead count twice."""
    end = reading.sentences[min(LEAD, len(reading.sentences)) - 1].end if reading.sentences else 0
    found: dict[str, float] = {}
    for k, mention in enumerate(reading.mentions):
        name = actor_of.get((reading.report, k)) or place_of.get((reading.report, k))
        if name and mention.named and name not in wide:
            found[name] = max(found.get(name, 0.0), 2.0 if mention.span.start < end else 1.0)
    return found


def _pairs(reports: Sequence[Report], named: Mapping[str, Mapping[str, float]]) -> list[Pair]:
    """Reports that share a name; of a common name's reports, those that came out next to each other."""
    order = sorted(reports, key=lambda r: (r.published.start.toordinal() if r.published else 0, r.id))
    holding: dict[str, list[str]] = {}
    for report in order:
        for name in named[report.id]:
            holding.setdefault(name, []).append(report.id)
    found = {
        (min(a, b), max(a, b))
        for ids in holding.values()
        for at, a in enumerate(ids)
        for b in ids[at + 1 : at + 1 + COMMON]
    }
    return sorted(found)


def _lead(reading: Reading) -> tuple[float, ...]:
    vectors = [s.embedding for s in reading.sentences[:LEAD] if s.embedding]
    if not vectors:
        return ()
    mean = [sum(column) / len(vectors) for column in zip(*vectors, strict=True)]
    size = math.sqrt(sum(x * x for x in mean)) or 1.0
    return tuple(x / size for x in mean)


def _likeness(
    a: Mapping[str, float],
    b: Mapping[str, float],
    weight: Mapping[str, float],
    size: float,
    first: Sequence[float],
    second: Sequence[float],
) -> float:
    shared = sum(weight[name] ** 2 * count * b[name] for name, count in a.items() if name in b)
    names = shared / size if size else 0.0
    meaning = max(0.0, sum(map(mul, first, second))) if first and second else names
    return MEANING * meaning + (1 - MEANING) * names
