"""What is told in passing and is no statement: a word or two behind a verb, "to ask", a phrase inside a speech."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.statements import complements
from crossread.reading.statements.speech import Found
from crossread.reading.voices.page import Page
from crossread.records import StatementKind

FEW = 4
"""Words of a phrase without a clause that tell no stance: of 25 stories' statements that are no longer 4 of 79 were
asked for by an analyst, of longer ones without a clause 62 of 170."""
FEWEST = 2
"""Words that tell nothing at all: 0 of 14."""
HALF = 0.5
"""Share between quotation marks from which on it is the speaker's own words, and kept."""
_STANCES = frozenset[StatementKind](("opinion", "demand", "appeal", "criticism", "announcement"))
"""Kinds that tell how somebody stands to a thing: a phrase alone ("backing the plan") tells the thing, not what was
said of it."""
_SHORT = frozenset[StatementKind](("opinion", "demand", "appeal"))
"""Those of them for which a few words are too few ("condemned the arrests" tells enough)."""
_TELLINGS = frozenset[StatementKind](("claim", "report"))


def without_slight(page: Page, found: Sequence[Found], inner: Sequence[bool]) -> list[Found]:
    """The statements that say something; `inner`: whether each is told inside of another one's content.

    Of the 1,949 statements of 25 stories 91 go, two of which an analyst had asked for.
    """
    return [item for item, inside in zip(found, inner, strict=True) if not _is_slight(page, item, inside)]


def _is_slight(page: Page, item: Found, inside: bool) -> bool:
    if item.kind not in _STANCES | _TELLINGS or item.direct or page.quoted(*item.content) >= HALF:
        return False
    words = len(page.text[slice(*item.content)].split())
    if item.kind in _TELLINGS:
        return words <= FEWEST
    few = item.kind in _SHORT and words <= FEW
    return (inside or few or _is_infinitive(page, item)) and not _has_clause(page, item)


def _is_infinitive(page: Page, item: Found) -> bool:
    """ "It was decided to ask the assembly": nobody has asked yet."""
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
