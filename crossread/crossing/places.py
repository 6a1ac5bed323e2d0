"""Places merged over spellings and reports, with coordinates where a table knows them.

1. A name's candidates: countries, listed places, towns (`atlas.look_up`).
2. The country that the text tells ("Zarqa, Jordan", "Niger's Agadez", "the Nigerian town of Baga"), else the countries
   that the report and its fellows speak of, choose among them; population decides between the rest.
3. "Northern Mali" is a region of Mali; a name that no table has stays without country unless the text tells one.
4. Mentions that chose the same place are one place; unknown names merge by spelling.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import msgspec

from crossread import atlas, knowledge
from crossread.atlas import Spot
from crossread.records import Form, Key, Mention, MergedPlaces, Place, Reading, Report
from crossread.spans import content_id, unique
from crossread.spelling import key

LANGUAGE = "en"
NEARBY = 60
"""Characters around a mention in which a country's name or demonym tells where it lies."""
BIG = 1_000_000
"""People from which on a town is meant by its bare name whatever country the report is about."""
KNOWN = 100_000
"""People from which on a town without namesakes tells what country a report is about."""
NEIGHBOUR = 6.0
"""Degrees around a region's middle in which a town that the report puts into it must lie: Texas has a radius of six."""
SURE = 3.0
"""Points of country evidence that weigh as much as being a listed place."""


class Directions(msgspec.Struct, frozen=True):
    """What of `titles.yml` matters here."""

    directions: frozenset[str]


class Sense(msgspec.Struct, frozen=True, order=True):
    """What a mention was taken for: mentions of equal sense are one place."""

    name: str
    country: str = ""
    lat: float = 999.0
    lon: float = 999.0
    precision: str = "unknown"


def merge_places(dated: tuple[Report, ...], readings: tuple[Reading, ...]) -> MergedPlaces:
    """Every place that is mentioned, once. Each place mention belongs to exactly one place."""
    texts = {report.id: report.text for report in dated}
    spoken = {reading.report: _countries(reading, texts[reading.report]) for reading in readings}
    everywhere: Counter[str] = sum(spoken.values(), Counter())
    senses: dict[Key, tuple[Sense, str]] = {}
    for reading in readings:
        clues = Clues(_told_in(reading, texts[reading.report]), _told_near(reading, texts[reading.report]), spoken[reading.report], everywhere)
        for i, mention in enumerate(reading.mentions):
            if mention.type == "place" and mention.refers is None:
                senses[reading.report, i] = _sense(mention, texts[reading.report], clues)
        for i, mention in enumerate(reading.mentions):
            if mention.type == "place" and mention.refers is not None and (reading.report, mention.refers) in senses:
                senses[reading.report, i] = (senses[reading.report, mention.refers][0], mention.why)
    return _gather(readings, _unknown_joined(senses))


# --------------------------------------------------------------------------- evidence for countries


def _countries(reading: Reading, text: str) -> Counter[str]:
    """How often a report speaks of each country, by name, demonym or capital."""
    found: Counter[str] = Counter()
    for sentence in reading.sentences:
        words = [token.text for token in sentence.tokens if token.text[:1].isupper()]
        for word in words:
            code = atlas.country_names().get(word) or atlas.demonyms().get(word)
            if code and (len(word) > 2 or word.isupper()):
                found[code] += 1
    for mention in reading.mentions:
        if mention.named and " " in mention.span.text and (code := atlas.country_names().get(mention.span.text)):
            found[code] += 1
        if mention.type == "place" and (code := _only_country(mention.span.text)):
            found[code] += 1
    return found


def _only_country(name: str) -> str | None:
    """The country of a name that can only lie in one: a capital, a listed region, a large town without namesakes."""
    if (capital := atlas.capitals().get(key(name))) is not None:
        return capital
    spots = atlas.look_up(name)
    codes = {spot.country for spot in spots}
    if len(codes) == 1 and spots[0].country and (spots[0].listed or spots[0].population >= KNOWN) and spots[0].precision != "country":
        return spots[0].country
    return None


_GAP = re.compile(r"^(?:,| ?\(|,? in(?: the)?| of| province,| governorate,| city,)\s*$")


def _told_near(reading: Reading, text: str) -> dict[str, Spot]:
    """Names that the report puts into a region: "Santa Ana, California"."""
    found: dict[str, Spot] = {}
    for left, right in zip(reading.mentions, reading.mentions[1:], strict=False):
        between = text[left.span.end : right.span.start]
        if left.type == right.type == "place" and len(between) < 16 and (_GAP.match(between) or between == " "):
            regions = [spot for spot in atlas.look_up(right.span.text) if spot.precision == "region"]
            if regions and key(left.span.text) != key(right.span.text):
                found.setdefault(key(left.span.text), regions[0])
                found.setdefault(f", {key(right.span.text)}", regions[0])
    return found


