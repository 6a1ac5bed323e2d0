"""What a clause is about: its words without endings, how rare they are, how many two clauses share."""

from __future__ import annotations

import math
import re
from collections import Counter

from crossread.crossing.disagreements.scene import Scene
from crossread.records import Reading


def words_of(reading: Reading, n: int, start: int, end: int) -> frozenset[str]:
    """The stems of the words that tell what some characters of a sentence are about."""
    return frozenset(
        _ENDING.sub("", t.lemma.lower())
        for t in reading.sentences[n].tokens
        if start <= t.start < end and t.pos in ("NOUN", "PROPN", "ADJ", "VERB") and len(t.lemma) > 2
    )


def weights_of(scene: Scene) -> dict[str, float]:
    """How rare each word is among the sentences of all reports."""
    seen: Counter[str] = Counter()
    total = 0
    for reading in scene.readings.values():
        for n, sentence in enumerate(reading.sentences):
            total += 1
            seen.update(words_of(reading, n, sentence.start, sentence.end))
    return {word: math.log(1 + total / count) for word, count in seen.items()}


_ENDING = re.compile(r"(?<=\w{4})(?:ing|ings|ure|ures|ed|e|s)$")
"""Endings without which "closing", "closure" and "close" are one word."""


def overlap_of(a: frozenset[str], b: frozenset[str], weights: dict[str, float]) -> float:
    """The weight of the words that two clauses share, as a part of that of the one that weighs less."""
    smaller = min(sum(weights.get(w, 1.0) for w in sorted(words)) for words in (a, b)) or 1.0
    return sum(weights.get(w, 1.0) for w in sorted(a & b)) / smaller
