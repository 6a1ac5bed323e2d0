"""Judgements that form tells where no list can: "a very rare situation", "scandal-plagued", "ended unceremoniously"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from crossread.inflection import adverb
from crossread.reading.voices.named import is_named
from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.choices import WIDEST
from crossread.reading.wording.colours import appraisals, kind_of
from crossread.reading.wording.describing import described, is_somebody, modified, predicated
from crossread.reading.wording.pictures import Told
from crossread.trees import Tree


def strengthened(page: Page, tree: Tree) -> Iterator[Told]:
    """ "a very rare situation", "the plan is deeply flawed": whoever makes an adjective stronger weighs his words."""
    for i, token in enumerate(tree.tokens):
        if i == 0 or token.pos != "ADJ" or token.text.lower() in appraisals().measuring:
            continue
        first = i - 1
        if tree.tokens[first].text.lower() not in appraisals().strengthening or tree.tokens[first].head != i:
            continue
        while first > 0 and tree.tokens[first - 1].text.lower() in appraisals().strengthening:
            first -= 1
        yield from _told(page, tree, first, i, "made stronger")


def compounds(page: Page, tree: Tree) -> Iterator[Told]:
    """ "a scandal-plagued agency", "the much-vaunted plan", "his pseudo-legal claims"."""
    for i in range(1, len(tree.tokens) - 1):
        if tree.tokens[i].text == "-" and tree.tokens[i + 1].start == tree.tokens[i].end and _appraises(tree, i):
            yield from _told(page, tree, i - 1, i + 1, "a compound that judges")


def _appraises(tree: Tree, hyphen: int) -> bool:
    """Whether the parts around a hyphen make a judgement."""
    known = appraisals()
    before, behind = tree.tokens[hyphen - 1].text.lower(), tree.tokens[hyphen + 1].text.lower()
    if behind in known.closing:
        return tree.tokens[hyphen - 1].pos != "PROPN"
    if before in known.prefixed:
        return True
    return before in known.opening and behind.endswith(known.opened_by) and behind not in known.plain


def manners(page: Page, tree: Tree) -> Iterator[Told]:
    """ "ended unceremoniously": an adverb made from an adjective that judges, right beside its verb."""
    for i, token in enumerate(tree.tokens):
        verb = token.head
        if token.pos != "ADV" or abs(verb - i) != 1 or tree.tokens[verb].pos != "VERB" or i == 0:
            continue
        if token.text.lower() not in _adverbs() or tree.tokens[verb].rel.split(":")[0] in ("amod", "compound"):
            continue
        bearer = bearers.subject_bearer(page, tree, verb) or bearers.object_bearer(page, tree, verb)
        if bearer is not None:
            yield min(i, verb), max(i, verb), bearer, "a judging adverb"


def swelling(page: Page, tree: Tree) -> Iterator[Told]:
    """ "the housing crisis", "a crime wave": much is made of what stands before it."""
    for i, token in enumerate(tree.tokens):
        parts = tree.of(i, "compound") if token.pos == "NOUN" and token.lemma.lower() in appraisals().swelling else []
        parts = [c for c in parts if tree.tokens[c].pos == "NOUN" and i - c <= WIDEST]
        if parts and not is_named(page, page.mention_at(tree.tokens[parts[0]])):
            phrase = Bearer(bearers.phrase_text(page, tree, i), None, "named so", tied=False)
            yield parts[0], i, bearers.called_bearer(page, tree, i) or phrase, "makes much of it"


@lru_cache(maxsize=1)
def _adverbs() -> frozenset[str]:
    """What tells how, of the adjectives that judge everything."""
    return (
        frozenset(adverb(word) for field in appraisals().qualities for word in field.words if word.isalpha())
        - appraisals().plain
    )


def _told(page: Page, tree: Tree, first: int, last: int, why: str) -> Iterator[Told]:
    """Words that stand before a noun or are said of one."""
    noun = modified(tree, first, last)
    if noun is not None:
        end = noun if noun - last <= WIDEST else last
        yield first, end, described(page, tree, noun, last), why
        return
    subject = predicated(tree, first, last)
    if tree.of(last, "xcomp", "csubj", "ccomp"):
        return  # "it is very hard to find work", "is very eager to help"
    if subject is not None and is_somebody(page, tree, subject) and kind_of(page, tree, subject) is not None:
        yield first, last, bearers.any_bearer(page, tree, subject, "said of it"), why
