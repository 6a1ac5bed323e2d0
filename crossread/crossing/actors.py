"""Actors merged over spellings and reports."""

from __future__ import annotations

from crossread.records import MergedActors, Reading, Report


def merge_actors(dated: tuple[Report, ...], readings: tuple[Reading, ...]) -> MergedActors:
    return MergedActors((), {})
