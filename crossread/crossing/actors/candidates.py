"""Which two names of many are worth comparing: those that share a key, so that the cost grows with the names. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from crossread.crossing import likeness
from crossread.spelling import key

T = TypeVar("T")
Keys = frozenset[tuple[str, ...]]

FEW = 6
"""Things of which every two are looked at: finding those that share a key would cost more."""


ANY = ("any",)
"""The key of a thing that may be the same as any other: "J. Reyes"."""


def pairs(things: Sequence[T], keys_of: Callable[[T], Iterable[tuple[str, ...]]]) -> Iterator[tuple[T, T]]:
    """Every two things that share a key, in their order."""
    if len(things) <= FEW:
        yield from ((a, b) for i, a in enumerate(things) for b in things[i + 1 :])
        return
    homes: dict[tuple[str, ...], list[int]] = defaultdict(list)
    found = [tuple(keys_of(thing)) for thing in things]
    for number, keys in enumerate(found):
        for each in keys:
            homes[each].append(number)
    for number, keys in enumerate(found):
        near = range(len(things)) if ANY in keys else {k for each in (*keys, ANY) for k in homes[each]}
        for other in sorted(k for k in near if k > number):
            yield things[number], things[other]


@lru_cache(maxsize=65536)
def of_person(name: str) -> Keys:
    """Keys of a person's full name of which any two names that `likeness.same_person` joins share one, if their
    surnames are spelled alike."""
    given = likeness.given(name)
    if not given:
        return frozenset()
    first = given[0]
    if len(first) == 1:
        return frozenset((ANY,))
    known = likeness.spellings().nicknames
    return frozenset(
        (
            *(("first", *each) for each in likeness.word_keys(first)),
            *(("nickname", str(number)) for number, names in enumerate(known) if first in names),
            ("last", given[-1]),
            ("letters", key(name).replace(" ", "")),
        )
    )


@lru_cache(maxsize=65536)
def of_name(name: str) -> Keys:
    """Keys of a name of which any two names that `likeness.same_spelling` joins share one."""
    words = likeness.telling(name)
    return frozenset((str(len(words)), *each) for each in likeness.word_keys(words[0])) if words else frozenset()


def of_surname(last: str) -> tuple[tuple[str, ...], ...]:
    """Keys of a long word of which any two that differ by one letter share one: its first half and its last."""
    return (("start", last[:4]), ("end", last[-4:]))
