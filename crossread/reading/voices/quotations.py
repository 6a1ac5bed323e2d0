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
    """All quotations in order. A quotation that its paragraph does not close runs to the paragraph's end.

    Where a later paragraph closes it without having opened one, the paragraphs up to there are quoted, too.
    """
    found: list[Quotation] = []
    carried = _carried(text, paragraphs)
    for number, (start, end) in enumerate(paragraphs):
        double = _doubles(text, start, end, number in carried)
        found.extend(double)
        if "'" in straight(text[start:end]):
            found.extend(q for q in _singles(text, start, end) if not any(d.start <= q.start < d.end for d in double))
    return tuple(sorted(_with_main_marks(found), key=lambda q: (q.start, q.end)))


SPOKEN = 6
"""Words from which on a stretch between single marks is speech, not a word that is only called so."""


def _with_main_marks(found: list[Quotation]) -> list[Quotation]:
    """Where a report sets speech between single marks, these count as double ones do."""
    spoken = [q for q in found if q.words >= SPOKEN]
    single = sum(not q.double for q in spoken)
    if single < 2 or single * 2 < len(spoken):
        return found
    return [msgspec.structs.replace(q, double=q.double or q.words >= SPOKEN) for q in found]


RUNS_ON = 3
"""Paragraphs over which a quotation may run on without a mark; further off the mark was forgotten."""


def _carried(text: str, paragraphs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Numbers of the paragraphs that begin within a quotation and do not repeat its mark."""
    carried: list[int] = []
    left: int | None = None  # the paragraph that left its quotation open
    for number, (start, end) in enumerate(paragraphs):
        first = _DOUBLE.search(text, start, end)
        if first is None:
            continue
        closes = False
        if left is not None and number - left <= RUNS_ON:
            closes = not _opens(text, first, start, False)
            if closes or _begins(text, first, start):
                carried += range(left + 1, number + closes)
        marks = _doubles(text, start, end, closes)
        left = number if marks and not marks[-1].closed else None
    return frozenset(carried)


def _begins(text: str, mark: re.Match[str], start: int) -> bool:
    """Whether an opening mark is the first thing in its paragraph."""
    return not text[start : mark.start()].strip() and _opens(text, mark, start, False)


def _doubles(text: str, start: int, end: int, carried: bool = False) -> list[Quotation]:
    found: list[Quotation] = []
    opened: int | None = start if carried else None
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
