"""The summary for people at a terminal; the same without colours where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from crossread.faces.render import words
from crossread.faces.render.lookup import Lookup, Section
from crossread.records import Disagreement, Dossier, Figure, Incident

STATUS_STYLE = {
    "happened": "green",
    "alleged": "yellow",
    "denied": "magenta",
    "planned": "cyan",
    "threatened": "red",
    "demanded": "blue",
    "hypothetical": "bright_black",
}
VERDICT_STYLE = {"agree": "green", "conflict": "red", "update": "cyan", "scope": "yellow", "single": "bright_black"}
PLAIN_WIDTH = 100
"""Columns of the text that goes to a file or a pipe."""
DATE_WIDTH = 19
"""Columns of an incident's days; "27 December 2023 – 3 January 2024" goes over two lines."""
SHOWN_INCIDENTS = 25
"""Incidents of a story that a terminal shows, the most reported; files and pipes get all."""


def plain_text(dossier: Dossier) -> str:
    """The whole summary, without colours and without end: for files and pipes."""
    out = StringIO()
    console = Console(file=out, width=PLAIN_WIDTH, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(summary(dossier, shown=None))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def summary(dossier: Dossier, *, shown: int | None = SHOWN_INCIDENTS) -> RenderableType:
    """What the dossier says, to be printed by rich; of each story at most `shown` incidents."""
    lookup = Lookup(dossier)
    sections = lookup.sections()
    parts: list[RenderableType] = list(_head(lookup))
    for section in sections:
        parts += _story(lookup, section, shown, titled=len(sections) > 1)
    parts += _copies(lookup)
    parts += _skipped(dossier)
    return Group(*parts)


def _head(lookup: Lookup) -> Iterator[RenderableType]:
    dossier = lookup.dossier
    yield Text(words.one_line(dossier.title), style="bold")
    counts = [
        words.count(len(dossier.reports), "report"),
        words.count(len(dossier.origins), "origin"),
        words.count(sum(not i.passing for i in dossier.incidents), "incident"),
        words.count(len(dossier.disagreements), "disagreement"),
    ]
    yield Text(f"{words.days(dossier.start, dossier.end)} · {' · '.join(counts)}", style="dim")
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("published", style="dim", no_wrap=True)
    table.add_column("outlet", no_wrap=True)
    table.add_column("title")
    for report in lookup.by_day():
        title = words.one_line(report.title or report.source, 90)
        table.add_row(Text(words.published(report.published)), Text(lookup.outlet(report.id), "bold"), Text(title))
    yield Padding(table, (1, 0, 0, 0))


def _story(lookup: Lookup, section: Section, shown: int | None, *, titled: bool) -> Iterator[RenderableType]:
    if titled:
        yield Text()
        yield Rule(Text(words.one_line(section.story.title, 70), style="bold"), align="left")
        days = words.days(section.story.start, section.story.end)
        yield Text(f"{days} · {lookup.outlets(section.story.reports)}", "dim")
    news = _foremost(section.incidents, shown)
    if news:
        yield _title("What happened, in order")
        yield _incidents(lookup, news, fully=True)
        if left := len(section.incidents) - len(news):
            yield Text(f"  … and {words.count(left, 'more incident')}: -o story.html shows all", style="dim")
    if section.once and shown is None:
        yield _title("Told once, with no day")
        yield _incidents(lookup, list(section.once), fully=False)
    elif section.once:
        yield Text(f"  … and {words.count(len(section.once), 'incident')} told once, with no day", style="dim")
    if section.background:
        yield _title("Told as background")
        yield _incidents(lookup, _foremost(section.background, shown and shown // 3), fully=False)
    if section.passing and shown is None:
        yield _title("Told in passing")
        yield _incidents(lookup, list(section.passing), fully=False)
    elif section.passing:
        yield Text(f"  … and {words.count(len(section.passing), 'incident')} told in passing", style="dim")
    if section.figures:
        yield _title("Figures")
        yield from (Padding(_figure(lookup, figure), (0, 0, 0, 2)) for figure in section.figures)
    if section.disagreements:
        yield _title("Where they disagree")
        yield from (_disagreement(lookup, disagreement) for disagreement in section.disagreements)


def _title(text: str) -> RenderableType:
    return Padding(Text(text, style="bold underline"), (1, 0, 0, 0))


def _foremost(incidents: tuple[Incident, ...], shown: int | None) -> list[Incident]:
    """The `shown` incidents that most origins and reports tell, in their old order."""
    if shown is None or len(incidents) <= shown:
        return list(incidents)
    chosen = sorted(incidents, key=lambda i: (-i.origins, -len(i.reports), -len(i.evidence)))[:shown]
    return [incident for incident in incidents if incident in chosen]


def _incidents(lookup: Lookup, incidents: list[Incident], *, fully: bool) -> Table:
    """Incidents as rows: when, status, what; `fully` with those who took part, who tells it and the figures."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="dim", max_width=DATE_WIDTH)
    table.add_column()
    table.add_column(ratio=1)
    for incident in incidents:
        what = Text().append(words.one_line(incident.title), "bold" if fully else "")
        if where := lookup.where(incident):
            what.append(f" · {where}", "dim")
        parts: list[RenderableType] = [what]
        if fully:
            parts += [_told(lookup, incident), *(_figure(lookup, figure) for figure in lookup.counted(incident))]
        status = Text(incident.status, STATUS_STYLE.get(incident.status, ""))
        table.add_row(words.when(incident), status, Group(*parts))
    return table


def _told(lookup: Lookup, incident: Incident) -> Text:
    told = Text(style="dim")
    for role, word in (("actor", "by"), ("target", "against"), ("other", "also")):
        if who := lookup.parts(incident, role):
            told.append(f"{word} {who}; ")
    origins = f", {words.count(incident.origins, 'origin')}" if len(incident.reports) > 1 else ""
    return told.append(f"told by {lookup.outlets(incident.reports)}{origins}")


def _figure(lookup: Lookup, figure: Figure) -> Text:
    line = Text().append(words.figure(figure), "bold").append(f" {words.counted(figure)} ")
    line.append(figure.verdict, VERDICT_STYLE.get(figure.verdict, ""))
    said = lookup.said(figure)
    if len(said) > 1:
        sources = (
            f"{lookup.outlet(s.report)} {s.value}{f' ({s.according_to})' if s.according_to else ''}" for s in said
        )
        line.append(f": {'; '.join(sources)}", "dim")
    return line


def _disagreement(lookup: Lookup, disagreement: Disagreement) -> RenderableType:
    parts: list[RenderableType] = [
        Text("  ").append(f"{disagreement.kind} ", "red").append(words.one_line(disagreement.about), "bold")
    ]
    for side in disagreement.sides:
        line = Text(words.one_line(side.says)).append(f" · {lookup.outlets(side.reports)}", "dim")
        parts.append(Padding(line, (0, 0, 0, 6)))
    return Group(*parts)


def _copies(lookup: Lookup) -> Iterator[RenderableType]:
    shared = [origin for origin in lookup.dossier.origins if len(origin.reports) > 1]
    if lookup.dossier.copies or shared:
        yield _title("Who copied whom")
    for copy in lookup.dossier.copies:
        source = lookup.outlet(copy.source) if copy.source else words.one_line(copy.agency or "a text that is not here")
        yield Text(f"  {lookup.outlet(copy.report)} repeats {source}, {words.share(copy.share)} of its words")
    for origin in shared:
        line = Text(f"  {lookup.outlets(origin.reports)} count as one")
        yield line.append(f": {lookup.plainly(origin.why)}", "dim")


def _skipped(dossier: Dossier) -> Iterator[RenderableType]:
    if dossier.skipped:
        yield _title("Skipped")
    for skipped in dossier.skipped:
        yield Text("  " + words.one_line(skipped.source)).append(f": {words.one_line(skipped.why)}", "dim")
