"""A draft -> the text that all spans count in, and what was taken out of it; the outlet from all that names it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec

from crossread.intake import cleaning, clues as dating, junk, outlet_names, outlets, wires
from crossread.intake.drafts import Draft
from crossread.records import DateClue, Record, Removed
from crossread.settings import IntakeSettings
from crossread.spelling import either

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


# --------------------------------------------------------------------------- the outlet


class _Naming(NamedTuple):
    """Where lines name the outlet: a copyright notice, the end of a report, a byline."""

    copyright: re.Pattern[str]
    reports: re.Pattern[str]
    who: re.Pattern[str]


@lru_cache(maxsize=1)
def _naming() -> _Naming:
    k = outlets.names()
    return _Naming(
        re.compile(
            r"(?:(?:copyright|©|\(c\))[\s,:]*)+(?:(?:19|20)\d{2}(?:\s?[-–]\s?\d{4})?)?,?\s*(?:by )?(?P<name>[A-Z][^.|"
            rf"()]{{1,40}}?)(?:,? (?:{either(k.legal)})\b|[.|()]|,? [Aa]ll [Rr]ights|$)",
            re.I,
        ),
        re.compile(rf"(?:…|\.\.\.|\.)\s*(?:{either(k.said_last)})\s+(?:the )?((?:[A-Z][\w.&'-]*\s?){{1,5}})$"),
        re.compile(
            rf"^(?:(?:{either(k.bylined)}) )?(?:by )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{1,3}}, "
            r"(?:the )?([A-Z][\w ]{1,30}?)(?:,|$)",
            re.I,
        ),
    )


_BOX = re.compile(r"\b(?:at|for|of) (?:the )?((?:[A-Z][\w&'-]*(?:\.\w+)*(?: (?=[A-Z]))?){1,4})")


def _site_of(removed: tuple[Removed, ...]) -> str | None:
    """The site that a removed box presents ("Valley Herald is a news portal …")."""
    for item in removed:
        if item.why == "about the site":
            match = re.match(r"[A-Z][\w.'’&-]*(?: [A-Z][\w.'’&-]*){0,4}", item.text)
            return match[0] if match else None
    return None


def outlet(draft: Draft, cleaned: Cleaned) -> str | None:
    """Who published the report, by the strongest hint: the page or header
    itself, its address, what the site says of itself in removed lines, the writer's box, the title's end; last the
    agency of a dateline as agencies write it on their own pages: without a place, with the year, or with an editor's
    mark. None if nothing tells: an agency with a place in front stands in everybody's pages."""
    if draft.outlet:
        known = outlets.named(draft.outlet)
        return known.name if known else draft.outlet
    if draft.url and (known := outlets.of_address(draft.url)):
        return known.name
    for name in _hints(draft, cleaned):
        if (known := outlets.named(name)) and known.kind not in ("agency", "monitor"):
            return known.name
        if known is None and outlets.looks_like(name):
            return name
    if cleaned.site:
        return cleaned.site
    return _wire(cleaned)


def _wire(cleaned: Cleaned) -> str | None:
    """The agency of a dateline that only its own pages, or those of a monitoring service, have."""
    line = wires.dateline(cleaned.paragraphs[0]) if cleaned.paragraphs else None
    if line is None or line.agency is None or any(cleaning.credit_line(text) for text in cleaned.paragraphs[-2:]):
        return None
    placeless = cleaned.paragraphs[0][: line.start].strip() == "("
    known = outlets.named(line.agency)
    if placeless:
        return known.name if known else None
    if line.marked or (line.year and line.day):
        return known.name if known else wires.agency_name(line.agency)
    return None


def _hints(draft: Draft, cleaned: Cleaned) -> list[str]:
    """Names that may be the outlet's, strongest first."""
    found = []
    for item in cleaned.removed:
        if item.why == "copyright notice" and (match := _naming().copyright.search(item.text)):
            found.extend(re.split(r"\s*/\s*", match["name"].strip(" -")))
    for item in cleaned.removed:
        found.extend(_own_names(item))
    for line in cleaned.paragraphs:
        if match := _supplemented().search(line):
            found.append(match[1].strip())
        if len(line) < 80 and (match := _naming().who.match(line)):
            found.append(next((name for name in _shortened(match[1]) if outlets.named(name)), ""))
        elif match := _naming().reports.search(line[-60:]):
            found.append(match[1].strip())
    for item in cleaned.removed:
        if item.why == "about the writer":
            names = [match[1].strip(" .,") for match in _BOX.finditer(item.text)]
            found.extend(sorted((n for n in names if outlets.looks_like(n) or outlets.named(n)), key=_unlisted))
    found.extend(part for name in draft.names for part in _parts(name))
    return [name for name in found if name and not _generic(name)]


_HANDLE = re.compile(r"(?:^|\s)@(\w{2,30})")
_SHORT_LINK = re.compile(r"https?://([\w.-]+)/")


def _own_names(item: Removed) -> list[str]:
    """The outlet in what a page says of itself in removed lines: whom to follow, what else is on it, its short links;
    only names that the list knows."""
    found: list[str] = []
    if item.why == "share buttons":
        found.extend(match[1] for match in _HANDLE.finditer(item.text))
        found.extend(known.name for match in _SHORT_LINK.finditer(item.text) if (known := outlets.of_address(match[1])))
    if item.why in ("heading of links", "sign-up") and len(item.text) < 120:
        found.extend(item.text[place.start : place.end] for place in outlet_names.named(item.text)[:1])
    return [name for name in found if outlets.named(name)]


@lru_cache(maxsize=1)
def _supplemented() -> re.Pattern[str]:
    """ "The Valley Herald has added to this XYZ report": the page's own outlet speaks of what it took over."""
    nouns = "|".join(map(re.escape, outlets.names().own))
    name = r"(?:The )?((?:[A-Z][\w.&'’-]*\s?){1,4})"
    return re.compile(rf"^{name} has [a-z]+(?: [a-z]+)? this (?:[A-Z]\w+ )?(?:{nouns})\b")


def _parts(name: str) -> list[str]:
    """The pieces of what stood behind a title, the ones that name rather than describe first."""
    parts = [part.strip(" |-–—:,") for part in re.split(r"\s*[|–—»·:,]\s*|\s-\s", name)]
    return sorted((part for part in parts if part and part.count(" ") < 5), key=_unlisted)


def _unlisted(name: str) -> bool:
    return outlets.named(name) is None


def _generic(name: str) -> bool:
    """Nothing but words that every site has ("News, Weather, Sports")."""
    words = re.findall(r"\w+", name.lower())
    return all(word in junk.known().sections for word in words)


def _shortened(name: str) -> list[str]:
    """ "BBC Washington" may be the BBC in Washington: the name with fewer and fewer of its last words."""
    words = name.split()
    return [" ".join(words[:count]) for count in range(len(words), 0, -1)]
