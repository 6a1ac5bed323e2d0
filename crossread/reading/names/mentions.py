"""Who and where: mentions of actors and places in one report.

1. Names: boundaries from labels, tables and writing (`boundaries`), what they stand for (`roles`).
2. Names that the encoder missed though it saw them elsewhere in the report.
3. Descriptions: common nouns that stand for somebody (`descriptions`).
4. Whom descriptions and pronouns stand for (`references`).
"""

from __future__ import annotations

from collections import defaultdict

import msgspec

from crossread import atlas
from crossread.reading.names import boundaries, descriptions, references, roles, town_bodies
from crossread.reading.names.country_roles import country_role
from crossread.reading.names.found import Found
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.words import SPELLED_OUT, Name, Told
from crossread.records import Mention, MentionType, Report
from crossread.spelling import key
from crossread.trees import Tree

BELIEVED = 0.5
"""Score of its best mention from which on a labelled name of one word is believed: F1 on the dev part of EWT is 79.6
without, 80.0 so, and flat to .6; in news (GMB, GUM) it is the same within .3."""
Votes = dict[MentionType, float]


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


def _believed(lines: list[Line], named: list[list[Name]]) -> list[list[Name]]:
    """The names without the doubtful ones that no sure name of the report bears out."""
    held = {name.known.name for names in named for name in names if name.known is not None and not name.doubtful}
    best: dict[str, float] = {}
    for line, names in zip(lines, named, strict=True):
        for name in names:
            if name.label:
                folded = _bare(line, name)
                best[folded] = max(best.get(folded, 0.0), name.score)

    def sure(line: Line, name: Name) -> bool:
        if name.doubtful:
            return name.known is not None and name.known.name in held
        plain = (
            name.known is None and not name.spots and name.title is None and name.score > 0 and name.first == name.last
        )
        return not plain or best[_bare(line, name)] >= BELIEVED

    return [[n for n in names if sure(line, n)] for line, names in zip(lines, named, strict=True)]


def _found(line: Line, name: Name, kind: MentionType, why: str) -> Found:
    title = line.text(*name.title) if name.title else None
    mention = Mention(line.span(name.first, name.last), kind, True, title, None, why)
    return Found(mention, line.index, name.first, name.last, line.tree.head(name.first, name.last), known=name.known)


def _in_title(name: Name, names: list[Told]) -> bool:
    """Countries in a title ("US President") belong to the title."""
    if not name.spots:
        return False
    return any(n.title and n.title[0] <= name.first and name.last <= n.title[1] for n, _ in names)


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
    named = _again(lines, _believed(lines, [boundaries.names(line) for line in lines]))
    kinds = _kinds(lines, named)
    told = [
        [(name, kinds[position, name.first]) for name in names if not _storm(line, name)]
        for position, (line, names) in enumerate(zip(lines, named, strict=True))
    ]
    return lines, told


def _storm(line: Line, name: Name) -> bool:
    """Storms bear the names of people and places ("Hurricane Ada") and are neither."""
    return name.first > 0 and line.lower[name.first - 1] in vocabulary().storms and not name.title


# --------------------------------------------------------------------------- one name, one kind


def _kinds(lines: list[Line], named: list[list[Name]]) -> dict[tuple[int, int], tuple[MentionType, str]]:
    """The kind of each name; a name that is not in the tables has the kind that most of its mentions have."""
    found: dict[tuple[int, int], tuple[MentionType, str]] = {}
    votes: dict[str, Votes] = {}
    for position, (line, names) in enumerate(zip(lines, named, strict=True)):
        for name in names:
            kind = roles.kind(line, name)
            found[position, name.first] = kind
            if name.known is None:
                tally = votes.setdefault(_bare(line, name), defaultdict(float))
                tally[kind[0]] += (
                    3 if name.title or name.score >= SPELLED_OUT else 2 if name.last > name.first else 1
                ) * (name.score or 1)
                if kind[0] == "person" and not name.title and name.first == name.last:
                    tally["place"] += roles.like_a_place(line, name)
    persons = frozenset(
        folded.split()[-1] for folded, vote in votes.items() if _top(vote) == "person" and " " in folded
    )
    for position, (line, names) in enumerate(zip(lines, named, strict=True)):
        for name in names:
            if name.known is None and not _settled(line, name, persons):
                top = _elected(line, name, votes[_bare(line, name)], persons)
                if top[0] != found[position, name.first][0]:
                    found[position, name.first] = top
    return found


def _top(vote: Votes) -> MentionType:
    return max(vote.items(), key=lambda item: (item[1], item[0]))[0]


def _bare(line: Line, name: Name) -> str:
    """The name's key without the directions before it: "eastern Karland" votes with "Karland"."""
    first = name.first
    while first < name.last and (line.lower[first] in vocabulary().directions or not line.keys[first]):
        first += 1
    return key(line.text(first, name.last))


def _settled(line: Line, name: Name, persons: frozenset[str]) -> bool:
    """Countries and capitals are told apart sentence by sentence, unless a person of the report has that surname."""
    text = line.text(name.first, name.last)
    if not (atlas.country_names().get(text) or key(text) in atlas.capitals()):
        return False
    return not (name.label == "PER" and key(text) in persons)


def _elected(line: Line, name: Name, vote: Votes, persons: frozenset[str]) -> tuple[MentionType, str]:
    """The kind that the report's mentions of a name have chosen; an unknown place that speaks is a government."""
    text = line.text(name.first, name.last)
    if key(text) in persons and (not name.spots or name.label == "PER"):
        return "person", "the surname of a person in the report"
    top = _top(vote)
    if top == "place" and not name.spots:
        told = country_role(line, name.first, name.last, is_country=False)
        if told.removeprefix("subject of ") in vocabulary().saying:
            return "government", told
    return top, "as elsewhere in the report"


# --------------------------------------------------------------------------- names seen elsewhere


def _again(lines: list[Line], named: list[list[Name]]) -> list[list[Name]]:
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
