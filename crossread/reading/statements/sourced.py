"""What stands above a source in brackets ("[Valley Herald]" in a line of its own): said by that outlet."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from crossread.reading.statements.complements import Range
from crossread.reading.statements.speech import Found
from crossread.reading.voices.page import Page
from crossread.reading.voices.speakers import Source

REACH = 3
"""Paragraphs above a source that are taken from it, at most."""


def sourced(page: Page, found: Sequence[Found]) -> list[Found]:
    """`found`, what others say there passed on by the outlet, with each paragraph above a source as its own words."""
    made: list[Found] = []
    outlets: list[tuple[Range, Source]] = []
    for number, (start, end) in enumerate(page.paragraphs):
        if (who := _source(page, start, end)) is None:
            continue
        for above in reversed(page.paragraphs[max(0, number - REACH) : number]):
            if page.text[above[1] - 1] not in _ENDS:
                break
            outlets.append((above, who))
            made.append(_said(page, above, who))
    passed = [replace(item, via=_via(item, outlets)) if not item.via else item for item in found]
    return [*passed, *made]


_ENDS = ".!?…\"”’'"


def _source(page: Page, start: int, end: int) -> Source | None:
    if page.text[start] != "[" or page.text[end - 1] != "]":
        return None
    credited = (span for credit in page.report.credits for span in credit.evidence)
    if not any(start <= span.start and span.end <= end for span in credited):
        return None
    inside = [i for i in page.mentions_in(start + 1, end - 1) if page.mentions[i].named]
    return Source(
        start + 1, end - 1, page.text[start + 1 : end - 1], page.resolved(inside[0]) if inside else None, passing=True
    )


def _via(item: Found, outlets: Sequence[tuple[Range, Source]]) -> tuple[Source, ...]:
    return tuple(who for (start, end), who in outlets if start <= item.cue[0] < end)[:1]


def _said(page: Page, content: Range, who: Source) -> Found:
    return Found(
        sentence=page.sentence_at(content[0]),
        cue=(who.start - 1, who.end + 1),
        content=content,
        kind="claim",
        sources=(who,),
        own=(who.start - 1, who.end + 1),
        direct=True,
        sure=True,
    )
