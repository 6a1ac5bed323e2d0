"""Are deeds given the right PLOVER type? Accuracy over the sentences that PLOVER's coders coded.

    python -m benchmarks.events PLOVER_RECORDS.txt [--confused] [--floor 0.5]

The file is a JSON list of records with `event` (the type), `text` and `eventText` (the words that the coders went by).
The records were made with an early PLOVER: DEMAND is now REQUEST, DISAPPROVE and INVESTIGATE are ACCUSE, FIGHT is
ASSAULT. PLOVER codes a cooperative deed that is still to come as AGREE, a withdrawal or concession to come as CONCEDE
or AGREE, a harmful deed as THREATEN; ours keeps the deed's type and says `planned`: both count as right.

Three figures: the coded type is among the deeds found; the deed whose trigger shares a word with `eventText` has it;
sentences in which no deed is found.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.command import command, there
from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import EventMention, Report

TODAY = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Types of the records that today's PLOVER has under another name."""
HARMFUL = frozenset(("SANCTION", "COERCE", "PROTEST", "ASSAULT", "RETREAT", "CONCEDE"))
"""Types whose deeds, announced, PLOVER codes as THREATEN (a withdrawal can be one, of help)."""
OPEN = frozenset(("planned", "hypothetical", "threatened", "demanded"))


def types_of(event: EventMention) -> set[str]:
    """The types that PLOVER's rules would allow for an event, its own first."""
    types = {event.type}
    if event.status in OPEN:
        types |= {"AGREE", "CONCEDE"} if event.status != "threatened" else {"THREATEN"}
        types |= {"REQUEST"} if event.status == "demanded" else set()
        types |= {"THREATEN"} if event.type in HARMFUL else set()
    return types


def measure(records: list[dict[str, Any]]) -> tuple[dict[str, float], Counter[tuple[str, str]]]:
    """The three figures, and how often which type was taken for which."""
    encoder = Encoder()
    found = named = none = 0
    confused: Counter[tuple[str, str]] = Counter()
    for number, record in enumerate(records):
        want = TODAY.get(record["event"], record["event"])
        report = Report(f"r{number}", "plover", record["text"].strip("{} "))
        events = pipeline.read(report, encoder.analyse(report.id, report.text)).events
        words = set(record["eventText"].lower().split())
        marked = [e for e in events if words & set(e.trigger.text.lower().split())]
        none += not events
        found += any(want in types_of(e) for e in events)
        hit = any(want in types_of(e) for e in marked)
        named += hit
        if not hit:
            confused[want, ", ".join(sorted({e.type for e in marked})) or "nothing"] += 1
    count = len(records)
    return {
        "sentences": count,
        "type among deeds": found / count,
        "type of the coded deed": named / count,
        "no deed": none / count,
    }, confused


def main(arguments: list[str] | None = None) -> int:
    parser = command("events", __doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--confused", action="store_true", help="list which types were taken for which")
    parser.add_argument("--floor", type=float, default=0.0, help="fail if the coded type is among the deeds less often")
    given = parser.parse_args(arguments)
    path = given.records / "PLOVER_GSR_CAMEO.txt" if given.records.is_dir() else given.records
    if not there(path):
        return 0
    records = [r for r in json.loads(path.read_text(encoding="utf-8")) if r["event"] != "DOCUMENT"]
    figures, confused = measure(records)
    print(
        "  ".join(
            f"{name} {value:.3f}" if isinstance(value, float) else f"{name} {value}" for name, value in figures.items()
        )
    )
    for (want, got), count in confused.most_common() if given.confused else ():
        print(f"{count:4} {want} taken for {got}")
    return int(figures["type among deeds"] < given.floor)


if __name__ == "__main__":
    sys.exit(main())
