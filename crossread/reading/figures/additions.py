"""Victims told on top of others: "The minister was shot dead. Two of his guards were also killed" are three people.

The total is a figure of its own, proved by the words from the first count to the second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from crossread.reading.figures.counting import Counted
from crossread.reading.figures.nouns import lemma, members
from crossread.reading.figures.number_words import numbers, small
from crossread.reading.figures.numerals import Numeral
from crossread.reading.figures.surroundings import Found
from crossread.trees import Tree

ADDED = ("killed", "injured", "abducted")
"""The outcomes whose victims are added up."""
FAR = 2
"""Sentences back to which "two others" may point."""
BEHIND = 4
"""Words behind a number among which "others" and "also" are looked for."""


def additions(
    trees: Sequence[Tree],
    found: Sequence[Found],
    single: Sequence[Found],
    apart: Callable[[Found, Found], bool],
    body: int = 0,
) -> Iterator[Found]:
    """The totals of counts that are told on top of one before. `found` in text order; `single`: every victim told
    without a number, those among them that no figure was made of; `apart`: whether two counts are of two deeds; `body`:
    where the text behind the title begins: a title's toll is of the whole report, and nothing comes on top of it."""
    pool = [one for one in [*found, *single] if one.counted.outcome in ADDED and _whole(one)]
    pool = sorted(dict.fromkeys(pool), key=lambda one: (one.numeral.start, -one.numeral.end))
    totals: list[Found] = []
    for one in pool:
        if not _on_top(trees[one.sentence], one) or _again(trees, one, pool):
            continue
        before = [
            other
            for other in [*pool, *totals]
            if other.counted.outcome == one.counted.outcome
            and other.numeral.end < one.numeral.start
            and one.sentence - other.sentence <= FAR
            and not other.numeral.start < body <= one.numeral.start
            and not _toll(trees[other.sentence], other)
        ]
        base = max(before, key=lambda other: (other.sentence, other.numeral.value or 0), default=None)
        if base is not None and not apart(one, base):
            totals.append(_total(base, one))
    yield from totals


def _whole(one: Found) -> bool:
    """Whether a count is exact enough to add to: a value above none, and no share of another."""
    return bool(one.numeral.value) and not one.counted.part


def _toll(tree: Tree, one: Found) -> bool:
    """Whether a count is a toll, which holds all that are told beside it: "the dead rose to 11 after two more bodies
    were found"."""
    noun, at = one.counted.noun, tree.head(one.first, one.last)
    led = any(tree.tokens[c].text.lower() in small("led_to") for c in tree.of(at, "case"))
    above = tree.tokens[at].head
    if (
        led
        and above >= 0
        and (lemma(tree, above) in members("changes") or lemma(tree, above) in members("subject_verbs"))
    ):
        return True
    return noun is not None and lemma(tree, noun) in {w.split()[-1] for w in numbers().number_nouns["killed"]}


def _on_top(tree: Tree, one: Found) -> bool:
    """Whether "other", "another" or "also" stands at a count."""
    deed = one.counted.deed
    around = set(range(max(0, one.first - 1), min(len(tree.tokens), one.last + BEHIND)))
    words = {tree.tokens[i].text.lower() for i in around}
    if one.numeral.additional or words & small("others"):
        return True
    return deed is not None and any(tree.tokens[c].text.lower() in small("also") for c in tree.children[deed])


def _again(trees: Sequence[Tree], one: Found, pool: Sequence[Found]) -> bool:
    """Whether an addition was told before ("22 others were hurt" is no new count the second time), or is in a sum."""
    return any(
        other.numeral.end < one.numeral.start
        and other.numeral.value == one.numeral.value
        and other.numeral.form != "victims"
        and other.counted.outcome == one.counted.outcome
        and _on_top(trees[other.sentence], other)
        for other in pool
    ) or any(
        (
            _told_over(one, other)
            or _told_before(trees, one, other)
            or (other.numeral.form == "sum" and one.numeral.start < other.numeral.end)
        )
        and other.numeral.start <= one.numeral.start
        and other.counted.outcome == one.counted.outcome
        for other in pool
    )


def _told_before(trees: Sequence[Tree], one: Found, other: Found) -> bool:
    """Whether somebody without a name is among those told in one breath before: "a guard and his son ... also killed
    the guard's son"."""
    noun, tree = one.counted.noun, trees[other.sentence]
    if noun is None or one.numeral.form != "victims" or other.numeral.form not in ("victims", "sum"):
        return False
    token = trees[one.sentence].tokens[noun]
    if token.pos != "NOUN" or one.numeral.value != 1 or other.numeral.end >= one.numeral.start:
        return False
    own = any(trees[one.sentence].tokens[c].rel == "nmod:poss" for c in trees[one.sentence].children[noun])
    words = (t.text.lower() for t in tree.tokens if other.numeral.start <= t.start < other.numeral.end)
    return own and other.numeral.value != 1 and token.text.lower() in words


def _told_over(one: Found, other: Found) -> bool:
    """Whether a count stands behind another of the same word, which it breaks up: "three others, two women and a man,
    also died"."""
    same = one.sentence == other.sentence and one.counted.deed is not None and one.counted.deed == other.counted.deed
    return same and other.numeral.end < one.numeral.start


def _total(base: Found, one: Found) -> Found:
    a, b = base.numeral, one.numeral
    high = a.high + b.high if a.high is not None and b.high is not None else None
    low = (a.low or a.value or 0.0) + (b.low or b.value or 0.0)
    value = (a.value or 0.0) + (b.value or 0.0)
    numeral = Numeral(a.start, b.end, a.outer, max(b.end, b.outer_end), value, low, high, "sum", a.qualifier)
    outcome = one.counted.outcome
    what = Counted(one.counted.noun, f"people {outcome}", outcome, one.counted.deed)
    return Found(one.sentence, one.first, one.last, numeral, what)