def _told_in(reading: Reading, text: str) -> dict[str, str]:
    """Names that the report itself puts into a country: "X, Kenya", "X in Kenya", "Kenya's X", "the Kenyan town of X"."""
    found: dict[str, str] = {}
    mentions = reading.mentions
    for left, right in zip(mentions, mentions[1:], strict=False):
        between = text[left.span.end : right.span.start]
        code_right = atlas.country_names().get(right.span.text)
        code_left = atlas.country_names().get(left.span.text)
        if left.type == "place" and code_right and not code_left and len(between) < 16 and _GAP.match(between):
            found.setdefault(key(left.span.text), code_right)
        if right.type == "place" and code_left and not code_right and re.match(r"^['’]s\s+(?:[\w-]+\s+){0,4}$", between) and len(between) < 50:
            found.setdefault(key(right.span.text), code_left)
    for mention in mentions:
        if mention.type == "place" and key(mention.span.text) not in found:
            before = text[max(0, mention.span.start - NEARBY) : mention.span.start]
            hit = re.search(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:[\w-]+ ){0,2}(?:city|town|village|province|region|capital|port|district|island|enclave|suburb|state|governorate|county) (?:of |at )?$", before)
            if hit and (code := atlas.demonyms().get(hit[1]) or atlas.demonyms().get(hit[1].split()[-1])):
                found[key(mention.span.text)] = code
    return found


# --------------------------------------------------------------------------- one mention


class Clues(msgspec.Struct, frozen=True):
    """What the reports tell of where their places lie."""

    told: dict[str, str]  # name's key -> country that the report puts it in
    near: dict[str, Spot]  # name's key -> region that the report puts it in
    here: Counter[str]  # how often the report speaks of each country
    everywhere: Counter[str]  # how often all reports do


def _sense(mention: Mention, text: str, clues: Clues) -> tuple[Sense, str]:
    name = mention.span.text
    direction, core = _directed(name)
    spots = atlas.look_up(name)
    if not spots and direction:
        return _region(name, core, clues)
    if not spots and (whole := _holder(name)) is not None:
        chosen, _ = _choose(whole, atlas.look_up(whole), clues, text, mention)
        return Sense(key(name), chosen.country or "", chosen.lat, chosen.lon, "site"), f"{name}: in or at {chosen.name}, by its name"
    if not spots:
        return _untold(name, clues)
    chosen, why = _choose(name, spots, clues, text, mention)
    return Sense(chosen.name, chosen.country or "", chosen.lat, chosen.lon, chosen.precision), why


def _untold(name: str, clues: Clues) -> tuple[Sense, str]:
    """A name that no table has: only what the report tells."""
    region = clues.near.get(key(name))
    code = clues.told.get(key(name)) or (region.country if region is not None else None) or ""
    return Sense(key(name), code), f"{name}: in no table" + (f"; the report puts it in {atlas.countries()[code].name}" if code else "")


def _holder(name: str) -> str | None:
    """The known town or region whose name a longer name begins with ("Accra Central Station"), if its last word is a site's."""
    words = name.split()
    if len(words) < 2 or words[-1].lower() not in _SITES:
        return None
    for size in range(len(words) - 1, 0, -1):
        part = " ".join(words[:size])
        if len(part) > 3 and atlas.look_up(part):
            return part
    return None


_SITES = frozenset("airport hospital station hall stadium university prison square park port harbour harbor bridge cathedral church mosque zoo museum palace base market hotel mall camp jail dam beach bay crossing terminal district county".split())


def _directed(name: str) -> tuple[str, str]:
    words = name.split()
    directions = knowledge.load("titles.yml", Directions, LANGUAGE).directions
    at = 0
    while at < len(words) - 1 and words[at].lower() in directions:
        at += 1
    return " ".join(words[:at]), " ".join(words[at:])


_SHIFT = {"north": (1, 0), "south": (-1, 0), "east": (0, 1), "west": (0, -1)}


def _region(name: str, core: str, clues: Clues) -> tuple[Sense, str]:
    """A part of a place: it lies in the whole's country, at the whole's middle."""
    spots = atlas.look_up(core)
    code_of_demonym = atlas.demonyms().get(core)
    if not spots:
        code = clues.told.get(key(core)) or clues.told.get(key(name)) or code_of_demonym or ""
        return Sense(_plain(name), code, precision="region"), f"{name}: a part of {core}, which no table has"
    chosen, _ = _choose(core, spots, clues)
    return Sense(_plain(name), chosen.country or "", chosen.lat, chosen.lon, "region"), f"{name}: a part of {chosen.name}"


def _plain(name: str) -> str:
    """A directional name as a key: "north-eastern" and "northeastern" are one."""
    return key(name).replace("north ", "north").replace("south ", "south")


