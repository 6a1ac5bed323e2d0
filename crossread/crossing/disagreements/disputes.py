"""Whether it is so: what some tell and others say is not so, in all reports of a story.

Repudiations (`repudiations`) of one matter are gathered over the reports: of one denier, or in like words. The other
side is whoever accuses him who denies, else who tells in like words what is denied, else whose word came right before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crossread.crossing.disagreements.accusations import Accusation, accusations, named
from crossread.crossing.disagreements.gathering import gathered, within
from crossread.crossing.disagreements.naming import stems
from crossread.crossing.disagreements.openness import left_open, negating
from crossread.crossing.disagreements.repudiations import Repudiation, repudiations
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, quoted, sentence_of
from crossread.crossing.disagreements.topics import Place, Topics, stem, words_of
from crossread.embeddings import cosine
from crossread.records import Disagreement, Reading, Span

ONE_MATTER = 0.4
"""Weighted overlap of two denials from which on they deny one thing."""
ONE_VOICE = 0.55
"""Cosine of two denials of one denier that name nothing."""
SAME = 0.5
"""Part of the weight of what is denied that a sentence must have to tell it."""
ALIKE = 0.4
"""Cosine of the two sentences, besides."""
CLOSE, LESS = 0.5, 0.3
"""The same for a word that only reads as a denial: closer, less of its words."""
FULL = 18.0
"""Weight from which on more words of a denial are only circumstances."""
WHOLE = 0.7
"""Part from which on it need not have the rarest word of what is denied."""
COMMON = 2
"""Words that they share at least."""
NEAR = 2
"""Sentences back to which "the accusation" points."""
CHARGED = 0.4
"""Cosine of a denial and an accusation of him who denies."""
ANSWERED = ("accusation", "criticism", "claim", "report", "opinion")
MOST = 2
"""Accusations of one report that a denial may answer."""


def disputes(scene: Scene, topics: Topics) -> list[Disagreement]:
    """One disagreement for each matter that somebody denies and others tell."""
    found = [r for reading in scene.readings.values() for r in repudiations(scene, reading)]
    charges: dict[str, list[Accusation]] = {}  # by the story of their report
    for charge in accusations(scene) if found else ():
        charges.setdefault(scene.component[charge.place[0]], []).append(charge)
    near = sorted(within(scene.component[r.voice.report] for r in found), key=lambda p: (p[1], p[0]))
    pairs = [(i, k) for i, k in near if _one_matter(scene, topics, found[i], found[k])]
    places = {(r.voice.report, r.sentence) for r in found}
    groups = [[found[i] for i in sorted(group)] for group in _whole(pairs, len(found))]
    told = [_others(scene, topics, mine, places, charges) for mine in groups]
    pairs = _of_one_clause(told)
    return [
        _dispute([d for i in same for d in groups[i]], list(dict.fromkeys(v for i in same for v in told[i])))
        for same in _whole(pairs, len(groups))
        if any(told[i] for i in same) and any(d.firm for i in same for d in groups[i])
    ]


def _of_one_clause(told: list[list[Voice]]) -> list[tuple[int, int]]:
    """The pairs of groups that one clause answers, the later one's order."""
    homes: dict[Span, list[int]] = {}
    pairs = []
    for k, voices in enumerate(told):
        clauses = list(dict.fromkeys(v.clause for v in voices))
        pairs += [(i, k) for i in sorted({i for clause in clauses for i in homes.get(clause, ())})]
        for clause in clauses:
            homes.setdefault(clause, []).append(k)
    return pairs


def _whole(pairs: list[tuple[int, int]], number: int) -> list[list[int]]:
    """What pairs join, and what none of them does."""
    joined = gathered(pairs)
    alone = sorted(set(range(number)) - {i for group in joined for i in group})
    return [*(sorted(group) for group in joined), *([i] for i in alone)]


def _dispute(mine: list[Repudiation], others: list[Voice]) -> Disagreement:
    first = max(mine, key=lambda r: (r.firm, -len(r.voice.clause.text)))
    about = f"whether it is so: {quoted(first.voice.clause.text)}"
    why = "one side denies what the other tells"
    return disagreement("happened", about, [others, [r.voice for r in mine]], why)


def _vector(scene: Scene, place: Place) -> bytes:
    return scene.vector(scene.readings[place[0]], place[1])


def _one_matter(scene: Scene, topics: Topics, a: Repudiation, b: Repudiation) -> bool:
    """Whether two denials deny one thing: like words, or one denier who names nothing."""
    likeness = cosine(_vector(scene, (a.voice.report, a.sentence)), _vector(scene, (b.voice.report, b.sentence)))
    if len(a.words & b.words) >= COMMON and topics.overlap(a.words, b.words) >= ONE_MATTER and likeness >= ALIKE:
        return True
    if a.firm and b.firm and a.words and a.words == b.words and likeness >= ONE_VOICE:
        return True
    if a.voice.report == b.voice.report and a.who & b.who and len(a.words & b.words) >= COMMON:
        return True
    return bool(a.firm and b.firm and a.who & b.who) and likeness >= ONE_VOICE and not (a.words and b.words)


