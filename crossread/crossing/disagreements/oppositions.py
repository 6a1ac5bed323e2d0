"""Opposed words for the same thing: "invitation" and "occupation", "success" and "failure".

A hit is a phrase of one side of a pair in a sentence. Two hits of opposite sides disagree if different speakers or
reports use them and they speak of the same matter: their sentences share rare words or an actor beside what the whole
story shares.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import chain

from crossread.crossing.disagreements.openness import left_open
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.phrases import Match, Pair
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement
from crossread.embeddings import cosine
from crossread.records import Disagreement, Reading, Record

VIOLENT = frozenset(["ASSAULT", "COERCE", "CRIME", "ACCIDENT", "PROTEST", "MOBILIZE"])
"""Types of deeds by which two sentences speak of one matter; words, votes and visits do not make one."""


class Hit(Record, frozen=True):
    """A phrase of one side of a pair, with the words that tell what it is said of."""

    side: int  # 0 first, 1 second
    voice: Voice
    words: frozenset[str]
    embedding: bytes
    incidents: frozenset[str]  # whose deeds the sentence tells


SHARED = 0.2
"""Share of the rarer words' weight that two sentences must have in common to speak of one matter (a weighted
overlap)."""
ALIKE = 0.3
"""Cosine of two sentences' embeddings from which on they may speak of one matter."""
TOPICAL = 0.4
"""The same where the phrases name their matter themselves and no word is shared."""
SHORT = 7
"""Content words below which a sentence ("But she is right.") speaks of the matter of the sentence before it."""


def characterisations(scene: Scene, pairs: Iterable[Pair], weights: dict[str, float]) -> list[Disagreement]:
    """Disagreements that opposed words make, at most one for each pair of the knowledge file and matter."""
    made = []
    for number, pair in enumerate(pairs):
        by_story: dict[str, list[Hit]] = {}
        for hit in _hits(scene, number):
            by_story.setdefault(scene.component[hit.voice.report], []).append(hit)
        for hits in by_story.values():
            first, second = ([h for h in hits if h.side == side][:MOST] for side in (0, 1))
            linked = [
                (a, b)
                for a in first
                for b in second
                if _opposed(a.voice, b.voice) and _same_matter(a, b, weights, pair)
            ]
            if linked:
                sides = [
                    _voices(_with_echoes([a for a, _ in linked], first)),
                    _voices(_with_echoes([b for _, b in linked], second)),
                ]
                why = f"opposed words for one matter ({pair.name})"
                made.append(disagreement(pair.kind, f"{pair.about}: {pair.name}", sides, why))
    return made


MOST = 200
"""Phrases of one side in one story that are compared; more add evidence, not disagreements."""


ECHO = 0.4
"""Cosine of two sentences from which on a phrase of the same side, in a report not yet told of, says the same: between
.3 and .4 nothing changes on sixteen read stories, at .5 one disagreement loses its second report."""


def _with_echoes(linked: list[Hit], side: list[Hit]) -> list[Hit]:
    """The hits that stand against others, and those of the same side that say the same in other reports."""
    told = {h.voice.report for h in linked}
    return linked + [
        h for h in side if h.voice.report not in told and any(cosine(h.embedding, x.embedding) >= ECHO for x in linked)
    ]


def _voices(hits: Iterable[Hit]) -> list[Voice]:
    return list(dict.fromkeys(h.voice for h in hits))


def _hits(scene: Scene, number: int) -> list[Hit]:
    """All phrases of a pair in all reports. A negation right before turns a hit to the other side."""
    found = []
    for side in (0, 1):
        for reading, n in scene.with_phrases(f"{number}/{side}"):
            against = scene.phrases(reading, n, f"{number}/{1 - side}")
            for match in scene.phrases(reading, n, f"{number}/{side}"):
                if any(_holds(m, match) or _beside(m, match) for m in against):
                    continue
                start = max(reading.sentences[n].start, match.start - 40)
                before = scene.low[reading.report][start : match.start]
                if scene.known.pairs[number].counted and not _counts(scene, reading, n):
                    continue
                if left_open("pairs").search(before):
                    continue
                turned = taken_back(scene, before)
                if turned and not scene.known.pairs[number].turns:
                    continue
                voice = scene.voice(reading, n, match.start, match.end)
                if scene.known.pairs[number].several and pattern("persons", "age").search(scene.said(voice.clause)):
                    continue
                incidents = _incidents(scene, reading, n) or (_incidents(scene, reading, n - 1) if n else frozenset())
                words = scene_words(scene, reading, n)
                found.append(Hit(1 - side if turned else side, voice, words, reading.sentences[n].embedding, incidents))
    return found


