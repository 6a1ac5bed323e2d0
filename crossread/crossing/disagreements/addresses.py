"""Which house it was: numbers in one street that differ in one numeral, as different reports tell them.

A report that names two houses of a street knows both and disagrees with nobody: the scene and a neighbour's home. Only
reports of a scene are looked at: of an office ("10 Downing Street") nobody asks which house it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.matters import VIOLENT
from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, sentence_of
from crossread.records import Disagreement, Reading, Record


class Known(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/addresses.yml."""

    streets: dict[str, tuple[str, ...]]
    beside: tuple[str, ...]


@cache
def _known() -> Known:
    return knowledge.load("addresses.yml", Known, "en")


@cache
def _kinds() -> dict[str, str]:
    """What each word for a street means."""
    return {form: name for name, forms in _known().streets.items() for form in forms}


@cache
def _address() -> re.Pattern[str]:
    """A house number, the one to three words of a street's name in capitals, and what kind of street it is."""
    kinds = "|".join(sorted((form.title() for form in _kinds()), key=len, reverse=True))
    return re.compile(rf"(?<![\w$.,-])([1-9]\d{{0,4}})\s+((?:[A-Z][\w'.]*\s+){{1,3}}?)({kinds})\b")


SCENES = VIOLENT | {"HARM"}
"""Types of deeds that have a scene."""
BEFORE = 40
"""Characters before a house's number in which a word may tell that it is a neighbour's."""


class House(Record, frozen=True):
    """A house as a report tells it."""

    street: str
    number: str
    voice: Voice
    beside: bool  # somebody else's home


def addresses(scene: Scene) -> list[Disagreement]:
    """One disagreement for each street in which reports tell of houses whose numbers differ in one numeral."""
    by_street: dict[tuple[str, str], list[House]] = {}
    for reading in scene.readings.values():
        houses = list(_houses(scene, reading))
        for house in houses if _has_scene(scene, reading) else ():
            if not house.beside and all(h.number == house.number for h in houses if h.street == house.street):
                by_street.setdefault((house.street, scene.component[reading.report]), []).append(house)
    made = []
    for (street, _), told in by_street.items():
        numbers = sorted({h.number for h in told})
        slips = [n for n in numbers if any(_slip(n, other) for other in numbers)]
        if slips:
            sides = [[h.voice for h in told if h.number == n] for n in slips]
            why = f"different house numbers are told: {', '.join(slips)}"
            made.append(disagreement("place", f"which house in {street.title()}", sides, why))
    return made


def _houses(scene: Scene, reading: Reading) -> Iterator[House]:
    report = scene.reports[reading.report]
    for match in _address().finditer(report.text):
        n = sentence_of(reading, match.start())
        if n is not None and match.end() <= reading.sentences[n].end:
            street = f"{' '.join(match[2].lower().split())} {_kinds()[match[3].lower()]}"
            before = scene.low[reading.report][max(reading.sentences[n].start, match.start() - BEFORE) : match.start()]
            beside = matcher(_known().beside).search(before) is not None
            yield House(street, match[1], scene.voice(reading, n, match.start(), match.end()), beside)


def _has_scene(scene: Scene, reading: Reading) -> bool:
    """Whether a report tells a deed or mishap that was at some house."""
    deeds = (event for n in range(len(reading.sentences)) for _, event, _ in scene.deeds(reading, n))
    return any(e.type in SCENES and not e.background and e.status in ("happened", "alleged") for e in deeds)


def _slip(a: str, b: str) -> bool:
    """Whether two numbers are alike but for one numeral."""
    return len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
