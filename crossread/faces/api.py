"""Crossread from Python: paths in, dossier out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from crossread import engine, pipeline
from crossread.errors import InputError
from crossread.faces.shown import Dossier
from crossread.intake import take_in
from crossread.records import Intake, Reading
from crossread.settings import Settings

Progress = Callable[[str, int, int], None]
"""Called with what is being done, and how many reports of how many are read (0 of 0 while they are not counted)."""


def dossier(
    paths: str | Path | Iterable[str | Path],
    settings: Settings = Settings(),
    *,
    progress: Progress | None = None,
) -> Dossier:
    """Read the reports under `paths` (files and folders) side by side.

    Raises `InputError` when no report is left; inputs that are skipped among good ones are listed in `Dossier.skipped`.
    """
    intake, readings = read_reports(paths, settings, progress)
    (progress or _silence)("crossing", len(readings), len(readings))
    return Dossier.of(pipeline.cross(intake.reports, readings, intake.skipped))


def read_reports(
    paths: str | Path | Iterable[str | Path], settings: Settings, progress: Progress | None = None
) -> tuple[Intake, list[Reading]]:
    """What was taken in from `paths`, and the reading of each report. Raises `InputError` when no report is left."""
    tell = progress or _silence
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    intake = take_in([str(path) for path in given], settings, progress=lambda line: tell(line, 0, 0))
    if not intake.reports:
        reasons = "; ".join(f"{s.source}: {s.why}" for s in intake.skipped) or "no paths were given"
        raise InputError(f"no report to read: {reasons}")
    total, readings = len(intake.reports), []
    tell("loading the encoder", 0, total)
    for done, reading in enumerate(engine.read_all(intake.reports), start=1):
        readings.append(reading)
        tell(f"read {intake.reports[done - 1].source}", done, total)
    return intake, readings


def _silence(step: str, done: int, total: int) -> None:
    pass
