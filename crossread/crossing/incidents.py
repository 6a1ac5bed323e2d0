"""Events of several reports merged into incidents."""

from __future__ import annotations

from crossread.records import (
    MergedActors,
    MergedIncidents,
    MergedPlaces,
    MergedStatements,
    Origin,
    Reading,
    Report,
    Resolved,
)


def merge_incidents(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    resolved: Resolved,
    origins: tuple[Origin, ...],
    actors: MergedActors,
    places: MergedPlaces,
    statements: MergedStatements,
) -> MergedIncidents:
    return MergedIncidents((), {})
