"""Statements with their speakers resolved to actors."""

from __future__ import annotations

from crossread.records import MergedActors, MergedStatements, Reading, Report


def resolve_statements(
    dated: tuple[Report, ...], readings: tuple[Reading, ...], actors: MergedActors
) -> MergedStatements:
    return MergedStatements((), {})
