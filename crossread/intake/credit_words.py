"""The words that make a name a credit (`knowledge/en/credits.yml`)."""

from __future__ import annotations

import msgspec

from crossread import knowledge
from crossread.spelling import either

LANGUAGE = "en"


class CreditKnowledge(msgspec.Struct, frozen=True):
    """The shape of `credits.yml`; each list is explained there."""

    reporting: list[str]
    works: list[str]
    in_works: list[str]
    monitoring: list[str]
    before: list[str]
    first_told: list[str]
    papers: list[str]
    taken_by: list[str]
    offices: frozenset[str]
    saying: list[str]
    adjectives: list[str]
    apposition: list[str]
    between: list[str]
    photo: list[str]
    media: list[str]
    elsewhere: list[str]
    behind: list[str]
    medium: list[str]
    sources: list[str]
    contributed: list[str]
    joints: list[str]
    affiliates: list[str]
    types: list[str]
    bodies: list[str]
    state: list[str]
    owned: list[str]
    showing: list[str]
    not_names: frozenset[str]
    surnames: frozenset[str]


def known() -> CreditKnowledge:
    return knowledge.load("credits.yml", CreditKnowledge, LANGUAGE)


def cues() -> str:
    """A pattern for the words before a credited name, small or with a capital at the head of a sentence."""
    return either([*known().before, *map(str.capitalize, known().before)])


def said_on() -> str:
    """A pattern for what goes before "on" and the name of a station or paper where something was said or shown."""
    return rf"(?:{either(known().saying)})\b[^.;\n]{{0,50}}? on"
