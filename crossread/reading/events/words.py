"""The words that name deeds, as `knowledge/en/deeds.yml` lists them, ready to be looked up."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import msgspec

from crossread import knowledge

PartRole = Literal["actor", "target", "other"]

THINGS = ("craft", "storm", "disease", "structure", "obstacle")
"""Classes of words for what kills without meaning to."""
PEOPLE = ("office", "kin", "workforce", "crowd", "suspect")
"""Classes of words for people; a driver stands among the vehicles, too."""
MEANS = ("weapon", "bomb", "arm", "missile")
"""Classes of words for what deeds are done with: no party to an attack."""


class Entry(msgspec.Struct, frozen=True):
    """A group of words that name one sort of deed. The fields are explained at the top of deeds.yml."""

    type: str
    kind: str
    mode: str | None = None
    instrument: str | None = None
    verbs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    but_objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    but_subjects: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = msgspec.field(default=(), name="with")
    over: tuple[str, ...] = ()
    infinitive: bool = False
    transitive: bool = False
    suffered: bool = False
    alone: bool = False
    single: bool = False
    whole: bool = False
    echo: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
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
    naming: tuple[str, ...]
    hurts: tuple[str, ...]
    striking: tuple[str, ...]
    no_persons: tuple[str, ...]
    instruments: dict[str, tuple[str, ...]]
    say: tuple[str, ...]
    stative: tuple[str, ...]
    answers: dict[str, str]
    status: dict[str, tuple[str, ...]]
    small: dict[str, tuple[str, ...]]


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
    states: dict[str, Entry]
    echoes: frozenset[str]
    things: frozenset[str]
    mindless: frozenset[str]
    persons: frozenset[str]
    means: frozenset[str]
    light_object: frozenset[str]
    light_suffer: frozenset[str]
    light_subject: frozenset[str]
    shells: frozenset[str]
    about: frozenset[str]
    hollow: frozenset[str]
    wielders: frozenset[str]
    bands: frozenset[str]
    stays: frozenset[str]
    naming: frozenset[str]
    hurts: frozenset[str]
    striking: frozenset[str]
    instruments: dict[str, str]
    say: frozenset[str]
    stative: frozenset[str]
    answers: dict[str, str]
    status: dict[str, frozenset[str]]
    small: dict[str, frozenset[str]]


@lru_cache(maxsize=4)
def lexicon(language: str = "en") -> Lexicon:
    """The deeds of a language, by word."""
    words = knowledge.load("deeds.yml", Vocabulary, language)
    verbs: dict[str, list[Rule]] = {}
    nouns: dict[str, list[Rule]] = {}
    for entry in words.deeds:
        what, but = _spelled(words, entry.objects), _spelled(words, entry.but_objects)
        who, but_who = _spelled(words, entry.subjects), _spelled(words, entry.but_subjects)
        for verb in entry.verbs:
            verbs.setdefault(verb, []).append(Rule((verb,), entry, what, but, who, but_who, frozenset(entry.adverbs)))
        for phrase in entry.phrases:
            parts = tuple(phrase.split())
            held = (what, but, who, but_who) if entry.whole else (frozenset[str](),) * 4
            verbs.setdefault(parts[0], []).append(Rule(parts, entry, *held))
        for noun in entry.nouns:
            parts = tuple(noun.replace("-", " - ").split())
            after = parts[-1] if len(parts) > 1 and parts[-1] in words.small["noun_ends"] else ""
            parts = parts[:-1] if after else parts
            things = _spelled(words, entry.of_what)
            nouns.setdefault(parts[-1], []).append(Rule(parts, entry, things, *(frozenset[str](),) * 4, after))
    light = {name: frozenset(found) for name, found in words.light.items()}
    return Lexicon(
        {word: tuple(sorted(rules, key=_breadth)) for word, rules in verbs.items()},
        {word: tuple(sorted(rules, key=_nearness)) for word, rules in nouns.items()},
        {word: entry for entry in words.deeds for word in entry.states},
        frozenset(name.split()[-1] for entry in words.deeds if entry.echo for name in (*entry.nouns, *entry.verbs)),
        frozenset(word for name in THINGS for word in words.classes[name]),
        _mindless(words),
        frozenset((*words.classes["office"], *words.classes["kin"])) - frozenset(words.no_persons),
        frozenset(word for name in MEANS for word in words.classes[name]) - frozenset(words.wielders),
        light["object"],
        light["suffer"],
        light["subject"],
        frozenset(words.shells),
        frozenset(words.about),
        frozenset(words.hollow),
        frozenset(words.wielders),
        frozenset(words.bands),
        frozenset(words.stays),
        frozenset(words.naming),
        frozenset(words.hurts),
        frozenset(words.striking),
        {word: line for line, found in words.instruments.items() for word in found},
        frozenset(words.say),
        frozenset(words.stative),
        words.answers,
        {name: frozenset(found) for name, found in words.status.items()},
        {name: frozenset(found) for name, found in words.small.items()},
    )


def _mindless(words: Vocabulary) -> frozenset[str]:
    """What does things without meaning to: the classes of such things, and the nouns of mishaps."""
    mishaps = (n for entry in words.deeds if entry.type in ("DISASTER", "ACCIDENT") for n in entry.nouns)
    things = {word for name in THINGS for word in words.classes[name]}
    return frozenset((*things, *mishaps)) - frozenset(word for name in PEOPLE for word in words.classes[name])


def _spelled(words: Vocabulary, listed: Sequence[str]) -> frozenset[str]:
    return frozenset(word for item in listed for word in (words.classes[item[1:]] if item.startswith("@") else (item,)))


def _breadth(rule: Rule) -> tuple[int, int]:
    """Phrases first, the longest ahead; then verbs with a condition; then verbs without."""
    if len(rule.words) > 1:
        return 0, -len(rule.words) * 2 - bool(rule.objects or rule.subjects)
    entry = rule.entry
    asked = (
        rule.objects or rule.subjects or rule.adverbs or entry.over or entry.infinitive or entry.echo or entry.suffered
    )
    return 1 if asked else 2, 0


def _nearness(rule: Rule) -> tuple[int, bool, bool, bool]:
    """Nouns of several words first; then those with a word behind, with a condition, with an echo."""
    return -len(rule.words), not rule.after, not rule.objects, not rule.entry.echo
