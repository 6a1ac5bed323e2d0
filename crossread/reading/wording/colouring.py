"""Descriptions that a report colours ("angry teens", "harsh measures", "a popular resort"), and whom they are for.

A word counts here only with a bearer of its kind: tempers and virtues with people, severity with deeds and measures,
looks and fortunes with places. None of it tells whether a sentence argues: these choices are shown and weigh nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crossread.function_words import function_words
from crossread.reading.voices import speakers
from crossread.reading.voices.page import Page
from crossread.reading.wording import appraising, bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.choices import WIDEST, Choice
from crossread.reading.wording.colours import Found, appraisals, colours, find_colours, fits, kind_of
from crossread.reading.wording.describing import described, is_somebody, modified, predicated
from crossread.reading.wording.labels import FAINT, known
from crossread.reading.wording.pictures import (
    HAPPENING,
    Told,
    bursting,
    lemma,
    likened,
    massing,
    softening,
    turning,
)
from crossread.trees import Tree


def coloured(page: Page, tree: Tree) -> Iterator[Choice]:
    """The coloured descriptions of one sentence."""
    for found in find_colours(tree):
        for first, last, bearer, why in _READ[found.entry.part](page, tree, found):
            yield Choice(first, last, bearer, why, FAINT, shown=True)
    for find in (_carrying, _sides, turning, bursting, massing, softening, *_FORMS):
        for first, last, bearer, why in find(page, tree):
            yield Choice(first, last, bearer, why, FAINT, shown=True)


def _quality(page: Page, tree: Tree, found: Found) -> Iterator[Told]:
    noun = modified(tree, found.first, found.last)
    if _in_name(page, tree, found.last):
        return
    if noun is not None:
        if fits(page, tree, noun, found.entry):
            last = noun if noun - found.last <= WIDEST else found.last
            yield found.first, last, described(page, tree, noun, found.last), f"{found.entry.field}, told of them"
        return
    token = tree.tokens[found.last]
    if (
        "any" in found.entry.of
        and token.pos not in ("ADJ", "ADV")
        and not token.text.lower().endswith(appraisals().lasting)
    ):
        return  # "was calculated", "the drag"
    subject = predicated(tree, found.first, found.last)
    if (
        subject is not None
        and tree.tokens[subject].text.lower() in function_words().things
        and "people" not in found.entry.of
        and "any" not in found.entry.of
    ):
        yield from _said_before(page, tree, found)
    elif subject is not None and is_somebody(page, tree, subject) and fits(page, tree, subject, found.entry):
        first = found.first
        if first > 0 and tree.tokens[first - 1].text.lower() in known().intensifiers:
            first -= 1
        yield (
            first,
            found.last,
            bearers.any_bearer(page, tree, subject, "said of it"),
            f"{found.entry.field}, said of them",
        )


def _in_name(page: Page, tree: Tree, word: int) -> bool:
    """Whether a word with a capital is part of a name of several words ("the Liberal Party")."""
    name = page.proper_name(tree.tokens[word])
    return name is not None and " " in name.span.text


def _said_before(page: Page, tree: Tree, found: Found) -> Iterator[Told]:
    """What "it" is, if nothing in its sentence is: what the sentence before is about."""
    at = page.sentence_at(tree.sentence.start) - 1
    before = page.trees[at] if at >= 0 else None
    for subject in before.of(before.root, "nsubj") if before is not None else ():
        if before is not None and kind_of(page, before, subject) in found.entry.of:
            bearer = bearers.any_bearer(page, before, subject, "the sentence before is about it")
            yield found.first, found.last, bearer, f"{found.entry.field}, said of it"


def _noun(page: Page, tree: Tree, found: Found) -> Iterator[Told]:
    head, of = found.last, found.entry.of
    why = f"a word for {found.entry.field}"
    if found.entry.said:
        yield from _picture(page, tree, found)
        return
    if tree.tokens[head].rel.startswith(("compound", "amod", "flat", "nmod:desc")):
        named = page.mention_at(tree.tokens[head + 1]) if head + 1 < len(tree.tokens) else None
        if named is not None and page.mentions[named].named and kind_of(page, tree, head + 1) in of:
            name = page.mentions[named].span.text  # "firebrand Reyes", "war-zone Orsk"
            yield found.first, head, Bearer(name, named, "stands before the name"), why
            return
        noun = modified(tree, found.first, head)
        if "people" in of and noun is not None and kind_of(page, tree, noun) == "people":
            yield found.first, noun, described(page, tree, noun, head), why  # "the billionaire founder"
        return
    bearer = bearers.noun_bearer(page, tree, head, agent_first="deed" in of)
    if "deed" in of and not bearer.tied:
        done = _doer_of(page, tree, head) or bearers.owner_bearer(page, tree, head)
        if done is not None:
            bearer = bearers.behind(page, tree, head, done)
        elif found.entry.field in _OUTBREAKS:
            bearer = HAPPENING
    first = found.first
    while first > 0 and tree.tokens[first - 1].rel in ("amod", "compound") and tree.tokens[first - 1].head == head:
        if found.first - first >= WIDEST or tree.tokens[first - 1].pos == "PROPN":
            break
        first -= 1
    yield first, head, bearer, why


def _picture(page: Page, tree: Tree, found: Found) -> Iterator[Told]:
    """What somebody or something is said to be: "is a minefield", "Reyes, a pawn", "sees the plan as a gold mine"."""
    head = tree.head(found.first, found.last)
    if tree.tokens[head].pos == "PROPN" and _in_name(page, tree, head):
        return
    bearer = bearers.called_bearer(page, tree, head)
    if bearer is None:
        return
    first = found.first
    while first > 0 and found.first - first < WIDEST and tree.tokens[first - 1].rel in ("amod", "compound"):
        if tree.tokens[first - 1].head not in range(found.first, found.last + 1):
            break
        first -= 1
    yield first, found.last, bearer, f"told as {found.entry.field}"


_OUTBREAKS = frozenset(("disorder", "force of the state"))
"""Fields of nouns for what happened as a whole; other deeds are somebody's."""


