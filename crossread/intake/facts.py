"""What a page says of itself: title, outlet, byline, address, language, from its metadata and its visible head.

Nothing of a page is ever executed; JSON-LD is read as data, and what is malformed in it is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from crossread.intake import outlets, page_dates, written
from crossread.intake.titles import without_site
from crossread.records import DateClue

MOST_DEPTH = 8
"""Levels of JSON-LD that are gone into; real ones have four."""

Tree = Any  # an lxml element; the library has no types

_REPORT_TYPES = re.compile(r"Article|Posting|NewsItem|Report|LiveBlog|Review$|WebPage$|Story", re.I)
_AUTHOR_META = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
    "dcterms.creator",
    "article:author_name",
)
_SITE_META = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "citation_journal_title",
    "al:android:app_name",
    "twitter:app:name:iphone",
)


class Facts(msgspec.Struct, frozen=True):
    """What the page says of itself; every field may be missing."""

    title: str | None = None
    site: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    clues: tuple[DateClue, ...] = ()
    body: str | None = None


def of_page(tree: Tree, address: str | None) -> Facts:
    """The facts of a parsed page; `address` is its web address where that is known."""
    meta = _metas(tree)
    data = list(_linked(tree))
    url = (
        address
        if address and "://" in address
        else _first([_attribute(tree, "//link[@rel='canonical']/@href"), meta.get("og:url")])
    )
    url = url if url and "://" in url else None
    known = outlets.of_address(url) if url else None
    site = _first([*(meta.get(name) for name in _SITE_META), _publisher(data)])
    outlet = known.name if known else site or (outlets.host(url) if url else None) or _named_in_title(tree)
    return Facts(
        title=_title(tree, meta, data, site or (known.name if known else None), url),
        site=outlet,
        byline=_byline(tree, meta, data),
        url=url,
        language=(_attribute(tree, "//html/@lang") or "").split("-")[0].lower() or None,
        clues=page_dates.of_tree(tree, meta, data, url, known.country if known else None),
        body=_first(_text(item.get("articleBody")) for item in data),
    )


def _first(values: Any) -> str | None:
    return next((value for value in values if value), None)


def _text(value: Any) -> str | None:
    """A string of JSON-LD or a page without markup and doubled space."""
    if not isinstance(value, str):
        return None
    return re.sub(r"[^\S\n]+", " ", _unescaped(value)).strip() or None


def _unescaped(value: str) -> str:
    from html import unescape

    value = unescape(unescape(value)) if "&" in value else value
    return re.sub(r"<[^<>]{1,300}>", " ", value) if "<" in value else value


def _attribute(tree: Tree, path: str) -> str | None:
    return _text(next(iter(tree.xpath(path)), None))


def _metas(tree: Tree) -> dict[str, str]:
    """The page's meta tags by lower-case name; the first of each name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        content = _text(element.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


# --------------------------------------------------------------------------- JSON-LD


def _linked(tree: Tree) -> Iterator[dict[str, Any]]:
    """The page's JSON-LD objects that speak of a report, the likeliest kind first."""
    found: list[dict[str, Any]] = []
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        source = re.sub(r"^\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*$", "", script.text or "").strip().rstrip(";")
        for attempt in (source, re.sub(r"[\x00-\x1f]+", " ", source)):
            try:
                found.extend(_objects(msgspec.json.decode(attempt.encode("utf-8", "replace")), 0))
                break
            except (msgspec.DecodeError, RecursionError):
                continue
    rank = {"webpage": 2}
    yield from sorted(
        (item for item in found if _REPORT_TYPES.search(_type(item))), key=lambda item: rank.get(_type(item).lower(), 1)
    )


def _type(item: dict[str, Any]) -> str:
    kind = item.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > MOST_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for name in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"):
            if isinstance(value.get(name), (dict, list)):
                yield from _objects(value[name], depth + 1)


def _name(value: Any, depth: int = 0) -> str | None:
    """The name that a value gives, or the names of a list; None where lists lie in lists without end."""
    if isinstance(value, list):
        names = [name for item in value if depth < MOST_DEPTH and (name := _name(item, depth + 1))]
        return ", ".join(dict.fromkeys(names)) or None
    return _text(value.get("name") if isinstance(value, dict) else value)


def _publisher(data: list[dict[str, Any]]) -> str | None:
    return _first(_name(item.get("publisher")) for item in data)


# --------------------------------------------------------------------------- title and byline


def _title(
    tree: Tree, meta: dict[str, str], data: list[dict[str, Any]], site: str | None, url: str | None
) -> str | None:
    """The headline: the page's main heading if its metadata bear it out, else what the metadata say, less the
    site's name."""
    names = [name for name in (site, outlets.host(url) if url else None) if name]
    declared = [
        _stripped(text, names)
        for text in (_first(_text(i.get("headline")) for i in data), meta.get("og:title"), meta.get("twitter:title"))
        if text
    ]
    shown = (
        _stripped(text, names)
        if (text := _text("".join(next(iter(tree.xpath("//title")), _EMPTY).itertext())))
        else None
    )
    headings = [
        text
        for element in tree.xpath("//h1")
        if (text := _text(" ".join(" ".join(element.itertext()).split()))) and len(text) > 3
    ]
    for heading in headings:
        if any(_same(heading, other) for other in (*declared, shown) if other):
            longer = next((d for d in declared if heading.endswith(d) and d != heading), None)
            return longer or _stripped(heading, names)
    if len(headings) == 1 and not declared:
        return headings[0] if len(headings[0].split()) > 1 else shown or headings[0]
    return _first([*(text for text in (declared[1:2] + declared[:1] + declared[2:])), shown, *headings])


def _named_in_title(tree: Tree) -> str | None:
    """The outlet at the end of a page's title ("Storm hits coast - Valley Herald"), where nothing else names it."""
    shown = _text("".join(next(iter(tree.xpath("//title")), _EMPTY).itertext()))
    site = without_site(shown)[1] if shown else None
    listed = outlets.named(site) if site else None
    return listed.name if listed else site if site and outlets.looks_like(site) else None


class _Empty:
    def itertext(self) -> Iterator[str]:
        return iter(())


_EMPTY = _Empty()


def _stripped(title: str, names: list[str]) -> str:
    for name in [*names, None]:
        cut, site = without_site(title, name)
        if site:
            return cut
    return title


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _same(heading: str, other: str) -> bool:
    """The heading and a declared title are one: most words of either stand in the other."""
    a, b = _words(heading), _words(other)
    return bool(a and b) and len(a & b) >= 0.6 * min(len(a), len(b)) and len(a & b) >= 0.4 * max(len(a), len(b))


def _byline(tree: Tree, meta: dict[str, str], data: list[dict[str, Any]]) -> str | None:
    named = _first(_name(item.get("author")) for item in data) or _first(meta.get(name) for name in _AUTHOR_META)
    if named and "://" not in named and len(named) < 200:
        return re.sub(r"^by\s+", "", named, flags=re.I)
    for element in tree.xpath(
        "//*[@rel='author' or @itemprop='author' or contains(@class, 'byline') or contains(@class, 'author-name')]"
    )[:5]:
        text = re.sub(r"^(?:by|von|par|por)\s+", "", " ".join(" ".join(element.itertext()).split()), flags=re.I)
        if 3 < len(text) < 80 and text[0].isupper() and not written.full_dates(text):
            return text
    return None
