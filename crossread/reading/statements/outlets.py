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
from crossread.records import Mention

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


def outlets_beside(page: Page, item: Found) -> Iterator[Source]:
    """Outlets in the cue's own clause that are not the speaker."""
    if not item.sources or any(source.passing for source in item.sources):
        return
    taken = [item.content, *((s.start, s.end) for s in item.sources)]
    speakers = {s.mention for s in item.sources}
    start = min([item.own[0], *(s.start for s in item.sources if page.sentence_at(s.start) == item.sentence)])
    for index in page.mentions_in(start, max(item.own[1], _told(page, item))):
        mention = page.mentions[index]
        free = not any(a <= mention.span.start < b for a, b in taken)
        if not free or not mention.named or page.resolved(index) in speakers:
            continue
        if _is_outlet(page, mention) or (_takes_in(page, mention) and _sounds_like_outlet(mention)):
            yield Source(mention.span.start, mention.span.end, mention.span.text, page.resolved(index), passing=True)
    yield from _by_word(page, item, start, taken)
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
