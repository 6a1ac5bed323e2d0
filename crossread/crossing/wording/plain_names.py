"""What a label is for where its own report only says "the massacre" or "a local gunman": the reports together tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.records import Incident, MergedActors, MergedIncidents, Reading, Report, Span, WordingMention

LANGUAGE = "en"
TITLE = 3
"""Times that a word of a title counts: a title names what the report is about."""
VIOLENT = frozenset(("ASSAULT", "COERCE", "PROTEST"))
"""PLOVER types of the deeds whose doers are described before they are named."""


class Plain(msgspec.Struct, frozen=True):
    """What of `labels.yml` is needed here: plain nouns for what happens and for illnesses."""

    happenings: frozenset[str]
    illnesses: frozenset[str]


@lru_cache(maxsize=1)
def plain() -> Plain:
    return knowledge.load("labels.yml", Plain, LANGUAGE)


class Told:
    """The plain names of deeds, and who did them, over all reports."""

    def __init__(
        self,
        reports: tuple[Report, ...],
        readings: tuple[Reading, ...],
        actors: MergedActors,
        incidents: MergedIncidents,
    ) -> None:
        self._titles = {report.id: report.title or "" for report in reports}
        self._texts = {report.id: report.text for report in reports}
        self._readings = readings
        self._people = {actor.id for actor in actors.actors if actor.type == "person"}
        self._incidents = {incident.id: incident for incident in incidents.incidents}
        self._of = incidents.of
        self._used: dict[str, Counter[str]] = {}

    def happening(self, reading: Reading, mention: WordingMention) -> str | None:
        """The plain noun for what happened: the one used most; its own report counts as much as all others together."""
        words = plain().illnesses if _is_illness(mention.label) else plain().happenings
        counted: Counter[str] = Counter()
        for report in self._texts:
            weight = len(self._texts) if report == reading.report else 1
            for word, times in self._words(report).items():
                counted[word] += weight * times
        return _most(counted, words)

    def _words(self, report: str) -> Counter[str]:
        if report not in self._used:
            counted = Counter(_noun(word) for word in _WORD.findall(self._texts[report]))
            for word in _WORD.findall(self._titles.get(report, "")):
                counted[_noun(word)] += TITLE
            self._used[report] = counted
        return self._used[report]

    def doer(self, reading: Reading, mention: WordingMention) -> str | None:
        """The named person who did the deed of which the described one is the doer."""
        near = [
            i
            for i, e in enumerate(reading.events)
            if any(p.role == "actor" and _meets(p.span, mention.span) for p in e.parts)
        ]
        for index in near:
            incident = self._incidents.get(self._of.get((reading.report, index), ""))
            if incident is not None and (found := self._first_named(Counter({incident.id: 1}))) is not None:
                return found
        violent = Counter({i.id: len(i.evidence) for i in self._incidents.values() if i.type in VIOLENT})
        return self._first_named(violent) if near or violent else None

    def _first_named(self, incidents: Counter[str]) -> str | None:
        """The person named most often as doer of these incidents, each counted as often as it is told."""
        counted: Counter[str] = Counter()
        for name, times in incidents.items():
            for actor in _doers(self._incidents[name]):
                if actor in self._people:
                    counted[actor] += times
        return min(counted, key=lambda a: (-counted[a], a), default=None)


def _doers(incident: Incident) -> list[str]:
    return [p.actor for p in incident.participants if p.role == "actor" and p.actor is not None]


def _is_illness(label: str) -> bool:
    return any(word in _SICK or _noun(word) in plain().illnesses for word in label.lower().split())


_SICK = frozenset(("disease", "virus", "bug", "infection", "illness", "contagion", "pathogen", "scourge", "strain"))
_WORD = re.compile(r"[A-Za-z]+")


def _noun(word: str) -> str:
    """A noun folded to its singular, as far as the plain list needs it."""
    low = word.lower()
    known = plain().happenings | plain().illnesses
    return low if low in known else low.removesuffix("s")


def _most(counted: Counter[str], words: frozenset[str]) -> str | None:
    """The word of a list that was counted most often; of equals the first by spelling."""
    return min((w for w in counted if w in words), key=lambda w: (-counted[w], w), default=None)


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