def _doer_of(page: Page, tree: Tree, deed: int) -> Bearer | None:
    """Who does what a noun names: "youths went on the rampage", "the army launched an onslaught"."""
    token = tree.tokens[deed]
    for child in tree.of(deed, "compound"):
        if kind_of(page, tree, child) == "people":  # "a police lockdown"
            return bearers.any_bearer(page, tree, child, "does it")
    if token.head < 0 or not token.rel.startswith(("obj", "obl")):
        return None
    verb = tree.tokens[token.head]
    return bearers.subject_bearer(page, tree, token.head) if verb.lemma.lower() in colours().doing else None


def _verb(page: Page, tree: Tree, found: Found) -> Iterator[Told]:
    verb = found.first
    noun = modified(tree, verb, found.last)
    if found.entry.of_object:
        if noun is not None and kind_of(page, tree, noun) == "people":
            yield verb, noun, described(page, tree, noun, found.last), "a coloured word for what was done to them"
        elif (to := _struck(page, tree, found)) is not None:
            yield verb, found.last, to, "a coloured word for what was done to them"
        return
    subject = speakers.subject(tree, verb)
    acts = subject is not None and fits(page, tree, subject, found.entry)
    if noun is None and acts and (by := bearers.subject_bearer(page, tree, verb)) is not None:
        yield verb, found.last, by, "a coloured word for what they did"


_FORMS = (appraising.strengthened, appraising.compounds, appraising.manners, appraising.swelling)


def _struck(page: Page, tree: Tree, found: Found) -> Bearer | None:
    """To whom a verb says that something is done, if they are what it can be done to."""
    verb = found.first
    objects = tree.of(verb, "obj") or [c for c in tree.of(verb, "nsubj") if tree.tokens[c].rel == "nsubj:pass"]
    if objects and not fits(page, tree, objects[0], found.entry):
        return None
    return bearers.object_bearer(page, tree, verb)


_READ: dict[str, Callable[[Page, Tree, Found], Iterator[Told]]] = {
    "quality": _quality,
    "noun": _noun,
    "verb": _verb,
    "likened": likened,
}


def _carrying(page: Page, tree: Tree) -> Iterator[Told]:
    """ "machete-wielding youths"."""
    for i, token in enumerate(tree.tokens):
        if token.text.lower() in colours().armed_with and i >= 2 and tree.tokens[i - 1].text == "-":
            noun = modified(tree, i - 2, i)
            if noun is not None and kind_of(page, tree, noun) == "people":
                yield i - 2, noun, described(page, tree, noun, i), "told by what they carry or do"


def _sides(page: Page, tree: Tree) -> Iterator[Told]:
    """ "anti-tax protesters"; a country's side is told elsewhere."""
    for i, token in enumerate(tree.tokens):
        side, _, what = token.text.partition("-")
        first = i
        if not what and i >= 2 and tree.tokens[i - 1].text == "-":
            side, what, first = tree.tokens[i - 2].text, token.text, i - 2
        if side.lower() in known().sides and what[:1].islower():
            noun = modified(tree, first, i)
            if noun is not None and lemma(tree, noun) in colours().campers:
                yield first, noun, described(page, tree, noun, i), "named by what they are for or against"
