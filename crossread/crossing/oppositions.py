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

from crossread.crossing.denials import VIOLENT, Scene
from crossread.crossing.phrases import Pair, matcher
from crossread.crossing.sides import Voice, disagreement
from crossread.records import Disagreement, Reading, Record
from crossread.spelling import straight


class Hit(Record, frozen=True):
    """A phrase of one side of a pair, with the words that tell what it is said of."""

    side: int  # 0 first, 1 second
    voice: Voice
    words: frozenset[str]
    embedding: tuple[float, ...]
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


def characterisations(scene: Scene, pairs: Iterable[Pair]) -> list[Disagreement]:
    """Disagreements that opposed words make, at most one for each pair of the knowledge file and matter."""
    weights = _weights(scene)
    made = []
    for pair in pairs:
        hits = _hits(scene, pair)
        if {h.side for h in hits} != {0, 1}:
            continue
        linked = [
            (a, b)
            for a in hits
            if a.side == 0
            for b in hits
            if b.side == 1 and _opposed(a.voice, b.voice) and _same_matter(a, b, weights, pair.topical)
        ]
        if not linked:
            continue
        sides = [_voices(a for a, _ in linked), _voices(b for _, b in linked)]
        made.append(
            disagreement(pair.kind, f"{pair.about}: {pair.name}", sides, f"opposed words for one matter ({pair.name})")
        )
    return made


def _voices(hits: Iterable[Hit]) -> list[Voice]:
    return list(dict.fromkeys(h.voice for h in hits))


def _hits(scene: Scene, pair: Pair) -> list[Hit]:
    """All phrases of a pair in all reports. A negation right before turns a hit to the other side."""
    found = []
    negation = re.compile(rf"(?:{'|'.join(re.escape(w) for w in scene.known.negations)})(?:\W+\w+){{0,2}}\W*$")
    told: frozenset[str] = frozenset()
    for reading, n, deeds in scene.sentences():
        before, told = told if n else frozenset(), frozenset(i for _, e, i in deeds if e.type in VIOLENT)
        text = straight(scene.text(reading, n)).lower()
        start = reading.sentences[n].start
        for number, phrases in enumerate((pair.first, pair.second)):
            for match in matcher(phrases).finditer(text):
                side = 1 - number if negation.search(text[: match.start()]) else number
                voice = scene.voice(reading, n, start + match.start(), start + match.end())
                sentence = reading.sentences[n]
                found.append(Hit(side, voice, scene_words(scene, reading, n), sentence.embedding, told or before))
    return found


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


def _weights(scene: Scene) -> dict[str, float]:
    """How rare each word is among the sentences of all reports."""
    seen: Counter[str] = Counter()
    total = 0
    for reading in scene.readings.values():
        for n in range(len(reading.sentences)):
            total += 1
            seen.update(_own_words(scene, reading, n))
    return {word: math.log(1 + total / count) for word, count in seen.items()}


def _opposed(a: Voice, b: Voice) -> bool:
    """Whether two voices can disagree: different reports or different speakers, and not one clause."""
    return a.clause != b.clause and (a.report != b.report or a.speaker != b.speaker)


def _same_matter(a: Hit, b: Hit, weights: dict[str, float], topical: bool) -> bool:
    """Whether two hits speak of one thing: the deed of one incident, or enough rare words and actors in common."""
    likeness = (
        sum(x * y for x, y in zip(a.embedding, b.embedding, strict=False)) if a.embedding and b.embedding else 1.0
    )
    if a.incidents & b.incidents:
        return likeness >= ALIKE
    if topical:
        return likeness >= TOPICAL or bool(a.words & b.words)
    common = sum(weights.get(w, 1.0) for w in a.words & b.words)
    smaller = min(sum(weights.get(w, 1.0) for w in side.words) for side in (a, b)) or 1.0
    return common / smaller >= SHARED and likeness >= ALIKE
