"""Which reports and incidents belong together, in the order of time."""

from __future__ import annotations

from crossread.records import MergedActors, MergedIncidents, MergedPlaces, Moment, Origin, Reading, Report, Story


def find_stories(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    origins: tuple[Origin, ...],
    actors: MergedActors,
    places: MergedPlaces,
    incidents: MergedIncidents,
) -> tuple[Story, ...]:
    return ()


def timeline(incidents: MergedIncidents) -> tuple[Moment, ...]:
    return ()
