"""Which reports and incidents belong together, in the order of time.

Two reports are alike as far as they share names and their leads mean the same (`themes`), and copy each other; distance
in time counts against it. Stories grow by joining the two that are most alike on average, until none are alike enough.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from crossread.crossing.themes import likeness, theme_of
from crossread.records import (
    Incident,
    MergedIncidents,
    Moment,
    Origin,
    Reading,
    Report,
    Story,
)
from crossread.spans import content_id

ALIKE = 0.26
"""Likeness, on average, from which on reports belong to one story: of eight stories with 46 reports, each stays whole
and apart from the others with any value from .20 to .30. Of 421 reports of 121 shootings, alike but for names and days,
pairs are joined with precision .61 and recall .72."""
FORGETTING = 0.04
"""Likeness lost for each doubling of the weeks between two reports: at a quarter of a year .15. Without it the
shootings are joined with precision .31."""
UNREAL = frozenset({"planned", "threatened", "demanded", "hypothetical", "denied"})

Matrix = NDArray[np.float64]


def find_stories(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    origins: tuple[Origin, ...],
    incidents: MergedIncidents,
) -> tuple[Story, ...]:
    """The stories, the largest first; every report is in exactly one, every incident in that which tells most of it."""
    pairs = sorted(zip(dated, readings, strict=True), key=lambda pair: pair[0].id)
    reports = [report for report, _ in pairs]
    alike = _likeness(reports, [reading for _, reading in pairs], origins)
    groups = _grouped(alike)
    of = _incidents_of(groups, reports, incidents.incidents)
    found = [_story(group, reports, alike, of[number]) for number, group in enumerate(groups)]
    return tuple(sorted(found, key=lambda story: (-len(story.reports), -len(story.incidents), story.id)))


def timeline(incidents: MergedIncidents) -> tuple[Moment, ...]:
    """The incidents that have a day, by day; those of which only the last day is known at the end."""
    moments = [Moment(i.start, i.end, i.id) for i in incidents.incidents if i.start or i.end]
    return tuple(sorted(moments, key=lambda m: (m.start is None, m.start or date.max, m.end or date.max, m.incident)))


# --------------------------------------------------------------------------- likeness


def _likeness(reports: Sequence[Report], readings: Sequence[Reading], origins: Sequence[Origin]) -> Matrix:
    """How alike each two reports are, time between them taken off; copies of one origin are the same."""
    origin_of = {name: origin.id for origin in origins for name in origin.reports}
    alike = likeness([theme_of(reading) for reading in readings]) - FORGETTING * np.log2(1 + _weeks_between(reports))
    same = np.array([origin_of.get(report.id, report.id) for report in reports])
    alike[same[:, None] == same[None, :]] = 1.0
    return alike


def _weeks_between(reports: Sequence[Report]) -> Matrix:
    """Weeks from the one report's possible days to the other's; 0 where one is not dated."""
    days = [report.published for report in reports]
    starts = np.array([day.start.toordinal() if day else np.nan for day in days])
    ends = np.array([day.end.toordinal() if day else np.nan for day in days])
    ahead = starts[:, None] - ends[None, :]
    return np.asarray(np.maximum(np.nan_to_num(np.fmax(ahead, ahead.T)), 0.0) / 7)


def _grouped(alike: Matrix) -> list[list[int]]:
    """Groups by average likeness, the most alike first (ties: the first in order)."""
    groups = [[i] for i in range(len(alike))]
    sums = alike.copy()
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
    groups: Sequence[Sequence[int]], reports: Sequence[Report], incidents: Sequence[Incident]
) -> dict[int, list[Incident]]:
    group_of = {reports[member].id: number for number, group in enumerate(groups) for member in group}
    of: dict[int, list[Incident]] = defaultdict(list)
    for incident in incidents:
        votes = Counter(group_of[span.report] for span in incident.evidence if span.report in group_of)
        votes.update(group_of[name] for name in incident.reports if name in group_of)
        if votes:
            of[min(votes, key=lambda number: (-votes[number], number))].append(incident)
    return of


def _story(group: Sequence[int], reports: Sequence[Report], alike: Matrix, incidents: list[Incident]) -> Story:
    names = tuple(reports[member].id for member in group)
    start, end = _extent([reports[member] for member in group], incidents)
    why = "the only report of it"
    if len(group) > 1:
        inner = alike[np.ix_(group, group)]
        mean = (inner.sum() - len(group)) / (len(group) * (len(group) - 1))
        why = f"names and leads alike: {mean:.2f} on average"
    return Story(
        content_id("story", *sorted(names)),
        _title(group, reports, alike, incidents),
        names,
        tuple(incident.id for incident in incidents),
        start,
        end,
        (why,),
    )


def _title(group: Sequence[int], reports: Sequence[Report], alike: Matrix, incidents: Sequence[Incident]) -> str:
    """The headline of the report closest to all others; that of the incident told most if no report has one."""
    closeness = {member: float(alike[member, list(group)].sum()) for member in group}
    for member in sorted(group, key=lambda m: (-round(closeness[m], 6), reports[m].id)):
        if title := reports[member].title:
            return title
    if incidents:
        return max(incidents, key=lambda i: (len(i.reports), len(i.evidence), i.id)).title
    text = reports[group[0]].text.strip()
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
