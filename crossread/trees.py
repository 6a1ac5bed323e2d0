"""A sentence's dependency tree, ready to ask: children, phrases, clauses. Pure; built once for each sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from crossread.records import Report, Sentence, Span, Token
from crossread.spans import must_quote


@lru_cache(maxsize=1024)
def _plain(rel: str) -> str:
    """A relation without its subtype."""
    return rel.partition(":")[0]


class Tree:
    """A sentence with its tree turned around: who depends on whom. Words are named by their index in the sentence."""

    __slots__ = ("children", "root", "sentence", "tokens")

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.children: list[list[int]] = [[] for _ in self.tokens]
        self.root = 0
        for i, token in enumerate(self.tokens):
            if token.head < 0:
                self.root = i
            else:
                self.children[token.head].append(i)

    def of(self, i: int, *rels: str) -> list[int]:
        """Children of word `i` by relation; "nsubj" also takes its subtypes ("nsubj:pass")."""
        if not (below := self.children[i]):
            return []
        return [c for c in below if (rel := self.tokens[c].rel) in rels or _plain(rel) in rels]

    def subtree(self, i: int, without: Collection[str] = ()) -> list[int]:
        """Word `i` and all below it, in text order, less i's children whose relation is in `without`."""
        kept = (
            c for c in self.children[i] if (rel := self.tokens[c].rel) not in without and _plain(rel) not in without
        )
        found = list(kept if without else self.children[i])
        for word in found:  # grows meanwhile
            found += self.children[word]
        return sorted([i, *found])

    def phrase(self, i: int, without: Collection[str] = ()) -> tuple[int, int]:
        """First and last word of the unbroken stretch of the subtree that holds word `i`."""
        words = set(self.subtree(i, without))
        first = last = i
        while first - 1 in words:
            first -= 1
        while last + 1 in words:
            last += 1
        return first, last

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above word `i`, nearest first."""
        while (i := self.tokens[i].head) >= 0:
            yield i

    def head(self, first: int, last: int) -> int:
        """The word of a stretch on which the others hang: the one whose head lies outside."""
        for i in range(first, last + 1):
            if not first <= self.tokens[i].head <= last:
                return i
        return last

    def dated(self, i: int) -> bool:
        """Whether word `i` belongs to a date: "fell 9 percent last week", "on Monday Wall Street"."""
        return any(date.first <= i <= date.last for date in self.sentence.times)

    def named(self, i: int, label: str = "") -> bool:
        """Whether word `i` belongs to a name that the encoder labels, of one kind (PER, ORG, LOC) if that is given."""
        return any(name.first <= i <= name.last and label in ("", name.label) for name in self.sentence.names)

    def words(self, start: int, end: int) -> list[int]:
        """The words that lie in the characters `start` to `end`, wholly or in part."""
        return [i for i, token in enumerate(self.tokens) if token.start < end and token.end > start]

    def span(self, report: Report, first: int, last: int) -> Span:
        """The characters of the words `first` to `last`, inclusive."""
        return must_quote(report, self.tokens[first].start, self.tokens[last].end)
