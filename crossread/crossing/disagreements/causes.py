"""Why it happened, and what somebody died of: causes of different kinds that different voices give for one thing.

A cause is a phrase of knowledge/en/causes.yml ("brakes failed", "heart attack") in a sentence that leaves it neither
open nor denied. Two causes are of one thing if their reports tell one story and the sentences are alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.gathering import differing
from crossread.crossing.disagreements.openness import left_open
from crossread.crossing.disagreements.oppositions import negation
from crossread.crossing.disagreements.phrases import Finder, matcher
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, one_mouth, sentence_of
from crossread.crossing.disagreements.topics import Topics
from crossread.embeddings import cosine
from crossread.records import Disagreement, Reading, Record


class Kind(msgspec.Struct, frozen=True):
    """The phrases of one kind of cause."""

    told: tuple[str, ...]
    beside: tuple[str, ...]


class Known(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/causes.yml; the file says what each part means."""

    of_events: dict[str, Kind]
    of_deaths: dict[str, Kind]
    causing: tuple[str, ...]


@cache
def _known() -> Known:
    return knowledge.load("causes.yml", Known, "en")


@cache
def _finder() -> Finder:
    known = _known()
    return Finder(
        (f"{of}/{name}/{how}", phrases)
        for of, kinds in (("events", known.of_events), ("deaths", known.of_deaths))
        for name, kind in kinds.items()
        for how, phrases in (("told", kind.told), ("beside", kind.beside))
    )


class Cause(Record, frozen=True):
    """A cause as one voice gives it."""

    of: str
    kind: str
    voice: Voice
    words: frozenset[str]
    embedding: bytes


ALIKE = 0.4
"""Cosine of two sentences' embeddings from which on they may tell the cause of one thing. In twenty read stories the
phrases alone decide: from .2 to .6 nothing changes; invented stories of crashes and fires need no more than .4."""
BRIEF = 0.3
"""The same where they share no word, but one has only a few ("It was arson.")."""
FEW = 5
ABOUT = {"events": "what caused it", "deaths": "what somebody died of"}
BEFORE = 60
"""Characters before a phrase in which it is left open or denied."""


def causes(scene: Scene, topics: Topics) -> list[Disagreement]:
    """One disagreement for each thing for which causes of different kinds are given."""
    told: dict[tuple[str, str], list[Cause]] = {}
    for reading in scene.readings.values():
        for cause in _causes(scene, topics, reading):
            told.setdefault((cause.of, scene.component[reading.report]), []).append(cause)
    made = []
    for (of, _), mine in told.items():
        for group in differing(mine, _differ):
            sides: dict[str, list[Voice]] = {}
            for cause in group:
                sides.setdefault(cause.kind, []).append(cause.voice)
            about = f"{ABOUT[of]}: {' or '.join(sides)}"
            made.append(
                disagreement("characterisation", about, list(sides.values()), "causes of different kinds are given")
            )
    return made


def _causes(scene: Scene, topics: Topics, reading: Reading) -> Iterator[Cause]:
    text = scene.low[reading.report]
    for match in _finder().find(text, scene.words[reading.report]):
        n = sentence_of(reading, match.start)
        if n is None:
            continue
        of, kind, how = match.name.split("/")
        sentence = reading.sentences[n]
        before = text[max(sentence.start, match.start - BEFORE) : match.start]
        if left_open("causes").search(before) or negation(scene.known.negations).search(before):
            continue
        if how == "beside" and not matcher(_known().causing).search(text, sentence.start, sentence.end):
            continue
        voice = scene.voice(reading, n, match.start, match.end)
        yield Cause(of, kind, voice, topics.words[reading.report, n], sentence.embedding)


def _differ(a: Cause, b: Cause) -> bool:
    """Whether two voices give causes of different kinds for one thing."""
    if a.kind == b.kind or a.voice.clause == b.voice.clause or one_mouth(a.voice, b.voice):
        return False
    like = cosine(a.embedding, b.embedding)
    return like >= ALIKE if a.words & b.words else like >= BRIEF and min(len(a.words), len(b.words)) <= FEW
