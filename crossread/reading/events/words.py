"""The words that name deeds, as `knowledge/en/deeds.yml` lists them, ready to be looked up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from crossread import knowledge

PartRole = Literal["actor", "target", "other"]

PREPOSITIONS = frozenset(("for", "on", "to", "of", "against"))


class Entry(msgspec.Struct, frozen=True):
    """A group of words that name one sort of deed. The fields are explained at the top of deeds.yml."""

    type: str
    kind: str
    mode: str | None = None
    instrument: str | None = None
    verbs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    but_objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    but_subjects: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = msgspec.field(default=(), name="with")
    subject: PartRole = "actor"
    object: PartRole = "target"
    owner: PartRole = "actor"
    of_what: tuple[str, ...] = ()
    of: PartRole = "target"
    foiled: bool = False
    weak: bool = False
    speech: bool = False


class Vocabulary(msgspec.Struct, frozen=True):
    """The file deeds.yml."""

    classes: dict[str, tuple[str, ...]]
    deeds: tuple[Entry, ...]
    light: dict[str, tuple[str, ...]]
    shells: tuple[str, ...]
    about: tuple[str, ...]
    hollow: tuple[str, ...]
    wielders: tuple[str, ...]
    bands: tuple[str, ...]
    stays: tuple[str, ...]
    instruments: dict[str, tuple[str, ...]]
    say: tuple[str, ...]
    stative: tuple[str, ...]
    status: dict[str, tuple[str, ...]]


class Rule(NamedTuple):
    """One word or phrase of an entry, its conditions spelled out."""

    words: tuple[str, ...]
    entry: Entry
    objects: frozenset[str]
    but_objects: frozenset[str]
    subjects: frozenset[str]
    but_subjects: frozenset[str]
    adverbs: frozenset[str] = frozenset()
    after: str = ""  # the word that must follow a noun ("call for")


class Lexicon(NamedTuple):
    """The vocabulary by word: what is looked up for each word of a text."""

    verbs: dict[str, tuple[Rule, ...]]
    nouns: dict[str, tuple[Rule, ...]]
    light_object: frozenset[str]
    light_suffer: frozenset[str]
    light_subject: frozenset[str]
    shells: frozenset[str]
    about: frozenset[str]
    hollow: frozenset[str]
    wielders: frozenset[str]
    bands: frozenset[str]
    stays: frozenset[str]
    instruments: dict[str, str]
    say: frozenset[str]
    stative: frozenset[str]
    status: dict[str, frozenset[str]]


@lru_cache(maxsize=4)
def lexicon(language: str = "en") -> Lexicon:
    """The deeds of a language, by word."""
    words = knowledge.load("deeds.yml", Vocabulary, language)
    verbs: dict[str, list[Rule]] = {}
    nouns: dict[str, list[Rule]] = {}
    for entry in words.deeds:
        what, but = _spelled(words, entry.objects), _spelled(words, entry.but_objects)
        who, but_who = _spelled(words, entry.subjects), _spelled(words, entry.but_subjects)
        none = frozenset[str]()
        for verb in entry.verbs:
            verbs.setdefault(verb, []).append(Rule((verb,), entry, what, but, who, but_who, frozenset(entry.adverbs)))
        for phrase in entry.phrases:
            parts = tuple(phrase.split())
            verbs.setdefault(parts[0], []).append(Rule(parts, entry, none, none, none, none))
        for noun in entry.nouns:
            parts = tuple(noun.replace("-", " - ").split())
            after = parts[-1] if len(parts) > 1 and parts[-1] in PREPOSITIONS else ""
            parts = parts[:-1] if after else parts
            things = _spelled(words, entry.of_what)
            nouns.setdefault(parts[-1], []).append(Rule(parts, entry, things, none, none, none, none, after))
    light = {name: frozenset(found) for name, found in words.light.items()}
    return Lexicon(
        {word: tuple(sorted(rules, key=_breadth)) for word, rules in verbs.items()},
        {
            word: tuple(sorted(rules, key=lambda rule: (-len(rule.words), not rule.after, not rule.objects)))
            for word, rules in nouns.items()
        },
        light["object"],
        light["suffer"],
        light["subject"],
        frozenset(words.shells),
        frozenset(words.about),
        frozenset(words.hollow),
        frozenset(words.wielders),
        frozenset(words.bands),
        frozenset(words.stays),
        {word: line for line, found in words.instruments.items() for word in found},
        frozenset(words.say),
        frozenset(words.stative),
        {name: frozenset(found) for name, found in words.status.items()},
    )


def _spelled(words: Vocabulary, listed: Sequence[str]) -> frozenset[str]:
    return frozenset(word for item in listed for word in (words.classes[item[1:]] if item.startswith("@") else (item,)))


def _breadth(rule: Rule) -> tuple[int, int]:
    """Phrases first, the longest ahead; then verbs with a condition; then verbs without."""
    return (
        (0, -len(rule.words)) if len(rule.words) > 1 else (1 if rule.objects or rule.subjects or rule.adverbs else 2, 0)
    )
