"""Which mentions of violence belong to one matter, where incidents are told apart that the reports argue about as one.

Each report has a main happening: the violence that it mentions most. Mains of several reports are one matter if they
are one incident, or if their days do not contradict each other and the sentences that tell them share names. Other
violence keeps its incident, unless its sentence names what the main happening's sentences name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import timedelta

from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.distances import days_apart
from crossread.crossing.shared_names import proper_names, words_of_places
from crossread.records import EventMention, Incident, MergedPlaces, Reading

VIOLENT = frozenset(["ASSAULT", "FIGHT", "CRIME", "ACCIDENT", "DISASTER"])
DOING = frozenset(["ASSAULT", "FIGHT", "CRIME", "ACCIDENT"])
"""Those of them that somebody does or may have done."""
WITHIN = timedelta(days=14)
"""Days between two publications within which they argue about one happening without saying of which day."""
AKIN = 0.15
"""Likeness of two reports (`themes`) from which on they may argue about one happening. Of 1,159 reports of shootings 16
at most are then held to be of one matter; of any two reports that share a word like "county" 782 were."""
TOLD = 4
"""Sentences that tell a main happening, of which the names are taken: later ones wander."""


class Matters:
    """The matter of each report's main happening and of each incident; a matter is named by an incident's id."""

    def __init__(self, scene: Scene, places: MergedPlaces, near: Mapping[tuple[str, str], float]) -> None:
        self.scene = scene
        self.wide = words_of_places(places)
        self.towns = frozenset(p.id for p in places.places if p.precision in ("town", "site"))
        self.main: dict[str, str] = {}
        self.names: dict[str, frozenset[str]] = {}
        self._joined: dict[str, str] = {}
        for report, reading in scene.readings.items():
            if (main := self._main(reading)) is not None:
                self.main[report] = main
                self.names[report] = self._told_names(reading, main)
        self._join(near)

    def _main(self, reading: Reading) -> str | None:
        """The violent incident that a report mentions most, the one told first among equals; one of several reports
        before one that no other report tells, if it stands at the top."""
        found: Counter[str] = Counter()
        top: set[str] = set()
        for n, event in enumerate(reading.events):
            incident = self.scene.incidents.of.get((reading.report, n))
            if incident is not None and event.type in VIOLENT and not event.background and _real(event):
                found[incident] += 3 if event.sentence <= 1 else 1
                if event.sentence <= TOLD and len(self.scene.by_id[incident].reports) > 1:
                    top.add(incident)
        return max((i for i in found if i in top or not top), key=lambda i: found[i], default=None)

    def _told_names(self, reading: Reading, incident: str) -> frozenset[str]:
        told = [
            e.sentence
            for n, e in enumerate(reading.events)
            if self.scene.incidents.of.get((reading.report, n)) == incident
        ]
        return frozenset(name for n in dict.fromkeys(told[:TOLD]) for name in names(reading, n))

    def _join(self, near: Mapping[tuple[str, str], float]) -> None:
        members: dict[str, list[str]] = {}
        for b, a in self._pairs(near):
            one, other = self.of(self.main[a]), self.of(self.main[b])
            if one != other and self._one(a, b):
                gone = [*members.pop(other, ()), other]
                self._joined.update((incident, one) for incident in gone)
                members.setdefault(one, []).extend(gone)

    def _pairs(self, near: Mapping[tuple[str, str], float]) -> list[tuple[str, str]]:
        """Reports whose mains may be one matter, the later first: those that are alike, and those of which one takes
        for granted what the other tells."""
        found = {(b, a) for (a, b), alike in near.items() if alike >= AKIN and a in self.main and b in self.main}
        first: dict[str, str] = {}
        for report in sorted(self.main):
            first.setdefault(self.main[report], report)
        for incident, report in first.items():
            one = self.scene.by_id[incident]
            for other in sorted({first[self.main[r]] for r in one.reports if r in self.main} - {report}):
                if self._vague(one, self.scene.by_id[self.main[other]]):
                    found.add((max(report, other), min(report, other)))
        return sorted(found)

    def _one(self, a: str, b: str) -> bool:
        one, other = self.scene.by_id[self.main[a]], self.scene.by_id[self.main[b]]
        if self._vague(one, other) or self._vague(other, one):
            return True
        gap = days_apart(one.told, other.told)
        if gap <= WITHIN and self._persons(one) & self._persons(other) and self._towns(one, other):
            return True
        told_apart = set(one.reports) & set(other.reports)
        if told_apart and (one.told[0] is None or one.told[0] != other.told[0]):
            return False
        days = [self.scene.reports[r].published for r in (a, b)]
        if gap > timedelta(days=1):
            return False
        if days[0] and days[1] and abs(days[0].start - days[1].start) > WITHIN:
            return False
        shared = self.names[a] & self.names[b]
        return bool(shared - self.wide) or len(shared) > 1

    def _persons(self, incident: Incident) -> frozenset[str]:
        """The persons that have a part in an incident: hardly two of them share one in the same town."""
        return frozenset(p.actor for p in incident.participants if p.actor in self.scene.persons)

    def _towns(self, one: Incident, other: Incident) -> bool:
        return bool(set(one.places) & set(other.places) & self.towns)

    def _vague(self, one: Incident, other: Incident) -> bool:
        """Whether an incident without a day is what the other reports that tell it have `other` for: they argue about
        its doer, its weapon or the place that it came from, and take it for granted."""
        elsewhere = [r for r in one.reports if self.main.get(r) != one.id]
        return one.told[0] is None and bool(elsewhere) and all(self.main.get(r) == other.id for r in elsewhere)

    def of(self, incident: str) -> str:
        """The matter of an incident."""
        return self._joined.get(incident, incident)

    def at(self, reading: Reading, n: int) -> str | None:
        """The matter that a sentence speaks of: that of its violence, else the report's main happening."""
        main = self.main.get(reading.report)
        own = [i for _, e, i in self.scene.deeds(reading, n) if e.type in VIOLENT]
        if main is None:
            return self.of(own[0]) if own else None
        matters = [self.of(i) for i in own]
        if not own or self.of(main) in matters:
            return self.of(main)
        here = frozenset(names(reading, n)) - self.wide
        if here & self.names[reading.report] or not self._settled(own[0]):
            return self.of(main)
        return matters[0]

    def _settled(self, incident: str) -> bool:
        """Whether an incident surely is one of its own: only one with a day is."""
        return self.scene.by_id[incident].told[0] is not None


def deed(title: str) -> str:
    """An incident's title without the doer, who is what the sides differ on."""
    return re.sub(r" by .+?(?= in [A-Z]| \(|$)", "", title)


def names(reading: Reading, n: int) -> list[str]:
    """The proper names of a sentence, in small letters, without a dateline's capitals and without people and
    governments, who speak of many matters."""
    sentence = reading.sentences[n]
    people = [
        m.span
        for m in reading.mentions
        if m.type in ("person", "government", "media") and sentence.start <= m.span.start < sentence.end
    ]
    return proper_names(sentence, people)


def _real(event: EventMention) -> bool:
    return event.status in ("happened", "alleged", "denied")