def _choose(name: str, spots: tuple[Spot, ...], clues: Clues, text: str = "", mention: Mention | None = None) -> tuple[Spot, str]:
    if len(spots) == 1:
        return spots[0], f"{name}: the only place known by that name"
    if mention is not None and (state := _as_state(spots, text, mention, clues)) is not None:
        return state, f"{name}: the region, as what stands beside it tells"
    told = clues.told.get(key(name))
    fits = [spot for spot in spots if told and (spot.country == told or (spot.country and atlas.countries()[spot.country].part_of == told))]
    if fits:
        return fits[0], f"{name}: the report puts it in {atlas.countries()[told or ''].name}"
    region = clues.near.get(key(name))
    if region is not None:
        close = [s for s in spots if abs(s.lat - region.lat) < NEIGHBOUR and abs(s.lon - region.lon) < NEIGHBOUR]
        if close:
            best = min(close, key=lambda s: (abs(s.lat - region.lat) + abs(s.lon - region.lon), s.name))
            return best, f"{name}: the report puts it in {region.name}"
    best = max(spots, key=lambda spot: (_score(spot, clues), spot.precision != "region", spot.listed, spot.population, spot.name))
    if clues.here[best.country or ""]:
        return best, f"{name}: of {len(spots)} places of that name, the reports speak most of {atlas.country_name(best.country)}"
    return best, f"{name}: the best known of {len(spots)} places of that name"


def _as_state(spots: tuple[Spot, ...], text: str, mention: Mention, clues: Clues) -> Spot | None:
    """The region of a name that is also a town ("Washington"): behind a town of it, or where "state" stands beside it."""
    regions = [spot for spot in spots if spot.precision == "region"]
    if not regions or spots[0].precision == "country":
        return None
    before, after = text[max(0, mention.span.start - 14) : mention.span.start], text[mention.span.end : mention.span.end + 8]
    beside = re.search(r"\b(?:state|province|region|county) of $", before) or re.match(r" (?:state|province|region|governorate)\b", after, re.I)
    return regions[0] if beside or (before.endswith(", ") and f", {key(mention.span.text)}" in clues.near) else None


def _score(spot: Spot, clues: Clues) -> float:
    """Points for a place: how much the reports speak of its country, and how well known it is."""
    code = spot.country or ""
    near = min(3.0, clues.here[code]) + min(1.0, 0.25 * clues.everywhere[code])
    if spot.precision == "country":
        return near + SURE + 1.0
    size = 4.0 if spot.population >= BIG else 2.5 if spot.population >= 300_000 else 1.0 if spot.population >= 50_000 else 0.0
    return near + (SURE if spot.listed else size)


# --------------------------------------------------------------------------- all mentions


def _unknown_joined(senses: dict[Key, tuple[Sense, str]]) -> dict[Key, tuple[Sense, str]]:
    """Unknown names that differ by an article or whose country one of them tells are one."""
    groups: dict[str, Counter[Sense]] = defaultdict(Counter)
    for sense, _ in senses.values():
        if sense.lat == 999.0:
            groups[_bare(sense.name)][sense] += 1
    chosen = {bare: max(found, key=lambda s: (s.country != "", found[s], s.name)) for bare, found in groups.items()}
    return {at: (chosen.get(_bare(sense.name), sense) if sense.lat == 999.0 else sense, why) for at, (sense, why) in senses.items()}


def _bare(name: str) -> str:
    words = key(name).split()
    return " ".join(words[1:]) if len(words) > 1 and words[0] in ("al", "el") else " ".join(words)


def _gather(readings: tuple[Reading, ...], senses: dict[Key, tuple[Sense, str]]) -> MergedPlaces:
    mentions = {reading.report: reading.mentions for reading in readings}
    members: dict[Sense, list[Key]] = defaultdict(list)
    for at in sorted(senses):
        members[senses[at][0]].append(at)
    places, of = [], {}
    for sense in sorted(members):
        place = _place(sense, [mentions[r][i] for r, i in members[sense]], [senses[at][1] for at in members[sense]])
        places.append(place)
        of.update({at: place.id for at in members[sense]})
    return MergedPlaces(tuple(sorted(places, key=lambda p: (-len(p.mentions), p.name, p.id))), of)


def _place(sense: Sense, mentions: list[Mention], reasons: list[str]) -> Place:
    counted = Counter(m.span.text for m in mentions if m.named)
    counted = counted or Counter(m.span.text for m in mentions)
    located = sense.lat != 999.0
    known = located and sense.precision != "region" or any(c.isupper() for c in sense.name)
    name = sense.name if known else max(counted, key=lambda text: (counted[text], len(text), text))
    return Place(
        id=content_id("place", sense.name, sense.country, sense.lat, sense.lon, sense.precision),
        name=name,
        country=atlas.country_name(sense.country or None),
        lat=sense.lat if located else None,
        lon=sense.lon if located else None,
        precision=sense.precision,
        mentions=unique(m.span for m in mentions),
        forms=tuple(Form(text, count) for text, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        why=tuple(dict.fromkeys(reasons)),
    )
