"""A page as somebody copies it whole: its visible text, a line for each block, menus and all."""

from __future__ import annotations

import re

import lxml.html

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "button",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "label",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "select",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
UNSEEN = frozenset(["head", "iframe", "noscript", "script", "style", "svg", "template"])


def copied(raw: bytes) -> str:
    """The lines of a page, a blank line between them; empty for what is no page."""
    try:
        page = lxml.html.document_fromstring(raw.decode("utf-8", "replace"))
    except (lxml.etree.ParserError, ValueError):
        return ""
    lines, piece = [], ""
    for event, element in lxml.etree.iterwalk(page, events=("start", "end", "comment")):
        if not isinstance(element.tag, str):
            piece += element.tail or ""
            continue
        if element.tag in BLOCKS:
            lines.append(piece)
            piece = ""
        if event == "start":
            piece += "" if _unseen(element) else element.text or ""
        else:
            parent = element.getparent()
            piece += "" if parent is None or _unseen(parent) else element.tail or ""
    lines.append(piece)
    return "\n\n".join(line for line in (re.sub(r"\s+", " ", line).strip() for line in lines) if line)


def _unseen(element: lxml.html.HtmlElement) -> bool:
    return any(
        e.tag in UNSEEN or "display:none" in (e.get("style") or "").replace(" ", "")
        for e in (element, *element.iterancestors())
    )
