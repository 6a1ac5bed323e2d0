"""Which words are used for one sort of happening ("sack", "ouster"): `families.yml`. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from benchmarks.learned.files import read


class Families(msgspec.Struct, frozen=True):
    """The shape of `families.yml`."""

    endings: tuple[tuple[str, str], ...]
    families: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def _loaded() -> Families:
    return read("families.yml", Families)


@lru_cache(maxsize=1)
def _of() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for family, words in _loaded().families.items():
        for word in words:
            found.setdefault(word, set()).add(family)
    return {word: frozenset(families) for word, families in found.items()}


SHORTEST = 3
"""Letters that must be left when an ending is taken off."""


def stems(word: str) -> tuple[str, ...]:
    """What a word may be derived from ("shooter": "shoot", "shoote"), the likeliest first."""
    return tuple(
        word[: -len(ending)] + instead
        for ending, instead in _loaded().endings
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= SHORTEST
    )


@lru_cache(maxsize=4096)
def _families(word: str) -> frozenset[str]:
    known = _of()
    return next((known[form] for form in (word, *stems(word)) if form in known), frozenset())


def families(words: Iterable[str]) -> frozenset[str]:
    """The families of some words (base forms) or of what they are derived from; none if none of them is listed."""
    return frozenset(family for word in words for family in _families(word))


def members(family: str) -> tuple[str, ...]:
    """The words of a family."""
    return _loaded().families[family]
