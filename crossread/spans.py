"""Spans and the arithmetic on them: quoting, overlap, ids from content, and the browser's way of counting."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from crossread.records import Report, Span


def quote(report: Report, start: int, end: int) -> Span | None:
    """The characters `start` to `end` (code points) less the white space at the edges; None if nothing is left."""
    text = report.text[start:end]
    stripped = text.strip()
    if not stripped:
        return None
    start += len(text) - len(text.lstrip())
    return Span(report.id, start, start + len(stripped), stripped)


def must_quote(report: Report, start: int, end: int) -> Span:
    """Like `quote`, where the caller knows that there are characters; raises ValueError if not."""
    span = quote(report, start, end)
    if span is None:
        raise ValueError(f"no characters at {start}..{end} of report {report.id}")
    return span


def overlap(a: Span, b: Span) -> int:
    """How many characters two spans share; 0 for spans of different reports."""
    return max(0, min(a.end, b.end) - max(a.start, b.start)) if a.report == b.report else 0


def contains(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies wholly in `outer`."""
    return outer.report == inner.report and outer.start <= inner.start and inner.end <= outer.end


def unique(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans without repetition, in order of report and place."""
    return tuple(sorted(set(spans)))


def content_id(prefix: str, *parts: object) -> str:
    """An id made of what it names: the same content gives the same id, on every machine, in every order."""
    digest = hashlib.blake2b("\x1f".join(str(part) for part in parts).encode(), digest_size=6).hexdigest()
    return f"{prefix}-{digest}"


def utf16_offsets(text: str, offsets: Iterable[int]) -> list[int]:
    """Code-point offsets of `text` as UTF-16 code units, the way browsers count. The one place where the two meet."""
    wanted = list(offsets)
    if text.isascii() or max(map(ord, text), default=0) < 0x10000:
        return wanted
    table, units = [], 0
    for character in text:
        table.append(units)
        units += 1 if ord(character) < 0x10000 else 2
    table.append(units)
    return [table[offset] for offset in wanted]
