"""A training report as it is written -> its text and its marks with offsets. The format: training/reports/README.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import msgspec

from crossread.errors import CrossreadError

NAMES = {
    "P": "person", "O": "organisation", "G": "armed group", "V": "government", "M": "media", "L": "place",
    "N": "government", "X": "other",
}  # fmt: skip
"""Codes of names -> the types that mentions have."""
WORDINGS = ("label", "loaded", "euphemism", "scare")
HELD_OUT = 10
"""Every so manieth report, by its number, is kept to measure on."""
_OPENING = re.compile(
    r"\[(?:(?P<name>[POGVMLNX])|T=(?P<time>\S+)|\#(?P<figure>\d+)=(?P<number>\S+)|!(?P<deed>\d+):(?P<type>[A-Z-]+)/(?P<status>[a-z]+)"
    r"(?P<background>/background)?|(?P<part>[scq])(?P<statement>\d+)|w:(?P<wording>[a-z]+)) "
)
_NOTE = re.compile(r"\| ([!#q]\d+) (\S.*)")
_HEAD = re.compile(r"([a-z]+): (.*)")


class BadReportError(CrossreadError):
    """A training report that is not written as its README says; the message names file and line."""


class Mark(msgspec.Struct, frozen=True):
    """A marked stretch: `text[start:end]`. `layer`: name, time, figure, deed, s, c, q or wording; `code`: its value."""

    layer: str
    start: int
    end: int
    code: str = ""
    number: int = 0
    status: str = ""
    background: bool = False


class Annotated(msgspec.Struct, frozen=True):
    """A training report. `notes`: "!1", "#2", "q3" -> its fields; `head`: outlet, style, theme, quality."""

    id: str
    text: str
    published: date
    head: dict[str, str]
    marks: tuple[Mark, ...]
    notes: dict[str, dict[str, str]]
    title_end: int

    def of(self, *layers: str) -> Iterator[Mark]:
        """The marks of these layers, in text order."""
        return (mark for mark in self.marks if mark.layer in layers)

    def quote(self, mark: Mark) -> str:
        """The characters under a mark."""
        return self.text[mark.start : mark.end]

    @property
    def held_out(self) -> bool:
        """Is it kept to measure on?"""
        return int(self.id.rsplit("-", 1)[1]) % HELD_OUT == 0


def files(folder: Path) -> list[Path]:
    """The training reports of a folder, in the order of their names."""
    return sorted(folder.glob("*-[0-9]*.txt"))


def load(path: Path) -> Annotated:
    """Read one. Raises BadReportError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    head: dict[str, str] = {}
    for count, line in enumerate(lines):
        if not line.strip():
            break
        if not (match := _HEAD.fullmatch(line.strip())):
            raise BadReportError(f"{path}:{count + 1}: not `key: value`: {line[:60]!r}")
        head[match[1]] = match[2].strip()
    try:
        published = date.fromisoformat(head["published"])
    except (KeyError, ValueError):
        raise BadReportError(f"{path}: the head needs `published: YYYY-MM-DD`") from None
    text, marks, notes, title_end = "", [], {}, 0
    for number, line in enumerate(lines[count:], count + 1):
        if line.startswith("|"):
            if not (match := _NOTE.fullmatch(line.strip())):
                raise BadReportError(f"{path}:{number}: not a note `| !1 key: value; ...`: {line[:60]!r}")
            notes[match[1]] = {**notes.get(match[1], {}), **_fields(match[2], f"{path}:{number}")}
        elif line.strip():
            plain, found = _unmarked(line.removeprefix("# ").strip(), f"{path}:{number}")
            offset = len(text) + 2 if text else 0
            text = f"{text}\n\n{plain}" if text else plain
            marks += [msgspec.structs.replace(m, start=m.start + offset, end=m.end + offset) for m in found]
            if line.startswith("# "):
                title_end = len(text)
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    return Annotated(path.stem, text, published, head, tuple(marks), notes, title_end)


def _fields(text: str, where: str) -> dict[str, str]:
    fields = {}
    for part in filter(None, map(str.strip, text.split("; "))):
        key, colon, value = part.partition(":")
        if not colon or not value.strip() or not re.fullmatch(r"[a-z_]+", key):
            raise BadReportError(f"{where}: not `key: value` in a note: {part[:60]!r}")
        fields[key] = value.strip().removesuffix(";")
    return fields


def _unmarked(line: str, where: str) -> tuple[str, list[Mark]]:
    """A line without its marks, and the marks with offsets in it."""
    plain: list[str] = []
    marks: list[Mark] = []
    opened: list[tuple[int, re.Match[str]]] = []
    at = length = 0
    while at < len(line):
        letter = line[at]
        if letter == "[":
            match = _OPENING.match(line, at)
            if match is None:
                raise BadReportError(f"{where}: not a mark: {line[at : at + 40]!r}")
            opened.append((length, match))
            at = match.end()
        elif letter == "]":
            if not opened:
                raise BadReportError(f"{where}: `]` closes nothing: {line[max(0, at - 40) : at + 1]!r}")
            start, match = opened.pop()
            marks.append(_mark(match, start, length))
            at += 1
        else:
            at += letter == "\\" and line[at + 1 : at + 2] in "[]"
            plain.append(line[at])
            length += 1
            at += 1
    if opened:
        raise BadReportError(f"{where}: a mark is not closed: {opened[-1][1][0]!r}")
    return "".join(plain), marks


def _mark(match: re.Match[str], start: int, end: int) -> Mark:
    if match["name"]:
        return Mark("name", start, end, match["name"])
    if match["time"]:
        return Mark("time", start, end, match["time"])
    if match["figure"]:
        return Mark("figure", start, end, match["number"], int(match["figure"]))
    if match["deed"]:
        return Mark("deed", start, end, match["type"], int(match["deed"]), match["status"], bool(match["background"]))
    if match["part"]:
        return Mark(match["part"], start, end, "", int(match["statement"]))
    return Mark("wording", start, end, match["wording"])
