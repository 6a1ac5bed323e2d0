"""Who copied whom: passages that reports share.

1. Find pairs of reports that share passages (`passages`); what both only quote from a speech does not count.
2. Say which of the two copied: the later one; the one that credits the other; the one that was merged from several; the
   one of whose text more stands elsewhere.
3. Where both credit one agency that is not among the reports, both copied the agency ("from" None).
4. A report that was merged from several names each source whose passages no better source explains.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from crossread.crossing.copies.passages import Index, Passage, Words, passages, words_of
from crossread.records import Copy, Reading, Report, Span
from crossread.spelling import key

LEAST_WORDS = 16
"""Words that two reports must share in whole sentences: one shared sentence of background is common among strangers."""
LEAST_SHARE = 0.08
"""Share of the copying report's words. Below it, what is shared is a paragraph of background."""
AGENCY_SHARE = 0.3
"""Share from which on reports that credit one agency are taken to print its text, and not only to mention it."""


MERGED = 0.8
"""Share of a report's words that must be found in reports unrelated to each other for it to be a merger of them."""


DATELINE = 240
"""Characters in which a dateline must end, a title line before it included."""
_DATELINE = re.compile(r"(?:[^\n]*\n+){0,2}[A-Z][^\n(]{2,80}\(([A-Z][\w .&-]{1,40})\)\s*(?:--?|–|—|:)")


class Pair(NamedTuple):
    """Two reports that share passages: the number of each, and the passages seen from `a`."""

    a: int
    b: int
    found: tuple[Passage, ...]


class Shared(NamedTuple):
    """What two reports have in common, seen from the one that copied."""

    copy: Words
    source: Words
    share: float
    found: tuple[Passage, ...]
    why: str


def find_copies(dated: tuple[Report, ...], readings: tuple[Reading, ...]) -> tuple[Copy, ...]:
    """The copies, with the passages side by side; `from` is None for a text that is not among the reports."""
    index = Index()
    for report, reading in sorted(zip(dated, readings, strict=True), key=lambda pair: pair[0].id):
        index.add(words_of(report, reading))
    pairs = [pair for pair in compared(index) if strength(index[pair.a], index[pair.b], pair.found) >= 1]
    coverage = _coverage(index, pairs)
    shared = [_directed(index, pair, coverage) for pair in pairs]
    copies: list[Copy] = []
    for name in sorted({pair.copy.report.id for pair in shared}):
        copies.extend(_sources([pair for pair in shared if pair.copy.report.id == name]))
    return tuple(copies)


def compared(index: Index) -> Iterable[Pair]:
    """Every pair of reports that share a sentence, whether or not one copied."""
    for (a, b), seeds in sorted(index.candidates().items()):
        if found := passages(index[a], index[b], seeds):
            yield Pair(a, b, tuple(found))


def strength(a: Words, b: Words, found: Iterable[Passage]) -> float:
    """How much two reports share, 1 being the least that makes one a copy."""
    words = _words(found)
    return min(words / LEAST_WORDS, words / (LEAST_SHARE * min(len(a.folded), len(b.folded))))


def _words(found: Iterable[Passage]) -> int:
    return sum(passage.words for passage in found)


def _coverage(index: Index, pairs: list[Pair]) -> dict[int, tuple[bool, float]]:
    """For each report: was it merged from several, and the share of its characters that stands in any other report."""
    partners: dict[int, dict[int, list[Span]]] = defaultdict(dict)
    for pair in pairs:
        partners[pair.a][pair.b] = [p.here for p in pair.found]
        partners[pair.b][pair.a] = [p.there for p in pair.found]
    return {number: _covered(index[number], spans, partners) for number, spans in partners.items()}


def _covered(
    words: Words, spans: dict[int, list[Span]], partners: dict[int, dict[int, list[Span]]]
) -> tuple[bool, float]:
    length = max(1, len(words.report.text))
    shares = {other: sum(s.end - s.start for s in found) / length for other, found in spans.items()}
    inside = bytearray(length)
    for found in spans.values():
        for span in found:
            inside[span.start : span.end] = b"\x01" * (span.end - span.start)
    total = sum(inside) / length
    strangers = any(b not in partners[a] for a in spans for b in spans if a < b)
    return strangers and total >= MERGED and max(shares.values()) < MERGED, total


