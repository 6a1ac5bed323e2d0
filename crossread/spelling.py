"""Folding of spellings, so that a name can be looked up: quotes, case, accents, articles, possessives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

_QUOTES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "ʿ": "'",
        "ʾ": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "\u00a0": " ",
    }
)
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_INITIAL = re.compile(r"A\.\s")
_NOT_WORD = re.compile(r"[^\w\s]+")


def straight(text: str) -> str:
    """Typographic quotes and dashes as their plain forms; the length stays the same, so offsets hold."""
    return text.translate(_QUOTES)


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """A name as a key: ASCII, lower case, no punctuation, no leading article, no possessive.

    "The Kata'ib Hezbollah's" -> "kataib hezbollah"; "U.S." -> "us"; "al-Sudani" -> "al sudani".
    """
    text = _POSSESSIVE.sub("", straight(text).strip())
    initial = _INITIAL.match(text) is not None  # "A. Duarte" begins with a name, not with an article
    text = anyascii(text).lower().replace("-", " ").replace("/", " ")
    words = _NOT_WORD.sub("", text).split()
    while len(words) > 1 and words[0] in ("the", "a", "an") and not initial:
        words = words[1:]
    return " ".join(words)


def either(words: Iterable[str]) -> str:
    """A pattern for one of the words, longest first, any white space between their parts."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))
