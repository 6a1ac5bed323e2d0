"""A choice of words before it is written down, and the words that tell whose man somebody is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.labels import STRONG, known
from crossread.records import StatementMention
from crossread.trees import Tree

Voice = Literal["outlet", "speaker"]

WIDEST = 5
"""Words that a label takes in before its noun: of the choices that analysts of 25 stories name three fewer are found at
2, two at 3, one at 7."""


class Choice(msgspec.Struct, frozen=True):
    """A wording before it is written down: words `first` to `last` of a sentence, for whom, and what they weigh."""

    first: int
    last: int
    bearer: Bearer
    why: str
    weight: int = STRONG
    shown: bool = False  # shown wherever it stands, whatever it weighs
    alone: int | None = None  # what the word weighs in itself, where what it hangs on makes it heavier

    @property
    def judging(self) -> int:
        """What it tells of its sentence: a weak word is no judgement because it is tied to somebody."""
        return self.weight if self.alone is None else self.alone

    def meets(self, other: Choice) -> bool:
        """Whether the two share a word."""
        return self.first <= other.last and other.first <= self.last

    def characters(self, tree: Tree) -> tuple[int, int]:
        """Where it starts and ends in the report."""
        return tree.tokens[self.first].start, tree.tokens[self.last].end


def voice(page: Page, start: int, end: int, statements: Sequence[StatementMention]) -> Voice:
    """A speaker's voice inside what a speaker says; another outlet's plain report stays the outlet's voice."""
    for statement in statements:
        if statement.content.start <= start and end <= statement.content.end:
            speaker = statement.speaker
            if speaker is None or page.mentions[speaker].type != "media" or statement.direct:
                return "speaker"
    return "outlet"


def loyalties(page: Page, tree: Tree) -> Iterator[Choice]:
    """ "Alpha-backed rebels", "pro-Alpha groups"."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        first = _loyalty_start(tree, i)
        if first is None:
            continue
        head = token.head if tokens[i].rel in ("amod", "compound", "nmod", "nmod:desc") else -1
        if not i < head <= i + WIDEST or tokens[head].pos not in ("NOUN", "PROPN"):
            continue
        if tokens[head].text.lower() in known().bodies or (first == i and _is_titled(tree, i, head)):
            continue
        bearer = bearers.noun_bearer(page, tree, head)
        if not bearer.tied and tokens[head].text.lower() not in known().plain and tokens[head].pos != "NOUN":
            continue
        yield Choice(first, head, bearer, "tells whose side somebody is on")


def _is_titled(tree: Tree, first: int, head: int) -> bool:
    """Whether every word is capital: a name or a title ("Anti-Fraud Office")."""
    return all(token.text[:1].isupper() for token in tree.tokens[first : head + 1])


def _loyalty_start(tree: Tree, i: int) -> int | None:
    tokens, low = tree.tokens, tree.tokens[i].text.lower()
    if low in known().loyalty and i >= 2 and tokens[i - 1].text == "-" and tokens[i - 2].text[:1].isupper():
        first = i - 2
        while (
            first > 0
            and tokens[first - 1].text[:1].isupper()
            and tokens[first - 1].head == first
            and tokens[first - 1].pos == "PROPN"
        ):
            first -= 1
        return first
    side, _, who = tokens[i].text.partition("-")
    return i if side.lower() in known().sides and who[:1].isupper() else None
