"""What a label falls on, and the words for it: a name, what a pronoun stands for, else the whole noun phrase."""

from __future__ import annotations

import msgspec

from crossread.function_words import function_words
from crossread.reading.voices import speakers
from crossread.reading.voices.page import Page
from crossread.reading.wording.countries import country_of
from crossread.reading.wording.labels import known
from crossread.trees import Tree


class Bearer(msgspec.Struct, frozen=True):
    """What a label falls on: a mention if it is one, and the words for it."""

    text: str
    mention: int | None = None
    why: str = ""
    tied: bool = True  # the sentence itself says that label and bearer belong together
    doer: bool = False  # described, not named: who did the deed
    thing: str = ""  # what is judged, where the bearer is whoever is behind it ("the harsh decrees" of Reyes)


LOOSE = speakers.NOT_OF_THE_NAME
"""Relations of what hangs on a noun phrase and is no part of it."""
_CLOSING = frozenset(('"', "”", "’", "'", "»"))


def case(tree: Tree, word: int) -> str:
    """The preposition before a word, lower case; empty if there is none."""
    return next((tree.tokens[c].text.lower() for c in tree.of(word, "case")), "")


def country(tree: Tree, word: int) -> Bearer | None:
    """A country's adjective ("the American enemy")."""
    name = country_of(tree.tokens[word].text)
    return Bearer(name, None, "belongs to it") if name else None


def by_name(page: Page, tree: Tree, word: int, why: str) -> Bearer | None:
    """The name that a word is part of or stands for."""
    target = page.resolved(page.mention_at(tree.tokens[word]))
    if target is None or not page.mentions[target].named:
        return None
    return Bearer(page.mentions[target].span.text, target, why)


def any_bearer(page: Page, tree: Tree, word: int, why: str) -> Bearer:
    """A word as bearer: the name that it is or stands for, else its phrase."""
    low, small = tree.tokens[word].text.lower(), function_words()
    things = small.things | small.several_as_objects | small.singular_demonstratives
    if low in known().reflexives and (actor := _actor(tree, word)) is not None:
        return any_bearer(page, tree, actor, why)
    if speakers.is_relative(tree, word) and (noun := relative(tree, word)) is not None:
        word = noun
    elif low in things and (thing := _antecedent(tree, word)) is not None:
        word = thing
    elif (low in small.persons or low in small.persons_as_objects) and by_name(page, tree, word, why) is None:
        word = _person_before(page, tree, word) or word
    elif low in small.third_persons - small.things and by_name(page, tree, word, why) is None:
        word = _subject_above(tree, word) or word
    beside = [*tree.of(word, "appos"), *(c for verb in tree.of(word, "acl") for c in _known_as(tree, verb))]
    return next(
        (name for w in (word, *beside) if (name := by_name(page, tree, w, why)) is not None),
        Bearer(phrase_text(page, tree, word), page.resolved(page.mention_at(tree.tokens[word])), why),
    )


def _actor(tree: Tree, word: int) -> int | None:
    """Who acts upon himself: the subject of the verb above ("has cast himself as a champion")."""
    verb = next((a for a in tree.ancestors(word) if tree.tokens[a].pos == "VERB"), None)
    subject = speakers.subject(tree, verb) if verb is not None else None
    return subject if subject is not None and tree.tokens[subject].text.lower() not in known().reflexives else None


def _known_as(tree: Tree, verb: int) -> list[int]:
    """What "a group known as …" gives as its name."""
    told = tree.tokens[verb].text.lower() in known().naming
    return tree.of(verb, "obl", "obj", "xcomp") if told else []


def relative(tree: Tree, word: int) -> int | None:
    """The noun that "which", "who" or "that" takes up."""
    verb = tree.tokens[word].head
    for _ in range(3):
        if verb < 0:
            return None
        if tree.tokens[verb].rel.startswith("acl"):
            above = tree.tokens[verb].head
            return above if 0 <= above < word else None
        verb = tree.tokens[verb].head
    return None


def _antecedent(tree: Tree, word: int) -> int | None:
    """ "condemned the raid, calling it …": the object of the verb above."""
    verb = tree.tokens[word].head
    for _ in range(3):
        if verb < 0 or tree.tokens[verb].rel.split(":")[0] not in ("advcl", "conj", "parataxis", "acl", "obj"):
            return None
        verb = tree.tokens[verb].head
        if verb >= 0 and tree.tokens[verb].pos not in ("VERB", "AUX"):
            continue
        things = [c for c in tree.of(verb, "obj", "obl") if c < word and tree.tokens[c].pos in ("NOUN", "PROPN")]
        if things:
            return things[0]
    return None


def _person_before(page: Page, tree: Tree, word: int) -> int | None:
    """For "him" the person told of last who is not the verb's own subject ("accused the mayor and called him …")."""
    verb = tree.tokens[word].head
    by = speakers.subject(tree, verb) if verb >= 0 else None
    for i in range(word - 1, -1, -1):
        token = tree.tokens[i]
        index = page.mention_at(token)
        if token.pos in ("NOUN", "PROPN") and index is not None and i != by:
            mention = page.mentions[index]
            own = by is not None and index == page.mention_at(tree.tokens[by])
            if mention.type == "person" and mention.span.start == token.start and not own:
                return i
    return None


def _subject_above(tree: Tree, word: int) -> int | None:
    """For "they" in a clause the subject of the clause above ("Migrants say that they …")."""
    verb = tree.tokens[word].head
    for above in tree.ancestors(verb) if verb >= 0 else ():
        for subject in tree.of(above, "nsubj"):
            if subject < word and tree.tokens[subject].pos in ("NOUN", "PROPN"):
                return subject
    return None


def phrase_text(page: Page, tree: Tree, word: int) -> str:
    """The noun phrase of a word on one line, without clauses that hang on it."""
    first, last = tree.phrase(word, without=(*LOOSE, "nsubj", "cop", "aux", "expl"))
    while first < word and tree.tokens[first].pos in ("ADP", "PUNCT", "CCONJ", "SCONJ"):
        first += 1
    return " ".join(page.text[tree.tokens[first].start : tree.tokens[last].end].split())


def whole_text(page: Page, tree: Tree, word: int) -> str:
    """The phrase of a label that nothing else names: with what it is a mass of, and with the deed that a quotation
    mark parts from it ("a gang of thugs", "the “barbarism” of the raids")."""
    top, above = word, tree.tokens[word].head
    if (
        case(tree, word) in function_words().genitives
        and above >= 0
        and tree.tokens[above].text.lower() in known().bunches
    ):
        top = above
    first, last = tree.phrase(top, without=(*LOOSE, "nsubj", "cop", "aux", "expl"))
    while first < top and tree.tokens[first].pos in ("ADP", "PUNCT", "CCONJ", "SCONJ"):
        first += 1
    behind = last + 1
    closed = behind + 1 < len(tree.tokens) and tree.tokens[behind].text in _CLOSING
    if (
        closed
        and tree.tokens[behind + 1].text.lower() in function_words().genitives
        and tree.tokens[behind + 1].head > behind
    ):
        last = max(last, tree.phrase(tree.tokens[behind + 1].head, without=LOOSE)[1])
    return " ".join(page.text[tree.tokens[first].start : tree.tokens[last].end].split())
