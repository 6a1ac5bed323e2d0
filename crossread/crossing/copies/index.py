"""Which reports may share text: an index of winnowed shingles, and one of the rare words that open reports.

Each run of four words is hashed; of every four neighbouring hashes the smallest is kept (winnowing: Schleimer,
Wilkerson and Aiken 2003), so any seven words in a row that two reports share meet in the index. A reworded lede may
keep no such run: reports also meet where two of the rarest words of their openings are the same.

What many reports hold is not looked up pair by pair: each report is compared with the first that hold it and with the
one before it, so that the work grows with the number of reports and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from crossread.crossing.copies.words import Words

SHINGLE = 4
"""Words of a shingle: copies that were shortened, merged or quoted were found best with four."""
WINDOW = 4
"""Neighbouring shingles of which the smallest hash is kept."""
CROWD = 24
"""Holders of one shingle from which on not every two of them are compared."""
FIRST = 6
"""Holders, from the first, with which each one of a crowd is compared."""
RAREST = 6
"""Words of an opening that are looked up: its rarest, two by two."""

_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5], dtype=np.uint64)


class Seed(NamedTuple):
    """A shared shingle: its first word in either report, and how many reports hold it."""

    here: int
    there: int
    holders: int


class Index:
    """Which reports hold which shingles and openings. The order in which they were added matters in a crowd only."""

    def __init__(self) -> None:
        self._reports: list[Words] = []
        self._places: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def add(self, words: Words) -> None:
        """Take a report in."""
        number = len(self._reports)
        self._reports.append(words)
        for digest, place in fingerprints(words.signs):
            self._places[digest].append((number, place))

    def __getitem__(self, number: int) -> Words:
        return self._reports[number]

    def __len__(self) -> int:
        return len(self._reports)

    def candidates(self) -> dict[tuple[int, int], list[Seed]]:
        """Pairs of reports (by number, smaller first) with the shingles that they share."""
        shared: dict[tuple[int, int], list[Seed]] = defaultdict(list)
        for places in self._places.values():
            if len(places) > 1:
                holders = len({number for number, _ in places})
                for (a, here), (b, there) in _compared(places):
                    if a != b:
                        shared[a, b].append(Seed(here, there, holders))
        return shared

    def openings(self) -> dict[tuple[int, int], list[tuple[int, int]]]:
        """Pairs of reports (smaller first) with the numbers of sentences of their openings that share rare words."""
        opened = [
            (number, at, frozenset(words.sentences[at].signs))
            for number, words in enumerate(self._reports)
            for at in words.opening
        ]
        held = Counter(sign for _, _, signs in opened for sign in signs)
        keys: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        for number, at, signs in opened:
            rare = sorted((sign for sign in signs if held[sign] > 1), key=lambda s: (held[s], s))[:RAREST]
            for one, two in combinations(sorted(rare), 2):
                keys[one, two].append((number, at))
        shared: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
        for places in keys.values():
            for (a, here), (b, there) in _compared(places):
                if a != b:
                    shared[a, b].add((here, there))
        return {pair: sorted(found) for pair, found in shared.items()}


def fingerprints(signs: str) -> list[tuple[int, int]]:
    """(hash, index of its first word) of the shingles that winnowing keeps, in their order."""
    count = len(signs) - SHINGLE + 1
    if count < 1:
        return []
    codes = np.frombuffer(signs.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for at, factor in enumerate(_FACTORS):
        hashes = (hashes ^ (codes[at : at + count] * factor)) * _FACTORS[0]
        hashes ^= hashes >> np.uint64(29)
    if count <= WINDOW:
        kept = [int(hashes.argmin())]
    else:
        windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
        kept = np.unique(windows.argmin(axis=1) + np.arange(len(windows))).tolist()
    return [(int(hashes[place]), place) for place in kept]


def _compared(
    places: Sequence[tuple[int, int]],
) -> Iterable[tuple[tuple[int, int], tuple[int, int]]]:
    """Every two places; of a crowd each with the first ones and with the one before it."""
    if len(places) <= CROWD:
        yield from combinations(places, 2)
        return
    for at in range(1, len(places)):
        for other in (*range(min(at, FIRST)), *([at - 1] if at > FIRST else [])):
            yield places[other], places[at]
