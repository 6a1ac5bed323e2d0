"""How many came to harm: tolls of one past disaster, and harm that one side tells and the other does not know of.

Past tolls ("killed about 2,000 people in 1911") hang on no incident of the news: the year or century that the sentence
tells and the words around it say that two reports mean the same. "No casualties" clashes with the harm that somebody
else tells close by, or on the same day of the same incident.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.matters import Matters
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, quoted, sentence_of
from crossread.crossing.disagreements.topics import words_of
from crossread.embeddings import cosine
from crossread.records import Disagreement, Quantity, Reading, Record, Resolved

APART = 1.5
"""Factor between two tolls of history from which on they disagree: below it they are rounded differently."""
LARGE = 10
"""Dead below which a past toll is a detail."""
HARM = ("killed", "injured", "casualties")
YEARS = 2
"""Years before the report that make a toll history."""
ALIKE = 0.4
"""Cosine of the two sentences' embeddings from which on they may tell of one disaster."""
UNTOLD = 0.5
"""The same where no deed says of what the harm is."""
NEAR = 3
"""Sentences between "no casualties" and the harm that another tells, in one report."""


class Known(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/tolls.yml; the file says what each part means."""

    dying: frozenset[str]
    casualties: frozenset[str]
    anybody: frozenset[str]


class Toll(Record, frozen=True):
    """A number of people who came to harm, as one voice gives it."""

    voice: Voice
    sentence: int
    value: float
    days: tuple[date, date] | None  # of the past, where the sentence or the one before it tells a year or century
    words: frozenset[str]
    embedding: bytes
    outcome: str
    noun: str
    matter: str | None


def tolls(scene: Scene, matters: Matters, resolved: Resolved) -> list[Disagreement]:
    """Past tolls that lie far apart, and harm that is told and denied."""
    found = [t for r in scene.readings.values() for t in _tolls(scene, matters, resolved, r)]
    return [*_past(found), *_harm(scene, found)]


def _tolls(scene: Scene, matters: Matters, resolved: Resolved, reading: Reading) -> Iterator[Toll]:
    for quantity in reading.quantities:
        n = sentence_of(reading, quantity.span.start)
        value = quantity.value if quantity.value is not None else quantity.low or quantity.high
        if n is None or value is None or quantity.outcome not in HARM or quantity.part:
            continue
        sentence = reading.sentences[n]
        words = words_of(reading, n, sentence.start, sentence.end)
        voice = scene.voice(reading, n, quantity.context.start, quantity.context.end)
        days = _past_days(scene, resolved, reading, n)
        matter = _matter(scene, matters, reading, quantity)
        noun = quantity.noun.lower()
        yield Toll(voice, n, value, days, words, sentence.embedding, quantity.outcome, noun, matter)


def _matter(scene: Scene, matters: Matters, reading: Reading, quantity: Quantity) -> str | None:
    incident = scene.incidents.of.get((reading.report, quantity.deed)) if quantity.deed is not None else None
    return matters.of(incident) if incident is not None else None


def _past_days(scene: Scene, resolved: Resolved, reading: Reading, n: int) -> tuple[date, date] | None:
    """The year or century of the past that a sentence, or the one before it, tells."""
    published = scene.reports[reading.report].published
    for m in (n, n - 1):
        for k, time in enumerate(reading.times):
            days = resolved.days.get((reading.report, k))
            if time.value.kind != "absolute" or days is None or days.start is None or days.end is None:
                continue
            past = published is None or days.end.year <= published.start.year - YEARS
            if past and sentence_of(reading, time.span.start) == m:
                return days.start, days.end
    return None


def _past(found: list[Toll]) -> Iterator[Disagreement]:
    """Deaths of one past disaster that reports number differently."""
    by_days: dict[tuple[date, date], list[Toll]] = {}
    for toll in found:
        if toll.days is not None and toll.outcome == "killed" and toll.value >= LARGE:
            by_days.setdefault(toll.days, []).append(toll)
    for tolls_then in by_days.values():
        clashing = [t for t in tolls_then if any(_clash(t, other) for other in tolls_then)]
        sides: dict[float, list[Voice]] = {}
        for toll in clashing:
            sides.setdefault(toll.value, []).append(toll.voice)
        if len(sides) > 1:
            title = quoted(clashing[0].voice.clause.text)
            why = "reports give tolls of one past disaster that lie far apart"
            yield disagreement("figure", f"how many died then: {title}", list(sides.values()), why)


@cache
def _known() -> Known:
    return knowledge.load("tolls.yml", Known, "en")


def _clash(a: Toll, b: Toll) -> bool:
    apart = max(a.value, b.value) >= APART * min(a.value, b.value)
    return (
        a.voice.report != b.voice.report
        and apart
        and bool((a.words & b.words) - _known().dying)
        and cosine(a.embedding, b.embedding) >= ALIKE
    )


def _harm(scene: Scene, found: list[Toll]) -> Iterator[Disagreement]:
    """ "No casualties", and those that another tells."""
    homes: dict[tuple[str, str], list[int]] = {}
    for number, toll in enumerate(found):
        for key in _homes(scene, toll) if toll.value > 0 and toll.days is None else ():
            homes.setdefault(key, []).append(number)
    for none in found:
        if none.value != 0:
            continue
        near = sorted({number for key in _homes(scene, none) for number in homes.get(key, ())})
        others = [found[number] for number in near if _answers(scene, none, found[number])]
        if others:
            sides = [[none.voice], [t.voice for t in others]]
            why = "one side tells of harm, the other of none"
            yield disagreement("figure", "whether anybody was hurt", sides, why, none.matter)


def _homes(scene: Scene, toll: Toll) -> list[tuple[str, str]]:
    """What two tolls have one of in common where one can answer the other."""
    report = toll.voice.report
    keys = [("report", report), ("story", scene.component[report])]
    return [*keys, ("matter", toll.matter)] if toll.matter is not None else keys


def _answers(scene: Scene, none: Toll, some: Toll) -> bool:
    """Whether a toll is of what somebody says hurt nobody."""
    a, b = none.voice, some.voice
    if a.clause == b.clause or (a.speaker is not None and a.speaker == b.speaker):
        return False
    casualties = _known().casualties
    nobody = casualties | _known().anybody | {""} if none.outcome == some.outcome else casualties
    if none.noun not in nobody or pattern("tolls", "slightly").search(scene.said(a.clause)):
        return False
    if a.report == b.report:
        return a.speaker != b.speaker and abs(none.sentence - some.sentence) <= NEAR
    days = [scene.reports[r].published for r in (a.report, b.report)]
    at_once = days[0] is not None and days[1] is not None and abs((days[0].start - days[1].start).days) <= 1
    if none.matter is not None and some.matter is not None:
        return at_once and none.matter == some.matter
    here = scene.component[a.report] == scene.component[b.report]
    return at_once and here and cosine(none.embedding, some.embedding) >= UNTOLD
