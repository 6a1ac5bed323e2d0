"""Whom a report means that opens with a description and names its man next ("A smuggler was jailed. Ivo Brand …")."""

from __future__ import annotations

import msgspec

from crossread.function_words import function_words
from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.choices import Choice
from crossread.reading.wording.colours import find_colours, is_doer, kind_of
from crossread.reading.wording.labels import find_labels

OPENING = 2
"""Sentences that may describe somebody before he is named: title and first sentence."""
NAMING = 3
"""Sentences of a report in which the name must then stand."""


class Lead:
    """The description with which a report opens, and the name that follows."""

    def __init__(self, page: Page) -> None:
        self._name = _named_first(page)
        self._words = _described(page) if self._name is not None else frozenset()
        self._page = page

    def named(self, choice: Choice) -> Choice:
        """The choice with the name as bearer, if it is for the one described."""
        if self._name is None or choice.bearer.mention is not None or choice.bearer.text not in self._words:
            return choice
        name = self._page.mentions[self._name].span.text
        return msgspec.structs.replace(choice, bearer=Bearer(name, self._name, "named in what follows"))


def _described(page: Page) -> frozenset[str]:
    """The phrases for one person with whom title and first sentence are about."""
    found: list[str] = []
    for tree in page.trees[:OPENING]:
        labels = {hit.last for hit in find_labels(tree) if hit.entry.part == "actor"}
        labels |= {hit.last for hit in find_colours(tree) if hit.entry.part == "noun"}
        for i, token in enumerate(tree.tokens):
            if token.pos != "NOUN" or not token.rel.startswith(("nsubj", "root")) or token.text.lower() != token.lemma:
                continue
            articles = {tree.tokens[c].text.lower() for c in tree.of(i, "det")}
            if articles <= function_words().indefinite and (
                i in labels or kind_of(page, tree, i) == "people" or is_doer(token.lemma)
            ):
                text = bearers.phrase_text(page, tree, i)
                found += [text, *(text[k:] for k in range(len(text)) if k and text[k - 1] == " ")]
    return frozenset(found)


def _named_first(page: Page) -> int | None:
    """The first person whom a report names, if a sentence near its beginning, but not its title, is about him."""
    persons = [i for i, m in enumerate(page.mentions) if m.named and m.type == "person"]
    first = min(persons, key=lambda i: page.mentions[i].span.start, default=None)
    if first is None:
        return None
    for tree in page.trees[1 : OPENING + NAMING]:
        for i, token in enumerate(tree.tokens):
            if page.mention_at(token) == first:
                return first if token.rel.startswith("nsubj") or tree.tokens[tree.root].head == i else None
    return None
