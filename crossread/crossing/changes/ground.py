"""The ground on which two dossiers are compared: which reports came, went or were replaced, what the same span is."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping

from crossread.crossing.changes.shape import Value
from crossread.records import Dossier, DossierReport, Evidence, Span
from crossread.spans import unique

SHOWN = 12
"""Spans that one change quotes at most: the first of each report, then the rest."""


class Ground:
    """Two dossiers and what is known of their reports."""

    def __init__(self, old: Dossier, new: Dossier) -> None:
        self.old, self.new = old, new
        self.before = {report.id: report for report in old.reports}
        self.after = {report.id: report for report in new.reports}
        self.replaces = _replaced(self.before, self.after)
        self.came = frozenset(self.after.keys() - self.before.keys())
        self.went = frozenset(self.before.keys() - self.after.keys())
        self.gains = _of_their_own(new, self.before)
        self.losses = _of_their_own(old, self.after)
        self._pair = {report: f"{a} {b}" for b, a in self.replaces.items() for report in (a, b)}

    def key(self, span: Span) -> Hashable:
        """The same for spans that are the same evidence: by place; by words where the report was replaced."""
        pair = self._pair.get(span.report)
        return (pair, span.text) if pair else (span.report, span.start, span.end)

    def keys(self, spans: Iterable[Span]) -> frozenset[Hashable]:
        """The keys of several spans."""
        return frozenset(map(self.key, spans))

    def cause(self, *evidence: Span) -> tuple[tuple[str, ...], Evidence]:
        """The reports that came or went among some evidence, and their spans in it."""
        mine = shown(span for span in evidence if span.report in self.came or span.report in self.went)
        return tuple(sorted({span.report for span in mine})), mine


def _of_their_own(dossier: Dossier, others: Mapping[str, DossierReport]) -> frozenset[str]:
    """Reports beyond `others` whose origin none of these shares: each brings something that was not there."""
    shared = {name for o in dossier.origins if not others.keys().isdisjoint(o.reports) for name in o.reports}
    return frozenset(report.id for report in dossier.reports if report.id not in others and report.id not in shared)


def _replaced(before: dict[str, DossierReport], after: dict[str, DossierReport]) -> dict[str, str]:
    """New id to old id of reports whose source gives another text now; a source must stand for one report only."""
    gone: dict[str, list[str]] = {}
    for report in before.values():
        gone.setdefault(report.source, []).append(report.id)
    fresh: dict[str, list[str]] = {}
    for report in after.values():
        fresh.setdefault(report.source, []).append(report.id)
    pairs = ((fresh[source], gone[source]) for source in sorted(gone.keys() & fresh.keys()))
    return {b[0]: a[0] for b, a in pairs if len(a) == len(b) == 1 and a != b}


def shown(spans: Iterable[Span]) -> Evidence:
    """Spans in order, at most `SHOWN` of them: no report is left out for the sake of another's second."""
    seen: dict[str, int] = {}
    ranked = []
    for span in unique(spans):
        seen[span.report] = seen.get(span.report, 0) + 1
        ranked.append((seen[span.report], span))
    return tuple(sorted(span for _, span in sorted(ranked)[:SHOWN]))


def known(*values: str | float | None) -> Value:
    """A field's values without the unknown ones."""
    return tuple(value for value in values if value is not None)
