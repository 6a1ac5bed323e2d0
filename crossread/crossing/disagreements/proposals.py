"""What should be done: proposals and demands of some that others reject.

A proposal is a statement that something should be done; a rejection is one that refuses it, or says that it would do no
good. They meet if they speak of the same thing: a rejected "plan" is the one proposed just before it in the same
report, else the words must agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, clause, disagreement, quoted, sentence_of
from crossread.crossing.disagreements.topics import Topics, words_of
from crossread.embeddings import cosine
from crossread.records import Disagreement, Reading, Record, StatementMention

SHARED = 0.3
"""Weighted overlap of the words of a proposal and of its rejection: invented stories and seven read ones give no wrong
pair above it."""
ALIKE = 0.35
"""Cosine of their sentences' embeddings, besides."""
ELSEWHERE = 0.5
"""Both, for reports that no incident joins."""
COMMON = 2
"""Words that they share at least; fewer meet by chance."""
NEAR = 2
"""Sentences back to which "the plan" points."""


class Stand(Record, frozen=True):
    """Somebody's word for or against something to be done."""

    against: bool
    voice: Voice
    sentence: int
    words: frozenset[str]
    embedding: bytes
    points_back: bool  # "rejected the plan"
    forbids: bool  # "should not travel"


def proposals(scene: Scene, topics: Topics) -> list[Disagreement]:
    """One disagreement for each thing that some want done and others refuse."""
    stands = [s for r in scene.readings.values() for s in _stands(scene, r)]
    wanted, refused = [s for s in stands if not s.against], [s for s in stands if s.against]
    by_place: dict[tuple[str, int], list[Stand]] = {}
    for stand in wanted:
        by_place.setdefault((stand.voice.report, stand.sentence), []).append(stand)
    pairs = [
        (a, b) for b in refused for p in _near(topics, b) for a in by_place.get(p, ()) if _meet(scene, a, b, topics)
    ]
    made = []
    for pros, cons in _gathered(scene, pairs, topics):
        first = min(pros, key=lambda s: (len(s.voice.clause.text), s.voice.report, s.voice.clause.start))
        about = f"what should be done: {quoted(first.voice.clause.text)}"
        sides = [[s.voice for s in pros], [s.voice for s in cons]]
        made.append(disagreement("characterisation", about, sides, "one side wants what the other rejects"))
    return made


def _near(topics: Topics, refusal: Stand) -> list[tuple[str, int]]:
    """The sentences in which what is refused may be proposed."""
    if refusal.points_back:
        return [(refusal.voice.report, n) for n in range(refusal.sentence - NEAR, refusal.sentence + 1)]
    return topics.sharing(refusal.words, COMMON)


def _stands(scene: Scene, reading: Reading) -> Iterator[Stand]:
    """What the speakers of a report want done or refuse."""
    for statement in reading.statements:
        n = sentence_of(reading, statement.cue.start)
        inner = sentence_of(reading, statement.content.start)
        if n is None or inner is None:
            continue
        against = _stance(scene, statement)
        if against is None:
            continue
        sentence = reading.sentences[inner]
        start, end = statement.content.start, min(statement.content.end, sentence.end)
        if n == inner:
            start, end = min(start, statement.cue.start), max(end, statement.cue.end)
        if start >= end:
            continue
        span = clause(scene.reports[reading.report], sentence, start, end)
        speaker = scene.speaker(reading, statement.content.start) or statement.speaker_text
        words = words_of(reading, inner, statement.content.start, statement.content.end)
        back = against and len(words) <= 1 + bool(words) and _points_back(scene, statement)
        forbids = against and matcher(scene.known.forbidding).search(scene.said(statement.content)) is not None
        yield Stand(against, Voice(reading.report, span, speaker), inner, words, sentence.embedding, back, forbids)


def _stance(scene: Scene, statement: StatementMention) -> bool | None:
    """True: against something to be done; False: for it; None: neither."""
    cue, content = scene.said(statement.cue), scene.said(statement.content)
    known = scene.known
    if matcher(known.refusing_verbs).search(cue):
        return None if matcher(known.accused_of).search(content[:HEAD]) else True
    if matcher(known.refusing).search(content):
        return True
    if statement.kind in ("demand", "appeal") or matcher(known.proposing_verbs).search(cue):
        return False
    return None


HEAD = 40
"""Characters of a rejection in which what is rejected is named."""


def _points_back(scene: Scene, statement: StatementMention) -> bool:
    return matcher(scene.known.things_proposed).search(scene.said(statement.content)) is not None


def _meet(scene: Scene, a: Stand, b: Stand, topics: Topics) -> bool:
    """Whether a rejection is of a proposal."""
    if a.voice.clause == b.voice.clause or (a.voice.speaker is not None and a.voice.speaker == b.voice.speaker):
        return False
    if b.forbids and matcher(scene.known.stopping).search(scene.said(a.voice.clause)):
        return False  # "advised them to delay their trips", "they should not travel": they agree
    if b.points_back:
        return a.voice.report == b.voice.report and 0 <= b.sentence - a.sentence <= NEAR
    return _alike(scene, a, b, topics)


def _alike(scene: Scene, a: Stand, b: Stand, topics: Topics) -> bool:
    """Whether two speak of the same thing to be done."""
    common = a.words & b.words
    overlap = topics.overlap(a.words, b.words)
    like = cosine(a.embedding, b.embedding)
    if scene.component[a.voice.report] != scene.component[b.voice.report] and min(overlap, like) < ELSEWHERE:
        return False
    return len(common) >= COMMON and overlap >= SHARED and like >= ALIKE


def _goes_on(a: Stand, b: Stand) -> bool:
    """Whether two proposals stand side by side: one spells out the other."""
    return a.voice.report == b.voice.report and abs(a.sentence - b.sentence) <= 1


def _gathered(scene: Scene, pairs: list[tuple[Stand, Stand]], topics: Topics) -> list[tuple[list[Stand], list[Stand]]]:
    """Proposals and rejections that hang together: by one of them, or because two proposals are alike."""
    groups: list[tuple[list[Stand], list[Stand]]] = []
    for a, b in pairs:
        mine = [
            g
            for g in groups
            if b in g[1] or any(a == other or _goes_on(a, other) or _alike(scene, a, other, topics) for other in g[0])
        ]
        pros = list(dict.fromkeys([*(s for g in mine for s in g[0]), a]))
        cons = list(dict.fromkeys([*(s for g in mine for s in g[1]), b]))
        groups = [*(g for g in groups if g not in mine), (pros, cons)]
    return groups
