"""Numbers that count the same thing, by incident or named disaster, else by noun, place and value.

Whole tolls are put together first, then the numbers of one class of people, which may be a part of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

from crossread.crossing.distances import apart
from crossread.crossing.figures.alike import FACTOR, LARGE, Telling, family, narrowed, near
from crossread.crossing.figures.changes import Changes
from crossread.crossing.figures.counts import Item
from crossread.crossing.figures.units import agree, base_unit, converted, same
from crossread.records import Key, MergedIncidents, MergedPlaces, Place, Quantity, Reading, Record, Resolved

FAR = 20
"""Values of one incident that differ by more than this factor count different things."""
CLOSE_BY = 1.25
"""Values that agree and differ by less than this factor may well be one, told with and without rounding."""
CLOSE = 4
"""Sentences within which two speakers' numbers of the same thing in one report answer each other."""


_BASES = ("official", "estimate", None)
"""The order in which numbers look for their group: those that say what they are go first."""


class _Ground(Record, frozen=True):
    """What numbers are compared by, beside themselves."""

    changes: Changes
    telling: Telling
    akin: Mapping[str, frozenset[str]]  # for each report those that may count the same, itself among them
    places: Mapping[str, Place]
    alike: Mapping[tuple[object, ...], list[Item]]  # report, family and what is counted -> its numbers


def grouped(
    every: list[Item],
    readings: tuple[Reading, ...],
    resolved: Resolved,
    incidents: MergedIncidents,
    near: Iterable[tuple[str, str]],
    places: MergedPlaces,
) -> list[tuple[list[Item], bool]]:
    """The items in groups that count the same thing, each with whether a report tells that the count was changed.
    `near`: the pairs of reports that are alike in what they are about."""
    changes = Changes(readings)
    telling = Telling(every, readings, resolved, incidents)
    alike: dict[tuple[object, ...], list[Item]] = {}
    for item in every:
        alike.setdefault(_kind(item), []).append(item)
    ground = _Ground(changes, telling, _akin(readings, incidents, near), {p.id: p for p in places.places}, alike)
    groups: list[list[Item]] = []
    for narrow in (False, True):
        groups = _united(_placed([i for i in every if _narrow(i) == narrow], groups, ground), ground)
    found = [sorted(group, key=lambda i: i.at) for group in _linked(groups, changes)]
    found.sort(key=lambda group: group[0].at)
    return [(group, changes.any_told(group)) for group in found]


def _akin(
    readings: tuple[Reading, ...], incidents: MergedIncidents, near: Iterable[tuple[str, str]]
) -> dict[str, frozenset[str]]:
    """For each report those that are alike or tell one incident with it: numbers of others meet by chance."""
    found = {reading.report: {reading.report} for reading in readings}
    for one, other in near:
        found[one].add(other)
        found[other].add(one)
    for incident in incidents.incidents:
        for report in incident.reports if len(incident.reports) > 1 else ():
            found[report].update(incident.reports)
    return {report: frozenset(others) for report, others in found.items()}


def _placed(some: list[Item], groups: list[list[Item]], ground: _Ground) -> list[list[Item]]:
    """The groups with some more items, each in the group that it fits best, else in one of its own."""
    groups = [list(group) for group in groups]
    told_by = [{item.at[0] for item in group} for group in groups]  # the reports that have a number in each
    by_key: dict[tuple[object, ...], set[int]] = {}
    for n, group in enumerate(groups):
        for item in group:
            _enter(by_key, item, n, ground)
    for item in sorted(some, key=_turn):
        mine, akin = family(item), ground.akin[item.at[0]]
        found = {n for key in _keys(item, True, ground) for n in by_key.get((mine, key), ())}
        close = sorted(n for n in found if not akin.isdisjoint(told_by[n]))
        best = max(((_fit(item, groups[n], ground), -n) for n in close), default=(0, 0))
        n = -best[1] if best[0] > 0 else len(groups)
        if n == len(groups):
            groups.append([])
            told_by.append(set())
        groups[n].append(item)
        told_by[n].add(item.at[0])
        _enter(by_key, item, n, ground)
    return groups


def _enter(by_key: dict[tuple[object, ...], set[int]], item: Item, n: int, ground: _Ground) -> None:
    mine = family(item)
    for key in _keys(item, False, ground):
        by_key.setdefault((mine, key), set()).add(n)


def _narrow(item: Item) -> bool:
    """Whether a number counts one class of those harmed ("nine civilians"): it may be the whole toll told in other
    words, or a part of it, so the whole tolls are put together first."""
    return item.quantity.outcome is not None and not item.quantity.counts.startswith("people ")


def _turn(item: Item) -> tuple[bool, int, bool, Key]:
    """The order in which items look for their group: wholes first, those that say their basis, those with a value."""
    return item.quantity.part, _BASES.index(item.quantity.basis), item.quantity.value is None, item.at


