"""What the page sets out as tables: who said what in which report, and who uses which words for whom."""

from __future__ import annotations

from collections import defaultdict

from crossread.faces.render import words
from crossread.faces.render.lookup import Lookup
from crossread.records import Dossier, Record, Statement, Wording

MOST_COLUMNS = 8
"""Reports beside each other in the matrix of statements; with more, each speaker's statements are listed instead."""


class Voice(Record, frozen=True):
    """A speaker with what each report lets it say, in the order of the columns."""

    name: str
    cells: tuple[tuple[Statement, ...], ...]
    total: int


class Matrix(Record, frozen=True):
    """Statements by speaker and report."""

    columns: tuple[str, ...]  # report ids
    voices: tuple[Voice, ...]
    wide: bool  # too many columns to stand beside each other


class Vocabulary(Record, frozen=True):
    """The words for one actor or deed, by report."""

    of: str
    by_report: tuple[tuple[str, tuple[Wording, ...]], ...]


def matrix(lookup: Lookup, statements: tuple[Statement, ...]) -> Matrix:
    """Who says what where; those whom most reports quote come first."""
    present = {statement.report for statement in statements}
    known = [report.id for report in lookup.by_day() if report.id in present]
    columns = (*known, *sorted(present - set(known)))  # a damaged dossier may quote reports that it does not hold
    by_speaker: defaultdict[str, defaultdict[str, list[Statement]]] = defaultdict(lambda: defaultdict(list))
    for statement in statements:
        by_speaker[lookup.actor(statement.speaker, statement.speaker_text)][statement.report].append(statement)
    voices = [
        Voice(name, tuple(tuple(cells.get(report, ())) for report in columns), sum(map(len, cells.values())))
        for name, cells in by_speaker.items()
    ]
    voices.sort(key=lambda voice: (-sum(map(bool, voice.cells)), -voice.total, voice.name))
    return Matrix(columns, tuple(voices), len(columns) > MOST_COLUMNS)


def vocabulary(lookup: Lookup, dossier: Dossier) -> tuple[Vocabulary, ...]:
    """The words by what they are for; those with most different words come first."""
    by_bearer: defaultdict[str, defaultdict[str, list[Wording]]] = defaultdict(lambda: defaultdict(list))
    for wording in dossier.wording:
        of = lookup.actor(wording.actor) if wording.actor in lookup.actors else words.one_line(wording.of)
        by_bearer[of][wording.report].append(wording)
    order = [report.id for report in lookup.by_day()]
    found = [
        Vocabulary(of, tuple((report, tuple(by_report[report])) for report in order if report in by_report))
        for of, by_report in by_bearer.items()
    ]
    return tuple(sorted(found, key=lambda v: (-len(v.by_report), -sum(len(w) for _, w in v.by_report), v.of)))
