"""How long it took: lengths of time, in whatever unit, that reports tell of one thing and that exclude each other.

"The jury deliberated for less than ten minutes", "the jury took just a quarter of an hour"; "his 25-minute spree", "an
hour-long rampage". Two lengths are of one thing if their sentences answer each other (`nearest`) and what they are told
of shares a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossread.crossing.disagreements.bearers import Bearers, apart
from crossread.crossing.disagreements.gathering import gathered, sides, within
from crossread.crossing.disagreements.nearest import Nearest
from crossread.crossing.disagreements.persons import Persons
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, quoted, sentence_of
from crossread.crossing.disagreements.slots import clause_head
from crossread.crossing.disagreements.subjects import subjects_of
from crossread.crossing.disagreements.topics import stem
from crossread.embeddings import cosine
from crossread.records import Disagreement, Reading, Record, TimeExpression
from crossread.trees import Tree

SECONDS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 7 * 86400.0,
    "month": 30.4 * 86400.0,
    "year": 365.25 * 86400.0,
    "decade": 3652.5 * 86400.0,
    "century": 36525.0 * 86400.0,
}
ANSWER = 1
"""Sentences of either report that may be nearer to one of two sentences than the other is."""
ALIKE = 0.5
"""Cosine that two sentences need."""
APART = 1.2
"""Factor between two lengths from which on they exclude each other."""


class Length(Record, frozen=True):
    """A length of time, in seconds, with what it is told of."""

    voice: Voice
    sentence: int
    low: float
    high: float
    of: frozenset[str]  # the nouns and verbs that it measures or stands beside, without endings
    bearer: frozenset[str]
    persons: frozenset[str]  # whom its sentence names or means
    embedding: bytes


def lengths(scene: Scene, persons: Persons, nearest: Nearest) -> list[Disagreement]:
    """One disagreement for each thing that took two lengths of time."""
    found = [x for reading in scene.readings.values() for x in _lengths(scene, persons, reading)]
    near = within(scene.component[x.voice.report] for x in found)
    pairs = [(i, k) for i, k in near if _rivals(nearest, found[i], found[k])]
    made = []
    for members in gathered(sorted(pairs)):
        group = sorted((found[i] for i in members), key=lambda x: (x.high, x.low, x.voice.report, x.sentence))
        parted = sides(group, _clash)
        if len(parted) > 1:
            about = f"how long: {quoted(group[0].voice.clause.text)}"
            made.append(disagreement("figure", about, [[x.voice for x in some] for some in parted], WHY))
    return made


WHY = "the lengths of time that are given for one thing exclude each other"


def _rivals(nearest: Nearest, a: Length, b: Length) -> bool:
    """Whether two lengths of two reports of one story are of one thing and exclude each other."""
    if a.voice.report == b.voice.report or not _clash(a, b) or not a.of & b.of:
        return False
    if apart(a.bearer, b.bearer) or apart(a.persons, b.persons):
        return False
    if cosine(a.embedding, b.embedding) < ALIKE:
        return False
    return nearest.nearer((a.voice.report, a.sentence), (b.voice.report, b.sentence)) <= ANSWER


def _clash(a: Length, b: Length) -> bool:
    return a.low > b.high * APART or b.low > a.high * APART


def _lengths(scene: Scene, persons: Persons, reading: Reading) -> Iterator[Length]:
    for time in reading.times:
        n = sentence_of(reading, time.span.start)
        if n is None or time.value.kind not in KINDS or time.value.unit not in SECONDS or not time.value.count:
            continue
        tree = scene.tree(reading, n)
        here = tree.words(time.span.start, time.span.end)
        if not here or (of := _measured(tree, here)) is None:
            continue
        low, high = _range(time)
        voice = scene.voice(reading, n, time.span.start, time.span.end)
        bearer = _bearer(persons, reading, tree, tree.head(here[0], here[-1]))
        named = frozenset(scene.actors_in(reading, n)) & scene.persons
        yield Length(voice, n, low, high, of, bearer, named, scene.vector(reading, n))


def _bearer(persons: Persons, reading: Reading, tree: Tree, head: int) -> frozenset[str]:
    """Of whom a length is told: him beside whom it stands ("Brandt, a nine-year veteran"), else the subject."""
    beside = next((i for i in tree.ancestors(head) if tree.tokens[i].rel == "appos"), None)
    if beside is not None:
        return persons.of(reading, tree, tree.tokens[beside].head)
    return Bearers(persons).of(reading, tree, clause_head(tree, head))


KINDS = ("duration", "shift")


def _range(time: TimeExpression) -> tuple[float, float]:
    """The least and the most seconds that an expression means."""
    exact = (abs(time.value.count or 0) + (time.value.part == "half") / 2) * SECONDS[time.value.unit or "day"]
    spread = {"less": (0.5, 1.0), "more": (1.0, 1.5), "about": (0.8, 1.25)}
    low, high = spread.get(time.value.part or "", (1.0, 1.0))
    return exact * low, exact * high


def _measured(tree: Tree, here: list[int]) -> frozenset[str] | None:
    """What took so long: the noun or verb on which a length hangs, with its subject and object."""
    head = tree.head(here[0], here[-1])
    above = tree.tokens[head].head
    if above < 0:
        return None
    words = [above, *tree.of(above, "compound", "obj", "nsubj", "nmod", "amod")]
    if tree.tokens[above].pos == "VERB":
        words += subjects_of(tree, above)
    kept = (tree.tokens[w] for w in words if w not in here)
    return frozenset(stem(t.lemma) for t in kept if t.pos in ("NOUN", "VERB", "PROPN", "ADJ") and len(t.lemma) > 2)
