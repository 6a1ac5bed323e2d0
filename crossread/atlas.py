"""What is known of countries and places: names, demonyms, capitals, coordinates. Pure look-ups over `knowledge/`.

Four tables, from sure to broad: `countries.yml` (states and territories), `places.yml` (provinces, regions, seas,
towns of the news), `regions.tsv` (provinces, counties, districts) and `gazetteer.tsv` (towns of 1,000 people and more,
both from GeoNames), which is read only when a name is looked up that may be a town's.
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.inflection import inflection
from crossread.lexicon import Phrases
from crossread.spelling import key

LANGUAGE = "en"


class Country(msgspec.Struct, frozen=True):
    """A state or territory of `countries.yml`; `at` is (latitude, longitude) in degrees."""

    name: str
    at: tuple[float, float]
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    part_of: str | None = None


class Spot(msgspec.Struct, frozen=True):
    """A place with coordinates. `country` is a key of `countries.yml`; None for seas and what lies in several."""

    name: str
    country: str | None
    lat: float
    lon: float
    precision: str  # country, region, town, site, sea
    population: int = 0
    listed: bool = True  # in countries.yml or places.yml, not only in the gazetteer


class PlaceWords(msgspec.Struct, frozen=True):
    """What of `place_words.yml` is asked here."""

    behind_names: frozenset[str]
    towns: tuple[str, ...]
    saints: dict[str, str]


@lru_cache(maxsize=1)
def _place_words() -> PlaceWords:
    return knowledge.load("place_words.yml", PlaceWords, LANGUAGE)


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """The states and territories by ISO code."""
    return knowledge.load("countries.yml", dict[str, Country])


@lru_cache(maxsize=1)
def country_names() -> Phrases[str]:
    """Names and aliases of countries -> ISO code."""
    return Phrases((name, code) for code, c in countries().items() for name in (c.name, *c.aliases))


@lru_cache(maxsize=1)
def demonyms() -> Phrases[str]:
    """Adjectives of countries ("Iraqi"), also as plural nouns ("Iraqis") -> ISO code."""
    pairs = [(word, code) for code, c in countries().items() for word in c.demonyms]
    pairs += [(word, code) for code in countries() for word in peoples(code)]
    return Phrases(pairs)


def peoples(code: str) -> tuple[str, ...]:
    """Nouns for the people of a country ("Iraqis", "Turk", "Turks"); adjectives that are no nouns left out."""
    country = countries()[code]
    known = inflection()
    many = tuple(word + known.plural for word in country.demonyms if not word.endswith(known.no_nouns))
    return many + country.people + tuple(w + known.plural for w in country.people if not w.endswith(known.own_plurals))


@lru_cache(maxsize=1)
def capitals() -> dict[str, str]:
    """Keys of capitals -> ISO code."""
    return {key(town): code for code, c in countries().items() for town in c.capital}


def country_name(code: str | None) -> str | None:
    """The name that a place's country goes by: that of the state for a territory."""
    if code is None:
        return None
    country = countries()[code]
    return countries()[country.part_of].name if country.part_of else country.name


Listed = dict[
    str, dict[str, dict[str, tuple[float, float]]]
]  # country code or "-", precision, "name; alias", (lat, lon)


@lru_cache(maxsize=1)
def places() -> Phrases[tuple[Spot, ...]]:
    """Countries and the places of `places.yml`; a name can stand for several places."""
    found: dict[str, list[Spot]] = {}
    spelled: dict[str, str] = {}
    for code, country in countries().items():
        spot = Spot(country.name, code, *country.at, "country")
        for name in (country.name, *country.aliases):
            found.setdefault(key(name), []).append(spot)
            spelled.setdefault(key(name), name)
    for code, kinds in knowledge.load("places.yml", Listed).items():
        for precision, entries in kinds.items():
            for names, (lat, lon) in entries.items():
                written = [name.strip() for name in names.split(";")]
                spot = Spot(written[0], None if code == "-" else code, lat, lon, precision)
                for name in written:
                    if spot not in found.setdefault(key(name), []):
                        found[key(name)].append(spot)
                    spelled.setdefault(key(name), name)
    return Phrases((spelled[folded], tuple(spots)) for folded, spots in found.items())


@lru_cache(maxsize=1)
def _gazetteer() -> bytes:
    """The gazetteer, sorted by key: it is searched as it stands, since cutting it into lines would cost 40 MB."""
    text = (knowledge.FOLDER / "gazetteer.tsv").read_bytes()
    return text[text.rindex(b"\n#") + 1 :].partition(b"\n")[2]


