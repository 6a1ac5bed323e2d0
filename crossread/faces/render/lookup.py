"""A dossier turned into an index: what an id stands for, what a reader calls a report, what belongs to a story."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import PurePosixPath

from crossread.faces.render import words
from crossread.records import (
    Disagreement,
    Dossier,
    DossierReport,
    Evidence,
    Figure,
    Incident,
    Record,
    Span,
    Statement,
    Story,
)


class Section(Record, frozen=True):
    """One story with all that belongs to it, in the order in which a page shows it."""

    story: Story
    incidents: tuple[Incident, ...]  # news, in the order of the timeline
    once: tuple[Incident, ...]  # news that stands in one place of one report, with no day
    background: tuple[Incident, ...]
    passing: tuple[Incident, ...]  # told in passing
    figures: tuple[Figure, ...]  # those of no incident, or of one told in passing
    disagreements: tuple[Disagreement, ...]
    statements: tuple[Statement, ...]


SEVERAL = 3
"""Reports of a story from which on it tells something that one of them has in one place only."""


class Said(Record, frozen=True):
    """What one report says of a figure: a value, for whom and when, with all places where it says so."""

    report: str
    value: str
    according_to: str
    as_of: date | None
    evidence: Evidence


class Lookup:
    """The dossier by id. An id that leads nowhere (a damaged file) is answered with that id, not with an error."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.reports = {report.id: report for report in dossier.reports}
        self.actors = {actor.id: actor for actor in dossier.actors}
        self.places = {place.id: place for place in dossier.places}
        self.figures = {figure.id: figure for figure in dossier.figures}
        self.incidents = {incident.id: incident for incident in dossier.incidents}
        self.statements = {statement.id: statement for statement in dossier.statements}
        self.origin_of = {report: origin for origin in dossier.origins for report in origin.reports}
        self._labels = _labels(dossier)
        longest_first = sorted(map(re.escape, self.reports), key=len, reverse=True)
        self._ids = re.compile(rf"(?<![\w-])(?:{'|'.join(longest_first)})(?![\w-])" if longest_first else r"(?!)")
        self._owners = {i: story.id for story in reversed(dossier.stories) for i in story.incidents}
        self._homes = {report: story.id for story in reversed(dossier.stories) for report in story.reports}

    def outlet(self, report: str) -> str:
        """What a reader calls a report: its outlet, numbered where one outlet has several; else its file's name."""
        return self._labels.get(report, report)

    def outlets(self, reports: tuple[str, ...]) -> str:
        """Several reports in one phrase."""
        return words.listed(self.outlet(report) for report in reports)

    def by_day(self) -> list[DossierReport]:
        """The reports in the order in which they came out; the undated come last."""
        days = {r.id: r.published.start if r.published else date.max for r in self.dossier.reports}
        return sorted(self.dossier.reports, key=lambda r: (days[r.id], r.source, r.id))

    def plainly(self, why: str) -> str:
        """A reason with the outlets in place of the reports' ids."""
        return words.one_line(self._ids.sub(lambda found: self.outlet(found.group()), why))

    def others(self, reports: tuple[str, ...], than: str) -> str:
        """The reports but one."""
        return self.outlets(tuple(report for report in reports if report != than))

    def actor(self, actor: str | None, text: str = "") -> str:
        """An actor's name; `text` where there is none."""
        found = self.actors.get(actor or "")
        return words.one_line(found.name if found else text or actor or "unknown")

    def place(self, place: str) -> str:
        """A place's name."""
        found = self.places.get(place)
        return words.one_line(found.name if found else place)

    def where(self, incident: Incident, most: int | None = None) -> str:
        """The places of an incident; the first `most` of them."""
        return ", ".join(self.place(place) for place in incident.places[:most])

    def counted(self, incident: Incident) -> tuple[Figure, ...]:
        """The figures of an incident."""
        return tuple(self.figures[figure] for figure in incident.figures if figure in self.figures)

    def said(self, figure: Figure) -> tuple[Said, ...]:
        """The readings of a figure; what a report repeats in the same words is one line."""
        lines: dict[tuple[str, str, str, date | None], list[Span]] = {}
        for reading in figure.readings:
            source = words.one_line(reading.according_to or "", 80)
            key = (reading.report, words.reading(reading), source, reading.as_of)
            lines.setdefault(key, []).extend(reading.evidence)
        return tuple(Said(*key, tuple(dict.fromkeys(evidence))) for key, evidence in lines.items())

    def parts(self, incident: Incident, role: str) -> str:
        """Who had this part in an incident."""
        return words.listed(self.partakers(incident, role))

    def partakers(self, incident: Incident, role: str) -> dict[str, Evidence]:
        """The names of those who had this part in an incident, with what proves it: of two parties that go by one name
        ("Police") a reader sees one."""
        found: dict[str, Evidence] = {}
        for p in incident.participants:
            if p.role == role:
                name = self.actor(p.actor, p.text)
                found[name] = (*found.get(name, ()), *p.evidence)
        return found

    def sections(self) -> tuple[Section, ...]:
        """The dossier's stories, each with what is its own; what belongs to no story comes last."""
        stories = list(self.dossier.stories)
        told = {incident for story in stories for incident in story.incidents}
        rest = tuple(incident.id for incident in self.dossier.incidents if incident.id not in told)
        if rest or not stories:
            title = "Told apart from the stories" if stories else self.dossier.title
            inside = {report for story in stories for report in story.reports}
            reports = tuple(report for report in self.reports if not stories or report not in inside)
            stories.append(Story("", title, reports, rest, None, None))
        return tuple(self._section(story, last=story is stories[-1]) for story in stories)

    def _by_itself(self, figure: Figure) -> bool:
        """Whether a figure has no incident beside which it is shown."""
        incident = self.incidents.get(figure.incident or "")
        return incident is None or incident.passing

    def _section(self, story: Story, *, last: bool) -> Section:
        mine = [self.incidents[i] for i in story.incidents if i in self.incidents]
        mine.sort(key=_moment)
        news = [incident for incident in mine if not (incident.background or incident.passing)]
        several = len(story.reports) >= SEVERAL

        def belongs(incident: str | None, reports: tuple[str, ...]) -> bool:
            """By its incident; by its reports where it has none; with the last story where nothing tells."""
            if incident in self._owners:
                return self._owners[incident] == story.id
            home = next((self._homes[report] for report in reports if report in self._homes), None)
            return home == story.id if home is not None else last

        return Section(
            story,
            tuple(incident for incident in news if not (several and _is_told_once(incident))),
            tuple(incident for incident in news if several and _is_told_once(incident)),
            tuple(incident for incident in mine if incident.background and not incident.passing),
            tuple(incident for incident in mine if incident.passing),
            tuple(
                f
                for f in self.dossier.figures
                if self._by_itself(f) and belongs(None, tuple(r.report for r in f.readings))
            ),
            tuple(
                d
                for d in self.dossier.disagreements
                if belongs(d.incident, tuple(report for side in d.sides for report in side.reports))
            ),
            tuple(s for s in self.dossier.statements if belongs(None, (s.report,))),
        )


def _is_told_once(incident: Incident) -> bool:
    """Whether one report tells it in one place, with no day and no figure. Analysts list three in ten of these, and six
    in ten of the other news of 41 stories."""
    return len(incident.evidence) == 1 and incident.inferred and not incident.figures


def _moment(incident: Incident) -> tuple[date, date, str]:
    """Where an incident stands in time; the undated come last."""
    first = incident.start or incident.end or date.max
    return first, incident.end or first, incident.id


def _labels(dossier: Dossier) -> dict[str, str]:
    names = {report.id: words.one_line(_name(report), 32) for report in dossier.reports}
    total, seen = Counter(names.values()), Counter[str]()
    labels = {}
    for report, name in names.items():
        seen[name] += 1
        labels[report] = f"{name} ({seen[name]})" if total[name] > 1 else name
    return labels


def _name(report: DossierReport) -> str:
    """The outlet; where it is unknown the file's name if that is made of words, else the title."""
    if report.outlet:
        return report.outlet
    stem = PurePosixPath(report.source).stem
    wordy = sum(map(str.isalpha, stem)) > 2 * sum(map(str.isdigit, stem))
    return stem if wordy or not report.title else f"“{words.cut(words.one_line(report.title), 24)}”"
