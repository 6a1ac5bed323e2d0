"""Countries in words for people: "the Alphan enemy" tells whose enemy it is."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge


class Country(msgspec.Struct, frozen=True):
    """What of `countries.yml` is needed here: what a country and its people are called."""

    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """Names, other names and adjectives of countries, each with the country's name."""
    found = knowledge.load("countries.yml", dict[str, Country])
    return {form: c.name for c in found.values() for form in (c.name, *c.aliases, *c.demonyms)}


def is_country(text: str) -> bool:
    """Whether a word names a country or its people."""
    return text in _countries()


def country_of(text: str) -> str | None:
    """The country that a word names, or to which the people that it names belong."""
    return _countries().get(text)
