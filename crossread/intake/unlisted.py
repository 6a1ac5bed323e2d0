"""Credited outlets that no list knows, by the words around them.

1. State media without a name: "state television said", "told Ruritanian state radio", "Ruritanian television showed".
2. Names with what they are beside them ("the student news agency QNA reported", "told the website Tal Today", "told
   Tal radio", "said Tal Today, a private daily").
3. Call signs ("told KXQ7"), short names that readers know ("the Post says"), names of two papers made one ("the
   Herald-Star of Tal reports").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from crossread import atlas, knowledge, roster
from crossread.intake import outlets
from crossread.intake.credit_words import LANGUAGE, cues, known, said_on
from crossread.spelling import either

_NAME = r"[A-Z][\w.&'-]*\w(?: [A-Z][\w.&'-]*\w){0,2}"
_SIGN = r"(?:[A-Z]{2,5}-?\d{1,2}|[KW][A-Z]{3}-(?:TV|FM|AM)|\d{3,4} [A-Z]{4})"
_WORDS = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
_HAS_SIGN = re.compile(_SIGN)
_WORD = re.compile(r"[A-Za-z]+")


def find(text: str) -> Iterator[tuple[str, int, int]]:
    """(name as written, start, end) of each; the span holds the name and the words that make it a credit."""
    at = 0
    for line in text.split("\n"):
        words = _WORD.findall(line)
        if not _telling().isdisjoint(words) or _HAS_SIGN.search(line):
            yield from ((name, at + start, at + end) for name, start, end in _in_line(line))
        if not _taking().isdisjoint(words):
            yield from ((name, at + start, at + end) for name, start, end in _taken(line))
        at += len(line) + 1


class _People(msgspec.Struct, frozen=True):
    """What of `titles.yml` is asked for here: gender -> given names."""

    given_names: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset().union(*knowledge.load("titles.yml", _People, LANGUAGE).given_names.values())


@lru_cache(maxsize=1)
def _taking() -> frozenset[str]:
    """Words of which one stands in each phrase of `_taken_pattern`."""
    return frozenset(phrase.split()[-2] for phrase in (*known().first_told, *known().taken_by))


@lru_cache(maxsize=1)
def _taken_pattern() -> re.Pattern[str]:
    k = known()
    taken = rf"(?P<paper>\b(?:{either(k.papers)})\b[^.;:\n\"]{{0,60}}?\b(?:{either(k.taken_by)}))"
    first = either([*k.first_told, *map(str.capitalize, k.first_told)])
    return re.compile(rf"(?:{taken}|(?<![\w-])(?:{first})) (?:[Tt]he )?(?P<name>{_NAME}(?: \d{{1,2}}\b)?)")


def _taken(line: str) -> Iterator[tuple[str, int, int]]:
    for match in _taken_pattern().finditer(line):
        name, paper = re.sub(r"['’]s?$", "", match["name"]), match["paper"] is not None
        owns = (
            name != match["name"] or re.match(r"['’]s\b", line[match.end("name") :]) is not None
        )  # "seen by Bell's wife"
        if not owns and _is_outlet(name, behind_paper=paper):
            listed = outlets.named(name)
            yield (listed.name if listed else name), match.start(), match.end()


CITY = 100_000
"""Inhabitants from which on a place's name is no outlet's: smaller ones are called like anything ("El Alba")."""


def is_elsewhere(name: str) -> bool:
    """Whether a name that no list has for an outlet's is a place's, a people's or another actor's, or begins with a
    given name."""
    plain = name.removeprefix("The ")
    if not plain or plain.split()[0] in _given_names() or roster.names().get(plain) is not None:
        return True
    if atlas.country_names().get(plain) or atlas.demonyms().get(plain):
        return True
    return any(spot.population >= CITY for each in dict.fromkeys((plain, name)) for spot in atlas.look_up(each, CITY))


def _is_outlet(name: str, *, behind_paper: bool) -> bool:
    """Whether a name that takes a paper or gives a story first may be an outlet's: no person's, place's or office's."""
    words = name.split()
    if not known().offices.isdisjoint(words) or re.fullmatch(r"[A-Z]+PD", words[0]):
        return False
    if outlets.named(name) or outlets.looks_like(name):
        return True
    person = len(words) > 1 and (words[0] in _given_names() or (len(words) == 2 and behind_paper))
    return not person and not is_elsewhere(name)


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """Words of which each credit holds one, unless it is a call sign: lines with none are spared the pattern."""
    k = known()
    return frozenset(_WORD.findall(phrase)[-1] for phrase in (*k.state, *k.apposition, *k.media, *k.medium, *k.types))


def _in_line(line: str) -> Iterator[tuple[str, int, int]]:
    for match in _pattern().finditer(line):
        group = next(name for name in match.re.groupindex if match[name])
        name = match[group].removeprefix("The ").removeprefix("the ").replace("'s ", " ")
        first, _, rest = name.partition(" ")
        if first.lower() in known().not_names - {"state"} and rest.split(" ")[0] in known().owned:
            first, name = "", rest  # "While state television showed …"
        if first.lower() in known().not_names - {"state"} or name in known().state:
            continue
        listed = outlets.named(name)
        yield (listed.name if listed else name), match.start(), match.end()


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    k = known()
    media, kinds = either(k.state), either(k.apposition)
    owned = rf"(?:[A-Z][a-z]+(?:'s)? )?(?:(?:{either(k.owned)}) ){{1,3}}(?:{media})(?! [A-Z])"
    theirs = rf"[A-Z][a-z]+(?:'s)? (?:{media})(?! [A-Z])"
    single = either(word for word in k.types if " " not in word)
    paired = rf"[Tt]he (?:[A-Z][\w.'-]+ ){{0,2}}(?:(?:{single})-[A-Z][a-z]+|[A-Z][a-z]+-(?:{single}))\b"
    short = rf"[Tt]he (?:{single})(?! [A-Z]|-\w)"
    town = r"(?: of [A-Z][\w.]+(?: [A-Z][\w.]+){0,2})?"
    told = rf"(?<![\w-])(?:(?:{cues()}|{said_on()})\s+)"
    between = rf"(?:(?:{either(k.between)}|[a-z]+ly) )*"
    verb = rf"(?:,? (?:[A-Z][\w'-]+ )?{between}(?:{either([*k.reporting, *k.showing])})\b)"
    kind = rf"(?:the |a |its )?(?:[A-Z]{{2,4}} )?(?:[a-z]+(?:-[a-z]+)? ){{0,2}}(?:{kinds}) "
    described = rf"(?:(?!(?:{either(k.elsewhere)})\b)[\w'-]+ ){{0,4}}"
    return re.compile(
        rf"{told}(?:the |its )?(?P<told_medium>(?!The ){_WORDS} (?:{either(k.medium)}))(?! [A-Z])\b"
        rf"|(?:{told}|(?<![\w-])(?:{either(k.reporting)}) )(?P<apposed>{_NAME})(?:, or [A-Z][\w'-]+)?, "
        rf"(?:a|an|the|its) {described}(?:{either(k.media)})(?=[,.;]| (?:{either(k.behind)})\b)"
        rf"|{told}(?:the |its )?(?P<told>{owned}|{theirs}|{_SIGN})\b|{told}(?P<told_short>{short}|{paired})\b"
        rf"|{told}{kind}(?P<told_name>{_NAME})|(?<![\w-]){kind}(?P<kind_name>{_NAME}){verb}"
        rf"|(?<![\w-])(?P<says>{owned}|{theirs}|{_SIGN}|{short}|{paired})\b{town}{verb}"
    )
