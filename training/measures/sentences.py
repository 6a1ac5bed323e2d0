"""Measures on sentences whose words are given: names, trees, deeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Protocol

import msgspec
import numpy as np
from numpy.typing import NDArray

from benchmarks import parse
from crossread.reading.encoder.decoding import Stretch, stretches
from crossread.reading.encoder.model import Encoder
from training import labels
from training.measures.counts import Counts
from training.rows import UNSAID, Row, stretches as gold
from training.sets import ewt, gum, news, own, trees

TOGETHER = 20
"""Sentences that are read as if they were one report."""


class Tags(Protocol):
    """What is measured of an answer."""

    @property
    def tags(self) -> NDArray[np.float32]:
        """(N, L) scores of all heads side by side."""


class Reading(Protocol):
    """What is measured: the shipped encoder, or the larger network that taught it."""

    @property
    def columns(self) -> dict[str, slice]:
        """Where each head's scores stand."""

    def read(self, sentences: Sequence[Sequence[str]], /) -> Tags:
        """Scores of the words of neighbouring sentences."""


def _read(encoder: Reading, rows: Iterable[Row]) -> Iterator[tuple[list[Row], Tags, NDArray[np.int64]]]:
    source = iter(rows)
    while chunk := list(islice(source, TOGETHER)):
        counts = [len(row.words) for row in chunk]
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
        yield chunk, encoder.read([row.words for row in chunk]), starts


def _tagged(encoder: Reading, rows: Iterable[Row], head: str) -> Iterator[tuple[Row, list[Stretch]]]:
    for chunk, words, starts in _read(encoder, rows):
        found: list[list[Stretch]] = [[] for _ in chunk]
        for span in stretches(words.tags[:, encoder.columns[head]], starts):
            place = int(np.searchsorted(starts, span.first, side="right")) - 1
            base = int(starts[place])
            found[place].append(span._replace(first=span.first - base, last=span.last - base))
        yield from zip(chunk, found, strict=True)


def names(encoder: Reading, data: Path) -> dict[str, float]:
    """Persons, organisations, places: exact spans."""
    return _names(encoder, ewt.rows(data, "test"))


def names_dev(encoder: Reading, data: Path) -> dict[str, float]:
    """The same on the development part."""
    return _names(encoder, ewt.rows(data, "dev"))


def names_in_capitals(encoder: Encoder, data: Path) -> dict[str, float]:
    """The same sentences in capitals, as in old wire copy."""
    rows = ewt.rows(data, "test")
    return {
        "all": _names(encoder, (msgspec.structs.replace(r, words=[w.upper() for w in r.words]) for r in rows))["all"]
    }


def _names(encoder: Reading, rows: Iterable[Row]) -> dict[str, float]:
    counts, kinds = Counts(), labels.STRETCHES["names"]
    for row, found in _tagged(encoder, rows, "names"):
        for kind in ("PER", "ORG", "LOC"):
            spans = [(s.first, s.last) for s in found if kinds[s.kind] == kind]
            counts.add(kind, spans, [(a, b) for a, b, label in gold(row.names or []) if label == kind])
    return {"all": counts.f1(), **{kind: counts.f1(kind) for kind in ("PER", "ORG", "LOC")}}


def trees_ewt(encoder: Encoder, data: Path) -> dict[str, float]:
    """Heads, heads with relations, parts of speech; punctuation counts."""
    return parse.scores(encoder, list(trees.read(data / "uner_ewt" / "ewt_test.conllu")))


def trees_gum(encoder: Encoder, data: Path) -> dict[str, float]:
    """The same on reports of GUM that were kept out."""
    rows = gum.rows(data, held_out=True)
    return parse.scores(encoder, [_tree(row) for row in rows])


def _tree(row: Row) -> trees.Tree:
    return trees.Tree(row.id, row.words, [], row.upos or [], row.heads or [], row.rels or [], [])


def deeds_meantime(encoder: Encoder, data: Path) -> dict[str, float]:
    """Words that tell a deed, and the status of those found."""
    return _deeds(encoder, news.meantime(data, held_out=True))


def deeds_ecb(encoder: Encoder, data: Path) -> dict[str, float]:
    """Recall on ECB+: it tells no status but "not", and marks the deeds of its own stories alone."""
    return {"recall": _deeds(encoder, news.ecbplus(data, held_out=True))["recall"]}


def _deeds(encoder: Encoder, rows: Iterable[Row]) -> dict[str, float]:
    kinds, right, found, wanted, status = labels.STRETCHES["deeds"], 0, 0, 0, []
    for row, spans in _tagged(encoder, rows, "deeds"):
        told = {word: kinds[s.kind] for s in spans for word in range(s.first, s.last + 1)}
        meant = {word: label for a, b, label in gold(row.deeds or []) for word in range(a, b + 1)}
        right += len(told.keys() & meant.keys())
        found, wanted = found + len(told), wanted + len(meant)
        status += [told[word] == label for word, label in meant.items() if word in told]
    return {"F1": 2 * right / (found + wanted), "recall": right / wanted, "status": sum(status) / max(1, len(status))}


def status_uds(encoder: Reading, data: Path) -> dict[str, float]:
    """Of the predicates whose status UDS gives: found as a deed; with the right status, if found; happened or not."""
    return _status(encoder, ewt.rows(data, "dev"))


def status_uds_test(encoder: Encoder, data: Path) -> dict[str, float]:
    """The same on the test part."""
    return _status(encoder, ewt.rows(data, "test"))


def _status(encoder: Reading, rows: Iterable[Row]) -> dict[str, float]:
    kinds, told, right, wanted, done = labels.STRETCHES["deeds"], 0, 0, 0, 0
    for row, spans in _tagged(encoder, (row for row in rows if row.deeds), "deeds"):
        found = {word: kinds[s.kind] for s in spans for word in range(s.first, s.last + 1)}
        for word, label in enumerate(row.deeds or []):
            if label not in ("O", UNSAID):
                wanted += 1
                told += word in found
                right += found.get(word) == label[2:]
                done += word in found and (found[word] == "HAPPENED") == (label[2:] == "HAPPENED")
    return {"recall": told / wanted, "status": right / max(1, told), "happened or not": done / max(1, told)}


def own_reports(encoder: Encoder, _: Path) -> dict[str, float]:
    """Each head on the training reports that are kept out: exact stretches."""
    rows = list(own.rows(held_out=True))
    found = {}
    for head in ("names", "times", "speakers", "contents", "sayings", "kinds", "modes", "history", "wordings"):
        counts, kinds = Counts(), labels.STRETCHES[head]
        for row, spans in _tagged(encoder, rows, head):
            wanted = gold(getattr(row, head))
            for kind in kinds:
                ours = [(s.first, s.last) for s in spans if kinds[s.kind] == kind]
                counts.add(kind, ours, [(a, b) for a, b, label in wanted if label == kind])
        found[head] = counts.f1()
    return found
