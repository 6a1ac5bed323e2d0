"""Where reports, or those whom they quote, cannot both be right.

1. figures            readings of one figure that clash; a number that somebody denies
2. denials            a deed denied, a part in it denied (`disagreements.denials`)
3. guilt              who did it: blamed, claimed, disowned, doubted (`disagreements.guilt`)
4. motives            why it was done, as different voices tell it (`disagreements.motives`)
5. turns              "first blamed A, now says B"
6. characterisations  opposed words for the same thing (`disagreements.oppositions`)

Few and strong: each rule needs words that contradict, on the same matter, by different speakers or reports. What
changed with time (updates) and what counts different sets (scope) is no disagreement.
"""

from __future__ import annotations

import re

from crossread.crossing.disagreements.answers import answers
from crossread.crossing.disagreements.datings import datings
from crossread.crossing.disagreements.denials import denials
from crossread.crossing.disagreements.guilt import who_did_it
from crossread.crossing.disagreements.matters import Matters, deed
from crossread.crossing.disagreements.motives import motives
from crossread.crossing.disagreements.oppositions import characterisations
from crossread.crossing.disagreements.phrases import oppositions
from crossread.crossing.disagreements.proposals import proposals
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, clause, disagreement
from crossread.crossing.disagreements.wheres import wheres
from crossread.records import (
    Disagreement,
    Figure,
    FigureReading,
    MergedActors,
    MergedFigures,
    MergedIncidents,
    MergedPlaces,
    MergedStatements,
    Reading,
    Report,
    Resolved,
)
from crossread.spans import must_quote, overlap


def find_disagreements(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    resolved: Resolved,
    actors: MergedActors,
    places: MergedPlaces,
    statements: MergedStatements,
    incidents: MergedIncidents,
    figures: MergedFigures,
) -> tuple[Disagreement, ...]:
    """All disagreements, ordered by the first characters of their evidence."""
    known = oppositions()
    scene = Scene(dated, readings, actors, incidents, known)
    matters = Matters(scene, places)
    turns, guilt = _turns(scene), who_did_it(scene, matters)
    found = [
        *_figures(scene, figures.figures),
        *(d for d in denials(scene) if not any(_told_by(d, other) for other in (*turns, *guilt))),
        *(t for t in turns if not any(_told_by(t, g) for g in guilt)),
        *guilt,
        *motives(scene, matters),
        *datings(scene, resolved),
        *proposals(scene),
        *wheres(scene, matters, places),
        *characterisations(scene, known.pairs),
    ]
    found += [a for a in answers(scene) if not any(_shares(a, other) for other in found)]
    found.sort(key=lambda d: (d.sides[0].evidence, d.kind, d.id))
    return tuple({d.id: d for d in found}.values())


def _told_by(one: Disagreement, turn: Disagreement) -> bool:
    """Whether a turn within a sentence already tells a disagreement: the same kind, with characters in common."""
    return one.kind == turn.kind and any(
        overlap(a, b) for side in one.sides for a in side.evidence for other in turn.sides for b in other.evidence
    )


def _shares(one: Disagreement, other: Disagreement) -> bool:
    """Whether two disagreements are made of the same words."""
    if other.kind not in ("actor", "happened"):
        return False
    return any(
        overlap(a, b) for mine in one.sides for a in mine.evidence for side in other.sides for b in side.evidence
    )


# --------------------------------------------------------------------------- figures

APART = 1.5
"""Estimates of one toll that differ by this factor or more are a disagreement; closer ones are the spread of a
method."""


def _figures(scene: Scene, figures: tuple[Figure, ...]) -> list[Disagreement]:
    """Disagreements that figures make: conflicting readings, competing estimates, a number denied."""
    made = []
    for figure in figures:
        if (denied := _denied_number(scene, figure)) is not None:
            made.append(denied)
        estimates = figure.verdict == "scope" and len({r.report for r in figure.readings}) > 1
        at_once = figure.verdict == "update" and _clash_at_once(figure)
        if figure.verdict != "conflict" and not estimates and not at_once:
            continue
        clusters = _clusters(figure.readings)
        if estimates:
            clusters = [c for c in clusters if _apart(c, clusters)]
        if len(clusters) < 2:
            continue
        sides = [[_voice(scene, r) for r in cluster] for cluster in clusters]
        why = "studies give values that are far apart" if estimates else figure.why[0]
        why = "the count grew, but reports of one day differ" if at_once else why
        made.append(disagreement("figure", _about(scene, figure), sides, why, figure.incident, figure.id))
    return made


