"""A number in its slot: what it measures, in which relation, with which words and names around it, of which time.

What is measured is a unit ("length"), a class of people or a noun; the relation is one of knowledge/en/amounts.yml (a
population, a crowd). Numbers that count nothing named are found here: those on a scale ("a magnitude-5.9 quake", ".38
caliber") by the scale's words, and populations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.bearers import Bearers
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.persons import Persons
from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, sentence_of
from crossread.crossing.disagreements.slots import Surroundings, clause_head, relation_of
from crossread.crossing.disagreements.topics import stem
from crossread.records import MergedPlaces, Quantity, Reading, Record, Resolved, Span
from crossread.spans import must_quote
from crossread.trees import Tree


class Class(msgspec.Struct, frozen=True):
    """Nouns that count one thing where one of the verbs stands."""

    nouns: tuple[str, ...]
    verbs: tuple[str, ...]


class Known(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/amounts.yml; the file says what each part means."""

    relations: dict[str, tuple[str, ...]]
    lasting: tuple[str, ...]
    scales: dict[str, tuple[str, ...]]
    units: dict[str, dict[str, float]]
    classes: dict[str, Class]
    growing: tuple[str, ...]
    stretches: tuple[str, ...]
    idle: tuple[str, ...]
    tallies: tuple[str, ...]
    settlements: tuple[str, ...]
    ranks: tuple[str, ...]
    plain: tuple[str, ...]
    general: tuple[str, ...]


class Amount(Record, frozen=True):
    """A number in its slot."""

    voice: Voice
    sentence: int
    low: float
    high: float
    measure: str
    relation: str | None
    words: frozenset[str]  # of its clause, without endings
    places: frozenset[str]  # ids of the towns and sites that its sentence names
    lands: frozenset[tuple[str, str]]  # countries and regions that its clause names: how wide, and the id
    embedding: bytes
    past: date | None  # the last day of another time than that of the news, where the sentence tells one
    of: frozenset[str]  # for a population: the kind of place ("city") or the place that has it
    outcome: str | None = None
    part: bool = False
    bearer: frozenset[str] = frozenset()  # of whom or what it is told, where a person or a name tells
    kind: str = ""  # what a measure measures, where reading tells it: "price", "distance from Tarsk"


class Raw(Record, frozen=True):
    """A number as a report gives it, before its slot is looked at."""

    span: Span
    context: Span | None
    low: float
    high: float
    measure: str
    noun: str = ""
    quantity: Quantity | None = None


@cache
def known() -> Known:
    """The knowledge file, read once."""
    return knowledge.load("amounts.yml", Known, "en")


def amounts(scene: Scene, places: MergedPlaces, resolved: Resolved, persons: Persons) -> list[Amount]:
    """The amounts that another of their strand may exclude, in the order of the reports: few do, and to look at what
    surrounds each costs."""
    around, bearers = Surroundings(scene, places, resolved), Bearers(persons)
    found = []
    for reading, raws in _contested(scene):
        times = around.other_times(reading)
        for raw in raws:
            n = sentence_of(reading, raw.span.start)
            if n is None:
                continue
            tree = scene.tree(reading, n)
            if (amount := _amount(around, bearers, reading, n, tree, raw, times.get(n))) is not None:
                found.append(amount)
    return found


def _contested(scene: Scene) -> Iterator[tuple[Reading, list[Raw]]]:
    """The numbers of each report that another number of its strand, of what may be the same, excludes."""
    told = {
        reading.report: [*_counted(scene, reading), *_scaled(scene, reading), *_populations(scene, reading)]
        for reading in scene.readings.values()
    }
    beside: dict[tuple[str, str], list[Raw]] = {}
    for report, raws in told.items():
        for raw in raws:
            for measure in _measures(raw):
                beside.setdefault((scene.component[report], measure), []).append(raw)
    unlike = {key for key, some in beside.items() if max(r.low for r in some) > min(r.high for r in some)}
    for report, raws in told.items():
        strand = scene.component[report]
        if kept := [raw for raw in raws if any((strand, measure) in unlike for measure in _measures(raw))]:
            yield scene.readings[report], kept


TELLING = ("NOUN", "PROPN", "ADJ", "VERB")
ASIDE = ("advcl", "parataxis", "conj", "acl")
"""Clauses below a verb that tell something else."""


def _amount(
    around: Surroundings,
    bearers: Bearers,
    reading: Reading,
    n: int,
    tree: Tree,
    raw: Raw,
    past: date | None,
) -> Amount | None:
    """A number with what surrounds it."""
    here = tree.words(raw.span.start, raw.span.end)
    if not here:
        return None
    top = clause_head(tree, tree.head(here[0], here[-1]))
    tokens = [tree.tokens[i] for i in tree.subtree(top, ASIDE) if i not in here]
    if raw.measure in known().scales and any(t.lemma.lower() in known().general for t in tokens if t.pos == "AUX"):
        return None  # "a magnitude-6.0 quake can cause severe damage"
    words = frozenset(stem(t.lemma) for t in tokens if t.pos in TELLING and len(t.lemma) > 2)
    relation = relation_of(tree, here, known().relations) if raw.measure == "people" else None
    population = relation == "population"
    sentence, q = reading.sentences[n], raw.quantity
    return Amount(
        voice=_voice(around.scene, reading, n, raw),
        sentence=n,
        low=raw.low,
        high=raw.high,
        measure=_class(words, raw) or raw.measure,
        relation=relation,
        words=words,
        places=frozenset(around.places_in(reading, sentence.start, sentence.end)),
        lands=frozenset(around.lands_in(reading, tokens[0].start, tokens[-1].end)) if tokens else frozenset(),
        embedding=around.scene.vector(reading, n),
        past=past,
        of=around.settlement(reading, tree, here, known().settlements) if population else frozenset(),
        outcome=q.outcome if q else None,
        part=q.part if q else False,
        bearer=bearers.of(reading, tree, top),
        kind=q.counts if q is not None and q.unit and q.unit != "people" and q.counts != q.unit else "",
    )


