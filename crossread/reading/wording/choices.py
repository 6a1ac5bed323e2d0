"""A choice of words before it is written down, and the two kinds that need no list: loyalties and scare quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.labels import known
from crossread.trees import Tree

LONGEST_SCARE = 4
"""Words in a scare quote at most; longer stretches in quotation marks are quotations."""


WIDEST = 5
"""Words that a label takes in before its noun."""


class Choice(msgspec.Struct, frozen=True):
    """A wording before it is written down: words `first` to `last` of a sentence and whom they are for."""

    first: int
    last: int
    bearer: Bearer
    why: str


def loyalties(page: Page, tree: Tree) -> Iterator[Choice]:
    """ "Alpha-backed rebels", "pro-Alpha groups"."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        first = _loyalty_start(tree, i)
        if first is None:
            continue
        head = token.head if tokens[i].rel in ("amod", "compound", "nmod", "nmod:desc") else -1
        if not i < head <= i + WIDEST or tokens[head].pos not in ("NOUN", "PROPN"):
            continue
        bearer = bearers.noun_bearer(page, tree, head)
        if not bearer.tied and tokens[head].text.lower() not in known().plain and tokens[head].pos != "NOUN":
            continue
        yield Choice(first, head, bearer, "tells whose side somebody is on")


def _loyalty_start(tree: Tree, i: int) -> int | None:
    tokens, low = tree.tokens, tree.tokens[i].text.lower()
    if low in known().loyalty and i >= 2 and tokens[i - 1].text == "-" and tokens[i - 2].text[:1].isupper():
        first = i - 2
        while (
            first > 0
            and tokens[first - 1].text[:1].isupper()
            and tokens[first - 1].head == first
            and tokens[first - 1].pos == "PROPN"
        ):
            first -= 1
        return first
    side, _, who = tokens[i].text.partition("-")
    return i if side.lower() in known().sides and who[:1].isupper() else None


_TITLE = re.compile(
    r"^(?:[A-Z0-9][\w'’.-]*|of|the|and|in|on|for|to|a)(?:\s+(?:[A-Z0-9][\w'’.-]*|of|the|and|in|on|for|to|a))+$"
)


def scare_quotes(page: Page, tree: Tree) -> Iterator[Choice]:
    """Words that stand in quotation marks though nobody is quoted with them: the report keeps its distance."""
    sentence = tree.sentence
    for quote in page.quotes_in(sentence.start, sentence.end):
        inside = [i for i in tree.words(quote.start, quote.end) if tree.tokens[i].pos not in ("PUNCT", "SYM")]
        if not quote.closed or not 1 <= quote.words <= LONGEST_SCARE or not inside or quote.end > sentence.end:
            continue
        text = page.text[tree.tokens[inside[0]].start : tree.tokens[inside[-1]].end]
        if _is_title(tree, inside, text) or len(inside) >= len([t for t in tree.tokens if t.pos != "PUNCT"]):
            continue
        bearer = _quoted_bearer(page, tree, inside[0], inside[-1])
        if bearer is not None:
            yield Choice(inside[0], inside[-1], bearer, "put in quotation marks")


def _is_title(tree: Tree, inside: Sequence[int], text: str) -> bool:
    before = tree.tokens[max(0, inside[0] - 3) : inside[0]]
    named = any(token.text.lower() in known().not_scare for token in before)
    return (
        named
        or any(c.isdigit() for c in text)
        or bool(_TITLE.match(text))
        or tree.tokens[inside[-1]].pos in ("INTJ", "PRON", "NUM")
    )


def _quoted_bearer(page: Page, tree: Tree, first: int, last: int) -> Bearer | None:
    if (called := _called_so(page, tree, first)) is not None:
        return called
    head = tree.head(first, last)
    token = tree.tokens[head]
    if token.pos in ("VERB", "AUX") and (first < last or not token.text.endswith("ed")):
        return None  # a few words of what somebody said
    if token.pos == "VERB":
        return bearers.subject_bearer(page, tree, head) or bearers.object_bearer(page, tree, head)
    if token.pos == "ADJ" or (token.rel in ("compound", "amod") and token.head > last):
        found = bearers.quality_bearer(page, tree, head)
        return found[0] if found is not None else None
    if token.pos in ("NOUN", "PROPN"):
        return bearers.noun_bearer(page, tree, head, agent_first=True)
    return None


def _called_so(page: Page, tree: Tree, first: int) -> Bearer | None:
    """A name, an article and the quotation: "called Reyes a “clown”", "described the Front as a “mob”"."""
    i = first - 1
    while i > 0 and (tree.tokens[i].pos in ("PUNCT", "DET") or tree.tokens[i].text.lower() == "as") and first - i <= 3:
        i -= 1
    index = page.resolved(page.mention_at(tree.tokens[i])) if first - i >= 2 and i >= 0 else None
    determined = any(t.pos == "DET" or t.text.lower() == "as" for t in tree.tokens[i + 1 : first])
    if index is None or not determined or any(t.text == "," for t in tree.tokens[i + 1 : first]):
        return None
    return Bearer(page.mentions[index].span.text, index, "it is called so")
