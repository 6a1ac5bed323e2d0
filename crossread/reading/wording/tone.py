"""The tone of a sentence: signs that its writer argues, or that he tells what happened on which day.

None of them judges anybody; together with words that may or may not judge they tell whether a sentence does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.reading.voices.page import Page
from crossread.reading.wording.labels import LANGUAGE, known
from crossread.records import StatementMention
from crossread.trees import Tree


class Sign(msgspec.Struct, frozen=True):
    """A sign of tone, and what it adds to the points of its sentence."""

    what: str
    points: int


QUESTION = Sign("a question", 3)
EXCLAMATION = Sign("an exclamation", 3)
ABSOLUTE = Sign("an absolute", 3)
ADDRESS = Sign("an address to the reader", 2)
STANCE = Sign("a word of the writer's stance", 1)
CONTRACTION = Sign("a contraction", 1)
EQUATION = Sign("telling what something is", 1)
DAY = Sign("a named day", -3)
NUMBER = Sign("a number", -2)
"""Points: log odds of a logistic regression over these signs and counts of words, divided by .3 and rounded, fitted on
the sentences of every other topic of BABE. The rounded points give macro F1 .729 there and .722 on the other topics."""


class _Calendar(msgspec.Struct, frozen=True):
    """What of `calendar.yml` is needed here: names of months and weekdays."""

    months: dict[str, int]
    weekdays: dict[str, int]


@lru_cache(maxsize=1)
def _days() -> frozenset[str]:
    """Names of months and weekdays; a capital tells "May" from "may"."""
    calendar = knowledge.load("calendar.yml", _Calendar, LANGUAGE)
    return frozenset(name.capitalize() for name in (*calendar.months, *calendar.weekdays) if len(name) > 3)


def tone(page: Page, tree: Tree, statements: Sequence[StatementMention]) -> tuple[Sign, ...]:
    """The signs of a sentence, each once; those of arguing count only outside of what others say."""
    return (*_arguing(page, tree, statements), *_reporting(tree))


def _arguing(page: Page, tree: Tree, statements: Sequence[StatementMention]) -> Iterator[Sign]:
    sentence = tree.sentence
    near = [s for s in statements if s.content.start < sentence.end and sentence.start < s.content.end]
    own = {i: t.text.lower() for i, t in enumerate(tree.tokens) if not _is_told(page, tree, i, near)}
    lows, lists = frozenset(own.values()), known()
    if any(low.startswith("?") for low in lows):
        yield QUESTION
    if any(low.startswith("!") for low in lows):
        yield EXCLAMATION
    if not lows.isdisjoint(lists.absolutes):
        yield ABSOLUTE
    if not lows.isdisjoint(lists.address):
        yield ADDRESS
    if any(
        tuple(own.get(i + k) for k in range(len(phrase))) == phrase
        for i, low in own.items()
        for phrase in _stances().get(low, ())
    ):
        yield STANCE
    if not lows.isdisjoint(_SHORT):
        yield CONTRACTION


def _reporting(tree: Tree) -> Iterator[Sign]:
    if any(token.rel == "cop" for token in tree.tokens):
        yield EQUATION
    if any(token.text in _days() for token in tree.tokens):
        yield DAY
    if any(character.isdigit() for token in tree.tokens for character in token.text):
        yield NUMBER


_SHORT = frozenset(("n't", "n’t", "'re", "’re", "'ve", "’ve", "'ll", "’ll", "'d", "’d"))


@lru_cache(maxsize=1)
def _stances() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of stance, word by word, by their first word."""
    phrases = [tuple(phrase.split()) for phrase in known().stance]
    return {first: tuple(p for p in phrases if p[0] == first) for first, *_ in phrases}


def _is_told(page: Page, tree: Tree, word: int, statements: Sequence[StatementMention]) -> bool:
    token = tree.tokens[word]
    if page.quoted(token.start, token.end) > 0:
        return True
    return any(s.content.start <= token.start and token.end <= s.content.end for s in statements)
