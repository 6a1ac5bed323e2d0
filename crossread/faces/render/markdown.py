"""The dossier as Markdown: to read, to paste, to print. Evidence stands in footnotes, each quote once.

What a report says is hostile here too: every character that Markdown or HTML would act on is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from crossread.faces.render import words
from crossread.faces.render.lookup import Lookup, Section
from crossread.faces.render.tables import vocabulary
from crossread.records import Copy, Disagreement, Dossier, Figure, Incident, Span, Statement

_ACTIVE = re.compile(r"([\\`*_\[\]|<>~$@^]|&(?=#?\w+;))|(?<=w)(\.)|(?<=[A-Za-z])(:)(?=//)")
_LINE_START = re.compile(r"^(\s*\d*)((?<=\d)[.)]|(?<!\d)[-+=#.])")
SHOWN_EVIDENCE = 4
"""Footnotes behind one line; more only make it harder to read, and the JSON has them all."""


def safe(text: str, limit: int | None = None) -> str:
    """Text from a report as one line that Markdown shows as it is."""
    line = _ACTIVE.sub(lambda match: "\\" + match.group(0), words.one_line(text, limit))
    return _LINE_START.sub(lambda match: match.group(1) + "\\" + match.group(2), line)


class Footnotes:
    """The quotes behind the lines, numbered in the order in which they are first used."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self._numbers: dict[Span, int] = {}

    def to(self, spans: Iterable[Span]) -> str:
        """The marks for these spans; the first of each report before any second."""
        chosen = sorted(dict.fromkeys(spans), key=_first_of_each_report())[:SHOWN_EVIDENCE]
        return "".join(f"[^{self._numbers.setdefault(span, len(self._numbers) + 1)}]" for span in chosen)

    def lines(self) -> Iterator[str]:
        """The footnotes themselves."""
        for span, number in self._numbers.items():
            yield f"[^{number}]: {safe(self.lookup.outlet(span.report))}, {span.start}–{span.end}: “{safe(span.text)}”"


def _first_of_each_report() -> Callable[[Span], int]:
    seen: dict[str, int] = {}

    def turn(span: Span) -> int:
        seen[span.report] = seen.get(span.report, 0) + 1
        return seen[span.report]

    return turn


