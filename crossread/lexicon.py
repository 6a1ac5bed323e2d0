"""Tables of phrases, looked up word by word: the longest phrase that begins at a word of a sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from crossread.function_words import function_words
from crossread.spelling import key, straight

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases and what they mean, found by their words' keys (`spelling.key`).

    Built once from (phrase, meaning) pairs; a later pair of the same key does not replace an earlier one.
    """

    __slots__ = ("_starts", "_whole")

    def __init__(self, pairs: Iterable[tuple[str, T]]) -> None:
        self._whole: dict[str, tuple[str, T]] = {}
        for phrase, meaning in pairs:
            for written in _writings(phrase):
                if folded := key(written):
                    self._whole.setdefault(folded, (phrase, meaning))
        self._starts: dict[str, list[tuple[str, ...]]] = {}
        for folded in self._whole:
            words = tuple(folded.split())
            self._starts.setdefault(words[0], []).append(words)
        for found in self._starts.values():
            found.sort(key=lambda words: (-len(words), words))

    def get(self, text: str) -> T | None:
        """What the whole of `text` means, if it is a phrase of the table."""
        found = self._whole.get(key(text))
        return found[1] if found else None

    def beginnings(self) -> frozenset[str]:
        """The first words (keys) of all phrases."""
        return frozenset(self._starts)

    def longest(self, words: Sequence[str], at: int) -> tuple[int, str, T] | None:
        """The longest phrase that begins with word `at` of `words` (keys): (words in it, phrase as listed, meaning)."""
        for phrase in self._starts.get(words[at], ()):
            size = len(phrase)
            if size == 1 or tuple(words[at : at + size]) == phrase:
                return size, *self._whole[" ".join(phrase)]
        return None


def _writings(phrase: str) -> tuple[str, ...]:
    """The phrase, and as it reads where a possessive is a word of its own."""
    plain = straight(phrase)
    possessive = f"{function_words().possessive} "
    return (plain, plain.replace(possessive, " ")) if possessive in plain else (plain,)
