"""What a label is for where its own report only says "the massacre" or "a local gunman": the reports together tell."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property, lru_cache

import msgspec

from crossread import knowledge
from crossread.crossing.wording.namings import plain_deeds
from crossread.records import Incident, MergedActors, MergedIncidents, Reading, Report, Span, WordingMention
from crossread.spans import overlap

LANGUAGE = "en"
TITLE = 3
"""Times that a word of a title counts: a title names what the report is about."""
VIOLENT = frozenset(("ASSAULT", "COERCE", "PROTEST"))
"""PLOVER types of the deeds whose doers are described before they are named."""


class Plain(msgspec.Struct, frozen=True):
    """What of `labels.yml` is needed here: plain nouns for what happens and for illnesses, words that name nothing."""

    happenings: frozenset[str]
    illnesses: frozenset[str]
    sick: frozenset[str]
    generic: frozenset[str]
    pointing_words: frozenset[str]


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
        self._told: dict[str, set[str]] = {}
        self._tellers: dict[str, set[str]] = {}
        for (report, _), incident in incidents.of.items():
            self._told.setdefault(report, set()).add(incident)
            self._tellers.setdefault(incident, set()).add(report)
        self._used: dict[str, Counter[str]] = {}

    def happening(self, reading: Reading, mention: WordingMention) -> str | None:
        """The plain noun for what happened: the one used most; its own report counts as much as all others together."""
        words = plain().illnesses if _is_illness(mention.label) else plain().happenings
        words = words.intersection(plain_deeds(mention.label)) or words
        same = self._same_type(reading, mention)
        if same:
            return _most(same, words)
        own, others = self._words(reading.report), len(self._texts) - 1
        counted = Counter({word: times + others * own[word] for word, times in self._together.items()})
        return _most(counted, words)

    def _same_type(self, reading: Reading, mention: WordingMention) -> Counter[str]:
        """Plain nouns by which the reports tell deeds of the type of a label's own, less the label's own."""
        if mention.deed is None:
            return Counter()
        words = [_noun(word) for word in _WORD.findall(mention.label)]
        own = words if len(words) == 1 or words[-1] not in _nouns() else words[:-1]
        type_ = reading.events[mention.deed].type
        counted = self._deeds.get(type_, Counter()) + _deeds(reading).get(type_, Counter())  # its own count twice
        return Counter({word: times for word, times in counted.items() if word not in own})

    @cached_property
    def _deeds(self) -> dict[str, Counter[str]]:
        """For each type of deeds the plain nouns by which all reports tell them."""
        total: dict[str, Counter[str]] = {}
        for reading in self._readings:
            for type_, counted in _deeds(reading).items():
                total.setdefault(type_, Counter()).update(counted)
        return total

    @cached_property
    def _together(self) -> Counter[str]:
        """Each plain noun with the times that it stands in all reports."""
        total: Counter[str] = Counter()
        for report in self._texts:
            total.update(self._words(report))
        return total

    def _words(self, report: str) -> Counter[str]:
        if report not in self._used:
            counted: Counter[str] = Counter()
            for text, worth in ((self._texts[report], 1), (self._titles.get(report, ""), TITLE)):
                for word, often in Counter(_WORD.findall(text)).items():
                    if (noun := _noun(word)) in _nouns():
                        counted[noun] += worth * often
            self._used[report] = counted
        return self._used[report]

    def doer(self, reading: Reading, span: Span) -> str | None:
        """The named person who did the deed of which the described one is the doer."""
        near = [
            i for i, e in enumerate(reading.events) if any(p.role == "actor" and overlap(p.span, span) for p in e.parts)
        ]
        around = self._named(self._violent_around(reading.report))
        for index in near:
            incident = self._incidents.get(self._of.get((reading.report, index), ""))
            if incident is None or incident.type not in VIOLENT:
                continue
            named = self._named(Counter({incident.id: 1}))
            if named:  # of several, whom the violent deeds around name most
                return min(named, key=lambda a: (-named[a], -around[a], a))
        return min(around, key=lambda a: (-around[a], a), default=None)

    def _violent_around(self, report: str) -> Counter[str]:
        """The violent incidents, with how often they are told, of the report and of those that tell one with it."""
        beside = {other for incident in self._told.get(report, ()) for other in self._tellers[incident]}
        told = {incident for other in beside for incident in self._told[other]}
        return Counter(
            {i: len(self._incidents[i].evidence) for i in sorted(told) if self._incidents[i].type in VIOLENT}
        )

    def _named(self, incidents: Counter[str]) -> Counter[str]:
        """The persons named as doers of these incidents, each counted as often as its incident is told."""
        counted: Counter[str] = Counter()
        for name, times in incidents.items():
            for actor in _doers(self._incidents[name]):
                if actor in self._people:
                    counted[actor] += times
        return counted


def _deeds(reading: Reading) -> dict[str, Counter[str]]:
    """For each type of deeds the plain nouns by which a report tells them."""
    found: dict[str, Counter[str]] = {}
    for event in reading.events:
        word = _noun(event.trigger.text.split()[-1])
        if word in _nouns():
            found.setdefault(event.type, Counter())[word] += 1
    return found


def _doers(incident: Incident) -> list[str]:
    return [p.actor for p in incident.participants if p.role == "actor" and p.actor is not None]


def _is_illness(label: str) -> bool:
    return any(word in plain().sick or _noun(word) in plain().illnesses for word in label.lower().split())


_WORD = re.compile(r"[A-Za-z]+")


def _noun(word: str) -> str:
    """A noun folded to its singular, as far as the plain list needs it."""
    low = word.lower()
    return low if low in _nouns() else low.removesuffix("s")


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    return plain().happenings | plain().illnesses


def _most(counted: Counter[str], words: frozenset[str]) -> str | None:
    """The word of a list that was counted most often; of equals the first by spelling."""
    return min((w for w in counted if w in words), key=lambda w: (-counted[w], w), default=None)


def tells_deed(label: str) -> bool:
    """Whether the last word of a label is a plain noun for what happens ("terrorist attack")."""
    words = label.split()
    return bool(words) and _noun(words[-1]) in plain().happenings
