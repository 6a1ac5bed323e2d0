"""Disagreements that came or ended, and statements that were withdrawn or contradicted."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.crossing.changes.ground import Ground, shown
from crossread.crossing.changes.incidents import why
from crossread.crossing.changes.matching import Matched
from crossread.crossing.changes.shape import Revised, Revision, StatementChange, Told
from crossread.records import Disagreement, Evidence, Side, Statement
from crossread.spans import overlap


def evidence(disagreement: Disagreement) -> Evidence:
    """The spans of all sides."""
    return tuple(span for side in disagreement.sides for span in side.evidence)


def reports(disagreement: Disagreement) -> tuple[str, ...]:
    """The reports of all sides."""
    return tuple(sorted({report for side in disagreement.sides for report in side.reports}))


def told(disagreement: Disagreement, reason: str) -> Told:
    """A disagreement as something that came or ended."""
    return Told(disagreement.id, disagreement.about, reports(disagreement), shown(evidence(disagreement)), reason)


def why_new(ground: Ground, disagreement: Disagreement) -> str:
    """Which side is new, if one is."""
    for side in disagreement.sides:
        if side.reports and all(report in ground.came for report in side.reports):
            return f"only reports that came tell one side: {side.says}"
    if any(report in ground.came for report in reports(disagreement)):
        return "reports that came take part in it"
    return why(False)


def why_ended(ground: Ground, figures: Matched, disagreement: Disagreement) -> str:
    """What became of a disagreement that the new dossier does not hold."""
    for side in disagreement.sides:
        if side.reports and all(report in ground.went for report in side.reports):
            return f"the reports of one side are gone: {side.says}"
    heir = figures.heir(disagreement.figure)
    verdict = next((figure.verdict for figure in ground.new.figures if figure.id == heir), None)
    if verdict is not None:
        return f"the verdict of its figure is now {verdict}"
    return "its sides are no longer told against each other"


def revised(ground: Ground, old: Disagreement, new: Disagreement) -> Revised | None:
    """Sides that were joined or left; None where none was."""
    before, after = _sides(old.sides), _sides(new.sides)
    if before == after:
        return None
    causes, spans = ground.cause(*evidence(old), *evidence(new))
    revision = Revision("sides", before, after, causes, spans, why(bool(causes)))
    same = "the same id" if old.id == new.id else "the same evidence"
    return Revised(new.id, old.id, new.about, (revision,), same)


def _sides(sides: tuple[Side, ...]) -> tuple[str, ...]:
    return tuple(sorted(side.says for side in sides))


# --------------------------------------------------------------------------- statements


def withdrawn(ground: Ground) -> Iterator[StatementChange]:
    """Statements of reports whose source gives another text now, in which they do not stand any more."""
    successor = {old: new for new, old in ground.replaces.items()}
    stays = {(ground.key(s.content), s.speaker_text) for s in ground.new.statements}
    for statement in ground.old.statements:
        by = successor.get(statement.report)
        if by is not None and (ground.key(statement.content), statement.speaker_text) not in stays:
            reason = "its source gives another text now, in which it does not stand in these words"
            yield _changed(statement, "withdrawn", (by,), None, (), reason)


def contradicted(ground: Ground, disagreements: tuple[Disagreement, ...]) -> Iterator[StatementChange]:
    """Statements of old that stand on a side of these disagreements against a side that reports that came tell.

    Without a report that came on another side nothing new was said against them, and nothing is told here.
    """
    before = [s for s in ground.old.statements if s.report in ground.after]
    for disagreement in disagreements:
        for number, side in enumerate(disagreement.sides):
            against = [
                span
                for other, opposed in enumerate(disagreement.sides)
                if other != number
                for span in opposed.evidence
                if span.report in ground.came
            ]
            for statement in before if against else ():
                if any(overlap(statement.content, span) for span in side.evidence):
                    by = tuple(sorted({span.report for span in against}))
                    reason = f"{disagreement.kind}: {disagreement.about}"
                    yield _changed(statement, "contradicted", by, disagreement.id, tuple(against), reason)


def _changed(
    statement: Statement, change: str, by: tuple[str, ...], disagreement: str | None, against: Evidence, reason: str
) -> StatementChange:
    return StatementChange(
        statement.id,
        change,  # type: ignore[arg-type]
        statement.speaker_text,
        statement.report,
        by,
        disagreement,
        (statement.content, *shown(against)),
        reason,
    )
