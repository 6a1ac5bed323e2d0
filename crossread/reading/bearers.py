"""Whom a label is for: the actor behind a noun, an adjective or a verb, as the sentence ties them."""

from __future__ import annotations

import msgspec

from crossread.reading import speakers
from crossread.reading.page import Page
from crossread.trees import Tree


class Bearer(msgspec.Struct, frozen=True):
    """What a label falls on: a mention if it is one, and the words for it."""

    text: str
    mention: int | None = None
    why: str = ""
    tied: bool = True  # the sentence itself says that label and bearer belong together


def noun_bearer(page: Page, tree: Tree, head: int, *, agent_first: bool = False) -> Bearer:
    """Whom a noun is for: whom it stands beside, is said of, refers to; for deeds, who does them."""
    for find in (_doer, _beside, _said_of) if agent_first else (_beside, _said_of, _refers, _doer):
        bearer = find(page, tree, head)
        if bearer is not None:
            return bearer
    return Bearer(phrase_text(page, tree, head), page.mention_at(tree.tokens[head]), "named so", tied=False)


def _beside(page: Page, tree: Tree, head: int) -> Bearer | None:
    """An apposition ("Reyes, the strongman"; "strongman Reyes"; "one of the most feared militias")."""
    token = tree.tokens[head]
    candidates = [c for c in tree.of(head, "appos", "flat") if tree.tokens[c].pos in ("PROPN", "NOUN")]
    if token.rel in ("appos", "nmod:desc", "compound", "flat") and token.head >= 0:
        candidates.append(token.head)
    above = token.head
    if token.rel.startswith("nmod") and above >= 0 and tree.tokens[above].text.lower() in ("one", "some", "part"):
        if tree.tokens[above].rel == "appos":
            candidates.append(tree.tokens[above].head)
        candidates += tree.of(above, "nsubj")
    for candidate in candidates:
        found = _named(page, tree, candidate, "stands beside it")
        if found is not None:
            return found
    return None


def _said_of(page: Page, tree: Tree, head: int) -> Bearer | None:
    """"Reyes is a thug", "calls Reyes a thug", "views the presence as an occupation"."""
    token = tree.tokens[head]
    if tree.of(head, "cop"):
        for subject in tree.of(head, "nsubj"):
            return _any(page, tree, subject, "said of it")
    verb = token.head
    if verb < 0 or tree.tokens[verb].pos not in ("VERB", "AUX"):
        return None
    as_ = any(tree.tokens[c].text.lower() == "as" for c in tree.of(head, "case", "mark"))
    if token.rel.startswith("xcomp") or as_:
        objects = tree.of(verb, "obj") or [c for c in tree.of(verb, "nsubj") if tree.tokens[c].rel == "nsubj:pass" or not as_]
        for thing in objects:
            if thing != head:
                return _any(page, tree, thing, "it is called so")
    return None


def _refers(page: Page, tree: Tree, head: int) -> Bearer | None:
    index = page.mention_at(tree.tokens[head])
    target = page.resolved(index)
    if index is None or target is None or target == index:
        return None
    return Bearer(page.mentions[target].span.text, target, "refers to it")


def _doer(page: Page, tree: Tree, head: int) -> Bearer | None:
    """Whose deed or what kind of actor: "Alpha's aggression", "the Alpha regime", "the invasion by Alpha"."""
    by = [c for c in tree.of(head, "nmod") if any(tree.tokens[k].text.lower() == "by" for k in tree.of(c, "case"))]
    of = [c for c in tree.of(head, "nmod") if any(tree.tokens[k].text.lower() == "of" for k in tree.of(c, "case"))]
    for candidate in [*by, *tree.of(head, "nmod:poss"), *tree.of(head, "compound", "amod"), *of]:
        found = _named(page, tree, candidate, "belongs to it")
        if found is not None:
            return found
        if tree.tokens[candidate].rel == "nmod:poss" and tree.tokens[candidate].pos == "PRON":
            return _any(page, tree, candidate, "belongs to it")
    return None


def subject_bearer(page: Page, tree: Tree, verb: int) -> Bearer | None:
    """Who does what a verb says: its subject, its "by …", or the subject that it shares."""
    subject = speakers.subject(tree, verb)
    if subject is None or tree.tokens[subject].text.lower() in speakers.RELATIVES:
        return None
    return _any(page, tree, subject, "does it")


def object_bearer(page: Page, tree: Tree, verb: int) -> Bearer | None:
    """To whom it is done."""
    for child in tree.of(verb, "obj") or [c for c in tree.of(verb, "nsubj") if tree.tokens[c].rel == "nsubj:pass"]:
        return _any(page, tree, child, "it is done to it")
    return None


def quality_bearer(page: Page, tree: Tree, word: int) -> tuple[Bearer, int] | None:
    """What an adjective judges, and the word on which both hang: the noun that it modifies or the subject that it is said of."""
    token = tree.tokens[word]
    if token.rel in ("amod", "compound", "nmod", "nmod:desc") and token.head > word:
        noun = token.head
        owner = _doer(page, tree, noun) or _beside(page, tree, noun) or _said_of(page, tree, noun) or _refers(page, tree, noun)
        if owner is not None:
            return owner, noun
        return Bearer(phrase_text(page, tree, noun), page.resolved(page.mention_at(tree.tokens[noun])), "modifies it", tied=False), noun
    said = _said_of(page, tree, word)
    if said is None and token.rel in ("conj",) and token.head >= 0:
        said = _said_of(page, tree, token.head)
    return (said, word) if said is not None else None


def _named(page: Page, tree: Tree, word: int, why: str) -> Bearer | None:
    index = page.mention_at(tree.tokens[word])
    target = page.resolved(index)
    if target is None or not page.mentions[target].named:
        return None
    return Bearer(page.mentions[target].span.text, target, why)


def _any(page: Page, tree: Tree, word: int, why: str) -> Bearer:
    return _named(page, tree, word, why) or Bearer(phrase_text(page, tree, word), page.resolved(page.mention_at(tree.tokens[word])), why)


def phrase_text(page: Page, tree: Tree, word: int) -> str:
    """The noun phrase of a word on one line, without clauses that hang on it."""
    first, last = tree.phrase(word, without=speakers.NOT_OF_THE_NAME)
    while first < word and tree.tokens[first].pos in ("ADP", "PUNCT", "CCONJ", "SCONJ"):
        first += 1
    return " ".join(page.text[tree.tokens[first].start : tree.tokens[last].end].split())
