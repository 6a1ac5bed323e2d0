"""What a name's other mentions in the report say of it: whether it is one, and where the encoder overlooked it."""

from __future__ import annotations

import msgspec

from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.words import Name
from crossread.spelling import key

BELIEVED = 0.5
"""Score of its best mention from which on a labelled name of one word is believed: F1 on the dev part of EWT is 79.6
without, 80.0 so, and flat to .6; in news (GMB, GUM) it is the same within .3."""


def bare(line: Line, name: Name) -> str:
    """The name's key without the directions before it: "eastern Karland" votes with "Karland"."""
    first = name.first
    while first < name.last and (line.lower[first] in vocabulary().directions or not line.keys[first]):
        first += 1
    return key(line.text(first, name.last))


def believed(lines: list[Line], named: list[list[Name]]) -> list[list[Name]]:
    """The names without the doubtful ones that no sure name of the report bears out."""
    held = {name.known.name for names in named for name in names if name.known is not None and not name.doubtful}
    best: dict[str, float] = {}
    for line, names in zip(lines, named, strict=True):
        for name in names:
            if name.label:
                folded = bare(line, name)
                best[folded] = max(best.get(folded, 0.0), name.score)

    def sure(line: Line, name: Name) -> bool:
        if name.doubtful:
            return name.known is not None and name.known.name in held
        plain = (
            name.known is None and not name.spots and name.title is None and name.score > 0 and name.first == name.last
        )
        return not plain or best[bare(line, name)] >= BELIEVED

    return [[n for n in names if sure(line, n)] for line, names in zip(lines, named, strict=True)]


def again(lines: list[Line], named: list[list[Name]]) -> list[list[Name]]:
    """The names, and where a name found elsewhere in the report, or a person's surname, stands unlabelled."""
    seen = _seen(lines, named)
    out = []
    for line, names in zip(lines, named, strict=True):
        taken = {i for name in names for i in range(name.first, name.last + 1)}
        more, at = [], 0
        while at < len(line.words):
            hit = _seen_at(line, at, seen, taken)
            if hit is None:
                at += 1
                continue
            size, name = hit
            more.append(name)
            at += size
        out.append(sorted([*names, *more], key=lambda name: name.first))
    return out


def _seen(lines: list[Line], named: list[list[Name]]) -> dict[str, tuple[tuple[str, ...], Name]]:
    """Names by their first key word, and surnames of people: (key words, a name like it)."""
    found: dict[str, tuple[tuple[str, ...], Name]] = {}
    for line, names in zip(lines, named, strict=True):
        for name in names:
            words = tuple(key(line.text(name.first, name.last)).split())
            if not words or name.label not in ("PER", "ORG", "LOC") or line.mode in ("caps", "lower"):
                continue
            if name.label == "PER" and len(words) > 1 and len(words[-1]) > 2:
                found.setdefault(words[-1], ((words[-1],), msgspec.structs.replace(name, known=None)))
            if len(words) > 1 or (name.score > 0.8 and len(words[0]) > 2):
                found[words[0]] = max(found.get(words[0], (words, name)), (words, name), key=lambda item: len(item[0]))
    return found


def _seen_at(
    line: Line, at: int, seen: dict[str, tuple[tuple[str, ...], Name]], taken: set[int]
) -> tuple[int, Name] | None:
    entry = seen.get(line.words[at])
    if entry is None:
        return None
    words, name = entry
    first, size = line.at[at], len(words)
    if first in taken or tuple(line.words[at : at + size]) != words:
        return None
    last = line.at[at + size - 1]
    whole = at + size == len(line.at) or line.at[at + size] != last
    proper = line.tokens[first].pos in ("PROPN", "NOUN", "ADJ", "X") and (size > 1 or line.tokens[first].pos == "PROPN")
    written = line.capital(last) if line.mode in ("mixed", "title") else True
    if last in taken or not (whole and proper and written):
        return None
    return size, Name(line.index, first, last, name.label, known=name.known, score=name.score)
