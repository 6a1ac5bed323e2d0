"""When it was: tellings of one deed that give times which exclude each other.

Two tellings (`tellings`) are of one deed if what they date is one incident, or if the same verb stands in sentences
that are nearly the same. Times are hours from the start of a day: the night of a day and the early hours of the next
are one, plain days next to each other are not. Lengths, decades and times of other zones tell nothing here.
"""

from __future__ import annotations

import re
from math import inf

import msgspec

from crossread.crossing.disagreements.gathering import gathered, sides
from crossread.crossing.disagreements.hours import DAY, gap
from crossread.crossing.disagreements.nearest import Nearest
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import disagreement, quoted
from crossread.crossing.disagreements.tellings import Telling, tellings
from crossread.embeddings import cosine
from crossread.records import Disagreement, Resolved

APART = 0.4
"""Hours between two times from which on they exclude each other: "about 1 a.m." and "about 1.30 a.m." do."""
LIKE = 0.25
"""Weighted overlap of two clauses with the same verb, and a noun beside it, from which on they tell one deed: from .55
on one disagreement less is found on 41 stories, and none wrong less."""
ALIKE = 0.4
"""Cosine of their sentences' embeddings from which on they may."""
NEARLY = 0.35
"""The same for two tellings of one incident, which may be merged wrongly."""


def datings(scene: Scene, resolved: Resolved, weights: dict[str, float], nearest: Nearest) -> list[Disagreement]:
    """One disagreement for each deed that is dated in two ways."""
    found = [t for r in scene.readings.values() for t in _settled(tellings(scene, resolved, r))]
    pairs = [
        (i, k)
        for i, k in _candidates(found)
        if _exclude(found[i], found[k]) and _one_deed(found[i], found[k], weights, nearest)
    ]
    made = []
    for group in ([found[i] for i in members] for members in gathered(pairs)):
        parted = _sides(group)
        if len(parted) < 2 or _told_twice(parted):
            continue
        incident = next((t.incident for t in group if t.incident), None)
        title = scene.by_id[incident].title if incident else quoted(group[0].voice.clause.text)
        why = "different times are told for one deed"
        made.append(disagreement("date", f"when: {title}", [[t.voice for t in side] for side in parted], why, incident))
    return made


CROWD = 40
"""Tellings with one verb and one word in common that are still compared: a word of more says too little."""


def _candidates(found: list[Telling]) -> list[tuple[int, int]]:
    """Pairs of different reports worth comparing: of one incident, or with the verb and a word that few have."""
    homes: dict[tuple[str, str], list[int]] = {}
    for number, telling in enumerate(found):
        keys = [("incident", telling.incident)] if telling.incident else []
        for key in keys + [(telling.lemma, word) for word in telling.words if telling.lemma]:
            homes.setdefault(key, []).append(number)
    return sorted(
        {
            (i, k)
            for (kind, _), numbers in homes.items()
            if kind == "incident" or len(numbers) <= CROWD
            for at, k in enumerate(numbers)
            for i in numbers[:at]
            if found[i].voice.report != found[k].voice.report
        }
    )


def _told_twice(sides: list[list[Telling]]) -> bool:
    """Whether one report stands on two sides: what it dates twice are two deeds."""
    reports = [r for side in sides for r in sorted({t.voice.report for t in side})]
    return len(reports) > len(set(reports))


def _settled(told: list[Telling]) -> list[Telling]:
    """The tellings of a report, without those where a verb dates two deeds ("signed one on Tuesday and another on
    Friday"), and without the incident where it dates one in two ways: several deeds are merged there."""
    twice = {a.at for a in told for b in told if a.at == b.at and _exclude(a, b)}
    told = [t for t in told if t.at not in twice]
    unsure = {a.incident for a in told for b in told if a.incident == b.incident and _exclude(a, b)}
    return [msgspec.structs.replace(t, incident=None) if t.incident in unsure else t for t in told]


def _exclude(a: Telling, b: Telling) -> bool:
    """Whether two times cannot both be right."""
    if a.hours is not None and b.hours is not None:
        return _least(a, b) < gap(a.hours, b.hours) <= _most(a, b)
    if a.date is not None and b.date is not None:
        return a.date != b.date
    if a.weekday is not None and b.weekday is not None:
        return a.weekday != b.weekday
    if a.clock is not None and b.clock is not None:
        return gap(a.clock, b.clock) > APART and gap((a.clock[0] + 24, a.clock[1] + 24), b.clock) > APART
    return False


def _least(a: Telling, b: Telling) -> float:
    """Hours that two times must be apart: "today" and "yesterday" may be counted from a day that is off by one."""
    return DAY[1] if "relative" in (a.kind, b.kind) else APART


def _most(a: Telling, b: Telling) -> float:
    """Hours above which two times are of two deeds, or one is counted from the wrong week, as where an old report is
    told again: dates of the calendar are neither."""
    if a.kind in TOLD and b.kind in TOLD:
        return inf
    if a.hours is not None and b.hours is not None and (a.hours[0] // 24 - b.hours[0] // 24) % 7 == 0:
        return DAY[1]
    return FAR


TOLD = ("absolute", "partial")
"""Kinds of expressions that tell a date of the calendar."""
FAR = 7 * 24.0
"""Hours between days of the week above which they are of two deeds: in 120 groups of reports that nobody worked on 18
disagreements over times were given and one was right; most were told weeks apart, or dated a saying."""


def _one_deed(a: Telling, b: Telling, weights: dict[str, float], nearest: Nearest) -> bool:
    """Whether two tellings are of one deed: the incident, or the verb and what is rare in its words, are the same; or
    their sentences answer each other."""
    if a.time == b.time or a.dying != b.dying or (a.names and b.names and not a.names & b.names):
        return False  # "today" in two reports is carried over; another name is another deed
    if a.ordinals and b.ordinals and not a.ordinals & b.ordinals:
        return False
    if a.follows != b.follows or a.repeated != b.repeated:
        return False
    if a.incident is not None and a.incident == b.incident and not (a.said or b.said):
        if a.lemma == b.lemma and not a.bare:
            return True
        return (a.bare or b.bare) and cosine(a.embedding, b.embedding) >= NEARLY
    if a.bare and b.bare and a.incident and b.incident:
        return False
    like = cosine(a.embedding, b.embedding)
    if a.lemma != b.lemma or like < ALIKE:
        return False
    if (a.hours is None or b.hours is None) and nearest.nearer(
        (a.voice.report, a.sentence), (b.voice.report, b.sentence)
    ) > ANSWER:
        return False
    shared = sum(weights.get(w, 1.0) for w in sorted(a.words & b.words))
    common = shared / (min(sum(weights.get(w, 1.0) for w in sorted(t.words)) for t in (a, b)) or 1.0)
    numbered = any(_LARGE.fullmatch(w) for w in a.words & b.words)
    return numbered or (common >= (NEAR_COPY if a.said else LIKE) and bool(a.heads & b.heads))


_LARGE = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{3,}")
"""A number that hardly two deeds have in common."""


ANSWER = 1
"""Sentences of either report that may be nearer to one of two clock times without a day than the other's is."""
FULL = 4
"""Words that a clause must have to be known again."""
NEAR_COPY = 0.75
"""Weighted overlap that sayings need: the same person says much in a week."""


def _sides(group: list[Telling]) -> list[list[Telling]]:
    """Tellings that do not exclude each other on one side, earliest first."""
    return sides(
        sorted(group, key=lambda t: (t.hours or t.clock or (0, 0), t.voice.report, t.voice.clause.start)), _exclude
    )
