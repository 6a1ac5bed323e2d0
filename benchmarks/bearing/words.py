"""The words of `claims.yml`, found in a sentence by base form or as they stand; the longest phrase first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal

import msgspec

from crossread.records import Token

Manner = Literal["hedges", "firm", "doubts", "disputes", "turns", "nameless"]
MANNERS: tuple[Manner, ...] = ("hedges", "firm", "doubts", "disputes", "turns", "nameless")


class Ladder(msgspec.Struct, frozen=True):
    """Words for one thing, from mild to severe."""

    name: str
    steps: tuple[tuple[str, ...], ...]


class ClaimWords(msgspec.Struct, frozen=True):
    """The shape of `claims.yml`; each list is explained there."""

    hedges: tuple[str, ...]
    firm: tuple[str, ...]
    doubts: tuple[str, ...]
    disputes: tuple[str, ...]
    turns: tuple[str, ...]
    nameless: tuple[str, ...]
    negations: frozenset[str]
    pronouns: frozenset[str]
    ladders: tuple[Ladder, ...]
    opposites: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    idle: frozenset[str]
    turning_anywhere: frozenset[str]


class Place(msgspec.Struct, frozen=True):
    """Where a word stands in the lists: a manner ("hedges"), or ladder or pair `number` and its step or side."""

    list: Manner | Literal["ladders", "opposites"]
    number: int = 0
    step: int = 0


class Found(msgspec.Struct, frozen=True):
    """A listed phrase that begins at word `at` of a sentence and has `size` words."""

    at: int
    size: int
    place: Place


@lru_cache(maxsize=1)
def known() -> ClaimWords:
    """The lists, read once."""
    return msgspec.yaml.decode((Path(__file__).parent / "claims.yml").read_bytes(), type=ClaimWords)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[tuple[tuple[str, ...], tuple[Place, ...]], ...]]:
    """Phrases and where they stand, by first word, longest first."""
    places: dict[tuple[str, ...], list[Place]] = {}
    for manner in MANNERS:
        for phrase in getattr(known(), manner):
            places.setdefault(tuple(phrase.split()), []).append(Place(manner))
    for number, ladder in enumerate(known().ladders):
        for step, phrases in enumerate(ladder.steps):
            for phrase in phrases:
                places.setdefault(tuple(phrase.split()), []).append(Place("ladders", number, step))
    for number, pair in enumerate(known().opposites):
        for side, phrases in enumerate(pair):
            for phrase in phrases:
                places.setdefault(tuple(phrase.split()), []).append(Place("opposites", number, side))
    table: dict[str, list[tuple[tuple[str, ...], tuple[Place, ...]]]] = {}
    for words, found in sorted(places.items(), key=lambda item: (-len(item[0]), item[0])):
        table.setdefault(words[0], []).append((words, tuple(found)))
    return {first: tuple(rows) for first, rows in table.items()}


def listed(tokens: Sequence[Token]) -> Iterator[Found]:
    """Every listed phrase of a sentence, in text order; inside a longer phrase no shorter one is looked for."""
    forms = [(token.text.lower(), token.lemma.lower()) for token in tokens]
    at = 0
    while at < len(forms):
        size = 1
        for words, places in _longest(forms, at):
            size = len(words)
            yield from (Found(at, size, place) for place in places)
        at += size


def _longest(forms: list[tuple[str, str]], at: int) -> Iterator[tuple[tuple[str, ...], tuple[Place, ...]]]:
    """The longest phrases that begin at a word: those of its form and those of its base form, if equally long."""
    taken = 0
    for first in dict.fromkeys(forms[at]):
        for words, places in _table().get(first, ()):
            if len(words) < taken or at + len(words) > len(forms):
                break
            if all(word in form for word, form in zip(words, forms[at:], strict=False)):
                taken = len(words)
                yield words, places
                break
