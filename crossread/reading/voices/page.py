"""One report made ready to ask: which mention covers a word, which quotations and paragraphs there are."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from crossread.reading.voices.quotations import Quotation, quotations
from crossread.records import Mention, Report, Token
from crossread.trees import Tree


class Page:
    """A report with its trees and mentions, indexed by place. Built once for each stage that needs it."""

    def __init__(self, report: Report, trees: tuple[Tree, ...], mentions: tuple[Mention, ...]) -> None:
        self.report = report
        self.text = report.text
        self.trees = trees
        self.mentions = mentions
        self._order = sorted(range(len(mentions)), key=lambda i: (mentions[i].span.start, -mentions[i].span.end))
        self._starts = [mentions[i].span.start for i in self._order]
        self._sentence_starts = [tree.sentence.start for tree in trees]

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """(start, end) of each paragraph that has sentences."""
        found: dict[int, tuple[int, int]] = {}
        for tree in self.trees:
            sentence = tree.sentence
            start, _ = found.get(sentence.paragraph, (sentence.start, 0))
            found[sentence.paragraph] = (start, sentence.end)
        return tuple(found[number] for number in sorted(found))

    @cached_property
    def quotes(self) -> tuple[Quotation, ...]:
        """All quotations of the report, in order."""
        return quotations(self.text, self.paragraphs)

    def quotes_in(self, start: int, end: int) -> list[Quotation]:
        """Quotations that share characters with `start` to `end`."""
        return [q for q in self.quotes if q.start < end and q.end > start]

    def quoted(self, start: int, end: int) -> float:
        """Share of the characters between double quotation marks."""
        return self._between.count(1, start, end) / (end - start) if end > start else 0.0

    @cached_property
    def _between(self) -> bytearray:
        """1 for each character between double quotation marks: asked of for every word, so it is made once."""
        marked = bytearray(len(self.text))
        for quote in self.quotes:
            if quote.double:
                marked[quote.start : quote.end] = b"\1" * (quote.end - quote.start)
        return marked

    def mentions_in(self, start: int, end: int) -> list[int]:
        """Indexes of the mentions that lie wholly in `start` to `end`, in text order."""
        at = bisect_right(self._starts, start - 1)
        found = []
        while at < len(self._order) and self._starts[at] < end:
            if self.mentions[self._order[at]].span.end <= end:
                found.append(self._order[at])
            at += 1
        return found

    def mention_at(self, token: Token) -> int | None:
        """Index of the longest mention that covers a word, names before descriptions."""
        best, rank = None, (False, 0)
        at = bisect_right(self._starts, token.start) - 1
        for position in range(at, max(-1, at - 8), -1):  # mentions nest two or three deep; eight back is plenty
            index = self._order[position]
            mention = self.mentions[index]
            mine = (mention.named, mention.span.end - mention.span.start)
            if mention.span.start <= token.start and mention.span.end >= token.end and mine > rank:
                best, rank = index, mine
        return best

    def proper_name(self, token: Token) -> Mention | None:
        """The mention by name in which a word with a capital stands."""
        index = self.mention_at(token)
        if index is None or not self.mentions[index].named or not token.text[:1].isupper():
            return None
        return self.mentions[index]

    def resolved(self, index: int | None) -> int | None:
        """The mention for which a description or a pronoun stands, as far as the report tells."""
        for _ in range(4):
            if index is None or self.mentions[index].refers is None:
                return index
            index = self.mentions[index].refers
        return index

    def sentence_at(self, position: int) -> int:
        """Index of the sentence that holds a character (the last one that begins at or before it)."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def paragraph_at(self, position: int) -> int:
        """Index in `paragraphs` of the paragraph that holds a character."""
        return max(0, bisect_right([start for start, _ in self.paragraphs], position) - 1)
