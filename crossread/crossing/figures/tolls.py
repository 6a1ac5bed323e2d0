"""Which happening a toll belongs to, where deeds are told apart that a reader takes for one.

A report of an attack gives its toll under many words ("the strike", "the attack", "people were killed"), and a number
without a deed of its own belongs to what the report is about. Two reports whose main tolls may be of one day and whose
sentences share names tell of one happening: their tolls are readings of one figure, whatever the place is called
(the port, the town, the country).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

import msgspec

from crossread.crossing.distances import days_apart
from crossread.crossing.figures.counts import Item
from crossread.crossing.shared_names import proper_names, words_of_places
from crossread.records import Incident, MergedIncidents, MergedPlaces, Reading

HARMED = frozenset(["killed", "injured", "missing", "displaced", "casualties", "hospitalised", "shot"])
"""Outcomes that a happening brings about."""
DEADLY = frozenset(["ASSAULT", "FIGHT", "DISASTER", "ACCIDENT", "CRIME"])
SHARED = 2
"""Names that the sentences of two main tolls must share: one is often only the city. One is enough if it is no town,
region or country."""
AKIN = 0.15
"""Likeness of two reports (`themes`) from which on their main tolls may be of one happening."""
WITHIN = timedelta(days=10)
"""Days between two publications within which their main tolls can be of one happening; the dead are counted for
about a week."""


def gathered(
    every: list[Item],
    readings: tuple[Reading, ...],
    incidents: MergedIncidents,
    places: MergedPlaces,
    near: Mapping[tuple[str, str], float],
) -> list[Item]:
    """The items with the incident that a reader takes their toll to be of. `near`: how alike reports are."""
    wide = words_of_places(places)
    known = {i.id: i for i in incidents.incidents}
    texts = {r.report: r for r in readings}
    mains = _mains(every)
    pairs = sorted((b, a, alike) for (a, b), alike in near.items() if alike >= AKIN and a in mains and b in mains)
    first = _joined([(mains[a], mains[b], alike) for b, a, alike in pairs], known, texts, wide)
    result = []
    for item in every:
        incident = item.incident
        if item.quantity.outcome in HARMED:
            main = mains.get(item.at[0])
            if incident is None and main is not None and not item.cause and not _long_ago(item, texts):
                incident = main.incident
            incident = first.get(incident, incident) if incident is not None else None
        result.append(item if incident == item.incident else msgspec.structs.replace(item, incident=incident))
    return result


def _mains(every: Iterable[Item]) -> dict[str, Item]:
    """Each report's main toll: the first whole number of people killed, else hurt, that has an incident."""
    mains: dict[str, Item] = {}
    for outcome in ("killed", "injured"):
        for item in every:
            q = item.quantity
            whole = q.outcome == outcome and not q.part and not item.cause and (q.value is None or q.value > 0)
            if whole and item.incident is not None and (item.at[0] not in mains):
                mains[item.at[0]] = item
    return mains


def _joined(
    pairs: list[tuple[Item, Item, float]], known: dict[str, Incident], texts: dict[str, Reading], wide: frozenset[str]
) -> dict[str, str]:
    """The incidents of main tolls that are one happening, each with the one that the toll stands at."""
    first: dict[str, str] = {}
    members: dict[str, list[str]] = {}
    for a, b, alike in pairs:
        one, other = (first.get(x.incident or "", x.incident or "") for x in (a, b))
        if one != other and (_one_toll(a, b, known, alike) or _one_happening(a, b, known, texts, wide)):
            gone = [other, *members.pop(other, ())]
            members.setdefault(one, []).extend(gone)
            first.update((key, one) for key in gone)
    chosen = {one: max([one, *gone], key=lambda i: _weight(known[i])) for one, gone in members.items()}
    return {key: chosen[one] for key, one in first.items()} | chosen


def _weight(incident: Incident) -> tuple[bool, int, str]:
    """How fit an incident is to carry a toll: the dead are of what was done, and of what most reports tell."""
    return incident.status in ("happened", "alleged"), len(incident.reports), incident.id


EQUAL = 5
ALIKE = 0.3
CLOSE = 0.05
MANY = 20


def _one_toll(a: Item, b: Item, known: dict[str, Incident], alike: float) -> bool:
    """Whether two reports that are much alike give one toll: the same number, or large ones nearly the same."""
    one, other = known.get(a.incident or ""), known.get(b.incident or "")
    if one is None or other is None or not {one.type, other.type} <= DEADLY or alike < ALIKE:
        return False
    if a.quantity.outcome != b.quantity.outcome or days_apart(one.told, other.told) > timedelta(days=1):
        return False
    low, high = sorted((a.centre, b.centre))
    return low == high >= EQUAL or (low >= MANY and high - low <= CLOSE * high)


def _one_happening(
    a: Item, b: Item, known: dict[str, Incident], texts: dict[str, Reading], wide: frozenset[str]
) -> bool:
    one, other = known.get(a.incident or ""), known.get(b.incident or "")
    if one is None or other is None or not {one.type, other.type} <= DEADLY or one.background or other.background:
        return False
    if set(one.reports) & set(other.reports) and not _same_day(one, other):
        return False
    if days_apart(one.told, other.told) > timedelta(days=1):
        return False
    if days_apart(a.published, b.published) > WITHIN:
        return False
    shared = _names(a, texts) & _names(b, texts)
    return len(shared) >= SHARED or bool(shared - wide)


def _same_day(a: Incident, b: Incident) -> bool:
    return a.told[0] is not None and a.told == b.told


def _names(item: Item, texts: dict[str, Reading]) -> frozenset[str]:
    """The proper names of the sentence of a toll."""
    return frozenset(proper_names(texts[item.at[0]].sentences[item.sentence]))


def _long_ago(item: Item, texts: dict[str, Reading]) -> bool:
    """Whether the sentence of a number that has no deed tells of violence that is history."""
    reading = texts[item.at[0]]
    span = reading.sentences[item.sentence]
    return any(e.type in DEADLY and e.background and span.start <= e.trigger.start < span.end for e in reading.events)
