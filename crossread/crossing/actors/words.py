"""The words of a name, made ready to be compared, and how much two of them are alike. Pure.

`fold` writes a word as a reader of any transliteration would hear it ("Mousa", "Musa"); `concept` joins words that mean
the same in bodies' names ("Banco", "bank").
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec
from rapidfuzz import fuzz

from crossread import knowledge
from crossread.crossing import likeness
from crossread.spelling import either, key

FAIRLY_ALIKE = 0.7
"""Likeness of two folded words below which they say nothing for each other: half of chance pairs lie under .35."""
ACRONYM = 3
"""Letters up to which a word is likely an acronym, which is spelled in one way."""
ENDING = 4
"""Letters of the longest ending that a stem of `name_words.yml` may have: "natsionaln" + "ogo", "construc" + "tora"."""
LITTLE = 0.15
"""Weight of legal forms and honours beside that of a telling word."""


class NameWords(msgspec.Struct, frozen=True):
    """The shape of `name_words.yml`; each list is explained there."""

    same: tuple[tuple[str, ...], ...]
    forms: dict[str, tuple[str, ...]]
    little: frozenset[str]
    links: frozenset[str]
    honours: frozenset[str]


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """What is known of words of names."""
    return knowledge.load("name_words.yml", NameWords)


@lru_cache(maxsize=1)
def _concepts() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in name_words().same:
        for word in group:
            found.setdefault(word, group[0])
    return found


def concept(word: str) -> str:
    """The word for which this one stands in bodies' names, in whatever language ("banco" -> "bank"); else itself.

    A stem ("natsionaln*") stands for all its endings.
    """
    return _meaning(word) or word


def means_something(word: str) -> bool:
    """Whether a word is one of those of which bodies' names are made: legal forms, words known in several languages."""
    return word in name_words().little or _meaning(word) is not None


@lru_cache(maxsize=65536)
def _meaning(word: str) -> str | None:
    known = _concepts()
    stems = (f"{word[:size]}*" for size in range(len(word), max(0, len(word) - ENDING) - 1, -1))
    return next((known[part] for part in (word, *stems) if part in known), None)


_SERVANT = re.compile(r"\babd ?[aeiou]?(?:l ?|([rsznt]) ?(?=\1)|([aeiou][rsznt]) (?=[rsznt]))(?!l?a+h\b)(?=\w{3})")
_VOWEL = re.compile("[aeiouy]")
_DOTTED = re.compile(r"\b(?:\w\.){2,}")
_ARTICLE = re.compile(r"^(?:al|el)(?=[^l\W]\w{4,})")


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    return {form: short for short, forms in name_words().forms.items() for form in forms}


@lru_cache(maxsize=1)
def _written_out() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(_forms())})\b")


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: no links, initials of one acronym as one word.

    "Abd al-Rahman", "Abdurrahman" -> "abdul", "rahman"; "S.A. de C.V." -> "sa", "cv".
    """
    joined = _DOTTED.sub(lambda dotted: dotted.group().replace(".", "") + " ", name.replace("&", " and "))
    plain = key(joined).replace("'", "")
    plain = _written_out().sub(lambda form: _forms()[form.group()], plain)
    parts = _SERVANT.sub("abdul ", plain).split()
    links = name_words().links
    return tuple(part for part in parts if part not in links) or tuple(parts)


_SOUNDS = (
    ("sch", "sh"),
    ("tch", "ch"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("ck", "k"),
    ("dj", "j"),
    ("dzh", "j"),
    ("zh", "j"),
    ("tz", "ts"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ei", "i"),
    ("ai", "ei"),
    ("ay", "ei"),
    ("ey", "ei"),
    ("aw", "au"),
    ("x", "ks"),
    ("w", "v"),
)
_LETTERS = str.maketrans({"q": "k", "c": "k", "z": "s", "y": "i", "e": "i", "o": "u"})


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word (key) as it sounds: letters that transliterations mix up made one, doubled letters single."""
    word = _ARTICLE.sub("", word)
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = re.sub(r"c(?!h)", "k", word).translate(_LETTERS)
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=1 << 19)
def alike(a: str, b: str) -> float:
    """How surely two words (keys) stand for one, 0 to 1."""
    if a == b:
        return 1.0
    if concept(a) == concept(b):
        return 0.9
    if any(map(str.isdigit, a + b)) or frozenset((a, b)) in likeness.different():
        return 0.0
    if min(len(a), len(b)) == 1:
        return 0.6 if a[0] == b[0] else 0.0
    if not (_VOWEL.search(a) and _VOWEL.search(b)):
        return 0.0  # an acronym is not spelled by its sound
    x, y = fold(a), fold(b)
    if x == y:
        return 0.97 if max(len(a), len(b)) > ACRONYM else 0.5  # PKK is not PCC
    ratio = fuzz.ratio(x, y) / 100
    if ratio >= 0.6 and len(x) > 2 and likeness.skeleton(a) == likeness.skeleton(b):
        return 0.75 + 0.2 * ratio
    if likeness.nicknames(a, b):
        return 0.85
    short, long = sorted((x, y), key=len)
    if len(short) >= 4 and long.startswith(short):
        return max(ratio, 0.7)
    return ratio if ratio >= FAIRLY_ALIKE and min(len(x), len(y)) > 2 else 0.0
