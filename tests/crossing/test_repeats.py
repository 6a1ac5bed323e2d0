"""A report that only repeats another counts once: no new disagreement, no other figure, but it is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from crossread import pipeline
from crossread.crossing.repeats import only_repeating
from crossread.records import Dossier, Origin, Reading, Report

Read = Callable[..., tuple[Report, Reading]]

WIRE = (
    "Mill burns in Tarsk\n\nA fire destroyed the old mill in Tarsk on Monday and killed four workers, the mayor said. "
    "The owner said that the mill was safe, but the workers' union said that its doors had been locked for years. "
    "The company denied claims in the press that it had hidden two letters of the fire brigade. "
    "The mill was built in 1911. It made flour for the whole valley. Its roof was new. Two streets were closed. "
    "The fire brigade came from Orvel. It used water of the river. The smoke was seen in Sarno."
)
OTHER = (
    "Fire at a mill\n\nA fire at the old mill in Tarsk killed nine workers on Monday, a hospital said. "
    "The union accused the company of locking the doors. Police are looking for the cause of the fire."
)
COPY = WIRE + " Read more on our front page."


def dossier(read: Read, *texts: str) -> Dossier:
    pairs = [read(text, date(2031, 5, 6 + n), f"{n}.txt") for n, text in enumerate(texts)]
    return pipeline.cross([r for r, _ in pairs], [x for _, x in pairs])


def test_a_copy_changes_no_disagreement(read: Read) -> None:
    alone, beside = dossier(read, WIRE, OTHER), dossier(read, WIRE, OTHER, COPY)
    assert alone.disagreements
    assert [d.id for d in alone.disagreements] == [d.id for d in beside.disagreements]
    assert sum(len(s.reports) for d in beside.disagreements for s in d.sides) > sum(
        len(s.reports) for d in alone.disagreements for s in d.sides
    )


def test_a_copy_changes_no_figure(read: Read) -> None:
    alone, beside = dossier(read, WIRE, OTHER), dossier(read, WIRE, OTHER, COPY)
    assert [(f.id, f.best, f.verdict) for f in alone.figures] == [(f.id, f.best, f.verdict) for f in beside.figures]
    assert len({r.report for f in beside.figures for r in f.readings}) == 3


def test_the_fuller_report_is_the_one_repeated(read: Read) -> None:
    pairs = [read(text, date(2031, 5, 6), f"{n}.txt") for n, text in enumerate((WIRE.split(". ")[0] + ".", COPY))]
    (short, full), readings = [r.id for r, _ in pairs], [x for _, x in pairs]
    origin = Origin("o", (short, full), None, "")
    assert only_repeating([r for r, _ in pairs], readings, [origin]) == {short: full}


def test_reports_of_two_origins_do_not_repeat_each_other(read: Read) -> None:
    pairs = [read(text, date(2031, 5, 6), f"{n}.txt") for n, text in enumerate((WIRE, COPY))]
    origins = [Origin(r.id, (r.id,), None, "") for r, _ in pairs]
    assert only_repeating([r for r, _ in pairs], [x for _, x in pairs], origins) == {}
