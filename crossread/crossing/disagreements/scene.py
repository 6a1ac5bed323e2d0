"""The reports with what a search for contradictions asks of them, by sentence: deeds, actors, speakers, phrases."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache

from crossread.crossing.disagreements.phrases import Match, Oppositions, finder, oppositions, words_in
from crossread.crossing.disagreements.sides import Voice, clause
from crossread.crossing.disagreements.strands import strands
from crossread.function_words import function_words
from crossread.records import EventMention, MergedActors, MergedIncidents, Reading, Report, Span, StatementMention
from crossread.spelling import straight
from crossread.trees import Tree

Told = tuple[int, EventMention, str]
"""A mention of a deed: its index in the report's events, the mention, its incident."""


def lowered(text: str) -> str:
    """Small letters with straight quotes, of the same length, so that offsets hold."""
    plain = straight(text)
    low = plain.lower()
    return low if len(low) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


class Scene:
    """The reports with their mentions of deeds, sentence by sentence."""

    def __init__(
        self,
        dated: tuple[Report, ...],
        readings: tuple[Reading, ...],
        actors: MergedActors,
        incidents: MergedIncidents,
        known: Oppositions,
        near: Mapping[tuple[str, str], float],
    ) -> None:
        self.reports = {r.id: r for r in dated}
        self.readings = {r.report: r for r in readings}
        self.actors, self.incidents, self.known = actors, incidents, known
        self.names = {a.id: a.name for a in actors.actors}
        self.persons = frozenset(a.id for a in actors.actors if a.type == "person")
        self.by_id = {i.id: i for i in incidents.incidents}
        self.forms = {a.id: (a.name, *(f.text for f in a.forms)) for a in actors.actors}
        self.low = {r.id: lowered(r.text) for r in dated}
        self.words = {r: words_in(text) for r, text in self.low.items()}
        self._trees: dict[tuple[str, int], Tree] = {}
        self._names: dict[str, list[tuple[Reading, int]]] = {}
        self._in: dict[tuple[str, int], set[str]] = {}
        self._deeds: dict[tuple[str, int], list[Told]] = {}
        self._vectors: dict[str, bytes] = {}
        self._phrases: dict[tuple[str, int, str], list[Match]] = {}
        self.component = strands(dated, readings, incidents, near)
        for reading in readings:
            self._index(reading)

    def _index(self, reading: Reading) -> None:
        """Actors, deeds and phrases of a report, by sentence."""
        starts = [s.start for s in reading.sentences]
        for n, mention in enumerate(reading.mentions):
            if (actor := self.actors.of.get((reading.report, n))) is not None:
                at = bisect_right(starts, mention.span.start) - 1
                self._in.setdefault((reading.report, at), set()).add(actor)
        for n, event in enumerate(reading.events):
            if (incident := self.incidents.of.get((reading.report, n))) is not None:
                self._deeds.setdefault((reading.report, event.sentence), []).append((n, event, incident))
        for match in finder().find(self.low[reading.report], self.words[reading.report]):
            at = bisect_right(starts, match.start) - 1
            if at >= 0 and match.end <= reading.sentences[at].end:
                found = self._phrases.setdefault((reading.report, at, match.name), [])
                if not found:
                    self._names.setdefault(match.name, []).append((reading, at))
                found.append(match)

    def phrases(self, reading: Reading, n: int, name: str) -> list[Match]:
        """The phrases of one list of the knowledge file in a sentence, in characters of the report."""
        return self._phrases.get((reading.report, n, name), [])

    def with_phrases(self, name: str) -> list[tuple[Reading, int]]:
        """The sentences that have phrases of one list, in the order of the reports."""
        return self._names.get(name, [])

    def tree(self, reading: Reading, n: int) -> Tree:
        """The tree of a sentence, built once."""
        key = (reading.report, n)
        return self._trees.get(key) or self._trees.setdefault(key, Tree(reading.sentences[n]))

    def actors_in(self, reading: Reading, n: int) -> set[str]:
        """The ids of the actors that a sentence mentions."""
        return self._in.get((reading.report, n), set())

    def deeds(self, reading: Reading, n: int) -> list[Told]:
        """The deeds of a sentence: (index of the event, event, incident)."""
        return self._deeds.get((reading.report, n), [])

    def sentences(self) -> Iterator[tuple[Reading, int, list[Told]]]:
        """Every sentence with its deeds."""
        for reading in self.readings.values():
            for n in range(len(reading.sentences)):
                yield reading, n, self.deeds(reading, n)

    def small(self, reading: Reading, n: int) -> str:
        """A sentence in small letters with straight quotes, of the same length."""
        sentence = reading.sentences[n]
        return self.low[reading.report][sentence.start : sentence.end]

    def vector(self, reading: Reading, n: int) -> bytes:
        """A sentence's embedding; one and the same for the same words in all reports, whatever the encoder rounds."""
        return self._vectors.setdefault(self.small(reading, n), reading.sentences[n].embedding)

    def said(self, span: Span) -> str:
        """The characters of a span in small letters with straight quotes."""
        return self.low[span.report][span.start : span.end]

    def speaker(self, reading: Reading, at: int) -> str | None:
        """Who says the character `at`: the speaker of the smallest statement around it, by the actor's name."""
        around = [
            s for s in reading.statements if s.content.start <= at < s.content.end or s.cue.start <= at < s.cue.end
        ]
        if not around:
            return None
        return self.who_says(reading, min(around, key=lambda s: (s.content.end - s.content.start, s.content.start)))

    def who_says(self, reading: Reading, told: StatementMention) -> str | None:
        """The speaker of a statement, by the actor's name."""
        actor = self.actors.of.get((reading.report, told.speaker)) if told.speaker is not None else None
        text = told.speaker_text
        if actor is None or (text.lower() not in pronouns() and not any(_alike(text, f) for f in self.forms[actor])):
            return text or None
        return self.names[actor]

    def voice(self, reading: Reading, n: int, start: int, end: int) -> Voice:
        """The clause around the characters `start` to `end` of the report, in its speaker's mouth."""
        span = clause(self.reports[reading.report], reading.sentences[n], start, end)
        return Voice(reading.report, span, self.speaker(reading, start))

    def doers(self, reading: Reading, event: EventMention) -> tuple[str, ...]:
        """The ids of those who did a deed, as this mention tells."""
        found = [
            self.actors.of.get((reading.report, p.mention))
            for p in event.parts
            if p.role == "actor" and p.mention is not None
        ]
        return tuple(a for a in found if a)


@cache
def pronouns() -> frozenset[str]:
    """Speakers who are nobody in particular by their words: "he", "we", "who", "those"."""
    small = function_words()
    return small.third_persons | small.speakers | small.relatives | small.demonstratives


def _alike(text: str, form: str) -> bool:
    """Whether a speaker's words and an actor's form share a name."""
    words = set(re.findall(r"\w{2,}", text.lower())) - set(oppositions().titles)
    return bool(words & set(re.findall(r"\w{2,}", form.lower())))
