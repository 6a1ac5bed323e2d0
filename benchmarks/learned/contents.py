"""How alike reports are in what they tell, each with each: names, words, numbers, meaning. Pure.

Every sign is a matrix with a row and a column for each report. `oneness` weighs them: are two reports of one story?
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from benchmarks.learned.pairwise import Matrix, cosine, overlap
from crossread.crossing.incidents.rows import MANY, TELLING_POS
from crossread.crossing.themes import Themes, theme_of
from crossread.embeddings import table
from crossread.records import Reading, Sentence, Token

LEAD = 6
"""Sentences of a report that tell what it is about."""


def about(tokens: Iterable[Token], pos: Collection[str] = TELLING_POS) -> frozenset[str]:
    """The base forms, folded, of the words that tell what a sentence is about."""
    return frozenset(_listed(tokens, pos))


def rarity(readings: Sequence[Reading]) -> dict[str, float]:
    """The weight of each word: the fewer of the reports hold it, the more it tells."""
    often = Counter(word for reading in readings for word in {w for s in reading.sentences for w in about(s.tokens)})
    scale = MANY / max(len(readings), MANY)
    return {word: math.log1p(MANY / (count * scale)) for word, count in often.items()}


def report_signs(readings: Sequence[Reading], rare: Mapping[str, float]) -> dict[str, Matrix]:
    """Every sign by its name."""
    numbers = [about(_tokens(r.sentences), ("NUM",)) for r in readings]
    lead_names = [about(_tokens(r.sentences[:LEAD]), ("PROPN",)) for r in readings]
    return {
        "names": _names(readings),
        "proper nouns": cosine([_bag(r.sentences, ("PROPN",)) for r in readings], rare),
        "proper nouns of the lead": overlap(lead_names, rare),
        "words": cosine([_bag(r.sentences) for r in readings], rare),
        "words of the lead": cosine([_bag(r.sentences[:LEAD]) for r in readings], rare),
        "numbers": overlap(numbers, rare),
        "meaning": _meaning(readings),
    }


def _names(readings: Sequence[Reading]) -> Matrix:
    """How alike the themes of the reports are, names weighed among just these."""
    made = Themes([r.report for r in readings], list(map(theme_of, readings)), many=len(readings))
    every = range(len(readings))
    return np.array([[made.alike(one, other) for other in every] for one in every])


def _tokens(sentences: Sequence[Sentence]) -> Iterable[Token]:
    return (token for sentence in sentences for token in sentence.tokens)


def _listed(tokens: Iterable[Token], pos: Collection[str]) -> list[str]:
    return [t.lemma.lower() for t in tokens if t.pos in pos and t.text[:1].isalnum()]


def _bag(sentences: Sequence[Sentence], pos: Collection[str] = TELLING_POS) -> Counter[str]:
    return Counter(_listed(_tokens(sentences), pos))


def _vectors(sentences: Sequence[Sentence]) -> Matrix:
    found = [sentence.embedding for sentence in sentences if sentence.embedding]
    return table(found).astype(np.float64) if found else np.zeros((0, 1))


def _meaning(readings: Sequence[Reading]) -> Matrix:
    """The cosine of what the reports mean on average."""
    vectors = [_vectors(reading.sentences) for reading in readings]
    width = max(v.shape[1] for v in vectors)
    means = np.array([v.mean(axis=0) if len(v) else np.zeros(width) for v in vectors])
    length = np.linalg.norm(means, axis=1)
    means /= np.where(length > 0, length, 1.0)[:, None]
    return np.asarray(means @ means.T)
