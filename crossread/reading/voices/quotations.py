"""Quotation marks of one report paired up: what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from crossread.spelling import straight


class Quotation(msgspec.Struct, frozen=True):
    """Characters `start` to `end` of the report's text, marks included; `closed`: the second mark is there."""

    start: int
    end: int
    words: int
    closed: bool
    double: bool


_WORD = re.compile(r"\w[\w'’-]*")
_DOUBLE = re.compile(r"[\"“”„«»]|''|``")
_OPENS_AFTER = re.compile(r"[\s(\[—–:/-]")
_SINGLE = re.compile(r"(?<![\w.,!?'’])[‘'](?=\w)(?P<inside>[^‘'’\n\"“”]*(?:(?<=\w)['’](?=\w)[^‘'’\n\"“”]*)*)['’](?!\w)")


def quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """All quotations in order. A quotation that its paragraph does not close runs to the paragraph's end."""
    found: list[Quotation] = []
    for start, end in paragraphs:
        double = _doubles(text, start, end)
        found.extend(double)
        if "'" in straight(text[start:end]):
            found.extend(q for q in _singles(text, start, end) if not any(d.start <= q.start < d.end for d in double))
    return tuple(sorted(found, key=lambda q: (q.start, q.end)))


def _doubles(text: str, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = None
    for mark in _DOUBLE.finditer(text, start, end):
        if _opens(text, mark, start, opened is not None):
            opened = mark.start() if opened is None else opened
        elif opened is not None:
            found.append(_quotation(text, opened, mark.end(), True, True))
            opened = None
    if opened is not None:
        found.append(_quotation(text, opened, end, False, True))
    return found


def _opens(text: str, mark: re.Match[str], start: int, inside: bool) -> bool:
    """Whether a mark opens: by its shape, or, where it is straight, by what stands around it."""
    if mark[0] in ("“", "„", "«", "``"):
        return True
    if mark[0] in ("”", "»"):
        return False
    if inside:
        return False
    return (
        mark.start() == start
        or bool(_OPENS_AFTER.match(text[mark.start() - 1]))
        or (mark.end() < len(text) and text[mark.end()].isalnum())
    )


def _singles(text: str, start: int, end: int) -> list[Quotation]:
    """Stretches between single marks; an apostrophe ("the rebels' base") opens nothing."""
    return [
        _quotation(text, m.start(), m.end(), True, False)
        for m in _SINGLE.finditer(text, start, end)
        if m["inside"].strip()
    ]


def _quotation(text: str, start: int, end: int, closed: bool, double: bool) -> Quotation:
    while end > start and text[end - 1].isspace():
        end -= 1
    return Quotation(start, end, len(_WORD.findall(text, start, end)), closed, double)
