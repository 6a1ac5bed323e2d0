"""Which attack, blast or crash did what a word at a number tells: "killed three", "were hurt when"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile

from crossread.function_words import function_words
from crossread.reading.figures.number_words import small
from crossread.records import EventMention
from crossread.trees import Tree

HARMED = frozenset(("killed", "injured", "casualties", "missing"))
"""What a blow does to people."""
BLOWS = {
    "ASSAULT": frozenset(
        (
            *(
                "attack",
                "strike",
                "air strike",
                "bombing",
                "bombardment",
                "launch",
                "shooting",
                "stabbing",
                "poisoning",
            ),
            *("clash", "offensive", "crackdown", "beating", "coup", "ethnic cleansing", "explosion"),
        )
    ),
    "ACCIDENT": frozenset(("crash", "sinking", "derailment", "explosion", "collapse", "leak", "accident")),
    "DISASTER": frozenset(
        (
            *("storm", "earthquake", "flood", "landslide", "fire", "eruption", "drought", "outbreak"),
            *("disaster", "damage"),
        )
    ),
    "CRIME": frozenset(("theft",)),
}
"""Types and kinds of deeds that people are killed or hurt in; a verb that no list knows ("thrown", "tower") is none: of
556 counts of victims four more are right."""
OUTCOMES = frozenset(("killing", "wounding", "deaths", "injuries", "shoot-down", "abduction", "destruction"))
"""Kinds of deeds that tell what came of another where one stands beside them."""
JUST_BEFORE = 2
"""Sentences back in which the blow stands that a bare "five were hurt" tells the outcome of."""


def blow_of(
    trees: Sequence[Tree], events: Sequence[EventMention], sentence: int, word: int, triggers: Mapping[int, int]
) -> int | None:
    """The blow, as its index in `events`. `triggers`: the words of the sentence that name deeds -> their index.

    In its sentence the one that is the word's subject, hangs below it or stands above it; where nobody is said to have
    done it and it has no day or place of its own, the last one told just before.
    """
    tree = trees[sentence]
    blows = {i: n for i, n in triggers.items() if _is_blow(events[n])}
    for outcome in (word, *_beside(tree, word)):
        if (near := _near(tree, outcome, blows)) is not None:
            return blows[near]
    own = triggers.get(word)
    bare = own is not None and _bare(events[own])
    if (bare or _in_which(tree, word)) and (before := [i for i in blows if i < word]):
        return blows[before[-1]]
    if not bare:
        return None
    first = trees[max(0, sentence - JUST_BEFORE)].sentence
    since = [n for n, e in enumerate(events) if first.start <= e.trigger.start < tree.sentence.start]
    told = [n for n in since if _is_blow(events[n]) and not events[n].background]
    return max(told, key=lambda n: events[n].trigger.start, default=None)


def _near(tree: Tree, word: int, blows: Collection[int]) -> int | None:
    """The blow that is told below a word, else above it."""
    below = set(tree.subtree(word)) - {word}
    if tree.tokens[word].pos == "NOUN":
        below = {i for i in below if not _aside(tree, i, word)}
    near = [i for i in blows if i in below] or [i for i in _over(tree, word) if i in blows]
    return min(near, key=lambda i: (abs(i - word), i), default=None)


def _aside(tree: Tree, i: int, word: int) -> bool:
    """Whether a word below a noun is only told beside it: "the murder of the envoy, the siege and the ban"."""
    path = [i, *takewhile(lambda above: above != word, tree.ancestors(i))]
    return any(tree.tokens[k].rel in ("conj", "appos") for k in path)


def _beside(tree: Tree, word: int) -> Iterator[int]:
    """The verb that a word is joined to: "nine were killed when a car exploded and 50 were hurt" are of one blow."""
    if tree.tokens[word].rel == "conj" and tree.tokens[word].pos == "VERB":
        yield tree.tokens[word].head


def _is_blow(event: EventMention) -> bool:
    return event.kind in BLOWS.get(event.type, ()) and event.status in ("happened", "alleged")


def _bare(event: EventMention) -> bool:
    """Whether a deed tells an outcome and neither who brought it about, nor where, nor when."""
    acted = any(part.role == "actor" for part in event.parts)
    return event.kind in OUTCOMES and not (acted or event.places or event.times)


def _in_which(tree: Tree, word: int) -> bool:
    """Whether a word's clause tells what came of something told before: "the attack on the mill, in which ten died"."""
    opening = [t.text.lower() for t in tree.tokens[min(tree.subtree(word)) :][:3]]
    return tree.tokens[word].rel in ("acl:relcl", "advcl") and not small("which").isdisjoint(opening)


def _over(tree: Tree, word: int) -> Iterator[int]:
    """The words whose own clause or phrase a word stands in, nearest first; not those that it is only joined to, but
    for a participle: "a bomb exploded, injuring two"."""
    ongoing = function_words().ongoing
    for above in tree.ancestors(word):
        apart = tree.tokens[word].rel.split(":")[0] in ("conj", "ccomp", "parataxis", "list")
        if apart and not tree.tokens[word].text.lower().endswith(ongoing):
            return
        yield above
        word = above
