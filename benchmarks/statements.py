"""Statements against PolNeAR: who says what, by its annotators.

    python -m benchmarks.statements POLNEAR_FOLDER [--sample N] [--errors N]

POLNEAR_FOLDER holds `text/*.txt` and `attributions/*.ann` (one split of the corpus; of several
annotators the first counts). Three figures:

* source, cue: F1 of the spans, exact to the character but for a leading article's or mark's white space
* content: F1 of the words that stand in what somebody says

The corpus marks what people want, plan and feel too, and it is about one election: the figures compare versions of this
reader, not readers of other kinds of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.command import command, there
from crossread.reading.encoder.model import Encoder
from crossread.reading.names import mentions as names
from crossread.reading.statements.saying import find_statements
from crossread.records import Report, StatementMention
from crossread.trees import Tree

Range = tuple[int, int]
_WORD = re.compile(r"\w+")


class Gold(NamedTuple):
    """What the annotators marked in one report, in characters."""

    sources: set[Range]
    cues: set[Range]
    contents: set[Range]


class Tally:
    """Right, given and wanted, summed over reports."""

    def __init__(self) -> None:
        self.right = self.given = self.wanted = 0

    def add(self, given: set[Range], wanted: set[Range]) -> None:
        self.right += len(given & wanted)
        self.given += len(given)
        self.wanted += len(wanted)

    def line(self) -> str:
        precision = self.right / self.given if self.given else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"F1 {f1:.3f}  precision {precision:.3f}  recall {recall:.3f}"


def read_gold(path: Path) -> Gold:
    """One file of stand-off marks; marks in several pieces give one range each."""
    found: dict[str, set[Range]] = {"Source": set(), "Cue": set(), "Content": set()}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if not line.startswith("T") or len(fields) < 2:
            continue
        label, _, pieces = fields[1].partition(" ")
        if label in found:
            for piece in pieces.split(";"):
                start, end = piece.split()
                found[label].add((int(start), int(end)))
    return Gold(found["Source"], found["Cue"], found["Content"])


def words(text: str, ranges: Iterable[Range]) -> set[Range]:
    """The words that lie in the ranges."""
    return {match.span() for start, end in ranges for match in _WORD.finditer(text, start, end)}


def measured(text: str, statements: Iterable[StatementMention]) -> Gold:
    """The statements in the corpus's manner: each word is source, cue or content, never two of them."""
    sources: set[Range] = set()
    cues: set[Range] = set()
    contents: set[Range] = set()
    for statement in statements:
        if statement.speaker_span is not None:
            sources.add((statement.speaker_span.start, statement.speaker_span.end))
        cues.add((statement.cue.start, statement.cue.end))
        contents.add((statement.content.start, statement.content.end))
    return Gold(sources, cues, contents)


def main() -> None:
    parser = command("statements", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, help="every so many-th report only, so that about N are read")
    parser.add_argument("--errors", type=int, default=0, help="show what was missed and added in the first N reports")
    arguments = parser.parse_args()
    if not there(arguments.folder / "text"):
        return
    files = sorted((arguments.folder / "text").glob("*.txt"))
    files = files[:: max(1, len(files) // arguments.sample)] if arguments.sample else files
    encoder = Encoder()
    source, cue, content = Tally(), Tally(), Tally()
    for number, file in enumerate(files):
        marks = next(iter(sorted((arguments.folder / "attributions").glob(f"{file.stem}_*.ann"))), None)
        if marks is None:
            continue
        text, gold = file.read_text(encoding="utf-8"), read_gold(marks)
        report = Report(id=file.stem, source=file.name, text=text)
        trees = tuple(Tree(s) for s in encoder.analyse(report.id, text).sentences)
        found = measured(text, find_statements(report, trees, names.find_mentions(report, trees)))
        source.add(found.sources, gold.sources)
        cue.add(found.cues, gold.cues)
        content.add(words(text, found.contents) - words(text, found.cues), words(text, gold.contents))
        if number < arguments.errors:
            show(text, gold, found)
    print(f"{len(files)} reports\nsource   {source.line()}\ncue      {cue.line()}\ncontent  {content.line()}")


def show(text: str, gold: Gold, found: Gold) -> None:
    """The cues that only one side has, each with the words around it."""
    for label, only in (("missed", gold.cues - found.cues), ("added", found.cues - gold.cues)):
        for start, end in sorted(only):
            before, after = text[max(0, start - 60) : start], text[end : end + 80]
            print(f"{label:7} …{before}[[{text[start:end]}]]{after}…".replace("\n", " "))


if __name__ == "__main__":
    main()
