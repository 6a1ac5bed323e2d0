"""Which reports and incidents belong together, in the order of time.

Two reports are alike as far as they share names and their leads mean the same (`themes`), and copy each other; distance
in time counts against it. Stories grow by joining the two that are most alike on average, until none are alike enough;
a report of which a part tells of another story belongs to both.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from crossread.crossing.stories.grouping import Closeness
from crossread.crossing.stories.parts import Parts, group_of, parts_of
from crossread.crossing.stories.titles import title_of
from crossread.crossing.themes import Themes
from crossread.records import Incident, MergedIncidents, Moment, Origin, Reading, Report, Story
from crossread.spans import content_id

UNREAL = frozenset({"planned", "threatened", "demanded", "hypothetical", "denied"})
NEWS = timedelta(days=183)
"""How long before the first report something may have ended and still be of the story, not of its past."""
VAGUE = timedelta(days=62)
"""Days from which on an incident's time says too little to set the story's first or last day."""


def find_stories(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    themes: Themes,
    origins: tuple[Origin, ...],
    incidents: MergedIncidents,
) -> tuple[Story, ...]:
    """The stories, the largest first. Every report is in one, and in others of which a part of it tells; every incident
    is in the one that tells most of it."""
    closeness = Closeness(dated, themes, origins)
    groups = closeness.groups()
    parts = parts_of(readings, closeness, groups)
    of = _incidents_of(groups, parts, dated, incidents.incidents)
    visiting: dict[int, dict[int, float]] = defaultdict(dict)  # of each group the reports with a part that tells of it
    for member in sorted(parts):
        for part in parts[member]:
            visiting[part.group][member] = part.likeness
    found = []
    for number, group in enumerate(groups):
        guests = visiting.get(number, {})
        members = sorted({*group, *guests})
        title = title_of(group, dated, readings, of[number])
        why = (_why(group, closeness), *(f"a part of {dated[m].id} tells of it: {guests[m]:.2f}" for m in guests))
        found.append(_story(members, title, why, dated, of[number]))
    return tuple(sorted(found, key=lambda story: (-len(story.reports), -len(story.incidents), story.id)))


def timeline(incidents: MergedIncidents) -> tuple[Moment, ...]:
    """The incidents that have a day, by day; those of which only the last day is known at the end. What is told in
    passing is left out."""
    moments = [Moment(i.start, i.end, i.id) for i in incidents.incidents if (i.start or i.end) and not i.passing]
    return tuple(sorted(moments, key=lambda m: (m.start is None, m.start or date.max, m.end or date.max, m.incident)))


def _incidents_of(
    groups: Sequence[Sequence[int]], parts: Parts, reports: Sequence[Report], incidents: Sequence[Incident]
) -> dict[int, list[Incident]]:
    """The incidents of each group: each goes where most of its evidence, and of its reports, is."""
    index = {report.id: number for number, report in enumerate(reports)}
    home = {member: number for number, group in enumerate(groups) for member in group}
    of: dict[int, list[Incident]] = defaultdict(list)
    for incident in incidents:
        votes: Counter[int] = Counter()
        for span in incident.evidence:
            if (member := index.get(span.report)) is not None:
                votes[group_of(span, parts.get(member, ()), home[member])] += 1
        votes.update(home[index[name]] for name in incident.reports if name in index and not parts.get(index[name]))
        if votes:
            of[min(votes, key=lambda number: (-votes[number], number))].append(incident)
    return of


def _why(group: Sequence[int], closeness: Closeness) -> str:
    if len(group) == 1:
        return "the only report of it"
    return f"names and leads alike: {closeness.mean(group):.2f} on average"


def _story(
    members: Sequence[int], title: str, why: tuple[str, ...], reports: Sequence[Report], incidents: list[Incident]
) -> Story:
    names = tuple(sorted(reports[member].id for member in members))
    start, end = _extent([reports[member] for member in members], incidents)
    return Story(
        content_id("story", *names), title, names, tuple(incident.id for incident in incidents), start, end, why
    )


def _extent(reports: Sequence[Report], incidents: Sequence[Incident]) -> tuple[date | None, date | None]:
    """First and last day of what happened in the foreground; of publication where no incident has a day.

    What was long over when the first report came out is the story's past, and what is told with no day but with a year
    or a century says nothing of its days.
    """
    published = [report.published for report in reports if report.published]
    first = min((p.start for p in published), default=None)
    real = [i for i in incidents if not (i.background or i.passing) and i.status not in UNREAL]
    days = [(i.start or i.end, i.end or i.start) for i in real]
    known = [(start, end) for start, end in days if start and end and end - start <= VAGUE]
    news = [(start, end) for start, end in known if first is None or first - end <= NEWS]
    if news or known:
        chosen = news or known
        return min(start for start, _ in chosen), max(end for _, end in chosen)
    return first, max((p.end for p in published), default=None)
