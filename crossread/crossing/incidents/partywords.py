"""Which words name somebody, and which only point, count or tell a deed. Pure."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.inflection import inflection
from crossread.spelling import key


class DeedNouns(msgspec.Struct, frozen=True):
    """The nouns of one entry of deeds.yml."""

    nouns: tuple[str, ...] = ()


class PartyWords(msgspec.Struct, frozen=True):
    """The parts of deeds.yml that say what names nobody."""

    nobody: frozenset[str]
    anybody: frozenset[str]
    striking: frozenset[str]
    small: dict[str, frozenset[str]]
    deeds: tuple[DeedNouns, ...]


@lru_cache(maxsize=1)
def _words() -> PartyWords:
    return knowledge.load("deeds.yml", PartyWords, "en")


def small_words(name: str) -> frozenset[str]:
    """A list of small words of deeds.yml, which explains them."""
    return _words().small[name]


def anybody() -> frozenset[str]:
    """Nouns for those who were struck that do not tell them from others."""
    return _words().anybody


def storms() -> frozenset[str]:
    """Nouns for what strikes by itself."""
    return _words().striking


def head_of(text: str, behind: frozenset[str]) -> list[str]:
    """The words of a phrase up to its head: before the first of `behind` ("the crew | of the ferry")."""
    words = text.split()
    end = next((at for at, word in enumerate(words[:-1]) if at and word in behind), len(words))
    return words[:end]


@lru_cache(maxsize=1)
def _deeds() -> frozenset[str]:
    return frozenset(noun for entry in _words().deeds for noun in entry.nouns)


@lru_cache(maxsize=65536)
def party_key(text: str) -> str:
    """A party that is no merged actor, less counts and articles: "at least four people" and "11 people" are one."""
    words = key(text).split()
    return " ".join(word for word in words if word not in _words().nobody and not word[0].isdigit())


@lru_cache(maxsize=65536)
def names_party(text: str, capitals: bool = False) -> bool:
    """Whether a phrase can stand for a party: neither a pronoun or a count, nor a deed, nor a dateline in capitals.
    `capitals`: the whole sentence is in capitals, which then say nothing."""
    known = party_key(text)
    if not known or (text.isupper() and len(text) > 3 and not capitals):
        return False
    head = head_of(key(text), small_words("behind_heads"))
    last = head[-1] if head else ""
    return last not in _deeds() and last.removesuffix(inflection().plural) not in _deeds()
