"""Who is known: armed groups, bodies, outlets and much-reported people, by every spelling that the press uses."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.lexicon import Phrases
from crossread.records import ActorType
from crossread.spelling import key


class Known(msgspec.Struct, frozen=True):
    """An actor of `actors.yml`. `alone`: one-word forms that mean this person where no other of that name is about."""

    name: str
    aliases: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    country: str | None = None  # ISO code of where it belongs
    office: str | None = None  # the office that a person is known for
    gender: str = ""  # of persons: f or m
    type: ActorType = "other"
    ids: tuple[tuple[str, str], ...] = ()  # (register, id there), only where certain

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every spelling, the name first."""
        return (self.name, *self.aliases)


OWN = "own_actors.yml"
"""The file of a user's own actors; there is none until somebody makes one."""


class Roster(msgspec.Struct, frozen=True):
    """The shape of `actors.yml`."""

    armed_groups: tuple[Known, ...]
    coalitions: tuple[Known, ...]
    governments: tuple[Known, ...]
    organisations: tuple[Known, ...]
    companies: tuple[Known, ...]
    women: tuple[Known, ...]
    men: tuple[Known, ...]


class Term(msgspec.Struct, frozen=True):
    """Years in which a person held an office; `end` None: still held it when the list was written."""

    name: str
    country: str
    office: str
    start: int
    end: int | None


class Leaders(msgspec.Struct, frozen=True):
    """The shape of `leaders.yml`."""

    offices: dict[str, dict[str, dict[str, str]]]
    women: frozenset[str]
    aliases: dict[str, tuple[str, ...]]


class _Outlet(msgspec.Struct, frozen=True):
    """What of an outlet's entry in `outlets.yml` matters here."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str | None = None


@lru_cache(maxsize=1)
def known() -> tuple[Known, ...]:
    """Everybody in `actors.yml`, with the type that the list gives."""
    lists = knowledge.load("actors.yml", Roster)
    kinds: tuple[tuple[ActorType, str, tuple[Known, ...]], ...] = (
        ("armed group", "", lists.armed_groups),
        ("coalition", "", lists.coalitions),
        ("government", "", lists.governments),
        ("organisation", "", lists.organisations),
        ("company", "", lists.companies),
        ("person", "f", lists.women),
        ("person", "m", lists.men),
    )
    found = [msgspec.structs.replace(k, type=kind, gender=gender) for kind, gender, ks in kinds for k in ks]
    return tuple(_with_own(_with_outlets(found + _leaders(found))))


def _with_own(found: list[Known]) -> list[Known]:
    """The actors and the user's own; who is known already only gains spellings that are nobody's, and ids."""
    if not (knowledge.FOLDER / OWN).exists():
        return found
    owner = {key(spelling): i for i, k in enumerate(found) for spelling in k.spellings}
    for own in knowledge.load(OWN, tuple[Known, ...]):
        spellings = own.spellings
        same = next((owner[key(s)] for s in spellings if key(s) in owner), len(found))
        more = tuple(s for s in spellings if key(s) not in owner)
        if same == len(found):
            found.append(own)
        else:
            ids = found[same].ids + tuple(one for one in own.ids if one not in found[same].ids)
            found[same] = msgspec.structs.replace(found[same], aliases=found[same].aliases + more, ids=ids)
        owner.update({key(s): same for s in more})
    return found


def _leaders(found: list[Known]) -> list[Known]:
    """The heads of state and government who are not among the actors, by the office that they held last."""
    lists = knowledge.load("leaders.yml", Leaders)
    there = {key(spelling) for k in found for spelling in k.spellings}
    more = {
        term.name: Known(
            term.name,
            lists.aliases.get(term.name, ()),
            country=term.country,
            office=term.office,
            gender="f" if term.name in lists.women else "m",
            type="person",
        )
        for term in sorted(terms(), key=lambda term: term.start)
        if key(term.name) not in there
    }
    return list(more.values())


@lru_cache(maxsize=1)
def terms() -> tuple[Term, ...]:
    """Every term of `leaders.yml`."""
    return tuple(
        Term(name, code, office, *_years(term))
        for code, offices in knowledge.load("leaders.yml", Leaders).offices.items()
        for office, holders in offices.items()
        for name, years in holders.items()
        for term in years.split(",")
    )


def _years(term: str) -> tuple[int, int | None]:
    start, _, end = term.strip().partition("-")
    return int(start), int(end) if end else None


def holders(country: str, office: str, year: int) -> tuple[Known, ...]:
    """Who held an office of a country (ISO code) in a year: two where it changed hands, () where it is not known."""
    held = [
        t
        for t in terms()
        if (t.country, t.office) == (country, office) and t.start <= year <= (t.end or max(year, t.start))
    ]
    who = [names().get(term.name) for term in sorted(held, key=lambda t: t.start)]
    return tuple(k for k in who if k is not None)


def _with_outlets(found: list[Known]) -> list[Known]:
    """The actors and the outlets; a monitor that is listed as an actor too only adds its spellings."""
    owner = {key(spelling): i for i, k in enumerate(found) for spelling in k.spellings}
    for outlet in _outlets():
        spellings = outlet.spellings
        same = next((owner[key(s)] for s in spellings if key(s) in owner), None)
        if same is None or outlet.type == "media":
            found.append(outlet)
        else:
            known = found[same]
            more = tuple(s for s in spellings if key(s) not in owner)
            found[same] = msgspec.structs.replace(known, aliases=known.aliases + more)
    return found


def _outlets() -> list[Known]:
    """The outlets as actors; a body that counts and reports ("monitor") is an organisation, not a medium."""
    return [
        Known(o.name, o.aliases, country=o.country, type="organisation" if o.kind == "monitor" else "media")
        for o in knowledge.load("outlets.yml", tuple[_Outlet, ...])
    ]


@lru_cache(maxsize=1)
def names() -> Phrases[Known]:
    """Every spelling of everybody known; people's one-word forms left out (`surnames` has them)."""
    return Phrases((spelling, k) for k in known() for spelling in k.spellings)


def known_as(name: str) -> str:
    """The key of the name under which somebody is known, however they are called ("AP" -> "associated press")."""
    found = names().get(name)
    return key(found.name if found else name)


@lru_cache(maxsize=1)
def surnames() -> dict[str, Known]:
    """Keys of one-word forms that mean one much-reported person ("trump")."""
    found: dict[str, Known] = {}
    for k in known():
        for form in k.alone:
            found.setdefault(key(form), k)
    return found
