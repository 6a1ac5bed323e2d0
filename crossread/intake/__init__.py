"""Bytes to reports: files, pages, cleaning, dating, credits.

1. `files`      walk the paths, tell pages from texts, leave out what is no report
2. `decoding`   bytes to characters
3. `texts`, `pages`   title, byline, outlet, dates and paragraphs of a saved text or of a page
4. `cleaning`   what of it is not the report's own, and why
5. `clues`      when it came out, as far as its own dates tell
6. `credits`    agencies and outlets that it credits

A report's id is made of its bytes: the same bytes twice are one report.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import PurePath

import msgspec

from crossread.intake import (
    clues as dating,
    credits as crediting,
    decoding,
    files,
    languages,
    mails,
    near_dates,
    own_outlet,
    reports,
    texts,
)
from crossread.intake.drafts import Draft
from crossread.records import Intake, Removed, Report, Skipped
from crossread.settings import IntakeSettings, Settings
from crossread.spans import content_id

HEAD = 12
"""Paragraphs in which a day of publication without its year is looked for."""

__all__ = ["read_bytes", "take_in"]


def take_in(
    paths: Iterable[str], settings: Settings = Settings(), *, progress: Callable[[str], None] | None = None
) -> Intake:
    """The reports in `paths` (files and folders, folders in order of name), and what gave none with the reason.

    Nothing is raised for bad input: it is listed in `skipped` and the run goes on.
    """
    made: dict[str, Report] = {}
    skipped: list[Skipped] = []
    for item in files.walk(paths, settings.intake):
        if isinstance(item, Skipped):
            skipped.append(item)
            continue
        if progress:
            progress(f"taking in {item.source}")
        taken = read_bytes(item.source, item.raw, settings)
        if isinstance(taken, Skipped):
            skipped.append(taken)
        elif taken.id in made:
            skipped.append(Skipped(item.source, f"same bytes as {made[taken.id].source}"))
        else:
            made[taken.id] = taken
    return Intake(tuple(made.values()), tuple(skipped))


def read_bytes(source: str, raw: bytes, settings: Settings = Settings(), *, url: str | None = None) -> Report | Skipped:
    """One file's bytes as a report; `url` is the page's address where it is known."""
    try:
        decoded = decoding.decode(raw)
    except decoding.UndecodableError as error:
        return Skipped(source, str(error))
    kind = files.kind(decoded.text)
    if kind == "feed":
        return Skipped(source, "a feed or site map, not a report: save the pages that it lists")
    if kind == "data":
        return Skipped(source, files.data_reason(decoded.text))
    identity = content_id("r", hashlib.sha256(raw).hexdigest())
    mail = mails.read(decoded.text)
    if mail is not None:
        draft = _mail(mail, source, settings.intake)
    elif kind == "page":
        draft = _page(decoded.text, url or source, settings.intake)
    else:
        draft = _text(decoded.text, settings.intake)
    if isinstance(draft, str):
        return Skipped(source, draft)
    extra = (Removed(f"{decoded.controls} control characters", "control characters"),) if decoded.controls else ()
    return _finished(identity, source, draft, extra, settings)


def _text(text: str, settings: IntakeSettings) -> Draft | str:
    kept, rest = reports.cut(text, settings.longest_report)
    draft = texts.draft(kept)
    return reports.with_removed(draft, rest)


def _mail(mail: mails.Mail, source: str, settings: IntakeSettings) -> Draft | str:
    """A mail's text below its subject."""
    draft = _page(mail.text, source, settings) if mail.page else _text(f"{mail.title}\n\n{mail.text}", settings)
    if isinstance(draft, str):
        return draft
    clues = mail.clues or draft.clues
    return msgspec.structs.replace(
        draft, title=mail.title or draft.title, byline=draft.byline or mail.byline, clues=clues
    )


def _page(text: str, address: str, settings: IntakeSettings) -> Draft | str:
    from crossread.intake import pages  # loads the extraction library, which plain texts do not need

    return pages.draft(text, address, settings)


def _finished(
    identity: str, source: str, draft: Draft, extra: tuple[Removed, ...], settings: Settings
) -> Report | Skipped:
    cleaned = reports.clean(draft, settings.intake)
    if len(cleaned.text) < settings.intake.shortest_report:
        return Skipped(source, f"only {len(cleaned.text)} characters of text: nothing to read")
    name = PurePath(source).name
    clues = (*cleaned.clues, *(dating.of_url(draft.url or source) or dating.of_file_name(name)))
    datelines = (dating.of_dateline(line, clues) for line in reports.first_paragraphs(cleaned))
    lines = (*cleaned.paragraphs[:HEAD], *(item.text for item in cleaned.removed))
    clues = (*clues, *[clue for clue in datelines if clue][:1])
    if not any(clue.kind in ("published", "unknown") for clue in clues) and (
        day := near_dates.without_year(lines, clues)
    ):
        clues = (*clues, day)
    report = Report(
        id=identity,
        source=source,
        text=cleaned.text,
        outlet=own_outlet.find(draft, cleaned),
        title=draft.title,
        byline=draft.byline or reports.byline(cleaned),
        language=languages.detect(cleaned.text, settings.language),
        published=dating.estimate(clues),
        clues=clues,
        removed=(*extra, *cleaned.removed),
    )
    return msgspec.structs.replace(report, credits=crediting.find(report))
