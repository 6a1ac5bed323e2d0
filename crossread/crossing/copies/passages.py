"""Passages that two reports share, verified sentence by sentence.

Two sentences are one text where most words of the shorter stand in the other in the same order. Two openings are one
text, too, where so much of both is the same that two writers would hardly have met by chance, clauses moved or not.
Words inside quotation marks in both reports do not count: two reports that quote one speech have not copied each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from crossread.crossing.copies.index import Meeting
from crossread.crossing.copies.words import NAME, Sentenced, Words
from crossread.records import Span
from crossread.spans import must_quote

SAME = 0.7
"""Share of the shorter sentence's words that stand in the other in the same order, for the two to be one text.
Sentences about one event by different writers reach 0.5."""
SHORTEST = 8
"""Words that a pair of sentences must share, not counting those that both quote: fewer are idiom ("told a news
conference on Monday")."""
ALIKE = 0.65
"""Share of the weight of both openings together that must be shared. Of 4,100 pairs of independent reports of one
matter 53 reach it, of reworded ledes 95 of 100; with 0.6, 81 and 98."""
NAMED = 0.6
"""Share of the names and numbers that must be shared, of the opening with fewer of them: who rewords a lede keeps
them, and two shootings on one Monday may be told in the same words."""
MOVED = 3
"""Words in a row that count as a clause that was moved."""
ROUNDS = 3
"""Clauses that may have been moved, the first alignment included."""

_CONTACT = re.compile(r"\d{3}[-.) ]{1,2}\d{3,4}\b(?![\d.,])|https?://|\bwww\.|\S@\S+\.\w")
"""A number to call or an address: such lines stand in the reports of everybody whom the police asked to print them."""


class Passage(NamedTuple):
    """A run of sentences of one report that stands in another too."""

    here: Span
    there: Span
    words: int  # shared, quoted ones included
    own: int  # shared, without what both quote
    quoted_here: int  # of these, words that only this report puts between quotation marks
    quoted_there: int  # and words that only the other does
    holders: int  # reports in which its shingles stand, the middle one; 1 where it holds none
    opening: float  # weight of what two openings share, 0 for other passages

    def turned(self) -> Passage:
        """The same, seen from the other report."""
        return self._replace(
            here=self.there, there=self.here, quoted_here=self.quoted_there, quoted_there=self.quoted_here
        )


class _Match(NamedTuple):
    own: int
    both_quoted: int
    here_quoted: int
    there_quoted: int
    holders: int
    opening: float


def passages(a: Words, b: Words, met: Iterable[Meeting], openings: Iterable[tuple[int, int]] = ()) -> list[Passage]:
    """The passages that `a` and `b` share, in the order of `a`; each sentence once.

    `met` are sentences that share shingles, `openings` numbers of sentences that may be one opening.
    """
    holders = {(here, there): held for here, there, held in met}
    opened = {(i, j) for i, j in holders if i in a.opening and j in b.opening}.union(openings)
    scored = []
    for i, j in sorted(holders.keys() | opened):
        opening = (i, j) in opened
        if common := _common(a.sentences[i], b.sentences[j], opening):
            match = _match(a, b, i, j, common, holders.get((i, j), 1), opening)
            if match:
                scored.append((-match.own, i, j, match))
    if not scored:
        return []
    taken: dict[int, tuple[int, _Match]] = {}
    used: set[int] = set()
    for _, i, j, match in sorted(scored):
        if i not in taken and j not in used:
            taken[i] = (j, match)
            used.add(j)
    return _joined(a, b, taken)


def _common(one: Sentenced, two: Sentenced, opening: bool) -> int:
    """How many words two sentences have in the same order; 0 if that is too little whatever they quote."""
    shorter = min(len(one.signs), len(two.signs))
    least = SHORTEST if opening else max(SHORTEST, ceil(SAME * shorter))
    return LCSseq.similarity(one.signs, two.signs, score_cutoff=least) if shorter >= least else 0


def _match(a: Words, b: Words, i: int, j: int, common: int, holders: int, opening: bool) -> _Match | None:
    """What two sentences share, if they are one text. `holders`: how many reports hold a shingle that they share."""
    one, two = a.sentences[i], b.sentences[j]
    shorter = min(len(one.signs), len(two.signs))
    both, here, there = _quoted(one, two)
    if _CONTACT.search(a.report.text, one.start, one.end):
        return _Match(0, common, 0, 0, holders, 0.0) if common >= SAME * shorter else None
    weight = _opening(a, b, one, two) if opening else 0.0
    if common - both >= SHORTEST and (weight or common - both >= SAME * (shorter - both)):
        return _Match(common - both, both, here, there, holders, weight)
    return None


def _quoted(one: Sentenced, two: Sentenced) -> tuple[int, int, int]:
    """How many of the shared words both quote, how many only the first does, and how many only the second."""
    if not any(one.quoted) and not any(two.quoted):
        return 0, 0, 0
    both = first = second = 0
    for op in LCSseq.opcodes(one.signs, two.signs):
        if op.tag == "equal":
            here, there = one.quoted[op.src_start : op.src_end], two.quoted[op.dest_start : op.dest_end]
            together = sum(x & y for x, y in zip(here, there, strict=True))
            both, first, second = both + together, first + sum(here) - together, second + sum(there) - together
    return both, first, second


def _opening(a: Words, b: Words, one: Sentenced, two: Sentenced) -> float:
    """The weight of what two openings share, clauses moved or not; 0 if that is too little of both."""
    mine, other = a.weights[one.first : one.last], b.weights[two.first : two.last]
    left, right = list(range(len(one.signs))), list(range(len(two.signs)))
    shared, named = 0.0, 0
    for turn in range(ROUNDS):
        x, y = "".join(one.signs[i] for i in left), "".join(two.signs[j] for j in right)
        pairs = [
            (left[op.src_start + k], right[op.dest_start + k])
            for op in LCSseq.opcodes(x, y)
            if op.tag == "equal"
            for k in range(op.src_end - op.src_start)
        ]
        if len(pairs) < (MOVED if turn else SHORTEST):
            break
        shared += sum(min(mine[i], other[j]) for i, j in pairs if not (one.quoted[i] or two.quoted[j]))
        named += sum(mine[i] == other[j] == NAME for i, j in pairs)
        gone_left, gone_right = {i for i, _ in pairs}, {j for _, j in pairs}
        left = [i for i in left if i not in gone_left]
        right = [j for j in right if j not in gone_right]
    alike = 2 * shared >= ALIKE * (sum(mine) + sum(other))
    return shared if alike and named >= NAMED * min(mine.count(NAME), other.count(NAME)) else 0.0


def _joined(a: Words, b: Words, taken: dict[int, tuple[int, _Match]]) -> list[Passage]:
    """Pairs of sentences that follow each other in both reports as one passage."""
    runs: list[list[int]] = []
    for i in sorted(taken):
        if runs and runs[-1][-1] == i - 1 and taken[i - 1][0] == taken[i][0] - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [_passage(a, b, run, taken) for run in runs]


def _passage(a: Words, b: Words, run: list[int], taken: dict[int, tuple[int, _Match]]) -> Passage:
    matches = [taken[i][1] for i in run]
    first, last = a.sentences[run[0]], a.sentences[run[-1]]
    other_first, other_last = b.sentences[taken[run[0]][0]], b.sentences[taken[run[-1]][0]]
    return Passage(
        must_quote(a.report, first.start, last.end),
        must_quote(b.report, other_first.start, other_last.end),
        sum(m.own + m.both_quoted for m in matches),
        sum(m.own for m in matches),
        sum(m.here_quoted for m in matches),
        sum(m.there_quoted for m in matches),
        min(m.holders for m in matches),
        max(m.opening for m in matches),
    )
