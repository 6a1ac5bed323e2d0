"""Where somebody says something: verbs, nouns, adjectives and "according to", with what they govern."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.reading.statements.according import according
from crossread.reading.statements.noun_cues import adjective_cue, noun_cue
from crossread.reading.statements.speech import Found
from crossread.reading.statements.verb_cues import verb_cue
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon


def find_cues(page: Page, number: int) -> Iterator[Found]:
    """Every statement that a cue of the sentence `number` tells, in text order."""
    tree = page.trees[number]
    known = lexicon()
    for word, token in enumerate(tree.tokens):
        low = token.text.lower()
        if token.pos in ("VERB", "AUX") and low in known.verbs and tree.tokens[max(0, word - 1)].text.lower() != "as":
            yield from verb_cue(page, number, tree, word)
        elif token.pos == "NOUN" and low in known.nouns:
            yield from noun_cue(page, number, tree, word)
        elif token.pos in ("ADJ", "VERB") and low in known.adjectives:
            yield from adjective_cue(page, number, tree, word)
        elif low in ("according", "per", "in", "by"):
            yield from according(page, number, tree, word)
