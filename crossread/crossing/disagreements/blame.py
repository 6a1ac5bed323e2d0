"""Who is to blame: different voices blame different parties for one matter, or each other.

Only what somebody says with a verb of blaming counts ("blames the youths for the deaths", "blamed the fire on the
owner"). Two blames are of one matter if the words for what the parties are blamed for agree. Who is behind an attack is
told by `guilt`, which hangs on incidents; here it may be a shortage, a collapse, a crisis.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossread.crossing.disagreements.gathering import differing
from crossread.crossing.disagreements.naming import stems
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, clause, disagreement, sentence_of
from crossread.crossing.disagreements.topics import words_of
from crossread.embeddings import cosine
from crossread.records import Disagreement, Reading, Record, StatementMention

ALIKE = 0.35
"""Cosine of two sentences' embeddings from which on two blames may be of one matter, some word of it being the same."""


class Blame(Record, frozen=True):
    """Who blames whom; `words` tell for what."""

    voice: Voice
    blamer: frozenset[str]  # stems of the words for who blames
    blamed: frozenset[str]
    named: str
    words: frozenset[str]
    embedding: bytes


def blame(scene: Scene) -> list[Disagreement]:
    """One disagreement for each matter for which different parties are blamed."""
    by_strand: dict[str, list[Blame]] = {}
    for reading in scene.readings.values():
        by_strand.setdefault(scene.component[reading.report], []).extend(_blames(scene, reading))
    made = []
    for mine in by_strand.values():
        for group in differing(mine, _differ):
            sides: list[list[Blame]] = []
            for b in group:
                side = next((s for s in sides if any(x.blamed & b.blamed for x in s)), None)
                if side is None:
                    sides.append([b])
                else:
                    side.append(b)
            if len(sides) > 1:
                named = ", ".join(sorted({side[0].named for side in sides})[:3])
                about, why = f"who is to blame: {named}", "different parties are blamed for one matter"
                made.append(disagreement("actor", about, [[b.voice for b in side] for side in sides], why))
    return made


def _blames(scene: Scene, reading: Reading) -> Iterator[Blame]:
    for statement in reading.statements:
        n = sentence_of(reading, statement.cue.start)
        cue = scene.low[reading.report][statement.cue.start : statement.cue.end]
        if n is None or sentence_of(reading, statement.content.start) != n:
            continue
        if not matcher(scene.known.accusing).search(cue):
            continue
        sentence = reading.sentences[n]
        content = statement.content.text
        head = (
            pattern("blame", "on").split(content, maxsplit=1)[-1]
            if pattern("blame", "blaming").search(cue) and pattern("blame", "on").search(content)
            else content
        )
        named = pattern("blame", "charge").split(" " + head, maxsplit=1)[0].strip()
        blamed = stems(named)
        speaker = scene.speaker(reading, statement.content.start) or statement.speaker_text
        blamer = stems(speaker)
        words = words_of(reading, n, *_extent(statement, sentence.end))
        if blamed and not blamed & blamer:
            span = clause(scene.reports[reading.report], sentence, *_quoted(statement, sentence.end))
            about = frozenset(w for w in words if not any(w.startswith(s) for s in blamed | blamer))
            yield Blame(Voice(reading.report, span, speaker), blamer, blamed, named, about, sentence.embedding)


def _extent(statement: StatementMention, end: int) -> tuple[int, int]:
    """Where it stands for what somebody is blamed: in the content and right behind it."""
    return statement.content.start, min(end, statement.content.end + BEHIND)


BEHIND = 40
"""Characters behind the content of a statement in which the charge may go on ("… as being behind the deaths")."""


def _quoted(statement: StatementMention, end: int) -> tuple[int, int]:
    return min(statement.cue.start, statement.content.start), min(end, max(statement.cue.end, statement.content.end))


def _differ(a: Blame, b: Blame) -> bool:
    """Whether two voices blame different parties for one matter, or each other."""
    if a.blamer & b.blamer or a.blamed & b.blamed or a.voice.clause == b.voice.clause:
        return False
    if cosine(a.embedding, b.embedding) < ALIKE:
        return False
    return bool(a.words & b.words) or bool(a.blamed & b.blamer and b.blamed & a.blamer)
