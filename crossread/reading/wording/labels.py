"""Words that judge while they name, found in a sentence. They stand in `knowledge/en/labels.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from crossread import knowledge
from crossread.reading.voices.inflection import plural, verb_forms
from crossread.reading.wording.written import Written
from crossread.trees import Tree

LANGUAGE = "en"
Part = Literal["actor", "camp", "verb", "deed", "verdict", "quality", "manner", "doubt"]
STRONG, WEAK, FAINT = 3, 2, 1
"""What a word weighs: enough alone; enough where something else speaks for it; one sign among several."""
_NOUNS = frozenset(("actor", "camp", "deed", "verdict"))
_TAGS: dict[str, frozenset[str]] = {
    "actor": frozenset(("NOUN", "PROPN", "ADJ")),
    "camp": frozenset(("NOUN", "PROPN")),
    "deed": frozenset(("NOUN", "PROPN")),
    "verdict": frozenset(("NOUN", "PROPN")),
    "verb": frozenset(("VERB",)),
    "quality": frozenset(("ADJ", "VERB")),
    "manner": frozenset(("ADV",)),
    "doubt": frozenset(("ADJ", "VERB", "NOUN", "ADV", "PROPN")),
}


class LabelGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one part and polarity; the fields are explained in `labels.yml`."""

    part: Part
    polarity: int
    words: tuple[str, ...]
    weak: bool = False
    faint: bool = False
    happening: bool = False
    of_object: bool = False
    with_: frozenset[str] = msgspec.field(name="with", default=frozenset())


class LabelKnowledge(msgspec.Struct, frozen=True):
    """The shape of `labels.yml`."""

    groups: tuple[LabelGroup, ...]
    intensifiers: frozenset[str]
    loyalty: frozenset[str]
    sides: frozenset[str]
    plain: frozenset[str]
    not_scare: frozenset[str]
    voicing: frozenset[str]
    titled: frozenset[str]
    bodies: frozenset[str]
    persons: frozenset[str]
    common: frozenset[str]
    owning: frozenset[str]
    by_country: frozenset[str]
    neutral: tuple[str, ...]
    faiths: frozenset[str]
    born: frozenset[str]
    standing: frozenset[str]
    culprits: frozenset[str]
    happenings: frozenset[str]
    illnesses: frozenset[str]
    grounds: frozenset[str]
    weightless: frozenset[str]
    seeming: frozenset[str]
    calling: frozenset[str]
    describing: frozenset[str]
    naming_bare: frozenset[str]
    stances: frozenset[str]
    causes: frozenset[str]
    generic: frozenset[str]
    address: frozenset[str]
    absolutes: frozenset[str]
    court: frozenset[str]
    bunches: frozenset[str]
    turning: frozenset[str]
    equalling: frozenset[str]
    lying: frozenset[str]
    kinds: dict[str, frozenset[str]]
    reflexives: frozenset[str]
    naming: frozenset[str]
    asking: frozenset[str]
    likening: frozenset[str]
    partitives: frozenset[str]
    accusing: frozenset[str]
    changing: frozenset[str]
    lying_in: frozenset[str]
    in_manner: frozenset[str]
    doing_of: frozenset[str]
    in_deeds: frozenset[str]
    pointing_words: frozenset[str]
    accused: frozenset[str]
    single: frozenset[str]
    selves: frozenset[str]
    kin_endings: tuple[str, ...]
    several_endings: tuple[str, ...]
    participles: tuple[str, ...]


class Entry(msgspec.Struct, frozen=True):
    """What one written form says; `weight`: STRONG, WEAK or FAINT."""

    part: Part
    polarity: int
    weight: int
    of_object: bool
    with_: frozenset[str]
    happening: bool = False


class Hit(msgspec.Struct, frozen=True):
    """An entry that stands at the words `first` to `last` of a sentence."""

    first: int
    last: int
    entry: Entry


@lru_cache(maxsize=1)
def known() -> LabelKnowledge:
    """The lists of `labels.yml`, read once."""
    return knowledge.load("labels.yml", LabelKnowledge, LANGUAGE)


@lru_cache(maxsize=1)
def _table() -> Written[Entry]:
    """Entries by their written forms; of equal forms those for what happened come first."""
    return Written(
        (form, Entry(group.part, group.polarity, _weight(group), group.of_object, _company(group), group.happening))
        for group in sorted(known().groups, key=lambda group: not group.happening)
        for word in group.words
        for form in sorted(_forms(word, group.part))
    )


def _weight(group: LabelGroup) -> int:
    return FAINT if group.faint else WEAK if group.weak else STRONG


def _company(group: LabelGroup) -> frozenset[str]:
    """The nouns with one of which a word counts, in both numbers."""
    return group.with_ | {plural(noun) for noun in group.with_}


def _forms(word: str, part: Part) -> set[str]:
    if part == "verb":
        return verb_forms(word, {})
    return {word, plural(word)} if part in _NOUNS else {word}


def find_labels(tree: Tree) -> Iterator[Hit]:
    """Every label of the sentence; where several begin at one word, the longest that fits its part of speech."""
    table = _table()
    lows = [token.text.lower() for token in tree.tokens]
    plain = _plain_words(lows)
    for first in range(len(lows)):
        taken: set[str] = set()
        for last, entry in table.at(lows, first):
            if entry.part in taken or plain.intersection(range(first, last + 1)):
                continue
            if (_is_tagged(tree, first, last, entry) or entry.with_) and _has_company(tree, last, entry, lows):
                taken.add(entry.part)
                yield Hit(first, last, entry)


def _is_tagged(tree: Tree, first: int, word: int, entry: Entry) -> bool:
    token = tree.tokens[word]
    if word > first or "-" in token.text:
        return True  # what has several parts is hardly anything else, whatever the tag
    if entry.part != "quality" or token.rel == "amod":
        return token.pos in _TAGS[entry.part] or entry.part == "quality"
    if token.pos == "VERB":  # "was botched", not "failed to come", "insulting the flag"
        return bool(tree.of(word, "cop", "aux:pass")) and not tree.of(word, "obj")
    return token.pos == "ADJ"


@lru_cache(maxsize=1)
def _neutral() -> Written[None]:
    return Written((phrase, None) for phrase in known().neutral)


def _plain_words(lows: list[str]) -> set[int]:
    """Indexes of the words that stand in phrases which judge nothing ("natural disaster")."""
    neutral = _neutral()
    return {i for first in range(len(lows)) for last, _ in neutral.at(lows, first) for i in range(first, last + 1)}


def _has_company(tree: Tree, last: int, entry: Entry, lows: list[str]) -> bool:
    """Whether a word that counts with some nouns only modifies one of them."""
    if not entry.with_:
        return True
    head = tree.tokens[last].head
    return (
        tree.tokens[last].rel in ("amod", "compound", "nmod", "nmod:desc") and head > last and lows[head] in entry.with_
    )


def chief(tree: Tree, hit: Hit) -> int:
    """The word of a label on which its others hang: the last, or one before a preposition ("slap on the wrist")."""
    inner = any(tree.tokens[i].pos == "ADP" for i in range(hit.first + 1, hit.last))
    return tree.head(hit.first, hit.last) if inner else hit.last
