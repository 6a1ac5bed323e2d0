"""Names beside a description, told by comma or dash where the parse does not tell: "Reyes, a strongman"."""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.reading.voices.page import Page
from crossread.trees import Tree

_DASHES = frozenset(("—", "–", "--", "-", "("))


def name_before_comma(page: Page, tree: Tree, head: int) -> int | None:
    """The name right before the comma that opens an apposition; nearer than what the parse says it belongs to.

    A phrase that the parse does not call an apposition is one if commas enclose it and an article opens it.
    """
    token, tokens, small = tree.tokens[head], tree.tokens, function_words()
    inner = token.rel.startswith("nmod") and token.head >= 0 and tokens[token.head].rel == "appos"
    top = token.head if inner else head
    first, last = tree.phrase(top, without=("punct",))
    while first < top and tokens[first].pos == "PUNCT":
        first += 1
    while first > 1 and (tokens[first - 1].text == "-" or (tokens[first - 1].pos == "DET" and first - 1 > 0)):
        first -= 2 if tokens[first - 1].text == "-" else 1  # "the Alpha-Betan": its hyphen is no part of the phrase
    after = tokens[last + 1].text if last + 1 < len(tokens) else "."
    enclosed = after in (",", ".", ")") and tokens[first].text.lower() in small.articles | {"one", "another"}
    begun = first >= 2 and tokens[first - 1].text in _DASHES
    dashed = begun and tokens[first].text.lower() in small.indefinite
    comma = tokens[first - 1].text == "," and (tokens[top].rel == "appos" or enclosed) if first >= 2 else False
    if not (dashed or comma):
        return None
    target = page.resolved(page.mention_at(tokens[first - 2]))
    if target is None or not page.mentions[target].named:
        return None
    dateline = dashed and tokens[0].start >= page.mentions[target].span.start and page.mentions[target].type == "place"
    return None if dateline else target


def name_after_comma(page: Page, tree: Tree, head: int) -> int | None:
    """The name behind a description that opens its sentence: "A hardliner feared by many, Reyes was …"."""
    tokens = tree.tokens
    opening = next((i for i, token in enumerate(tokens) if token.pos not in ("PUNCT", "CCONJ")), 0)
    articles = [c for c in tree.of(head, "det") if tokens[c].text.lower() in function_words().indefinite]
    if not articles or articles[0] != opening:
        return None
    comma = next((i for i in range(head + 1, len(tokens) - 2) if tokens[i].text == ","), None)
    index = page.mention_at(tokens[comma + 1]) if comma is not None else None
    if comma is None or index is None or not page.mentions[index].named or page.mentions[index].type != "person":
        return None
    end = page.mentions[index].span.end
    behind = next((token for token in tokens[comma + 1 :] if token.start >= end), None)
    return index if behind is not None and behind.pos in ("VERB", "AUX", "ADV") else None
