"""What is known of the names of bodies and groups (`bodies.yml`). Pure."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.function_words import function_words

LANGUAGE = "en"
MOST_BEFORE = 2
"""Words before "of" in a name that is turned round: "National Police of Velia"."""


class Bodies(msgspec.Struct, frozen=True):
    """The shape of `bodies.yml`; each list is explained there."""

    between: frozenset[str]
    same_ends: tuple[tuple[str, ...], ...]
    turned: frozenset[str]
    legal: frozenset[str]
    apart: frozenset[str]
    heads: frozenset[str]
    everywhere: frozenset[str]


@lru_cache(maxsize=1)
def bodies() -> Bodies:
    """What is known of bodies' names."""
    return knowledge.load("bodies.yml", Bodies, LANGUAGE)


@lru_cache(maxsize=1)
def _ends() -> dict[str, str]:
    return {end: group[0] for group in bodies().same_ends for end in group}


@lru_cache(maxsize=65536)
def plainly(name: str) -> str:
    """A body's name (key) with its last words in the form that stands for all ("boro police department": police), and
    what it is behind what it is for ("ministry of agriculture": agriculture ministry).
    """
    words = _turned(name.split())
    for at in range(max(0, len(words) - 4), len(words)):
        end = " ".join(words[at:])
        if end in _ends():
            return " ".join((*words[:at], _ends()[end]))
    return " ".join(words)


def _turned(words: list[str]) -> list[str]:
    small = function_words()
    at = next((i for i, word in enumerate(words) if word in small.genitives), 0)
    if not at or words[at - 1] not in bodies().turned or at > MOST_BEFORE:
        return words
    behind = [word for word in words[at + 1 :] if word not in small.articles]
    plain = behind and small.genitives.isdisjoint(behind)
    return [*behind, *words[:at]] if plain else words


@lru_cache(maxsize=65536)
def without_form(name: str) -> str:
    """A company's name (key) less the legal form at its end ("maro lines ltd"), if two words are left."""
    words = name.split()
    while len(words) > 2 and words[-1] in bodies().legal:
        words.pop()
    return " ".join(words)


@lru_cache(maxsize=65536)
def everywhere(name: str) -> bool:
    """Whether a name (key) is one that every country has a body of ("supreme court")."""
    return all(word in bodies().everywhere for word in name.split())
