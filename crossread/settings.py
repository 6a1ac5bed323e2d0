"""One settings object travels through the whole run; nothing is read from the environment.

A changed mode is a copy (`msgspec.structs.replace`). Each number says what it means and what set it.
A stage's numbers stand in the group that carries its name.
"""

from __future__ import annotations

import msgspec


class IntakeSettings(msgspec.Struct, frozen=True):
    """Limits of what is taken in."""

    largest_file: int = 100_000_000
    """Bytes; a larger file is skipped with a reason. A news page is under 5 MB, a 50 MB text must still be read."""
    longest_report: int = 200_000
    """Characters of one report that are read; the rest is recorded as removed. The longest of 1,962 measured pages has
    120,000."""
    shortest_report: int = 40
    """Characters; with fewer there is nothing to read and the input is skipped."""


class Settings(msgspec.Struct, frozen=True):
    """Everything that a run can be told."""

    language: str = "en"
    """The language that a report is taken to be in where its words do not tell."""
    intake: IntakeSettings = IntakeSettings()
