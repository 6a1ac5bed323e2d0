"""The parties of a deed as phrases of its sentence, and what earlier stages know of the words in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from crossread.function_words import function_words
from crossread.reading.events.grammar import cases_of
from crossread.reading.events.words import PartRole, lexicon
from crossread.records import Mention, TimeExpression
from crossread.trees import Tree


class Argument(NamedTuple):
    """A party's phrase: its role, its head and its first and last word."""

    role: PartRole
    head: int
    first: int
    last: int


class Known(NamedTuple):
    """What earlier stages found in one sentence: (index, first word, last word, record)."""

    mentions: tuple[tuple[int, int, int, Mention], ...]
    times: tuple[tuple[int, int, int, TimeExpression], ...]
    settings: frozenset[int] = frozenset()  # first words of the places that others are in: "a court in Orsk"

    def mention_of(self, argument: Argument, person: bool = False) -> int | None:
        """The mention that is the head of a phrase: the longest that holds the head, else the longest in the phrase.

        `person`: the head says that it is a person, so that what the phrase names besides is another ("the owner of
        the Sunrise")."""
        holding = [m for m in self.mentions if m[1] <= argument.head <= m[2]]
        if not holding and person:
            holding = [m for m in self.mentions if argument.first <= m[1] and m[2] <= argument.last]
            holding = [m for m in holding if m[3].type == "person" and m[3].named]
        if not holding and not person:
            holding = [m for m in self.mentions if argument.first <= m[1] and m[2] <= argument.last and m[3].named]
            holding = [m for m in holding if m[1] not in self.settings]
        return max(holding, key=lambda m: (m[3].type != "place", m[2] - m[1], -m[1]))[0] if holding else None


def known_in(tree: Tree, mentions: Sequence[tuple[int, Mention]], times: Sequence[tuple[int, TimeExpression]]) -> Known:
    """The mentions and times of a sentence with the words that they cover."""
    covered = []
    for index, mention in mentions:
        words = tree.words(mention.span.start, mention.span.end)
        if words:
            covered.append((index, words[0], words[-1], mention))
    dated = []
    for number, time in times:
        words = tree.words(time.span.start, time.span.end)
        if words:
            dated.append((number, words[0], words[-1], time))
    where = lexicon().small["where"] - function_words().genitives
    settings = (
        first
        for _, first, last, m in covered
        if m.type == "place" and cases_of(tree, _noun_of(tree, first, last)) & where
    )
    return Known(tuple(covered), tuple(dated), frozenset(settings))


def _noun_of(tree: Tree, first: int, last: int) -> int:
    """The noun that a name belongs to: the oasis of "near the Tamarin oasis"."""
    head = tree.head(first, last)
    while tree.tokens[head].rel in ("compound", "amod", "flat") and tree.tokens[head].head > head:
        head = tree.tokens[head].head
    return head
