"""Places merged over spellings and reports, with coordinates where a table knows them.

1. A name's candidates: countries, listed places, towns (`atlas.look_up`).
2. The country that the text tells ("Zarqa, Jordan", "Niger's Agadez", "the Nigerian town of Baga"), else the countries
   that the report and its fellows speak of, choose among them; population decides between the rest.
3. "Northern Mali" is a region of Mali; a name that no table has stays without country unless the text tells one.
4. Mentions that chose the same place are one place; unknown names merge by spelling.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache

from crossread import atlas
from crossread.crossing import likeness
from crossread.crossing.places.clues import gather
from crossread.crossing.places.senses import Sense, sense
from crossread.crossing.places.words import written_out
from crossread.records import Form, Key, Mention, MergedPlaces, Place, Reading, Report
from crossread.spans import content_id, unique
from crossread.spelling import key


def merge_places(dated: tuple[Report, ...], readings: tuple[Reading, ...]) -> MergedPlaces:
    """Every place that is mentioned, once. Each place mention belongs to exactly one place."""
    texts = {report.id: report.text for report in dated}
    clues = gather(readings, texts)
    senses: dict[Key, tuple[Sense, str]] = {}
    for reading in readings:
        for i, mention in enumerate(reading.mentions):
            if mention.type == "place" and mention.refers is None:
                senses[reading.report, i] = sense(mention, texts[reading.report], clues[reading.report])
        for i, mention in enumerate(reading.mentions):
            if mention.type == "place" and mention.refers is not None and (reading.report, mention.refers) in senses:
                senses[reading.report, i] = (senses[reading.report, mention.refers][0], mention.why)
    return _gather(readings, _joined(senses))


# --------------------------------------------------------------------------- names that no table has


def _joined(senses: dict[Key, tuple[Sense, str]]) -> dict[Key, tuple[Sense, str]]:
    """Unknown names that are spelled alike are one, and are the known place of that spelling if one is named."""
    counted = Counter(meant for meant, _ in senses.values())
    chosen: dict[Sense, Sense] = {}
    heads, placed = Spellings(), Spellings()
    for meant in sorted(meant for meant in counted if meant.placed):
        placed.add(meant)
    for meant in sorted((m for m in counted if not m.placed), key=lambda m: (m.country == "", -counted[m], m)):
        like = heads.first_like(meant) or placed.first_like(meant)
        if like is None:
            heads.add(meant)
        chosen[meant] = like or meant
    return {at: (chosen.get(meant, meant), why + _how(meant, chosen)) for at, (meant, why) in senses.items()}


class Spellings:
    """Places by what their spellings have in common, so that a name is compared with few others."""

    def __init__(self) -> None:
        self._all: list[Sense] = []
        self._homes: dict[tuple[str, ...], list[int]] = {}

    def add(self, meant: Sense) -> None:
        """One more place; the first that is added is the first that is found."""
        for each in _keys(meant.name):
            self._homes.setdefault(each, []).append(len(self._all))
        self._all.append(meant)

    def first_like(self, unknown: Sense) -> Sense | None:
        """The first place that may be the one of an unknown name."""
        near = sorted({number for each in _keys(unknown.name) for number in self._homes.get(each, ())})
        return next((self._all[number] for number in near if _alike(unknown, self._all[number])), None)


@lru_cache(maxsize=65536)
def _keys(name: str) -> tuple[tuple[str, ...], ...]:
    return (("bare", _bare(name)), *likeness.spelling_keys(key(name)))


def _alike(unknown: Sense, other: Sense) -> bool:
    if unknown.country and other.country and unknown.country != other.country:
        return False
    return _bare(unknown.name) == _bare(other.name) or likeness.same_spelling(key(unknown.name), key(other.name))


def _how(meant: Sense, chosen: dict[Sense, Sense]) -> str:
    other = chosen.get(meant, meant)
    return f"; spelled like {other.name}" if other != meant else ""


@lru_cache(maxsize=65536)
def _bare(name: str) -> str:
    words = written_out(key(name)).split()
    return " ".join(words[1:]) if len(words) > 1 and words[0] in ("al", "el") else " ".join(words)


# --------------------------------------------------------------------------- all mentions


def _gather(readings: tuple[Reading, ...], senses: dict[Key, tuple[Sense, str]]) -> MergedPlaces:
    mentions = {reading.report: reading.mentions for reading in readings}
    members: dict[Sense, list[Key]] = defaultdict(list)
    for at in sorted(senses):
        members[senses[at][0]].append(at)
    places, of = [], {}
    for meant in sorted(members):
        place = _place(meant, [mentions[r][i] for r, i in members[meant]], [senses[at][1] for at in members[meant]])
        places.append(place)
        of.update(dict.fromkeys(members[meant], place.id))
    return MergedPlaces(tuple(sorted(places, key=lambda p: (-len(p.mentions), p.name, p.id))), of)


def _place(meant: Sense, mentions: list[Mention], reasons: list[str]) -> Place:
    counted = Counter(m.span.text for m in mentions if m.named) or Counter(m.span.text for m in mentions)
    listed = any(
        letter.isupper() for letter in meant.name
    )  # else it is only a key: the reports' own spelling shows better
    return Place(
        id=content_id("place", meant.name, meant.country, meant.lat, meant.lon, meant.precision),
        name=meant.name if listed else max(counted, key=lambda text: (counted[text], len(text), text)),
        country=atlas.country_name(meant.country or None),
        lat=meant.lat if meant.placed else None,
        lon=meant.lon if meant.placed else None,
        precision=meant.precision,
        mentions=unique(m.span for m in mentions),
        forms=tuple(Form(text, count) for text, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))),
        why=tuple(dict.fromkeys(reasons)),
    )