def _voice(scene: Scene, reading: Reading, n: int, raw: Raw) -> Voice:
    """Who gives a number, with the phrase that shows it."""
    voice = scene.voice(reading, n, raw.span.start, raw.span.end)
    clause = raw.context if raw.context is not None and len(raw.context.text) >= SHORT else voice.clause
    told = raw.quantity.according_to.text if raw.quantity and raw.quantity.according_to else None
    return Voice(voice.report, clause, voice.speaker or told)


SHORT = 12
"""Characters below which a number's phrase shows too little of what it counts; then its clause is shown."""


@cache
def _classes() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """The nouns and verbs, without endings, of each class of things under several names."""
    return {
        name: (frozenset(map(stem, some.nouns)), frozenset(map(stem, some.verbs)))
        for name, some in known().classes.items()
    }


def _class(words: frozenset[str], raw: Raw) -> str | None:
    """The class of things under several names that a number counts."""
    return next((name for name in _named_classes(raw) if words & _classes()[name][1]), None)


def _named_classes(raw: Raw) -> list[str]:
    """The classes of things that have the noun of a number."""
    noun = stem(raw.noun.split()[-1]) if raw.noun else raw.measure
    return [name for name, (nouns, _) in _classes().items() if noun in nouns]


def _measures(raw: Raw) -> list[str]:
    """What a number may measure, before the words around it are looked at."""
    return [raw.measure, *_named_classes(raw)]


# --------------------------------------------------------------------------- numbers


def _counted(scene: Scene, reading: Reading) -> Iterator[Raw]:
    """The numbers that reading found, less those that only name the whole of a share: "three of the seven"."""
    text = scene.low[reading.report]
    for q in reading.quantities:
        before = text[max(0, q.span.start - 25) : q.span.start]
        if (
            q.bearer is not None
            or not (q.value or q.low)
            or pattern("amounts", "of_whole").search(before)
            or _share(q, text, before)
        ):
            continue
        low, high = range_of(q)
        factor, measure = _measure(q)
        yield Raw(q.span, q.context, low * factor, high * factor, measure, q.noun, q)


def _share(q: Quantity, text: str, before: str) -> bool:
    """Whether a number is a share of another ("half of the 30 houses"), or names a class ("the top 1 percent")."""
    return pattern("amounts", "fraction").search(text[q.span.start : q.span.end + 4]) is not None or (
        q.unit == "percent" and matcher(known().ranks).search(before) is not None
    )


def _scaled(scene: Scene, reading: Reading) -> Iterator[Raw]:
    """Numbers on a scale: "a magnitude-5.9 earthquake", "6.1 on the Richter scale"."""
    report = scene.reports[reading.report]
    text = scene.low[reading.report]
    for match in _DECIMAL.finditer(text):
        around = text[max(0, match.start() - BESIDE) : match.end() + BESIDE]
        if any(q.span.start < match.end() and match.start() < q.span.end for q in reading.quantities):
            continue
        scale = next((s for s, words in known().scales.items() if matcher(words).search(around)), None)
        if scale is not None:
            value = float(match[0])
            yield Raw(must_quote(report, match.start(), match.end()), None, value, value, scale)


BESIDE = 30
"""Characters before and behind a number in which its scale is named."""
_DECIMAL = re.compile(r"(?<![\w.,$€£])\d{0,2}\.\d{1,3}(?![\d,%])")


def _populations(scene: Scene, reading: Reading) -> Iterator[Raw]:
    """ "A population of 120,000", which counts nothing that is named."""
    report = scene.reports[reading.report]
    for match in pattern("amounts", "population").finditer(report.text):
        if any(q.span.start <= match.start(1) < q.span.end for q in reading.quantities):
            continue
        value = float(match[1].replace(",", "")) * (1e6 if match[2] else 1)
        rough = ROUGH if pattern("amounts", "roughly").search(match[0]) else 0.0
        top = MORE if pattern("amounts", "more").search(match[0]) else 1 + rough
        span, context = must_quote(report, *match.span(1)), must_quote(report, *match.span())
        yield Raw(span, context, value * (1 - rough), value * top, "people")


def _measure(q: Quantity) -> tuple[float, str]:
    """What a number measures, and the factor that brings it to the base unit."""
    unit = q.unit or ""
    if q.counts == "inhabitants":
        return 1.0, "people"
    for name, units in known().units.items():
        if unit in units:
            return units[unit], name
    if unit == "people":
        return 1.0, f"people {q.outcome or ''}".strip()
    return 1.0, unit or (stem(q.noun.split()[-1]) if q.noun else q.counts)


MORE = 1.1
"""What "more than" leaves open upwards: nobody says "more than 26,000" of 31,000."""
ROUGH = 0.1
"""How far "about" may be off."""


def range_of(q: Quantity) -> tuple[float, float]:
    """The least and the greatest value that a reading means."""
    value = q.value
    if value is None:
        return q.low or 0.0, q.high or q.low or 0.0
    if q.low is not None and q.high is None:
        return value, value * MORE
    if q.high is not None and q.low is None:
        return value / MORE, value
    if q.low is None:
        return value * (1 - ROUGH), value * (1 + ROUGH)
    return q.low, q.high if q.high is not None else value
