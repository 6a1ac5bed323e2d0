"""A dossier that grows: what changed since yesterday's, and today's made of its reports and new ones."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

from crossread import records
from crossread.crossing.changes import Changes, changes as compare
from crossread.errors import InputError
from crossread.faces import api
from crossread.faces.shown import Dossier, read_dossier
from crossread.settings import Settings


def changes(old: records.Dossier | str | Path, new: records.Dossier | str | Path) -> Changes:
    """What changed from one dossier to another (records, or JSON files), and which report did it.

    Raises `DossierError` when a file is no dossier.
    """
    return compare(_given(old), _given(new))


def update(
    old: records.Dossier | str | Path,
    reports: str | Path | Iterable[str | Path],
    settings: Settings = Settings(),
    *,
    progress: api.Progress | None = None,
) -> Dossier:
    """The dossier of an old one's reports and of those under `reports`, the same as if all had been given at once.

    A dossier keeps what a report says, not all that was found on its page; so its reports are read again from their
    sources. Raises `InputError` naming those that cannot be found there or under `reports`.
    """
    before = _given(old)
    given = [reports] if isinstance(reports, (str, Path)) else list(reports)
    roots = [Path(path).resolve() for path in given]
    sources = dict.fromkeys(report.source for report in before.reports)
    kept = [s for s in sources if Path(s).exists() and not any(_under(Path(s), root) for root in roots)]
    made = api.dossier([*kept, *map(str, given)], settings, progress=progress)
    found = {report.id for report in made.reports}
    here = {report.source for report in made.reports}
    lost = [r for r in before.reports if r.id not in found and r.source not in here]
    if lost:
        names = ", ".join(report.source for report in lost[:5]) + (" …" if len(lost) > 5 else "")
        raise InputError(
            f"{len(lost)} of the dossier's {len(before.reports)} reports cannot be found: {names}. An update reads "
            "them again: run it in the folder where the dossier was made, or name the folder that holds them beside "
            "the new reports."
        )
    return made


def encoded(made: Changes, *, indent: int = 0) -> str:
    """Changes as one JSON object and a line end."""
    data = msgspec.json.encode(made, order="deterministic")
    return (msgspec.json.format(data, indent=indent) if indent > 0 else data).decode() + "\n"


def _given(given: records.Dossier | str | Path) -> records.Dossier:
    """A dossier as it is, or the one in a JSON file."""
    return given if isinstance(given, records.Dossier) else read_dossier(given)


def _under(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root)
