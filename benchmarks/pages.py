"""How well pages are read: `python -m benchmarks.pages PAGES_FOLDER [--sample N] [--copied]`.

The folder holds `gold.jsonl`, a JSON object a line: `file` (the page, relative to the folder), `set`, `url`, and what
is known of `body`, `with` and `without` (stretches that the text must and must not hold), `title`, `date`. Printed for
each set: F1 of the body (bag of words where there is a body, stretches where there is none; with --floor the extraction
library's own beside it), titles exactly right, dates right, days
given that are wrong, seconds a page. With --copied each page is read as the
plain text that somebody copies whole, menus and all, and the floor is that text as it is. Says so plainly when the
folder is missing.
"""

from __future__ import annotations

import json
import random
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from benchmarks.command import command, there
from benchmarks.copied import copied
from crossread.intake import read_bytes
from crossread.records import Report
from crossread.spelling import straight


def main() -> int:
    """Measure and print; returns 0, also when there is nothing to measure."""
    parser = command("pages", __doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sample", type=int, default=0, help="measure only so many pages, drawn once and for all")
    parser.add_argument("--copied", action="store_true", help="read the pages' visible text instead of their HTML")
    parser.add_argument("--floor", action="store_true", help="measure the extraction library's own body, too")
    parser.add_argument(
        "--wrong", type=Path, help="write the pages with a wrong title or date, or a bad body, to this file"
    )
    asked = parser.parse_args()
    gold = asked.folder / "gold.jsonl"
    if not there(gold):
        return 0
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").split("\n") if line]
    if asked.sample:
        rows = random.Random(7).sample(rows, min(asked.sample, len(rows)))
    sums, wrong = measure(rows, asked.folder, asked.floor, asked.copied)
    for name, figures in sorted(sums.items()):
        print(
            name,
            " ".join(
                f"{key} {sum(values) / len(values):.4f} ({len(values)})" for key, values in sorted(figures.items())
            ),
        )
    if asked.wrong:
        asked.wrong.write_text("\n".join(json.dumps(item, ensure_ascii=False) for item in wrong), encoding="utf-8")
    return 0


def measure(
    rows: list[dict[str, Any]], folder: Path, floor: bool, copy: bool = False
) -> tuple[dict[str, dict[str, list[float]]], list[dict[str, Any]]]:
    """Figures by set, and what was wrong."""
    sums: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    wrong: list[dict[str, Any]] = []
    for row in rows:
        raw = (folder / row["file"]).read_bytes()
        text = copied(raw) if copy else ""
        began = time.perf_counter()
        taken = (
            read_bytes("copied.txt", text.encode())
            if copy
            else read_bytes(row["url"] or row["file"], raw, url=row["url"])
        )
        took = time.perf_counter() - began
        report = taken if isinstance(taken, Report) else None
        figures = sums[row["set"]]
        figures["seconds"].append(took)
        body = report.text if report else ""
        if report and report.title and row.get("title") != report.title:
            body = body.removeprefix(report.title).strip()
        score = body_score(row, body)
        figures["body"].append(score)
        if floor:
            import trafilatura

            whole = text if copy else trafilatura.extract(raw, include_comments=False) or ""
            figures["floor"].append(body_score(row, whole))
        note: dict[str, Any] = {
            "file": row["file"],
            "url": row["url"],
            "body": round(score, 3),
            "why": getattr(taken, "why", ""),
        }
        if row.get("title"):
            right = report is not None and _same(report.title or "", row["title"])
            figures["title"].append(right)
            if not right:
                note["title"] = [report.title if report else None, row["title"]]
        if row.get("date"):
            day = report.published.start.isoformat() if report and report.published else None
            figures["date"].append(day == row["date"][:10])
            figures["wrong day"].append(day is not None and day != row["date"][:10])
            if day != row["date"][:10]:
                note["date"] = [
                    day,
                    row["date"],
                    [f"{c.kind} {c.start} {c.basis} {c.why}" for c in report.clues] if report else [],
                ]
        wrong.append(note)
    return sums, wrong


def body_score(row: dict[str, Any], text: str) -> float:
    """F1 of one page: of words where the gold has the body, of stretches that must and must not stand in it
    elsewhere."""
    if row.get("body"):
        a, b = Counter(re.findall(r"\w+", text.lower())), Counter(re.findall(r"\w+", row["body"].lower()))
        common = sum((a & b).values())
        return 2 * common / (sum(a.values()) + sum(b.values())) if common else 0.0
    squeezed = " ".join(text.split())
    hit = sum(" ".join(part.split()) in squeezed for part in row.get("with") or [])
    bad = sum(" ".join(part.split()) in squeezed for part in row.get("without") or [])
    total = len(row.get("with") or [])
    return 2 * hit / (hit + bad + total) if total + bad else 1.0


def _same(a: str, b: str) -> bool:
    """Equal give or take white space and the shape of quotes and dashes."""
    a, b = straight(a), straight(b)
    return " ".join(a.split()) == " ".join(b.split())


if __name__ == "__main__":
    sys.exit(main())
