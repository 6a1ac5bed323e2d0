"""Why it was done: the motives that different voices give for one happening, by kind of motive.

A motive is a phrase of knowledge/en/oppositions.yml ("in retaliation for", "hate crime", "mental illness") in a
sentence that tells the happening or speaks of its doer. Voices that give different kinds disagree.
"""

from __future__ import annotations

from crossread.crossing.disagreements.matters import DOING, Matters, deed
from crossread.crossing.disagreements.openness import left_open
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement
from crossread.records import Disagreement, Reading

ANSWERED = 80
"""Characters behind "in response to" in which the deed stands that is answered."""


FEUD = frozenset(["gangs", "revenge", "quarrel"])
"""Kinds of motives that go together: gangs quarrel and take revenge."""


def motives(scene: Scene, matters: Matters) -> list[Disagreement]:
    """One disagreement for each happening for which different voices give motives of different kinds."""
    told: dict[str, dict[str, list[Voice]]] = {}
    lists = [f"motive/{kind}" for kind in scene.known.motives]
    for report, n in sorted({(reading.report, n) for name in lists for reading, n in scene.with_phrases(name)}):
        for matter, kind, voice in _motives(scene, matters, scene.readings[report], n):
            told.setdefault(matter, {}).setdefault(kind, []).append(voice)
    made = []
    for matter, kinds in told.items():
        if len(kinds) < 2 or set(kinds) <= FEUD or not _differ(kinds) or scene.by_id[matter].type not in DOING:
            continue
        title = deed(scene.by_id[matter].title)
        why = f"different motives are given ({', '.join(sorted(kinds))})"
        made.append(disagreement("characterisation", f"why it was done: {title}", list(kinds.values()), why, matter))
    return made


def _differ(kinds: dict[str, list[Voice]]) -> bool:
    """Whether two motives come from different mouths, one of them named: a report may tell several as one."""
    every = [(kind, v) for kind, voices in sorted(kinds.items()) for v in voices]
    return any(
        kind != other and a.speaker != b.speaker and a.clause != b.clause
        for n, (kind, a) in enumerate(every)
        for other, b in every[:n]
    )


def _motives(scene: Scene, matters: Matters, reading: Reading, n: int) -> list[tuple[str, str, Voice]]:
    """The motives that a sentence gives: the matter, the kind, who says it."""
    hits = [(kind, hit) for kind in scene.known.motives for hit in scene.phrases(reading, n, f"motive/{kind}")]
    sentence, text = reading.sentences[n], scene.small(reading, n)
    main = matters.main.get(reading.report)
    if main is None:
        return []
    here = [
        (e.trigger.start - sentence.start, matters.of(i), scene.by_id[i].told[0] is not None)
        for _, e, i in scene.deeds(reading, n)
        if e.type in DOING
    ]
    found = []
    for kind, hit in hits:
        first, last = hit.start - sentence.start, hit.end - sentence.start
        before = text[:first]
        earlier = [(matter, dated) for at, matter, dated in here if at < first]
        if (
            left_open("motives").search(before[-40:])
            or pattern("motives", "refused").search(before)
            or not (earlier or pattern("motives", "doer").search(before))
        ):
            continue
        another = bool(earlier) and earlier[-1][0] != matters.of(main) and earlier[-1][1]
        later = [m for at, m, _ in here if last <= at < last + ANSWERED]
        answered = kind == "revenge" and matters.of(main) in later and matters.of(main) not in dict(earlier)
        besides = any(not first <= at < last for at, _, _ in here)  # not the vengeance itself
        if another or answered or (not earlier and kind == "revenge" and besides):
            continue  # another deed's motive: what comes behind "in response to" is what it answers
        voice = scene.voice(reading, n, hit.start, hit.end)
        found.append((matters.of(main), kind, voice))
    return found
