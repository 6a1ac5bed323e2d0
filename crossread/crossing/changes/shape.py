"""What came, went or was revised between two dossiers: the records, published as JSON.

Fields that a revision names are fields of the dossier. Spans quote a report of the old or of the new dossier. Values
are tuples, because a field may hold several; an empty one is unknown.
"""

from __future__ import annotations

from typing import Literal

from crossread.records import Evidence, Figure, FigureReading, Published, Record

Value = tuple[str | float, ...]


class ReportChange(Record, frozen=True):
    """A report that came or went; `replaced`: the same source (path, URL) gives another text than before."""

    id: str
    change: Literal["new", "gone", "replaced"]
    source: str
    outlet: str | None
    title: str | None
    replaces: str | None  # the old report's id, of one that is replaced
    new_origin: bool  # whether something reaches the dossier by it that is no copy of what was there
    why: str


class Told(Record, frozen=True):
    """Something that only one of the two dossiers holds, with the reports that tell it there."""

    id: str
    title: str
    reports: tuple[str, ...]
    evidence: Evidence
    why: str


class Revision(Record, frozen=True):
    """One field, before and after, and the reports that came or went and did it; none where no such report tells it."""

    field: str
    old: Value
    new: Value
    reports: tuple[str, ...]
    evidence: Evidence
    why: str


class Revised(Record, frozen=True):
    """Something that both dossiers hold, told otherwise now. `was` is its old id, which may be the same."""

    id: str
    was: str
    title: str
    revisions: tuple[Revision, ...]
    why: str


class RevisedFigure(Record, frozen=True):
    """A figure that was revised: the fields, and the readings that came and went, so that it can be replayed."""

    id: str
    was: str
    title: str
    revisions: tuple[Revision, ...]
    came: tuple[FigureReading, ...]
    went: tuple[FigureReading, ...]
    now: Figure
    why: str


class StatementChange(Record, frozen=True):
    """A statement of the old dossier that its report no longer makes, or that what came speaks against."""

    id: str
    change: Literal["withdrawn", "contradicted"]
    speaker_text: str
    report: str
    by: tuple[str, ...]  # the reports that did it
    disagreement: str | None  # the new dossier's disagreement in which it is a side
    evidence: Evidence
    why: str


class Regrouped(Record, frozen=True):
    """Ids that went up into another (`merged`: several old, one new) or came apart (`split`: one old, several new)."""

    kind: Literal["actor", "incident", "figure", "story"]
    change: Literal["merged", "split"]
    old: tuple[str, ...]
    new: tuple[str, ...]
    title: str
    reports: tuple[str, ...]
    evidence: Evidence
    why: str


class StoryChange(Record, frozen=True):
    """A story that began, went on with more reports, lost some, or is no longer there."""

    id: str
    was: str | None
    change: Literal["new", "revised", "gone"]
    title: str
    came: tuple[str, ...]  # reports
    went: tuple[str, ...]
    why: str


class Redated(Record, frozen=True):
    """A report that both dossiers hold, whose day of publication is reckoned otherwise now."""

    id: str
    old: Published | None
    new: Published | None
    why: str


class Changes(Record, frozen=True, kw_only=True):
    """All that differs between two dossiers; the same dossier twice gives empty lists."""

    changes: str = "1"
    reports: tuple[ReportChange, ...] = ()
    redated: tuple[Redated, ...] = ()
    stories: tuple[StoryChange, ...] = ()
    new_incidents: tuple[Told, ...] = ()
    gone_incidents: tuple[Told, ...] = ()
    incidents: tuple[Revised, ...] = ()
    new_figures: tuple[Figure, ...] = ()
    gone_figures: tuple[Told, ...] = ()
    figures: tuple[RevisedFigure, ...] = ()
    new_disagreements: tuple[Told, ...] = ()
    ended_disagreements: tuple[Told, ...] = ()
    disagreements: tuple[Revised, ...] = ()
    statements: tuple[StatementChange, ...] = ()
    regrouped: tuple[Regrouped, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__struct_fields__ if name != "changes")
