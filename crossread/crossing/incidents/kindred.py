"""Which kinds of deeds, and which means, can be told of one happening: `knowledge/ontology.yml`. Pure."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge


class Family(msgspec.Struct, frozen=True):
    """Kinds of deeds that can be told of one happening (ontology.yml)."""

    name: str
    general: tuple[str, ...]
    alike: tuple[tuple[str, ...], ...]


class Families(msgspec.Struct, frozen=True):
    """The parts of ontology.yml that say what can be the same."""

    families: tuple[Family, ...]
    instruments: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=1)
def kin() -> frozenset[tuple[str, str]]:
    """Pairs of kinds that can be told of one deed."""
    found: set[tuple[str, str]] = set()
    for each in knowledge.load("ontology.yml", Families).families:
        every = {*each.general, *(kind for group in each.alike for kind in group)}
        found.update((a, b) for a in each.general for b in every)
        found.update((b, a) for a in each.general for b in every)
        found.update((a, b) for group in each.alike for a in group for b in group)
    return frozenset(found)


def kinship(a: str, b: str) -> float:
    """1 for the same kind of deed, 0.5 for kinds that can be told of one, 0 for others."""
    return 1.0 if a == b else 0.5 if (a, b) in kin() else 0.0


@lru_cache(maxsize=65536)
def nearest_kinds(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[float, str]:
    """The closest kinship of kinds of two deeds, and the kinds."""
    return max((kinship(p, q), p if p == q else f"{p} and {q}") for p in a for q in b)


@lru_cache(maxsize=4096)
def family(kind: str) -> tuple[str, ...]:
    """The families of a kind of deed: only deeds that share one are compared."""
    loaded = knowledge.load("ontology.yml", Families).families
    found = tuple(f.name for f in loaded if kind in f.general or any(kind in group for group in f.alike))
    return found or ("=" + kind,)


@lru_cache(maxsize=1)
def instruments() -> frozenset[tuple[str, str]]:
    """Pairs of means that can be told of one deed."""
    groups = knowledge.load("ontology.yml", Families).instruments
    return frozenset((a, b) for group in groups for a in group for b in group)
