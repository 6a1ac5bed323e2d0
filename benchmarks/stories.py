"""Do reports of one happening end up in one story? Pairwise precision and recall over reports of shootings.

    python -m benchmarks.stories REPORTS.jsonl [--sample 300] [--floor 0.7]

The file is that of benchmarks.incidents; the sample is taken in the same way. Two reports that share a story count as a
pair; a report that is put into two stories counts with both.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from benchmarks.incidents import report_of, sample
from crossread import pipeline
from crossread.reading.encoder.model import Encoder


def pairs(groups: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    """Every two that share a group."""
    return {frozenset(pair) for group in groups for pair in combinations(sorted(group), 2)}


def measure(path: Path, count: int) -> dict[str, float]:
    """Precision, recall and F of the pairs; how many reports, stories and happenings there are."""
    rows = sample(path, count)
    reports = [report_of(row) for row in rows]
    encoder = Encoder()
    readings = [pipeline.read(report, encoder.analyse(report.id, report.text)) for report in reports]
    stories = pipeline.cross(reports, readings).stories
    groups = defaultdict(list)
    for row in rows:
        groups[row["incident"]].append(row["id"])
    got, want = pairs(story.reports for story in stories), pairs(groups.values())
    right = len(got & want)
    precision, recall = right / len(got) if got else 0.0, right / len(want) if want else 0.0
    f = 2 * precision * recall / (precision + recall) if right else 0.0
    return {
        "reports": len(rows),
        "stories": len(stories),
        "happenings": len(groups),
        "precision": precision,
        "recall": recall,
        "f": f,
    }


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--sample", type=int, default=300, help="how many reports to read")
    parser.add_argument("--floor", type=float, default=0.0, help="fail below this F")
    given = parser.parse_args(arguments)
    if not given.reports.exists():
        print(f"skipped: {given.reports} is not there")
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
