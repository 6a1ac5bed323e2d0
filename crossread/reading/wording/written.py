"""Tables of written forms, found where they stand word by word in a sentence.

Like `lexicon.Phrases`, but for words as the reading cuts them: a hyphen is a word of its own here, and several entries
may have one form.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from crossread.reading.encoder.sentences import words

T = TypeVar("T")


class Written(Generic[T]):
    """Entries by their written form: of those that begin at one word the longest first, of equal ones as given."""

    __slots__ = ("_starts",)

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        found: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for form, entry in pairs:
            tokens = tuple(form[a:b] for a, b in words(form, 0, len(form)))
            found.setdefault(tokens[0], []).append((tokens, entry))
        self._starts = {first: sorted(entries, key=lambda e: -len(e[0])) for first, entries in found.items()}

    def at(self, lows: Sequence[str], first: int) -> list[tuple[int, T]]:
        """The entries whose form begins at word `first` of `lows` (lower case), each with its last word."""
        begun = self._starts.get(lows[first])
        if begun is None:  # as with most words
            return []
        ends = ((first + len(tokens) - 1, tokens, entry) for tokens, entry in begun)
        return [(last, e) for last, tokens, e in ends if last == first or tuple(lows[first : last + 1]) == tokens]
