"""The command line. Each command imports what it needs when it runs, so that help comes at once.

Exit codes: 0 done; 1 verify found something that does not hold; 2 wrong usage; 3 nothing to read, or a file that cannot
be read or written; 4 the installation is damaged (encoder or knowledge files).
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from crossread import __version__
from crossread.errors import CrossreadError, KnowledgeError, ModelError
from crossread.faces.console import is_standard, progress, put, put_changes, put_dossier, tell_skipped

MISMATCH, INPUT, INSTALLATION = 1, 3, 4  # 2, wrong usage, is typer's
EXIT_CODES = (
    "Exit codes: 0 done; 1 verify found a mismatch; 2 wrong usage; 3 nothing to read, or a file that cannot be read or "
    "written; 4 damaged installation."
)

app = typer.Typer(
    name="crossread",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """How a dossier is written."""

    html = "html"
    json = "json"
    md = "md"
    text = "text"


class Shape(StrEnum):
    """What a schema describes."""

    dossier = "dossier"
    changes = "changes"


FormatOption = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="By default what the suffix of -o says, else text.", show_default=False),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help="The file to write; - for standard output.",
        show_default=False,
        dir_okay=False,
        allow_dash=True,
    ),
]
OpenOption = Annotated[bool, typer.Option("--open", help="Show the page in the browser.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the changes as JSON.")]
AllOption = Annotated[bool, typer.Option("--all", help="Show every line; files and pipes get them all anyway.")]
IndentOption = Annotated[int, typer.Option("--indent", min=0, max=8, help="Spaces a level, for JSON.")]


def main() -> None:
    """The entry point: errors that a person can mend become one line and an exit code, never a traceback."""
    try:
        app()
    except BrokenPipeError:  # the reader of our output has left, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except (CrossreadError, OSError) as error:
        what = f"{error.filename}: {error.strerror}" if isinstance(error, OSError) and error.filename else str(error)
        print(f"crossread: {what}", file=sys.stderr)
        sys.exit(INSTALLATION if isinstance(error, (ModelError, KnowledgeError)) else INPUT)


def _say_version(wanted: bool) -> None:
    if wanted:
        print(f"crossread {__version__}")
        raise typer.Exit


@app.callback(epilog=EXIT_CODES)
def _start(
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Read many reports of one story side by side: what happened, who says so, who copied whom, where they disagree.

    \b
    crossread dossier reports/ -o story.html --open
    crossread changes monday.json tuesday.json
    crossread verify story.json reports/
    """


@app.command()
def dossier(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Text files, saved pages, folders of them; - for standard input."),
    ],
    face: FormatOption = None,
    output: OutputOption = None,
    show: OpenOption = False,
    indent: IndentOption = 0,
) -> None:
    """Read reports side by side and write their dossier.

    \b
    crossread dossier reports/                    a summary in the terminal
    crossread dossier reports/ -o story.html      the page, one file, works offline
    crossread dossier a.html b.txt --open         the page in the browser
    crossread dossier reports/ -o story.json      the data, with the schema of `crossread schema`
    crossread dossier reports/ -f md -o - | less  Markdown on standard output

    Inputs that hold no report are skipped and listed with the reason. Exit codes: 0 done; 3 no report left.
    """
    chosen = _choose(face, output, show)
    from crossread.faces import api

    with progress() as bar:
        made = api.dossier(paths, progress=bar)
    put_dossier(made, chosen.value, output, show, indent)
    tell_skipped(made)


@app.command()
def show(
    file: Annotated[Path, typer.Argument(metavar="DOSSIER.json", help="A dossier as JSON.")],
    face: FormatOption = None,
    output: OutputOption = None,
    browser: OpenOption = False,
    indent: IndentOption = 0,
) -> None:
    """Show a dossier that was saved as JSON.

    \b
    crossread show story.json
    crossread show story.json -o story.html --open

    Exit codes: 0 done; 3 the file is no dossier.
    """
    chosen = _choose(face, output, browser)
    from crossread.faces.shown import read_dossier

    put_dossier(read_dossier(file), chosen.value, output, browser, indent)


