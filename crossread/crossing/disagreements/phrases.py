"""Phrases of knowledge files as patterns: "*" stands for any ending of a word, "..." for up to three words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from crossread import knowledge
from crossread.records import Record


class Pair(msgspec.Struct, frozen=True):
    """Two sides of one matter and the phrases of each."""

    name: str
    kind: str
    about: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    topical: bool = False
    deed: bool = False
    several: bool = False
    counted: bool = False
    turns: bool = True


class Oppositions(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/oppositions.yml; the file says what each part means."""

    pairs: tuple[Pair, ...]
    denying: tuple[str, ...]
    denying_with_no: tuple[str, ...]
    denying_verbs: tuple[str, ...]
    numbers: frozenset[str]
    disowning: tuple[str, ...]
    blaming: tuple[str, ...]
    negations: tuple[str, ...]
    formerly: tuple[str, ...]
    nowadays: tuple[str, ...]
    accusing: tuple[str, ...]
    doubting: tuple[str, ...]
    dismissing: tuple[str, ...]
    nobody_knows: tuple[str, ...]
    motives: dict[str, tuple[str, ...]]
    idle: tuple[str, ...]
    titles: tuple[str, ...]
    bodies: tuple[str, ...]
    saying: tuple[str, ...]
    ordinals: tuple[str, ...]
    following: tuple[str, ...]
    proposing_verbs: tuple[str, ...]
    refusing_verbs: tuple[str, ...]
    refusing: tuple[str, ...]
    forbidding: tuple[str, ...]
    stopping: tuple[str, ...]
    things_proposed: tuple[str, ...]
    accused_of: tuple[str, ...]
    happening: tuple[str, ...]
    dying: tuple[str, ...]
    tallies: tuple[str, ...]


def oppositions() -> Oppositions:
    """The knowledge file, read once."""
    return knowledge.load("oppositions.yml", Oppositions, "en")


@lru_cache(maxsize=256)
def matcher(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for a list of phrases; longest first, on small letters with straight quotes.

    Phrases are gathered by their first letter, which stands before all else in its branch: so the search leaps from one
    such letter to the next, ten times as fast as trying every phrase everywhere.
    """
    branches: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
        branches.setdefault(phrase[0].lower(), []).append(_pattern(phrase))
    return re.compile(
        "|".join(f"{re.escape(first)}(?<![\\w-].)(?:{'|'.join(rest)})" for first, rest in sorted(branches.items()))
    )


def _pattern(phrase: str) -> str:
    """What follows the first letter of a phrase."""
    words = []
    for word in phrase.lower().split():
        if word == "...":
            words.append(r"(?:\W+\w+){0,3}?")
        else:
            rest = word if words else word[1:]
            words.append((r"\W+" if words else "") + re.escape(rest).replace(r"\*", r"\w*"))
    return "".join(words) + r"(?!\w)"


class Match(Record, frozen=True):
    """A phrase in a text: where, and the name of the list that it stands in."""

    start: int
    end: int
    name: str


class Words(NamedTuple):
    """The words of a text, and the character at which each begins."""

    texts: list[str]
    starts: list[int]


def words_in(text: str) -> Words:
    """The words of a text of small letters."""
    return Words(_WORD.findall(text), [word.start() for word in _WORD.finditer(text)])


Tried = list[tuple[re.Pattern[str], str]]
"""Patterns with the names of their lists."""
Begun = tuple[Tried, dict[str, Tried]]
"""What may begin with a word: patterns, and others by the word behind it."""


class _Seen(dict[str, Begun | None]):
    """What may begin with each word that was seen, told by a function for a new one."""

    def __init__(self, begun_by: Callable[[str], Begun | None]) -> None:
        self._begun_by = begun_by

    def __missing__(self, word: str) -> Begun | None:
        if len(self) > WORDS:
            self.clear()
        begun = self[word] = self._begun_by(word)
        return begun


class Finder:
    """Many lists of phrases looked for at once: by the first word of a phrase, and the second where both stand as they
    are, so that a text is walked once and few patterns are tried."""

    def __init__(self, lists: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        self.pairs: dict[str, dict[str, Tried]] = {}
        self.exact: dict[str, Tried] = {}
        self.begun: dict[str, Tried] = {}
        self._seen = _Seen(self._begun_by)
        for name, phrases in lists:
            for phrase in sorted(phrases, key=lambda p: (-len(p), p)):
                first = re.match(r"\w+", phrase.lower())
                if first is not None:
                    whole = r"(?<![\w-])" + re.escape(phrase[0].lower()) + _pattern(phrase)
                    self._home(phrase.lower(), first).append((re.compile(whole), name))

    def _home(self, phrase: str, first: re.Match[str]) -> Tried:
        """The patterns among which a phrase is kept."""
        if phrase[first.end() : first.end() + 1] == "*":
            return self.begun.setdefault(first[0][:PREFIX], [])
        second = re.match(r"[\s'-]+(\w+)(?!\*|\w)", phrase[first.end() :])
        if second is None:
            return self.exact.setdefault(first[0], [])
        return self.pairs.setdefault(first[0], {}).setdefault(second[1], [])

    def _begun_by(self, word: str) -> Begun | None:
        """What may begin with a word; nothing with most words."""
        tried = [*self.exact.get(word, ()), *self.begun.get(word[:PREFIX], ())]
        pairs = self.pairs.get(word, {})
        return (tried, pairs) if tried or pairs else None

    def find(self, text: str, words: Words | None = None) -> list[Match]:
        """All phrases in a text of small letters with its words, the longest of each list at each place."""
        found: dict[tuple[int, str], Match] = {}
        words = words_in(text) if words is None else words
        begun = [(n, begun) for n, begun in enumerate(map(self._seen.__getitem__, words.texts)) if begun]
        for n, (tried, pairs) in begun:
            start = words.starts[n]
            if pairs and n + 1 < len(words.texts) and (second := pairs.get(words.texts[n + 1])) is not None:
                tried = [*tried, *second]
            for pattern, name in tried:
                if (match := pattern.match(text, start)) is not None:
                    old = found.get((start, name))
                    if old is None or old.end < match.end():
                        found[start, name] = Match(start, match.end(), name)
        return sorted(found.values(), key=lambda m: (m.start, m.end, m.name))


WORDS = 100_000
"""Words of which is remembered what may begin with them; a library of 7,000 reports has fewer."""
PREFIX = 3
"""Letters by which open-ended first words ("inadequa*") are looked up; the shortest such word has four."""
_WORD = re.compile(r"\w+")


LISTS = ("denying", "blaming", "formerly", "nowadays", "doubting", "dismissing", "nobody_knows")


@cache
def finder() -> Finder:
    """The lists of the knowledge file that every sentence is searched for: "denying", "motive/gain", ...; the sides
    of pair 3 are "3/0" and "3/1"."""
    known = oppositions()
    lists = [(name, getattr(known, name)) for name in LISTS]
    lists += [(f"motive/{kind}", phrases) for kind, phrases in known.motives.items()]
    lists += [(f"{n}/0", p.first) for n, p in enumerate(known.pairs)] + [
        (f"{n}/1", p.second) for n, p in enumerate(known.pairs)
    ]
    return Finder(lists)
