"""Outlets, agencies and monitors by name and by web address; the list stands in `knowledge/outlets.yml`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from crossread import knowledge
from crossread.spelling import key

LANGUAGE = "en"
Kind = Literal["agency", "newspaper", "broadcaster", "online", "magazine", "state", "monitor"]


class Outlet(msgspec.Struct, frozen=True):
    """One entry of `outlets.yml`."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    kind: Kind
    country: str | None = None


def known() -> tuple[Outlet, ...]:
    return knowledge.load("outlets.yml", tuple[Outlet, ...])


@lru_cache(maxsize=1)
def by_spelling() -> dict[str, Outlet]:
    """Every name and alias as written, without a leading "The " where the rest is no ordinary word."""
    of: dict[str, Outlet] = {}
    for outlet in known():
        for name in (outlet.name, *outlet.aliases):
            of.setdefault(name, outlet)
    return of


@lru_cache(maxsize=1)
def _by_key() -> dict[str, Outlet]:
    of: dict[str, Outlet] = {}
    for outlet in known():
        for name in (outlet.name, *outlet.aliases):
            of.setdefault(key(name), outlet)
    return of


@lru_cache(maxsize=1)
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in known() for domain in outlet.domains}


def named(name: str) -> Outlet | None:
    """The outlet that a name means, however it is spelt ("washington times"), or None."""
    return _by_key().get(key(name)) if name.strip() else None


def of_address(url: str) -> Outlet | None:
    """The outlet whose web address this is, sub-domains included."""
    host = (urlsplit(url if "//" in url else f"//{url}").hostname or "").removeprefix("www.")
    while host.count("."):
        if outlet := _by_domain().get(host):
            return outlet
        host = host.partition(".")[2]
    return None


def host(url: str) -> str | None:
    """The web address without "www." and the like: what stands for an outlet that the list does not know."""
    name = (urlsplit(url).hostname or "").lower()
    return re.sub(r"^(?:www\d?|m|amp|edition|mobile)\.", "", name) or None


class NameKnowledge(msgspec.Struct, frozen=True):
    """The shape of `outlet_names.yml`; each list is explained there."""

    words: tuple[str, ...]
    first: tuple[str, ...]
    addresses: tuple[str, ...]
    own: tuple[str, ...]
    said_last: tuple[str, ...]
    bylined: tuple[str, ...]
    issuers: tuple[str, ...]
    articles: tuple[str, ...]
    kinds: tuple[str, ...]
    told: tuple[str, ...]
    callings: frozenset[str]
    desks: tuple[str, ...]
    legal: tuple[str, ...]


def names() -> NameKnowledge:
    return knowledge.load("outlet_names.yml", NameKnowledge, LANGUAGE)


@lru_cache(maxsize=1)
def _like_outlet() -> re.Pattern[str]:
    k = names()
    words, addresses = "|".join(map(re.escape, k.words)), "|".join(k.addresses)
    call_signs = r"^[A-Z]{4}(?:-TV|-FM)?\b|^[A-Z]{3,5} ?\d{1,2}\b"
    return re.compile(rf"\b(?:{words})\b|\b[\w-]+\.(?:{addresses})\b|{call_signs}")


def looks_like(name: str) -> bool:
    """Whether a name reads like an outlet's ("Valley Herald", "KXYZ 5", "example.com") though the list does not
    know it."""
    return len(name.split()) <= 9 and _like_outlet().search(name) is not None


def same(name: str, other: str) -> bool:
    """Whether two names mean one outlet ("Harbour Post", "The Harbour Post"; "HuffPost", "The Huffington Post")."""
    if key(name) == key(other):
        return True
    known = named(name)
    return known is not None and known is named(other)
