"""How well date expressions are found and resolved: `python -m benchmarks.dates TIMEML_FOLDER [--missed]`.

Scores as TempEval-3 does: expressions found (F1 of spans that are the same, and of spans that overlap), and the value
F1 (overlapping spans F1 times the share of them with the right TIMEX3 value). The document creation time is given, as
it is to the taggers compared. TimeML texts are not part of the project; the folder holds `*.tml` files.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import date
from html import unescape
from pathlib import Path
from typing import NamedTuple

from crossread.crossing.dates.resolving import resolve_report
from crossread.days import Interval
from crossread.reading.dates.expressions import find_times
from crossread.reading.encoder.model import Encoder
from crossread.records import Published, Reading, Report
from crossread.timex import timex
from crossread.trees import Tree

_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_DCT = re.compile(r"<DCT>.*?<TIMEX3[^>]*value=\"(\d{4}-\d{2}-\d{2})", re.DOTALL)
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_VALUE = re.compile(r'value="([^"]*)"')


class Gold(NamedTuple):
    """An annotated expression: code points of the text, and its value."""

    start: int
    end: int
    value: str


class Counts(NamedTuple):
    """Expressions annotated and found, and pairs of the two."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    value: int = 0

    def plus(self, other: Counts) -> Counts:
        """The sum of two counts."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))


def parse(source: str) -> tuple[str, str | None, list[Gold]]:
    """(text, creation day, annotated expressions) of a TimeML file."""
    body, dct = _TEXT.search(source), _DCT.search(source)
    pieces: list[str] = []
    length, at, gold = 0, 0, []
    open_at: list[tuple[int, str]] = []
    raw = body[1] if body else ""
    for tag in _TAG.finditer(raw):
        pieces.append(unescape(raw[at : tag.start()]))
        length += len(pieces[-1])
        at = tag.end()
        if tag[2] == "TIMEX3" and not tag[1]:
            found = _VALUE.search(tag[3])
            open_at.append((length, found[1] if found else ""))
        elif tag[2] == "TIMEX3" and open_at:
            start, value = open_at.pop()
            gold.append(Gold(start, length, value))
    pieces.append(unescape(raw[at:]))
    return "".join(pieces), dct[1] if dct else None, gold


def score(text: str, dct: str | None, gold: Iterable[Gold], encoder: Encoder, missed: Counter[str]) -> Counts:
    """The counts for one text."""
    day = date.fromisoformat(dct) if dct else None
    report = Report("r", "r", text, published=Published(day, day, "metadata") if day else None)
    analysis = encoder.analyse(report.id, text)
    times = find_times(report, tuple(Tree(sentence) for sentence in analysis.sentences))
    days = resolve_report(Reading(report.id, analysis.sentences, times=times), report.published)
    found = [
        Gold(t.span.start, t.span.end, timex(t.value, Interval(d.start, d.end))[1])
        for t, d in zip(times, days, strict=True)
    ]
    counts = Counts(found=len(found))
    used: set[Gold] = set()
    for want in gold:
        match = next((f for f in found if f.start < want.end and want.start < f.end and f not in used), None)
        counts = counts.plus(Counts(gold=1))
        quote = " ".join(text[want.start : want.end].split())
        if match is None:
            missed[f"missed   {quote} = {want.value}"] += 1
            continue
        used.add(match)
        same = match.value == want.value
        counts = counts.plus(Counts(strict=match[:2] == want[:2], relaxed=1, value=same))
        if not same:
            missed[f"value    {' '.join(text[match.start : match.end].split())} = {match.value}, not {want.value}"] += 1
    for extra in found:
        if extra not in used:
            missed[f"extra    {' '.join(text[extra.start : extra.end].split())} = {extra.value}"] += 1
    return counts


def f1(right: int, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (found + gold) if found + gold else 0.0


def main(arguments: list[str]) -> None:
    """Score every file of the folder and print the sums."""
    folder = next((a for a in arguments if not a.startswith("-")), None)
    if folder is None:
        raise SystemExit(__doc__)
    encoder, total, missed = Encoder(), Counts(), Counter[str]()
    for path in sorted(Path(folder).glob("*.tml")):
        total = total.plus(score(*parse(path.read_text(encoding="utf-8")), encoder, missed))
    relaxed = f1(total.relaxed, total.found, total.gold)
    right = total.value / max(1, total.relaxed)
    print(f"expressions {total.gold}, found {total.found}")
    print(f"span F1 strict {f1(total.strict, total.found, total.gold):.3f}  relaxed {relaxed:.3f}")
    print(f"value accuracy {right:.3f}  value F1 {relaxed * right:.3f}")
    if "--missed" in arguments:
        for line, times in missed.most_common():
            print(f"{times:4} {line}")


if __name__ == "__main__":
    main(sys.argv[1:])
