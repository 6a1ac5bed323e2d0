"""What the encoder's own labels for speech add to the rules.

Letting them also veto what the rules find was tried: it loses more (content F1 .826 to .812 on PolNeAR) than it gains.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from crossread.reading.statements.complements import Range
from crossread.reading.statements.speech import Found, is_conditional, is_examined, is_negated, nobody_says, said_of
from crossread.reading.voices import speakers
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.records import StatementKind, Tagged
from crossread.trees import Tree

SURE = 0.7
"""Score from which on a labelled cue that no rule found is believed: seven in ten are right there (PolNeAR, dev)."""
NEAR = 3
"""Words between two stretches labelled as content that still belong to one."""


def added(page: Page, found: Sequence[Found]) -> Iterator[Found]:
    """Statements that the labels see and the rules do not: a cue with its speaker and what is said in one sentence."""
    for number, tree in enumerate(page.trees):
        here = [item for item in found if item.sentence == number]
        for tag in tree.sentence.attributions:
            if tag.label == "CUE" and tag.score >= SURE and not any(_meets(tree, tag, item.cue) for item in here):
                yield from _from_labels(page, number, tree, tag, here)


def _from_labels(page: Page, number: int, tree: Tree, cue: Tagged, here: Sequence[Found]) -> Iterator[Found]:
    content = _nearest(tree, cue, "CONTENT")
    word = tree.head(cue.first, cue.last)
    if is_negated(tree, word) or is_conditional(tree, word) or nobody_says(tree, word) or said_of(tree, word):
        return
    if tree.tokens[word].text.lower() in lexicon().citing:
        return
    if is_examined(page, tree, word):
        return
    if content is None or any(_meets(tree, content, item.content) for item in here):
        return
    source = _nearest(tree, cue, "SOURCE")
    head = tree.head(source.first, source.last) if source is not None else speakers.subject(tree, word)
    if not speakers.can_speak(page, tree, head):
        return
    start, end = tree.tokens[cue.first].start, tree.tokens[cue.last].end
    yield Found(
        sentence=number,
        cue=(start, end),
        content=_whole(tree, content),
        kind=_kind(tree, cue),
        sources=tuple(speakers.sources(page, tree, head)),
        own=(start, end),
    )


def _meets(tree: Tree, tag: Tagged, part: Range) -> bool:
    return tree.tokens[tag.first].start < part[1] and part[0] < tree.tokens[tag.last].end


def _nearest(tree: Tree, cue: Tagged, label: str) -> Tagged | None:
    """The stretch with that label nearest to the cue, before or behind it."""
    tags = [t for t in tree.sentence.attributions if t.label == label]
    return min(tags, key=lambda t: (max(t.first - cue.last, cue.first - t.last), t.first), default=None)


def _whole(tree: Tree, content: Tagged) -> Range:
    """A stretch of content with those of the same label close beside it."""
    first, last = content.first, content.last
    others = sorted((t.first, t.last) for t in tree.sentence.attributions if t.label == "CONTENT")
    taken = {i for t in tree.sentence.attributions if t.label != "CONTENT" for i in range(t.first, t.last + 1)}
    for a, b in [*others, *reversed(others)]:
        if 0 < a - last <= NEAR and not taken & set(range(last, a)):
            last = b
        elif 0 < first - b <= NEAR and not taken & set(range(b, first)):
            first = a
    return tree.tokens[first].start, tree.tokens[last].end


def _kind(tree: Tree, cue: Tagged) -> StatementKind:
    known = lexicon()
    for i in range(cue.last, cue.first - 1, -1):
        low = tree.tokens[i].text.lower()
        _, frames = known.verbs.get(low, ("", known.nouns.get(low, ())))
        if frames:
            return frames[0].kind
    return "claim"
