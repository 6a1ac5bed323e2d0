"""Phrases of knowledge files as patterns: "*" stands for any ending of a word, "..." for up to three words."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from crossread import knowledge


class Pair(msgspec.Struct, frozen=True):
    """Two sides of one matter and the phrases of each."""

    name: str
    kind: str
    about: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    topical: bool = False


class Oppositions(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/oppositions.yml; the file says what each part means."""

    pairs: tuple[Pair, ...]
    denying: tuple[str, ...]
    denying_with_no: tuple[str, ...]
    asserting: tuple[str, ...]
    disowning: tuple[str, ...]
    blaming: tuple[str, ...]
    negations: tuple[str, ...]
    formerly: tuple[str, ...]
    nowadays: tuple[str, ...]
    titles: tuple[str, ...]


def oppositions() -> Oppositions:
    """The knowledge file, read once."""
    return knowledge.load("oppositions.yml", Oppositions, "en")


@lru_cache(maxsize=256)
def matcher(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for a list of phrases; longest first, on small letters with straight quotes."""
    return re.compile("|".join(_pattern(p) for p in sorted(phrases, key=lambda p: (-len(p), p))))


def _pattern(phrase: str) -> str:
    words = []
    for word in phrase.lower().split():
        if word == "...":
            words.append(r"(?:\W+\w+){0,3}?")
        else:
            words.append((r"\W+" if words else r"(?<![\w-])") + re.escape(word).replace(r"\*", r"\w*"))
    return "".join(words) + r"(?!\w)"
