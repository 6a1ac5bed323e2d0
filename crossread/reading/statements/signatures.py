"""Statements told without a verb: "Reyes: Roads are open" as a headline, signed messages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from crossread.reading.statements.clauses import LONG_QUOTE
from crossread.reading.statements.complements import Range
from crossread.reading.statements.speech import Found
from crossread.reading.voices.page import Page
from crossread.reading.voices.speakers import Source

_SIGNED = re.compile(
    r"[—–-]\s*(?P<name>[^\n—–@()]{2,60}?)\s*\((?P<handle>@\w{2,30})\)\s*"
    r"(?P<day>[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})?"
)
_HANDLE = re.compile(r"[—–]\s*(?P<handle>@\w{2,30})\s*$")
_COLON = re.compile(r"^(?P<who>[^:\n]{2,60}?)(?P<colon>:)\s+(?=\S)")
_BEHIND = re.compile(r"\s*[―—–]\s*(?P<name>[A-Z][^\n―—–,;:.“\"(]{2,40})")
SHORTEST = 10
"""Characters of a signed message at least."""
LONGEST_LABEL = 6
"""Words before a headline's colon that can still be a speaker."""


def find_signed(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """Headlines with a speaker and a colon, and messages with a name and a handle under them."""
    for number, tree in enumerate(page.trees):
        sentence = tree.sentence
        text = page.text[sentence.start : sentence.end]
        if (
            (match := _COLON.match(text))
            and text[-1] not in ".!?"
            and not any(i.sentence == number and i.cue[0] < sentence.start + match.end() for i in found)
        ):
            yield from _headline(page, number, match)
    yield from _under_quotation(page, found)
    for start, end in page.paragraphs:
        for match in _SIGNED.finditer(page.text, start, end):
            begin = _message_start(page, start, match.start())
            if match.start() - begin > SHORTEST:
                yield _signed(page, match, (begin, match.start()))
            elif begin == start and (message := _paragraph_before(page, start)) is not None:
                yield _signed(page, match, message)
        if (match := _HANDLE.search(page.text[:end], start)) and match.start() - start > SHORTEST:
            yield _by_handle(page, match, (start, match.start()))


def _by_handle(page: Page, match: re.Match[str], content: Range) -> Found:
    """A message under which only a handle stands."""
    start, end = match.span("handle")
    speaker = Source(start, end, match["handle"], None)
    return Found(
        page.sentence_at(match.start()), (start, end), content, "claim", (speaker,), own=match.span(), sure=True
    )


def _headline(page: Page, number: int, match: re.Match[str]) -> Iterator[Found]:
    tree = page.trees[number]
    start = tree.sentence.start
    end = start + match.end("who")
    inside = page.mentions_in(start, end)
    whole = next((i for i in inside if page.mentions[i].named and end - page.mentions[i].span.end <= 1), None)
    if (
        whole is None
        or not _is_known(page, whole)
        or page.mentions[whole].type in ("place", "other")
        or len(match["who"].split()) > LONGEST_LABEL
        or not any(t.pos in ("VERB", "AUX") for t in tree.tokens)
    ):
        return
    span = page.mentions[whole].span
    speaker = Source(
        span.start, span.end, span.text, page.resolved(whole), passing=page.mentions[whole].type == "media"
    )
    colon = start + match.start("colon")
    yield Found(
        number,
        (colon, colon + 1),
        (start + match.end(), tree.sentence.end),
        "claim",
        (speaker,),
        own=(start, colon + 1),
    )


def _is_known(page: Page, mention: int) -> bool:
    """Whether a label is somebody whom the report names elsewhere, too, or by a full name: one word by itself ("Tragic:
    …" below a picture) may be anything that looks like a name."""
    if " " in page.mentions[mention].span.text:
        return True
    whom = page.resolved(mention)
    return any(i != mention and page.resolved(i) == whom for i in range(len(page.mentions)))


def _under_quotation(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """ "“…” ― Nadia Reyes"."""
    for quote in page.quotes:
        match = (
            _BEHIND.match(page.text, quote.end) if quote.double and quote.closed and quote.words >= LONG_QUOTE else None
        )
        if match is None or any(
            i.content[0] < quote.end and quote.start < i.content[1] and not i.cue[0] < quote.end for i in found
        ):
            continue
        start, end = match.span("name")
        inside = [
            i for i in page.mentions_in(start, end) if page.mentions[i].named and page.mentions[i].type == "person"
        ]
        if inside and page.mentions[inside[0]].span.start - start <= 2:
            yield _by_name(
                page, quote.start, quote.end, match.start() + len(match[0]) - len(match[0].lstrip()), inside[0]
            )


def _by_name(page: Page, start: int, end: int, dash: int, mention: int) -> Found:
    span = page.mentions[mention].span
    speaker = Source(span.start, span.end, span.text, page.resolved(mention))
    return Found(
        page.sentence_at(start), (dash, dash + 1), (start, end), "claim", (speaker,), own=(dash, span.end), direct=True
    )


def _paragraph_before(page: Page, start: int) -> Range | None:
    """The message above a signature that has a paragraph of its own; None if that one is signed itself."""
    number = page.paragraph_at(start)
    if number == 0:
        return None
    above = page.paragraphs[number - 1]
    signed = _SIGNED.search(page.text, *above) is not None
    return above if not signed and above[1] - above[0] > SHORTEST else None


def _message_start(page: Page, start: int, end: int) -> int:
    """A message begins with its paragraph, or behind the last thing of it that somebody else signed."""
    before = [m.end() for m in _SIGNED.finditer(page.text, start, end)]
    return max([start, *before])


def _signed(page: Page, match: re.Match[str], content: Range) -> Found:
    start, end = match.span("name")
    inside = [i for i in page.mentions_in(start, end) if page.mentions[i].named]
    mention = page.resolved(inside[0]) if inside else None
    return Found(
        sentence=page.sentence_at(match.start()),
        cue=match.span("handle"),
        content=content,
        kind="claim",
        sources=(Source(start, end, match["name"], mention),),
        own=match.span(),
        sure=True,
    )
