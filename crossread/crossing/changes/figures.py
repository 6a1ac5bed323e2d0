"""Figures that came, went or were revised, and how a history of figures is replayed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from crossread.crossing.changes.ground import Ground, known, shown
from crossread.crossing.changes.incidents import why
from crossread.crossing.changes.shape import Changes, RevisedFigure, Revision, Told
from crossread.records import Evidence, Figure, FigureReading

FIELDS = ("counts", "low", "best", "high", "verdict")


def revised(ground: Ground, old: Figure, new: Figure) -> RevisedFigure | None:
    """What differs between two states of one figure, be it its incident's id only; None where nothing does."""
    if old == new:
        return None
    came, went = _left(new.readings, old.readings), _left(old.readings, new.readings)
    revisions = tuple(_revisions(ground, old, new, (*came, *went)))
    same = "the same id" if old.id == new.id else "the same evidence"
    return RevisedFigure(new.id, old.id, new.counts, revisions, came, went, new, same)


def _revisions(ground: Ground, old: Figure, new: Figure, moved: tuple[FigureReading, ...]) -> Iterator[Revision]:
    for field in FIELDS:
        before, after = known(getattr(old, field)), known(getattr(new, field))
        if before == after:
            continue
        said = [r for r in moved if {r.value, r.low, r.high} & {*before, *after}] if field != "verdict" else []
        told = evidence(said) if ground.cause(*evidence(said))[0] else evidence(moved)
        reports, spans = ground.cause(*told)
        yield Revision(field, before, after, reports, spans, why(bool(reports)))


def _left(these: Iterable[FigureReading], those: Iterable[FigureReading]) -> tuple[FigureReading, ...]:
    """What the one holds beyond the other, as often as it does."""
    rest = Counter(those)
    found = []
    for reading in these:
        if rest[reading]:
            rest[reading] -= 1
        else:
            found.append(reading)
    return tuple(sorted(found, key=lambda r: (r.evidence, repr(r))))


def evidence(readings: Iterable[FigureReading]) -> Evidence:
    """The spans of several readings."""
    return tuple(span for reading in readings for span in reading.evidence)


def gone(ground: Ground, figure: Figure) -> Told:
    """A figure that the new dossier does not hold."""
    reports = tuple(dict.fromkeys(r.report for r in figure.readings))
    left = all(report in ground.went for report in reports)
    reason = "the reports that told it are gone" if left else "its reports are read otherwise beside the others"
    return Told(figure.id, figure.counts, reports, shown(evidence(figure.readings)), reason)


def replay(figures: Iterable[Figure], changes: Changes) -> tuple[Figure, ...]:
    """The figures of the old dossier with the changes applied: those of the new one, by id."""
    held = {figure.id: figure for figure in figures}
    for told in changes.gone_figures:
        held.pop(told.id, None)
    for change in changes.figures:
        held.pop(change.was, None)
    held.update({change.id: change.now for change in changes.figures})
    held.update({figure.id: figure for figure in changes.new_figures})
    return tuple(held[name] for name in sorted(held))
