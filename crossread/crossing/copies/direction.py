"""Which of two reports copied the other, and what tells."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from crossread import roster
from crossread.crossing.copies.index import Index
from crossread.crossing.copies.passages import Passage
from crossread.crossing.copies.strength import Pair, names
from crossread.crossing.copies.words import Words
from crossread.records import Published, Report, Span
from crossread.spans import overlap
from crossread.spelling import key

MERGED = 0.8
"""Share of a report's words that must be found in reports unrelated to each other for it to be a merger of them."""
CONTAINED = 0.02
"""Difference of the shares of two reports that stand in others from which on the larger tells the copy."""
QUOTING = 8
"""Words between quotation marks in one of the two only that tell which quotes the other."""
DATELINE = 240
"""Characters in which a dateline must end, a title line before it included."""
_DATELINE = re.compile(r"(?:[^\n]*\n+){0,2}[A-Z][^\n(]{2,80}\(([A-Z][\w .&-]{1,40})\)\s*(?:--?|–|—|:)")


class Cover(NamedTuple):
    """How much of a report stands in others."""

    merged: bool  # from several reports that share nothing
    total: float  # share of its characters that stands in any other


def coverage(index: Index, pairs: list[Pair]) -> dict[int, Cover]:
    """For each report: was it merged from several, and the share of its characters that stands in any other report."""
    partners: dict[int, dict[int, list[Span]]] = defaultdict(dict)
    for pair in pairs:
        partners[pair.a][pair.b] = [p.here for p in pair.found]
        partners[pair.b][pair.a] = [p.there for p in pair.found]
    return {number: _covered(index[number], spans, partners) for number, spans in partners.items()}


def _covered(words: Words, spans: dict[int, list[Span]], partners: dict[int, dict[int, list[Span]]]) -> Cover:
    length = max(1, len(words.report.text))
    shares = {other: sum(s.end - s.start for s in found) / length for other, found in spans.items()}
    inside = bytearray(length)
    for found in spans.values():
        for span in found:
            inside[span.start : span.end] = b"\x01" * (span.end - span.start)
    total = sum(inside) / length
    merged = total >= MERGED and max(shares.values()) < MERGED
    return Cover(merged and _strangers(spans, partners), total)


def _strangers(spans: dict[int, list[Span]], partners: dict[int, dict[int, list[Span]]]) -> bool:
    """Whether two reports share nothing with each other but different parts of this one."""
    return any(
        b not in partners[a] and not any(overlap(x, y) for x in spans[a] for y in spans[b])
        for a, b in combinations(sorted(spans), 2)
    )


def copier(a: Report, b: Report, found: Sequence[Passage], cover_a: Cover, cover_b: Cover) -> tuple[bool, str]:
    """Whether it was `a` that copied, and what tells, said of the one that copied."""
    if a.published and b.published:
        early, late = sorted((a.published, b.published), key=lambda p: (p.end, p.start))
        if early.end < late.start:
            days = f"{_days(late)} after {_days(early)}"
            return a.published is late, f"it came out later ({days})"
    for says, tells in ((credits_other, "credits"), (names, "names")):
        of_a, of_b = says(a, b), says(b, a)
        if of_a != of_b:
            other = (b if of_a else a).outlet or "the agency of the other's dateline"
            return of_a, f"it {tells} {other}, and not the other way round"
    here, there = sum(p.quoted_here for p in found), sum(p.quoted_there for p in found)
    if abs(here - there) >= QUOTING and min(here, there) == 0:
        return here > there, "it puts between quotation marks what the other says itself"
    if cover_a.merged != cover_b.merged:
        return cover_a.merged, "it was merged from several reports"
    if abs(cover_a.total - cover_b.total) >= CONTAINED:
        more, less = sorted((cover_a.total, cover_b.total), reverse=True)
        return (
            cover_a.total > cover_b.total,
            f"{more:.0%} of its text stands in other reports, {less:.0%} of the other's",
        )
    return order(a) > order(b), "which came first is not told"


def _days(published: Published) -> str:
    first, last = published.start.isoformat(), published.end.isoformat()
    return first if first == last else f"{first} to {last}"


def order(report: Report) -> tuple[str, str]:
    """The earlier report first, undated ones last."""
    return (report.published.start.isoformat() if report.published else "9999", report.id)


def credits_other(report: Report, other: Report) -> bool:
    """Whether a report credits the outlet of another, or the agency in whose name the other is datelined."""
    own = roster.known_as(report.outlet) if report.outlet else ""
    credited = [name for credit in report.credits if (name := roster.known_as(credit.name)) != own]
    outlet = roster.known_as(other.outlet) if other.outlet else ""
    if outlet and any(_same(name, outlet) for name in credited):
        return True
    agency = _datelined(other)
    return agency is not None and agency != _datelined(report) and any(_stands_for(agency, name) for name in credited)


def _datelined(report: Report) -> str | None:
    """The agency that a wire report names in its dateline ("MARO, May 5 (XYZ) -"), as a key."""
    match = _DATELINE.match(report.text[:DATELINE])
    found = match or next((m for c in report.clues if c.basis == "dateline" and (m := _DATELINE.match(c.text))), None)
    return key(found[1]) if found else None


def _stands_for(short: str, name: str) -> bool:
    """Whether a name is the same or spells its initials out ("mpa", "meridian press agency")."""
    return _same(short, name) or (len(short) > 1 and short == "".join(word[0] for word in name.split()))


def _same(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return a == b or (len(short) > 3 and f" {short} " in f" {long} ")
