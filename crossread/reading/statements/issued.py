"""Texts that somebody issues in his own name: "[Communique] [Free Front] [Text] We state …", "[Signed] Free Front"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from crossread.function_words import function_words
from crossread.reading.statements.speech import Found
from crossread.reading.statements.words import patterns
from crossread.reading.voices.named import is_party
from crossread.reading.voices.page import Page
from crossread.reading.voices.speakers import Source


def issuer(page: Page) -> Source | None:
    """Who signs the text; else for whom its heading says that it speaks."""
    match = patterns().signed.search(page.text) or patterns().issued.search(page.text)
    if match is None:
        return None
    start, end = match.span("who")
    inside = [i for i in page.mentions_in(start, end) if is_party(page, i)]
    text = " ".join(match["who"].split())
    return Source(start, end, text, page.resolved(inside[0]) if inside else None)


def signature(page: Page) -> int:
    """Where the text is signed, in characters; -1 where it is not."""
    match = patterns().signed.search(page.text)
    return match.start() if match else -1


def passed_on(page: Page) -> tuple[Source, ...]:
    """The outlet named before the heading of the text, which passes it on."""
    heading = patterns().issued.search(page.text)
    if heading is None:
        return ()
    named = [i for i in page.mentions_in(max(0, heading.start() - DATELINE), heading.start()) if _is_outlet(page, i)]
    return tuple(
        Source(page.mentions[i].span.start, page.mentions[i].span.end, page.mentions[i].span.text, i, passing=True)
        for i in named[-1:]
    )


DATELINE = 100
"""Characters before the heading in which its outlet stands, at most."""


def _is_outlet(page: Page, mention: int) -> bool:
    return page.mentions[mention].named and page.mentions[mention].type == "media"


def in_own_name(page: Page, found: Sequence[Found]) -> list[Found]:
    """What "we" say outside of quotations, said by whoever issues the text."""
    if (who := issuer(page)) is None:
        return list(found)
    via = passed_on(page)
    own = (_is_we(item) and not page.quoted(*item.cue) for item in found)
    return [replace(item, sources=(who,), via=via) if mine else item for item, mine in zip(found, own, strict=True)]


def _is_we(item: Found) -> bool:
    return bool(item.sources) and item.sources[0].text.lower() in function_words().first_persons