def _others(
    scene: Scene, topics: Topics, mine: list[Repudiation], places: set[Place], charges: dict[str, list[Accusation]]
) -> list[Voice]:
    """Who tells what is denied."""
    found: list[Voice] = []
    for denial in mine:
        found += _told(scene, topics, denial, places)
        if denial.firm:
            found += _charges(scene, denial, charges.get(scene.component[denial.voice.report], []), places)
    if not found:
        for denial in mine:
            found += _before(scene, denial) if denial.firm and not denial.words else []
    if not found:
        found = [Voice(d.voice.report, d.claim) for d in mine if d.claim is not None]
    denied = {d.voice.clause for d in mine}
    return [v for v in dict.fromkeys(found) if v.clause not in denied]


def _near(
    scene: Scene, denial: Repudiation, places: Iterable[Place], barred: set[Place]
) -> Iterator[tuple[float, Place]]:
    here = (denial.voice.report, denial.sentence)
    mine = _vector(scene, here)
    for place in places:
        if place not in barred and scene.component[place[0]] == scene.component[here[0]]:
            yield cosine(mine, _vector(scene, place)), place


def _told(scene: Scene, topics: Topics, denial: Repudiation, barred: set[Place]) -> list[Voice]:
    """Clauses in other mouths that tell what is denied, in like words."""
    found = []
    least = min(COMMON, len(denial.words)) if denial.firm else COMMON
    key = max(sorted(denial.words), key=lambda word: topics.weight([word]), default="")
    for likeness, (report, n) in _near(scene, denial, topics.sharing(denial.words, least), barred):
        other = scene.readings[report]
        shared = topics.words[report, n] & denial.words
        part = topics.weight(shared) / min(topics.weight(denial.words), FULL)
        if not denial.firm:
            enough = part >= LESS and likeness >= CLOSE and len(shared - denial.names) >= COMMON
        elif len(shared) < COMMON:  # "accusations of cruelty": with him who denies
            enough = bool(shared - denial.names and named(scene, other, n) & denial.who)
        else:
            enough = part >= (SAME if key in shared else WHOLE) and likeness >= ALIKE and bool(shared - denial.names)
        if not enough:
            continue
        voice = _voice(scene, other, n, denial.words)
        text = scene.said(voice.clause)
        told = [t.end for t in other.sentences[n].tokens if stem(t.lemma) in shared and t.start < voice.clause.end]
        before = text[: max(told, default=voice.clause.start) - voice.clause.start]
        if negating().search(text) or "?" in text or left_open("verbs").search(before):
            continue
        if voice.speaker is None or not stems(voice.speaker) & denial.who:
            found.append(voice)
    return found


def _voice(scene: Scene, reading: Reading, n: int, words: frozenset[str]) -> Voice:
    tokens = reading.sentences[n].tokens
    first = min((t.start for t in tokens if words_of(reading, n, t.start, t.end) & words), default=tokens[0].start)
    return scene.voice(reading, n, first, first + 1)


def _charges(scene: Scene, denial: Repudiation, charges: list[Accusation], barred: set[Place]) -> list[Voice]:
    """Who accuses him who denies, in any report of the story; the likest of each report."""
    against = {c.place: c.voice for c in charges if c.about & denial.who and not c.by & denial.who}
    by_report: dict[str, list[tuple[float, Place]]] = {}
    for likeness, place in _near(scene, denial, against, barred):
        if likeness >= CHARGED:
            by_report.setdefault(place[0], []).append((-likeness, place))
    return [against[place] for found in by_report.values() for _, place in sorted(found)[:MOST]]


def _before(scene: Scene, denial: Repudiation) -> list[Voice]:
    """What another said last before a denial that points back; in its own sentence, if anything is said there."""
    reading = scene.readings[denial.voice.report]
    found = []
    for statement in reading.statements:
        n = sentence_of(reading, statement.content.start)
        if n is None or not 0 <= denial.sentence - n <= NEAR or statement.kind not in ANSWERED:
            continue
        if statement.content.start >= denial.voice.clause.start:
            continue
        told = scene.voice(reading, n, statement.content.start, statement.content.start + 1)
        voice = Voice(reading.report, told.clause, scene.who_says(reading, statement) or statement.speaker_text)
        if (
            "?" not in told.clause.text
            and voice.clause != denial.voice.clause
            and not stems(voice.speaker or "") & denial.who
        ):
            found.append((n, statement.content.start, voice))
    last = max((n for n, _, _ in found), default=0)
    return [v for n, _, v in sorted(found, key=lambda f: f[:2]) if n == last][-MOST:]
