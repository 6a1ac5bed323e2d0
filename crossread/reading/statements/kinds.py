"""What kind of statement it is: by its cue word, by the encoder's label, by what is said, and by who says it."""

from __future__ import annotations

import re
from typing import get_args

from crossread.reading.statements.speech import Found
from crossread.reading.statements.words import patterns, statement_words
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.reading.voices.speakers import Source
from crossread.records import StatementKind, Token

SURE = 0.6
"""Mean probability from which on the encoder's label decides where the cue is plain ("said")."""
COVERS = 0.5
"""Share of what is said that the label must cover; a label on a corner of it tells of something inside."""
PLAIN = frozenset[StatementKind](("claim", "report"))
JUDGING = frozenset[StatementKind](("opinion", "criticism", "accusation", "denial"))
"""Kinds between which "called", "described as" leave the choice to what is said."""
QUOTED = 0.8
"""Share of what is said between quotation marks from which on it counts as the speaker's own words."""
_JUDGED = frozenset[StatementKind](("denial", "criticism", "opinion", "announcement", "accusation"))
"""Kinds that an outlet does not tell in its own name: it reports."""
_KINDS: dict[str, StatementKind] = {kind.upper().replace(" ", "_"): kind for kind in get_args(StatementKind)}
_SENTENCE = re.compile(r"[.!?][”\"’']?\s+(?=[“\"‘']?[A-Z])")
_SHORTEST = 30
"""Characters of a first sentence at least: "No." tells too little."""


def kind_of(page: Page, item: Found, source: Source) -> StatementKind:
    """The kind of a statement.

    A telling cue ("denied", "demanded") decides. Where the cue is plain ("said", "according to"), the encoder's label
    does if it is sure; then words of what is said (`content` of reporting.yml), then its form: to come is an
    announcement, a general truth in the speaker's own words is an opinion. Past and counted was taken for a report
    once: of 126 such statements of our own reports 32 are reports, 48 claims.
    """
    text = page.text[item.content[0] : item.content[1]]
    observer = source.passing or source.paper in lexicon().observing
    label = _label(page, item) if item.kind in PLAIN | {"opinion"} else None
    if label is not None and (item.kind in PLAIN or label in JUDGING):
        return label
    telling = text if page.text[item.cue[0]] == "@" else _opening(text)  # a message is short: all of it tells
    for kind, of, pattern in lexicon().content:
        if item.kind in of and pattern.search(telling):
            return kind if not (observer and kind in _JUDGED) else "report"
    if item.kind != "claim":
        return item.kind
    return "report" if observer else _by_form(page, item, text)


def _label(page: Page, item: Found) -> StatementKind | None:
    """What the encoder calls most of the content, if it is sure."""
    start, end = item.content
    covered: dict[str, float] = {}
    for number in range(page.sentence_at(start), page.sentence_at(max(start, end - 1)) + 1):
        tokens = page.trees[number].tokens
        for tag in page.trees[number].sentence.sayings:
            shared = min(end, tokens[tag.last].end) - max(start, tokens[tag.first].start)
            if shared > 0 and tag.score >= SURE:
                covered[tag.label] = covered.get(tag.label, 0.0) + shared
    best = max(covered, key=lambda label: covered[label], default="")
    return _KINDS.get(best) if covered.get(best, 0.0) >= COVERS * (end - start) else None


def _opening(text: str) -> str:
    """The first sentence of what is said: it tells what kind it is; a long quotation has words of every kind."""
    end = _SENTENCE.search(text, _SHORTEST)
    return text[: end.end()] if end else text


# --------------------------------------------------------------------------- by form


def _by_form(page: Page, item: Found, text: str) -> StatementKind:
    """A plain cue's kind by tense, numbers and quotation marks alone."""
    if set(page.text[item.cue[0] : item.cue[1]].lower().split()) & lexicon().asserting:
        return "claim"
    tokens = _tokens(page, *item.content)
    past, counted = any(_is_past(t) for t in tokens), any(t.pos == "NUM" for t in tokens)
    negated = bool(patterns().denying.search(text))
    quoted = page.quoted(*item.content) >= QUOTED
    if quoted and "?" in text:
        return "criticism"
    if quoted and not past and not counted:
        return "opinion"
    return "announcement" if not quoted and not negated and patterns().own_plan.search(text) else "claim"


def _tokens(page: Page, start: int, end: int) -> list[Token]:
    return [
        token
        for number in range(page.sentence_at(start), page.sentence_at(max(start, end - 1)) + 1)
        for token in page.trees[number].tokens
        if start <= token.start < end
    ]


def _is_past(token: Token) -> bool:
    low = token.text.lower()
    if token.pos not in ("VERB", "AUX"):
        return False
    return low in statement_words().past_auxiliaries or (
        token.pos == "VERB" and low != token.lemma.lower() and not low.endswith(statement_words().present_endings)
    )
