"""Titles before names: what belongs to the title is no part of the name."""

from __future__ import annotations

import msgspec

from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.words import Name, nation, title_keys

LONGEST_TITLE = 8
"""Words before a name in which a title is looked for; the longest office of 250 well-known ones has seven."""


def only_title(line: Line, name: Name) -> bool:
    """Whether a label caught nothing but an office ("Sen.", "Defense Secretary")."""
    if name.known is not None or name.spots:
        return False
    heads, offices, words = title_keys()
    keys = [line.keys[i] for i in range(name.first, name.last + 1) if line.keys[i]]
    return all(
        word in heads or word in offices or word in words or word == "of" or nation(word) for word in keys
    ) and any(word in heads or word in offices or word in words for word in keys)


def titled(line: Line, name: Name, fixed: set[int]) -> Name:
    """The name without the title that the label took in, and the words of the title that stands before it.

    `fixed`: words of known names, which no title takes in.
    """
    if not _may_have_title(name):
        return name
    heads, offices, words = title_keys()
    first = name.first
    if name.known is None:
        for i in range(name.first, name.last):
            key_ = line.keys[i]
            if (key_ in heads or (key_ in offices and name.label != "ORG")) and not _regal(line, i, name.last):
                first = i + 1
            elif key_ and key_ not in words and key_ not in offices and not nation(key_):
                break
    while first < name.last and not line.keys[first]:
        first += 1
    begin = first
    told = False
    for i in range(first - 1, max(-1, first - 1 - LONGEST_TITLE), -1):
        key_ = line.keys[i]
        if i in fixed:
            break
        if key_ in heads or key_ in offices:
            begin, told = i, True
        elif told and (
            key_ in words or nation(key_) or line.lower[i] in ("of", "for") or (not key_ and line.tokens[i].text == "-")
        ):
            begin = i if key_ not in ("of", "for") and key_ else begin
        else:
            break
    if not told:
        return msgspec.structs.replace(name, first=first)
    return msgspec.structs.replace(name, first=first, title=(begin, first - 1), label=name.label or "PER")


def _may_have_title(name: Name) -> bool:
    return name.known.type == "person" if name.known is not None else name.label == "PER"


def _regal(line: Line, i: int, last: int) -> bool:
    """Titles without which a single first name says nothing ("Pope Francis") stay with it."""
    return last == i + 1 and line.lower[i] in vocabulary().regal
