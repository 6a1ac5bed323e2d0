"""Every telling as a row of numbers, so that many pairs of them can be compared at once. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Hashable, Sequence
from datetime import date
from operator import attrgetter
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from crossread.crossing.incidents.samedeed import GUESS
from crossread.crossing.incidents.tellings import Telling
from crossread.embeddings import Numbers, table
from crossread.records import Place, Reading

Codes = NDArray[np.int32]
Flags = NDArray[np.bool_]

CLAUSE, PARTIES = 12, 4
"""Words of a clause and parties of a deed that are looked at: the first; few have more."""
TELLING_POS = frozenset(("NOUN", "VERB", "ADJ", "PROPN", "NUM"))
"""Parts of speech of the words that say what a sentence or report is about."""
MANY = 20
"""Reports against which a word's rarity is counted."""
UNTOLD = -(10**6)
"""A day that is not told."""

T = TypeVar("T", bound=Hashable)
_start = attrgetter("start")


class Rows(NamedTuple):
    """One row a telling; sets as codes, filled up with numbers that no other row has."""

    report: Codes
    sentence: Codes
    said: Numbers  # the sentence's embedding
    words: Codes  # of the clause
    weights: Numbers  # of these words: the rarer, the more
    actors: Codes
    targets: Codes
    parties: Codes
    place: Codes
    where: tuple[tuple[Place, ...], ...]  # the places that a code in `place` stands for
    start: Codes
    end: Codes
    slack: Codes  # days by which start and end may be wrong
    latest: Codes
    done: Flags
    background: Flags
    acting: Flags  # a known actor does it
    struck: Flags  # a known actor is struck
    nobody: Flags  # no party is told


def rows_of(tellings: Sequence[Telling], readings: Sequence[Reading]) -> Rows:
    """The rows of tellings of these readings."""
    number = {reading.report: k for k, reading in enumerate(readings)}
    report = np.array([number[t.at[0]] for t in tellings], dtype=np.int32)
    words = _sets([_clause(t, readings[k]) for t, k in zip(tellings, report.tolist(), strict=True)], CLAUSE)
    places, where = coded([t.places for t in tellings])
    said = {(t.at[0], t.event.sentence): t for t in tellings}
    spoken = coded([(t.at[0], t.event.sentence) for t in tellings])[0]
    dated = [t if t.surely_dated else None for t in tellings]
    return Rows(
        report=report,
        sentence=np.array([t.event.sentence for t in tellings], dtype=np.int32),
        said=table([t.embedding for t in said.values()])[spoken],
        words=words,
        weights=_weights(words, report),
        actors=_sets([t.actors for t in tellings], PARTIES),
        targets=_sets([t.targets for t in tellings], PARTIES),
        parties=_sets([t.parties for t in tellings], PARTIES),
        place=places,
        where=tuple(where),
        start=_days([t.start if t else None for t in dated]),
        end=_days([t.end if t else None for t in dated]),
        slack=np.array([GUESS * t.guessed for t in tellings], dtype=np.int32),
        latest=_days([t.latest if t.done else None for t in tellings]),
        done=np.array([t.done for t in tellings], dtype=bool),
        background=np.array([t.event.background for t in tellings], dtype=bool),
        acting=np.array([_anybody_known(t.actors) for t in tellings], dtype=bool),
        struck=np.array([_anybody_known(t.targets) for t in tellings], dtype=bool),
        nobody=np.array([not (t.actors or t.targets or t.others) for t in tellings], dtype=bool),
    )


def _anybody_known(parties: frozenset[str]) -> bool:
    return any(not party.startswith("~") for party in parties)


def _days(values: Sequence[date | None]) -> Codes:
    return np.array([value.toordinal() if value else UNTOLD for value in values], dtype=np.int32)


def _clause(telling: Telling, reading: Reading) -> tuple[str, ...]:
    """The base forms of the words around a deed's own that tell something."""
    event, tokens = telling.event, reading.sentences[telling.event.sentence].tokens
    first = bisect_left(tokens, event.span.start, key=_start)
    last = bisect_left(tokens, event.span.end, key=_start)
    found = [
        token.lemma.lower()
        for token in tokens[first:last]
        if token.pos in TELLING_POS
        and not (token.start < event.trigger.end and token.end > event.trigger.start)
        and token.text[:1].isalnum()
    ]
    return tuple(dict.fromkeys(found))[:CLAUSE]


def coded(values: Sequence[T]) -> tuple[Codes, list[T]]:
    """A number for each value, the same for the same, and the values that they stand for."""
    numbers: dict[T, int] = {}
    codes = np.array([numbers.setdefault(value, len(numbers)) for value in values], dtype=np.int32)
    return codes, list(numbers)


def _sets(values: Sequence[Collection[str]], most: int) -> Codes:
    """The first `most` items of each as codes, those of a set by name; what is missing gets a number of its own, below
    0."""
    numbers: dict[str, int] = {}
    table = -1 - np.arange(len(values) * most, dtype=np.int32).reshape(len(values), most)
    for k, items in enumerate(values):
        if items:
            listed = sorted(items) if isinstance(items, frozenset) and len(items) > 1 else items
            codes = [numbers.setdefault(item, len(numbers)) for item in listed][:most]
            table[k, : len(codes)] = codes
    return table


def _weights(words: Codes, reports: Codes) -> Numbers:
    """What each word of each clause weighs: the fewer of the reports hold it in one, the more."""
    held = words >= 0
    count = int(words.max(initial=0)) + 1
    of = np.broadcast_to(reports[:, None], words.shape)[held].astype(np.int64)
    often = np.bincount(np.unique(of * count + words[held]) % count, minlength=count)
    scale = MANY / max(len(np.unique(reports)), MANY)
    rare = np.log1p(MANY / (np.maximum(often, 1) * scale)).astype(np.float32)
    return np.where(held, rare[np.maximum(words, 0)], np.float32(0.0))
