"""How much two reports share, and what is enough to call one a copy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from crossread.crossing.copies.index import Index
from crossread.crossing.copies.passages import Passage, passages
from crossread.crossing.copies.words import Words
from crossread.records import Report

LEAST_WORDS = 16
"""Words that two reports must share in whole sentences: one shared sentence of background is common among strangers."""
LEAST_SHARE = 0.08
"""Share of the copying report's words. Below it, what is shared is a paragraph of background."""
PARAGRAPH = 24
"""Words in whole sentences that are enough in a report of any length. With 20, summaries of one report's facts by
another hand are found as well."""
LEAST_NAMED = 10
"""Words in whole sentences that are enough where one of the two names the other's outlet: it says whom it repeats."""
LEAST_OPENING = 9.0
"""Weight that two openings must share for one to be the other reworded. Of 4,100 pairs of independent reports of one
matter 20 reach it, of reworded ledes 86 of 100; with 7, 39 and 93."""
ONE_SIDED = 0.4
"""What a shared word is worth that one of the two puts between quotation marks without naming the other's outlet:
both may have it from one speech."""
COMMON = 5
"""Reports that hold a passage from which on it is taken for boilerplate where a pair shares little else."""
LITTLE = 0.2
"""Share of the shorter report up to which a pair shares little."""
BRIEF = 60
"""Words up to which a pair shares little, unless they are half of the longer report: what a site prints under each of
its reports may be most of a short one."""


class Pair(NamedTuple):
    """Two reports that share passages: the number of each, and the passages seen from `a`."""

    a: int
    b: int
    found: tuple[Passage, ...]


def compared(index: Index) -> Iterable[Pair]:
    """Every pair of reports that share a sentence, whether or not one copied."""
    met, openings = index.candidates(), index.openings()
    for a, b in sorted(met.keys() | openings.keys()):
        found = passages(index[a], index[b], met.get((a, b), ()), openings.get((a, b), ()))
        if found:
            yield Pair(a, b, tuple(found))


def strength(a: Words, b: Words, found: Sequence[Passage]) -> float:
    """How much two reports share, 1 being the least that makes one a copy."""
    shorter = min(len(a.signs), len(b.signs))
    words = words_in(found)
    little = words < LITTLE * shorter or (words < BRIEF and words < 0.5 * max(len(a.signs), len(b.signs)))
    counted = [p for p in found if p.opening or not (little and p.holders >= COMMON)]
    own, one_sided = sum(p.own for p in counted), sum(p.quoted_here + p.quoted_there for p in counted)
    opening = max((p.opening for p in found), default=0.0) / LEAST_OPENING
    if names(a.report, b.report) or names(b.report, a.report):
        return max(own / LEAST_NAMED, opening)
    worth = own - (1 - ONE_SIDED) * one_sided
    return max(min(worth / LEAST_WORDS, max(worth / (LEAST_SHARE * shorter), worth / PARAGRAPH)), opening)


def names(report: Report, other: Report) -> bool:
    """Whether a report's text names the outlet of another."""
    return bool(other.outlet) and re.search(rf"\b{re.escape(other.outlet or '')}\b", report.text) is not None


def words_in(found: Iterable[Passage]) -> int:
    """Words that two reports share, quoted ones included."""
    return sum(passage.words for passage in found)