def markdown(dossier: Dossier) -> str:
    """The whole dossier as one Markdown text."""
    lookup = Lookup(dossier)
    notes = Footnotes(lookup)
    sections = lookup.sections()
    lines = list(_head(lookup, notes))
    for section in sections:
        lines += _story(lookup, notes, section, titled=len(sections) > 1)
    lines += [*_copies(lookup, notes), *_wording(lookup, notes), *_actors(lookup), *_cleaning(lookup)]
    lines += ["", *notes.lines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def _head(lookup: Lookup, notes: Footnotes) -> Iterator[str]:
    dossier = lookup.dossier
    yield f"# {safe(dossier.title)}"
    yield ""
    counts = (
        words.count(len(dossier.reports), "report"),
        words.count(len(dossier.origins), "origin"),
        words.count(sum(not i.passing for i in dossier.incidents), "incident"),
        words.count(len(dossier.disagreements), "disagreement"),
    )
    yield f"{words.days(dossier.start, dossier.end)}: {', '.join(counts)}."
    yield ""
    yield "| published | outlet | title | credits |"
    yield "|---|---|---|---|"
    for report in lookup.by_day():
        credits = ", ".join(safe(credit.name) + notes.to(credit.evidence[:1]) for credit in report.credits)
        title = safe(report.title or report.source)
        yield f"| {words.published(report.published)} | {safe(lookup.outlet(report.id))} | {title} | {credits} |"


def _story(lookup: Lookup, notes: Footnotes, section: Section, *, titled: bool) -> Iterator[str]:
    level = "###" if titled else "##"
    if titled:
        yield from ("", f"## {safe(section.story.title)}", "", words.days(section.story.start, section.story.end))
    for heading, incidents in (
        ("What happened", section.incidents),
        ("Told once, with no day", section.once),
        ("Told as background", section.background),
        ("Told in passing", section.passing),
    ):
        if incidents:
            yield from ("", f"{level} {heading}", "")
        for incident in incidents:
            yield from _incident(lookup, notes, incident)
    if section.figures:
        yield from ("", f"{level} Figures", "")
    for figure in section.figures:
        yield _figure(lookup, notes, figure)
    if section.disagreements:
        yield from ("", f"{level} Where they disagree")
    for disagreement in section.disagreements:
        yield from _disagreement(lookup, notes, disagreement)
    if section.statements:
        yield from ("", f"{level} Who said what", "")
    for statement in section.statements:
        yield _statement(lookup, notes, statement)


def _incident(lookup: Lookup, notes: Footnotes, incident: Incident) -> Iterator[str]:
    where = f", {safe(lookup.where(incident))}" if incident.places else ""
    when = words.when(incident)
    yield f"- **{when}{where}** ({incident.status}): {safe(incident.title)}{notes.to(incident.evidence)}"
    for role, word in (("actor", "by"), ("target", "against"), ("other", "also")):
        if who := lookup.parts(incident, role):
            yield f"  - {word} {safe(who)}"
    origins = f" ({words.count(incident.origins, 'origin')})" if len(incident.reports) > 1 else ""
    yield f"  - told by {safe(lookup.outlets(incident.reports))}{origins}"
    for figure in lookup.counted(incident):
        yield "  " + _figure(lookup, notes, figure)


def _figure(lookup: Lookup, notes: Footnotes, figure: Figure) -> str:
    said = []
    for line in lookup.said(figure):
        source = f", according to {safe(line.according_to)}" if line.according_to else ""
        said.append(f"{safe(lookup.outlet(line.report))} {safe(line.value)}{source}{notes.to(line.evidence)}")
    return f"- **{words.figure(figure)}** {safe(words.counted(figure))}, *{figure.verdict}*: {'; '.join(said)}"


def _disagreement(lookup: Lookup, notes: Footnotes, disagreement: Disagreement) -> Iterator[str]:
    yield from ("", f"**{safe(disagreement.about)}** ({disagreement.kind})", "")
    for side in disagreement.sides:
        yield f"- {safe(side.says)}: {safe(lookup.outlets(side.reports))}{notes.to(side.evidence)}"


def _statement(lookup: Lookup, notes: Footnotes, statement: Statement) -> str:
    via = f", via {safe(', '.join(statement.via))}" if statement.via else ""
    speaker = safe(lookup.actor(statement.speaker, statement.speaker_text))
    outlet = safe(lookup.outlet(statement.report))
    said = f"“{safe(statement.content.text, 240)}”{notes.to([statement.content])}"
    return f"- **{speaker}** ({statement.kind}, in {outlet}{via}): {said}"


def _copies(lookup: Lookup, notes: Footnotes) -> Iterator[str]:
    shared = [origin for origin in lookup.dossier.origins if len(origin.reports) > 1]
    if lookup.dossier.copies or shared:
        yield from ("", "## Who copied whom", "")
    for copy in lookup.dossier.copies:
        line = f"- {safe(lookup.outlet(copy.report))} repeats {safe(_source(lookup, copy))}"
        shared_passage = notes.to(span for pair in copy.evidence[:1] for span in pair)
        yield f"{line}, {words.share(copy.share)} of its words{shared_passage}"
    for origin in shared:
        yield f"- {safe(lookup.outlets(origin.reports))} count as one: {safe(lookup.plainly(origin.why))}"


def _source(lookup: Lookup, copy: Copy) -> str:
    return lookup.outlet(copy.source) if copy.source else copy.agency or "a text that is not here"


def _wording(lookup: Lookup, notes: Footnotes) -> Iterator[str]:
    found = vocabulary(lookup, lookup.dossier)
    if found:
        yield from ("", "## Whose words for whom", "")
    for entry in found:
        yield f"- **{safe(entry.of)}**"
        for report, wordings in entry.by_report:
            labels = (
                f"“{safe(w.label)}”{' (quoted)' * (w.voice == 'speaker')}{notes.to(w.evidence[:1])}" for w in wordings
            )
            yield f"  - {safe(lookup.outlet(report))}: {', '.join(labels)}"


def _actors(lookup: Lookup) -> Iterator[str]:
    if lookup.dossier.actors:
        yield from ("", "## Actors", "")
    for actor in sorted(lookup.dossier.actors, key=lambda a: (-len(a.mentions), a.name)):
        forms = ", ".join(f"{safe(form.text)} × {form.count}" for form in actor.forms)
        yield f"- **{safe(actor.name)}** ({actor.type}): {forms}"


def _cleaning(lookup: Lookup) -> Iterator[str]:
    dossier = lookup.dossier
    removed = sum(len(report.removed) for report in dossier.reports)
    if removed or dossier.skipped:
        yield from ("", "## Left out", "")
    for report in dossier.reports:
        for piece in report.removed:
            yield f"- {safe(lookup.outlet(report.id))}: “{safe(piece.text, 120)}” ({safe(piece.why)})"
    for skipped in dossier.skipped:
        yield f"- {safe(skipped.source)}: {safe(skipped.why)}"
