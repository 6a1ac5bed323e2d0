"""Passages that two reports share, by winnowed shingles: found fast among many, verified word by word.

Each run of four folded words is hashed; of every four neighbouring hashes the smallest is kept (winnowing: Schleimer,
Wilkerson and Aiken 2003), so any seven words in a row that two reports share meet in the index. Words inside quotation
marks do not count: two reports that quote one speech have not copied each other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zlib import crc32

from rapidfuzz.distance import LCSseq

from crossread.records import Reading, Report, Span
from crossread.spans import must_quote
from crossread.spelling import straight

SHINGLE = 4
"""Words of a shingle: copies that were shortened, merged or quoted were found best with four."""
WINDOW = 4
"""Neighbouring shingles of which the smallest hash is kept."""
SAME = 0.7
"""Share of the shorter sentence's words that stand in the other in the same order, for the two to be one text.
Sentences about one event by different writers reach 0.5."""
SHORTEST = 8
"""Words outside quotation marks that a pair of sentences must share: fewer are idiom ("told a news conference on
Monday")."""
CROWD = 500
"""Reports that may share a shingle before it counts as boilerplate and is no longer looked up."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]{3,2000}”|(?<![\w])\"[^\"\n]{3,2000}\"|(?<!\w)‘[^’\n]{12,1000}’(?!\w)")


class Sentenced(NamedTuple):
    """One sentence: its characters, its words in the report's list, and the folded words outside quotation marks."""

    start: int
    end: int
    first: int  # index of its first word in Words.folded
    last: int  # one past its last word
    own: tuple[str, ...]


class Words(NamedTuple):
    """A report's words, folded; None inside quotation marks."""

    report: Report
    folded: tuple[str | None, ...]
    starts: tuple[int, ...]
    sentences: tuple[Sentenced, ...]


class Passage(NamedTuple):
    """A run of sentences of one report that stands in another too, and how many words of it are shared."""

    here: Span
    there: Span
    words: int


def words_of(report: Report, reading: Reading) -> Words:
    """The report's words, quoted ones left out, cut into its sentences."""
    text = straight(report.text)
    quoted = [match.span() for match in _QUOTED.finditer(report.text)]
    quoted += [(s.content.start, s.content.end) for s in reading.statements if s.direct]
    inside = bytearray(len(text) + 1)
    for start, end in quoted:
        inside[start:end] = b"\x01" * (end - start)
    folded: list[str | None] = []
    starts: list[int] = []
    for match in _WORD.finditer(text):
        folded.append(None if inside[match.start()] else match[0].lower())
        starts.append(match.start())
    return Words(report, tuple(folded), tuple(starts), tuple(_sentences(report, reading, folded, starts)))


def _sentences(
    report: Report, reading: Reading, folded: Sequence[str | None], starts: Sequence[int]
) -> Iterable[Sentenced]:
    bounds = [(s.start, s.end) for s in reading.sentences] or [(0, len(report.text))]
    word = 0
    for start, end in bounds:
        while word < len(starts) and starts[word] < start:
            word += 1
        first = word
        while word < len(starts) and starts[word] < end:
            word += 1
        yield Sentenced(start, end, first, word, tuple(w for w in folded[first:word] if w is not None))


def fingerprints(folded: Sequence[str | None]) -> list[tuple[int, int]]:
    """(hash, index of its first word) of the shingles that winnowing keeps."""
    hashes: list[tuple[int, int]] = []
    for index in range(len(folded) - SHINGLE + 1):
        words = folded[index : index + SHINGLE]
        if None not in words:
            hashes.append((crc32(" ".join(w or "" for w in words).encode()), index))
    kept: dict[int, int] = {}
    for index in range(max(1, len(hashes) - WINDOW + 1)):
        window = hashes[index : index + WINDOW]
        if window:
            digest, place = min(window, key=lambda h: (h[0], -h[1]))
            kept[place] = digest
    return sorted((digest, place) for place, digest in kept.items())


class Index:
    """Which reports hold which shingles. Reports can be added at any time, in any order."""

    def __init__(self) -> None:
        self._reports: list[Words] = []
        self._places: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def add(self, words: Words) -> None:
        """Take a report in."""
        number = len(self._reports)
        self._reports.append(words)
        for digest, place in fingerprints(words.folded):
            self._places[digest].append((number, place))

    def candidates(self) -> dict[tuple[int, int], list[tuple[int, int]]]:
        """Pairs of reports (by number, smaller first) with the places, in words, of the shingles that they share."""
        shared: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        for places in self._places.values():
            if len(places) > CROWD:
                continue
            for i, (a, here) in enumerate(places):
                for b, there in places[i + 1 :]:
                    if a != b:
                        shared[a, b].append((here, there))
        return shared

    def __getitem__(self, number: int) -> Words:
        return self._reports[number]


def passages(a: Words, b: Words, seeds: Sequence[tuple[int, int]]) -> list[Passage]:
    """The passages that `a` and `b` share, in the order of `a`; each sentence once. `seeds` are shared shingles."""
    of_a, of_b = _sentence_of(a), _sentence_of(b)
    pairs = {(of_a[here], of_b[there]) for here, there in seeds if here in of_a and there in of_b}
    scored = []
    for i, j in sorted(pairs):
        common = LCSseq.similarity(a.sentences[i].own, b.sentences[j].own)
        shorter = min(len(a.sentences[i].own), len(b.sentences[j].own))
        if common >= SHORTEST and common >= SAME * shorter:
            scored.append((-common, i, j))
    taken: dict[int, tuple[int, int]] = {}
    used: set[int] = set()
    for common, i, j in sorted(scored):
        if i not in taken and j not in used:
            taken[i] = (j, -common)
            used.add(j)
    return _joined(a, b, taken)


def _sentence_of(words: Words) -> dict[int, int]:
    """The number of the sentence in which each word stands."""
    return {word: number for number, s in enumerate(words.sentences) for word in range(s.first, s.last)}


def _joined(a: Words, b: Words, taken: dict[int, tuple[int, int]]) -> list[Passage]:
    """Pairs of sentences that follow each other in both reports as one passage."""
    runs: list[list[int]] = []
    for i in sorted(taken):
        if runs and runs[-1][-1] == i - 1 and taken[i - 1][0] == taken[i][0] - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    found = []
    for run in runs:
        first, last = a.sentences[run[0]], a.sentences[run[-1]]
        other_first, other_last = b.sentences[taken[run[0]][0]], b.sentences[taken[run[-1]][0]]
        # Quoted words inside a copied sentence were copied with it.
        quoted = sum(a.sentences[i].last - a.sentences[i].first - len(a.sentences[i].own) for i in run)
        found.append(
            Passage(
                must_quote(a.report, first.start, last.end),
                must_quote(b.report, other_first.start, other_last.end),
                sum(taken[i][1] for i in run) + quoted,
            )
        )
    return found