def _directed(index: Index, pair: Pair, coverage: dict[int, tuple[bool, float]]) -> Shared:
    a, b, found = index[pair.a], index[pair.b], pair.found
    first, why = _copier(a.report, b.report, coverage[pair.a], coverage[pair.b])
    if not first:
        a, b, found = b, a, tuple(sorted(Passage(p.there, p.here, p.words) for p in found))
    return Shared(a, b, min(1.0, _words(found) / max(1, len(a.folded))), found, why)


def _copier(a: Report, b: Report, cover_a: tuple[bool, float], cover_b: tuple[bool, float]) -> tuple[bool, str]:
    """Whether it was `a` that copied, and what tells."""
    if a.published and b.published:
        if a.published.end < b.published.start:
            return False, "the later report repeats the earlier"
        if b.published.end < a.published.start:
            return True, "the later report repeats the earlier"
    a_credits, b_credits = _credits(a, b), _credits(b, a)
    if a_credits != b_credits:
        return a_credits, "it credits the other"
    if cover_a[0] != cover_b[0]:
        return cover_a[0], "merged from several reports"
    if abs(cover_a[1] - cover_b[1]) > 0.1:
        return cover_a[1] > cover_b[1], "more of its text stands in other reports"
    return _order(a) > _order(b), "the same text; which came first is not told"


def _order(report: Report) -> tuple[str, str]:
    """The earlier report first, undated ones last."""
    return (report.published.start.isoformat() if report.published else "9999", report.id)


def _credits(report: Report, other: Report) -> bool:
    """Whether a report credits the outlet of another, or the agency in whose name the other is datelined."""
    names = [key(credit.name) for credit in report.credits]
    outlet = key(other.outlet or "")
    if outlet and any(_same(name, outlet) for name in names):
        return True
    agency = _datelined(other)
    return agency is not None and agency != _datelined(report) and any(_stands_for(agency, name) for name in names)


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


def _sources(pairs: list[Shared]) -> list[Copy]:
    """One report's copies: from its best source, and from others that explain passages which that one does not."""
    copies: list[Copy] = []
    explained: set[int] = set()
    for pair in sorted(pairs, key=_best_first):
        fresh = tuple(p for p in pair.found if not explained.intersection(range(p.here.start, p.here.end)))
        words = sum(p.words for p in fresh)
        if words < LEAST_WORDS:
            continue
        for p in fresh:
            explained.update(range(p.here.start, p.here.end))
        copies.append(_copy(pair, fresh, min(1.0, words / len(pair.copy.folded))))
    return copies


def _best_first(pair: Shared) -> tuple[float, str, str]:
    return (-round(pair.share, 1), *_order(pair.source.report))


def _copy(pair: Shared, found: tuple[Passage, ...], share: float) -> Copy:
    copy, source = pair.copy.report, pair.source.report
    agency = _common_agency(copy, source)
    beside = agency is not None and share >= AGENCY_SHARE and not _credits(copy, source)
    why = f"{pair.why}: {len(found)} {'passage' if len(found) == 1 else 'passages'}, {share:.0%} of its words"
    if beside:
        why = f"both credit {agency} and share {share:.0%} of its words"
    return Copy(
        report=copy.id,
        source=None if beside else source.id,
        agency=agency,
        share=round(share, 3),
        evidence=tuple((p.here, p.there) for p in found),
        why=why,
    )


def _common_agency(a: Report, b: Report) -> str | None:
    """A name that both credit and that is neither's outlet; the first in the alphabet if there are several."""
    mine = {key(c.name): c.name for c in a.credits}
    others = {key(c.name) for c in b.credits}
    outlets = {key(r.outlet or "") for r in (a, b)}
    both = sorted(set(mine) & others - outlets)
    return mine[both[0]] if both else None
