"""Who is meant by some words: the stems of a name and the actors that it names."""

from __future__ import annotations

import re
from functools import cache

from crossread.crossing.disagreements.phrases import oppositions
from crossread.crossing.disagreements.scene import Scene
from crossread.records import Reading, Span

STEM = 5
"""Letters of a name that must agree: "Syria" and "Syrian", "rebel" and "rebels"."""


def who_is_meant(
    scene: Scene, reading: Reading, text: str, span: Span | None, begin: int | None = None, end: int | None = None
) -> frozenset[str]:
    """Who is meant by some words: their stems and the ids of the actors that they name. With `span`, `begin` and `end`
    count from its start, else in the report; without them all of the span is meant."""
    first = (span.start if span is not None else 0) + (begin or 0)
    last = (span.start if span is not None else 0) + end if end is not None else span.end if span is not None else first
    actors = [
        scene.actors.of.get((reading.report, k))
        for k, m in enumerate(reading.mentions)
        if first <= m.span.start and m.span.end <= last
    ]
    return stems(text) | frozenset(a for a in actors if a)


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words for somebody that tell him from others; short ones only if they are initials."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    return frozenset(
        w.lower()[:STEM] for w in words if (len(w) > 3 or (w.isupper() and len(w) > 2)) and w.lower() not in _idle()
    )


@cache
def _idle() -> frozenset[str]:
    known = oppositions()
    return (frozenset(known.titles) - frozenset(known.bodies)) | frozenset(known.idle)


def share_a_name(a: str, b: str) -> bool:
    return bool(stems(a) & stems(b))
