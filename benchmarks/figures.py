"""How well are killed and injured counted? Exact numbers per incident over reports of shootings that are read together.

    python -m benchmarks.figures REPORTS.jsonl [--sample 100] [--every 10] [--wrong] [--floor 0.6 0.4]

Each line of the file is a report: {"incident", "dct" (day it came out), "title", "content", "url", "gold": {"killed",
"injured"}}.
All reports of an incident make one dossier. What it says of an outcome is the `best` (else the `low`) of the figure
of that
outcome that most reports give, the one told first among equals; nothing told is none. Of people only told as shot,
those who were not killed were injured. Always answering the commonest values (1 and 0) is the comparison.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.command import command, there
from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import Dossier, Published, Report

OUTCOMES = ("killed", "injured")


def sample(path: Path, count: int, every: int) -> list[list[dict[str, Any]]]:
    """The reports of every `every`-th incident, by incident, `count` incidents at most."""
    incidents: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["gold"] and row["gold"]["killed"] is not None and row["gold"]["injured"] is not None:
            incidents[row["incident"]].append(row)
    return [incidents[key] for key in sorted(incidents)[::every]][:count]


def dossier_of(rows: list[dict[str, Any]], encoder: Encoder) -> Dossier:
    """The dossier of one incident's reports."""
    reports = []
    for n, row in enumerate(rows):
        day = date.fromisoformat(row["dct"])
        text = f"{row['title']}\n\n{row['content']}"
        published = Published(day, day, "metadata")
        reports.append(Report(f"r{n:03}", row["url"], text, title=row["title"], published=published))
    return pipeline.cross(reports, [pipeline.read(r, encoder.analyse(r.id, r.text)) for r in reports])


def told(dossier: Dossier, outcome: str) -> int:
    """How many people the dossier says had this outcome in its main happening."""
    found = counted(dossier, outcome)
    if found or outcome != "injured":
        return found
    return max(0, counted(dossier, "shot") - counted(dossier, "killed"))


def counted(dossier: Dossier, outcome: str) -> int:
    """The number of the figure of an outcome that most reports give."""
    names = {f.id: f.counts.split(" in ")[0].split(" (")[0].split(",")[0] for f in dossier.figures}
    mine = [f for f in dossier.figures if names[f.id].endswith(f" {outcome}")]
    best = max(
        mine,
        key=lambda f: (len({r.report for r in f.readings}), -min(r.evidence[0].start for r in f.readings)),
        default=None,
    )
    return int((best.best if best.best is not None else best.low) or 0) if best else 0


def main(arguments: list[str] | None = None) -> int:
    parser = command("figures", __doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--every", type=int, default=10)
    parser.add_argument("--wrong", action="store_true", help="list the incidents that are counted wrongly")
    parser.add_argument("--floor", type=float, nargs=2, default=(0.0, 0.0), help="least share right: killed, injured")
    options = parser.parse_args(arguments)
    if not there(options.reports):
        return 0
    encoder, right, common = Encoder(), dict.fromkeys(OUTCOMES, 0), dict.fromkeys(OUTCOMES, 0)
    incidents = sample(options.reports, options.sample, options.every)
    for rows in incidents:
        dossier = dossier_of(rows, encoder)
        for outcome, usual in zip(OUTCOMES, (1, 0), strict=True):
            gold, found = rows[0]["gold"][outcome], told(dossier, outcome)
            right[outcome] += found == gold
            common[outcome] += usual == gold
            if options.wrong and found != gold:
                print(f"{rows[0]['incident']} {outcome}: {found}, is {gold}: {rows[0]['title'][:90]}")
                for f in dossier.figures:
                    if f.unit == "people":
                        quotes = " | ".join(f"{r.value} {r.evidence[0].text[:50]}" for r in f.readings[:5])
                        print(f"      {f.counts} best {f.best} low {f.low} {f.verdict}: {quotes}")
    for outcome, floor in zip(OUTCOMES, options.floor, strict=True):
        share = right[outcome] / max(1, len(incidents))
        usual_share = common[outcome] / max(1, len(incidents))
        print(f"{outcome:8} exact {share:.1%} of {len(incidents)} incidents (always the commonest: {usual_share:.1%})")
        if share < floor:
            print(f"  below the floor of {floor:.1%}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
