"""Captions of photographs that stand among the paragraphs, told by their neighbours: the photo's credit beside them.

A caption tells a scene in the present tense ("Mourners gather at the gate of Tal Hospital, Friday, 5 May 2024"). Alone
that may be the report's own sentence; with a line of nothing but a photographer or agency beside it, or with weekday
and full date in it, it is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from crossread.intake import junk, written
from crossread.spelling import straight

WHY = "image caption"
LONGEST = 420
"""Characters of a caption; agencies' captions, the longest, have two or three sentences."""
FIRST = 110
"""Characters in which the caption's verb stands."""
CREDIT = 80
"""Characters of a line that names photographer or agency and nothing else."""


@lru_cache(maxsize=1)
def _scene() -> re.Pattern[str]:
    verbs = "|".join(re.escape(verb) for verb in sorted(junk.known().scenes, key=lambda v: (-len(v), v)))
    return re.compile(rf"^[A-Z0-9][^\"“”:;?!]{{2,{FIRST}}}? (?:{verbs})\b(?!['’])")


@lru_cache(maxsize=1)
def _told() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, junk.known().told))})\b")


def scene(line: str) -> bool:
    """Tells a scene in the present tense, and nothing that anybody said."""
    return len(line) < LONGEST and _scene().match(straight(line)) is not None and not _told().search(line)


def _names_camera(line: str) -> bool:
    """A short line that is known for a caption credits a photo: a slash between names, or a photographer's word."""
    folded = junk.fold(line)
    return "/" in folded or any(word in folded for word in junk.known().camera)


def mark(paragraphs: Sequence[str], why: list[str | None], credits: Sequence[bool]) -> None:
    """Give captions their reason; `credits` tells which paragraphs only name agencies or outlets."""
    last = max((n for n, reason in enumerate(why) if reason is None and not credits[n]), default=-1)
    for number in range(1, len(paragraphs)):
        if why[number] is None and credits[number] and number < last:
            why[number] = WHY  # an agency's name between paragraphs is a photo's credit; at the end it is the report's
    short = [
        reason == WHY and len(line) < CREDIT and (own or _names_camera(line))
        for reason, line, own in zip(why, paragraphs, credits, strict=True)
    ]
    for number, line in enumerate(paragraphs):
        if why[number] is not None or not scene(line):
            continue
        beside = short[max(0, number - 1)] or short[min(len(short) - 1, number + 1)]
        if beside or any(day.weekday for day in written.full_dates(line)):
            why[number] = WHY
