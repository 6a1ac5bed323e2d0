"""What the reports tell of where their places lie: countries spoken of, and what stands beside a name."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from itertools import pairwise

import msgspec

from crossread import atlas
from crossread.atlas import Spot
from crossread.crossing.places.words import beside
from crossread.records import Reading
from crossread.spelling import key

NEARBY = 60
"""Characters around a mention in which a country's name or demonym tells where it lies."""
REACH = {"region": 3.0, "town": 1.0, "site": 1.0}
"""Degrees around a place that a report surely names in which its other places are likelier than elsewhere."""
VILLAGE = 1_000
"""People of the smallest town that is looked up where a report tells what region a place lies in."""
KNOWN = 100_000
"""People from which on a town without namesakes tells what country a report is about."""


class Clues(msgspec.Struct, frozen=True):
    """What the reports tell of where their places lie."""

    told: dict[str, str]  # name's key -> country that the report puts it in
    near: dict[str, Spot]  # name's key -> region that the report puts it in
    here: Counter[str]  # how often the report speaks of each country
    everywhere: Counter[str]  # how often all reports do
    sure: tuple[tuple[str, Spot], ...] = ()  # keys of names that can only be one place, and the place
    within: dict[str, str] = msgspec.field(default_factory=dict)  # name's key -> place that the report puts it in or at

    def beside(self, spot: Spot, name: str) -> float:
        """How near a place lies to one that the report surely names by another name: 1 there, 0 out of its reach."""
        return max(
            (
                1.0 - max(abs(spot.lat - at.lat), abs(spot.lon - at.lon)) / REACH[at.precision]
                for folded, at in self.sure
                if folded != name
            ),
            default=0.0,
        )


def gather(readings: tuple[Reading, ...], texts: dict[str, str]) -> dict[str, Clues]:
    """The clues of each report."""
    spoken = {reading.report: _countries(reading) for reading in readings}
    everywhere = Counter[str]()
    for counted in spoken.values():
        everywhere.update(counted)
    return {
        reading.report: Clues(
            _told_in(reading, texts[reading.report]),
            _told_near(reading, texts[reading.report]),
            spoken[reading.report],
            everywhere,
            _sure(reading),
            _told_within(reading, texts[reading.report]),
        )
        for reading in readings
    }


def _countries(reading: Reading) -> Counter[str]:
    """How often a report speaks of each country, by name, demonym or capital, also in passing."""
    found: Counter[str] = Counter()
    words = Counter([token.text for sentence in reading.sentences for token in sentence.tokens])
    for word, often in words.items():
        if word[:1].isupper() and (code := _country_of(word)):
            found[code] += often
    for mention in reading.mentions:
        if mention.named and " " in mention.span.text and (code := atlas.country_names().get(mention.span.text)):
            found[code] += 1
        if mention.type == "place" and (code := _only_country(mention.span.text)):
            found[code] += 1
    for allusion in reading.allusions:
        if " " in allusion.span.text or not atlas.country_names().get(allusion.place):  # else it was counted above
            code = atlas.country_names().get(allusion.place) or _only_country(allusion.place)
            found.update([code] if code else [])
    return found


@lru_cache(maxsize=65536)
def _country_of(word: str) -> str | None:
    """The country that a word names, by itself or by its adjective; two small letters name none."""
    code = atlas.country_names().get(word) or atlas.demonyms().get(word)
    return code if len(word) > 2 or word.isupper() else None


def _sure(reading: Reading) -> tuple[tuple[str, Spot], ...]:
    """The regions and towns of a report whose names no other place bears."""
    names = dict.fromkeys(mention.span.text for mention in reading.mentions if mention.type == "place")
    names.update(dict.fromkeys(allusion.place for allusion in reading.allusions))
    found = {}
    for name in names:
        spots = atlas.look_up(name)
        if len(spots) == 1 and spots[0].precision in REACH and spots[0].country:
            found[key(name)] = spots[0]
    return tuple(found.items())


def _only_country(name: str) -> str | None:
    """The country of a name that can only lie in one: a capital, a listed region, a large town without namesakes."""
    if (capital := atlas.capitals().get(key(name))) is not None:
        return capital
    spots = atlas.look_up(name)
    codes = {spot.country for spot in spots}
    if (
        len(codes) == 1
        and spots[0].country
        and (spots[0].listed or spots[0].population >= KNOWN)
        and spots[0].precision != "country"
    ):
        return spots[0].country
    return None


def _told_near(reading: Reading, text: str) -> dict[str, Spot]:
    """Names that the report puts into a region: "Santa Ana, California"."""
    found: dict[str, Spot] = {}
    larger = beside().larger
    for left, right in pairwise(reading.mentions):
        between = text[left.span.end : right.span.start]
        if left.type == right.type == "place" and len(between) < 16 and (larger.match(between) or between == " "):
            regions = [spot for spot in atlas.look_up(right.span.text) if spot.precision == "region"]
            if regions and key(left.span.text) != key(right.span.text):
                region = _around(left.span.text, regions)
                found.setdefault(key(left.span.text), region)
                found.setdefault(f", {key(right.span.text)}", region)
    return found


def _around(name: str, regions: list[Spot]) -> Spot:
    """Of regions of one name the one that has a place of that name nearest to its middle ("Austin, Scott County")."""
    inside = atlas.look_up(name, VILLAGE) if len(regions) > 1 else ()
    if not inside:
        return regions[0]
    return min(regions, key=lambda r: min(max(abs(r.lat - at.lat), abs(r.lon - at.lon)) for at in inside))


def _told_within(reading: Reading, text: str) -> dict[str, str]:
    """Names that the report puts into or beside another place: "Third Street in Harare", "Harare's Third Street"."""
    found: dict[str, str] = {}
    patterns = beside()
    for left, right in pairwise(reading.mentions):
        between = text[left.span.end : right.span.start]
        if len(between) > 24 or not (left.named and right.named):
            continue
        if right.type == "place" and patterns.at.match(between) and atlas.look_up(right.span.text):
            found.setdefault(key(left.span.text), right.span.text)
        if left.type == "place" and patterns.owner.match(between) and atlas.look_up(left.span.text):
            found.setdefault(key(right.span.text), left.span.text)
    return found


def _told_in(reading: Reading, text: str) -> dict[str, str]:
    """Names that the report itself puts into a country: "X, Kenya", "Kenya's X", "the Kenyan town of X"."""
    found: dict[str, str] = {}
    mentions, patterns = reading.mentions, beside()
    for left, right in pairwise(mentions):
        between = text[left.span.end : right.span.start]
        code_right = atlas.country_names().get(right.span.text)
        code_left = atlas.country_names().get(left.span.text)
        if (
            left.type == "place"
            and code_right
            and not code_left
            and len(between) < 16
            and patterns.larger.match(between)
        ):
            found.setdefault(key(left.span.text), code_right)
        if (
            right.type == "place"
            and code_left
            and not code_right
            and patterns.country.match(between)
            and len(between) < 50
        ):
            found.setdefault(key(right.span.text), code_left)
    for mention in mentions:
        if mention.type == "place" and key(mention.span.text) not in found:
            before = text[max(0, mention.span.start - NEARBY) : mention.span.start]
            hit = patterns.sort.search(before)
            if hit and (code := atlas.demonyms().get(hit[1]) or atlas.demonyms().get(hit[1].split()[-1])):
                found[key(mention.span.text)] = code
    return found
