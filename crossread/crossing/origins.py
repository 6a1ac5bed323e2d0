"""How many independent origins a set of reports has.

A report that is for the most part copied goes back to the origin of its main source; reports that print one agency's
text go back to that agency. A report merged from two others joins its main source only: it does not make one of the
two.
"""

from __future__ import annotations

from collections import defaultdict

from crossread.records import Copy, Origin, Report
from crossread.spans import content_id

MOSTLY = 0.5
"""Share of a report's words that must be copied for it to bring nothing of its own: half. Reports that add a quarter
of own reporting to agency text still repeat its facts; those with a paragraph in common are independent."""


def find_origins(dated: tuple[Report, ...], copies: tuple[Copy, ...]) -> tuple[Origin, ...]:
    """The origins, in the order of their first report; every report belongs to exactly one."""
    parent = {report.id: report.id for report in dated}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]  # shorter ways for the next who ask: an agency has a thousand copies
            name = parent[name]
        return name

    main = _main_copies(copies)
    why: dict[str, str] = {}
    for copy in main:
        if copy.source is not None:
            _join(parent, root(copy.report), root(copy.source))
            why[copy.report] = f"{copy.report} copies {copy.source} ({copy.share:.0%} of its words)"
        elif copy.agency:
            other = copy.evidence[0][1].report if copy.evidence else copy.report
            _join(parent, root(copy.report), root(other))
            why[copy.report] = copy.why
    groups: dict[str, list[str]] = defaultdict(list)
    for report in sorted(parent):
        groups[root(report)].append(report)
    agency_of = {copy.report: copy.agency for copy in main if copy.agency}
    found = [_origin(members, why, agency_of) for members in groups.values()]
    return tuple(sorted(found, key=lambda origin: origin.reports))


def _main_copies(copies: tuple[Copy, ...]) -> list[Copy]:
    """For each report that is mostly copied the copy with the largest share."""
    of: dict[str, list[Copy]] = defaultdict(list)
    for copy in copies:
        of[copy.report].append(copy)
    main = []
    for name in sorted(of):
        if sum(copy.share for copy in of[name]) >= MOSTLY:
            main.append(max(of[name], key=lambda c: (c.share, c.source or "")))
    return main


def _join(parent: dict[str, str], a: str, b: str) -> None:
    parent[max(a, b)] = min(a, b)


def _origin(members: list[str], why: dict[str, str], agency_of: dict[str, str]) -> Origin:
    reasons = [why[name] for name in members if name in why]
    agencies = sorted({agency_of[name] for name in members if name in agency_of})
    return Origin(
        content_id("origin", *members),
        tuple(members),
        agencies[0] if agencies else None,
        "; ".join(reasons) if reasons else "copies no other report",
    )
