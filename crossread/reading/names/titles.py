"""Titles before names: what belongs to the title is no part of the name."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread.function_words import function_words
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.words import Name, nation, ranked, title_keys

LONGEST_TITLE = 8
"""Words before a name in which a title is looked for; the longest office of 250 well-known ones has seven."""


def only_title(line: Line, name: Name) -> bool:
    """Whether a label caught nothing but an office ("Sen.", "Defense Secretary")."""
    if name.known is not None or name.spots:
        return False
    if name.label == "ORG" and any(ends_body(line.tokens[i].text) for i in (name.first, name.last)):
        return False  # "Interior Ministry", "Ministry of Finance"
    if name.label == "LOC" and line.tokens[name.last].text.capitalize() in vocabulary().name_ends["place"]:
        return False  # "Mexico City"
    heads, offices, words = title_keys()
    keys = [line.keys[i] for i in range(name.first, name.last + 1) if line.keys[i]]
    return all(
        word in heads or word in offices or word in words or word in function_words().genitives or nation(word)
        for word in keys
    ) and any(word in heads or word in offices or word in words for word in keys)


@lru_cache(maxsize=1)
def _bodies() -> frozenset[str]:
    ends = vocabulary().name_ends
    return frozenset(word for kind in ("government", "organisation", "coalition") for word in ends[kind])


def ends_body(word: str) -> bool:
    """Whether a name that ends so is a body's, though each of its words may stand in a title ("Interior Ministry")."""
    return word in _bodies()


def titled(line: Line, name: Name, fixed: set[int]) -> Name:
    """The name without the title that the label took in, and the words of the title that stands before it.

    `fixed`: words of known names, which no title takes in.
    """
    if not _may_have_title(name):
        return name
    first = name.first if name.known is not None else _without_title(line, name)
    begin = _title_before(line, first, fixed)
    if begin is None:
        return msgspec.structs.replace(name, first=first)
    return msgspec.structs.replace(name, first=first, title=(begin, first - 1), label=name.label or "PER")


def _without_title(line: Line, name: Name) -> int:
    """The first word of a labelled name behind the offices and ranks that it opens with."""
    _, offices, words = title_keys()
    first, branch = name.first, False
    for i in range(name.first, name.last):
        word = line.keys[i]
        if (ranked(line, i) or (word in offices and name.label != "ORG")) and not _regal(line, i, name.last):
            first, branch = i + 1, False
        elif first == i and first > name.first and line.lower[i] in function_words().belonging:
            branch = True
        elif branch and word in words:
            first = i + 1  # "Secretary of Defense", "Minister for Home Affairs"
        elif word and word not in words and word not in offices and not nation(word):
            break
    while first < name.last and not line.keys[first]:
        first += 1
    return first


def _title_before(line: Line, first: int, fixed: set[int]) -> int | None:
    """The first word of the title that stands before word `first`; None if there is none."""
    _, offices, words = title_keys()
    of = function_words().belonging
    begin, told, i = first, False, first - 1
    office = _office_of(line, i, fixed)
    if office is not None:
        begin, told, i = office, True, office - 1
    for at in range(i, max(-1, first - 1 - LONGEST_TITLE), -1):
        word = line.keys[at]
        if at in fixed:
            break
        if ranked(line, at) or word in offices:
            begin, told = at, True
        elif told and (
            word in words or nation(word) or line.lower[at] in of or (not word and line.tokens[at].text == "-")
        ):
            begin = at if word and line.lower[at] not in of else begin
        else:
            break
    return begin if told else None


def _office_of(line: Line, last: int, fixed: set[int]) -> int | None:
    """The office of "Secretary of Defense", "Minister for Home Affairs", whose last word is `last`."""
    _, offices, words = title_keys()
    at = last
    while at > 0 and last - at < 4 and (line.keys[at] in words or line.lower[at] in function_words().joining):
        at -= 1
    if at == last or at < 1 or line.lower[at] not in function_words().belonging or not line.capital(last):
        return None
    return at - 1 if line.keys[at - 1] in offices and not fixed & set(range(at - 1, last + 1)) else None


def _may_have_title(name: Name) -> bool:
    return name.known.type == "person" if name.known is not None else name.label == "PER"


def _regal(line: Line, i: int, last: int) -> bool:
    """Titles without which a single first name says nothing ("Pope Francis") stay with it."""
    return last == i + 1 and line.lower[i] in vocabulary().regal
