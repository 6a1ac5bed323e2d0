"""Denials: somebody says that a deed told by others never happened, or that it was not he.

Both hang on an incident: a sentence that denies names a deed, and the other mentions of that deed's incident, in other
mouths, make the other side. Told denials count ("staged", "no attack took place", "denies being behind it"), silence
does not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.phrases import matcher, oppositions
from crossread.crossing.disagreements.scene import Scene, Told
from crossread.crossing.disagreements.sides import Voice, disagreement, sentence_of
from crossread.records import Disagreement, Reading, Record

VIOLENT = frozenset(["ASSAULT", "COERCE", "CRIME", "ACCIDENT", "PROTEST", "MOBILIZE"])
"""Types of deeds about which a denial makes a disagreement; denied words, votes and visits are answers, not
contradictions."""


class Denial(Record, frozen=True):
    """A sentence that denies a deed (happened) or a part in it (actor)."""

    kind: str
    incident: str
    voice: Voice
    trigger: str
    words: frozenset[str]  # names and places of the sentence


def denials(scene: Scene) -> list[Disagreement]:
    """All disagreements on whether a deed happened and on who did it that a denial makes."""
    found: list[Denial] = []
    others: list[tuple[Reading, int, list[Told]]] = []
    for reading, n, deeds in scene.sentences():
        text = scene.small(reading, n) if deeds else ""
        denied = _denial(scene, reading, n, text, deeds)
        found += denied
        others += [] if denied or not deeds else [(reading, n, deeds)]
    found = _settled(scene, found)
    asserted = list(_asserted(scene, others, found))
    homes: dict[tuple[str, str], list[int]] = {}
    for number, told in enumerate(asserted):
        homes.setdefault(("incident", told.incident), []).append(number)
        homes.setdefault(("trigger", told.trigger), []).append(number)
    made = []
    for group in _gathered(found):
        incidents = sorted({d.incident for d in group}, key=lambda i: (-sum(d.incident == i for d in group), i))
        kind, voices = group[0].kind, [d.voice for d in group]
        keys = [*(("incident", i) for i in incidents), *(("trigger", d.trigger) for d in group)]
        said = [
            a
            for a in (asserted[n] for n in sorted({n for each in keys for n in homes.get(each, ())}))
            if a.incident in incidents or any(a.trigger == d.trigger and a.words & d.words for d in group)
        ]
        if kind == "actor":
            said = [a for a in said if a.blames and _blamed(a, group)]
        if tellers := _others(said, voices):
            title = scene.by_id[incidents[0]].title
            made.append(disagreement(kind, f"{ABOUT[kind]}: {title}", [tellers, voices], WHY[kind], incidents[0]))
    return made


ABOUT = {"happened": "whether it happened", "actor": "who did it"}
WHY = {
    "happened": "one side denies what the other tells as having happened",
    "actor": "one side denies its part, the other says that it did it",
}


def _gathered(found: list[Denial]) -> list[list[Denial]]:
    """Denials of one deed together: of one incident, or with the same word for the deed and a name or place in
    common."""
    groups: list[list[Denial]] = []
    for denial in sorted(found, key=lambda d: (d.kind, d.voice.report, d.voice.clause.start)):
        mine = [g for g in groups if any(_one_deed(denial, d) for d in g)]
        groups = [*(g for g in groups if g not in mine), [*(d for g in mine for d in g), denial]]
    return groups


def _settled(scene: Scene, found: list[Denial]) -> list[Denial]:
    """Denials in whose sentence several deeds stand ("the attack that prompted the strike was a fake") put to the deed
    that most denials are about."""
    votes = Counter((d.kind, d.incident) for d in found)
    result = []
    for denial in found:
        reading = scene.readings[denial.voice.report]
        n = sentence_of(reading, denial.voice.clause.start)
        here = [(e, i) for _, e, i in scene.deeds(reading, n)] if n is not None else []
        event, incident = max(
            ((e, i) for e, i in here if e.type in VIOLENT),
            key=lambda told: (votes[denial.kind, told[1]], told[1] == denial.incident),
            default=(None, denial.incident),
        )
        if event is not None and incident != denial.incident and votes[denial.kind, incident] > 1:
            denial = msgspec.structs.replace(denial, incident=incident, trigger=event.trigger.text.lower())
        result.append(denial)
    return result


def _one_deed(a: Denial, b: Denial) -> bool:
    return a.kind == b.kind and (a.incident == b.incident or (a.trigger == b.trigger and bool(a.words & b.words)))


def _blamed(told: Assertion, group: list[Denial]) -> bool:
    """Whether an assertion names somebody who disowns the deed: by a word of the disowner's name, in any form
    ("Syria", "Syrian")."""
    titles = set(oppositions().titles)
    stems = {
        w[:STEM] for d in group for w in re.findall(r"[a-z]{4,}", (d.voice.speaker or "").lower()) if w not in titles
    }
    return any(w[:STEM] in stems for w in re.findall(r"[a-z]{4,}", told.text))


STEM = 4
"""Letters of a name that must agree: enough for "Syria" and "Syrian", "Iraq" and "Iraqi"."""


class Assertion(Record, frozen=True):
    """A sentence that tells a deed."""

    incident: str
    voice: Voice
    weight: int
    blames: bool  # whether it says who did it
    text: str
    trigger: str
    words: frozenset[str]  # names and places of the sentence


def _others(said: list[Assertion], against: list[Voice]) -> list[Voice]:
    """The voices of the other side, strongest first, less those who deny."""
    speakers = {(v.report, v.speaker) for v in against} | {v.speaker for v in against if v.speaker}
    clauses = {v.clause for v in against}
    ordered = sorted(said, key=lambda a: (-a.weight, a.voice.report, a.voice.clause.start))
    others = [a.voice for a in ordered if a.voice.clause not in clauses]
    return [v for v in others if v.speaker is None or v.speaker not in speakers][:MOST]


MOST = 12
"""Voices of one side that are kept."""


def _denial(scene: Scene, reading: Reading, n: int, text: str, deeds: list[Told]) -> list[Denial]:
    """What a sentence denies."""
    real = [d for d in deeds if d[1].type in VIOLENT]
    if not real:
        return []
    found = []
    start = reading.sentences[n].start
    for match in scene.phrases(reading, n, "denying"):
        at = match.start - start
        phrase = text[at : match.end - start]
        if pattern("denials", "put_on").match(text[at:]):
            continue  # "the march was staged as a protest"
        if phrase in scene.known.denying_with_no and not pattern("denials", "no_deed").search(text[:at]):
            continue
        before = [d for d in real if d[1].trigger.start < match.start]
        if pattern("denials", "said_of").match(phrase) and (
            not before or pattern("denials", "elsewhere").match(text[match.end - start :])
        ):
            continue
        told = before if pattern("denials", "said_of").match(phrase) else real
        _, event, incident = min(told, key=lambda d: (abs(d[1].trigger.start - match.start), d[0]))
        voice = scene.voice(reading, n, match.start, match.end)
        found.append(Denial("happened", incident, voice, event.trigger.text.lower(), _names(reading, n)))
    if found:
        return found
    for statement in reading.statements:
        if statement.kind != "denial" or sentence_of(reading, statement.cue.start) != n:
            continue
        inside = [d for d in real if statement.content.start <= d[1].trigger.start < statement.content.end]
        denies = matcher(scene.known.denying_verbs).search(scene.said(statement.cue)) is not None
        if pattern("denials", "as").search(text[statement.cue.start - start :]) and pattern(
            "denials", "dismissing"
        ).match(text, statement.cue.start - start):
            continue  # "dismissed it as a burglary": small, not untrue
        denied = [
            d for d in inside if denies or pattern("denials", "not_done").search(text[: d[1].trigger.start - start])
        ]
        if not denied:
            continue
        kind = "actor" if matcher(scene.known.disowning).search(scene.said(statement.content)) else "happened"
        counted = any(statement.content.start <= q.span.start < statement.content.end for q in reading.quantities)
        if kind == "actor" or not counted:
            begin = min(statement.cue.start, statement.content.start)
            voice = scene.voice(reading, n, begin, statement.content.start + 1)
            found.append(Denial(kind, denied[0][2], voice, denied[0][1].trigger.text.lower(), _names(reading, n)))
    return found


def _names(reading: Reading, n: int) -> frozenset[str]:
    """The proper names of a sentence, in small letters."""
    return frozenset(t.text.lower() for t in reading.sentences[n].tokens if t.pos == "PROPN")


def _asserted(
    scene: Scene, sentences: list[tuple[Reading, int, list[Told]]], denied: list[Denial]
) -> Iterator[Assertion]:
    """What sentences assert of deeds that are denied elsewhere: few of all deeds are."""
    incidents, triggers = {d.incident for d in denied}, {d.trigger for d in denied}
    for reading, n, deeds in sentences:
        asked = [d for d in deeds if d[2] in incidents or d[1].trigger.text.lower() in triggers]
        if asked:
            yield from _assertions(scene, reading, n, scene.small(reading, n), asked)


def _assertions(scene: Scene, reading: Reading, n: int, text: str, deeds: list[Told]) -> Iterator[Assertion]:
    """What a sentence asserts of deeds."""
    blaming, strong = scene.phrases(reading, n, "blaming"), scene.phrases(reading, n, "asserting")
    for _, event, incident in deeds:
        if event.type not in VIOLENT or event.status in ("denied", "planned", "threatened", "demanded", "hypothetical"):
            continue
        doers, word, names = bool(scene.doers(reading, event)), event.trigger.text.lower(), _names(reading, n)
        weight = 2 * bool(strong) + bool(blaming) + doers
        voice = scene.voice(reading, n, event.trigger.start, event.trigger.end)
        yield Assertion(incident, voice, weight, doers or bool(blaming), text, word, names)
        if blaming and not voice.clause.start <= blaming[0].start < voice.clause.end:
            second = scene.voice(reading, n, blaming[0].start, blaming[0].end)
            yield Assertion(incident, second, weight, True, text, word, names)
