"""How many reports a second are read, and in how much memory.

    python -m benchmarks.throughput [FOLDER] [--reports N] [--workers N]

Reads the reports of FOLDER (by default the example story) again and again until N have been read, with one process a
core, and prints reports a second, reports a core-second, words a second and the memory of the largest process and of
all together. Reports are told apart by their ids, so nothing is read from a cache.
"""

from __future__ import annotations

import resource
import time
from itertools import cycle, islice
from pathlib import Path

import msgspec

from benchmarks.command import command
from crossread import pipeline
from crossread.engine import read_all
from crossread.intake import take_in
from crossread.records import Report

CROSSED = 50
"""Readings that are kept, to be crossed afterwards; the others are let go, as a store would take them."""

EXAMPLE = Path(__file__).parent.parent / "examples" / "sarnik"


def main() -> None:
    parser = command("throughput", __doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=EXAMPLE)
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args()
    reports = repeated(take_in([str(asked.folder)]).reports, asked.reports)
    words = sum(len(report.text.split()) for report in reports)

    start, used = time.perf_counter(), cpu_seconds()
    readings = [reading for i, reading in enumerate(read_all(reports, workers=asked.workers)) if i < CROSSED]
    wall, cpu = time.perf_counter() - start, cpu_seconds() - used
    print(f"reading   {len(reports)} reports, {words} words, {asked.workers} processes: {wall:.1f} s")
    print(
        f"          {len(reports) / wall:.1f} reports/s, {len(reports) / cpu:.1f} reports/core-s, "
        f"{words / wall:.0f} words/s"
    )

    start = time.perf_counter()
    here = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pipeline.cross(reports[: len(readings)], readings)
    print(f"crossing  {len(readings)} reports: {time.perf_counter() - start:.2f} s")
    each = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 if asked.workers > 1 else 0
    print(
        f"memory    while reading: this process {here:.0f} MB, each reading process {each:.0f} MB, "
        f"together {here + each * asked.workers:.0f} MB"
    )


def repeated(reports: tuple[Report, ...], count: int) -> list[Report]:
    """`count` reports, each with an id of its own."""
    return [msgspec.structs.replace(r, id=f"{r.id}-{i}") for i, r in enumerate(islice(cycle(reports), count))]


def cpu_seconds() -> float:
    """Processor time of this process and its finished children."""
    return sum(
        getattr(resource.getrusage(who), field)
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        for field in ("ru_utime", "ru_stime")
    )


if __name__ == "__main__":
    main()
