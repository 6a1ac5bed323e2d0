"""Who copied whom: passages that reports share.

1. Find pairs of reports that share enough (`strength`) passages (`index`, `passages`); what both only quote from a
   speech does not count, nor what a whole crowd ends with.
2. Say which of the two copied (`direction`): the later one; the one that credits or names the other; the one that
   quotes; the one that was merged from several; the one of whose text more stands elsewhere.
3. Where both credit one agency that is not among the reports, both copied the agency ("from" None).
4. A report that was merged from several names each source whose passages no better source explains.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from crossread import roster
from crossread.crossing.copies.direction import Cover, copier, coverage, credits_other, order
from crossread.crossing.copies.index import Index
from crossread.crossing.copies.passages import Passage
from crossread.crossing.copies.strength import LEAST_WORDS, Pair, compared, strength, words_in
from crossread.crossing.copies.words import Words, words_of
from crossread.records import Copy, Reading, Report

AGENCY_SHARE = 0.3
"""Share from which on reports that credit one agency are taken to print its text, and not only to mention it."""


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
    for report, reading in sorted(zip(dated, readings, strict=True), key=lambda pair: order(pair[0])):
        index.add(words_of(report, reading))
    pairs = [pair for pair in compared(index) if strength(index[pair.a], index[pair.b], pair.found) >= 1]
    covers = coverage(index, pairs)
    of: dict[str, list[Shared]] = defaultdict(list)
    for pair in pairs:
        shared = _directed(index, pair, covers)
        of[shared.copy.report.id].append(shared)
    return tuple(copy for name in sorted(of) for copy in _sources(of[name]))


def _directed(index: Index, pair: Pair, covers: dict[int, Cover]) -> Shared:
    a, b, found = index[pair.a], index[pair.b], pair.found
    first, why = copier(a.report, b.report, found, covers[pair.a], covers[pair.b])
    if not first:
        a, b, found = b, a, tuple(sorted(p.turned() for p in found))
    return Shared(a, b, min(1.0, words_in(found) / max(1, len(a.signs))), found, why)


def _sources(pairs: list[Shared]) -> list[Copy]:
    """One report's copies: from its best source, and from others that explain passages which that one does not."""
    copies: list[Copy] = []
    explained: set[int] = set()
    for pair in sorted(pairs, key=_best_first):
        fresh = tuple(p for p in pair.found if not explained.intersection(range(p.here.start, p.here.end)))
        words = sum(p.words for p in fresh)
        if len(fresh) < len(pair.found) and words < LEAST_WORDS:
            continue
        for p in fresh:
            explained.update(range(p.here.start, p.here.end))
        copies.append(_copy(pair, fresh, min(1.0, words / len(pair.copy.signs))))
    return copies


def _best_first(pair: Shared) -> tuple[float, str, str]:
    return (-round(pair.share, 1), *order(pair.source.report))


def _copy(pair: Shared, found: tuple[Passage, ...], share: float) -> Copy:
    copy, source = pair.copy.report, pair.source.report
    agency = _common_agency(copy, source)
    beside = agency is not None and share >= AGENCY_SHARE and not credits_other(copy, source)
    told = f"both credit {agency}" if beside else pair.why
    passages = "1 passage stands" if len(found) == 1 else f"{len(found)} passages stand"
    return Copy(
        report=copy.id,
        source=None if beside else source.id,
        agency=agency,
        share=round(share, 3),
        evidence=tuple((p.here, p.there) for p in found),
        why=f"{passages} in {source.outlet or source.id} too, {share:.0%} of its words; {told}",
    )


def _common_agency(a: Report, b: Report) -> str | None:
    """A name that both credit and that is neither's outlet; the first in the alphabet if there are several."""
    mine = {roster.known_as(c.name): c.name for c in a.credits}
    others = {roster.known_as(c.name) for c in b.credits}
    outlets = {roster.known_as(r.outlet) for r in (a, b) if r.outlet}
    both = sorted(set(mine) & others - outlets)
    return mine[both[0]] if both else None
