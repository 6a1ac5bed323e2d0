"""Do reports of one happening end up in one story? Pairwise precision and recall over reports of shootings.

    python -m benchmarks.stories REPORTS.jsonl [--sample 300] [--floor 0.7]

The file is that of benchmarks.incidents; the sample is taken in the same way. Two reports that share a story count as a
pair; a report that is put into two stories counts with both.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.incidents import agreement, compared_with_floor, crossed, happenings, sample, together


def measure(path: Path, count: int) -> dict[str, float]:
    """Precision, recall and F of the pairs; how many reports, stories and happenings there are."""
    rows = sample(path, count)
    stories, groups = crossed(rows)[0].stories, happenings(rows)
    counted = {"reports": len(rows), "stories": len(stories), "happenings": len(groups)}
    return {**counted, **agreement(together(story.reports for story in stories), together(groups))}


def main(arguments: list[str] | None = None) -> int:
    return compared_with_floor("stories", arguments, __doc__, measure, 300)


if __name__ == "__main__":
    sys.exit(main())
