"""Check a dossier that somebody sent: does every quote stand where it says, without trusting who made it?

Works on the plain JSON, so that one damaged span does not hide the others. Needs nothing but the file; with the files
of the reports at hand, the dossier's texts are compared with a fresh intake of these files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath
from typing import Any, Literal

import msgspec

from crossread.errors import DossierError, InputError
from crossread.faces.saved import saved
from crossread.records import Dossier, Record, Report

SPAN_FIELDS = {"report", "start", "end", "text"}

POINTERS = {
    "report": "reports",
    "reports": "reports",
    "from": "reports",
    "speaker": "actors",
    "actor": "actors",
    "places": "places",
    "figure": "figures",
    "figures": "figures",
    "statements": "statements",
    "incident": "incidents",
    "incidents": "incidents",
}
"""Fields that hold ids, and the list of the dossier in which these must be found."""


class Problem(Record, frozen=True):
    """One thing in a dossier that does not hold."""

    kind: Literal["quote", "id", "shape", "text"]
    where: str  # the place in the JSON: "statements[3].cue"
    what: str


class Checked(Record, frozen=True):
    """What was checked and what did not hold."""

    spans: int
    reports: int
    problems: tuple[Problem, ...]
    compared: int = 0  # reports whose text was compared with their file


def verify(path: str | Path, reports: Sequence[str | Path] = ()) -> Checked:
    """Check the dossier in the JSON file `path`; with `reports` (files, folders) also its texts against theirs.

    Raises `DossierError` when the file holds no dossier at all, `InputError` when no report can be read in `reports`.
    """
    dossier = _read(path)
    texts = {r["id"]: r["text"] for r in dossier["reports"] if _is_text(r, "id") and _is_text(r, "text")}
    spans = list(_spans(dossier, ""))
    problems = [*_quotes(spans, texts), *_ids(dossier), *_shape(dossier)]
    beside = _beside(dossier["reports"], _fresh(reports)) if reports else []
    problems += (problem for index, report, file in beside if (problem := _text(index, report, file)) is not None)
    return Checked(len(spans), len(texts), tuple(problems), sum(file is not None for _, _, file in beside))


def _read(path: str | Path) -> dict[str, Any]:
    found = saved(path, dict)
    if not isinstance(found.get("reports"), list):
        raise DossierError(f'{path} is not a dossier: an object with a list "reports" is wanted')
    return found


def _is_text(record: Any, field: str) -> bool:
    return isinstance(record, dict) and isinstance(record.get(field), str)


def _spans(node: Any, where: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every span below `node`, with its place in the JSON."""
    if isinstance(node, dict):
        if node.keys() >= SPAN_FIELDS:
            yield where, node
        else:
            for name, value in node.items():
                yield from _spans(value, f"{where}.{name}" if where else name)
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _spans(value, f"{where}[{index}]")


def _quotes(spans: Sequence[tuple[str, dict[str, Any]]], texts: dict[str, str]) -> Iterator[Problem]:
    for where, span in spans:
        report, start, end, quoted = span["report"], span["start"], span["end"], span["text"]
        if not isinstance(report, str) or report not in texts:
            yield Problem("quote", where, f"quotes the report {report!r}, which the dossier does not hold")
        elif not (type(start) is type(end) is int and 0 <= start < end <= len(texts[report])):
            yield Problem("quote", where, f"{start}..{end} are no characters of report {report}")
        elif texts[report][start:end] != quoted:
            said = texts[report][start:end]
            yield Problem("quote", where, f"quotes {quoted!r}, but {report} says {said!r} at {start}..{end}")


def _ids(dossier: dict[str, Any]) -> Iterator[Problem]:
    """Ids that are used but stand for nothing."""
    known = {
        name: {item["id"] for item in dossier.get(name) or () if _is_text(item, "id")}
        for name in ("reports", "actors", "places", "figures", "statements", "incidents")
    }
    for section, items in dossier.items():
        if isinstance(items, list):
            for index, item in enumerate(items):
                yield from _pointing_nowhere(item, f"{section}[{index}]", known)


def _pointing_nowhere(node: Any, where: str, known: dict[str, set[str]]) -> Iterator[Problem]:
    if isinstance(node, list):
        for index, value in enumerate(node):
            yield from _pointing_nowhere(value, f"{where}[{index}]", known)
    if not isinstance(node, dict) or node.keys() >= SPAN_FIELDS:  # spans are checked with their quotes
        return
    for name, value in node.items():
        used = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        if name in POINTERS and all(isinstance(one, str) for one in used):
            for one in used:
                if one not in known[POINTERS[name]]:
                    yield Problem("id", f"{where}.{name}", f"{one!r} stands for nothing in {POINTERS[name]!r}")
        elif name != "links":  # an actor's names elsewhere: any key may stand there
            yield from _pointing_nowhere(value, f"{where}.{name}", known)


def _shape(dossier: dict[str, Any]) -> Iterator[Problem]:
    """What the published schema says of fields and types; the first fault only, as the decoder finds it."""
    try:
        msgspec.convert(dossier, Dossier)
    except msgspec.ValidationError as error:
        message, _, place = str(error).partition(" - at `$")
        if not message.startswith("a span must quote"):  # said already, with the place
            yield Problem("shape", place.rstrip("`").lstrip(".") or "dossier", message)


def _fresh(paths: Sequence[str | Path]) -> tuple[Report, ...]:
    from crossread.intake import take_in  # heavy; only for those who give files

    intake = take_in([str(path) for path in paths])
    if not intake.reports:
        reasons = "; ".join(f"{s.source}: {s.why}" for s in intake.skipped) or "no files were given"
        raise InputError(f"no report to compare with: {reasons}")
    return intake.reports


def _beside(reports: Sequence[Any], fresh: Sequence[Report]) -> list[tuple[int, Any, Report | None]]:
    """The dossier's reports by their number, each with that of a file: found by id, else by path, else by name."""
    by_id = {report.id: report for report in fresh}
    by_source = {report.source: report for report in fresh}
    by_name = {PurePath(report.source).name: report for report in reversed(fresh)}  # the folder may have moved
    found = []
    for index, report in enumerate(reports):
        if _is_text(report, "id") and _is_text(report, "text"):
            source = str(report.get("source"))
            file = by_id.get(report["id"]) or by_source.get(source) or by_name.get(PurePath(source).name)
            found.append((index, report, file))
    return found


def _text(index: int, report: Any, file: Report | None) -> Problem | None:
    """What is wrong with a report's text beside that of its file."""
    if file is None:
        return Problem(
            "text", f"reports[{index}]", f"none of the given files is {str(report.get('source'))!r}: give it too"
        )
    if file.text == report["text"]:
        return None
    at = next((i for i, (a, b) in enumerate(zip(file.text, report["text"], strict=False)) if a != b), None)
    at = min(len(file.text), len(report["text"])) if at is None else at
    there, here = file.text[at : at + 40], report["text"][at : at + 40]
    what = f"differs from {file.source} at character {at}: there {there!r}, here {here!r}"
    return Problem("text", f"reports[{index}].text", what)
