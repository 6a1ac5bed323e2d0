"""Measures on whole texts: dates, statements, neighbours of embeddings. None of these texts is trained on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import numpy as np

from crossread.embeddings import table
from crossread.reading.encoder.model import Encoder
from crossread.records import Sentence
from training.measures.counts import Counts

Span = tuple[int, int]


def dates(encoder: Encoder, data: Path, part: str = "TimeBank") -> dict[str, float]:
    """Dates and times of day: the same characters, and any overlap. Durations count neither way."""
    exact, near = Counts(), Counts()
    for text, wanted, ignored in _timebank(data / "tbaq" / part):
        found = [span for s in encoder.analyse("t", text).sentences for span in _spans(s, "times", "DATE")]
        found = [span for span in found if not any(_meet(span, other) for other in ignored)]
        exact.add("DATE", found, wanted)
        met = [next((other for other in wanted if _meet(span, other)), span) for span in found]
        near.add("DATE", met, wanted)
    return {"exact": exact.f1(), "overlap": near.f1()}


_TIMEX = re.compile(r'<TIMEX3[^>]*?type="(\w+)"[^>]*>|</TIMEX3>|<[^>]+>')


def _timebank(folder: Path) -> Iterator[tuple[str, list[Span], list[Span]]]:
    if not folder.is_dir():
        raise FileNotFoundError(2, "missing", str(folder))
    for path in sorted(folder.glob("*.tml")):
        body = path.read_text(encoding="utf-8").split("<TEXT>", 1)[1].split("</TEXT>", 1)[0]
        text, wanted, ignored, opened, last = "", list[Span](), list[Span](), list[tuple[str, int]](), 0
        for match in _TIMEX.finditer(body):
            text += unescape(body[last : match.start()])
            last = match.end()
            if match[1]:
                opened.append((match[1], len(text)))
            elif match[0] == "</TIMEX3>":
                kind, start = opened.pop()
                (wanted if kind in ("DATE", "TIME") else ignored).append((start, len(text)))
        yield text + unescape(body[last:]), wanted, ignored


def _meet(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _spans(sentence: Sentence, field: str, label: str) -> list[Span]:
    words = sentence.tokens
    return [(words[t.first].start, words[t.last].end) for t in getattr(sentence, field) if t.label == label]


PARTS = ("SOURCE", "CUE", "CONTENT")
MOST = 84
"""Reports of PolNeAR that are read: all of its dev part, and as many of the other."""


def dates_unread(encoder: Encoder, data: Path) -> dict[str, float]:
    """The same on AQUAINT, in which no errors were read."""
    return dates(encoder, data, "AQUAINT")


def statements(encoder: Encoder, data: Path, part: str = "dev") -> dict[str, float]:
    """Words of sources, cues and contents."""
    counts = Counts()
    for text, wanted in _polnear(data / "polnear" / part):
        read = encoder.analyse("t", text).sentences
        tokens = [token for s in read for token in s.tokens]
        for part in PARTS:
            found = [span for s in read for span in _spans(s, "attributions", part)]
            counts.add(part, _covered(tokens, found), _covered(tokens, [p for pieces in wanted[part] for p in pieces]))
    return {part: counts.f1(part) for part in PARTS}


def statements_unread(encoder: Encoder, data: Path) -> dict[str, float]:
    """The same on PolNeAR's larger part, in which no errors were read."""
    return statements(encoder, data, "train")


def statement_spans_unread(encoder: Encoder, data: Path) -> dict[str, float]:
    """The same on PolNeAR's larger part, in which no errors were read."""
    return statement_spans(encoder, data, "train")


def statement_spans(encoder: Encoder, data: Path, part: str = "dev") -> dict[str, float]:
    """Sources and cues of one piece, to the character; contents run over sentences and are not compared like this."""
    counts = Counts()
    for text, wanted in _polnear(data / "polnear" / part):
        read = encoder.analyse("t", text).sentences
        for part in PARTS[:2]:
            found = [span for s in read for span in _spans(s, "attributions", part)]
            counts.add(part, found, [pieces[0] for pieces in wanted[part] if len(pieces) == 1])
    return {part: counts.f1(part) for part in PARTS[:2]}


def _covered(tokens: list, spans: list[Span]) -> list[int]:  # type: ignore[type-arg]
    inside = set[int]()
    for start, end in spans:
        inside.update(range(start, end))
    return [token.start for token in tokens if token.start in inside and token.text.isalnum()]


def _polnear(folder: Path) -> Iterator[tuple[str, dict[str, list[list[Span]]]]]:
    if not folder.is_dir():
        raise FileNotFoundError(2, "missing", str(folder))
    for path in sorted((folder / "text").glob("*.txt"))[:MOST]:
        marks = min((folder / "attributions").glob(path.stem + "*.ann"))
        wanted: dict[str, list[list[Span]]] = defaultdict(list)
        for line in marks.read_text(encoding="utf-8").splitlines():
            fields = line.split("\t")
            kind, _, places = fields[1].partition(" ") if line.startswith("T") else ("", "", "")
            if kind.upper() in PARTS:
                wanted[kind.upper()].append([(int(p.split()[0]), int(p.split()[1])) for p in places.split(";")])
        yield path.read_text(encoding="utf-8"), wanted


def neighbours(encoder: Encoder, data: Path) -> dict[str, float]:
    """Share of sentences whose nearest other sentence of 60 reports stands in the same report."""
    vectors, owners = list[bytes](), list[int]()
    for number, (text, _) in enumerate(_polnear(data / "polnear/dev")):
        if number < 60:
            read = [s for s in encoder.analyse("t", text).sentences if len(s.tokens) > 5]
            vectors += [s.embedding for s in read]
            owners += [number] * len(read)
    rows, owner = table(vectors), np.array(owners)
    near = rows @ rows.T
    np.fill_diagonal(near, -1)
    return {"same report": float((owner[near.argmax(1)] == owner).mean())}
