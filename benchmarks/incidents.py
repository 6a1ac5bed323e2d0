"""Do reports of one happening end up in one incident? Pairwise F over reports of shootings with incident ids.

    python -m benchmarks.incidents REPORTS.jsonl [--sample 200] [--floor 0.6]

Each line of the file is a report: {"id", "incident", "dct" (day it came out), "title", "content"}. Two reports are held
to be of one happening if any incident of the types ASSAULT, HARM or COERCE holds tellings of both from their first five
sentences. The sample is the first reports whose incident has at least two of them, so that it is the same on every run.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.command import command, there
from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import Dossier, Published, Reading, Report

TOP = 5
"""Sentences from the top of a report in which its main happening is told."""


def sample(path: Path, count: int) -> list[dict[str, Any]]:
    """The first `count` reports of incidents with at least two."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    often = Counter(row["incident"] for row in rows)
    return [row for row in rows if often[row["incident"]] > 1][:count]


def report_of(row: dict[str, Any]) -> Report:
    """A row as a report that came out on its day."""
    day = date.fromisoformat(row["dct"])
    text = f"{row['title']}\n\n{row['content']}"
    return Report(row["id"], row["url"], text, title=row["title"], published=Published(day, day, "metadata"))


def linked(dossier: Dossier, readings: list[Reading]) -> set[frozenset[str]]:
    """Pairs of reports that share an incident told at the top of both."""
    top = {
        reading.report: reading.sentences[min(TOP, len(reading.sentences)) - 1].end
        for reading in readings
        if reading.sentences
    }
    found: set[frozenset[str]] = set()
    for incident in dossier.incidents:
        if incident.type in ("ASSAULT", "HARM", "COERCE"):
            told = {span.report for span in incident.evidence if span.start < top.get(span.report, 0)}
            found |= together([told])
    return found


def crossed(rows: list[dict[str, Any]]) -> tuple[Dossier, list[Reading]]:
    """The rows read and crossed."""
    reports, encoder = [report_of(row) for row in rows], Encoder()
    readings = [pipeline.read(report, encoder.analyse(report.id, report.text)) for report in reports]
    return pipeline.cross(reports, readings), readings


def together(groups: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    """Every two that share a group."""
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def happenings(rows: list[dict[str, Any]]) -> list[list[str]]:
    """The reports of each incident of the key."""
    groups = defaultdict(list)
    for row in rows:
        groups[row["incident"]].append(row["id"])
    return list(groups.values())


def agreement(got: set[frozenset[str]], want: set[frozenset[str]]) -> dict[str, float]:
    """Precision, recall and F of the pairs."""
    right = len(got & want)
    precision, recall = right / len(got) if got else 0.0, right / len(want) if want else 0.0
    f = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": precision, "recall": recall, "f": f}


def measure(path: Path, count: int) -> dict[str, float]:
    """Precision, recall and F of the pairs; how many reports and pairs there are."""
    rows = sample(path, count)
    want = together(happenings(rows))
    return {"reports": len(rows), "pairs": len(want), **agreement(linked(*crossed(rows)), want)}


def main(arguments: list[str] | None = None) -> int:
    return compared_with_floor("incidents", arguments, __doc__, measure, 200)


def compared_with_floor(
    name: str,
    arguments: list[str] | None,
    about: str | None,
    measure: Callable[[Path, int], dict[str, float]],
    count: int,
) -> int:
    """Measure the file that the command line names and print every figure; 1 where F is under the floor."""
    parser = command(name, about)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--sample", type=int, default=count, help="how many reports to read")
    parser.add_argument("--floor", type=float, default=0.0, help="fail below this F")
    given = parser.parse_args(arguments)
    if not there(given.reports):
        return 0
    found = measure(given.reports, given.sample)
    print(
        "  ".join(
            f"{name} {value:.3f}" if isinstance(value, float) else f"{name} {value}" for name, value in found.items()
        )
    )
    return int(found["f"] < given.floor)


if __name__ == "__main__":
    sys.exit(main())
