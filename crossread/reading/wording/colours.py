"""Words that colour a description, and what they colour (`knowledge/en/colours.yml`): people, deeds, places."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from crossread import knowledge
from crossread.function_words import function_words
from crossread.reading.voices.inflection import plural, verb_forms
from crossread.reading.voices.page import Page
from crossread.reading.wording.labels import known
from crossread.reading.wording.written import Written
from crossread.trees import Tree

LANGUAGE = "en"
Kind = Literal["people", "deed", "place"]
Scope = Literal["people", "deed", "place", "any"]


class Field(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one semantic field."""

    field: str
    of: Scope
    words: tuple[str, ...]
    said: bool = False  # counts only where it is said of something


class Doing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs; `of_object`: they colour those to whom it is done."""

    words: tuple[str, ...]
    of_object: bool = False
    field: str = ""
    of: Scope = "people"


class Appraisals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `appraisals.yml`."""

    qualities: tuple[Field, ...]
    nouns: tuple[Field, ...]
    verbs: tuple[Doing, ...]
    closing: frozenset[str]
    opening: frozenset[str]
    opened_by: tuple[str, ...]
    lasting: tuple[str, ...]
    swelling: frozenset[str]
    plain: frozenset[str]
    prefixed: frozenset[str]
    strengthening: frozenset[str]
    measuring: frozenset[str]


class Colours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `colours.yml`."""

    qualities: tuple[Field, ...]
    nouns: tuple[Field, ...]
    verbs: tuple[Doing, ...]
    turning: tuple[str, ...]
    turmoil: frozenset[str]
    bursts: frozenset[str]
    passions: frozenset[str]
    lasting: frozenset[str]
    masses: frozenset[str]
    doing: frozenset[str]
    softening: frozenset[str]
    softened: frozenset[str]
    likened: tuple[str, ...]
    likening: frozenset[str]
    armed_with: frozenset[str]
    scaled: frozenset[str]
    strengthening: frozenset[str]
    campers: frozenset[str]
    agent_endings: tuple[str, ...]
    not_agents: frozenset[str]
    people: frozenset[str]
    measures: frozenset[str]
    places: frozenset[str]


class Entry(msgspec.Struct, frozen=True):
    """What one written form colours."""

    part: Literal["quality", "noun", "verb", "likened"]
    of: frozenset[Scope]
    field: str
    of_object: bool = False
    said: bool = False


class Found(msgspec.Struct, frozen=True):
    """An entry that stands at the words `first` to `last` of a sentence."""

    first: int
    last: int
    entry: Entry


@lru_cache(maxsize=1)
def colours() -> Colours:
    """The lists of `colours.yml`, read once."""
    return knowledge.load("colours.yml", Colours, LANGUAGE)


@lru_cache(maxsize=1)
def appraisals() -> Appraisals:
    """The lists of `appraisals.yml`, read once."""
    return knowledge.load("appraisals.yml", Appraisals, LANGUAGE)


@lru_cache(maxsize=1)
def _table() -> Written[Entry]:
    """Entries by their written forms; an adjective for several kinds of things is one entry."""
    kinds: dict[str, tuple[str, frozenset[Scope]]] = {}
    for field in (*colours().qualities, *appraisals().qualities):
        for word in field.words:
            kinds[word] = field.field, kinds.get(word, ("", frozenset()))[1] | {field.of}
    return Written(
        [
            *((word, Entry("quality", of, name)) for word, (name, of) in kinds.items()),
            *_inflected(),
            *((name.lower(), Entry("likened", frozenset(), "")) for name in colours().likened),
        ]
    )


def _inflected() -> Iterator[tuple[str, Entry]]:
    """Nouns in both numbers, verbs in all their forms."""
    for field in (*colours().nouns, *appraisals().nouns):
        for word in field.words:
            for form in sorted({word, plural(word)}):
                yield form, Entry("noun", frozenset((field.of,)), field.field, said=field.said)
    for verbs in (*colours().verbs, *appraisals().verbs):
        for word in verbs.words:
            first, _, rest = word.partition(" ")
            for form in sorted(verb_forms(first, {})):
                yield f"{form} {rest}".strip(), Entry("verb", frozenset((verbs.of,)), verbs.field, verbs.of_object)


_TAGS = {
    "quality": frozenset(("ADJ", "VERB", "ADV", "NOUN")),
    "noun": frozenset(("NOUN", "PROPN", "ADJ")),
    "verb": frozenset(("VERB",)),
    "likened": frozenset(("PROPN", "NOUN")),
}


def find_colours(tree: Tree) -> Iterator[Found]:
    """Every coloured word or phrase of a sentence; of those of one part that begin at one word the longest."""
    table, lows = _table(), [token.text.lower() for token in tree.tokens]
    for first in range(len(lows)):
        taken: set[str] = set()
        for last, entry in table.at(lows, first):
            if entry.part in taken:
                continue
            opens = last == 0 and entry.part == "quality"  # a capital makes many an adjective look like a name
            if tree.tokens[last].pos in _TAGS[entry.part] or last > first or opens:
                taken.add(entry.part)
                yield Found(first, last, entry)


_ACTORS = frozenset(
    ("person", "people", "armed group", "government", "coalition", "organisation", "company", "media", "other")
)


def kind_of(page: Page, tree: Tree, word: int) -> Kind | None:
    """What a noun or pronoun stands for, by its mention or by the lists; None if neither tells."""
    token = tree.tokens[word]
    low, lemma = token.text.lower(), token.lemma.lower()
    index = page.resolved(page.mention_at(token))
    if index is not None and page.mentions[index].named:
        if page.mentions[index].type == "place":
            return "place"
        return "people" if page.mentions[index].type in _ACTORS else None
    if token.pos == "PRON":
        return "people" if low in function_words().somebody else None
    if low in colours().people or lemma in colours().people:
        return "people"
    if low in colours().measures or lemma in colours().measures or lemma in known().happenings:
        return "deed"
    if low in colours().places or lemma in colours().places:
        return "place"
    if token.pos == "NOUN" and is_doer(lemma):
        return "people"
    return "people" if index is not None and page.mentions[index].type in _ACTORS - {"other"} else None


def fits(page: Page, tree: Tree, word: int, entry: Entry) -> bool:
    """Whether a noun stands for what an entry can colour."""
    if "any" in entry.of or (kind := kind_of(page, tree, word)) in entry.of:
        return True
    token = tree.tokens[word]
    both = kind == "people" and token.pos == "NOUN" and token.lemma.lower() in colours().measures
    return both and "deed" in entry.of  # "a party"


def is_doer(noun: str) -> bool:
    """Whether a noun sounds like one for somebody who does something ("smuggler")."""
    return noun.endswith(colours().agent_endings) and noun not in colours().not_agents
