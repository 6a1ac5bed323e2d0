"""Where reports, or those whom they quote, cannot both be right."""

from __future__ import annotations

from crossread.records import (
    Disagreement,
    MergedActors,
    MergedFigures,
    MergedIncidents,
    MergedPlaces,
    MergedStatements,
    Reading,
    Report,
    Resolved,
)


def find_disagreements(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    resolved: Resolved,
    actors: MergedActors,
    places: MergedPlaces,
    statements: MergedStatements,
    incidents: MergedIncidents,
    figures: MergedFigures,
) -> tuple[Disagreement, ...]:
    return ()
