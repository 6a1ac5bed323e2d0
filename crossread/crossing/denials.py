"""Denials: somebody says that a deed told by others never happened, or that it was not he.

Both hang on an incident: a sentence that denies names a deed, and the other mentions of that deed's incident, in other
mouths, make the other side. Told denials count ("staged", "no attack took place", "denies being behind it"), silence
does not.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from crossread.crossing.phrases import Oppositions, matcher, oppositions
from crossread.crossing.sides import Voice, clause, disagreement, sentence_of
from crossread.records import Disagreement, EventMention, MergedActors, MergedIncidents, Reading, Record, Report

VIOLENT = frozenset(["ASSAULT", "COERCE", "CRIME", "ACCIDENT", "PROTEST", "MOBILIZE"])
"""Types of deeds about which a denial makes a disagreement; denied words, votes and visits are answers, not
contradictions."""


class Scene:
    """The reports with their mentions of deeds, sentence by sentence."""

    def __init__(
        self,
        dated: tuple[Report, ...],
        readings: tuple[Reading, ...],
        actors: MergedActors,
        incidents: MergedIncidents,
        known: Oppositions,
    ) -> None:
        self.reports = {r.id: r for r in dated}
        self.readings = {r.report: r for r in readings}
        self.actors, self.incidents, self.known = actors, incidents, known
        self.names = {a.id: a.name for a in actors.actors}
        self.by_id = {i.id: i for i in incidents.incidents}
        self.forms = {a.id: (a.name, *(f.text for f in a.forms)) for a in actors.actors}
        self._in: dict[tuple[str, int], set[str]] = {}
        for reading in readings:
            starts = [s.start for s in reading.sentences]
            for n, mention in enumerate(reading.mentions):
                actor = actors.of.get((reading.report, n))
                if actor is not None:
                    self._in.setdefault((reading.report, bisect_right(starts, mention.span.start) - 1), set()).add(
                        actor
                    )

    def actors_in(self, reading: Reading, n: int) -> set[str]:
        """The ids of the actors that a sentence mentions."""
        return self._in.get((reading.report, n), set())

    def sentences(self) -> Iterator[tuple[Reading, int, list[tuple[int, EventMention, str]]]]:
        """Every sentence with its deeds: (reading, sentence, [(index, event, incident)])."""
        for reading in self.readings.values():
            deeds: dict[int, list[tuple[int, EventMention, str]]] = {}
            for n, event in enumerate(reading.events):
                incident = self.incidents.of.get((reading.report, n))
                if incident is not None:
                    deeds.setdefault(event.sentence, []).append((n, event, incident))
            for n in range(len(reading.sentences)):
                yield reading, n, deeds.get(n, [])

    def text(self, reading: Reading, n: int) -> str:
        sentence = reading.sentences[n]
        return self.reports[reading.report].text[sentence.start : sentence.end]

    def speaker(self, reading: Reading, at: int) -> str | None:
        """Who says the character `at`: the speaker of the smallest statement around it, by the actor's name."""
        around = [
            s for s in reading.statements if s.content.start <= at < s.content.end or s.cue.start <= at < s.cue.end
        ]
        if not around:
            return None
        told = min(around, key=lambda s: (s.content.end - s.content.start, s.content.start))
        actor = self.actors.of.get((reading.report, told.speaker)) if told.speaker is not None else None
        text = told.speaker_text
        if actor is None or (text.lower() not in PRONOUNS and not any(_alike(text, f) for f in self.forms[actor])):
            return text or None
        return self.names[actor]

    def voice(self, reading: Reading, n: int, start: int, end: int) -> Voice:
        """The clause around the characters `start` to `end` of the report, in its speaker's mouth."""
        span = clause(self.reports[reading.report], reading.sentences[n], start, end)
        return Voice(reading.report, span, self.speaker(reading, start))

    def doers(self, reading: Reading, event: EventMention) -> tuple[str, ...]:
        """The ids of those who did a deed, as this mention tells."""
        found = [
            self.actors.of.get((reading.report, p.mention))
            for p in event.parts
            if p.role == "actor" and p.mention is not None
        ]
        return tuple(a for a in found if a)


PRONOUNS = frozenset(["he", "she", "it", "they", "we", "i", "who", "that", "which", "those", "this", "you"])


