"""How many came to harm in the main happening: the first number that each report gives, where two cannot both be right:
they are of one day, or the later is the lower.

Figures are merged by place and by who counts, so that "50 injured on the island" and "80 hurt in Iran" are two; a
reader of both reports asks which it is. A number is of something else where its clause names a town of its own or tells
of another crash.
"""

from __future__ import annotations

from math import inf

from crossread.crossing.disagreements.amounts import range_of
from crossread.crossing.disagreements.gathering import differing, sides
from crossread.crossing.disagreements.matters import Matters, deed
from crossread.crossing.disagreements.numbers import is_share, of_another
from crossread.crossing.disagreements.rivals import VAGUE
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, sentence_of
from crossread.crossing.disagreements.slots import places_within
from crossread.records import Disagreement, MergedPlaces, Quantity, Reading, Record

HARM = ("killed", "injured")
SLACK = 1.1
"""How far two tolls may be apart and still be one. On 25 read stories the rule finds three more disagreements and none
that is wrong; with the greatest number of each report instead of its first, two that are wrong."""
TIMES = 5
"""Factor between two tolls above which one of them is of something else; 3 to 10 the same."""
NUMBER = 3
"""Words of a number above which it is a list, which may leave some out."""
LEAST = 2
"""Dead or injured below which a number is of one of many."""


class Headline(Record, frozen=True):
    """The toll that a report gives first, with all that agree with it; `every`: all that it gives."""

    voices: tuple[Voice, ...]
    report: str
    low: float
    high: float
    every: tuple[tuple[float, float], ...]


class Towns:
    """The towns that a report names: ids of places no wider than a town."""

    def __init__(self, places: MergedPlaces) -> None:
        self._places = places
        self._wide = frozenset(p.id for p in places.places if p.precision in WIDE)

    def within(self, reading: Reading, start: int, end: int) -> frozenset[str]:
        """Those named from character `start` to `end` of the report."""
        return frozenset(p for p in places_within(self._places, reading, start, end) if p not in self._wide)

    def top(self, reading: Reading) -> frozenset[str]:
        """Those named where the report begins."""
        return self.within(reading, 0, reading.sentences[min(TOP, len(reading.sentences)) - 1].end)


WIDE = ("country", "region", "sea")
TOP = 5
"""Sentences, the title among them, that tell where the main happening was; 2 to 5 the same on 25 read stories."""


def headlines(scene: Scene, matters: Matters, places: MergedPlaces) -> list[Disagreement]:
    """One disagreement for each main happening of which reports give tolls that cannot both be right."""
    towns = Towns(places)
    by_matter: dict[tuple[str, str, str], list[Headline]] = {}
    for reading in scene.readings.values():
        if (main := matters.main.get(reading.report)) is None:
            continue
        for outcome in HARM:
            if (toll := _headline(scene, matters, towns, reading, outcome)) is not None:
                key = (matters.of(main), outcome, scene.component[reading.report])
                by_matter.setdefault(key, []).append(toll)
    made = []
    for (matter, outcome, _), told in by_matter.items():
        for group in differing(told, lambda a, b: _differ(scene, a, b)):
            parted = sides(sorted(group, key=lambda h: (h.high, h.low, h.report)), _clash)
            voices = [[v for h in side for v in h.voices] for side in parted]
            about = f"how many {outcome}: {deed(scene.by_id[matter].title)}"
            made.append(disagreement("figure", about, voices, _why(scene, group), matter))
    return made


def _why(scene: Scene, group: list[Headline]) -> str:
    """Why tolls stand against each other: of one day, or the later is the lower."""
    at_once = any(_differ(scene, a, b) and _later(scene, a, b) == 0 for n, a in enumerate(group) for b in group[:n])
    return "reports of one day give numbers that differ" if at_once else "a later report gives a lower number"


def _headline(scene: Scene, matters: Matters, towns: Towns, reading: Reading, outcome: str) -> Headline | None:
    found: list[tuple[float, float, Quantity]] = []
    main = matters.of(matters.main[reading.report])
    top = towns.top(reading)
    for q in reading.quantities:
        if q.outcome != outcome or not _whole(q):
            continue
        incident = scene.incidents.of.get((reading.report, q.deed)) if q.deed is not None else None
        if incident is None or matters.of(incident) != main or _of_another(scene, towns, reading, q, top):
            continue
        found.append((*range_of(q), q))
    if not found:
        return None
    low, high, _ = min(found, key=lambda f: f[2].span.start)
    told = [q for a, b, q in found if a <= high * SLACK and low <= b * SLACK]
    voices = tuple(Voice(reading.report, q.context, scene.speaker(reading, q.span.start)) for q in told)
    return Headline(voices, reading.report, low, high, tuple((a, b) for a, b, _ in found))


def _whole(q: Quantity) -> bool:
    """Whether a number is of all who came to harm: not of soldiers alone, no share, not one of many, no mere order of
    magnitude."""
    low, high = range_of(q)
    vague = q.value is None and not 0 < high <= low * VAGUE
    listed = len(q.span.text.split()) > NUMBER  # "his wife, his son and a neighbour"
    return q.counts.startswith("people") and not (
        listed or q.part or vague or high < LEAST or is_share(q.context.text, inf)
    )


def _of_another(scene: Scene, towns: Towns, reading: Reading, q: Quantity, top: frozenset[str]) -> bool:
    """Whether a number is of another happening than the main one, whatever its incident was merged with: in another
    town than those where the report begins, or of "another crash"."""
    n = sentence_of(reading, q.span.start)
    if n is None:
        return False
    clause = scene.voice(reading, n, q.span.start, q.span.end).clause
    here = towns.within(reading, clause.start, clause.end)
    return bool(here and top and not here & top) or of_another(scene, reading, n)


def _differ(scene: Scene, a: Headline, b: Headline) -> bool:
    apart = _later(scene, a, b)
    if apart is None or not _clash(a, b):
        return False
    later_lower = (b.high < a.low) if apart > 0 else (a.high < b.low)
    if apart and not later_lower:
        return False  # a toll grows from day to day
    if max(a.low, b.low) > TIMES * min(a.high, b.high):
        return False
    return not any(_fits(x, b) for x in a.every) and not any(_fits(x, a) for x in b.every)


def _later(scene: Scene, a: Headline, b: Headline) -> int | None:
    """Days from the report of `a` to that of `b`; nothing where one has no day."""
    days = [scene.reports[h.report].published for h in (a, b)]
    return (days[1].start - days[0].start).days if days[0] and days[1] else None


def _fits(x: tuple[float, float], h: Headline) -> bool:
    return x[0] <= h.high * SLACK and h.low <= x[1] * SLACK


def _clash(a: Headline, b: Headline) -> bool:
    return not _fits((a.low, a.high), b)
