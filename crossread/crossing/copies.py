"""Who copied whom: passages that reports share."""

from __future__ import annotations

from crossread.records import Copy, Reading, Report


def find_copies(dated: tuple[Report, ...], readings: tuple[Reading, ...]) -> tuple[Copy, ...]:
    return ()
