"""Wording with its bearers resolved to actors."""

from __future__ import annotations

from crossread.records import MergedActors, MergedIncidents, Reading, Report, Wording


def resolve_wording(
    dated: tuple[Report, ...], readings: tuple[Reading, ...], actors: MergedActors, incidents: MergedIncidents
) -> tuple[Wording, ...]:
    return ()
