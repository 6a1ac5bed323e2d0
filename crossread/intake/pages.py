"""Pages (HTML) -> drafts: the report's paragraphs, what the page says of itself, and in short what was left out.

1. Parse; nothing is executed and nothing is fetched.
2. Facts: title, outlet, byline, dates (`facts.py`).
3. Body: trafilatura; where it finds next to nothing, the page's own JSON-LD text.
4. What the body does not hold is listed by reason, so that it can be looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from trafilatura import bare_extraction, load_html

from crossread.intake import facts as facts_of, junk
from crossread.intake.drafts import Draft
from crossread.records import Removed
from crossread.settings import IntakeSettings

LONGEST_PAGE = 6_000_000
"""Characters of a page that are parsed; of 1,962 measured pages the longest has 4.6 million."""
THIN = 250
"""Characters of body below which the page's own JSON-LD text is preferred if that is longer."""
PROSE = 80
"""Characters from which on a block of a page counts as prose: menus and headlines are shorter."""
POOR, MORE = 0.7, 1.5
"""Share of the page's prose below which a second look is taken, and how much more it must find: on 1,962 measured pages
F1 +.0023 for blogs and lists, 0 for news; with looser limits news loses."""
OUTSIDE = "outside the report's text"
SHOWN_BLOCKS, SHOWN_CHARACTERS = 60, 2500
"""How much is shown of what one kind of page furniture holds; the raw page keeps the rest."""

Tree = Any  # an lxml element; the library has no types

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "li",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "td",
        "th",
        "dt",
        "dd",
        "figcaption",
        "blockquote",
        "pre",
        "section",
        "article",
        "aside",
        "nav",
        "header",
        "footer",
        "form",
        "button",
        "label",
        "caption",
        "summary",
    ]
)
_SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "select",
        "option",
        "head",
        "link",
        "meta",
        "canvas",
        "video",
        "audio",
    ]
)
_PLACES = (
    ("cookie notice", re.compile(r"cookie|consent|gdpr", re.I)),
    ("comments", re.compile(r"\bcomment|disqus|respond\b", re.I)),
    ("share buttons", re.compile(r"share|social|follow-", re.I)),
    ("sign-up", re.compile(r"newsletter|subscri|sign-?up|login|register|paywall", re.I)),
    ("advertisement", re.compile(r"\bad-|\bads?\b|advert|sponsor|promo|banner", re.I)),
    ("related links", re.compile(r"related|recommend|most-|popular|trending|more-|read-?next|also|latest", re.I)),
    ("related links", re.compile(r"sidebar|aside|teaser|outbrain|taboola|carousel", re.I)),
    ("page footer", re.compile(r"footer|copyright|legal|imprint", re.I)),
    ("page navigation", re.compile(r"\bnav|menu|breadcrumb|header|mast|search|pagin|tags?\b", re.I)),
    ("image caption", re.compile(r"caption|credit|gallery|figure", re.I)),
    ("author and date line", re.compile(r"byline|author|meta\b|dateline|publish|timestamp", re.I)),
)  # fmt: skip
_TAGS = {
    "nav": "page navigation",
    "header": "page navigation",
    "footer": "page footer",
    "aside": "related links",
    "figcaption": "image caption",
    "form": "sign-up",
    "button": "page navigation",
}


def draft(page: str, address: str, settings: IntakeSettings) -> Draft | str:
    """The draft of a page, or the reason why it holds no report. `address` is its web address or the name of its
    file."""
    page = page[:LONGEST_PAGE]
    tree = load_html(page)
    if tree is None:
        return "a page that cannot be parsed: save it again, or save its text"
    facts = facts_of.of_page(tree, address)
    left = list(_blocks(tree))
    body = _body(page, facts, left)
    if not body:
        return "a page without a report in it: save the report's own page, or its text"
    paragraphs = [line for line in (line.strip() for line in body.splitlines()) if line]
    cut = _cut(paragraphs, settings.longest_report)
    return Draft(
        title=facts.title,
        paragraphs=tuple(_plain(line) for line in paragraphs[:cut]),
        removed=tuple(_left_out(left, paragraphs, facts.title)),
        clues=facts.clues,
        outlet=facts.site,
        byline=facts.byline,
        url=facts.url,
        language=facts.language,
    )


