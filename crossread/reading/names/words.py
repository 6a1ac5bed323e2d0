"""What single words tell about names: nations, titles, particles, hyphens; and the record of a name being found."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from crossread import atlas
from crossread.atlas import Spot
from crossread.function_words import function_words
from crossread.reading.names.lines import Line, vocabulary
from crossread.records import MentionType
from crossread.roster import Known
from crossread.spelling import key

HYPHENS = ("-", "‑", "–")


SPELLED_OUT = 1.0
"""Score of a name that its acronym spells out, above that of any label."""


class Name(msgspec.Struct, frozen=True):
    """A name found in a line: words `first` to `last`; what encoder and tables say; the words of its title, if any."""

    line: int
    first: int
    last: int
    label: str = ""  # PER, ORG, LOC, or "" where the encoder was silent
    known: Known | None = None
    spots: tuple[Spot, ...] = ()
    title: tuple[int, int] | None = None
    score: float = 0.0
    doubtful: bool = False  # known, but short or a word too, and without a label: believed if it stands elsewhere, too


Told = tuple[Name, tuple[MentionType, str]]
"""A name with its kind and what told the kind."""


@lru_cache(maxsize=1)
def title_keys() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Keys of (honorifics and ranks), (heads of offices), (words that may stand before an office)."""
    words = vocabulary()
    offices = {
        part for office in words.offices - words.kin for part in key(office).split()
    } - function_words().genitives
    return (
        frozenset(key(h) for h in (*words.honorifics, *words.ranks)),
        frozenset(offices),
        frozenset(key(word) for word in words.title_words),
    )


_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")


def ranked(line: Line, i: int) -> bool:
    """Whether word `i` is an honorific or rank; "M.S." are somebody's initials."""
    return line.keys[i] in title_keys()[0] and not _INITIALS.fullmatch(line.tokens[i].text)


def nation(word: str) -> bool:
    """Whether a word names a country or its people."""
    return atlas.demonyms().get(word) is not None or atlas.country_names().get(word) is not None


def adjective(line: Line, i: int) -> bool:
    """Words that only say from where somebody is ("Kenyan", "Western") are no names."""
    return (
        not line.keys[i]
        or line.lower[i] in vocabulary().leanings
        or line.lower[i] in vocabulary().camps
        or (
            atlas.demonyms().get(line.tokens[i].text) is not None
            and atlas.country_names().get(line.tokens[i].text) is None
        )
    )


def creed(line: Line, i: int) -> bool:
    """Whether a word names a people without a state, a faith or a camp, or one of them ("Kurd", "Sunnis", "Maoist")."""
    creeds, lower = vocabulary().creeds, line.lower[i].replace("’", "'")
    return lower in creeds or lower.removesuffix("s") in creeds


def particle(line: Line, i: int) -> bool:
    """Whether a word written small can open a name: "van", "al"."""
    return line.lower[i] in vocabulary().particles


def whole_words(line: Line, first: int, last: int, *, ahead: bool = True) -> tuple[int, int]:
    """Take in what is joined by a hyphen, if it is part of a name, and no other name by the encoder's labels.

    `ahead`: also what follows; behind a body's name that is mostly another's ("the Veldra-Boro deal").
    """
    while (
        ahead
        and last + 2 < len(line.tokens)
        and line.tokens[last + 1].text in HYPHENS
        and line.glued(last + 1)
        and line.glued(last + 2)
    ):
        if (
            not (line.capital(last + 2) and line.keys[last + 2])
            or nation(line.keys[last])
            or nation(line.keys[last + 2])
            or (last + 2 in line.opened and first == last)
        ):
            break
        last += 2
    while first >= 2 and line.tokens[first - 1].text in HYPHENS and line.glued(first) and line.glued(first - 1):
        if not (line.capital(first - 2) or particle(line, first - 2)) or nation(line.keys[first - 2]):
            break
        if first in line.opened and first - 2 in line.closed:
            break
        first -= 2
    return first, last


def directed(line: Line, first: int, label: str) -> int:
    """Take in the words that make a place's name a part of it ("northern Mali", "Greater Accra")."""
    while (
        label == "LOC"
        and first > 0
        and line.lower[first - 1] in vocabulary().directions
        and line.tokens[first - 1].pos in ("ADJ", "PROPN", "NOUN")
    ):
        first -= 1
        if first > 1 and line.tokens[first - 1].text == "-" and line.lower[first - 2] in vocabulary().directions:
            first -= 2
    return first
