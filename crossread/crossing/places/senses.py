"""What a place mention stands for: one of the places of that name, a part of one, or a name that no table has."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import atlas, knowledge
from crossread.atlas import Spot
from crossread.crossing.places.clues import Clues
from crossread.crossing.places.words import beside, place_words
from crossread.records import Mention
from crossread.spelling import key

LANGUAGE = "en"
BIG = 1_000_000
"""People from which on a town is meant by its bare name whatever country the report is about."""
VILLAGE = 1_000
"""People of the smallest town that is looked up, in the countries that the report speaks of."""
NEIGHBOUR = 6.0
"""Degrees around a region's middle in which a town that the report puts into it must lie: Texas has a radius of six."""
SURE = 3.0
"""Points of country evidence that weigh as much as being a listed place."""
BESIDE = 2.0
"""Points for lying near a place that the report surely names."""
UNPLACED = 999.0
"""Latitude and longitude of a sense without coordinates: a number, so that senses can be sorted."""


class PlaceWords(msgspec.Struct, frozen=True):
    """What of `titles.yml` matters here."""

    directions: frozenset[str]
    sites: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> PlaceWords:
    return knowledge.load("titles.yml", PlaceWords, LANGUAGE)


class Sense(msgspec.Struct, frozen=True, order=True):
    """What a mention was taken for: mentions of equal sense are one place."""

    name: str
    country: str = ""
    lat: float = UNPLACED
    lon: float = UNPLACED
    precision: str = "unknown"

    @property
    def placed(self) -> bool:
        """Whether it has coordinates."""
        return self.lat != UNPLACED


def sense(mention: Mention, text: str, clues: Clues, name: str = "") -> tuple[Sense, str]:
    """What a mention stands for, and why; `name` is the place's name where the mention does not spell it ("Kenyan")."""
    name = name or mention.span.text
    direction, core = _directed(name)
    spots = atlas.look_up(name)
    if all(spot.precision == "town" and spot.population < BIG for spot in spots):
        spots += tuple(
            spot
            for spot in _villages(name, clues)
            if spot not in spots and (not spots or key(name) in clues.near or clues.beside(spot, key(name)) > 0.0)
        )
    if not spots and direction:
        return _region(name, core, clues)
    if not spots and (bare := _bare(name)) is not None:
        name, spots = bare, atlas.look_up(bare)
    if not spots and (whole := _holder(name)) is not None:
        chosen, _ = _choose(whole, atlas.look_up(whole), clues, text, mention)
        return Sense(
            key(name), chosen.country or "", chosen.lat, chosen.lon, "site"
        ), f"{name}: in or at {chosen.name}, by its name"
    if not spots or _elsewhere(spots, clues.near.get(key(name))):
        return _untold(name, clues, text)
    chosen, why = _choose(name, spots, clues, text, mention)
    return Sense(chosen.name, chosen.country or "", chosen.lat, chosen.lon, chosen.precision), why


def _elsewhere(spots: tuple[Spot, ...], region: Spot | None) -> bool:
    """Whether all towns known by a name lie in other countries than the region that the report puts it in."""
    towns = all(spot.precision == "town" for spot in spots)
    return region is not None and towns and all(spot.country != region.country for spot in spots)


def _untold(name: str, clues: Clues, text: str) -> tuple[Sense, str]:
    """A name that no table has: only what the report tells, in or at which known place it lies."""
    holder = clues.within.get(key(name))
    if holder is not None and (spots := atlas.look_up(holder)) and spots[0].precision != "country":
        spot, _ = _choose(holder, spots, clues, text)
        precision = "region" if spot.precision == "region" else "site"  # only as exact as what it lies in
        return Sense(
            key(name), spot.country or "", spot.lat, spot.lon, precision
        ), f"{name}: in or at {spot.name}, as the report tells"
    region = clues.near.get(key(name))
    code = clues.told.get(key(name)) or (region.country if region is not None else None) or ""
    return Sense(key(name), code), f"{name}: in no table" + (
        f"; the report puts it in {atlas.countries()[code].name}" if code else ""
    )


def _holder(name: str) -> str | None:
    """The known town or region with which a site's name begins ("Accra Central Station")."""
    words = name.split()
    if len(words) < 2 or words[-1].lower() not in _words().sites:
        return None
    for size in range(len(words) - 1, 0, -1):
        part = " ".join(words[:size])
        if len(part) > 3 and atlas.look_up(part):
            return part
    return None


