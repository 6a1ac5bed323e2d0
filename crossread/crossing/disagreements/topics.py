"""What a sentence is about: its words without endings, how rare they are, and which sentences share them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import lru_cache

from crossread.crossing.disagreements.scene import Scene
from crossread.records import Reading, Token

Place = tuple[str, int]
"""A sentence: its report and its index there."""

CROWD = 60
"""Sentences with a word above which the word finds none of them: in many reports it says too little, and in few there
are not so many."""
_ENDING = re.compile(r"(?<=\w{4})(?:ing|ings|ion|ions|ure|ures|ed|e|s)$")
"""Endings without which "closing", "closure" and "close" are one word."""


class Topics:
    """The words of all sentences, walked once."""

    def __init__(self, scene: Scene) -> None:
        self.words: dict[Place, frozenset[str]] = {}
        self._homes: dict[str, list[Place]] = {}
        for reading in scene.readings.values():
            for n, sentence in enumerate(reading.sentences):
                words = self.words[reading.report, n] = _stems(sentence.tokens)
                for word in words:
                    self._homes.setdefault(word, []).append((reading.report, n))
        self._weights = {word: math.log(1 + len(self.words) / len(homes)) for word, homes in self._homes.items()}

    def weight(self, words: Iterable[str]) -> float:
        return sum(self._weights.get(word, 1.0) for word in sorted(words))

    def overlap(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight of the words that two clauses share, as a part of that of the one that weighs less."""
        return self.weight(a & b) / (min(self.weight(a), self.weight(b)) or 1.0)

    def sharing(self, words: frozenset[str], least: int) -> list[Place]:
        """The sentences that have at least `least` of some words, one of them in no more than `CROWD` sentences."""
        places = {p for word in sorted(words) if len(homes := self._homes.get(word, ())) <= CROWD for p in homes}
        return sorted(p for p in places if len(self.words[p] & words) >= least)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, in small letters."""
    return _ENDING.sub("", word.lower())


def words_of(reading: Reading, n: int, start: int, end: int) -> frozenset[str]:
    """The words that tell what some characters of a sentence are about, without endings."""
    return _stems(t for t in reading.sentences[n].tokens if start <= t.start < end)


def _stems(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset({stem(t.lemma) for t in tokens if t.pos in TELLING and len(t.lemma) > 2})


TELLING = frozenset(("NOUN", "PROPN", "ADJ", "VERB"))
"""Parts of speech that tell what a sentence is about."""
