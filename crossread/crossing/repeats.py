"""Which reports only repeat another one, so that what they tell is not counted again."""

from __future__ import annotations

from collections.abc import Iterable

from crossread.records import Origin, Reading, Report

REPEATED = 0.9
"""Share of a report's sentences that stand in another one of its origin, from which on it only repeats it: what else it
has is a line of its own outlet. Copies that add more are read like any other."""
LATE = 10**7
"""The day of a report without one: behind all others."""


def only_repeating(dated: Iterable[Report], readings: Iterable[Reading], origins: Iterable[Origin]) -> dict[str, str]:
    """The reports that only repeat another one of their origin -> the one that they repeat, which came out
    before them or is the fuller one of a day."""
    text = {r.id: r.text for r in dated}
    days = {r.id: r.published.start.toordinal() if r.published else LATE for r in dated}
    told = {r.report: r for r in readings}
    aside: dict[str, str] = {}
    for origin in origins:
        if len(origin.reports) < 2:
            continue
        lines = {r: _lines(text[r], told[r]) for r in origin.reports}
        ordered = sorted(origin.reports, key=lambda r: (days[r], -len(lines[r]), r))
        for n, report in enumerate(ordered):
            kept = (r for r in ordered[:n] if r not in aside)
            home = next((r for r in kept if _share(lines[report], lines[r]) >= REPEATED), None)
            if home is not None:
                aside[report] = home
    return aside


def _lines(text: str, reading: Reading) -> frozenset[str]:
    """The sentences of a report, their white space folded."""
    return frozenset(" ".join(text[s.start : s.end].split()) for s in reading.sentences)


def _share(lines: frozenset[str], others: frozenset[str]) -> float:
    return len(lines & others) / len(lines) if lines else 0.0
