"""What speaks for and against each two tellings being of one deed, as numbers: words, parties, days, reports. Pure.

Every sign is a matrix with a row and a column for each telling. `oneness` weighs them.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from benchmarks.learned.contents import about
from benchmarks.learned.families import families
from benchmarks.learned.meanings import meaning
from benchmarks.learned.pairwise import Matrix, both, compared, either, equal, overlap, shared
from crossread.crossing.incidents.kindred import kinship
from crossread.crossing.incidents.rows import TELLING_POS
from crossread.crossing.incidents.tellings import Telling
from crossread.embeddings import table
from crossread.records import Reading

STEM = 4
"""Letters that two words share from their start if they are of one root, as a rule ("nominate", "nominee")."""


class Words(NamedTuple):
    """The words around one telling: base forms, folded."""

    trigger: tuple[str, ...]
    clause: frozenset[str]
    parties: frozenset[str]
    tied: frozenset[str]
    pos: str


def signs(
    tellings: Sequence[Telling], readings: Sequence[Reading], story: Matrix, rare: Mapping[str, float]
) -> dict[str, Matrix]:
    """Every sign by its name. `story`: how likely each two reports are of one story; `rare`: the weights of words."""
    by_report = {reading.report: reading for reading in readings}
    around = [_words(telling, by_report[telling.at[0]]) for telling in tellings]
    found = _lexical(tellings, around)
    found |= _textual(tellings, around, rare)
    found |= _parties(tellings, around, rare)
    found |= _reports(tellings, readings, story)
    found |= _rivals(tellings, found)
    found |= _together(found)
    return found


# --------------------------------------------------------------------------- words


def _words(telling: Telling, reading: Reading) -> Words:
    event = telling.event
    tokens = reading.sentences[event.sentence].tokens
    trigger = [t for t in tokens if t.start < event.trigger.end and t.end > event.trigger.start]
    own = [t.lemma.lower() for t in trigger if t.pos in TELLING_POS] or [t.lemma.lower() for t in trigger]
    spans = [span for _, _, span in telling.roles]
    within = {k for k, t in enumerate(tokens) if t in trigger}
    tied = {k for k, t in enumerate(tokens) if t.head in within} | {
        tokens[k].head for k in within if tokens[k].head >= 0
    }
    return Words(
        tuple(own),
        about(t for t in tokens if event.span.start <= t.start < event.span.end) - set(own),
        about(t for t in tokens if any(s.start <= t.start < s.end for s in spans)) - set(own),
        about(tokens[k] for k in tied - within) - set(own),
        trigger[0].pos if trigger else "X",
    )


def _lexical(tellings: Sequence[Telling], around: Sequence[Words]) -> dict[str, Matrix]:
    vectors = [meaning(words.trigger) for words in around]
    width = next((len(v) for v in vectors if v is not None), 1)
    meant = np.array([np.zeros(width) if v is None else v for v in vectors])
    known = np.array([v is not None for v in vectors], dtype=bool)
    listed = np.array([bool(t.event.kind) and not t.event.kind.startswith("=") for t in tellings])
    word = equal([words.trigger[-1:] for words in around])
    sorts = [families(words.trigger) for words in around]
    agree = np.minimum(1.0, shared(sorts))
    return {
        "same word": word,
        "same words": equal([tuple(sorted(words.trigger)) for words in around]),
        "a word in common": np.minimum(1.0, shared([words.trigger for words in around])),
        "meaning": np.where(both(known) > 0, meant @ meant.T, word),
        "one family": agree,
        "other family": both(np.array([bool(sort) for sort in sorts])) * (1.0 - agree),
        "one root": equal([words.trigger[-1][:STEM] if words.trigger else "" for words in around]),
        "unknown word": 1.0 - both(known),
        "same kind": compared([t.event.kind for t in tellings], lambda a, b: float(kinship(a, b) == 1.0)),
        "kinds that agree": compared([t.event.kind for t in tellings], lambda a, b: float(kinship(a, b) == 0.5)),
        "listed deeds": both(listed),
        "same part of speech": equal([words.pos for words in around]),
        "pronoun": np.minimum(1.0, either(np.array([w.pos in ("PRON", "DET") for w in around]))),
    }


def _textual(tellings: Sequence[Telling], around: Sequence[Words], rare: Mapping[str, float]) -> dict[str, Matrix]:
    vectors = table([t.embedding for t in tellings]).astype(np.float64)
    return {
        "sentences alike": vectors @ vectors.T,
        "words of the clause": overlap([words.clause for words in around], rare),
        "words tied to it": overlap([words.tied for words in around], rare),
        "meaning of the clause": _meant([words.clause for words in around], rare),
        "meaning of what is tied to it": _meant([words.tied for words in around], rare),
    }


def _meant(sets: Sequence[frozenset[str]], rare: Mapping[str, float]) -> Matrix:
    """The cosine of what sets of words mean, rare words first."""
    words = sorted({word for each in sets for word in each})
    known = {word: vector for word in words if (vector := meaning([word])) is not None}
    width = next((len(v) for v in known.values()), 1)
    total = np.zeros((len(sets), width))
    for row, each in enumerate(sets):
        for word in sorted(each):
            if word in known:
                total[row] += known[word] * rare.get(word, 1.0)
    length = np.linalg.norm(total, axis=1)
    total /= np.where(length > 0, length, 1.0)[:, None]
    return np.asarray(total @ total.T)


# --------------------------------------------------------------------------- parties


def _parties(tellings: Sequence[Telling], around: Sequence[Words], rare: Mapping[str, float]) -> dict[str, Matrix]:
    parties = np.minimum(1.0, shared([t.parties for t in tellings]))
    found = {
        "same actor": np.minimum(1.0, shared([t.actors for t in tellings])),
        "same target": np.minimum(1.0, shared([t.targets for t in tellings])),
        "other party": both(np.array([bool(t.parties) for t in tellings])) * (1.0 - parties),
    }
    told = [words.parties for words in around]
    found["words of the parties"] = overlap(told, rare)
    found["no parties"] = 1.0 - both(np.array([bool(words) for words in told]))
    return found


# --------------------------------------------------------------------------- reports


def _reports(tellings: Sequence[Telling], readings: Sequence[Reading], story: Matrix) -> dict[str, Matrix]:
    number = {reading.report: k for k, reading in enumerate(readings)}
    at = np.array([number[t.at[0]] for t in tellings])
    one = (at[:, None] == at[None, :]).astype(np.float64)
    sentence = np.array([t.event.sentence for t in tellings])
    return {
        "one report": one,
        "one sentence": one * (sentence[:, None] == sentence[None, :]),
        "one story": np.where(one > 0, 1.0, story[np.ix_(at, at)]),
        "both told first": both(np.array([t.lede for t in tellings])),
        "points back": one * np.minimum(1.0, either(np.array([t.noun and t.definite for t in tellings]))),
    }


def _rivals(tellings: Sequence[Telling], found: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """How far a telling falls behind the one of the other's report, or sentence, whose word is likest: 0 or less."""
    sense = found["meaning"] + found["same word"] + (found["one family"] - found["other family"]) / 2
    np.fill_diagonal(sense, -1.0)
    reports = [t.at[0] for t in tellings]
    places = [(t.at[0], t.event.sentence) for t in tellings]
    return {
        "behind in the report": _behind(sense, reports),
        "behind in the sentence": _behind(sense, places),
    }


def _behind(alike: Matrix, groups: Sequence[Hashable]) -> Matrix:
    members: dict[Hashable, list[int]] = {}
    for k, group in enumerate(groups):
        members.setdefault(group, []).append(k)
    best = np.empty_like(alike)
    for rows in members.values():
        best[:, rows] = alike[:, rows].max(axis=1, keepdims=True)
    behind = alike - best
    return np.asarray(behind + behind.T)


def _together(found: Mapping[str, Matrix]) -> dict[str, Matrix]:
    """Signs that tell more side by side."""
    story = found["one story"]
    sense = np.maximum(found["meaning"], 0.0)
    return {
        "one story, squared": story**2,
        "meaning in one story": sense * story,
        "one family in one story": found["one family"] * story,
        "meaning, alike": sense * found["sentences alike"],
        "meaning, parties": sense * found["words of the parties"],
        "alike in one report": found["one report"] * found["sentences alike"],
        "meaning, squared": sense**2,
        "clauses alike in one story": found["meaning of the clause"] * story,
        "tied words in one story": found["words tied to it"] * story,
    }