def _villages(name: str, clues: Clues) -> tuple[Spot, ...]:
    """Small towns of that name in the countries that the reports speak of: elsewhere it is likelier another place."""
    told = clues.told.get(key(name))
    spots = atlas.look_up(name, VILLAGE)
    return tuple(spot for spot in spots if told == spot.country or (not told and clues.here[spot.country or ""]))


def _bare(name: str) -> str | None:
    """A place's name without the noun that says what sort of place it is: "Republic of Kenya", "Nairobi County"."""
    match = beside().whole.fullmatch(name) or beside().whole_behind.fullmatch(name)
    return match[1] if match and atlas.look_up(match[1]) else None


def _directed(name: str) -> tuple[str, str]:
    words = name.split()
    at = 0
    while at < len(words) - 1 and words[at].lower() in _words().directions:
        at += 1
    return " ".join(words[:at]), " ".join(words[at:])


def _region(name: str, core: str, clues: Clues) -> tuple[Sense, str]:
    """A part of a place: it lies in the whole's country, at the whole's middle."""
    spots = atlas.look_up(core)
    code_of_demonym = atlas.demonyms().get(core)
    if not spots:
        code = clues.told.get(key(core)) or clues.told.get(key(name)) or code_of_demonym or ""
        return Sense(_plain(name), code, precision="region"), f"{name}: a part of {core}, which no table has"
    chosen, _ = _choose(core, spots, clues)
    return Sense(
        _plain(name), chosen.country or "", chosen.lat, chosen.lon, "region"
    ), f"{name}: a part of {chosen.name}"


def _plain(name: str) -> str:
    """A directional name as a key: "north-eastern" and "northeastern" are one."""
    plain = key(name)
    for direction in place_words().apart:
        plain = plain.replace(f"{direction} ", direction)
    return plain


def _choose(
    name: str, spots: tuple[Spot, ...], clues: Clues, text: str = "", mention: Mention | None = None
) -> tuple[Spot, str]:
    if len(spots) == 1:
        return spots[0], f"{name}: the only place known by that name"
    if mention is not None and (state := _as_state(spots, text, mention, clues)) is not None:
        return state, f"{name}: the region, as what stands beside it tells"
    told = clues.told.get(key(name))
    fits = [
        spot
        for spot in spots
        if told and (spot.country == told or (spot.country and atlas.countries()[spot.country].part_of == told))
    ]
    if fits:
        return fits[0], f"{name}: the report puts it in {atlas.countries()[told or ''].name}"
    region = clues.near.get(key(name))
    if region is not None:
        close = [s for s in spots if abs(s.lat - region.lat) < NEIGHBOUR and abs(s.lon - region.lon) < NEIGHBOUR]
        if close:
            best = min(close, key=lambda s: (abs(s.lat - region.lat) + abs(s.lon - region.lon), s.name))
            return best, f"{name}: the report puts it in {region.name}"
    best = max(
        spots,
        key=lambda spot: (_score(spot, clues), spot.precision != "region", spot.listed, spot.population, spot.name),
    )
    if clues.here[best.country or ""]:
        return (
            best,
            f"{name}: of {len(spots)} places, the reports speak most of {atlas.country_name(best.country)}",
        )
    return best, f"{name}: the best known of {len(spots)} places of that name"


def _as_state(spots: tuple[Spot, ...], text: str, mention: Mention, clues: Clues) -> Spot | None:
    """The region of a name that is also a town's ("Washington"): behind a town of it, or beside "state"."""
    regions = [spot for spot in spots if spot.precision == "region"]
    if not regions or spots[0].precision == "country":
        return None
    before, after = (
        text[max(0, mention.span.start - 14) : mention.span.start],
        text[mention.span.end : mention.span.end + 8],
    )
    told = beside().region_before.search(before) or beside().region_behind.match(after)
    held = clues.near.get(f", {key(mention.span.text)}")
    if not told and not (before.endswith(", ") and held is not None):
        return None
    return held if held in regions else regions[0]


def _score(spot: Spot, clues: Clues) -> float:
    """Points for a place: how much the reports speak of its country, and how well known it is."""
    code = spot.country or ""
    near = min(3.0, clues.here[code]) + min(1.0, 0.25 * clues.everywhere[code])
    if spot.precision == "country":
        return near + SURE + 1.0
    size = (
        4.0
        if spot.population >= BIG
        else 2.5
        if spot.population >= 300_000
        else 1.0
        if spot.population >= 50_000
        else 0.0
    )
    return near + (SURE if spot.listed else size) + BESIDE * max(0.0, clues.beside(spot, key(spot.name)))
