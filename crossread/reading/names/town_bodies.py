"""Bodies that are called by their town and a common noun ("Kisumu police", "Lima city council")."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread.lexicon import Phrases
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.streets import ends_street
from crossread.reading.names.words import Told
from crossread.spelling import key


def with_nouns(line: Line, names: list[Told]) -> list[Told]:
    """The names; a town's takes in the noun behind it where both name a body. A country's does not: "Peru's police" is
    a description, which crossing ties to Peru.
    """
    return [_with_noun(line, told) for told in names]


def _with_noun(line: Line, told: Told) -> Told:
    name, (kind, _) = told
    country = bool(name.spots) and name.spots[0].precision == "country"
    size = _size(line, name.last + 1) if kind in ("place", "government") and name.known is None and not country else 0
    last = name.last + size
    if not size or ends_street(line, name.last) or _modifies(line, last):
        return told
    noun = line.text(name.last + 1, last)
    return msgspec.structs.replace(name, last=last, spots=()), ("government", f"a town's {noun}")


@lru_cache(maxsize=1)
def _nouns() -> Phrases[str]:
    return Phrases((noun, noun) for noun in vocabulary().town_bodies)


def _size(line: Line, at: int) -> int:
    """How many words of the line, from word `at`, are such a noun; 0 if none."""
    if at >= len(line.tokens) or at not in line.at:
        return 0
    hit = _nouns().longest(line.words, line.at.index(at))
    if hit is None:
        return 0
    end = line.at.index(at) + hit[0] - 1
    return line.at[end] - at + 1 if all(key(line.tokens[i].text) for i in range(at, line.at[end])) else 0


def _modifies(line: Line, i: int) -> bool:
    """Whether the noun only tells what sort of thing follows ("Kisumu police station")."""
    head = line.tokens[i].head
    return head > i and line.rel(i) in ("compound", "amod", "flat")
