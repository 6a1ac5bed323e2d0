"""In what state a thing is: opposed words said of one thing by different reports or speakers.

A hit is a phrase of knowledge/en/states.yml with the things that it is said of: the noun that it modifies, the subject
and objects of its verb. Two hits of opposite sides disagree if a thing is the same, no name tells them apart, and their
sentences are alike. Where a state passes (cut, restored), a later report that tells the later state contradicts nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import NamedTuple

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.bearers import apart
from crossread.crossing.disagreements.gathering import differing
from crossread.crossing.disagreements.openness import left_open
from crossread.crossing.disagreements.oppositions import taken_back
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.persons import Persons
from crossread.crossing.disagreements.phrases import Finder, Match
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, one_mouth, sentence_of
from crossread.crossing.disagreements.topics import stem
from crossread.embeddings import cosine
from crossread.records import Disagreement, Reading, Record
from crossread.trees import Tree


class State(msgspec.Struct, frozen=True):
    """Two opposed states and the phrases of each."""

    name: str
    kind: str
    first: tuple[str, ...]
    second: tuple[str, ...]
    passing: bool = False
    person: bool = False
    listed: bool = False


class States(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/states.yml; the file says what each part means."""

    states: tuple[State, ...]
    things: dict[str, tuple[str, ...]]
    idle: tuple[str, ...]


@cache
def known() -> States:
    """The knowledge file, read once."""
    return knowledge.load("states.yml", States, "en")


@cache
def _finder() -> Finder:
    return Finder(
        (f"{n}/{side}", phrases)
        for n, state in enumerate(known().states)
        for side, phrases in enumerate((state.first, state.second))
    )


@cache
def _classes() -> dict[str, str]:
    """The class of each word for a thing, by stem."""
    return {stem(word): name for name, words in known().things.items() for word in words}


@cache
def _idle() -> frozenset[str]:
    return frozenset(stem(w) for w in known().idle)


class Said(NamedTuple):
    """A phrase of one side of a state, where it stands."""

    reading: Reading
    sentence: int
    match: Match
    state: int
    side: int


class Hit(Record, frozen=True):
    """A phrase of one side, with what it is said of."""

    side: int
    voice: Voice
    things: frozenset[str]  # the things that the phrase is said of
    outer: frozenset[str]  # what those are part of
    persons: frozenset[str]  # ids of the persons of whom the phrase is said
    near: frozenset[str]  # ids of the persons that the sentence names
    embedding: bytes


ALIKE = 0.35
"""Cosine of two sentences' embeddings from which on they may tell of one thing, the thing being the same. In
105 groups of reports on one matter, half of what is found so are contradictions that a reader would note."""


OTHER = 0.6
"""The same where the thing is none that the file lists ("request", "win"), and may be another of its kind: of 13 found
so with `ALIKE` in 120 groups of reports that nobody worked on two are contradictions, and these are above it."""


def states(scene: Scene, persons: Persons) -> list[Disagreement]:
    """One disagreement for each thing of which opposed states are told."""
    by_state: dict[tuple[int, str], list[Said]] = {}
    for reading in scene.readings.values():
        for said in _said(scene, reading):
            by_state.setdefault((said.state, scene.component[reading.report]), []).append(said)
    made = []
    for (number, _), every in sorted(by_state.items()):
        if len({said.side for said in every}) == 1:
            continue  # nobody tells the opposite
        state, hits = known().states[number], [_hit(scene, persons, said) for said in every]
        for group in differing(hits, partial(_opposed, scene, state)):
            sides = [list(dict.fromkeys(h.voice for h in group if h.side == side)) for side in (0, 1)]
            about = f"{state.name}: {', '.join(_shared(scene, group)[:2])}"
            made.append(disagreement(state.kind, about, sides, f"opposed states of one thing ({state.name})"))
    return made


def _shared(scene: Scene, group: list[Hit]) -> list[str]:
    """The things of which both sides are said, or the names of the persons where they are said of no one thing."""
    one, other = ([h for h in group if h.side == side] for side in (0, 1))
    things = frozenset(t for h in one for t in h.things) & frozenset(t for h in other for t in h.things)
    persons = frozenset(p for h in one for p in h.persons) & frozenset(p for h in other for p in h.persons)
    return sorted(things) or sorted(scene.names.get(p, f"the {p}-year-old") for p in persons)


def _said(scene: Scene, reading: Reading) -> Iterator[Said]:
    """All phrases of a report that tell a state. A negation right before turns a hit to the other side."""
    text = scene.low[reading.report]
    by_sentence: dict[int, list[Match]] = {}
    for match in _finder().find(text, scene.words[reading.report]):
        n = sentence_of(reading, match.start)
        if n is not None and match.end <= reading.sentences[n].end:
            by_sentence.setdefault(n, []).append(match)
    for n, matches in by_sentence.items():
        sentence = reading.sentences[n]
        for match in matches:
            number, side = (int(x) for x in match.name.split("/"))
            before = _CUT.split(text[max(sentence.start, match.start - BEFORE) : match.start])[-1]
            if (
                _covered(match, number, side, matches)
                or left_open("states").search(before)
                or pattern("states", "failed").search(text, match.start, match.end + 4)
            ):
                continue
            turned = taken_back(scene, before)
            yield Said(reading, n, match, number, 1 - side if turned else side)


def _hit(scene: Scene, persons: Persons, said: Said) -> Hit:
    """A phrase with its voice, and what it is said of."""
    reading, n, match = said.reading, said.sentence, said.match
    tree = scene.tree(reading, n)
    inner, outer = _things(tree, match)
    near = frozenset(scene.actors_in(reading, n)) & scene.persons
    meant: set[str] = set()
    for i in inner if known().states[said.state].person else ():
        meant |= near if tree.tokens[i].pos == "PRON" else persons.of(reading, tree, i)  # a pronoun is often misread
    return Hit(
        side=said.side,
        voice=scene.voice(reading, n, match.start, match.end),
        things=_named(tree, inner),
        outer=_named(tree, outer),
        persons=frozenset(meant),
        near=near,
        embedding=scene.vector(reading, n),
    )


