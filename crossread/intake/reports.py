"""A draft -> the text that all spans count in, and what was taken out of it."""

from __future__ import annotations

import re

import msgspec

from crossread.intake import cleaning, clues as dating, junk
from crossread.intake.drafts import Draft
from crossread.records import DateClue, Record, Removed
from crossread.settings import IntakeSettings

SHOWN = 300
"""Characters shown of a text that was cut off for its length: enough to find the place; the file keeps the rest."""


class Cleaned(Record, frozen=True):
    """The cleaned text, what was removed, every date clue, and the names that hint at the outlet."""

    text: str
    removed: tuple[Removed, ...]
    clues: tuple[DateClue, ...]
    paragraphs: tuple[str, ...]
    site: str | None = None


def cut(text: str, longest: int) -> tuple[str, Removed | None]:
    """The first `longest` characters up to the end of a line or word, and the rest in short."""
    if len(text) <= longest:
        return text, None
    at = max(text.rfind("\n", longest // 2, longest), text.rfind(" ", longest - 200, longest))
    at = at if at > 0 else longest
    rest = text[at : at + SHOWN * 2].strip()[:SHOWN]
    return text[:at], Removed(f"{rest} …", f"{len(text) - at:,} more characters: the report is longer than {longest:,}")


def with_removed(draft: Draft, removed: Removed | None) -> Draft:
    return msgspec.structs.replace(draft, removed=(*draft.removed, removed)) if removed else draft


def clean(draft: Draft, settings: IntakeSettings) -> Cleaned:
    """The title, a blank line, and the paragraphs that are the report's own, parted by blank lines."""
    reasons = cleaning.mark(draft.paragraphs, draft.title)
    kept = [line for line, why in zip(draft.paragraphs, reasons, strict=True) if why is None]
    gone = [Removed(line, why) for line, why in zip(draft.paragraphs, reasons, strict=True) if why]
    found: list[DateClue] = []
    for line, why in zip(draft.paragraphs, reasons, strict=True):
        if len(line) > 600 and "(@" not in line:
            continue
        found.extend(_clues(line, why))
    for item in draft.removed:
        if item.why == "copyright notice":
            found.extend(_clues(item.text, item.why))
    text = "\n\n".join([draft.title, *kept] if draft.title else kept) if kept else ""
    removed = (*draft.removed, *gone)
    return Cleaned(text, removed, (*draft.clues, *found), tuple(kept), _site_of(removed))


def _clues(line: str, why: str | None) -> list[DateClue]:
    if why == "date line":
        return list(dating.of_line(line))
    if why == "copyright notice":
        return [c] if (c := dating.of_copyright(line)) else []
    if why in ("image caption", "player"):
        return list(dating.of_caption(line))
    return [c] if (c := dating.of_post(line)) else []


def first_paragraphs(cleaned: Cleaned) -> tuple[str, ...]:
    """The paragraphs in which a dateline may stand: a caption or summary may stand before the first."""
    return cleaned.paragraphs[:3]


def byline(cleaned: Cleaned) -> str | None:
    """The writer whom a removed line names, where the page itself says none."""
    found = (junk.byline().match(item.text) for item in cleaned.removed if item.why == "byline")
    return next(((match[1] or match[2]).strip() for match in found if match), None)


def _site_of(removed: tuple[Removed, ...]) -> str | None:
    """The site that a removed box presents ("Valley Herald is a news portal …")."""
    for item in removed:
        if item.why == "about the site":
            match = re.match(r"[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,4}", item.text)
            return match[0] if match else None
    return None