@app.command()
def changes(
    old: Annotated[Path, typer.Argument(metavar="OLD.json", help="The earlier dossier.")],
    new: Annotated[Path, typer.Argument(metavar="NEW.json", help="The later dossier.")],
    as_json: JsonOption = False,
    everything: AllOption = False,
    output: OutputOption = None,
    indent: IndentOption = 0,
) -> None:
    """Tell what changed between two dossiers, and which report did it.

    \b
    crossread changes monday.json tuesday.json            what is new, revised, contradicted, withdrawn
    crossread changes monday.json tuesday.json --all      without leaving anything out
    crossread changes monday.json tuesday.json --json     as data, with the schema of `crossread schema changes`

    What both hold is matched by id, else by the characters that prove it. Exit codes: 0 done; 3 a file is no dossier.
    """
    _must_have_folder(output)
    from crossread.faces.growing import changes as compare
    from crossread.faces.shown import read_dossier

    before, after = read_dossier(old), read_dossier(new)
    made = compare(before, after)
    put_changes(made, before, after, as_json=as_json, everything=everything, output=output, indent=indent)


@app.command()
def update(
    old: Annotated[Path, typer.Argument(metavar="OLD.json", help="The dossier so far.")],
    reports: Annotated[list[Path], typer.Argument(metavar="REPORTS", help="New reports: files, folders of them.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="NEW.json", help="The file for the new dossier.", dir_okay=False)
    ],
    as_json: JsonOption = False,
    everything: AllOption = False,
    indent: IndentOption = 0,
) -> None:
    """Add reports to a dossier, write the new one, tell what changed.

    \b
    crossread update monday.json tuesday/ -o tuesday.json
    crossread update story.json late.html -o story.json --json > changes.json

    The dossier's own reports are read again from where they lay; what is missing is named. Exit codes: 0 done; 3 a
    report cannot be found, or the file is no dossier.
    """
    _must_have_folder(output)
    from crossread.faces.growing import changes as compare, update as grow
    from crossread.faces.render import render
    from crossread.faces.shown import read_dossier

    before = read_dossier(old)
    with progress() as bar:
        after = grow(before, reports, progress=bar)
    put(render(after, "json", indent=indent), output)
    made = compare(before, after)
    put_changes(made, before, after, as_json=as_json, everything=everything, output=None, indent=indent)
    tell_skipped(after)


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(metavar="DOSSIER.json", help="A dossier as JSON.")],
    reports: Annotated[
        list[Path] | None, typer.Argument(metavar="REPORTS", help="The files that it was made of.", show_default=False)
    ] = None,
) -> None:
    """Check that every quote of a dossier stands where it says.

    \b
    crossread verify story.json             each quote against the text in the dossier
    crossread verify story.json reports/    and these texts against a fresh reading of the files

    Each mismatch is one line with its place. Exit codes: 0 all holds; 1 something does not; 3 no dossier, no reports.
    """
    from crossread.faces.render.words import count
    from crossread.faces.verify import verify as check

    checked = check(file, reports or ())
    for problem in checked.problems:
        print(f"{problem.where}: {problem.what}")
    compared = f", {checked.compared} compared with their files" if checked.compared else ""
    found = len(checked.problems)
    verdict = f"{found} mismatch{'es' if found > 1 else ''}" if found else "all hold"
    line = f"{count(checked.spans, 'quote')} of {count(checked.reports, 'report')}{compared}: {verdict}"
    print(line, file=sys.stderr if found else sys.stdout)
    raise typer.Exit(MISMATCH if found else 0)


