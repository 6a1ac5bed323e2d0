"""Who and where: mentions of actors and places in one report.

1. Names: boundaries from labels, tables and writing (`boundaries`).
2. What a name's other mentions in the report bear out, and where the encoder missed one (`repeats`).
3. What names stand for (`roles`, `dealings`), one kind for each (`kinds`).
4. Descriptions: common nouns that stand for somebody (`descriptions`).
5. Whom descriptions and pronouns stand for (`references`).
"""

from __future__ import annotations

import re

from crossread.reading.names import boundaries, descriptions, references, town_bodies
from crossread.reading.names.found import Found
from crossread.reading.names.kinds import kinds_of
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.repeats import again, believed
from crossread.reading.names.words import Name, Told
from crossread.records import Mention, MentionType, Report
from crossread.trees import Tree


def find_mentions(report: Report, trees: tuple[Tree, ...]) -> tuple[Mention, ...]:
    """Every mention of an actor or place, in text order; `Mention.refers` counts in the same tuple."""
    found: list[Found] = []
    lines, told = _names(report, trees)
    for line, names in zip(lines, told, strict=True):
        kept = town_bodies.with_nouns(line, [told for told in names if not _in_title(told[0], names)])
        described, swallowed = descriptions.describe(line, kept)
        found += [_found(line, name, *kind) for name, kind in kept if name.first not in swallowed]
        found += described
    return references.resolve(lines, found)


def find_names(report: Report, trees: tuple[Tree, ...]) -> tuple[Mention, ...]:
    """Every proper name by itself, in text order, those among them that titles and descriptions take in: in "Kenyan
    President Ada Boro" and "Peru's army", `find_mentions` has a person with a title and a description; this has
    "Ada Boro" and "Peru".
    """
    lines, told = _names(report, trees)
    return tuple(
        _found(line, name, *kind).mention for line, names in zip(lines, told, strict=True) for name, kind in names
    )


def _names(report: Report, trees: tuple[Tree, ...]) -> tuple[list[Line], list[list[Told]]]:
    """The report's lines, and the names of each with their kinds."""
    lines = [Line(report, i, tree) for i, tree in enumerate(trees) if tree.tokens]
    named = again(lines, believed(lines, [boundaries.names(line) for line in lines]))
    kinds = kinds_of(lines, named)
    told = [
        [(name, kinds[position, name.first]) for name in names if not _storm(line, name)]
        for position, (line, names) in enumerate(zip(lines, named, strict=True))
    ]
    return lines, told


def _storm(line: Line, name: Name) -> bool:
    """Storms bear the names of people and places ("Hurricane Ada") and are neither."""
    return name.first > 0 and line.lower[name.first - 1] in vocabulary().storms and not name.title


def _found(line: Line, name: Name, kind: MentionType, why: str) -> Found:
    title = line.text(*name.title) if name.title else None
    mention = Mention(line.span(name.first, _dotted(line, name.last)), kind, True, title, None, why)
    return Found(mention, line.index, name.first, name.last, line.tree.head(name.first, name.last), known=name.known)


def _dotted(line: Line, last: int) -> int:
    """The last word of a name with the full stop that belongs to it ("Ann Boro Jr."), which was cut off as a mark."""
    stop = last + 1
    cut = stop + 1 < len(line.tokens) and line.tokens[stop].text == "." and line.glued(stop)
    text = line.tokens[last].text
    return stop if cut and (text.lower() in vocabulary().abbreviated or _DOTTED.fullmatch(text)) else last


_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]")


def _in_title(name: Name, names: list[Told]) -> bool:
    """Countries in a title ("US President") belong to the title."""
    if not name.spots:
        return False
    return any(n.title and n.title[0] <= name.first and name.last <= n.title[1] for n, _ in names)
