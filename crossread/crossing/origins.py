"""How many independent origins a set of reports has."""

from __future__ import annotations

from crossread.records import Copy, Origin, Report


def find_origins(dated: tuple[Report, ...], copies: tuple[Copy, ...]) -> tuple[Origin, ...]:
    return ()
