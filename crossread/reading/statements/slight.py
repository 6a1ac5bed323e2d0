"""What is told in passing and is no statement: a word or two behind a verb, "to ask", a phrase inside a speech."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.statements import complements
from crossread.reading.statements.speech import Found
from crossread.reading.voices.page import Page
from crossread.records import StatementKind

FEW = 4
"""Words of a phrase beside what a sentence tells ("left the talks, backing the plan") that are too few. As the chief
thing few words are enough ("called for calm"): without them F1 on our own reports held back falls from .870 to .849.
"""
HALF = 0.5
"""Share between quotation marks from which on it is the speaker's own words, and kept."""
_STANCES = frozenset[StatementKind](("opinion", "demand", "appeal", "criticism", "announcement"))
"""Kinds that tell how somebody stands to a thing: a phrase alone ("backing the plan") tells the thing, not what was
said of it."""


def without_slight(page: Page, found: Sequence[Found], inner: Sequence[bool]) -> list[Found]:
    """The statements that say something; `inner`: whether each is told inside of another one's content.

    25 stories: statements .762 to .765; our own reports, all: F1 .874 to .876; PolNeAR, cues: F1 .625 to .629.
    """
    return [item for item, inside in zip(found, inner, strict=True) if not _is_slight(page, item, inside)]


def _is_slight(page: Page, item: Found, inside: bool) -> bool:
    if item.kind not in _STANCES or item.direct or page.quoted(*item.content) >= HALF:
        return False
    return (inside or _is_infinitive(page, item) or _is_beside(page, item)) and not _has_clause(page, item)


def _is_beside(page: Page, item: Found) -> bool:
    """Whether a few words hang on a cue that is not the chief verb of its sentence."""
    tree = page.trees[item.sentence]
    cue = tree.words(*item.cue)
    few = len(page.text[slice(*item.content)].split()) <= FEW
    return few and bool(cue) and tree.head(cue[0], cue[-1]) != tree.root


def _is_infinitive(page: Page, item: Found) -> bool:
    """ "The board resolved to ask for a loan": nobody has asked yet."""
    tree = page.trees[item.sentence]
    cue = tree.words(*item.cue)
    return bool(cue) and complements.is_infinitive(tree, tree.head(cue[0], cue[-1]))


def _has_clause(page: Page, item: Found) -> bool:
    """Whether something in the content has a subject."""
    start, end = item.content
    first, last = page.sentence_at(start), page.sentence_at(max(start, end - 1))
    return any(
        start <= token.start < end and token.rel.startswith(_SUBJECTS)
        for tree in page.trees[first : last + 1]
        for token in tree.tokens
    )


_SUBJECTS = ("nsubj", "csubj")