def _lines(folded: str) -> list[list[str]]:
    """The fields of the gazetteer's lines with that key."""
    table, wanted = _gazetteer(), folded.encode() + b"\t"
    low, high = 0, len(table)
    while low < high:  # starts of lines
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if table[start : start + len(wanted)] < wanted:
            low = table.find(b"\n", start) + 1
        else:
            high = start
    found = []
    while table.startswith(wanted, low):
        end = table.index(b"\n", low)
        found.append(table[low:end].decode().split("\t"))
        low = end + 1
    return found


TOWN = 15_000
"""People from which on a town's name is looked for anywhere; villages share theirs with too many words."""
FORMER = 40
"""A town of another or former name counts as so many times smaller beside one that bears the name today: Salisbury is
in England, though Harare was once called so."""


def saints() -> frozenset[str]:
    """The ways to write "saint" at the head of a name, as keys."""
    return frozenset(_place_words().saints)


def _saints(folded: str) -> tuple[str, ...]:
    """A key as it is, and with "saint" written the other way."""
    first, _, rest = folded.partition(" ")
    other = _place_words().saints.get(first)
    return (folded, f"{other} {rest}") if other and rest else (folded,)


@lru_cache(maxsize=65536)
def towns(name: str, smallest: int = TOWN) -> tuple[Spot, ...]:
    """Towns of the gazetteer of that name (any case, accents or none), so large at least, the largest first."""
    own, others = [], []
    for row in [line for written in _saints(key(name)) for line in _lines(written)]:
        if row[1].startswith("="):
            others += [other for other in _lines(row[1][1:]) if other[2] == row[2] and not other[1].startswith("=")]
        else:
            own.append(row)
    share = FORMER if own else 1
    found = {
        Spot(proper, code, float(lat), float(lon), "town", int(people) // (1 if row in own else share), listed=False)
        for row in own + others
        for _, proper, code, lat, lon, people in [row]
        if int(people) >= smallest
    }
    return tuple(sorted(found, key=lambda spot: (-spot.population, spot.name, spot.country or "", spot.lat)))


@lru_cache(maxsize=1)
def _regions() -> dict[str, tuple[Spot, ...]]:
    """The provinces, counties and districts of `regions.tsv` by key."""
    found: dict[str, list[Spot]] = {}
    for folded, name, code, lat, lon in knowledge.rows("regions.tsv"):
        found.setdefault(folded, []).append(Spot(name, code, float(lat), float(lon), "region", listed=False))
    return {folded: tuple(spots) for folded, spots in found.items()}


@lru_cache(maxsize=65536)
def look_up(name: str, smallest: int = TOWN) -> tuple[Spot, ...]:
    """Every place known by that name: countries and listed places first, then towns by size, then regions; () if none.

    Towns of fewer people than `smallest` are left out.
    """
    for written in _variants(name):
        listed = places().get(written) or ()
        if len(written) < SHORTEST_TOWN:
            return listed
        found = listed + tuple(t for t in towns(written, smallest) if not any(_near(t, spot) for spot in listed))
        found += tuple(r for r in _regions().get(written, ()) if not any(_near(r, spot) for spot in found))
        if key(name) in [f"{written} {town}" for town in _place_words().towns]:  # Quebec City is no province
            found = tuple(spot for spot in found if spot.precision == "town")
        if found:
            return found
    return ()


SHORTEST_TOWN = 3
"""Letters of the shortest town's name; two-letter entries of the gazetteer ("Us", "Uk", "As") are acronyms in print."""
SAME_PLACE = 1.0
"""Degrees between two entries of one name and country up to which they are one place."""


def _near(town: Spot, listed: Spot) -> bool:
    """Whether a town or region of the long tables is a place that was found before once more."""
    apart = max(abs(town.lat - listed.lat), abs(town.lon - listed.lon))
    regions = town.precision == listed.precision == "region" and listed.listed
    return town.country == listed.country and listed.precision != "country" and (regions or apart < SAME_PLACE)


def _variants(name: str) -> tuple[str, ...]:
    """The name, and as it reads with another Arabic article, with none, or without the noun that says what it is."""
    folded = key(name)
    words = folded.split()
    found = [folded]
    if len(words) > 1 and words[0] in ("al", "el", "as", "ad", "ar", "at", "an", "ash", "az"):
        found += [" ".join(words[1:]), " ".join(("al", *words[1:])), " ".join(("el", *words[1:]))]
    elif words:
        found += [f"al {folded}", f"el {folded}"]
    if len(words) > 1 and words[-1] in _place_words().behind_names:
        found.append(" ".join(words[:-1]))
    return tuple(found)
