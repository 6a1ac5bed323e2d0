"""How likely two tellings are of one deed: evidence for, evidence against, and what forbids it. Pure."""

from __future__ import annotations

from functools import lru_cache
from math import cos, hypot, radians
from typing import NamedTuple

import msgspec

from crossread import knowledge
from crossread.crossing.tellings import Telling, overlapping
from crossread.records import Place

APART = 60.0
"""Kilometres beyond which two towns or sites are two places of a deed: suburbs and bases count with their city."""


class Family(msgspec.Struct, frozen=True):
    """Kinds of deeds that can be told of one happening (ontology.yml)."""

    name: str
    general: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]


class Families(msgspec.Struct, frozen=True):
    """The parts of ontology.yml that say what can be the same."""

    families: tuple[Family, ...]
    instruments: tuple[tuple[str, ...], ...]


class Likeness(NamedTuple):
    """Points for two tellings being one deed, and the words that say why; `never` forbids it."""

    points: float
    why: tuple[str, ...]
    never: bool = False


NEVER = Likeness(-100.0, (), True)


@lru_cache(maxsize=1)
def _kin() -> dict[tuple[str, str], float]:
    """Points for pairs of kinds: 1 the same, 0.5 alike; pairs that are missing are different deeds."""
    found: dict[tuple[str, str], float] = {}
    for family in knowledge.load("ontology.yml", Families).families:
        every = {*family.general, *(kind for group in family.alike for kind in group)}
        pairs = {(a, b) for a in family.general for b in every} | {
            (a, b) for group in family.alike for a in group for b in group
        }
        for a, b in pairs:
            found[a, b] = found[b, a] = 0.5
    return found


def kinship(a: str, b: str) -> float:
    """1 for the same kind of deed, 0.5 for kinds that can be told of one, 0 for others."""
    return 1.0 if a == b else _kin().get((a, b), 0.0)


@lru_cache(maxsize=4096)
def family(kind: str) -> tuple[str, ...]:
    """The families of a kind of deed: only deeds that share one are compared."""
    loaded = knowledge.load("ontology.yml", Families).families
    return tuple(f.name for f in loaded if kind in f.general or any(kind in group for group in f.alike)) or (
        "=" + kind,
    )


@lru_cache(maxsize=1)
def _instruments() -> frozenset[tuple[str, str]]:
    return frozenset(
        (a, b) for group in knowledge.load("ontology.yml", Families).instruments for a in group for b in group
    )


def same_instrument(a: str | None, b: str | None) -> float | None:
    """1 the same, 0.5 may be, 0 differ; None where one is untold."""
    if a is None or b is None:
        return None
    return 1.0 if a == b else 0.5 if (a, b) in _instruments() else 0.0


def likeness(a: Telling, b: Telling) -> Likeness:
    """Compare two tellings, of one report or of two."""
    points = kinship(a.event.kind, b.event.kind)
    if not points or not _statuses_agree(a, b):
        return NEVER
    why = [a.event.kind if a.event.kind == b.event.kind else f"{a.event.kind} and {b.event.kind}"]
    tool = same_instrument(a.event.instrument, b.event.instrument)
    if tool == 0.0 or (a.names and b.names and not a.names & b.names):
        return NEVER
    if tool:
        points += tool
        why.append(f"with {a.event.instrument}" if tool == 1 else "instruments that go together")
    if a.names & b.names:
        points += 4
        why.append("the same name")
    for compare in (_when, _where, _who):
        more = compare(a, b)
        if more.never:
            return NEVER
        points += more.points
        why += more.why
    points += _manner(a, b)
    return Likeness(points, tuple(why))


def _statuses_agree(a: Telling, b: Telling) -> bool:
    """What is done is not what is threatened or demanded; a plan may have come true on its day."""
    if a.done == b.done:
        return True
    plan = b if a.done else a
    return (
        plan.event.status == "planned"
        and overlapping(a, b) is True
        and bool(a.parties & b.parties or a.lands & b.lands)
    )


def _when(a: Telling, b: Telling) -> Likeness:
    same = overlapping(a, b)
    if same:
        assert a.start and a.end and b.start and b.end
        narrow = max((a.end - a.start).days, (b.end - b.start).days) <= 3
        return Likeness(2.0 if narrow else 0.75, ("the same day" if narrow else "days that agree",))
    if same is False:
        near = overlapping(a, b, 1) and a.at[0] != b.at[0]  # a night between two days, a time zone
        return Likeness(-0.5, ()) if near else NEVER
    for known, other in ((a, b), (b, a)):
        if known.dated and known.start and other.done and known.done and other.latest and known.start > other.latest:
            return NEVER  # what a report tells as done was done when it came out
    for known, other in ((a, b), (b, a)):
        if known.dated and known.end and not other.dated and not other.event.background and other.latest:
            if (other.latest - known.end).days > 200 and not known.names:
                return Likeness(-1.5, ())
    return Likeness(0.0, ())


def _where(a: Telling, b: Telling) -> Likeness:
    if not a.places or not b.places:
        return Likeness(0.0, ())
    best = max((nearness(p, q), p.name) for p in a.places for q in b.places)
    if best[0] < 0:
        return NEVER if not (a.names & b.names) else Likeness(0.0, ())
    return Likeness(best[0], (f"in {best[1]}",) if best[0] else ())


def nearness(p: Place, q: Place) -> float:
    """1.5 the same place, 0.75 one may hold the other, -1 two places; 0 where nothing is known."""
    if p.id == q.id:
        return 1.5 if p.precision != "country" else 1.0
    if p.country and q.country and p.country != q.country:
        return -1.0
    if "country" in (p.precision, q.precision):
        return 0.75 if p.country == q.country else 0.0
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return 0.0
    distance = hypot(p.lat - q.lat, (p.lon - q.lon) * cos(radians(p.lat))) * 111.2
    wide = {"region", "sea"} & {p.precision, q.precision}
    if distance <= APART:
        return 1.0
    return (0.5 if distance <= 4 * APART else -1.0) if wide else -1.0


def _who(a: Telling, b: Telling) -> Likeness:
    points, why = 0.0, []
    crossed = a.actors & b.targets or a.targets & b.actors
    for mine, other, worth, name in ((a.actors, b.actors, 1.5, "actor"), (a.targets, b.targets, 1.0, "target")):
        shared = {p for p in mine & other if not p.startswith("~")} or mine & other
        if shared:
            points += worth
            why.append(f"the same {name}")
        elif _resolved(mine) and _resolved(other):
            points -= worth * (0.5 if a.lands & b.lands else 0.9)
    if not why and a.lands & b.lands:
        points += 0.75
        why.append("parties of the same country")
    if not why and a.parties & b.parties and not crossed:
        points += 0.75
        why.append("a party in common")
    if crossed and not why:
        points -= 0.75  # who strikes whom is the other way round
    return Likeness(points, tuple(why))


def _resolved(parties: frozenset[str]) -> bool:
    return any(not party.startswith("~") for party in parties)


def _manner(a: Telling, b: Telling) -> float:
    points = 0.0
    if a.word == b.word:
        points += 0.5
    if a.plural != b.plural and a.noun and b.noun:
        points -= 0.25
    if a.event.background != b.event.background:
        points -= 0.5
    if a.lede and b.lede and a.at[0] != b.at[0]:
        points += 0.5
    if a.embedding and b.embedding:
        alike = sum(x * y for x, y in zip(a.embedding, b.embedding, strict=True))
        points += max(0.0, min(1.0, (alike - 0.35) * 2.5))
    return points
