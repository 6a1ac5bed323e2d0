"""How well date expressions are found and resolved: `python -m benchmarks.dates FOLDER... [--missed]`.

Takes any folders of TimeML files (`*.tml`, at any depth) and scores as TempEval-3 does: precision, recall and F1 of
the expressions (strict: the same span; relaxed: overlapping, one to one), the share of the relaxed pairs with the same
TIMEX3 type and with the same value, as strings, and the F1 of each (that share times the relaxed F1). The creation time
of the text is given, as it is to the taggers compared, and is not scored. TimeML texts are not part of the project.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from html import unescape
from pathlib import Path
from typing import NamedTuple

from benchmarks.command import command, there
from crossread.crossing.dates.resolving import resolve_report
from crossread.days import Interval
from crossread.reading.dates.expressions import find_times
from crossread.reading.encoder.model import Encoder
from crossread.records import Published, Reading, Report
from crossread.timex import Timex, timexes
from crossread.trees import Tree

_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_CREATED = re.compile(r"<TIMEX3[^>]*(?:CREATION|PUBLICATION)_TIME[^>]*>")
_DAY = re.compile(r'value="(\d{4}-\d{2}-\d{2})')
_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_KIND, _VALUE = re.compile(r'\btype="([^"]*)"'), re.compile(r'\bvalue="([^"]*)"')


class Counts(NamedTuple):
    """Expressions annotated and found, and pairs of the two."""

    gold: int = 0
    found: int = 0
    strict: int = 0
    relaxed: int = 0
    kind: int = 0
    value: int = 0

    def plus(self, other: Counts) -> Counts:
        """The sum of two counts."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))


def parse(source: str) -> tuple[str, str | None, list[Timex]]:
    """(text, creation day, annotated expressions) of a TimeML file."""
    body, created = _TEXT.search(source), _CREATED.search(source)
    day = _DAY.search(created[0]) if created else None
    pieces: list[str] = []
    length, at, gold = 0, 0, []
    open_at: list[tuple[int, str]] = []
    raw = body[1] if body else source
    for tag in _TAG.finditer(raw):
        pieces.append(unescape(raw[at : tag.start()]))
        length += len(pieces[-1])
        at = tag.end()
        if tag[2] != "TIMEX3" or tag[3].endswith("/"):
            continue
        if not tag[1]:
            open_at.append((length, tag[3]))
        elif open_at:
            start, told = open_at.pop()
            if created is None or told not in created[0]:
                gold.append(Timex(start, length, _told(_KIND, told), _told(_VALUE, told)))
    pieces.append(unescape(raw[at:]))
    return "".join(pieces), day[1] if day else None, gold


def _told(pattern: re.Pattern[str], attributes: str) -> str:
    found = pattern.search(attributes)
    return found[1] if found else ""


def read(text: str, dct: str | None, encoder: Encoder) -> list[Timex]:
    """The expressions that we find in a text of a known day."""
    day = date.fromisoformat(dct) if dct else None
    report = Report("r", "r", text, published=Published(day, day, "metadata") if day else None)
    analysis = encoder.analyse(report.id, text)
    times = find_times(report, tuple(Tree(sentence) for sentence in analysis.sentences))
    days = resolve_report(Reading(report.id, analysis.sentences, times=times), report.published)
    return timexes(times, [Interval(d.start, d.end) for d in days], day)


def score(text: str, gold: Iterable[Timex], found: Sequence[Timex], missed: Counter[str]) -> Counts:
    """The counts for one text."""
    counts = Counts(found=len(found))
    used: set[Timex] = set()
    for want in gold:
        match = next((f for f in found if f.start < want.end and want.start < f.end and f not in used), None)
        counts = counts.plus(Counts(gold=1))
        quote = " ".join(text[want.start : want.end].split())
        if match is None:
            missed[f"missed   {quote} = {want.value}"] += 1
            continue
        used.add(match)
        same = match.value == want.value
        alike = match.type == want.type
        counts = counts.plus(Counts(strict=match[:2] == want[:2], relaxed=1, kind=alike, value=same))
        if not same:
            missed[f"value    {' '.join(text[match.start : match.end].split())} = {match.value}, not {want.value}"] += 1
    for extra in found:
        if extra not in used:
            missed[f"extra    {' '.join(text[extra.start : extra.end].split())} = {extra.value}"] += 1
    return counts


def f1(right: int, found: int, gold: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * right / (found + gold) if found + gold else 0.0


def main() -> None:
    """Score every file of the folders and print the sums."""
    parser = command("dates", __doc__)
    parser.add_argument("folders", type=Path, nargs="+", help="TimeML files, at any depth")
    parser.add_argument("--missed", action="store_true", help="list what is missed, and what is given another value")
    options = parser.parse_args()
    folders = options.folders
    if not there(*folders):
        return
    encoder, total, missed = Encoder(), Counts(), Counter[str]()
    for path in sorted(path for folder in folders for path in folder.rglob("*.tml")):
        text, dct, gold = parse(path.read_text(encoding="utf-8"))
        total = total.plus(score(text, gold, read(text, dct, encoder), missed))
    relaxed = f1(total.relaxed, total.found, total.gold)
    print(f"expressions {total.gold}, found {total.found}")
    for name, right in (("strict", total.strict), ("relaxed", total.relaxed)):
        precision, recall = right / max(1, total.found), right / max(1, total.gold)
        print(f"span {name:8} P {precision:.3f}  R {recall:.3f}  F1 {f1(right, total.found, total.gold):.3f}")
    for name, right in (("type", total.kind), ("value", total.value)):
        accuracy = right / max(1, total.relaxed)
        print(f"{name:5} accuracy {accuracy:.3f}  F1 {relaxed * accuracy:.3f}")
    if options.missed:
        for line, times in missed.most_common():
            print(f"{times:4} {line}")


if __name__ == "__main__":
    main()
