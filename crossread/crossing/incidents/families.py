"""Which words are used for one sort of happening ("sack", "ouster"): `knowledge/en/families.yml`. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

import msgspec

from crossread import knowledge


class Families(msgspec.Struct, frozen=True):
    """The shape of `families.yml`."""

    endings: tuple[tuple[str, str], ...]
    families: dict[str, tuple[str, ...]]


def _loaded() -> Families:
    return knowledge.load("families.yml", Families, "en")


def derived() -> tuple[tuple[str, str], ...]:
    """Endings by which words are derived, with what stands in their place in the word they come from."""
    return _loaded().endings


@lru_cache(maxsize=1)
def _of() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for family, words in _loaded().families.items():
        for word in words:
            found.setdefault(word, set()).add(family)
    return {word: frozenset(families) for word, families in found.items()}


def families(words: Iterable[str]) -> frozenset[str]:
    """The families of some words (base forms); none if none of them is listed."""
    known = _of()
    return frozenset(family for word in words for family in known.get(word, ()))