def _about(scene: Scene, figure: Figure) -> str:
    """What is counted; a bare noun ("people") says it only together with what happened."""
    if figure.incident is None or " " in figure.counts:
        return f"how many: {figure.counts}"
    return f"how many {figure.counts}: {deed(scene.by_id[figure.incident].title)}"


def _clash_at_once(figure: Figure) -> bool:
    """Whether reports of one day give exact values of a growing count that cannot both be right."""
    exact = [r for r in figure.readings if r.as_of is not None and r.value is not None and r.low == r.high == r.value]
    return any(
        a.as_of == b.as_of and a.report != b.report and max(_size(a), _size(b)) > APART * min(_size(a), _size(b)) - 1e-9
        for n, a in enumerate(exact)
        for b in exact[:n]
        if a.value != b.value
    )


def _clusters(readings: tuple[FigureReading, ...]) -> list[list[FigureReading]]:
    """Readings with the same number together, the commonest first."""
    clusters: list[list[FigureReading]] = []
    for reading in sorted(readings, key=lambda r: (_size(r), r.report)):
        last = clusters[-1] if clusters else None
        if last is not None and _size(reading) <= max(_size(r) for r in last) * 1.05:
            last.append(reading)
        else:
            clusters.append([reading])
    return sorted(clusters, key=lambda c: (-len({r.report for r in c}), -_size(c[0])))[:5]


def _size(reading: FigureReading) -> float:
    return reading.value if reading.value is not None else reading.low or reading.high or 0.0


def _apart(cluster: list[FigureReading], clusters: list[list[FigureReading]]) -> bool:
    """Whether a cluster is far from some other."""
    mine = _size(cluster[0])
    return any(max(mine, _size(c[0])) >= APART * max(1.0, min(mine, _size(c[0]))) for c in clusters if c is not cluster)


def _voice(scene: Scene, reading: FigureReading) -> Voice:
    return Voice(reading.report, reading.evidence[0], reading.according_to)


_NOT = re.compile(r"\b(?:not|never)\b|n['’]t\b")


def _denied_number(scene: Scene, figure: Figure) -> Disagreement | None:
    """A number that one speaker denies and others give ("3,000 people did not die")."""
    against = [r for r in figure.readings if r.value and _NOT.search(r.evidence[0].text)]
    others = [
        r
        for r in figure.readings
        if r not in against and (r.report not in {a.report for a in against} or r.according_to)
    ]
    others = [
        r
        for r in others
        if any(
            a.value == r.value or (a.value and r.value and abs(a.value - r.value) <= 0.05 * a.value) for a in against
        )
    ]
    if not against or not others:
        return None
    sides = [[_voice(scene, r) for r in others], [_voice(scene, r) for r in against]]
    why = "one side denies the number that the other gives"
    return disagreement("figure", f"whether so many: {figure.counts}", sides, why, figure.incident, figure.id)


# --------------------------------------------------------------------------- turns


def _turns(scene: Scene) -> list[Disagreement]:
    """Speakers who change their story within a sentence: "first blamed A for the attack but now says B did it"."""
    made = []
    for reading, n, deeds in scene.sentences():
        sentence = reading.sentences[n]
        first = next(iter(scene.phrases(reading, n, "formerly")), None)
        now = next((m for m in scene.phrases(reading, n, "nowadays") if first and m.start >= first.end), None)
        if first is None or now is None:
            continue
        report = scene.reports[reading.report]
        begin = clause(report, sentence, first.start, first.end).start
        cut = now.start
        close = clause(report, sentence, cut, now.end).end
        if not begin < cut < close:
            continue
        before = must_quote(report, begin, cut)
        before = must_quote(report, begin, begin + len(before.text.rstrip(" ,;")))
        sides = [
            [Voice(report.id, span, scene.speaker(reading, span.start))]
            for span in (before, must_quote(report, cut, close))
        ]
        blames = bool(scene.phrases(reading, n, "blaming"))
        incident = next((i for _, _, i in deeds), None)
        about = "a story that changed: who did it" if blames else "a story that changed"
        kind = "actor" if blames else "characterisation"
        made.append(disagreement(kind, about, sides, "the same speaker says something else later", incident))
    return made