def _covered(match: Match, number: int, side: int, others: list[Match]) -> bool:
    """Whether a phrase is only part of one of the other side ("enough" of "not enough"), or tells the former one of two
    states that follow each other ("restored after a blackout")."""
    against = [m for m in others if m.name == f"{number}/{1 - side}"]
    if any(max(m.start - match.end, match.start - m.end) < BREATH for m in against if not _within(m, match)):
        return True  # "stable but critical"
    if side == 1 and against and known().states[number].passing:
        return True
    return any(_within(match, m) for m in against)


def _within(inner: Match, outer: Match) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and outer != inner


BREATH = 8
"""Characters between two opposed phrases of one breath."""


BEFORE = 40
"""Characters before a phrase in which it is negated or left open."""
_CUT = re.compile(r"[,;:]\s")


def _things(tree: Tree, match: Match) -> tuple[list[int], list[int]]:
    """The words for that of which a phrase is said, and for what that is part of: "damage" and "airport" of "minor
    damage to the airport"."""
    here = tree.words(match.start, match.end)
    if not here:
        return [], []
    head = tree.head(here[0], here[-1])
    first = _first(tree, head)
    governor, rel = tree.tokens[first].head, tree.tokens[first].rel.split(":")[0]
    found = [c for i in here for c in tree.of(i, "nsubj", "obj", "nmod", "compound") if c not in here]
    found += [i for i in here if tree.tokens[i].pos == "NOUN" and stem(tree.tokens[i].lemma) in _classes()]
    found += [c for c in tree.of(first, "nsubj") if c not in here]
    found += [s for i in here for c in tree.of(i, "acl", "ccomp") for s in tree.of(c, "nsubj")]  # "no sign that he"
    outer: list[int] = []
    if governor >= 0 and tree.tokens[governor].pos in NOUNS and rel in MODIFIERS:
        found += [
            governor,
            *(tree.of(governor, "nsubj") if tree.of(governor, "cop") else []),
        ]  # "it was a slow journey"
        above = tree.tokens[governor].head
        outer += [*tree.of(governor, "nmod"), *(tree.of(above, "nsubj") if above >= 0 else [])]
    elif governor >= 0 and tree.tokens[governor].pos in ("VERB", "ADJ", "AUX") and not _clause(tree, first, rel):
        found += [c for c in tree.of(governor, "nsubj", "obj") if c not in here]
    found += [c for i in found for c in tree.of(i, "compound", "conj") if c not in here]
    inner = list(dict.fromkeys(found))
    return inner, [i for i in outer if i not in inner]


def _first(tree: Tree, word: int) -> int:
    """The first of the joined words of which a phrase is one, whose noun or subject it shares: "an old, slow boat"."""
    while tree.tokens[word].rel == "conj" and tree.tokens[word].pos not in NOUNS and not tree.of(word, "nsubj"):
        word = tree.tokens[word].head
    return word


def _clause(tree: Tree, head: int, rel: str) -> bool:
    """Whether a phrase is a clause of its own: who says that the fire is slowing is not what slows down."""
    return rel in CLAUSES or bool(tree.of(head, "nsubj"))


NOUNS = ("NOUN", "PROPN")
MODIFIERS = ("amod", "acl", "nmod", "compound", "det", "advmod")
CLAUSES = ("ccomp", "parataxis")


def _named(tree: Tree, words: Iterable[int]) -> frozenset[str]:
    """The classes or stems of the nouns among some words, less names and those that are no thing."""
    stems = ((stem(tree.tokens[i].lemma), tree.tokens[i].pos) for i in words if tree.tokens[i].pos in NOUNS)
    return frozenset(
        _classes().get(s, s)
        for s, pos in stems
        if s not in _idle() and len(s) > 2 and (pos == "NOUN" or s in _classes())
    )


@cache
def _class_names() -> frozenset[str]:
    """The classes of things that states are told of."""
    return frozenset(_classes().values())


def _opposed(scene: Scene, state: State, a: Hit, b: Hit) -> bool:
    """Whether two hits of opposite sides are said of one thing by two voices, at one time."""
    if a.side == b.side or a.voice.clause == b.voice.clause or one_mouth(a.voice, b.voice):
        return False
    both = shared = a.things & b.things
    if state.person:
        if apart(a.persons, b.persons) or apart(a.near, b.near):
            return False
        shared = shared | (a.persons & b.persons)
    if not shared or (a.outer and b.outer and not a.outer & b.outer):
        return False
    known_thing = not both or not shared.isdisjoint(_class_names())
    if state.listed and not known_thing:
        return False
    return cosine(a.embedding, b.embedding) >= (ALIKE if known_thing else OTHER) and not (
        state.passing and _changed(scene, a, b)
    )


def _changed(scene: Scene, a: Hit, b: Hit) -> bool:
    """Whether time may have changed the state: the first one (restored, over) is told by the later report, or the two
    reports are days apart."""
    done, before = (a, b) if a.side == 0 else (b, a)
    days = [scene.reports[h.voice.report].published for h in (done, before)]
    if a.voice.report == b.voice.report:
        return False
    if days[0] is None or days[1] is None:
        return True  # which of them is the later is not told
    return days[0].start > days[1].end or abs((days[0].start - days[1].start).days) > AT_ONCE


AT_ONCE = 2
"""Days between two reports of a state that passes, up to which they tell of one."""
