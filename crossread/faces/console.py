"""What the commands say to whoever runs them: colours and a bar for a person, plain text for files and pipes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from crossread.settings import Settings

if TYPE_CHECKING:
    from crossread.crossing.changes import Changes
    from crossread.faces.api import Progress
    from crossread.faces.render import Format
    from crossread.records import Dossier


def is_standard(output: Path | None) -> bool:
    """Whether the options name no file to write."""
    return output is None or str(output) == "-"


def put(text: str, output: Path | None = None) -> None:
    """Text into the file, or to standard output, in UTF-8 whatever the console's own code page is."""
    if output is not None and not is_standard(output):
        output.write_text(text, encoding="utf-8")
        return
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # a text stream's method
    sys.stdout.write(text)
    sys.stdout.flush()


def put_dossier(made: Dossier, face: Format, output: Path | None, show: bool, indent: int) -> None:
    """Write where the options say; a summary on a terminal gets its colours."""
    from crossread.faces.render import render

    if output is None and not show and face == "text" and sys.stdout.isatty():
        from rich.console import Console

        from crossread.faces.render.terminal import summary

        Console(highlight=False).print(summary(made))
        return
    if show and output is None:
        import tempfile

        output = Path(tempfile.mkdtemp(prefix="crossread-")) / "dossier.html"
    put(render(made, face, indent=indent), output)
    if output is None or is_standard(output):
        return
    if sys.stderr.isatty() or show:
        print(f"wrote {output}", file=sys.stderr)
    if show:
        import typer

        typer.launch(output.resolve().as_uri())


def put_changes(
    made: Changes, old: Dossier, new: Dossier, *, as_json: bool, everything: bool, output: Path | None, indent: int
) -> None:
    """Changes as JSON, or as text, with colours and cut where somebody watches."""
    from crossread.faces.growing import encoded
    from crossread.faces.render.changes import plain_text, summary

    if output is None and not as_json and sys.stdout.isatty():
        from rich.console import Console

        shown = {"shown": None} if everything else {}
        Console(highlight=False).print(summary(made, old, new, **shown))
        return
    as_json = as_json or (output is not None and output.suffix.lower() == ".json")
    put(encoded(made, indent=indent) if as_json else plain_text(made, old, new), output)


def tell_skipped(made: Dossier) -> None:
    """Inputs that gave no report, or one in another language, are named on standard error too: a script may throw the
    dossier's list away."""
    for skipped in made.skipped:
        print(f"crossread: skipped {skipped.source}: {skipped.why}", file=sys.stderr)
    for report in made.reports:
        if report.language != Settings().language:
            print(f"crossread: read poorly {report.source}: in another language ({report.language})", file=sys.stderr)


@contextmanager
def progress() -> Iterator[Progress | None]:
    """A bar over the reports read, on standard error and only for a person who watches."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress as Bar,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        BarColumn(24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("taking in", total=None)
        yield lambda step, done, total: bar.update(task, description=escape(step), completed=done, total=total or None)
