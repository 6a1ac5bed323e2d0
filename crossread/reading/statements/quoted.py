"""Quotations taken whole: widened to their marks, cut where another cue follows, gone on with after their speaker."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from crossread.function_words import function_words
from crossread.reading.statements.clauses import LONG_QUOTE
from crossread.reading.statements.complements import Range
from crossread.reading.statements.speech import Found
from crossread.reading.statements.words import patterns
from crossread.reading.voices.page import Page
from crossread.reading.voices.quotations import Quotation

GOES_ON = 3
"""Words that a quotation without a cue needs before it counts as the last speaker going on: with 4 one statement more
of 25 stories is missed, PolNeAR and our own reports give the same."""
REACH = 2
"""Paragraphs over which an open quotation is followed to the one that names its speaker."""


def first_persons() -> frozenset[str]:
    """Pronouns for who speaks and who is spoken to."""
    return function_words().speakers | function_words().speakers_as_objects


def whole_quotations(page: Page, found: Sequence[Found]) -> list[Found]:
    """Contents widened to the ends of the quotations that they cut, over sentences where the quotation runs on."""
    return [
        _widened(page, _ended(page, item, found), [o for o in found if o is not item and o.sentence == item.sentence])
        for item in found
    ]


def _ended(page: Page, item: Found, found: Sequence[Found]) -> Found:
    """ "The crowd chanted “Shame,” witnesses say": the other cue behind the quotation is no part of it."""
    start, end = item.content
    for quote in page.quotes_in(start, end) if item.cue[1] <= start else ():
        if quote.double and quote.closed and quote.start - start <= 1 and quote.end < end:
            behind = any(quote.end <= other.cue[0] < end and other.content[0] <= item.cue[0] for other in found)
            if behind and page.text[quote.end - 2] in ",?!":
                return replace(item, content=(start, quote.end))
    return item


def _widened(page: Page, item: Found, others: Sequence[Found]) -> Found:
    start, end = item.content
    for quote in page.quotes_in(start, end):
        if not quote.double or quote.start <= item.cue[0] < quote.end:
            continue
        if quote.closed or abs(quote.start - start) <= 2:
            start, end = min(start, quote.start), max(end, quote.end)
    direct = page.quoted(start, end) >= 0.5
    sentence = page.trees[item.sentence].sentence
    if direct and end <= item.cue[0]:
        for quote in page.quotes_in(item.cue[1], sentence.end):
            taken = any(
                o.content[0] < quote.end and o.content[1] > quote.start
                for o in others
                if not quote.start < o.cue[0] < quote.end  # what is told inside is told by whoever is quoted
            )
            spoken = quote.double and quote.words >= LONG_QUOTE and quote.start > item.cue[1] + 1
            if spoken and not taken:
                end = quote.end
    start, end = _trimmed(page.text, start, end)
    return replace(item, content=(start, end), direct=direct)


def _trimmed(text: str, start: int, end: int) -> Range:
    """Without commas and white space at the edges; a comma inside closing quotation marks stays."""
    while end > start and text[end - 1] in " \n\t,;:—–-":
        end -= 1
    while end > start and text[start] in " \n\t,;:.)]—–":
        start += 1
    return start, end


def separated(page: Page, found: Sequence[Found]) -> list[Found]:
    """Contents cut where the same speaker's next cue begins: "said the road is open, adding that …"."""
    return [_cut(page.text, item, found) for item in found]


def _cut(text: str, item: Found, found: Sequence[Found]) -> Found:
    start, end = item.content
    for other in found:
        shared = other.sources[0] == item.sources[0]
        inside = start < other.cue[0] < end and item.cue[1] <= start and not start <= other.sources[0].start < end
        if not (shared and other is not item and inside and other.sentence == item.sentence):
            continue
        if other.cue[0] - start > SHORT and patterns().joins.search(text[start : other.cue[0]]):
            end = other.cue[0]
    return replace(item, content=(start, end))


SHORT = 8
"""Characters of content that must be left before a following cue for a cut; with fewer the parse is at fault."""


