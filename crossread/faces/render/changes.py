"""What changed, for people at a terminal, and the same without colours where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from crossread.crossing.changes import Changes
from crossread.crossing.changes.shape import Revised, RevisedFigure, Revision, Told
from crossread.faces.render import words
from crossread.faces.render.lookup import Lookup
from crossread.faces.render.terminal import PLAIN_WIDTH
from crossread.records import Dossier, FigureReading, Span

SHOWN = 10
"""Lines of a section that a terminal shows, those of the most reports first; files and pipes get all."""
QUOTE = 110
"""Characters of a quote in a line."""
LISTS = ("participants", "places", "sides")
MARKS = {"new": "+", "gone": "−", "replaced": "~"}
CHANGED = {"participants": "who", "places": "where", "sides": "sides", "start": "from", "end": "to"}


def plain_text(changes: Changes, old: Dossier, new: Dossier) -> str:
    """All changes without colours: for files and pipes."""
    out = StringIO()
    console = Console(file=out, width=PLAIN_WIDTH, color_system=None, force_terminal=False, legacy_windows=False)
    console.print(summary(changes, old, new, shown=None))
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def summary(changes: Changes, old: Dossier, new: Dossier, *, shown: int | None = SHOWN) -> RenderableType:
    """What changed, to be printed by rich; of each kind at most `shown`."""
    return Group(*View(changes, old, new, shown).parts())


class View:
    """The changes with the two dossiers that say what an id stands for."""

    def __init__(self, changes: Changes, old: Dossier, new: Dossier, shown: int | None) -> None:
        self.changes, self.shown = changes, shown
        self.before, self.after = Lookup(old), Lookup(new)

    def parts(self) -> Iterator[RenderableType]:
        """Head, then a section for each kind of change that there is."""
        c = self.changes
        yield Text(f"What changed: {words.one_line(self.after.dossier.title)}", style="bold")
        yield Text(self._counts(), style="dim")
        if not c:
            yield Text("Nothing changed.")
        yield from self._section("Reports", self._reports())
        yield from self._section("New incidents", self._incidents(c.new_incidents, self.after))
        yield from self._section("Incidents told otherwise", self._revised(c.incidents))
        yield from self._section("Figures", self._figures())
        yield from self._section("New disagreements", [self._told(told) for told in c.new_disagreements])
        yield from self._section("Disagreements with other sides", self._revised(c.disagreements))
        yield from self._section("Disagreements that ended", [self._told(told) for told in c.ended_disagreements])
        yield from self._section("Statements withdrawn or contradicted", self._statements())
        yield from self._section("Incidents that are gone", self._incidents(c.gone_incidents, self.before))
        yield from self._section("Grouped otherwise", self._regrouped())

    def _counts(self) -> str:
        before, after = len(self.before.dossier.reports), len(self.after.dossier.reports)
        return f"{words.count(before, 'report')} before, {after} now"

    def _section(self, title: str, lines: Sequence[RenderableType]) -> Iterator[RenderableType]:
        if not lines:
            return
        yield Padding(Text(title, style="bold underline"), (1, 0, 0, 0))
        yield from (Padding(line, (0, 0, 0, 2)) for line in lines[: self.shown])
        if left := len(lines[self.shown :]) if self.shown else 0:
            yield Text(f"  … and {left:,} more: --all shows them", style="dim")

    def _outlet(self, report: str) -> str:
        return self.after.outlet(report) if report in self.after.reports else self.before.outlet(report)

    def _quote(self, spans: Iterable[Span], reports: Sequence[str]) -> RenderableType | None:
        """The first quote of the reports that did it, with its outlet."""
        span = next((span for span in spans if span.report in reports), None)
        if span is None:
            return None
        line = Text(f"“{words.one_line(span.text, QUOTE)}” ").append(self._outlet(span.report), "dim")
        return Padding(line, (0, 0, 0, 4))

    # ----------------------------------------------------------------------- sections

    def _reports(self) -> list[RenderableType]:
        lines: list[RenderableType] = []
        for change in self.changes.reports:
            line = Text(f"{MARKS[change.change]} ").append(self._outlet(change.id), "bold")
            line.append(f" {words.one_line(change.title or change.source, 80)}")
            lines.append(line.append(f" · {self._plainly(change.why)}", "dim") if not change.new_origin else line)
        for redated in self.changes.redated:
            was, now = words.published(redated.old), words.published(redated.new)
            lines.append(Text("~ ").append(self._outlet(redated.id), "bold").append(f" came out {now}, not {was}"))
        for story in self.changes.stories:
            if story.change == "revised" and self.changes.reports:
                continue
            lines.append(Text(f"{story.change} story: ").append(words.one_line(story.title, 80), "bold"))
        return lines

    def _incidents(self, told: Iterable[Told], lookup: Lookup) -> list[RenderableType]:
        """The news before the background and what is told in passing, the most reported first."""
        known = [(one, lookup.incidents.get(one.id)) for one in told]
        known.sort(key=lambda pair: (not pair[1] or pair[1].background or pair[1].passing, -len(pair[0].reports)))
        lines: list[RenderableType] = []
        for one, incident in known:
            line = Text().append(words.one_line(one.title), "bold")
            if incident:
                line.append(f" · {words.when(incident)} · {incident.status}", "dim")
            lines.append(line.append(f" · {words.listed(map(self._outlet, one.reports))}", "dim"))
        return lines

    def _told(self, told: Told) -> RenderableType:
        line = Text().append(words.one_line(told.title), "bold").append(f" · {self._plainly(told.why)}", "dim")
        quotes = [self._quote([span], [span.report]) for span in told.evidence[:2]]
        return Group(line, *(quote for quote in quotes if quote))

    def _revised(self, revised: Iterable[Revised]) -> list[RenderableType]:
        """Those that a report caused, one by one; how many others there are, which only reckoning changed."""
        everything = list(revised)
        caused = [one for one in everything if any(revision.reports for revision in one.revisions)]
        caused.sort(key=lambda one: -len({report for revision in one.revisions for report in revision.reports}))
        lines = [self._one(one) for one in caused]
        if rest := len(everything) - len(caused):
            what = words.count(rest, "more is", "more are")
            lines.append(Text(f"{what} reckoned otherwise beside the others: --json names them", style="dim"))
        return lines

    def _one(self, revised: Revised) -> RenderableType:
        lines: list[RenderableType] = [Text().append(words.one_line(revised.title), "bold")]
        fields = {revision.field for revision in revised.revisions}
        for revision in revised.revisions:
            if revision.field in ("start", "end") and {"start", "end"} <= fields:
                continue
            lines += self._revision(revision)
        if {"start", "end"} <= fields:
            lines += self._days(revised)
        return Group(*lines)

    def _days(self, revised: Revised) -> Iterator[RenderableType]:
        first, last = (next(r for r in revised.revisions if r.field == field) for field in ("start", "end"))
        was, now = words.days(_day(first.old), _day(last.old)), words.days(_day(first.new), _day(last.new))
        yield from self._line("days", f"{was} → {now}", first)

    def _revision(self, revision: Revision) -> Iterator[RenderableType]:
        if revision.field == "reports":
            joined = [self._outlet(str(r)) for r in revision.new if r not in revision.old]
            left = [self._outlet(str(r)) for r in revision.old if r not in revision.new]
            told = [f"now told by {words.listed(joined)}"] if joined else []
            told += [f"no more by {words.listed(left)}"] if left else []
            yield Text(f"    {'; '.join(told)}", style="dim")
        elif revision.field in LISTS:
            came = [f"+ {words.one_line(str(v), QUOTE)}" for v in revision.new if v not in revision.old]
            went = [f"− {words.one_line(str(v), QUOTE)}" for v in revision.old if v not in revision.new]
            yield from self._line(CHANGED[revision.field], "; ".join([*came, *went]), revision)
        else:
            name = CHANGED.get(revision.field, revision.field)
            yield from self._line(name, f"{_value(revision.old)} → {_value(revision.new)}", revision)

    def _line(self, name: str, what: str, revision: Revision) -> Iterator[RenderableType]:
        line = Text(f"  {name}: ").append(what, "cyan")
        by = words.listed(map(self._outlet, revision.reports))
        yield line.append(f" · {f'by {by}' if by else revision.why}", "dim")
        if revision.field != "origins" and (quote := self._quote(revision.evidence, revision.reports)):
            yield quote

    def _figures(self) -> list[RenderableType]:
        told = [f for f in self.changes.figures if f.revisions or self._fresh(f)]
        lines = [self._figure(f) for f in sorted(told, key=lambda f: (not f.revisions, -len(f.came), f.id))]
        for new in sorted(self.changes.new_figures, key=lambda f: (-len(f.readings), f.id)):
            line = Text("+ ").append(f"{words.figure(new)} {words.counted(new)}", "bold")
            by = words.listed(dict.fromkeys(self._outlet(r.report) for r in new.readings))
            lines.append(line.append(f" · {by}", "dim"))
        return lines

    def _figure(self, figure: RevisedFigure) -> RenderableType:
        title = f"{words.figure(figure.now)} {words.counted(figure.now)}"
        lines: list[RenderableType] = [Text().append(title, "bold")]
        for revision in figure.revisions:
            lines += self._line(revision.field, f"{_value(revision.old)} → {_value(revision.new)}", revision)
        if not figure.revisions:
            same = [f"{self._outlet(r.report)} {words.reading(r)}" for r in self._fresh(figure)]
            lines.append(Text(f"    also {words.listed(dict.fromkeys(same))}", style="dim"))
        return Group(*lines)

    def _fresh(self, figure: RevisedFigure) -> list[FigureReading]:
        """Readings of reports that came; the others are only reckoned for another day."""
        return [reading for reading in figure.came if reading.report not in self.before.reports]

    def _statements(self) -> list[RenderableType]:
        lines: list[RenderableType] = []
        for change in self.changes.statements:
            line = Text(f"{change.change} ", "red").append(words.one_line(change.speaker_text, 40), "bold")
            line.append(f": “{words.one_line(change.evidence[0].text, QUOTE)}” {self._outlet(change.report)}")
            by = words.listed(map(self._outlet, change.by))
            line.append(f" · by {by}: {self._plainly(change.why)}", "dim")
            quote = self._quote(change.evidence[1:], change.by)
            lines.append(Group(line, quote) if quote else line)
        return lines

    def _regrouped(self) -> list[RenderableType]:
        lines: list[RenderableType] = []
        for group in self.changes.regrouped:
            count = len(group.old) if group.change == "merged" else len(group.new)
            line = Text(f"{words.count(count, group.kind, 'stories' if group.kind == 'story' else None)} ")
            line.append("became " if group.change == "merged" else "came out of ")
            line.append(words.one_line(group.title), "bold").append(f" · {self._plainly(group.why)}", "dim")
            lines.append(line)
        return lines

    def _plainly(self, why: str) -> str:
        return words.cut(self.after.plainly(why), 2 * QUOTE)


def _value(values: Sequence[str | float]) -> str:
    told = (words.number(v) if isinstance(v, (int, float)) else words.one_line(v) for v in values)
    return words.listed(told) or "unknown"


def _day(values: Sequence[str | float]) -> date | None:
    return date.fromisoformat(str(values[0])) if values else None
