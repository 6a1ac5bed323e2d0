"""What reading and crossing cost per report, and how crossing grows with their number, on real reports.

    python -m benchmarks.growth REPORTS.jsonl… [--cache FOLDER] [--numbers 300 1000 3000 10000] [--stages]

Each line of a file is a report: {"id", "url", "title", "content", "dct" (day it came out; may be missing)}. Of several
files each gives the same share of its first reports, so that the mix stays the same while the number grows; a number
greater than all of them stands for all of them. Readings are kept in FOLDER and taken from there by the next run:
delete it when reading has changed. All times are processor time of one process, so that a busy machine matters little.

reading    milliseconds for each report, the encoder among them
crossing   milliseconds for each report, all stages; its share of reading; the power of the number of reports with which
           the whole of it grows
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import log
from pathlib import Path
from time import process_time
from typing import Any, NamedTuple

import msgspec

from benchmarks.command import command, there
from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import Published, Reading, Report

NUMBERS = (300, 1_000, 3_000, 10_000)


class Read(msgspec.Struct, frozen=True):
    """A reading, and the seconds of processor time that it took."""

    seconds: float
    reading: Reading


class Cost(NamedTuple):
    """Seconds of reading and of each stage of crossing, for so many reports."""

    reports: int
    reading: float
    stages: dict[str, float]

    @property
    def crossing(self) -> float:
        return sum(self.stages.values())


def reports_of(paths: Iterable[Path]) -> list[list[Report]]:
    """The reports of each file; a report that stands twice counts once."""
    seen: set[str] = set()
    found = []
    for path in paths:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        fresh = {row["id"]: _report(row) for row in rows if row["id"] not in seen}
        seen |= fresh.keys()
        found.append(list(fresh.values()))
    return found


def _report(row: dict[str, Any]) -> Report:
    day = date.fromisoformat(row["dct"]) if row.get("dct") else None
    text = f"{row['title']}\n\n{row['content']}".strip()
    published = Published(day, day, "metadata") if day else None
    return Report(row["id"], row["url"], text, title=row["title"] or None, published=published)


def first(files: Sequence[Sequence[Report]], number: int) -> list[Report]:
    """`number` reports, the same share of each file; all where there are not as many."""
    share = min(1.0, number / sum(map(len, files)))
    return [report for file in files for report in file[: round(share * len(file))]]


def read(reports: Iterable[Report], cache: Path | None) -> Iterator[Read]:
    """Each report's reading, from the cache where it is there."""
    encoder = None
    for report in reports:
        kept = cache / f"{report.id}.msgpack" if cache else None
        if kept and kept.exists():
            yield msgspec.msgpack.decode(kept.read_bytes(), type=Read)
            continue
        encoder = encoder or Encoder()
        start = process_time()
        reading = pipeline.read(report, encoder.analyse(report.id, report.text))
        made = Read(process_time() - start, reading)
        if kept:
            kept.write_bytes(msgspec.msgpack.encode(made))
        yield made


def cost(reports: Sequence[Report], made: dict[str, Read]) -> Cost:
    """What each stage of crossing takes."""
    ordered = sorted(reports, key=lambda report: report.id)
    known: dict[str, Any] = {"reports": tuple(ordered), "readings": tuple(made[r.id].reading for r in ordered)}
    stages = {}
    with pipeline.uncollected():  # as `pipeline.cross` does
        for stage in pipeline.CROSSING:
            start = process_time()
            known[stage.gives] = stage.function(**{need: known[need] for need in stage.needs})
            stages[stage.gives] = process_time() - start
    return Cost(len(ordered), sum(made[r.id].seconds for r in ordered), stages)


def shown(found: Cost, before: Cost | None, stages: bool) -> str:
    """One line for a number of reports, and one for the stages where they are asked for."""
    per, count = 1000 / found.reports, found.reports
    power = f"  power {log(found.crossing / before.crossing) / log(count / before.reports):.2f}" if before else ""
    line = (
        f"{count:>7} reports  reading {found.reading * per:6.1f} ms  crossing {found.crossing * per:6.1f} ms  "
        f"share {found.crossing / found.reading:.2f}{power}"
    )
    return line + ("\n        " + "  ".join(f"{k} {v * per:.1f}" for k, v in found.stages.items()) if stages else "")


def main() -> int:
    parser = command("growth", __doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--cache", type=Path, help="where readings are kept")
    parser.add_argument("--numbers", nargs="*", type=int, default=NUMBERS)
    parser.add_argument("--stages", action="store_true", help="what each stage takes")
    given = parser.parse_args()
    if not there(*given.files):
        return 0
    if given.cache:
        given.cache.mkdir(parents=True, exist_ok=True)
    files, before = reports_of(given.files), None
    made: dict[str, Read] = {}
    for number in given.numbers:
        chosen = first(files, number)
        if before and len(chosen) == before.reports:
            break
        fresh = [report for report in chosen if report.id not in made]
        made.update(zip((report.id for report in fresh), read(fresh, given.cache), strict=True))
        found = cost(chosen, made)
        print(shown(found, before, given.stages), flush=True)
        before = found
    return 0


if __name__ == "__main__":
    sys.exit(main())
