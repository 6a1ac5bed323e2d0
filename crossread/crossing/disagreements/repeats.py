"""Reports that only repeat another make no disagreement: they are shown beside it where they say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from crossread.records import Disagreement, MergedIncidents, Report, Side, Span
from crossread.spans import must_quote, unique

SHORT = 12
"""Characters of a quote below which it may stand in a copy by chance."""


def without(incidents: MergedIncidents, aside: Mapping[str, str]) -> MergedIncidents:
    """The incidents as the reports tell them that are not set aside."""
    kept = tuple(
        msgspec.structs.replace(i, reports=tuple(r for r in i.reports if r not in aside)) for i in incidents.incidents
    )
    return MergedIncidents(kept, incidents.of)


def with_repeats(
    found: Iterable[Disagreement], aside: Mapping[str, str], reports: Iterable[Report]
) -> list[Disagreement]:
    """Disagreements with what the reports set aside repeat of each side; their ids stay, for nothing new is said."""
    copies: dict[str, list[Report]] = {}
    for report in reports:
        if report.id in aside:
            copies.setdefault(aside[report.id], []).append(report)
    return [
        msgspec.structs.replace(d, sides=tuple(_repeated(side, copies) for side in d.sides)) if copies else d
        for d in found
    ]


def _repeated(side: Side, copies: Mapping[str, list[Report]]) -> Side:
    again = [span for e in side.evidence for copy in copies.get(e.report, ()) for span in _same(e, copy)]
    evidence = unique((*side.evidence, *again))
    return msgspec.structs.replace(
        side, evidence=evidence, reports=tuple(sorted({*side.reports, *(e.report for e in again)}))
    )


def _same(quote: Span, copy: Report) -> list[Span]:
    """The same characters in a copy."""
    at = copy.text.find(quote.text) if len(quote.text) >= SHORT else -1
    return [must_quote(copy, at, at + len(quote.text))] if at >= 0 else []
