"""Bytes to reports: files, pages, cleaning, dating, credits."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from crossread.records import Intake
from crossread.settings import Settings


def take_in(
    paths: Iterable[str], settings: Settings = Settings(), *, progress: Callable[[str], None] | None = None
) -> Intake:
    return Intake(())
