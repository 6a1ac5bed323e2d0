"""Where it was, and where somebody is from: places that different reports tell of one incident or one person.

Only settled places count, each more than a town apart from the other. A report that names both places knows both and
disagrees with nobody: a suburb and its town, the scene and the hospital.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossread.crossing.disagreements.matters import VIOLENT, Matters
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, sentence_of
from crossread.crossing.distances import FAR, kilometres
from crossread.records import Disagreement, Mention, MergedPlaces, Place, Reading, Record


class Telling(Record, frozen=True):
    """A place that one report tells of an incident or a person."""

    key: str
    place: str
    voice: Voice


def wheres(scene: Scene, matters: Matters, places: MergedPlaces) -> list[Disagreement]:
    """One disagreement for each incident and each person of whom reports tell places that are far apart."""
    known = {p.id: p for p in places.places}
    named = {r: _named(places, reading) for r, reading in scene.readings.items()}
    scenes = [t for r in scene.readings.values() for t in _scenes(scene, matters, places, r)]
    homes = [t for r in scene.readings.values() for t in _homes(scene, places, r)]
    made = []
    for about, tellings in (("where", scenes), ("where from", homes)):
        by_key: dict[str, dict[str, list[Telling]]] = {}
        for t in tellings:
            by_key.setdefault(t.key, {}).setdefault(t.place, []).append(t)
        for key, by_place in by_key.items():
            sides = _sides(by_place, known, named if about == "where" else _told(by_place))
            if len(sides) < 2:
                continue
            title = scene.by_id[key].title if key in scene.by_id else scene.names[key]
            why = f"different places are told: {', '.join(sorted(known[s[0].place].name for s in sides))}"
            incident = key if key in scene.by_id else None
            voices = [[t.voice for t in side] for side in sides]
            made.append(disagreement("place", f"{about}: {title}", voices, why, incident))
    return made


def _sides(
    by_place: dict[str, list[Telling]], known: dict[str, Place], named: dict[str, frozenset[str]]
) -> list[list[Telling]]:
    """The places that stand against another one, each in reports that do not name the other."""
    against: list[list[Telling]] = []
    for place, mine in by_place.items():
        kept = [
            t
            for t in mine
            if any(
                _far(known[place], known[other])
                and other not in named[t.voice.report]
                and any(place not in named[o.voice.report] for o in others)
                for other, others in by_place.items()
            )
        ]
        against += [kept] if kept else []
    return against


def _told(by_place: dict[str, list[Telling]]) -> dict[str, frozenset[str]]:
    """The places that each report tells of one person."""
    reports = sorted({t.voice.report for mine in by_place.values() for t in mine})
    return {r: frozenset(p for p, mine in by_place.items() if any(t.voice.report == r for t in mine)) for r in reports}


def _named(places: MergedPlaces, reading: Reading) -> frozenset[str]:
    """The places that a report names, wherever."""
    found = (places.of.get((reading.report, k)) for k in range(len(reading.mentions)))
    return frozenset(p for p in found if p)


def _scenes(scene: Scene, matters: Matters, places: MergedPlaces, reading: Reading) -> Iterator[Telling]:
    """The towns in which a report tells violence that is news."""
    text = scene.low[reading.report]
    for n, event in enumerate(reading.events):
        incident = scene.incidents.of.get((reading.report, n))
        if incident is None or event.background or event.type not in VIOLENT or event.status != "happened":
            continue
        for k in event.places:
            span = reading.mentions[k].span
            place = places.of.get((reading.report, k))
            if place is None or sentence_of(reading, span.start) != event.sentence:
                continue
            if pattern("wheres", "scene").search(text[max(0, span.start - 40) : span.start]):
                yield Telling(matters.of(incident), place, scene.voice(reading, event.sentence, span.start, span.end))


def _homes(scene: Scene, places: MergedPlaces, reading: Reading) -> Iterator[Telling]:
    """The places that a report gives as those of people: "Dana Orvel, 31, a nurse from Nairobi"."""
    text = scene.low[reading.report]
    people = [(k, m) for k, m in enumerate(reading.mentions) if m.type == "person" and m.named]
    for k, mention in enumerate(reading.mentions):
        place = places.of.get((reading.report, k))
        before = _before(people, mention) if place is not None else None
        if place is None or before is None:
            continue
        index, person = before
        actor = scene.actors.of.get((reading.report, index))
        n = sentence_of(reading, mention.span.start)
        if actor is None or n is None or sentence_of(reading, person.span.start) != n or person.title:
            continue
        if pattern("wheres", "home").match(text[person.span.end : mention.span.start]):
            yield Telling(actor, place, scene.voice(reading, n, person.span.start, mention.span.end))


def _before(people: list[tuple[int, Mention]], place: Mention) -> tuple[int, Mention] | None:
    """The last person before a place."""
    earlier = [p for p in people if p[1].span.end <= place.span.start]
    return max(earlier, key=lambda p: p[1].span.end, default=None)


def _far(a: Place, b: Place) -> bool:
    """Whether two places surely lie apart: towns with coordinates, or countries."""
    if a.name == b.name:
        return False
    if a.precision == b.precision == "country":
        return True
    return a.precision == b.precision == "town" and kilometres(a, b) > FAR
