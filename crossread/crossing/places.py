"""Places merged over spellings and reports, with coordinates."""

from __future__ import annotations

from crossread.records import MergedPlaces, Reading, Report


def merge_places(dated: tuple[Report, ...], readings: tuple[Reading, ...]) -> MergedPlaces:
    return MergedPlaces((), {})
