"""A tree answers who depends on whom."""

from __future__ import annotations

from crossread.records import Report, Sentence, Token
from crossread.trees import Tree

TEXT = "The old miller sold flour to bakers ."
WORDS = TEXT.split(" ")
HEADS = [2, 2, 3, -1, 3, 6, 3, 3]
RELS = ["det", "amod", "nsubj", "root", "obj", "case", "obl", "punct"]


def tree() -> Tree:
    tokens, at = [], 0
    for word, head, rel in zip(WORDS, HEADS, RELS, strict=True):
        tokens.append(Token(at, at + len(word), word, word.lower(), "X", head, rel))
        at += len(word) + 1
    return Tree(Sentence(0, len(TEXT), 0, tuple(tokens)))


def test_children_and_root() -> None:
    t = tree()
    assert t.root == 3
    assert t.children[3] == [2, 4, 6, 7]
    assert t.of(3, "obj", "obl") == [4, 6]


def test_a_phrase_is_the_unbroken_stretch_around_its_head() -> None:
    t = tree()
    assert t.phrase(2) == (0, 2)
    assert t.phrase(3, without=("punct",)) == (0, 6)
    assert t.span(Report("r-1", "a.txt", TEXT), *t.phrase(6)).text == "to bakers"


def test_heads_and_ancestors() -> None:
    t = tree()
    assert t.head(0, 2) == 2
    assert list(t.ancestors(0)) == [2, 3]
    assert t.words(4, 14) == [1, 2]
