"""Victims that one clause counts apart, added up: "six priests, a cook and her daughter were killed" are eight people.

The sum is a figure of its own, proved by the words from the first of them to the last; a victim without a number counts
as one. Where a member stands in the plural without a number, nothing is summed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crossread.reading.figures.counting import Counted
from crossread.reading.figures.nouns import names_people
from crossread.reading.figures.numerals import Numeral
from crossread.reading.figures.pieces import Piece
from crossread.reading.figures.rolls import along_with, roll_from, roll_of
from crossread.reading.figures.surroundings import Found
from crossread.reading.figures.victims import COUNTED, asker
from crossread.trees import Tree


def numbers_of(tree: Tree, found: Iterable[Found]) -> dict[int, tuple[int, float]]:
    """The numbers of people of one sentence that are no shares of others: first word -> last word, how many."""
    told = {}
    for one in found:
        what, numeral = one.counted, one.numeral
        people = what.outcome is not None or (what.noun is not None and names_people(tree, what.noun))
        if people and numeral.value and numeral.unit is None and numeral.form != "victims" and not _share(one):
            told[one.first] = (one.last, numeral.value)
    return told


def _share(one: Found) -> bool:
    """Whether a number is told as a share of another that is told, too: not "three of his aides"."""
    return one.counted.part and not one.numeral.additional


def sums(
    trees: Sequence[Tree], found: Sequence[Found], single: Sequence[Found], persons: Mapping[int, frozenset[int]]
) -> Iterator[Found]:
    """The sums of the victims that a clause counts apart, in text order. `single`: the victims who are told without a
    number; `persons`: sentence -> one person's words."""
    by_sentence: dict[int, list[Found]] = {}
    for one in {id(one): one for one in (*found, *single)}.values():
        by_sentence.setdefault(one.sentence, []).append(one)
    for n, mine in sorted(by_sentence.items()):
        told: set[tuple[str, int]] = set()
        for one in mine:
            what = one.counted
            if (
                what.outcome not in COUNTED
                or what.noun is None
                or what.deed is None
                or not one.numeral.value
                or what.part
            ):
                continue
            total = _sum(trees[n], one, mine, persons.get(n, frozenset()))
            if total is not None and (what.outcome, total.numeral.start) not in told:
                told.add((what.outcome, total.numeral.start))
                yield total


def _place(tree: Tree, one: Found, noun: int) -> int:
    """The word by which a counted noun is joined to others: the number in "two of his guards"."""
    number = tree.head(one.first, one.last)
    return number if tree.tokens[noun].head == number else noun


def _sum(tree: Tree, one: Found, beside: Sequence[Found], persons: frozenset[int]) -> Found | None:
    """The sum of those in whose roll a victim stands; None where it is not told of several, or not of all how many."""
    outcome, deed, noun = one.counted.outcome, one.counted.deed, one.counted.noun
    if outcome is None or deed is None or noun is None:
        return None
    ask = asker(tree, outcome, deed, persons, numbers_of(tree, beside))
    roll = roll_of(tree, _place(tree, one, noun), deed, ask)
    pieces = list(roll.members)
    if pieces and (more := along_with(tree, max(deed, roll.last))) is not None:
        pieces += [piece for piece in roll_from(tree, more, deed, ask).members if piece.first > pieces[-1].last]
    nouns = {other.first: other for other in beside if other.numeral.form != "victims"}
    counts = [nouns[piece.number] for piece in pieces if piece.number in nouns]
    if len(pieces) < 2 or not (counts or len(pieces) > len(roll.members)) or any(p.kind == "many" for p in pieces):
        return None
    if any(count.counted.outcome not in (None, outcome) for count in counts):
        return None
    return _total(tree, one, pieces, nouns)


def _total(tree: Tree, one: Found, pieces: Sequence[Piece], nouns: Mapping[int, Found]) -> Found:
    """The sum of the pieces of a roll as a figure of its own."""
    low = value = 0.0
    high: float | None = 0.0
    for piece in pieces:
        told = nouns.get(piece.number) if piece.number is not None else None
        numeral = told.numeral if told else None
        value += piece.size
        low += (numeral.low or 0.0) if numeral else piece.size
        top = numeral.high if numeral else piece.size
        high = None if high is None or top is None else high + top
    head, last = pieces[0], pieces[-1]
    first = nouns.get(head.number) if head.number is not None else None
    opening = next((i for i in range(head.first, head.head) if tree.tokens[i].pos != "PUNCT"), head.head)
    start, outer = (first.numeral.start, first.numeral.outer) if first else (tree.tokens[opening].start,) * 2
    final = nouns.get(last.number) if last.number is not None else None
    end = max(tree.tokens[last.last].end, final.numeral.outer_end if final else 0)
    bent = first.numeral.qualifier if first else None
    numeral = Numeral(start, end, outer, end, value, low, high, "sum", bent)
    what = Counted(last.head, f"people {one.counted.outcome}", one.counted.outcome, one.counted.deed)
    return Found(one.sentence, head.first, last.last, numeral, what)
