"""Which words name somebody, and which only point, count or tell a deed. Pure."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.spelling import key


class DeedNouns(msgspec.Struct, frozen=True):
    """The nouns of one entry of deeds.yml."""

    nouns: tuple[str, ...] = ()


class PartyWords(msgspec.Struct, frozen=True):
    """The parts of deeds.yml that say what names nobody."""

    nobody: frozenset[str]
    deeds: tuple[DeedNouns, ...]


@lru_cache(maxsize=1)
def _words() -> PartyWords:
    return knowledge.load("deeds.yml", PartyWords, "en")


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    return frozenset(noun for entry in _words().deeds for noun in entry.nouns)


@lru_cache(maxsize=16384)
def party_key(text: str) -> str:
    """A party that is no merged actor, less counts and articles: "at least four people" and "11 people" are one."""
    words = key(text).split()
    return " ".join(word for word in words if word not in _words().nobody and not word[0].isdigit())


@lru_cache(maxsize=16384)
def names_party(text: str, capitals: bool = False) -> bool:
    """Whether a phrase can stand for a party: neither a pronoun or a count, nor a deed, nor a dateline in capitals.
    `capitals`: the whole sentence is in capitals, which then say nothing."""
    known = party_key(text)
    if not known or (text.isupper() and len(text) > 3 and not capitals):
        return False
    head = key(text).split(" of ")[0].split(" in ")[0].split()
    last = head[-1] if head else ""
    return last not in _deeds() and last.removesuffix("s") not in _deeds()
