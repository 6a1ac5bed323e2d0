"""What one mention says about whom it means: the key under which mentions of one report, and of all, come together."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import atlas, knowledge, roster
from crossread.crossing.actors.bodies import LANGUAGE, plainly, without_form
from crossread.function_words import function_words
from crossread.inflection import possible_singulars
from crossread.records import Mention, MentionType
from crossread.roster import Known
from crossread.spelling import key


class GroupWord(msgspec.Struct, frozen=True):
    """What of a group noun matters for merging."""

    kind: MentionType
    same: str


class GroupWords(msgspec.Struct, frozen=True):
    """What of `titles.yml` matters for merging."""

    groups: dict[str, GroupWord]
    offices: frozenset[str]
    relatives: frozenset[str]
    joined: frozenset[str]
    camps: frozenset[str]
    empty: frozenset[str]
    plain_governments: frozenset[str]
    national: frozenset[str]


class Label(msgspec.Struct, frozen=True, order=True, cache_hash=True):
    """Whom a mention means: labels that are equal mean the same actor, in whatever report.

    sort: "known" (in the roster), "government", "part" (of a government: its army, its officials), "people" (of a
    country), "person", "surname", "name", "described", "bare" (a noun alone: only within its report).
    """

    sort: str
    what: str
    country: str = ""
    report: str = ""


@lru_cache(maxsize=1)
def _vocabulary() -> GroupWords:
    return knowledge.load("titles.yml", GroupWords, LANGUAGE)


def group_words() -> dict[str, GroupWord]:
    """The group nouns."""
    return _vocabulary().groups


def relatives() -> frozenset[str]:
    """Words for members of a family, as they stand before their names ("his sister Ann Boro")."""
    return _vocabulary().relatives


def national() -> frozenset[str]:
    """Bodies of which a state has one: "the ministry" of one report is the ministry of another."""
    return _vocabulary().national


@lru_cache(maxsize=1)
def _empty() -> frozenset[str]:
    """Words of a description that tell nothing of who it is."""
    return _vocabulary().empty | function_words().articles


def label(mention: Mention) -> Label:
    """The label of a mention that refers to no other."""
    return _named(mention) if mention.named else described(mention)


def known(mention: Mention) -> Known | None:
    """The roster's entry for a named mention."""
    found = roster.names().get(mention.span.text)
    if found is None or not _fits(found, mention):
        return None
    return found


def _fits(found: Known, mention: Mention) -> bool:
    if (found.type == "person") != (mention.type == "person"):
        return False
    letters = "".join(c for c in mention.span.text if c.isalpha())
    return len(letters) > 3 or letters.isupper()


def _named(mention: Mention) -> Label:
    text = mention.span.text
    folded = key(text)
    entry = known(mention)
    if entry is not None:
        return Label("known", entry.name)
    if mention.type == "government":
        code = atlas.country_names().get(text) or atlas.capitals().get(folded) or atlas.demonyms().get(text)
        if code:
            return Label("government", "government", code)
    if mention.type in ("government", "organisation", "people"):
        plain = described(mention)
        if plain.sort in ("part", "government") and plain.what in {word.same for word in group_words().values()}:
            return plain
    if mention.type == "person":
        return Label("person" if " " in folded.removeprefix("al ").removeprefix("el ") else "surname", folded)
    return Label("name", plainly(without_form(folded)))


# --------------------------------------------------------------------------- descriptions


def described(mention: Mention) -> Label:
    """The label of a description: the country and the sort of noun ("US troops" = "the American military")."""
    words = [w for w in key(mention.span.text).replace("'", " ").split() if w not in _empty()]
    tokens = key(mention.span.text).split()
    noun, rest = _noun(words)
    same = group_words()[noun].same if noun in group_words() else noun
    country, others = _country(tokens, rest)
    person = next((roster.surnames()[w] for w in others if w in roster.surnames()), None)
    if person is not None and person.country and same == "government":
        return Label("government", "government", person.country)
    if country and same == "government" and not [w for w in others if w not in _vocabulary().plain_governments]:
        return Label("government", "government", country)
    if country and same == "nation":
        return Label("people", "people", country)
    if country and not others:
        return Label("part", same, country)
    if country or others:
        return Label("described", " ".join((*sorted(others), same)), country)
    return Label("bare", same, report=mention.span.report)


def _noun(words: list[str]) -> tuple[str, list[str]]:
    """The noun in the singular as the list has it, and what stands before it."""
    groups = group_words()
    for size in (2, 1):
        tail = " ".join(words[-size:])
        for form in (tail, *possible_singulars(tail)):
            if form in groups:
                return form, words[:-size]
    if words and function_words().genitives.isdisjoint(words):
        for at, word in enumerate(words):
            for form in (word, *possible_singulars(word)):
                if form in groups and groups[form].kind == "government":
                    return form, words[:at] + words[at + 1 :]
    return (words[-1] if words else ""), words[:-1]


def _country(tokens: list[str], rest: list[str]) -> tuple[str, list[str]]:
    """The country whose actor it is, and the other words; a country that only backs or leads stays among the words."""
    country, others = "", []
    for word in _pairs(rest):
        code = atlas.demonyms().get(word) or atlas.country_names().get(word) or atlas.capitals().get(word)
        if code is None:
            others.append(word)
            continue
        at = tokens.index(word.split()[-1]) if word.split()[-1] in tokens else 0
        after = tokens[at + 1] if at + 1 < len(tokens) else ""
        before = tokens[at - 1] if at else ""
        if after in _vocabulary().joined or before in _vocabulary().camps or country:
            others.append(code.lower())
        else:
            country = code
    return country, others


def _pairs(words: list[str]) -> list[str]:
    """The words, with two-word countries ("north korean") as one."""
    found, i = [], 0
    while i < len(words):
        pair = " ".join(words[i : i + 2])
        if i + 1 < len(words) and (atlas.demonyms().get(pair) or atlas.country_names().get(pair)):
            found.append(pair)
            i += 2
        else:
            found.append(words[i])
            i += 1
    return found
