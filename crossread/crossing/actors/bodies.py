"""What is known of the names of bodies and groups (`bodies.yml`). Pure."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge

LANGUAGE = "en"


class Bodies(msgspec.Struct, frozen=True):
    """The shape of `bodies.yml`; each list is explained there."""

    between: frozenset[str]
    same_ends: tuple[tuple[str, ...], ...]
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
    """A body's name (key) with its last words in the form that stands for all ("boro police department": police)."""
    words = name.split()
    for at in range(max(0, len(words) - 4), len(words)):
        end = " ".join(words[at:])
        if end in _ends():
            return " ".join((*words[:at], _ends()[end]))
    return name


@lru_cache(maxsize=65536)
def everywhere(name: str) -> bool:
    """Whether a name (key) is one that every country has a body of ("supreme court")."""
    return all(word in bodies().everywhere for word in name.split())
