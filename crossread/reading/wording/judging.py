"""Words in which the encoder reads a judgement, though no list may know them: `Sentence.judgements`."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.choices import Choice
from crossread.reading.wording.labels import STRONG, WEAK
from crossread.records import Tagged
from crossread.trees import Tree

ALONE = 0.5
"""Score from which a reading that no list backs counts alone. Own reports held back: 7 of 9 right from .5 on, 10 of 18
over all; BABE, sentences with nothing else: .53 biased from .5, .59 below."""
WHY = {
    "LABEL": "reads like a label",
    "LOADED": "reads like a loaded word",
    "EUPHEMISM": "reads like a softening word",
    "SCARE": "reads like words that the report keeps at a distance",
}


def read_judgements(page: Page, tree: Tree) -> Iterator[Choice]:
    """One choice for each stretch that is no mere name: STRONG from ALONE on, else WEAK."""
    for tagged in tree.sentence.judgements:
        first, last = _trimmed(tree, tagged)
        if first > last or _is_name(page, tree, first, last):
            continue
        bearer = _bearer(page, tree, tree.head(first, last), last)
        weight = STRONG if tagged.score >= ALONE else WEAK
        yield Choice(first, last, bearer, WHY.get(tagged.label, "reads like a judgement"), weight)


def _trimmed(tree: Tree, tagged: Tagged) -> tuple[int, int]:
    """The stretch without quotation marks, articles and owners at its edges."""
    first, last = tagged.first, tagged.last
    while first <= last and tree.tokens[first].pos in ("PUNCT", "DET", "SYM"):
        first += 1
    while last >= first and tree.tokens[last].pos in ("PUNCT", "SYM", "ADP", "DET"):
        last -= 1
    return first, last


def _is_name(page: Page, tree: Tree, first: int, last: int) -> bool:
    """Whether every word belongs to a proper name."""
    return all(page.proper_name(token) is not None for token in tree.tokens[first : last + 1])


def _bearer(page: Page, tree: Tree, head: int, last: int) -> Bearer:
    """Whom the words are for, by what their chief word is."""
    token = tree.tokens[head]
    found: Bearer | None = None
    if token.pos in ("VERB", "AUX"):
        found = bearers.subject_bearer(page, tree, head) or bearers.object_bearer(page, tree, head)
    elif token.pos == "ADV" and token.head > last and tree.tokens[token.head].rel in ("amod", "compound"):
        quality = bearers.quality_bearer(page, tree, token.head)  # "lavishly subsidised industries"
        found = quality[0] if quality is not None else None
    elif token.pos == "ADV" and token.head >= 0:
        found = bearers.subject_bearer(page, tree, token.head) or bearers.object_bearer(page, tree, token.head)
    elif token.pos == "ADJ" or (token.rel in ("compound", "amod") and token.head > last):
        quality = bearers.quality_bearer(page, tree, head)
        found = quality[0] if quality is not None else None
    elif token.pos in ("NOUN", "PROPN"):
        found = bearers.noun_bearer(page, tree, head)
    return found or Bearer("", None, "for nobody that the sentence tells", tied=False)