def _alike(text: str, form: str) -> bool:
    """Whether a speaker's words and an actor's form share a name."""
    words = set(re.findall(r"\w{2,}", text.lower())) - set(oppositions().titles)
    return bool(words & set(re.findall(r"\w{2,}", form.lower())))


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
    asserted: list[Assertion] = []
    for reading, n, deeds in scene.sentences():
        text = scene.text(reading, n)
        denied = _denial(scene, reading, n, text, deeds)
        found += denied
        asserted += [] if denied else _assertions(scene, reading, n, text, deeds)
    made = []
    for group in _gathered(found):
        incidents = sorted({d.incident for d in group}, key=lambda i: (-sum(d.incident == i for d in group), i))
        kind, voices = group[0].kind, [d.voice for d in group]
        said = [
            a
            for a in asserted
            if a.incident in incidents or any(a.trigger == d.trigger and a.words & d.words for d in group)
        ]
        if kind == "actor":
            said = [a for a in said if a.blames and _blamed(a, group)]
        if others := _others(said, voices):
            title = scene.by_id[incidents[0]].title
            made.append(disagreement(kind, f"{ABOUT[kind]}: {title}", [others, voices], WHY[kind], incidents[0]))
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


def _denial(
    scene: Scene, reading: Reading, n: int, text: str, deeds: list[tuple[int, EventMention, str]]
) -> list[Denial]:
    """What a sentence denies."""
    real = [d for d in deeds if d[1].type in VIOLENT]
    if not real:
        return []
    found = []
    start = reading.sentences[n].start
    for match in matcher(scene.known.denying).finditer(text.lower()):
        words = match.group(0)
        if words in scene.known.denying_with_no and not re.search(
            r"\b(?:no|not|never|nothing)\b|n't\b", text[: match.start()].lower()[-80:]
        ):
            continue
        _, event, incident = min(real, key=lambda d: (abs(d[1].trigger.start - start - match.start()), d[0]))
        voice = scene.voice(reading, n, start + match.start(), start + match.end())
        found.append(Denial("happened", incident, voice, event.trigger.text.lower(), _names(reading, n)))
    if found:
        return found
    for statement in reading.statements:
        if statement.kind != "denial" or sentence_of(reading, statement.cue.start) != n:
            continue
        inside = [d for d in real if statement.content.start <= d[1].trigger.start < statement.content.end]
        if not inside:
            continue
        kind = "actor" if matcher(scene.known.disowning).search(statement.content.text.lower()) else "happened"
        counted = any(statement.content.start <= q.span.start < statement.content.end for q in reading.quantities)
        if kind == "actor" or (any(d[1].status == "denied" for d in inside) and not counted):
            voice = scene.voice(
                reading, n, min(statement.cue.start, statement.content.start), statement.content.start + 1
            )
            found.append(Denial(kind, inside[0][2], voice, inside[0][1].trigger.text.lower(), _names(reading, n)))
    return found


def _names(reading: Reading, n: int) -> frozenset[str]:
    """The proper names of a sentence, in small letters."""
    return frozenset(t.text.lower() for t in reading.sentences[n].tokens if t.pos == "PROPN")


def _assertions(
    scene: Scene, reading: Reading, n: int, text: str, deeds: list[tuple[int, EventMention, str]]
) -> Iterator[Assertion]:
    """What a sentence asserts of deeds."""
    start, low = reading.sentences[n].start, text.lower()
    blaming, strong = matcher(scene.known.blaming).search(low), matcher(scene.known.asserting).search(low)
    for _, event, incident in deeds:
        if event.type not in VIOLENT or event.status in ("denied", "planned", "threatened", "demanded", "hypothetical"):
            continue
        doers, word, names = bool(scene.doers(reading, event)), event.trigger.text.lower(), _names(reading, n)
        weight = 2 * bool(strong) + bool(blaming) + doers
        voice = scene.voice(reading, n, event.trigger.start, event.trigger.end)
        yield Assertion(incident, voice, weight, doers or blaming is not None, low, word, names)
        if blaming is not None and not voice.clause.start - start <= blaming.start() < voice.clause.end - start:
            second = scene.voice(reading, n, start + blaming.start(), start + blaming.end())
            yield Assertion(incident, second, weight, True, low, word, names)
