"""Victims that one clause counts apart, added up: "six priests, a cook and her daughter were killed" are eight people.

The sum is a figure of its own, proved by the words from the first of them to the last; a victim without a number counts
as one. Where a member stands in the plural without a number, nothing is summed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from crossread.reading.figures.counting import Counted
from crossread.reading.figures.numerals import Numeral
from crossread.reading.figures.surroundings import Found
from crossread.reading.figures.victims import COUNTED, linked, one_person
from crossread.trees import Tree


def sums(trees: Sequence[Tree], found: Sequence[Found], persons: Mapping[int, frozenset[int]]) -> Iterator[Found]:
    """The sums of the victims that a clause counts apart, in text order. `persons`: sentence -> one person's words."""
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
        nouns = {_place(trees[n], one, one.counted.noun): one for one in mine if one.counted.noun is not None}
        known = persons.get(n, frozenset())
        for head in dict.fromkeys(_top(trees[n], noun, nouns, known) for noun in nouns):
            if (total := _sum(trees[n], head, nouns, known)) is not None:
                yield total


def _place(tree: Tree, one: Found, noun: int) -> int:
    """The word by which a counted noun is joined to others: the number in "two of his guards"."""
    number = tree.head(one.first, one.last)
    return number if tree.tokens[noun].head == number else noun


def _one(tree: Tree, i: int) -> bool:
    """Whether a noun stands in the singular."""
    token = tree.tokens[i]
    return token.text.lower() == token.lemma.lower() and not token.text.lower().endswith("s")


def _top(tree: Tree, noun: int, nouns: Mapping[int, Found], persons: frozenset[int]) -> int:
    """The first of those that are told in one breath: the rector of "the rector, five priests and two cooks"."""
    top = noun
    while tree.tokens[top].rel in ("conj", "appos") and tree.tokens[top].head < top:
        top = tree.tokens[top].head
    alone = top in persons or one_person(tree, top, nouns[noun].counted)
    return top if top == noun or top in nouns or alone else noun


def _members(tree: Tree, head: int, nouns: Mapping[int, Found]) -> list[int]:
    """The heads of those who are joined to a victim, it ahead; empty where nobody is."""
    kin = [c for c in tree.of(head, "appos") if tree.of(c, "nmod:poss") and tree.of(c, "conj")]  # "Ana, her son and"
    joined = [*tree.of(head, "conj"), *kin]
    joined += [k for c in joined for k in tree.of(c, "conj")]
    joined = [c for c in sorted(dict.fromkeys(joined)) if c > head and tree.tokens[c].pos in ("NOUN", "PROPN", "NUM")]
    if not joined or not linked(tree, head, joined[-1]):
        return []
    between = [other for other in nouns if head < other < joined[-1] and other not in joined]
    # "six priests, a cook and two guards": one beside many is no other name of them
    other = [c for c in tree.of(head, "appos") if c < joined[-1] and not _one(tree, head) and _one(tree, c)]
    return [head, *sorted({*joined, *between, *other})]


def _sum(tree: Tree, head: int, nouns: Mapping[int, Found], persons: frozenset[int]) -> Found | None:
    """The sum of a noun and those joined to it; None where it is no head of several victims of one outcome."""
    members = _members(tree, head, nouns)
    counts = [nouns[member] for member in members if member in nouns]
    if not counts or any(token.text in (":", ";") for token in tree.tokens[head : members[-1]]):
        return None  # "three guards: one from Maro, ..." are named, not added
    first = counts[0]
    low = value = 0.0
    high: float | None = 0.0
    for member in members:
        one = nouns.get(member)
        if one is not None and one.counted.outcome != first.counted.outcome:
            return None
        alone = member in persons or one_person(tree, member, first.counted)
        if one is None and not (alone and (member in persons or _one(tree, member))):
            return None
        numeral = one.numeral if one is not None else None
        value += (numeral.value or 0.0) if numeral else 1.0
        low += (numeral.low or 0.0) if numeral else 1.0
        top = numeral.high if numeral else 1.0
        high = None if high is None or top is None else high + top
    if head in nouns and 2 * (first.numeral.value or 0.0) == value:
        return None  # "five people, two soldiers and three guards": told apart, not added
    start, outer = (first.numeral.start, first.numeral.outer) if head in nouns else (tree.tokens[head].start,) * 2
    last = members[-1]
    end = max(tree.tokens[last].end, nouns[last].numeral.outer_end if last in nouns else 0)
    bent = first.numeral.qualifier if head in nouns else None
    numeral = Numeral(start, end, outer, end, value, low, high, "sum", bent)
    what = Counted(last, f"people {first.counted.outcome}", first.counted.outcome, first.counted.deed)
    return Found(first.sentence, min(head, first.first), last, numeral, what)
