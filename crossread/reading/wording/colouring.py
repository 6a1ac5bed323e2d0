"""Descriptions that a report colours ("angry teens", "harsh measures", "a popular resort"), and whom they are for.

A word counts here only with a bearer of its kind: tempers and virtues with people, severity with deeds and measures,
looks and fortunes with places. None of it tells whether a sentence argues: these choices are shown and weigh nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from crossread.function_words import function_words
from crossread.reading.voices import speakers
from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.choices import WIDEST, Choice
from crossread.reading.wording.colours import Found, colours, find_colours, kind_of
from crossread.reading.wording.labels import FAINT, known
from crossread.reading.wording.pictures import (
    HAPPENING,
    Told,
    antecedent,
    bursting,
    lemma,
    likened,
    massing,
    softening,
    strengthened,
    turning,
)
from crossread.trees import Tree


def coloured(page: Page, tree: Tree) -> Iterator[Choice]:
    """The coloured descriptions of one sentence."""
    for found in find_colours(tree):
        for first, last, bearer, why in _READ[found.entry.part](page, tree, found):
            yield Choice(first, last, bearer, why, FAINT, shown=True)
    for find in (_carrying, _sides, turning, bursting, massing, softening, strengthened):
        for first, last, bearer, why in find(page, tree):
            yield Choice(first, last, bearer, why, FAINT, shown=True)


def _quality(page: Page, tree: Tree, found: Found) -> Iterator[Told]:
    noun = modified(tree, found.first, found.last)
    if _in_name(page, tree, found.last):
        return
    if noun is not None:
        if kind_of(page, tree, noun) in found.entry.of:
            last = noun if noun - found.last <= WIDEST else found.last
            yield found.first, last, described(page, tree, noun, found.last), f"{found.entry.field}, told of them"
        return
    subject = predicated(tree, found.first, found.last)
    if (
        subject is not None
        and tree.tokens[subject].text.lower() in function_words().things
        and "people" not in found.entry.of
    ):
        yield from _said_before(page, tree, found)
    elif subject is not None and _is_somebody(page, tree, subject) and kind_of(page, tree, subject) in found.entry.of:
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
    index = page.mention_at(tree.tokens[word])
    if index is None or not page.mentions[index].named or not tree.tokens[word].text[:1].isupper():
        return False
    return " " in page.mentions[index].span.text


def _said_before(page: Page, tree: Tree, found: Found) -> Iterator[Told]:
    """What "it" is, if nothing in its sentence is: what the sentence before is about."""
    at = page.sentence_at(tree.sentence.start) - 1
    before = page.trees[at] if at >= 0 else None
    for subject in before.of(before.root, "nsubj") if before is not None else ():
        if before is not None and kind_of(page, before, subject) in found.entry.of:
            bearer = bearers.any_bearer(page, before, subject, "the sentence before is about it")
            yield found.first, found.last, bearer, f"{found.entry.field}, said of it"


def _is_somebody(page: Page, tree: Tree, word: int) -> bool:
    """No pronoun that stands for nobody in the report, and not the speaker himself ("I am angry")."""
    token = tree.tokens[word]
    index = page.mention_at(token)
    return token.pos != "PRON" or (page.resolved(index) != index and token.text.lower() not in _oneself())


def _oneself() -> frozenset[str]:
    return function_words().first_persons | function_words().speakers_as_objects | known().selves


def modified(tree: Tree, first: int, last: int) -> int | None:
    """The noun before which the words `first` to `last` stand as its attribute; the next one if the parse lost it."""
    if last + 2 < len(tree.tokens) and tree.tokens[last + 1].pos == "NOUN" and _is_owner(tree, last + 1):
        return last + 1  # "the slain teen's cousin"
    word = _outer(tree, first, last)
    for _ in range(2):
        if word is not None and tree.tokens[word].rel == "conj" and tree.tokens[word].pos in ("ADJ", "VERB", "ADV"):
            word = tree.tokens[word].head
    attribute = word is not None and tree.tokens[word].rel in (
        "amod",
        "compound",
        "nmod",
        "nmod:desc",
        "advmod",
        "nummod",
    )
    if word is not None and attribute:
        noun = tree.tokens[word].head
        if noun > last and tree.tokens[noun].pos in ("NOUN", "PROPN"):
            while tree.tokens[noun].rel == "compound" and tree.tokens[noun].head == noun + 1:
                noun = tree.tokens[noun].head
            return noun
        behind = last + 1
        while behind < len(tree.tokens) and tree.tokens[behind].pos == "ADJ":
            behind += 1
        if behind < len(tree.tokens) and tree.tokens[behind].pos == "NOUN":
            return behind
    return None


def _is_owner(tree: Tree, word: int) -> bool:
    return tree.tokens[word].rel == "nmod:poss" and tree.tokens[word + 1].rel == "case"


def _outer(tree: Tree, first: int, last: int) -> int | None:
    """The word of a stretch whose head stands outside of it."""
    return next((i for i in range(last, first - 1, -1) if not first <= tree.tokens[i].head <= last), None)


def predicated(tree: Tree, first: int, last: int) -> int | None:
    """Of what the words are said: "the crowd became unruly", "Reyes, a kind and gentle man, was …"."""
    word = _outer(tree, first, last)
    for _ in range(4):
        if word is None:
            return None
        token = tree.tokens[word]
        if tree.of(word, "cop", "aux:pass") and (subjects := tree.of(word, "nsubj")):
            return antecedent(tree, subjects[0])
        above = token.head
        if above < 0 or token.rel.split(":")[0] not in ("xcomp", "conj", "amod", "advcl", "list", "parataxis"):
            return None
        if tree.tokens[above].lemma.lower() in known().seeming and (subjects := tree.of(above, "nsubj")):
            return antecedent(tree, subjects[0])
        if token.rel.split(":")[0] == "xcomp":
            things = tree.of(above, "obj") or tree.of(above, "nsubj")
            return things[0] if things else None
        if token.rel.split(":")[0] != "conj":
            return None
        word = above
    return None


def described(page: Page, tree: Tree, noun: int, last: int) -> Bearer:
    """Who or what a noun with its attribute is: a name beside it, what it is said of, or the noun and what follows."""
    tied = bearers.tied_bearer(page, tree, noun)
    if tied is not None and (tied.mention is not None or kind_of(page, tree, noun) != "people"):
        return tied
    index = page.resolved(page.mention_at(tree.tokens[noun]))
    _, end = tree.phrase(noun, without=bearers.LOOSE)
    start = last + 1
    if tree.tokens[start].pos in ("PUNCT", "CCONJ"):
        start = noun
        while tree.tokens[start - 1].rel == "compound" and start - 1 > last:
            start -= 1
    if _is_owner(tree, noun):
        end = noun
    text = page.text[tree.tokens[min(start, noun)].start : tree.tokens[end].end]
    return Bearer(" ".join(text.split()), index, "modifies it", tied=False)


def _noun(page: Page, tree: Tree, found: Found) -> Iterator[Told]:
    head, of = found.last, found.entry.of
    why = f"a word for {found.entry.field}"
    if tree.tokens[head].rel.startswith(("compound", "amod", "flat", "nmod:desc")):
        named = page.mention_at(tree.tokens[head + 1]) if head + 1 < len(tree.tokens) else None
        if named is not None and page.mentions[named].named and kind_of(page, tree, head + 1) in of:
            name = page.mentions[named].span.text  # "firebrand Reyes", "war-zone Orsk"
            yield found.first, head, Bearer(name, named, "stands before the name"), why
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
        elif (to := bearers.object_bearer(page, tree, verb)) is not None:
            yield verb, found.last, to, "a coloured word for what was done to them"
        return
    subject = speakers.subject(tree, verb)
    acts = subject is not None and kind_of(page, tree, subject) == "people"
    if noun is None and acts and (by := bearers.subject_bearer(page, tree, verb)) is not None:
        yield verb, found.last, by, "a coloured word for what they did"


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
