"""Statements of several reports against each other: who repeats, backs, weakens or contradicts whom. Pure."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from crossread.crossing.claims.comparing import ONE_MATTER, Comparison, weigh
from crossread.crossing.claims.signs import Signs, of_statement, signs_of
from crossread.records import Key, MergedStatements, Reading, Record, Report

ROWS = 1024
"""Statements whose likeness to all others is worked out at once: 40 MB for 10,000 statements."""


SHORTEST = 3
"""Words of a statement, idle ones not counted: "not yet" bears on nothing in particular."""


class Bearing(Record, frozen=True):
    """How a statement of a later report (`second`, its id) bears on one of an earlier report (`first`)."""

    first: str
    second: str
    comparison: Comparison


def compare_statements(
    dated: tuple[Report, ...], readings: tuple[Reading, ...], statements: MergedStatements
) -> tuple[Bearing, ...]:
    """Pairs of statements of different reports of which one bears on the other, earlier report first.

    Give it the reports of one story: short statements on like happenings read alike. Reports without a day come last;
    among equals the smaller id. A copy says the "same" as what it copied. Statements of fewer than SHORTEST words that
    mean something are left out, and so are pairs that are only related.
    """
    places = _in_order(dated, readings)
    signs = [signs_of(of_statement(reading, reading.statements[n])) for reading, n in places]
    ids = [statements.of[_key(reading, n)] for reading, n in places]
    made: dict[tuple[str, str], Bearing] = {}
    for a, b in _alike(signs):
        if places[a][0].report != places[b][0].report and (ids[a], ids[b]) not in made:
            comparison = weigh(signs[a], signs[b])
            if comparison.relation not in ("related", "unrelated"):
                made[ids[a], ids[b]] = Bearing(ids[a], ids[b], comparison)
    return tuple(made.values())


def _key(reading: Reading, number: int) -> Key:
    return reading.report, number


def _in_order(dated: tuple[Report, ...], readings: tuple[Reading, ...]) -> list[tuple[Reading, int]]:
    """Every statement of every reading, those of the oldest report first."""
    days = {report.id: report.published.start.isoformat() if report.published else "~" for report in dated}
    ordered = sorted(readings, key=lambda reading: (days[reading.report], reading.report))
    return [(reading, number) for reading in ordered for number in range(len(reading.statements))]


def _alike(signs: list[Signs]) -> list[tuple[int, int]]:
    """Pairs (earlier, later) whose likeness reaches ONE_MATTER."""
    known = [number for number, sign in enumerate(signs) if sign.vector and len(sign.words) >= SHORTEST]
    if not known:
        return []
    vectors: NDArray[np.float32] = np.array([signs[number].vector for number in known], dtype=np.float32)
    found: list[tuple[int, int]] = []
    for start in range(0, len(known), ROWS):
        near = np.argwhere(vectors[start : start + ROWS] @ vectors.T >= ONE_MATTER)
        found += [(known[start + a], known[b]) for a, b in near.tolist() if start + a < b]
    return found