def going_on(page: Page, found: Sequence[Found]) -> list[Found]:
    """Quotations that fill their sentences and have no cue: the last speaker goes on."""
    found = [item for item in found if not is_quoted(page, item)]
    taken = [item.content for item in found]
    made: list[Found] = []
    for quote in page.quotes:
        if not quote.double or quote.words < GOES_ON or _share(taken, quote) > 0.5:
            continue
        earlier = [p for p in (*found, *made) if p.sources and max(p.cue[0], p.content[0]) < quote.start]
        before = max(earlier, key=lambda p: max(p.cue[0], p.content[0]), default=None)
        if before is not None and not _follows(page, before, quote, found):
            before = None
        if (before := _ended_by(page, quote, found) or before) is None:
            continue
        made.append(
            replace(
                before,
                content=(quote.start, quote.end),
                sentence=page.sentence_at(quote.start),
                kind="claim",
                direct=True,
            )
        )
    return made


def _share(taken: Sequence[Range], quote: Quotation) -> float:
    return sum(max(0, min(b, quote.end) - max(a, quote.start)) for a, b in taken) / (quote.end - quote.start)


def _ended_by(page: Page, quote: Quotation, found: Sequence[Found]) -> Found | None:
    """The statement that names the speaker of a quotation left open, where a later paragraph goes on with it."""
    while not quote.closed:
        after = next((q for q in page.quotes if q.double and q.start >= quote.end), None)
        here = page.paragraph_at(quote.start)
        if after is None or not 0 < page.paragraph_at(after.start) - here <= REACH:
            return None
        begins = after.start == page.paragraphs[page.paragraph_at(after.start)][0]
        if not begins or {page.text[quote.start], page.text[after.start]} == {'"', "“"}:
            return None  # "“…,” she said."": one who is quoted within what is quoted
        told = (f for f in found if f.direct and f.content[0] <= after.start + 2 and after.end <= f.content[1] + 2)
        ended = next((f for f in told if f.cue[0] >= after.end - 1), None)
        if ended is not None:
            return ended
        quote = after
    return None


def _follows(page: Page, before: Found, quote: Quotation, found: Sequence[Found]) -> bool:
    """Whether a quotation fills its sentences and comes right after what its speaker said."""
    first, last = page.sentence_at(quote.start), page.sentence_at(max(quote.start, quote.end - 1))
    start, end = page.trees[first].sentence.start, page.trees[last].sentence.end
    outside = sum(c.isalpha() for c in page.text[start : quote.start]) + sum(
        c.isalpha() for c in page.text[quote.end : end]
    )
    if outside > 0.1 * (quote.end - quote.start):
        return False
    at = max(before.cue[0], before.content[1] - 1) if before.direct else before.cue[0]
    paragraphs = page.trees[first].sentence.paragraph - page.trees[page.sentence_at(at)].sentence.paragraph
    spoken = before.direct or any(_same_words(before, f) for f in found)
    near = paragraphs == 0 or (paragraphs == 1 and (spoken or _closes(page, before, quote)))
    announced = page.text[before.cue[0] : quote.start].rstrip().endswith(":")
    return near or announced or (before.direct and first - before.sentence <= 2 and paragraphs <= 2)


def _closes(page: Page, before: Found, quote: Quotation) -> bool:
    """ "Reyes urged people to stay at home." as the last sentence of a paragraph, and the quotation as all of the next
    one: a person goes on in his own words."""
    source = before.sources[0].mention if before.sources else None
    if source is None or page.mentions[source].type != "person":
        return False
    said_in = page.trees[before.sentence].sentence.paragraph
    follows = before.sentence + 1
    last = follows >= len(page.trees) or page.trees[follows].sentence.paragraph != said_in
    start, end = page.paragraphs[page.paragraph_at(quote.start)]
    return last and quote.start - start <= 1 and end - quote.end <= 2


def _same_words(before: Found, other: Found) -> bool:
    """Whether a sentence also quotes its speaker: "“The roads are open,” she said, adding that the bridge was not"."""
    return other.direct and other.sentence == before.sentence and other.sources[:1] == before.sources[:1]


def is_quoted(page: Page, item: Found) -> bool:
    """Whether the cue stands inside a quotation and its speaker is "I", "we" or some pronoun there."""
    if not item.sources or not item.sources[0].pronoun:
        return not item.sources
    low = item.sources[0].text.lower()
    return low in first_persons() or any(
        q.double and q.words >= LONG_QUOTE and q.start < item.cue[0] < q.end for q in page.quotes_in(*item.cue)
    )
