"""Streets and roads: names that end in what a street is called ("East 52nd Street", "Maro Ave."), and numbered roads
("Highway 214"). Half of these the encoder leaves out or cuts: it takes the number or the name for something else.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.reading.names.lines import LANGUAGE, Line
from crossread.reading.names.words import SPELLED_OUT, Name

LONGEST = 3
"""Words before "Street": "Martin Luther King" has three."""
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.I)
_NUMBER = re.compile(r"\d{1,4}[A-Z]?")
_HOUSE = re.compile(r"\d+(?:[-/]\d+)?")


class _Ways(msgspec.Struct, frozen=True):
    """What of `place_words.yml` is asked here."""

    ways: frozenset[str]
    numbered_ways: frozenset[str]
    compass: frozenset[str]
    short_ends: dict[str, str]


@lru_cache(maxsize=1)
def _ways() -> _Ways:
    return knowledge.load("place_words.yml", _Ways, LANGUAGE)


def with_streets(line: Line, names: list[Name]) -> list[Name]:
    """The names; streets take in or replace what stood for a part of them, but no person and no name of a table that
    goes beyond them ("Wall Street Journal")."""
    for i in range(len(line.tokens)):
        street = _street(line, i) or _numbered(line, i)
        if street is None:
            continue
        first, last = street
        inside = [n for n in names if n.first <= last and n.last >= first]
        if not any(_stronger(n, first, last, _house(line, first)) for n in inside):
            names = [n for n in names if n not in inside]
            names.append(Name(line.index, first, last, label="LOC", score=SPELLED_OUT))
    return sorted(names, key=lambda name: name.first)


def _stronger(name: Name, first: int, last: int, house: bool) -> bool:
    """Whether a name that overlaps a street is not a part of it; behind a house's number only a table's is none."""
    beyond = name.first < first or name.last > last
    return name.known is not None or (not house and (beyond or (name.label == "PER" and name.last == last)))


def _street(line: Line, i: int) -> tuple[int, int] | None:
    """The street whose name ends at word `i`."""
    word = line.tokens[i].text
    if line.mode != "mixed" or word not in _ways().ways or i == 0:
        return None
    first, last = i - 1, i
    ordinal = ORDINAL.fullmatch(line.tokens[first].text) is not None
    if not ordinal and not _named(line, first):
        return None
    while not ordinal and first > 0 and i - first < LONGEST and _named(line, first - 1):
        first -= 1
    if ordinal:
        first = _directed(line, first)
    if line.lower[i].rstrip(".") in _ways().short_ends:
        last = i + 1 if word[-1] != "." and _dot(line, i + 1) and line.glued(i + 1) else i
        told = ordinal or _house(line, first)
        if not told and last + 1 < len(line.tokens) and line.capital(last + 1):
            return None  # "Ana St. James"
    return first, last


def _directed(line: Line, first: int) -> int:
    """The first word of a numbered street with its point of the compass ("East 52nd", "E. 52nd")."""
    at = first - 2 if first > 1 and _dot(line, first - 1) and line.glued(first - 1) else first - 1
    return at if at >= 0 and line.capital(at) and line.lower[at].rstrip(".") in _ways().compass else first


def _house(line: Line, first: int) -> bool:
    return first > 0 and _HOUSE.fullmatch(line.tokens[first - 1].text) is not None and not line.tree.dated(first - 1)


def ends_street(line: Line, last: int) -> bool:
    """Whether a name that ends at word `last` is a street's."""
    return last > 0 and (line.tokens[last].text in _ways().ways or line.tokens[last - 1].text in _ways().ways)


def _numbered(line: Line, i: int) -> tuple[int, int] | None:
    """The road that a word and a number name: "Highway 214"."""
    if line.mode != "mixed" or i + 1 >= len(line.tokens) or line.tokens[i].text not in _ways().numbered_ways:
        return None
    return (i, i + 1) if _NUMBER.fullmatch(line.tokens[i + 1].text) else None


def _named(line: Line, i: int) -> bool:
    """A word of a name: a proper noun, and not one that a sentence only begins with."""
    token = line.tokens[i]
    named = line.capital(i) and token.pos == "PROPN" and token.text[0].isalpha() and not line.tree.dated(i)
    return named and token.text not in _ways().ways


def _dot(line: Line, i: int) -> bool:
    return i < len(line.tokens) and line.tokens[i].text == "."