def _counts(scene: Scene, reading: Reading, n: int) -> bool:
    """Whether a sentence, or one beside it, speaks of a number."""
    near = reading.sentences[max(0, n - 1) : n + 2]
    return any(t.lemma.lower() in scene.known.numbers for sentence in near for t in sentence.tokens)


def _holds(longer: Match, match: Match) -> bool:
    """Whether a phrase is only part of one of the other side: "life-threatening" of "no life-threatening"."""
    return (
        longer.start <= match.start and match.end <= longer.end and longer.end - longer.start > match.end - match.start
    )


def _beside(one: Match, other: Match) -> bool:
    """Whether two phrases of opposite sides are named in one breath: "intentional or accidental"."""
    return 0 <= max(one.start - other.end, other.start - one.end) < BREATH


BREATH = 8
"""Characters between two phrases of one breath."""


def _incidents(scene: Scene, reading: Reading, n: int) -> frozenset[str]:
    return frozenset(incident for _, event, incident in scene.deeds(reading, n) if event.type in VIOLENT)


def taken_back(scene: Scene, before: str) -> bool:
    """Whether the words right before a phrase turn it to its opposite: "not", "don't believe it was"."""
    negated = negation(scene.known.negations).search(before) is not None
    return negated or pattern("states", "disbelieved").search(before) is not None


@cache
def negation(words: tuple[str, ...]) -> re.Pattern[str]:
    """A negation with at most two words behind it, at the end of a text."""
    return re.compile(rf"(?:{'|'.join(re.escape(w) for w in words)})(?:\W+\w+){{0,2}}\W*$")


def scene_words(scene: Scene, reading: Reading, n: int) -> frozenset[str]:
    """The words and actors that tell of what a sentence speaks; with those of the sentence before it, if it is
    short."""
    own = _own_words(scene, reading, n)
    return own | _own_words(scene, reading, n - 1) if len(own) < SHORT and n else own


def _own_words(scene: Scene, reading: Reading, n: int) -> frozenset[str]:
    sentence = reading.sentences[n]
    words = {
        t.lemma.lower()
        for t in sentence.tokens
        if t.pos in ("NOUN", "PROPN", "ADJ") and len(t.lemma) > 2 and t.lemma.isalpha()
    }
    return frozenset(words | scene.actors_in(reading, n))


def scene_weights(scene: Scene) -> dict[str, float]:
    """How rare each word is among the sentences of all reports."""
    told = [_own_words(scene, r, n) for r in scene.readings.values() for n in range(len(r.sentences))]
    seen = Counter(chain.from_iterable(told))
    return {word: math.log(1 + len(told) / count) for word, count in seen.items()}


def _opposed(a: Voice, b: Voice) -> bool:
    """Whether two voices can disagree: different reports or different speakers, and not one clause."""
    return a.clause != b.clause and (a.report != b.report or a.speaker != b.speaker)


def _same_matter(a: Hit, b: Hit, weights: dict[str, float], pair: Pair) -> bool:
    """Whether two hits speak of one thing: the deed of one incident, or enough rare words and actors in common."""
    shared, deeds = a.words & b.words, a.incidents & b.incidents
    if not (shared or deeds or pair.topical) or (pair.deed and not deeds):
        return False
    embedded = bool(a.embedding and b.embedding)
    likeness = cosine(a.embedding, b.embedding) if embedded else 1.0
    if deeds:
        return likeness >= ALIKE
    if pair.topical:
        return likeness >= TOPICAL or bool(shared)
    common = sum(weights.get(w, 1.0) for w in shared)
    smaller = min(sum(weights.get(w, 1.0) for w in side.words) for side in (a, b)) or 1.0
    return common / smaller >= SHARED and likeness >= ALIKE
