"""One name, one kind: what the mentions of a name in a report say together."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

from crossread import atlas
from crossread.reading.names import dealings, roles
from crossread.reading.names.country_roles import country_role
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.repeats import bare
from crossread.reading.names.words import SPELLED_OUT, Name
from crossread.records import MentionType
from crossread.spelling import key

GUESSED: dict[MentionType, int] = {"organisation": dealings.PLAIN, "government": 2 * dealings.PLAIN}
"""Kinds that are said where little tells, and the weight of signs that overrules them ("Liberation Army" fighters)."""
Votes = dict[MentionType, float]


def kinds_of(lines: list[Line], named: list[list[Name]]) -> dict[tuple[int, int], tuple[MentionType, str]]:
    """The kind of each name; a name that is not in the tables has the kind that most of its mentions have."""
    found: dict[tuple[int, int], tuple[MentionType, str]] = {}
    votes: dict[str, Votes] = {}
    told: dict[str, Counter[MentionType]] = defaultdict(Counter)
    for position, (line, names) in enumerate(zip(lines, named, strict=True)):
        for name in names:
            kind = roles.kind(line, name)
            found[position, name.first] = kind
            if name.known is None:
                tally = votes.setdefault(bare(line, name), defaultdict(float))
                tally[kind[0]] += _weight(name, kind[1])
                if kind[0] in GUESSED and not name.spots:
                    told[bare(line, name)].update(dealings.signs(line, name))
                if kind[0] == "person" and not name.title and name.first == name.last:
                    tally["place"] += roles.like_a_place(line, name)
    for long, short in sorted(_short_forms(lines, named)):
        if long in votes and short in votes:
            votes[short][_top(votes[long])] += 1 + sum(votes[short].values())
            told[long] = told[short] = told[long] + told[short]
    persons = frozenset(
        folded.split()[-1] for folded, vote in votes.items() if _top(vote) == "person" and " " in folded
    )
    for position, (line, names) in enumerate(zip(lines, named, strict=True)):
        for name in names:
            if name.known is None and not _settled(line, name, persons):
                top = _elected(line, name, votes[bare(line, name)], persons)
                least = GUESSED.get(top[0]) if not name.spots else None
                better = dealings.outweighs(told[bare(line, name)], least) if least else None
                top = (better, "from what stands beside it") if better else top
                if top[0] != found[position, name.first][0]:
                    found[position, name.first] = top
    return found


def _short_forms(lines: list[Line], named: list[list[Name]]) -> set[tuple[str, str]]:
    """Names and the acronyms that stand in brackets behind them, as keys."""
    return {
        (bare(line, long), bare(line, short))
        for line, names in zip(lines, named, strict=True)
        for long, short in pairwise(names)
        if short.first == short.last == long.last + 2
        and long.first < long.last
        and line.tokens[long.last + 1].text in ("(", "[")
        and line.tokens[short.first].text.isupper()
    }


def _weight(name: Name, why: str) -> float:
    """What a mention's vote counts: most where a title, an acronym or a noun beside it tells, twice in full."""
    plain = name.title is not None or name.score >= SPELLED_OUT or why.startswith(roles.CALLED)
    return (3 if plain else 2 if name.last > name.first else 1) * (name.score or 1)


def _top(vote: Votes) -> MentionType:
    return max(vote.items(), key=lambda item: (item[1], item[0]))[0]


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
    if top == "place" and not name.spots and _like_a_relative(line, name, persons):
        return "person", "the surname of a person in the report"
    if top == "place" and not name.spots:
        told = country_role(line, name.first, name.last, is_country=False)
        if told.removeprefix("subject of ") in vocabulary().saying:
            return "government", told
    return top, "as elsewhere in the report"


def _like_a_relative(line: Line, name: Name, persons: frozenset[str]) -> bool:
    """Whether a place that no gazetteer has is a given name before the surname of a person in the report."""
    told = key(line.text(name.first, name.last)).split()
    plain = line.capital(name.first) and line.lower[name.first] not in vocabulary().sites
    return len(told) == 2 and name.last == name.first + 1 and told[-1] in persons and plain
