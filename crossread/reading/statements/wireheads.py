"""The dateline at the head of a wire report: it stands in the first sentence, but is nothing that anybody says."""

from __future__ import annotations

import re

from crossread.reading.voices.page import Page

SHORTEST_PLACE = 3
"""Letters of a place in capitals that make a dateline of it where no agency stands behind."""
LONGEST = 160
"""Characters in which a dateline ends."""
_HEAD = re.compile(
    r"(?P<place>[A-Z(][\w.'’/-]*,?(?: (?:[A-Z(][\w.'’)-]*|\d+(?:st|nd|rd|th)?|al-\w+|[a-z]{1,4}),?){0,12}?)"
    r"(?: ?(?P<agency>\([A-Z][^()\n]{1,50}\)|/[A-Z][^/\n]{1,40}/))?"
    r"\s*(?:--+|-|–|—|_)\s+(?:\[\w[^\]]{2,60}\]\s*)*(?=[\"“'‘]?[A-Z0-9])"
)
_CAPITALS = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ'’-]+)*")


def behind(page: Page, start: int, end: int) -> int:
    """Where what is said in `text[start:end]` begins: behind "MARO, May 5 (XYZ) -- " at the head of a paragraph."""
    if page.paragraphs[page.paragraph_at(start)][0] != start:
        return start
    match = _HEAD.match(page.text, start, min(end, start + LONGEST))
    if match is None:
        return start
    capitals = _CAPITALS.match(match["place"])
    is_head = match["agency"] is not None or (capitals is not None and len(capitals[0]) >= SHORTEST_PLACE)
    return match.end() if is_head else start
