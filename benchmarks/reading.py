"""Everything that is read in one report, against our own training reports: the tenth that nothing was trained on.

    python -m benchmarks.reading [FOLDER] [--all] [--wrong LAYER]

FOLDER holds training reports (training/reports/README.md tells the format); `--all` measures every report of it,
`--wrong` lists what one layer got wrong. Printed, each with precision, recall and F1 of what is found, then the share
of those found for which the field is right:

* names      the same characters; type
* dates      characters that overlap; TIMEX3 value
* figures    characters that overlap; low and high value; less the ages of persons, which no report marks
* statements contents that overlap; speaker (the name that the note gives), kind, passed on by
* deeds      words that overlap; type, status, and their roles (who, whom: a shared word of four letters or more)
* wording    characters that overlap
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.command import command
from crossread import pipeline
from crossread.crossing.dates.resolving import resolve_report
from crossread.days import Interval
from crossread.reading.encoder.model import Encoder
from crossread.records import AGE, EventMention, Published, Quantity, Reading, Report, StatementMention
from crossread.timex import timexes
from training.annotated import NAMES, Annotated, Mark, files, load

FOLDER = Path(__file__).parents[1] / "training" / "reports"
TYPES = {
    "O": ("organisation", "company", "coalition", "people", "other"), "N": ("government", "place"),
    **{code: (name,) for code, name in NAMES.items() if code not in "ONX"},
}  # fmt: skip
"""Code of a name -> the types of mentions that are right for it."""
_NUMBER = re.compile(r"(>=|<=|>|<|~)?(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?")


class Tally:
    """Counts of one layer, and of its fields among what was found."""

    def __init__(self, layer: str) -> None:
        self.layer = layer
        self.right = self.found = self.wanted = 0
        self.fields: dict[str, list[bool]] = {}
        self.wrong: list[str] = []

    def add(
        self,
        report: Annotated,
        found: Iterable[tuple[int, int, Any]],
        wanted: Iterable[Mark],
        fields: Callable[[Mark, Any], dict[str, bool | None]],
        *,
        exact: bool = False,
    ) -> None:
        """Pair what is found with what is wanted, each used once, in text order; `None` as a field is not counted."""
        left = sorted(found, key=lambda each: each[:2])
        self.found += len(left)
        for mark in wanted:
            self.wanted += 1
            match = next(
                (
                    f
                    for f in left
                    if (f[:2] == (mark.start, mark.end) if exact else f[0] < mark.end and mark.start < f[1])
                ),
                None,
            )
            if match is None:
                self.wrong.append(f"{report.id} missed {report.quote(mark)!r} {mark.code} {mark.status}")
                continue
            left.remove(match)
            self.right += 1
            for field, right in fields(mark, match[2]).items():
                if right is not None:
                    self.fields.setdefault(field, []).append(right)
                if right is False:
                    self.wrong.append(
                        f"{report.id} {field} {report.quote(mark)!r} {mark.code} {mark.status} {match[2]}"[:300]
                    )
        self.wrong += [f"{report.id} added {report.text[a:b]!r}" for a, b, _ in left]

    def line(self) -> str:
        """One row of the table."""
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.wanted)
        f1 = 2 * self.right / max(1, self.found + self.wanted)
        fields = "  ".join(f"{name} {sum(shares) / len(shares):.3f}" for name, shares in self.fields.items())
        return f"{self.layer:11}{self.wanted:6}   P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}   {fields}"


def measure(gold: Annotated, encoder: Encoder, tallies: dict[str, Tally]) -> None:
    """Read one report and compare."""
    report = Report(gold.id, gold.id, gold.text, published=Published(gold.published, gold.published, "metadata"))
    reading = pipeline.read(report, encoder.analyse(report.id, report.text))
    _names(gold, reading, tallies["names"])
    days = resolve_report(reading, report.published)
    told = timexes(reading.times, [Interval(d.start, d.end) for d in days], gold.published)
    times = [(t.start, t.end, t.value) for t in told]
    tallies["dates"].add(gold, times, gold.of("time"), lambda mark, value: {"value": _same_date(mark.code, value)})
    quantities = [(q.span.start, q.span.end, q) for q in reading.quantities if q.counts != AGE]
    tallies["figures"].add(gold, quantities, gold.of("figure"), lambda mark, q: {"value": _same_number(mark.code, q)})
    _statements(gold, reading, tallies["statements"])
    events = [(e.trigger.start, e.trigger.end, e) for e in reading.events]
    tallies["deeds"].add(gold, events, gold.of("deed"), lambda mark, event: _deed(gold, mark, event))
    words = [(w.span.start, w.span.end, w.label) for w in reading.wording]
    tallies["wording"].add(gold, words, gold.of("wording"), lambda mark, label: {})


def _names(gold: Annotated, reading: Reading, tally: Tally) -> None:
    marks, last = [], -1
    for mark in gold.of("name"):
        if mark.start >= last:  # outermost names alone
            marks.append(mark)
            last = mark.end
    other = [mark for mark in marks if mark.code == "X"]
    found = [
        (m.span.start, m.span.end, m.type)
        for m in reading.mentions
        if m.named and not any(m.span.start < mark.end and mark.start < m.span.end for mark in other)
    ]
    outer = [f for f in found if not any(g[0] <= f[0] and f[1] <= g[1] and g[:2] != f[:2] for g in found)]
    wanted = [mark for mark in marks if mark.code != "X"]
    tally.add(gold, outer, wanted, lambda mark, type_: {"type": type_ in TYPES[mark.code]}, exact=True)


def _statements(gold: Annotated, reading: Reading, tally: Tally) -> None:
    def fields(mark: Mark, said: StatementMention) -> dict[str, bool | None]:
        note = gold.notes.get(f"q{mark.number}", {"speaker": "unnamed", "kind": ""})
        speaker, via = note["speaker"], note.get("via")
        named = reading.mentions[said.speaker] if said.speaker is not None else None
        if named is not None and named.refers is not None:
            named = reading.mentions[named.refers]
        told = f"{said.speaker_text} {named.span.text if named else ''}"
        return {
            "speaker": None if speaker == "unnamed" else _shares_word(speaker, told),
            "kind": said.kind == note["kind"],
            "via": None if via is None else any(_shares_word(via, span.text) for span in said.via),
        }

    first = {}
    for mark in gold.of("q"):
        first.setdefault(mark.number, mark)
    tally.add(gold, [(s.content.start, s.content.end, s) for s in reading.statements], first.values(), fields)


def _deed(gold: Annotated, mark: Mark, event: EventMention) -> dict[str, bool | None]:
    note = gold.notes.get(f"!{mark.number}", {})
    texts = {role: " ".join(p.span.text for p in event.parts if p.role == role) for role in ("actor", "target")}
    return {
        "type": event.type == mark.code,
        "status": event.status == mark.status,
        "who": _shares_word(note["who"], texts["actor"]) if "who" in note else None,
        "whom": _shares_word(note["whom"], texts["target"]) if "whom" in note else None,
    }


def _shares_word(one: str, other: str) -> bool:
    words = [{word.lower() for word in re.findall(r"\w{4,}", text)} for text in (one, other)]
    return bool(words[0] & words[1]) or one.lower() == other.lower()


def _same_date(wanted: str, value: str) -> bool | None:
    return None if wanted == "?" else value == wanted


def _same_number(wanted: str, quantity: Quantity) -> bool:
    match = _NUMBER.fullmatch(wanted)
    if match is None:
        return False
    low, high = float(match[2]), float(match[3] or match[2])
    return quantity.value == low if low == high else (quantity.low, quantity.high) == (low, high)


def main() -> None:
    """Print the table."""
    parser = command("reading", __doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--all", action="store_true", help="every report, not the tenth alone")
    parser.add_argument("--wrong", metavar="LAYER", help="list what one layer got wrong")
    options = parser.parse_args()
    loaded = [load(path) for path in files(options.folder)]
    reports = [report for report in loaded if options.all or report.held_out]
    tallies = {layer: Tally(layer) for layer in ("names", "dates", "figures", "statements", "deeds", "wording")}
    encoder = Encoder()
    for report in reports:
        measure(report, encoder, tallies)
    print(f"{len(reports)} reports, {sum(len(report.text.split()) for report in reports)} words")
    for tally in tallies.values():
        print(tally.line())
    if options.wrong:
        print("\n".join(tallies[options.wrong].wrong))
        print(Counter(line.split()[1] for line in tallies[options.wrong].wrong), file=sys.stderr)


if __name__ == "__main__":
    main()