def _cut(paragraphs: list[str], longest: int) -> int:
    total = 0
    for number, line in enumerate(paragraphs):
        total += len(line) + 2
        if total > longest:
            return max(number, 1)
    return len(paragraphs)


def _plain(line: str) -> str:
    """A line of the extraction without its list mark and table bars."""
    return re.sub(r"^- (?=\S)", "", line).strip("| ") if line[:1] in "-|" else line


def _body(page: str, facts: facts_of.Facts, blocks: list[tuple[str, str]]) -> str:
    """The report's text. Where the page holds more prose outside its furniture than was found, a second look that takes
    in more is believed if it finds clearly more."""
    text = _extracted(page, facts.url, more=False)
    if len(text) < POOR * sum(len(block) for block, place in blocks if place == OUTSIDE and len(block) > PROSE):
        second = _extracted(page, facts.url, more=True)
        text = second if len(second) > MORE * len(text) else text
    if len(text) < THIN and facts.body and len(facts.body) > 2 * len(text):
        return facts.body
    return text


def _extracted(page: str, url: str | None, *, more: bool) -> str:
    found = bare_extraction(page, url=url, include_comments=False, with_metadata=False, favor_recall=more)
    return getattr(found, "text", None) or ""


# --------------------------------------------------------------------------- what was left out


def _blocks(tree: Tree) -> Iterator[tuple[str, str]]:
    """(text, where it stands) of each block of the page that has text of its own."""
    body = tree.find(".//body")
    stack: list[tuple[Tree, str]] = [(tree if body is None else body, OUTSIDE)]
    while stack:
        element, place = stack.pop()
        if not isinstance(element.tag, str) or element.tag in _SILENT:
            continue
        place = _place(element) or place
        own = " ".join(_own_text(element).split())
        if len(own) > 1:
            yield own, place
        stack.extend((child, place) for child in reversed(element) if _is_block(child) or _has_blocks(child))


def _is_block(element: Tree) -> bool:
    return isinstance(element.tag, str) and element.tag in _BLOCKS


def _has_blocks(element: Tree) -> bool:
    return isinstance(element.tag, str) and any(_is_block(below) for below in element.iter(etree.Element))


def _own_text(element: Tree) -> str:
    """The text of an element and its inline children, less that of blocks inside."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _SILENT and not _is_block(child) and not _has_blocks(child):
            parts.append(" ".join(child.itertext()))
        parts.append(child.tail or "")
    return " ".join(parts)


def _place(element: Tree) -> str | None:
    if why := _TAGS.get(element.tag):
        return why
    if element.tag in ("body", "html", "article", "main"):
        return None
    said = f"{element.get('class', '')} {element.get('id', '')}"
    return next((why for why, pattern in _PLACES if pattern.search(said)), None) if said.strip() else None


def _left_out(blocks: list[tuple[str, str]], paragraphs: list[str], title: str | None) -> Iterator[Removed]:
    """The page's blocks that the body does not hold, one entry for each reason, in the order of the page."""
    kept = _squeezed(" ".join(paragraphs)) + " " + _squeezed(title or "")
    groups: dict[str, dict[str, None]] = {}
    for text, place in blocks:
        if _squeezed(text) not in kept:
            groups.setdefault(junk.reason(text) or place, {}).setdefault(text)
    for why, found in groups.items():
        shown, characters = [], 0
        for text in list(found)[:SHOWN_BLOCKS]:
            if characters > SHOWN_CHARACTERS:
                break
            shown.append(text[:400])
            characters += len(text)
        more = len(found) - len(shown)
        yield Removed("\n".join(shown) + (f"\n… and {more} more" if more else ""), why)


def _squeezed(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()
