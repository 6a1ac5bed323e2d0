"""How regular words of the language change their form: patterns of `inflection.yml`, ready to use. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from crossread import knowledge

LANGUAGE = "en"
Written = tuple[tuple[str, str], ...]
Rules = tuple[tuple[re.Pattern[str], str], ...]


class InflectionKnowledge(msgspec.Struct, frozen=True):
    """The shape of `inflection.yml`, which explains itself."""

    plurals: Written
    adverbs: Written
    singulars: Written
    possible_singulars: Written
    thirds: Written
    possible_thirds: Written
    pasts: Written
    ongoings: Written
    doubled: str
    stems: tuple[str, ...]
    bases: Written
    whole_stems: str
    root_endings: tuple[str, ...]
    root_letters: tuple[str, ...]
    plural: str
    no_nouns: tuple[str, ...]
    own_plurals: tuple[str, ...]


class Inflection(msgspec.Struct, frozen=True):
    """The file with its patterns compiled."""

    plurals: Rules
    adverbs: Rules
    singulars: Rules
    possible_singulars: Rules
    thirds: Rules
    possible_thirds: Rules
    pasts: Rules
    ongoings: Rules
    doubled: re.Pattern[str]
    stems: tuple[re.Pattern[str], ...]
    bases: Rules
    whole_stems: re.Pattern[str]
    root_endings: tuple[str, ...]
    root_letters: tuple[str, ...]
    plural: str
    no_nouns: tuple[str, ...]
    own_plurals: tuple[str, ...]


@lru_cache(maxsize=1)
def inflection() -> Inflection:
    """How words change their form."""
    known = knowledge.load("inflection.yml", InflectionKnowledge, LANGUAGE)
    return Inflection(
        plurals=_rules(known.plurals),
        adverbs=_rules(known.adverbs),
        singulars=_rules(known.singulars),
        possible_singulars=_rules(known.possible_singulars),
        thirds=_rules(known.thirds),
        possible_thirds=_rules(known.possible_thirds),
        pasts=_rules(known.pasts),
        ongoings=_rules(known.ongoings),
        doubled=re.compile(known.doubled),
        stems=tuple(re.compile(pattern) for pattern in known.stems),
        bases=_rules(known.bases),
        whole_stems=re.compile(known.whole_stems),
        root_endings=known.root_endings,
        root_letters=known.root_letters,
        plural=known.plural,
        no_nouns=known.no_nouns,
        own_plurals=known.own_plurals,
    )


def _rules(written: Written) -> Rules:
    return tuple((re.compile(pattern), instead) for pattern, instead in written)


def changed(word: str, rules: Rules) -> str:
    """The word as the first rule that it matches writes it; itself if none does."""
    for pattern, instead in rules:
        if pattern.search(word):
            return pattern.sub(instead, word, count=1)
    return word


def root(word: str) -> str:
    """What a word in small letters shares with others of its root: "bombings", "bombed" -> "bomb"."""
    known = inflection()
    for ending in known.root_endings:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word[:-1] if word.endswith(known.root_letters) and len(word) > 4 else word


def verb_forms(base: str) -> set[str]:
    """Every regular form of a verb. One that does not exist ("telled") does no harm."""
    known = inflection()
    forms = {base, changed(base, known.thirds), changed(base, known.pasts), changed(base, known.ongoings)}
    if known.doubled.search(base):
        last = base + base[-1]
        forms |= {changed(last, known.pasts), changed(last, known.ongoings)}
    return forms


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    return changed(noun, inflection().plurals)


def adverb(adjective: str) -> str:
    """The regular adverb of an adjective."""
    return changed(adjective, inflection().adverbs)


def possible_thirds(base: str) -> tuple[str, ...]:
    """What the third person of a verb may be, likely or not."""
    return tuple(pattern.sub(instead, base, count=1) for pattern, instead in inflection().possible_thirds)


def possible_singulars(word: str) -> tuple[str, ...]:
    """What a word may be the plural of, likely or not."""
    rules = inflection().possible_singulars
    return tuple(pattern.sub(instead, word) for pattern, instead in rules if pattern.search(word))
