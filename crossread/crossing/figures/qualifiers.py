"""The words beside numbers that leave an end open or tell a change (`numbers.yml`). Pure."""

from __future__ import annotations

from functools import cache

import msgspec

from crossread import knowledge

LANGUAGE = "en"


class QualifierWords(msgspec.Struct, frozen=True):
    """What is asked of numbers.yml here; each list is explained there."""

    nearly: tuple[str, ...]
    bottomless: tuple[str, ...]
    changed_from: tuple[str, ...]
    changed_to: tuple[str, ...]


@cache
def qualifier_words() -> QualifierWords:
    """The words, read once a process."""
    return knowledge.load("numbers.yml", QualifierWords, LANGUAGE)


def holds(text: str | None, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in a qualifier."""
    return text is not None and any(word in text.lower() for word in words)
