"""What the page sets out as tables: who said what in which report, and who uses which words for whom."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping

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


THINGS = "things named with their judgement"
"""The row of what one report alone calls so, where the label holds what it is for ("a costly war")."""


def vocabulary(lookup: Lookup, dossier: Dossier) -> tuple[Vocabulary, ...]:
    """The words by what they are for; those with most different words come first, the row of `THINGS` last."""
    by_bearer: defaultdict[str, defaultdict[str, list[Wording]]] = defaultdict(lambda: defaultdict(list))
    for wording in dossier.wording:
        of = lookup.actor(wording.actor) if wording.actor in lookup.actors else words.one_line(wording.of)
        by_bearer[of][wording.report].append(wording)
    for of in [of for of, by_report in by_bearer.items() if _is_held(of, by_report)]:
        for report, wordings in by_bearer.pop(of).items():
            by_bearer[THINGS][report] += wordings
    order = [report.id for report in lookup.by_day()]
    found = [
        Vocabulary(of, tuple((report, tuple(by_report[report])) for report in order if report in by_report))
        for of, by_report in by_bearer.items()
    ]
    places = [(v.of == THINGS, -len(v.by_report), -sum(len(w) for _, w in v.by_report), v.of) for v in found]
    return tuple(v for _, v in sorted(zip(places, found, strict=True), key=lambda pair: pair[0]))


def _is_held(of: str, by_report: Mapping[str, list[Wording]]) -> bool:
    """Whether one report alone tells of a thing, and its label names it: the thing needs no row of its own."""
    given = [wording for wordings in by_report.values() for wording in wordings]
    named = set(_WORD.findall(of.lower()))
    alone = len(by_report) == 1 and all(wording.actor is None for wording in given)
    return alone and all(named.intersection(_WORD.findall(wording.label.lower())[-1:]) for wording in given)


_WORD = re.compile(r"[^\W_]+")
