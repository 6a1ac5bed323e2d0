"""Victims that one clause counts apart, added up: "six priests, a cook and her daughter were killed" are eight people.

The sum is a figure of its own, proved by the words from the first of them to the last; a victim without a number counts
as one. Where a member stands in the plural without a number, nothing is summed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread.reading.figures.counting import Counted
from crossread.reading.figures.nouns import is_plural
from crossread.reading.figures.numerals import Numeral
from crossread.reading.figures.surroundings import Found
from crossread.reading.figures.victims import COUNTED, one_person
from crossread.trees import Tree


def sums(trees: Sequence[Tree], found: Sequence[Found]) -> Iterator[Found]:
    """The sums of the victims that a clause counts apart, in text order."""
    by_sentence: dict[int, list[Found]] = {}
    for one in found:
        what = one.counted
        if (
            what.outcome in COUNTED
            and what.noun is not None
            and one.numeral.value
            and one.numeral.form != "victims"  # they are added up already
            and not what.part
        ):
            by_sentence.setdefault(one.sentence, []).append(one)
    for n, mine in by_sentence.items():
        nouns = {one.counted.noun: one for one in mine if one.counted.noun is not None}
        for noun in nouns:
            if (total := _sum(trees[n], noun, nouns)) is not None:
                yield total


def _sum(tree: Tree, noun: int, nouns: dict[int, Found]) -> Found | None:
    """The sum of a noun and those joined to it; None where it is no head of several victims of one outcome."""
    joined = [c for c in tree.of(noun, "conj") if c > noun and tree.tokens[c].pos in ("NOUN", "PROPN", "NUM")]
    if not joined or not any(tree.of(c, "cc") for c in joined):
        return None
    between = [other for other in nouns if noun < other < joined[-1] and other not in joined]
    members = [noun, *sorted([*joined, *between])]
    if any(token.text in (":", ";") for token in tree.tokens[noun : joined[-1]]):
        return None  # "three guards: one from Maro, ..." are named, not added
    first = nouns[noun]
    low = value = 0.0
    high: float | None = 0.0
    for member in members:
        one = nouns.get(member)
        if one is not None and one.counted.outcome != first.counted.outcome:
            return None
        if one is None and (is_plural(tree, member) or not one_person(tree, member, first.counted)):
            return None
        numeral = one.numeral if one is not None else None
        value += (numeral.value or 0.0) if numeral else 1.0
        low += (numeral.low or 0.0) if numeral else 1.0
        top = numeral.high if numeral else 1.0
        high = None if high is None or top is None else high + top
    if first.numeral.value is not None and 2 * first.numeral.value == value:
        return None  # "five people, two soldiers and three guards": told apart, not added
    last = joined[-1]
    end = max(tree.tokens[last].end, nouns[last].numeral.outer_end if last in nouns else 0)
    start = first.numeral.start
    numeral = Numeral(start, end, first.numeral.outer, end, value, low, high, "sum", first.numeral.qualifier)
    what = Counted(last, f"people {first.counted.outcome}", first.counted.outcome, first.counted.deed)
    return Found(first.sentence, first.first, last, numeral, what)
