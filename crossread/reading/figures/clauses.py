"""The words of a number's clause that tell which quantity it is: who did what to whom, of what, from where.

Two reports that give a number of one thing in other words still share some of them ("will receive loans over three
years", "in loans over three years"); numbers of different things mostly share none.
"""

from __future__ import annotations

from crossread.reading.figures.measures import any_unit
from crossread.reading.figures.nouns import lemma, members, turned
from crossread.spelling import key
from crossread.trees import Tree

TELLING = frozenset(("NOUN", "PROPN", "VERB", "ADJ"))
AROUND = ("nsubj", "obj", "iobj", "obl", "xcomp", "advcl")
WITHIN = ("amod", "compound", "nmod", "flat", "appos", "acl", "xcomp", "obl", "obj", "conj")
MOST = 14
"""Words kept, nearest in the tree first."""
UP = 3
"""Words above the number up to which its verb is looked for."""


def telling_words(tree: Tree, first: int, last: int, noun: int | None) -> tuple[str, ...]:
    """The content words around the number in the words `first` to `last`, folded, nearest in the tree first."""
    start = noun if noun is not None else tree.head(first, last)
    found = [start, *_down(tree, start, 2)]
    if tree.tokens[start].pos == "VERB":
        found += [w for child in tree.of(start, *AROUND) for w in (child, *_down(tree, child, 1))]
    for n, above in enumerate(tree.ancestors(start)):
        if n >= UP:
            break
        found.append(above)
        for child in tree.of(above, *AROUND) if tree.tokens[above].pos in ("VERB", "ADJ", "NOUN") else ():
            found += [child, *_down(tree, child, 1)]
        if tree.tokens[above].pos == "VERB":
            break
    words: dict[str, None] = {}
    for i in found:
        if tree.tokens[i].pos in TELLING and not first <= i <= last and not _light(word := lemma(tree, i)):
            told = turned("measured").get(word) or turned("things").get(word) or word
            if folded := key(told):
                words[folded] = None
    return tuple(words)[:MOST]


def _light(word: str) -> bool:
    """Whether a word tells nothing: every clause may have it, or it is a unit."""
    return word in members("light") or word in any_unit()


def _down(tree: Tree, i: int, depth: int) -> list[int]:
    below = tree.of(i, *WITHIN) if depth else []
    return [w for c in below for w in (c, *_down(tree, c, depth - 1))]
