"""Crossread from Python: paths in, dossier out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from crossread import engine, pipeline
from crossread.errors import InputError
from crossread.intake import take_in
from crossread.records import Dossier
from crossread.settings import Settings


def dossier(
    paths: str | Path | Iterable[str | Path],
    settings: Settings = Settings(),
    *,
    progress: Callable[[str], None] | None = None,
) -> Dossier:
    """Read the reports under `paths` (files and folders) side by side.

    `progress` is called with a short line for each step. Raises `InputError` when no report is left; inputs that are
    skipped among good ones are listed in `Dossier.skipped`.
    """
    given = [paths] if isinstance(paths, (str, Path)) else list(paths)
    intake = take_in([str(path) for path in given], settings, progress=progress)
    if not intake.reports:
        reasons = "; ".join(f"{s.source}: {s.why}" for s in intake.skipped) or "no paths were given"
        raise InputError(f"no report to read: {reasons}")
    readings = list(engine.read_all(intake.reports, progress=progress))
    if progress:
        progress("crossing")
    return pipeline.cross(intake.reports, readings, intake.skipped)
