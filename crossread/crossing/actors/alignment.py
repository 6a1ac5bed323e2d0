"""How two names cover each other, word by word: words alike in any order, two words written as one, acronyms of words
that the other writes out, words put together of others' beginnings. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from crossread.crossing.actors.words import alike, fold, means_something, name_words, words
from crossread.spelling import key

GLUED = 0.85
"""Likeness from which two words written as one count ("Jong Un", "Jongun"), and below which a word has no like."""
SPELLED_OUT = 0.9
"""What an acronym counts for the words that the other name writes out, and they for it."""
SHORTEST, LONGEST = 2, 9
"""Letters of an acronym."""
BLENDED = 5
"""Letters of the shortest blend of words' beginnings that cannot well be chance."""
INITIALED = 4
"""The same where every telling word gives a letter or more: on aliases of the Treasury's list with even ids 59 of 237
single words are told so by a spelling of their own, and 72 by all others together."""

Run = tuple[str, tuple[int, ...]]
"""Letters that words of a name begin with, and which words (positions) they are."""


class Name(msgspec.Struct, frozen=True):
    """A name made ready to be compared."""

    text: str
    words: tuple[str, ...]
    weights: tuple[float, ...]
    glued: str  # as it sounds
    letters: str  # as it is written, legal forms left out
    spoken: tuple[str, ...]  # its words with links between them ("of", "y")
    runs: tuple[Run, ...]  # acronyms that parts of it may have

    @property
    def telling(self) -> tuple[str, ...]:
        """The words that are no legal forms; all if there are no others."""
        return telling(self.words)


def telling(parts: Sequence[str]) -> tuple[str, ...]:
    """Words that are no legal forms; all of them if there are no others."""
    little = name_words().little
    return tuple(part for part in parts if part not in little) or tuple(parts)


def ready(name: str, weights: Sequence[float]) -> Name:
    """The name with its words' weights."""
    parts = words(name)
    spoken = _spoken(name, parts)
    glued, letters = "".join(map(fold, parts)), "".join(telling(parts))
    return Name(name, parts, tuple(weights), glued, letters, tuple(w for w, _ in spoken), tuple(_runs(parts, spoken)))


def _spoken(name: str, parts: tuple[str, ...]) -> list[tuple[str, int]]:
    """Every word with its position among those compared, -1 for a link; only the latter where the name is rewritten."""
    found, at = list[tuple[str, int]](), 0
    for word in key(name).replace("'", "").split():
        if at < len(parts) and word == parts[at]:
            found.append((word, at))
            at += 1
        else:
            found.append((word, -1))
    return found if at == len(parts) else [(part, i) for i, part in enumerate(parts)]


def _runs(parts: tuple[str, ...], spoken: list[tuple[str, int]]) -> Iterator[Run]:
    """Acronyms that words of a name in a row may have, links and legal forms counted or not."""
    little = name_words().little
    kept = [(part, i) for i, part in enumerate(parts)]
    seen = set()
    for listed in (kept, [(part, i) for part, i in kept if part not in little], spoken):
        for first in range(len(listed)):
            for last in range(first + SHORTEST, min(len(listed), first + LONGEST) + 1):
                row = listed[first:last]
                run = "".join(word[0] for word, _ in row), tuple(i for _, i in row if i >= 0)
                if run not in seen and len(run[1]) >= SHORTEST and any(means_something(word) for word, _ in row):
                    seen.add(run)
                    yield run


# --------------------------------------------------------------------------- words covered


def covered(a: Name, b: Name) -> tuple[list[float], list[float]]:
    """How surely each of a's and each of b's words has its like in the other, 0 to 1."""
    pairs = sorted(
        ((alike(x, y), i, j) for i, x in enumerate(a.words) for j, y in enumerate(b.words)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    mine, theirs = [0.0] * len(a.words), [0.0] * len(b.words)
    for value, i, j in pairs:
        if value <= 0:
            break
        if not mine[i] and not theirs[j]:
            mine[i] = theirs[j] = value
    _glue(a.words, mine, b.words, theirs)
    _glue(b.words, theirs, a.words, mine)
    _spell_out(a.words, mine, b.runs, theirs)
    _spell_out(b.words, theirs, a.runs, mine)
    return mine, theirs


def _glue(parts: tuple[str, ...], values: list[float], others: tuple[str, ...], theirs: list[float]) -> None:
    """Two words of one name that the other writes as one."""
    for i in range(len(parts) - 1):
        if values[i] >= GLUED and values[i + 1] >= GLUED:
            continue
        for j, other in enumerate(others):
            if theirs[j] < GLUED and len(other) > 4 and (value := alike(parts[i] + parts[i + 1], other)) >= GLUED:
                values[i] = values[i + 1] = theirs[j] = value


def _spell_out(parts: tuple[str, ...], values: list[float], others: Sequence[Run], theirs: list[float]) -> None:
    """Acronyms of words in a row of the other name that have no like yet."""
    for i, part in enumerate(parts):
        if values[i] >= GLUED or not SHORTEST <= len(part) <= LONGEST:
            continue
        for letters, which in others:
            if letters == part and all(theirs[j] < GLUED for j in which):
                values[i] = SPELLED_OUT
                for j in which:
                    theirs[j] = SPELLED_OUT
                break


def share(values: Sequence[float], weights: Sequence[float]) -> float:
    """How much of a name is covered: its words weighed by rarity."""
    whole = sum(weights)
    return sum(v * w for v, w in zip(values, weights, strict=True)) / whole if whole else 0.0


# --------------------------------------------------------------------------- whole names in short


def is_acronym(short: Name, long: Name) -> bool:
    """Whether a word, or all letters, of a name are the initials of all telling words of the other."""
    whole = len(long.telling)
    return any(
        len(letters) > 2 and len(which) >= whole and (letters in short.words or letters == short.letters)
        for letters, which in long.runs
    )


def is_blend(short: Name, long: Name) -> bool:
    """Whether one word is put together of beginnings of the other's words, in order ("Rosoboronexport").

    Any of its words may be left out if two letters of each of the others are told; a single letter is enough if no
    telling word is left out ("COVIMSA": Comercial de Vinos y Maquinaria S.A.).
    """
    parts = short.telling
    word = parts[0]
    if len(parts) > 1 or len(long.words) < 2 or len(word) < INITIALED or word in long.words:
        return False
    return (len(word) >= BLENDED and _blended(word, long.spoken)) or (
        len(long.telling) > 1 and _told_by_all(word, long.spoken)
    )


@lru_cache(maxsize=65536)
def _blended(word: str, spoken: tuple[str, ...]) -> bool:
    links = name_words().links
    reached = {0}  # how many of the word's letters are told so far
    for part in spoken:
        reached |= {
            at + size
            for at in reached
            for size in range(1 if part in links else 2, min(len(part), len(word) - at) + 1)
            if word[at : at + size] == part[:size]
        }
    return len(word) in reached


@lru_cache(maxsize=65536)
def _told_by_all(word: str, spoken: tuple[str, ...]) -> bool:
    known = name_words()
    reached = {0}
    for part in spoken:
        sizes = {1, len(part)} if part in known.little else range(1, len(part) + 1)  # "S.A." is S, or SA
        told = {at + size for at in reached for size in sizes if word[at : at + size] == part[:size]}
        reached = told | reached if part in known.links or part in known.little else told
    return len(word) in reached
