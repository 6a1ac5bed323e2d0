"""The tone of a sentence: signs that its writer argues, or that he reports.

None of them judges anybody; together with words that may or may not judge they tell whether a sentence does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from crossread.reading.voices.page import Page
from crossread.reading.wording.labels import known
from crossread.records import StatementMention
from crossread.trees import Tree


class Sign(msgspec.Struct, frozen=True):
    """A sign of tone, and what it adds to the points of its sentence."""

    what: str
    points: int


EXCLAMATION = Sign("an exclamation", 1)
ABSOLUTE = Sign("an absolute", 1)
ADDRESS = Sign("an address to the reader", 1)
NUMBER = Sign("a number", -1)
"""Points, like those of words (weighing.py): log odds of a logistic regression over these signs and counts of words on
the 5,200 sentences of our own reports that are not held back, divided by 1.2 (a number -.6, an exclamation .6, the
others .4; rounded away from nothing). Questions, contractions, words of stance, "X is Y" and named days came out at
nothing or the other way round and are left out, though sentences from opinion pages would be told better with them."""


def tone(page: Page, tree: Tree, statements: Sequence[StatementMention]) -> tuple[Sign, ...]:
    """The signs of a sentence, each once; those of arguing count only outside of what others say."""
    return (*_arguing(page, tree, statements), *_reporting(tree))


def _arguing(page: Page, tree: Tree, statements: Sequence[StatementMention]) -> Iterator[Sign]:
    sentence = tree.sentence
    near = [s for s in statements if s.content.start < sentence.end and sentence.start < s.content.end]
    lows = {t.text.lower() for i, t in enumerate(tree.tokens) if not _is_told(page, tree, i, near)}
    if any(low.startswith("!") for low in lows):
        yield EXCLAMATION
    if not lows.isdisjoint(known().absolutes):
        yield ABSOLUTE
    if not lows.isdisjoint(known().address):
        yield ADDRESS


def _reporting(tree: Tree) -> Iterator[Sign]:
    if any(character.isdigit() for token in tree.tokens for character in token.text):
        yield NUMBER


def _is_told(page: Page, tree: Tree, word: int, statements: Sequence[StatementMention]) -> bool:
    token = tree.tokens[word]
    if page.quoted(token.start, token.end) > 0:
        return True
    return any(s.content.start <= token.start and token.end <= s.content.end for s in statements)
