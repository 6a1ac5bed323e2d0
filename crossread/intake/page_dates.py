"""The dates of a page: from its meta tags, its JSON-LD, its time tags and the lines that show dates.

Published and modified are told apart by what the page calls them. Where it calls its date nothing, the date is
looked for by its form, and the clue says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from crossread.intake import clues as dating, written
from crossread.records import ClueKind, DateBasis, DateClue

Tree = Any  # an lxml element; the library has no types

_PUBLISHED_META = (
    "article:published_time", "article:published", "og:published_time", "datepublished", "date.published",
    "publishdate", "publish_date", "publish-date", "pubdate", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date.created", "dc.created", "dcterms.date", "dc.date", "sailthru.date", "parsely-pub-date",
    "article.published", "citation_publication_date", "citation_date", "bt:pubdate", "published_time",
    "publication_date", "pub_date", "date", "originalpublicationdate", "rnews:datepublished",
    "cxenseparse:recs:publishtime", "article:post_date", "shareaholic:article_published_time", "og:pubdate",
    "article_date_original", "article:date", "created", "release_date", "displaydate", "dc.terms.issued",
    "date_published", "analyticsattributes.articledate", "vr:published_time", "timestamp",
    "eomportal-firstpublished",
)  # fmt: skip
_MODIFIED_META = (
    "article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified",
    "dc.date.modified", "lastmod", "last-modified", "modified_time", "updated_time", "dateupdated", "revision_date",
    "og:modified_time", "shareaholic:article_modified_time", "last_modified", "article:updated_time", "utime",
    "eomportal-lastupdate",
)  # fmt: skip
_DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?!\d)")
_DATE_ELEMENTS = (
    "//*[self::span or self::div or self::p or self::li or self::td or self::abbr][contains(@class, 'date') or "
    "contains(@class, 'time') or contains(@class, 'publish') or contains(@class, 'posted') or "
    "contains(@class, 'meta') or contains(@id, 'date')]"
)


def _day(value: Any, country: str | None = None) -> date | None:
    """The day of a date as metadata write it ("2024-05-07T10:00:00Z", "20240507", "Tue, 07 May 2024")."""
    if not isinstance(value, str):
        return None
    if match := _DAY.search(value[:40]):
        try:
            made = date(int(match[1]), int(match[2]), int(match[3]))
            return made if made.year >= 1970 else None
        except ValueError:
            return None
    days = written.full_dates(value[:60], country)
    return days[0].day if days else None


def of_tree(
    tree: Tree, meta: dict[str, str], data: list[dict[str, Any]], url: str | None, country: str | None
) -> tuple[DateClue, ...]:
    """The clues of a page from its meta tags, JSON-LD objects and visible dates, surest first; `country` is the
    outlet's."""
    found: dict[tuple[ClueKind, date, str], DateClue] = {}

    def add(kind: ClueKind, value: Any, basis: DateBasis, why: str) -> None:
        if day := _day(value, country):
            found.setdefault((kind, day, basis), dating.clue(kind, day, basis, str(value), why))

    dated = next((item for item in data if item.get("datePublished") or item.get("dateCreated")), {})
    add(
        "published", dated.get("datePublished") or dated.get("dateCreated"), "metadata", "the page's JSON-LD: published"
    )
    add("modified", dated.get("dateModified"), "modified", "the page's JSON-LD: modified")
    for name in _PUBLISHED_META:
        add("published", meta.get(name), "metadata", f"the page's metadata: {name}")
    for name in _MODIFIED_META:
        add("modified", meta.get(name), "modified", f"the page's metadata: {name}")
    for kind, value, basis, why in _shown_dates(tree):
        add(kind, value, basis, why)
    loose = {when for kind, when, _ in found if kind == "unknown"}
    if len(loose) != 1 and not any(kind == "published" for kind, _, _ in found):
        for searched, day, why in _searched_dates(tree, url):
            add(searched, day, "text", why)
    return tuple(found.values())


def _searched_dates(tree: Tree, url: str | None) -> Iterator[tuple[ClueKind, str | None, str]]:
    """Dates found by their form alone, in any language, where the page does not mark its date: right in 8 of 10 pages
    by the places where dates usually stand, in 6 of 10 by the text."""
    from htmldate import find_date  # comes with the extraction library

    tries: tuple[tuple[bool, ClueKind, str], ...] = (
        (False, "published", "a date where pages usually show theirs"),
        (True, "unknown", "a date somewhere on the page, which may be another report's"),
    )
    for extensive, kind, why in tries:
        try:
            value = find_date(tree, original_date=True, url=url, extensive_search=extensive)
        except (ValueError, TypeError, AttributeError, OverflowError):  # malformed dates
            value = None
        if value and not value.endswith("-01-01"):
            yield kind, value, why
            return


Shown = tuple[ClueKind, str, DateBasis, str]


def _shown_dates(tree: Tree) -> Iterator[Shown]:
    """Dates that readers see in the page's head: time tags, microdata, elements whose name says date."""
    for element in tree.xpath("//time")[:20]:
        if not element.xpath("boolean(ancestor::aside | ancestor::nav | ancestor::footer | ancestor::li)"):
            kind = _time_kind(element)
            value = element.get("datetime") or " ".join(element.itertext())
            yield kind, value, "modified" if kind == "modified" else "text", f"a time tag of the page ({kind})"
    for element in tree.xpath("//*[contains(@itemprop, 'datePublished') or contains(@itemprop, 'dateModified')]")[:6]:
        value = element.get("content") or element.get("datetime") or " ".join(element.itertext())
        if "odified" in element.get("itemprop"):
            yield "modified", value, "modified", "the page's microdata"
        else:
            yield "published", value, "metadata", "the page's microdata"
    for element in tree.xpath(_DATE_ELEMENTS)[:60]:
        text = " ".join(" ".join(element.itertext()).split())
        if len(text) < 160 and any(character.isdigit() for character in text):
            for item in dating.of_line(text):
                basis: DateBasis = "modified" if item.kind == "modified" else "text"
                yield item.kind, item.start.isoformat(), basis, "a line of the page that shows dates"


def _time_kind(element: Tree) -> ClueKind:
    """What a time tag dates, by its names and the words in and before it."""
    names = f"{element.get('itemprop', '')} {element.get('class', '')}"
    near = f"{names} {' '.join(element.itertext())} {_before(element)}".lower()
    if re.search(r"modif|updat", near):
        return "modified"
    marked = element.get("pubdate") is not None or re.search(r"publi|posted|pubdate|entry-date", near)
    return "published" if marked else "unknown"


def _before(element: Tree) -> str:
    """The words right before an element, which may say what its date dates."""
    previous = element.getprevious()
    if previous is not None:
        return f"{' '.join(previous.itertext())[-40:]} {previous.tail or ''}"
    parent = element.getparent()
    return (parent.text or "")[-40:] if parent is not None else ""
