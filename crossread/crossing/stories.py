"""Which reports and incidents belong together, in the order of time.

Two reports are alike as far as their leads mean the same (the encoder's embeddings), they name the same actors and
places, and copy each other; distance in time counts against it. Stories grow by joining the two that are most alike on
average, until none are alike enough.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossread.records import (
    Incident,
    MergedActors,
    MergedIncidents,
    MergedPlaces,
    Moment,
    Origin,
    Reading,
    Report,
    Story,
)
from crossread.spans import content_id

ALIKE = 0.35
"""Likeness, on average, from which on reports belong to one story. With it three stories of 17 reports come apart
whole, and of 421 reports of 121 shootings, alike but for names and days, pairs are joined with precision .69 and
recall .66."""
LEAD = 6
"""Sentences of a report that tell what it is about, the title among them."""
MEANING, NAMES = 0.5, 0.5
"""Weights of the leads' meaning and of the names in common (0.75 and 0.25: precision .46 at the same recall)."""
UNNAMED = 0.25
"""What is taken off where a report names nobody and meaning alone must do: unrelated leads reach 0.55."""
FORGETTING = 0.1
"""Likeness lost for each year between two reports: an anniversary is no sequel."""
UNREAL = frozenset({"planned", "threatened", "demanded", "hypothetical", "denied"})

Matrix = NDArray[np.float64]


class Sketch(NamedTuple):
    """What a report is about: the mean of its lead's embeddings (None without), and its names with their weights."""

    report: Report
    lead: Matrix | None
    names: Mapping[str, float]


def find_stories(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    origins: tuple[Origin, ...],
    actors: MergedActors,
    places: MergedPlaces,
    incidents: MergedIncidents,
) -> tuple[Story, ...]:
    """The stories, the largest first; every report is in exactly one, every incident in that which tells most of it."""
    sketches = _sketches(dated, readings, actors, places)
    likeness = _likeness(sketches, origins)
    groups = _grouped(likeness)
    of = _incidents_of(groups, sketches, incidents.incidents)
    found = [_story(group, sketches, likeness, of[number]) for number, group in enumerate(groups)]
    return tuple(sorted(found, key=lambda story: (-len(story.reports), -len(story.incidents), story.id)))


def timeline(incidents: MergedIncidents) -> tuple[Moment, ...]:
    """The incidents that have a day, by day; those of which only the last day is known at the end."""
    moments = [Moment(i.start, i.end, i.id) for i in incidents.incidents if i.start or i.end]
    return tuple(sorted(moments, key=lambda m: (m.start is None, m.start or date.max, m.end or date.max, m.incident)))


# --------------------------------------------------------------------------- likeness


