"""Folding of spellings, so that a name can be looked up: quotes, case, accents, articles, possessives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

from crossread.function_words import function_words

_QUOTES = {
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
_INITIAL = re.compile(r"A\.\s")
_PLAIN = {n: None for n in range(128) if re.match(r"[^\w\s]", chr(n))} | {ord("-"): " ", ord("/"): " "}


@lru_cache(maxsize=1)
def _possessive() -> re.Pattern[str]:
    return re.compile(f"(?:{function_words().possessive_ends})$")


def straight(text: str) -> str:
    """Typographic quotes and dashes as their plain forms; the length stays the same, so offsets hold."""
    if text.isascii() and "`" not in text:  # most texts are: nothing to do
        return text
    for typographic, plain in _QUOTES.items():  # a hundred times as fast as `translate`
        text = text.replace(typographic, plain)
    return text


@lru_cache(maxsize=200_000)
def key(text: str) -> str:
    """A name as a key: ASCII, lower case, no punctuation, no leading article, no possessive.

    "The Kata'ib Hezbollah's" -> "kataib hezbollah"; "U.S." -> "us"; "al-Sudani" -> "al sudani".
    """
    return folded(text)


def folded(text: str) -> str:
    """The same for what is too long to come again, such as clauses: nothing is kept."""
    text = _possessive().sub("", straight(text).strip())
    initial = _INITIAL.match(text) is not None  # "A. Duarte" begins with a name, not with an article
    words = anyascii(text).lower().translate(_PLAIN).split()
    articles = function_words().articles
    while len(words) > 1 and words[0] in articles and not initial:
        words = words[1:]
    return " ".join(words)


def either(words: Iterable[str]) -> str:
    """A pattern for one of the words, longest first, any white space between their parts."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))
