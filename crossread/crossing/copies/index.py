"""Which reports may share text: an index of winnowed shingles, and one of the rare words that open reports.

Each run of four words is hashed; of every four neighbouring hashes the smallest is kept (winnowing: Schleimer,
Wilkerson and Aiken 2003), so any seven words in a row that two reports share meet in the index. A reworded lede may
keep no such run: reports also meet where two of the rarest words of their openings are the same.

What many reports hold is not looked up pair by pair: each report is compared with the first that hold it and with the
one before it, so that the work grows with the number of reports and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]


class Meeting(NamedTuple):
    """Two sentences with shingles in common, of either report, and how many reports hold the middle one of these: which
    shingles of a sentence are kept depends on its neighbours, too."""

    here: int
    there: int
    holders: int


class Index:
    """Which reports hold which shingles and openings. The order in which they were added matters in a crowd only."""

    def __init__(self) -> None:
        self._reports: list[Words] = []
        self._shingles: list[tuple[Hashes, Places]] = []  # of each report the hashes, and the sentence of each

    def add(self, words: Words) -> None:
        """Take a report in."""
        hashes, places = fingerprints(words.signs)
        self._reports.append(words)
        self._shingles.append((hashes, np.array(words.sentence_of, dtype=np.int64)[places]))

    def __getitem__(self, number: int) -> Words:
        return self._reports[number]

    def __len__(self) -> int:
        return len(self._reports)

    def candidates(self) -> dict[tuple[int, int], list[Meeting]]:
        """Pairs of reports (by number, smaller first) with the sentences in which they share shingles."""
        found: dict[tuple[int, int], list[Meeting]] = defaultdict(list)
        if not self._reports:
            return found
        hashes, sentences = (np.concatenate(column) for column in zip(*self._shingles, strict=True))
        reports = np.repeat(np.arange(len(self)), [len(kept) for kept, _ in self._shingles])
        first, second = _compared(hashes)
        kept = (reports[first] != reports[second]) & (sentences[first] >= 0) & (sentences[second] >= 0)
        first, second = first[kept], second[kept]
        pairs = np.stack((reports[first], reports[second], sentences[first], sentences[second]))
        holders = _holders(hashes, reports)[first]
        order = np.lexsort((holders, *pairs[::-1]))
        pairs, holders = pairs[:, order], holders[order]
        begins = _begins(pairs)
        middle = begins + np.diff(np.append(begins, len(holders))) // 2
        for a, b, here, there, held in zip(*pairs[:, begins].tolist(), holders[middle].tolist(), strict=True):
            found[a, b].append(Meeting(here, there, held))
        return found

    def openings(self) -> dict[tuple[int, int], list[tuple[int, int]]]:
        """Pairs of reports (smaller first) with the numbers of sentences of their openings that share rare words."""
        opened = [
            (number, at, frozenset(words.sentences[at].signs))
            for number, words in enumerate(self._reports)
            for at in words.opening
        ]
        held = Counter(sign for _, _, signs in opened for sign in signs)
        keys: list[int] = []
        places: list[int] = []
        for at, (_, _, signs) in enumerate(opened):
            rare = sorted((sign for sign in signs if held[sign] > 1), key=lambda s: (held[s], s))[:RAREST]
            keys += [ord(one) << 32 | ord(two) for one, two in combinations(sorted(rare), 2)]
            places += [at] * (len(keys) - len(places))
        shared: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        first, second = _compared(np.array(keys, dtype=np.int64))
        place = np.array(places, dtype=np.int64)
        for pair in np.unique(place[first] * len(opened) + place[second]).tolist():
            (a, here, _), (b, there, _) = opened[pair // len(opened)], opened[pair % len(opened)]
            if a != b:
                shared[a, b].append((here, there))
        return shared


def fingerprints(signs: str) -> tuple[Hashes, Places]:
    """The hashes of the shingles that winnowing keeps, in their order, and the index of each one's first word."""
    count = len(signs) - SHINGLE + 1
    if count < 1:
        return np.zeros(0, np.uint64), np.zeros(0, np.int64)
    codes = np.frombuffer(signs.encode("utf-32-le"), dtype=np.uint32).astype(np.uint64)
    hashes = np.zeros(count, dtype=np.uint64)
    for at, factor in enumerate(_FACTORS):
        hashes = (hashes ^ (codes[at : at + count] * factor)) * _FACTORS[0]
        hashes ^= hashes >> np.uint64(29)
    if count <= WINDOW:
        kept = hashes.argmin(axis=0, keepdims=True)
    else:
        windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
        kept = windows.argmin(axis=1) + np.arange(len(windows))
        kept = kept[np.append(True, kept[1:] != kept[:-1])]  # the smallest of a window is never before that of the last
    return hashes[kept], kept


def _compared(keys: NDArray[np.generic]) -> tuple[Places, Places]:
    """The indices of every two equal keys; of a crowd each with the first ones and with the one before it."""
    order = np.argsort(keys, kind="stable")
    begins = _begins(keys[None, order])
    sizes = np.diff(np.append(begins, len(keys)))
    found = [np.zeros((2, 0), dtype=np.int64)]
    for size in np.unique(sizes[sizes > 1]).tolist():
        every = begins[sizes == size][:, None, None] + _every_two(size)[None]
        found.append(every.swapaxes(0, 1).reshape(2, -1))
    first, second = np.concatenate(found, axis=1)
    return order[first], order[second]


@lru_cache(maxsize=CROWD)
def _every_two(size: int) -> Places:
    """Which of so many equal ones are compared: a row for the earlier ones and one for the later."""
    if size <= CROWD:
        return np.array(list(combinations(range(size), 2))).T
    later = ((at, (*range(min(at, FIRST)), *([at - 1] if at > FIRST else []))) for at in range(size))
    return np.array([(k, at) for at, earlier in later for k in earlier]).T


def _holders(hashes: Hashes, reports: Places) -> Places:
    """In how many reports each shingle stands."""
    _, group = np.unique(hashes, return_inverse=True)
    count = int(reports.max(initial=0)) + 1
    return np.bincount(np.unique(group * count + reports) // count)[group]


def _begins(rows: NDArray[np.generic]) -> Places:
    """Where a column differs from the one before it."""
    differs = (rows[:, 1:] != rows[:, :-1]).any(axis=0)
    return np.flatnonzero(np.append(rows.shape[1] > 0, differs))