def _sketches(
    dated: Sequence[Report], readings: Sequence[Reading], actors: MergedActors, places: MergedPlaces
) -> list[Sketch]:
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for (owner, _), name in [*actors.of.items(), *places.of.items()]:
        names[owner][name] += 1
    spread = Counter(name for counts in names.values() for name in counts)
    sketches = []
    for report, reading in sorted(zip(dated, readings, strict=True), key=lambda pair: pair[0].id):
        weights = {
            name: (1 + math.log(count)) * math.log(1 + len(dated) / spread[name])
            for name, count in sorted(names[report.id].items())
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        sketches.append(Sketch(report, _lead(reading), {name: weight / length for name, weight in weights.items()}))
    return sketches


def _lead(reading: Reading) -> Matrix | None:
    vectors = [sentence.embedding for sentence in reading.sentences if sentence.embedding][:LEAD]
    if not vectors:
        return None
    mean = np.asarray(vectors, dtype=np.float64).mean(axis=0)
    length = float(np.linalg.norm(mean))
    return mean / length if length else None


def _likeness(sketches: Sequence[Sketch], origins: Sequence[Origin]) -> Matrix:
    origin_of = {name: origin.id for origin in origins for name in origin.reports}
    likeness = np.ones((len(sketches), len(sketches)))
    for i, a in enumerate(sketches):
        for j in range(i):
            b = sketches[j]
            same = a.report.id in origin_of and origin_of[a.report.id] == origin_of.get(b.report.id)
            likeness[i, j] = likeness[j, i] = 1.0 if same else _alike(a, b)
    return likeness


def _alike(a: Sketch, b: Sketch) -> float:
    names = sum(weight * b.names.get(name, 0.0) for name, weight in a.names.items())
    meaning = float(a.lead @ b.lead) if a.lead is not None and b.lead is not None else names
    alike = MEANING * meaning + NAMES * names if a.names and b.names else meaning - UNNAMED
    return alike - FORGETTING * _years_between(a.report, b.report)


def _years_between(a: Report, b: Report) -> float:
    if a.published is None or b.published is None:
        return 0.0
    gap = max((a.published.start - b.published.end).days, (b.published.start - a.published.end).days, 0)
    return min(2.0, gap / 365)


def _grouped(likeness: Matrix) -> list[list[int]]:
    """Groups by average likeness, the most alike first (ties: the first in order)."""
    groups = [[i] for i in range(len(likeness))]
    sums = likeness.copy()
    np.fill_diagonal(sums, -np.inf)
    while len(groups) > 1:
        sizes = np.array([len(group) for group in groups], dtype=np.float64)
        means = sums / np.outer(sizes, sizes)
        best = int(np.argmax(means))
        i, j = sorted(divmod(best, len(groups)))
        if means[i, j] < ALIKE:
            break
        groups[i] += groups.pop(j)
        sums[i, :] += sums[j, :]
        sums[:, i] += sums[:, j]
        sums = np.delete(np.delete(sums, j, axis=0), j, axis=1)
        sums[i, i] = -np.inf
    return [sorted(group) for group in groups]


# --------------------------------------------------------------------------- what a story holds


def _incidents_of(
    groups: Sequence[Sequence[int]], sketches: Sequence[Sketch], incidents: Sequence[Incident]
) -> dict[int, list[Incident]]:
    group_of = {sketches[member].report.id: number for number, group in enumerate(groups) for member in group}
    of: dict[int, list[Incident]] = defaultdict(list)
    for incident in incidents:
        votes = Counter(group_of[span.report] for span in incident.evidence if span.report in group_of)
        votes.update(group_of[name] for name in incident.reports if name in group_of)
        if votes:
            of[min(votes, key=lambda number: (-votes[number], number))].append(incident)
    return of


def _story(group: Sequence[int], sketches: Sequence[Sketch], likeness: Matrix, incidents: list[Incident]) -> Story:
    names = tuple(sketches[member].report.id for member in group)
    start, end = _extent([sketches[member].report for member in group], incidents)
    why = "the only report of it"
    if len(group) > 1:
        inner = likeness[np.ix_(group, group)]
        mean = (inner.sum() - len(group)) / (len(group) * (len(group) - 1))
        why = f"leads and names alike: {mean:.2f} on average"
    return Story(
        content_id("story", *sorted(names)),
        _title(group, sketches, likeness, incidents),
        names,
        tuple(incident.id for incident in incidents),
        start,
        end,
        (why,),
    )


def _title(group: Sequence[int], sketches: Sequence[Sketch], likeness: Matrix, incidents: Sequence[Incident]) -> str:
    """The headline of the report closest to all others; that of the incident told most if no report has one."""
    closeness = {member: float(likeness[member, list(group)].sum()) for member in group}
    for member in sorted(group, key=lambda m: (-round(closeness[m], 6), sketches[m].report.id)):
        if title := sketches[member].report.title:
            return title
    if incidents:
        return max(incidents, key=lambda i: (len(i.reports), len(i.evidence), i.id)).title
    text = sketches[group[0]].report.text.strip()
    return text.split("\n", 1)[0][:120] or "Untitled"


def _extent(reports: Sequence[Report], incidents: Sequence[Incident]) -> tuple[date | None, date | None]:
    """First and last day of what happened in the foreground; of publication where no incident has a day."""
    real = [i for i in incidents if not i.background and i.status not in UNREAL]
    starts = [day for i in real if (day := i.start or i.end)]
    ends = [day for i in real if (day := i.end or i.start)]
    if starts and ends:
        return min(starts), max(ends)
    published = [report.published for report in reports if report.published]
    return min((p.start for p in published), default=None), max((p.end for p in published), default=None)
