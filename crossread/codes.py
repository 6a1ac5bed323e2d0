"""What a deed is called in PLOVER, CAMEO and ACLED. Pure look-ups over `knowledge/crosswalk.yml`."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge


class Sort(msgspec.Struct, frozen=True):
    """The names of one sort of deed; None where an ontology has none. `tools`: the same by instrument."""

    mode: str | None = None
    cameo: str | None = None
    acled: str | None = None
    tools: dict[str, Sort] = msgspec.field(default_factory=dict, name="with")


class Crosswalk(msgspec.Struct, frozen=True):
    """The file crosswalk.yml: ACLED's sub-event types by event type, and our sorts by type and kind."""

    acled: dict[str, tuple[str, ...]]
    sorts: dict[str, dict[str, Sort]]


@lru_cache(maxsize=1)
def crosswalk() -> Crosswalk:
    """The table, checked against its shape."""
    return knowledge.load("crosswalk.yml", Crosswalk)


@lru_cache(maxsize=1024)
def codes_of(type_: str, kind: str, instrument: str | None = None) -> dict[str, str]:
    """The names of a deed by ontology: {"plover": "ASSAULT/firearms", "cameo": "193", "acled": "Battles: Armed clash"}.

    An ontology that has no name for the sort is missing. `type_` is one of ontology.yml, `kind` of deeds.yml.
    """
    sorts = crosswalk().sorts.get(type_, {})
    sort = sorts.get(kind) or sorts.get("") or Sort()
    sort = sort.tools.get(instrument or "", sort)
    found = {}
    if type_ in _plover():
        found["plover"] = f"{type_}/{sort.mode}" if sort.mode else type_
    if sort.cameo:
        found["cameo"] = sort.cameo
    if sort.acled:
        found["acled"] = f"{_above(sort.acled)}: {sort.acled}"
    return found


def _above(sub_event: str) -> str:
    return next(event for event, below in crosswalk().acled.items() if sub_event in below)


class _Type(msgspec.Struct, frozen=True):
    name: str
    plover: bool = True


class _Ontology(msgspec.Struct, frozen=True):
    types: tuple[_Type, ...]


@lru_cache(maxsize=1)
def _plover() -> frozenset[str]:
    return frozenset(t.name for t in knowledge.load("ontology.yml", _Ontology).types if t.plover)