def _keys(item: Item, around: bool, ground: _Ground) -> list[tuple[object, ...]]:
    """What two items of one figure have at least one of in common: so that each is compared with few others. `around`
    adds the sizes next to its own, since one number may be the other rounded."""
    q = item.quantity
    keys: list[tuple[object, ...]] = [("report", item.at[0])]
    keys += [("incident", item.incident)] if item.incident else []
    keys += [("cause", item.cause)] if item.cause and q.outcome else []
    keys += [("place", item.place)] if item.place else []
    if q.outcome is None:
        keys += [("word", word) for word in ground.telling.rarest(item)]
        keys += [("kind", q.counts)] if ground.telling.few(item) else []
    elif (_narrow(item) or q.value == 0) and ground.telling.few(item):
        keys.append(("kind", q.counts))
    if q.value is None:
        return [*keys, ("bounds", q.low, q.high)]
    value = converted(q, base_unit(q.unit)).value or 0.0
    size = int(math.log(abs(value) + 1) / math.log(1.25))
    sizes = [("size", size + step) for step in ((-1, 0, 1) if around else (0,))]
    if item.centre >= LARGE or family(item)[0] == "unit":
        return keys + sizes
    return keys + [(*each, place) for each in sizes for place in sorted(item.places)]  # "two killed" are two anywhere


def _linked(groups: list[list[Item]], changes: Changes) -> list[list[Item]]:
    """Groups of one family joined where a report tells that one's number became the other's."""
    joined: dict[int, list[Item]] = {}
    homes: dict[str, list[int]] = {}  # the groups of a report that tells of changes, in their order
    for number, group in enumerate(groups):
        mine = [i for i in group if i.at[0] in changes.reports]
        near = sorted({n for item in mine for n in homes.get(item.at[0], ()) if n in joined})
        linked = [
            n
            for n in near
            if family(joined[n][0]) == family(group[0]) and any(changes.told(a, b) for a in joined[n] for b in mine)
        ]
        joined[number] = [*(i for n in linked for i in joined.pop(n)), *group]
        for report in {i.at[0] for i in joined[number]} & changes.reports:
            homes.setdefault(report, []).append(number)
    return list(joined.values())


def _united(groups: list[list[Item]], ground: _Ground) -> list[list[Item]]:
    """Groups of one outcome and one happening joined, unless two of their numbers must stay apart: which number came
    first should make no difference."""
    joined: list[list[Item]] = []
    homes: dict[tuple[object, ...], list[int]] = {}
    for group in groups:
        keys = sorted({(family(i), i.incident) for i in group if i.incident and i.quantity.outcome}, key=str)
        near = sorted({n for key in keys for n in homes.get(key, ())})
        n = next((n for n in near if _may_unite(joined[n], group, ground)), len(joined))
        if n == len(joined):
            joined.append([])
        joined[n].extend(group)
        for key in keys:
            homes.setdefault(key, []).append(n)
    return joined


def _may_unite(one: list[Item], other: list[Item], ground: _Ground) -> bool:
    fits = [(_pair(a, b, ground), a.at[0] == b.at[0]) for a in one for b in other]
    return max(f for f, _ in fits) > 0 and all(f > 0 if same_report else f >= 0 for f, same_report in fits)


def _fit(item: Item, group: list[Item], ground: _Ground) -> int:
    """How well an item fits a group: 3 same value and setting, 2 same value, 1 same setting with another value, 0
    not."""
    best = 0
    for other in group:
        fit = _pair(item, other, ground)
        if fit < 0:
            return 0
        best = max(best, fit)
    return 0 if best == 1 and _outdone(item, group, ground) else best


