"""What a report itself marks as told in two ways, or as unproven: "revised that account", "it was unclear whether".

The marked sentence is one side. The other is what the sentence before it tells, where somebody says it there, and what
other reports tell of the same: for each the sentence nearest in meaning and words.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.openness import negating
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, quoted
from crossread.crossing.disagreements.topics import Topics
from crossread.embeddings import cosine
from crossread.records import Disagreement, Reading, Span
from crossread.spans import must_quote, overlap

NEAR = 0.42
"""Cosine of two sentences from which on they may tell one thing: on 25 read stories with .3 one more is wrong and one
is lost, with .5 nothing changes."""
LIKENESS, WORDS = 3.0, 2.0
"""What the cosine of two sentences is multiplied by, and the weight of the rarest word that they share divided by."""
LINKED = 2.5
"""Sum of both from which on a sentence of another report tells the same: on twenty read stories 2.0 to 2.5 find the
other side of three in ten marked sentences; 3.0 loses a third of those."""
SETTLED = 0.6
"""Overlap of the words of what is not clear, and of what another tells, from which on it tells that, where no two
choices are named: of eight such sentences of unread reports one was answered by what others tell of the same things."""
MOST = 2
"""Other reports that are shown: the nearest; a third one was wrong more often than right."""
BEFORE = 12
"""Characters before "at odds" in which it may be negated."""
UNCLEAR, UNPROVEN = "the report says that it is not clear", "the report says that it is not proven"


class Known(msgspec.Struct, frozen=True):
    """What this rule reads of knowledge/en/contrasts.yml."""

    differing: tuple[str, ...]
    unproven: tuple[str, ...]
    unclear: tuple[str, ...]
    untold: tuple[str, ...]
    to_come: tuple[str, ...]


@cache
def _known() -> Known:
    return knowledge.load("contrasts.yml", Known, "en")


def marks(scene: Scene, topics: Topics, found: list[Disagreement]) -> list[Disagreement]:
    """One disagreement for each sentence that marks one, unless it is told already."""
    made = []
    told: dict[str, list[Span]] = {}
    for span in (e for d in found for s in d.sides for e in s.evidence):
        told.setdefault(span.report, []).append(span)
    for reading in scene.readings.values():
        for n in range(len(reading.sentences)):
            why = _mark(scene, reading, n)
            if why is None:
                continue
            mine = _whole(scene, reading, n)
            if any(overlap(mine.clause, e) for e in told.get(reading.report, ())):
                continue
            others = [] if why == UNCLEAR else _before(scene, reading, n)
            if why != UNPROVEN:
                others += _elsewhere(scene, topics, reading, n, settled=why == UNCLEAR)
            if others:
                about = f"what is not settled: {quoted(mine.clause.text)}"
                made.append(disagreement("happened", about, [others, [mine]], why))
    return made


def _mark(scene: Scene, reading: Reading, n: int) -> str | None:
    text = scene.small(reading, n)
    if not _marking().search(text):
        return None
    if (differing := matcher(_known().differing).search(text)) is not None:
        agreed = negating().search(text[max(0, differing.start() - BEFORE) : differing.start()])
        return None if agreed else "the report says that accounts differ"
    if matcher(_known().unproven).search(text):
        return UNPROVEN
    open_ = matcher(_known().unclear).search(text) and not matcher(_known().to_come).search(text)
    return UNCLEAR if open_ else None


@cache
def _marking() -> re.Pattern[str]:
    """Whatever marks a sentence: few have any."""
    return matcher((*_known().differing, *_known().unproven, *_known().unclear))


def _whole(scene: Scene, reading: Reading, n: int) -> Voice:
    sentence = reading.sentences[n]
    span = must_quote(scene.reports[reading.report], sentence.start, sentence.end)
    return Voice(reading.report, span, scene.speaker(reading, sentence.start))


def _before(scene: Scene, reading: Reading, n: int) -> list[Voice]:
    """The sentence before, if somebody says something there."""
    if n == 0:
        return []
    last = reading.sentences[n - 1]
    said = any(last.start <= s.cue.start < last.end for s in reading.statements)
    return [_whole(scene, reading, n - 1)] if said else []


def _elsewhere(scene: Scene, topics: Topics, reading: Reading, n: int, *, settled: bool) -> list[Voice]:
    """What other reports tell of the same: the nearest sentence of each, the nearest first; `settled`: they must not
    leave it open themselves."""
    mine, words = reading.sentences[n].embedding, topics.words[reading.report, n]
    choice = pattern("marks", "choice").search(scene.small(reading, n)) is not None
    best: dict[str, tuple[float, int]] = {}
    for report, k in topics.sharing(words, 1):
        if report == reading.report or scene.component[report] != scene.component[reading.report]:
            continue
        text = scene.small(scene.readings[report], k)
        if matcher(_known().untold).search(text) or (settled and pattern("marks", "open").search(text)):
            continue
        if settled and not choice and topics.overlap(words, topics.words[report, k]) < SETTLED:
            continue
        like = cosine(mine, scene.readings[report].sentences[k].embedding)
        rarest = max(topics.weight([w]) for w in words & topics.words[report, k])
        score = LIKENESS * like + rarest / WORDS
        if like >= NEAR and score >= LINKED and score > best.get(report, (0.0, 0))[0]:
            best[report] = (score, k)
    ordered = sorted(best.items(), key=lambda b: (-b[1][0], b[0]))
    return [_whole(scene, scene.readings[report], k) for report, (_, k) in ordered[:MOST]]