@app.command()
def timeml(
    paths: Annotated[list[str], typer.Argument(metavar="PATH", help="Text files, saved pages, folders of them.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="The folder to write one .tml a report into.", show_default=False, file_okay=False
        ),
    ] = None,
    published: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day that all reports count from.", show_default=False),
    ] = None,
) -> None:
    """Write reports with their dates marked as TIMEX3, for other tools.

    \b
    crossread timeml report.txt --published 2024-05-08    to standard output
    crossread timeml reports/ -o annotated/               one .tml for each report

    Without --published each report's own day is worked out as for a dossier. Exit codes: 0 done; 3 no report to read.
    """
    from crossread.faces.timeml import timeml as annotate, write

    with progress() as bar:
        made = annotate(paths, published=published.date() if published else None, progress=bar)
    if output is not None:
        write(made, output)
        return
    put("".join(one.text for one in made))


@app.command()
def actors(
    path: Annotated[Path, typer.Argument(metavar="LIST", help="CSV, JSON of Wikidata, or FollowTheMoney.")],
    to: Annotated[
        Path | None,
        typer.Option(help="Write the file here, not beside the shipped ones.", show_default=False),
    ] = None,
) -> None:
    """Teach Crossread your own list of actors; the next run knows them.

    \b
    crossread actors my-list.csv        columns name, type, aliases (split by ;), country, office, gender
    crossread actors query.json         what Wikidata's query service gives
    crossread actors entities.ftm.json  FollowTheMoney, one entity a line

    Who is known already only gains spellings. Exit codes: 0 done; 3 no list to read.
    """
    from crossread.faces.actor_lists import take

    taken, written = take(path, to)
    typer.echo(f"{len(taken.actors)} actors written to {written}; {len(taken.left)} left out")
    for line in taken.left:
        typer.echo(f"  {line}")


@app.command()
def match(
    file: Annotated[Path, typer.Argument(metavar="DOSSIER.json", help="A dossier as JSON.")],
    path: Annotated[Path, typer.Argument(metavar="LIST", help="CSV, JSON of Wikidata, or FollowTheMoney.")],
) -> None:
    """Tell who of a list of yours may be meant in a dossier.

    \b
    crossread match story.json sanctions.csv              a line for each, the surest first
    crossread match story.json people.csv > matches.csv   for a spreadsheet

    "same" is a spelling of the list, "suggested" one that is surely like it: look at both. The dossier stays as it is.
    Exit codes: 0 done; 3 a file is no dossier, or no list.
    """
    from crossread.faces.actor_lists import given
    from crossread.faces.matching import as_csv, matches
    from crossread.faces.shown import read_dossier

    put(as_csv(matches(read_dossier(file), given(path).actors)))


@app.command()
def schema(
    of: Annotated[Shape, typer.Argument(metavar="[SHAPE]", help="dossier or changes.")] = Shape.dossier,
) -> None:
    """Print the JSON Schema of a dossier, or of changes.

    \b
    crossread schema > dossier.schema.json
    crossread schema changes > changes.schema.json
    """
    from crossread.faces.schema import text

    put(text(of.value))


def _choose(face: Format | None, output: Path | None, show: bool) -> Format:
    """The format that the options ask for; a page where it shall be opened, text where nothing is said."""
    from crossread.faces.render import SUFFIXES, format_of

    chosen = face
    if chosen is None and output is not None and not is_standard(output):
        named = format_of(output.name)
        if named is None:
            raise typer.BadParameter(
                f"{output}: the suffix names no format. Use one of {', '.join(SUFFIXES)}, or give --format.",
                param_hint="-o",
            )
        chosen = Format(named)
    chosen = chosen or (Format.html if show else Format.text)
    if show and (chosen is not Format.html or str(output) == "-"):
        raise typer.BadParameter("only a page in a file can be opened: use -o FILE.html or no -o", param_hint="--open")
    _must_have_folder(output)
    return chosen


def _must_have_folder(output: Path | None) -> None:
    if output is not None and not is_standard(output) and not output.parent.is_dir():
        raise typer.BadParameter(f"{output.parent}: no such folder. Make it first.", param_hint="-o")


if __name__ == "__main__":
    main()