def _of_class(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers count one class of those harmed: "three children among them" and "three children killed"."""
    return a.counts == b.counts and not a.counts.startswith("people ")


def _two_parts(a: Item, b: Item) -> bool:
    """Whether two numbers are each some of a whole, and nothing tells that they are the same ones."""
    parts = a.quantity.part and b.quantity.part and not _of_class(a.quantity, b.quantity)
    return parts and (a.place is None or a.place != b.place)


def _is_share(item: Item) -> bool:
    """Whether a number is a fraction of what it counts: "a third of the staff" is no number of people."""
    return item.quantity.unit in (None, "people") and 0.0 < item.centre < 1.0


def _kind(item: Item) -> tuple[object, ...]:
    return item.at[0], family(item), item.quantity.counts


def _outdone(item: Item, group: list[Item], ground: _Ground) -> bool:
    """Whether the report of an item gives a greater number of the same kind, which is that of the group: then the item
    counts a part, or something else."""
    if all(agree(item.quantity, g.quantity) and near(item, g, CLOSE_BY) for g in group):
        return False
    for other in ground.alike[_kind(item)]:
        if other.centre <= item.centre or _pair(item, other, ground) > 0:
            continue
        if other in group or any(same(other.quantity, g.quantity) for g in group if g.at[0] != item.at[0]):
            return True
    return False


def _pair(a: Item, b: Item, ground: _Ground) -> int:
    """How well two items fit: as in `_fit`, -1 where they must stay apart."""
    qa, qb = a.quantity, b.quantity
    if _is_share(a) != _is_share(b):
        return -1
    setting = _setting(a, b)
    if apart(ground.places, a.place, b.place) and (qa.outcome is None or not same(qa, qb)):
        return -1
    if qa.outcome is None:
        if ground.changes.told(a, b):
            return 3
        return _beside_each_other(a, b, setting, ground) if a.at[0] == b.at[0] else ground.telling.fit(a, b, setting)
    equal, fits = same(qa, qb), agree(qa, qb)
    alike = equal and qa.counts == qb.counts and min(a.centre, b.centre) >= LARGE and a.at[0] != b.at[0]
    if (qa.part != qb.part and not alike and not _of_class(qa, qb)) or not _same_group(qa.counts, qb.counts, equal):
        return -1
    if setting < 0 or {qa.basis, qb.basis} == {"official", "estimate"}:
        return -1
    if ground.changes.told(a, b):
        return 3
    if not equal and (narrowed(a, b) or _two_parts(a, b)):
        return -1
    if a.at[0] == b.at[0] and _of_two_deeds(a, b, equal):
        return -1
    if a.at[0] == b.at[0]:
        near_by = _within(a, b, equal, setting)
        return 0 if near_by == 1 and setting < 2 and ground.telling.of_two_times(a, b) else near_by
    if not equal and not (a.cause and a.cause == b.cause) and ground.telling.apart(a, b):
        return -1
    if equal:
        large = min(a.centre, b.centre) >= LARGE
        lone = None in (a.incident, b.incident) or ground.telling.shared(a, b) >= ALIKE
        lone = (lone or qa.value == 0) and qa.counts == qb.counts and ground.telling.kin(a, b)
        return 3 if setting else 2 if large or lone or a.places & b.places else 0
    if qa.basis != qb.basis and (setting == 2 or "estimate" in (qa.basis, qb.basis)):
        return 1 if fits and (qa.value is None or qb.value is None) else 0
    if qa.outcome not in TOLLS and ground.telling.only(a, b) and (fits or near(a, b, FACTOR)):
        return 1
    return 1 if setting and (fits or near(a, b, FAR)) else 0


ALIKE = 3
"""Telling words in common from which on two equal tolls of one class in two reports are one, of whatever deeds."""
SOME = 2
"""The same for two different numbers of people in one report."""
TOLLS = ("killed", "injured", "shot", "casualties", "arrested", "abducted")
"""Outcomes that one report gives for many deeds: two numbers of them need one happening."""


def _of_two_deeds(a: Item, b: Item, equal: bool) -> bool:
    """Whether a report tells two tolls of two deeds: numbers far from each other, or one person each."""
    if a.quantity.outcome not in TOLLS or None in (a.incident, b.incident) or a.incident == b.incident:
        return False
    return a.quantity.value == 1 if equal else not (a.cause and a.cause == b.cause) and not near(a, b, FAR)


def _beside_each_other(a: Item, b: Item, setting: int, ground: _Ground) -> int:
    """Two numbers without victims in one report: the same if equal, if one is the other in other units, or if two
    speakers give them of the same thing."""
    qa, qb = a.quantity, b.quantity
    if a.place and b.place and a.place != b.place:
        return -1
    if qa.unit != qb.unit:
        return 3 if same(qa, qb) and abs(a.sentence - b.sentence) <= 1 else 0
    if qa.counts == "people" and not same(qa, qb) and ground.telling.shared(a, b) < SOME:
        return 0  # "questioned 100 people", "six people were in custody"
    return _within(a, b, same(qa, qb) and qa.counts == qb.counts, setting) if qa.counts == qb.counts else 0


def _within(a: Item, b: Item, same: bool, setting: int) -> int:
    """Two numbers of one report: the same if equal, if two speakers give them of the same thing, or if studies
    compete."""
    if same:
        apart = a.quantity.counts != b.quantity.counts and not setting and a.sentence != b.sentence
        return 0 if apart and a.centre < LARGE else 3
    if setting == 2 and a.quantity.basis is not None and a.quantity.basis == b.quantity.basis and near(a, b, FAR):
        return 1
    if a.sentence == b.sentence and a.speaker == b.speaker and a.quantity.outcome is not None:
        return -1  # "rose to nine after two bodies were found": the one is a part of the other, or told beside it
    answered = a.speaker != b.speaker and a.speaker and b.speaker and abs(a.sentence - b.sentence) <= CLOSE
    return 1 if answered and (setting or a.quantity.counts == b.quantity.counts) else 0


def _same_group(a: str, b: str, same: bool) -> bool:
    """Whether two classes of people can be one: "troops killed" and "people killed" if the number is the same."""
    return a == b or (same and "people" in (a.split(" ")[0], b.split(" ")[0]) and a.split(" ")[1:] == b.split(" ")[1:])


def _setting(a: Item, b: Item) -> int:
    """1 same incident, 2 same named disaster, 0 unknown, -1 different."""
    if a.quantity.outcome is not None and a.cause and b.cause and a.cause != b.cause:
        same = a.quantity.value == b.quantity.value
        return -1 if min(a.firm, b.firm) == 2 or (min(a.firm, b.firm) == 1 and not same) else 0
    if a.incident and b.incident and a.incident == b.incident:
        return 1
    natural = a.quantity.outcome is not None and a.cause is not None and a.cause == b.cause
    return 2 if natural and not (a.incident and b.incident) else 0
