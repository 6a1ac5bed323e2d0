"""Where somebody says something: verbs, nouns, adjectives and "according to", with what they govern."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.function_words import function_words
from crossread.reading.statements.according import according
from crossread.reading.statements.noun_cues import adjective_cue, noun_cue
from crossread.reading.statements.speech import Found
from crossread.reading.statements.verb_cues import verb_cue
from crossread.reading.statements.words import statement_words
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon


def find_cues(page: Page, number: int) -> Iterator[Found]:
    """Every statement that a cue of the sentence `number` tells, in text order."""
    tree = page.trees[number]
    known, markers = lexicon(), statement_words().marker_starts
    as_ = function_words().manner_conjunctions
    for word, token in enumerate(tree.tokens):
        low = token.text.lower()
        behind_as = tree.tokens[max(0, word - 1)].text.lower() in as_
        if token.pos in ("VERB", "AUX") and low in known.verbs and not behind_as:
            yield from verb_cue(page, number, tree, word)
        elif token.pos == "NOUN" and low in known.nouns:
            yield from noun_cue(page, number, tree, word)
        elif token.pos in ("ADJ", "VERB") and low in known.adjectives:
            yield from adjective_cue(page, number, tree, word)
        elif low in markers:
            yield from according(page, number, tree, word)
