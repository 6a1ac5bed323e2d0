"""Wording against BABE: does a sentence judge, by its annotators.

    python -m benchmarks.wording BABE_CSV [--sample N] [--errors N]

BABE_CSV has `text`, `label_bias` ("Biased", "Non-biased") and `biased_words`, parted by semicolons. A sentence counts
as biased if the stage's count of signs says that it judges. Printed: macro F1 of the two classes, and how many words
that the annotators marked stand in a label.
"""

from __future__ import annotations

import ast
import csv
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from benchmarks.command import command, there
from crossread.reading.encoder.model import Encoder
from crossread.reading.names import mentions as names
from crossread.reading.statements.saying import find_statements
from crossread.reading.wording.choosing import find_wording, judges
from crossread.records import Report
from crossread.trees import Tree


def f1(right: int, given: int, wanted: int) -> float:
    """F1 of one class."""
    return 2 * right / (given + wanted) if given + wanted else 0.0


def judged(encoder: Encoder, text: str) -> tuple[bool, tuple[str, ...]]:
    """Whether any sentence of a text judges, and the labels that the reader finds in it."""
    report = Report(id="sentence", source="", text=text)
    trees = tuple(Tree(s) for s in encoder.analyse(report.id, text).sentences)
    mentions = names.find_mentions(report, trees)
    statements = find_statements(report, trees, mentions)
    labels = tuple(w.label for w in find_wording(report, trees, mentions, statements, ()))
    return any(judges(report, trees, mentions, statements)), labels


def classes(counts: Counter[tuple[bool, bool]]) -> tuple[float, float]:
    """F1 of the biased and of the other sentences; the counts are by what annotators and what the stage say."""
    given, others = counts[True, True] + counts[False, True], counts[False, False] + counts[True, False]
    wanted = counts[True, True] + counts[True, False]
    return f1(counts[True, True], given, wanted), f1(counts[False, False], others, counts.total() - wanted)


def rows_of(path: Path, sample: int | None) -> list[dict[str, str]]:
    """The rows with a clear label, all or about `sample` of them evenly spread."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if row["label_bias"] in ("Biased", "Non-biased")]
    return rows[:: max(1, len(rows) // sample)] if sample else rows


def marked(row: dict[str, str], labels: Iterable[str]) -> tuple[int, int]:
    """How many of the words that annotators marked stand in a label, and how many they marked."""
    told = set(re.findall(r"[\w'-]+", " ".join(labels).lower()))
    wanted = [w.lower() for phrase in ast.literal_eval(row["biased_words"]) for w in phrase.split()]
    return sum(word in told for word in wanted), len(wanted)


def main() -> None:
    parser = command("wording", __doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--sample", type=int)
    parser.add_argument("--errors", type=int, default=0, help="show so many sentences that were judged otherwise")
    arguments = parser.parse_args()
    if not there(arguments.file):
        return
    encoder = Encoder()
    counts = Counter[tuple[bool, bool]]()
    found = wanted = shown = 0
    for row in rows_of(arguments.file, arguments.sample):
        given, labels = judged(encoder, row["text"])
        biased = row["label_bias"] == "Biased"
        counts[biased, given] += 1
        right, all_ = marked(row, labels)
        found, wanted = found + right, wanted + all_
        if biased != given and shown < arguments.errors:
            shown += 1
            print("missed" if biased else "added ", labels or row["biased_words"], "|", row["text"])
    yes, no = classes(counts)
    print(f"{counts.total()} sentences: macro F1 {(yes + no) / 2:.3f} (biased {yes:.3f}, others {no:.3f})")
    print(f"marked words in a label: {found}/{wanted}")


if __name__ == "__main__":
    main()
