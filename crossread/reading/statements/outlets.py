"""Outlets beside a cue, which pass on what is said: "told the Daily", "in an interview with Radio One"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.reading.statements.speech import Found
from crossread.reading.statements.words import patterns
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import LANGUAGE, lexicon
from crossread.reading.voices.speakers import Source
from crossread.records import Credit, Mention, Span

_CALL_SIGN = re.compile(r"[WKC][A-Z]{2,3}(?:-?(?:TV|FM|AM))?")
_INITIALS = re.compile(r"[A-Z]{2,5}\d{0,2}")
_NO_OUTLETS = frozenset(("person", "government", "armed group", "coalition", "people", "place"))


class _Names(msgspec.Struct, frozen=True):
    """What reading asks of `outlet_names.yml`."""

    words: frozenset[str]
    first: tuple[str, ...]


@lru_cache(maxsize=1)
def _names() -> _Names:
    return knowledge.load("outlet_names.yml", _Names, LANGUAGE)


def outlets_beside(page: Page, item: Found) -> tuple[Source, ...]:
    """Outlets in the cue's own clause that are not the speaker."""
    if not item.sources or any(source.passing for source in item.sources):
        return ()
    return tuple(_in_clause(page, item)) or tuple(_by_credit(page, item))[:1]


def _in_clause(page: Page, item: Found) -> Iterator[Source]:
    taken = [item.content, *((s.start, s.end) for s in item.sources)]
    speakers = {s.mention for s in item.sources}
    start = min([item.own[0], *(s.start for s in item.sources if page.sentence_at(s.start) == item.sentence)])
    for index in page.mentions_in(start, max(item.own[1], _told(page, item))):
        mention = page.mentions[index]
        free = not any(a <= mention.span.start < b for a, b in taken)
        if not free or not mention.named or page.resolved(index) in speakers:
            continue
        if _is_outlet(page, mention) or (_takes_in(page, mention) and _sounds_like_outlet(mention)):
            yield _named_source(page, index)
    yield from _by_word(page, item, start, taken)
    yield from _the_same(page, item, taken)
    for match in lexicon().unnamed_outlet.finditer(page.text, start, page.trees[item.sentence].sentence.end):
        named = [i for i in page.mentions_in(match.end(), match.end() + LONGEST_NAME) if _follows(page, match, i)]
        if not named and not any(a <= match.start("who") < b for a, b in taken):
            yield Source(*match.span("who"), match["who"], None, passing=True)


def _by_word(page: Page, item: Found, start: int, taken: list[tuple[int, int]]) -> Iterator[Source]:
    """ "told the Ledger", where the reading saw no name: a capital word of `outlet_names.yml` by itself."""
    for match in patterns().told_the.finditer(page.text, start, page.trees[item.sentence].sentence.end):
        begin, end = match.span("who")
        known = page.mentions_in(begin, end + LONGEST_NAME)
        named = any(page.mentions[i].named and page.mentions[i].span.start <= end for i in known)
        if match["who"] in _names().words and not named and not any(a <= begin < b for a, b in taken):
            yield Source(begin, end, match["who"], None, passing=True)


_LAST_NAME = re.compile(r"(?:[A-Z0-9][\w.&'’-]*)(?: [A-Z0-9][\w.&'’-]*)*$")
BEHIND = 30
"""Characters between a cue and the words of a credit that still belong to it ("said in a long e-mail to …")."""


def _by_credit(page: Page, item: Found) -> Iterator[Source]:
    """The outlet of a credit in which the cue stands, or that stands between it and the speaker or right behind it,
    where the reading saw no name ("told QX’ Ana Bell", "the statement, which was obtained by Quayside, said")."""
    begin = min([item.cue[0], *(s.start for s in item.sources if page.sentence_at(s.start) == item.sentence)])
    for credit in page.report.credits:
        for span in credit.evidence:
            start = _name_start(credit, span)
            if start is None or not begin <= span.start <= item.cue[1] + BEHIND:
                continue
            own = (s for s in item.sources if s.start <= start < s.end and not _is_person(page, s))
            if page.sentence_at(start) != item.sentence or any(own):
                continue
            if not any(a < span.end and start < b for a, b in (item.content, item.cue)):
                yield Source(start, span.end, page.text[start : span.end], None, passing=True)


def _name_start(credit: Credit, span: Span) -> int | None:
    """Where the outlet's name begins that closes the evidence of a credit; None if words follow it."""
    if span.text.endswith(credit.name):
        return span.end - len(credit.name)
    last = _LAST_NAME.search(span.text)
    return span.start + last.start() if last else None


def _is_person(page: Page, source: Source) -> bool:
    return source.mention is not None and page.mentions[source.mention].type == "person"


def _the_same(page: Page, item: Found, taken: list[tuple[int, int]]) -> Iterator[Source]:
    """ "told the outlet": the one named last before."""
    for match in patterns().told_same.finditer(page.text, item.cue[0], page.trees[item.sentence].sentence.end):
        if any(a <= match.start() < b for a, b in taken):
            continue
        if (last := _last_outlet(page, item.cue[0])) is not None:
            yield last


def _last_outlet(page: Page, end: int) -> Source | None:
    """The outlet named or credited last before a place."""
    named = [i for i in page.mentions_in(0, end) if page.mentions[i].named and _is_outlet(page, page.mentions[i])]
    sources = [_named_source(page, i) for i in named[-1:]]
    for credit in page.report.credits:
        for span in credit.evidence:
            if span.end <= end and (start := _name_start(credit, span)) is not None:
                sources.append(Source(start, span.end, page.text[start : span.end], None, passing=True))
    return max(sources, key=lambda s: s.end, default=None)


def _named_source(page: Page, index: int) -> Source:
    span = page.mentions[index].span
    return Source(span.start, span.end, span.text, page.resolved(index), passing=True)


LONGEST_NAME = 40


def _follows(page: Page, match: re.Match[str], index: int) -> bool:
    """Whether a name right behind says which outlet it is ("state television ENA")."""
    return page.mentions[index].span.start - match.end() <= 2


def _told(page: Page, item: Found) -> int:
    """The end of the name of one who is told something, which the parse may have put elsewhere."""
    told = patterns().told.match(page.text, item.cue[1])
    return told.end() if told else -1


def _takes_in(page: Page, mention: Mention) -> bool:
    """Whether a name stands where a listener's does: "told the …", "on …", "in an interview with …"."""
    return bool(patterns().telling.search(page.text, max(0, mention.span.start - 24), mention.span.start))


def _is_outlet(page: Page, mention: Mention) -> bool:
    """An outlet by its type, by its call sign, or by the noun beside it ("the affiliate WXYZ", "Alpha radio")."""
    if mention.type == "media":
        return True
    if mention.type not in ("organisation", "company", "other"):
        return False
    before = page.text[max(0, mention.span.start - 16) : mention.span.start]
    return bool(
        _CALL_SIGN.fullmatch(mention.span.text)
        or lexicon().station.search(before)
        or patterns().aired.match(page.text, mention.span.end)
    )


def _sounds_like_outlet(mention: Mention) -> bool:
    """Whether one who is told something is named like an outlet: "the Ledger", "Canal 8", "KBAY"."""
    if mention.type in _NO_OUTLETS:
        return False
    words = mention.span.text.split()
    return bool(set(words) & _names().words or words[0] in _names().first or _INITIALS.fullmatch(words[-1]))
