"""Pictures of what happens, and softening words for it: "turned into a riot", "engage the suspect"."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.function_words import function_words
from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.choices import WIDEST
from crossread.reading.wording.colours import Found, colours, kind_of
from crossread.reading.wording.labels import known
from crossread.trees import Tree

HAPPENING = Bearer("", None, "a word for what happened", tied=False)
"""A word for the deed of which the report tells; which one that is the reports together say."""


Told = tuple[int, int, Bearer, str]
"""First and last word of a choice, its bearer, and why."""


def likened(page: Page, tree: Tree, found: Found) -> Iterator[Told]:
    """ "Border Guard = Gestapo", "behaved like the Gestapo": who is likened to them."""
    before = found.first - 1
    while before > 0 and tree.tokens[before].pos in _BEFORE_NAMES and found.first - before <= 2:
        before -= 1
    between = {token.text for token in tree.tokens[before + 1 : found.first]}
    low = tree.tokens[before].text.lower() if before >= 0 else ""
    if low in colours().likening:
        verb = next((a for a in tree.ancestors(found.last) if tree.tokens[a].pos in ("VERB", "AUX")), None)
        bearer = bearers.subject_bearer(page, tree, verb) if verb is not None else None
        if bearer is not None:
            yield before, found.last, bearer, "likened to those whom nobody likes"
        return
    quoted = page.quoted(tree.tokens[found.first].start, tree.tokens[found.last].end) > 0
    index = page.resolved(page.mention_at(tree.tokens[before])) if before >= 0 else None
    side_by_side = "/" in between or "=" in between or (quoted and between <= {","})
    if side_by_side and index is not None and page.mentions[index].named:
        yield before, found.last, Bearer(page.mentions[index].span.text, index, "set beside it"), "likened to them"


_BEFORE_NAMES = frozenset(("DET", "PUNCT", "SYM", "ADJ", "ADV", "NOUN"))


def turning(page: Page, tree: Tree) -> Iterator[Told]:
    """ "a vigil that devolved into a riot"."""
    for i, token in enumerate(tree.tokens):
        if token.pos != "VERB" or token.lemma.lower() not in colours().turning:
            continue
        for child in tree.of(i, "obl"):
            into = {tree.tokens[c].text.lower() for c in tree.of(child, "case")} & known().in_deeds.union(
                known().changing
            )
            if into and child > i and lemma(tree, child) in colours().turmoil:
                subjects = tree.of(i, "nsubj")
                if subjects:
                    bearer = bearers.any_bearer(page, tree, antecedent(tree, subjects[0]), "turned into it")
                else:
                    bearer = bearers.subject_bearer(page, tree, i) or HAPPENING
                yield i, child, bearer, "what it is said to have turned into"


def bursting(page: Page, tree: Tree) -> Iterator[Told]:
    """ "an explosion of anger"."""
    for i, token in enumerate(tree.tokens):
        if token.pos != "NOUN" or lemma(tree, i) not in colours().bursts:
            continue
        for child in tree.of(i, "nmod"):
            of = any(tree.tokens[c].text.lower() in function_words().genitives for c in tree.of(child, "case"))
            if of and lemma(tree, child) in colours().passions:
                lasting = Bearer(bearers.phrase_text(page, tree, i), None, "named so", tied=False)
                bearer = bearers.tied_bearer(page, tree, i) or (
                    lasting if lemma(tree, i) in colours().lasting else HAPPENING
                )
                yield i, child, bearer, "a picture for what happened"


def massing(page: Page, tree: Tree) -> Iterator[Told]:
    """ "a horde of migrants"."""
    for i, token in enumerate(tree.tokens):
        if token.pos != "NOUN" or lemma(tree, i) not in colours().masses:
            continue
        for child in tree.of(i, "nmod"):
            of = any(tree.tokens[c].text.lower() in function_words().genitives for c in tree.of(child, "case"))
            if of and kind_of(page, tree, child) == "people" and tree.tokens[child].pos == "NOUN":
                bearer = bearers.tied_bearer(page, tree, i) or bearers.any_bearer(page, tree, child, "they make it up")
                first = min([i, *(c for c in tree.of(i, "amod", "compound") if i - c <= WIDEST)])
                yield first, child if child - i < WIDEST else i, bearer, "a word for many or few"


def softening(page: Page, tree: Tree) -> Iterator[Told]:
    """ "engage the suspect"."""
    for i, token in enumerate(tree.tokens):
        if token.pos != "VERB" or token.lemma.lower() not in colours().softening:
            continue
        for child in [*tree.of(i, "obj"), *(c for c in tree.of(i, "nsubj") if tree.tokens[c].rel == "nsubj:pass")]:
            if lemma(tree, child) in colours().softened:
                bearer = bearers.any_bearer(page, tree, child, "it is done to them")
                first, last = (i, child) if 0 < child - i <= WIDEST else (i, i)
                yield first, last, bearer, "a softening word for what is done to them"


def antecedent(tree: Tree, subject: int) -> int:
    """For "it" or "they" in a second clause the subject of the first; for "that" what its clause hangs on."""
    token = tree.tokens[subject]
    low, verb, small = token.text.lower(), token.head, function_words()
    if verb >= 0 and low in small.relatives and tree.tokens[verb].rel.startswith("acl"):
        return tree.tokens[verb].head
    if low in small.things | small.plural_persons and verb >= 0 and tree.tokens[verb].rel == "conj":
        before = [c for c in tree.of(tree.tokens[verb].head, "nsubj") if tree.tokens[c].pos in ("NOUN", "PROPN")]
        return before[0] if before else subject
    return subject


def lemma(tree: Tree, word: int) -> str:
    return tree.tokens[word].lemma.lower()
