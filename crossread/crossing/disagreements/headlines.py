"""How many came to harm in the main happening: the first number that each report gives, where reports of one day cannot
both be right.

Figures are merged by place and by who counts, so that "50 injured on the island" and "80 hurt in Iran" are two; a
reader of both reports asks which it is.
"""

from __future__ import annotations

from math import inf

from crossread.crossing.disagreements.amounts import range_of
from crossread.crossing.disagreements.gathering import differing, sides
from crossread.crossing.disagreements.matters import Matters, deed
from crossread.crossing.disagreements.numbers import is_share
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement
from crossread.records import Disagreement, Quantity, Reading, Record

HARM = ("killed", "injured")
SLACK = 1.1
"""How far two tolls may be apart and still be one. On 25 read stories the rule finds three more disagreements and none
that is wrong; with the greatest number of each report instead of its first, two that are wrong."""
TIMES = 5
"""Factor between two tolls above which one of them is of something else; 3 to 10 the same."""
LEAST = 2
"""Dead or injured below which a number is of one of many."""


class Headline(Record, frozen=True):
    """The toll that a report gives first, with all that agree with it; `every`: all that it gives."""

    voices: tuple[Voice, ...]
    report: str
    low: float
    high: float
    every: tuple[tuple[float, float], ...]


def headlines(scene: Scene, matters: Matters) -> list[Disagreement]:
    """One disagreement for each main happening of which reports give tolls that cannot both be right."""
    by_matter: dict[tuple[str, str, str], list[Headline]] = {}
    for reading in scene.readings.values():
        if (main := matters.main.get(reading.report)) is None:
            continue
        for outcome in HARM:
            if (toll := _headline(scene, matters, reading, outcome)) is not None:
                key = (matters.of(main), outcome, scene.component[reading.report])
                by_matter.setdefault(key, []).append(toll)
    made = []
    for (matter, outcome, _), told in by_matter.items():
        for group in differing(told, lambda a, b: _differ(scene, a, b)):
            parted = sides(sorted(group, key=lambda h: (h.high, h.low, h.report)), _clash)
            voices = [[v for h in side for v in h.voices] for side in parted]
            about = f"how many {outcome}: {deed(scene.by_id[matter].title)}"
            made.append(disagreement("figure", about, voices, "reports of one day give numbers that differ", matter))
    return made


def _headline(scene: Scene, matters: Matters, reading: Reading, outcome: str) -> Headline | None:
    found: list[tuple[float, float, Quantity]] = []
    main = matters.of(matters.main[reading.report])
    for q in reading.quantities:
        if q.outcome != outcome or not _whole(q):
            continue
        incident = scene.incidents.of.get((reading.report, q.deed)) if q.deed is not None else None
        if incident is None or matters.of(incident) != main:
            continue
        found.append((*range_of(q), q))
    if not found:
        return None
    low, high, _ = min(found, key=lambda f: f[2].span.start)
    told = [q for a, b, q in found if a <= high * SLACK and low <= b * SLACK]
    voices = tuple(Voice(reading.report, q.context, scene.speaker(reading, q.span.start)) for q in told)
    return Headline(voices, reading.report, low, high, tuple((a, b) for a, b, _ in found))


def _whole(q: Quantity) -> bool:
    """Whether a number is of all who came to harm: not of soldiers alone, no share, not one of many."""
    return (
        q.counts.startswith("people") and not q.part and (q.value or 0) >= LEAST and not is_share(q.context.text, inf)
    )


def _differ(scene: Scene, a: Headline, b: Headline) -> bool:
    days = [scene.reports[h.report].published for h in (a, b)]
    if days[0] is None or days[1] is None or not _clash(a, b):
        return False
    apart = (days[1].start - days[0].start).days
    later_lower = (b.high < a.low) if apart > 0 else (a.high < b.low)
    if apart and not later_lower:
        return False  # a toll grows from day to day
    if max(a.low, b.low) > TIMES * min(a.high, b.high):
        return False
    return not any(_fits(x, b) for x in a.every) and not any(_fits(x, a) for x in b.every)


def _fits(x: tuple[float, float], h: Headline) -> bool:
    return x[0] <= h.high * SLACK and h.low <= x[1] * SLACK


def _clash(a: Headline, b: Headline) -> bool:
    return not _fits((a.low, a.high), b)
