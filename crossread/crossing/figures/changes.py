"""Numbers that a report itself tells as before and after: "raised from 64 to nearly 3,000"."""

from __future__ import annotations

from itertools import pairwise

from crossread.crossing.figures.counts import Item
from crossread.crossing.figures.qualifiers import qualifier_words
from crossread.records import Quantity, Reading


class Changes:
    """The pairs of numbers that reports tell as before and after."""

    def __init__(self, readings: tuple[Reading, ...]) -> None:
        self.pairs: set[tuple[str, frozenset[float | None]]] = set()
        words = qualifier_words()
        for reading in readings:
            found = reading.quantities
            for a, b in pairwise(found):
                if a.counts != b.counts or b.span.start - a.span.end > 90:
                    continue
                before = _text(reading, a.span.start - 24, a.span.start)
                between = _text(reading, a.span.end, b.span.start)
                came = any(f" {word} " in before + " " for word in words.changed_from)
                if came and any(f" {word} " in between for word in words.changed_to):
                    self.pairs.add((reading.report, frozenset([_size(a), _size(b)])))
        self.reports = frozenset(report for report, _ in self.pairs)

    def any_told(self, group: list[Item]) -> bool:
        """Whether two items of a group are told as before and after."""
        mine = [i for i in group if i.at[0] in self.reports]
        return any(self.told(a, b) for a in mine for b in mine)

    def told(self, a: Item, b: Item) -> bool:
        """Whether a report tells that the value of one became that of the other; the same values elsewhere in it
        count, too."""
        return a.at[0] == b.at[0] and (a.at[0], frozenset([_size(a.quantity), _size(b.quantity)])) in self.pairs


def _size(q: Quantity) -> float | None:
    return q.value if q.value is not None else q.low


def _text(reading: Reading, start: int, end: int) -> str:
    """The words of a reading between two offsets, joined by blanks."""
    words = [
        t.text.lower()
        for s in reading.sentences
        if s.start < end and s.end > start
        for t in s.tokens
        if start <= t.start and t.end <= end
    ]
    return f" {' '.join(words)} "
