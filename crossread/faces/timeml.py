"""Reports as TimeML: the text with its date expressions as TIMEX3, which other tools for time read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from html import escape
from itertools import count
from pathlib import Path, PurePath
from typing import Any, NamedTuple

import msgspec

from crossread import pipeline
from crossread.days import Interval
from crossread.faces.api import Progress, read_reports
from crossread.records import Published, Report
from crossread.settings import Settings
from crossread.timex import Timex, timexes

SHAPE = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
<DOCID>{source}</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="{day}" temporalFunction="false" functionInDocument="CREATION_TIME">{day}\
</TIMEX3></DCT>
<TITLE>{title}</TITLE>
<TEXT>{text}</TEXT>
</TimeML>
"""
UNKNOWN = "XXXX-XX-XX"
"""The day of a report whose day is not known."""


class TimeML(NamedTuple):
    """A report's path as given, and its TimeML."""

    source: str
    text: str


def timeml(
    paths: str | Path | Iterable[str | Path],
    settings: Settings = Settings(),
    *,
    published: date | None = None,
    progress: Progress | None = None,
) -> list[TimeML]:
    """The reports under `paths` (files and folders) as TimeML, in the order in which they were found.

    `published` is the day from which all of them count; without it each report's own, as a dossier gives it. Raises
    `InputError` when there is no report.
    """
    intake, readings = read_reports(paths, settings, progress)
    made: dict[str, Any] = {"reports": intake.reports, "readings": tuple(readings)}
    if published:
        day = Published(published, published, "metadata")
        made["dated"] = tuple(msgspec.structs.replace(report, published=day) for report in intake.reports)
    made = pipeline.run(pipeline.leading_to("resolved", pipeline.CROSSING, made), **made)
    resolved = made["resolved"]
    by_id = {report.id: report for report in made["dated"]}
    texts = []
    for reading in readings:
        report = by_id[reading.report]
        days = [resolved.days[report.id, index] for index in range(len(reading.times))]
        found = timexes(reading.times, [Interval(d.start, d.end) for d in days], _day(report))
        texts.append(TimeML(report.source, _written(report, found)))
    return texts


def write(made: Iterable[TimeML], folder: Path) -> None:
    """Write one file a report into a folder, which is made: its name with .tml, and a number if that is taken."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for one in made:
        stem = PurePath(one.source).stem or "report"
        number = next(n for n in count(1) if (stem if n == 1 else f"{stem}-{n}") not in taken)
        name = stem if number == 1 else f"{stem}-{number}"
        taken.add(name)
        (folder / f"{name}.tml").write_text(one.text, encoding="utf-8")


def _day(report: Report) -> date | None:
    published = report.published
    return published.start if published and published.start == published.end else None


def _written(report: Report, found: Sequence[Timex]) -> str:
    pieces, at = [], 0
    for number, timex in enumerate(found, 1):
        mod = f' mod="{timex.mod}"' if timex.mod else ""
        inside = escape(report.text[timex.start : timex.end], quote=False)
        pieces.append(escape(report.text[at : timex.start], quote=False))
        pieces.append(f'<TIMEX3 tid="t{number}" type="{timex.type}" value="{timex.value}"{mod}>{inside}</TIMEX3>')
        at = timex.end
    pieces.append(escape(report.text[at:], quote=False))
    day = _day(report)
    return SHAPE.format(
        source=escape(report.source, quote=False),
        day=day.isoformat() if day else UNKNOWN,
        title=escape(report.title or "", quote=False),
        text="".join(pieces),
    )
