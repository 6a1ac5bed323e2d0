"""What befell those who died or were hurt: a deed of somebody, or a mishap in which nobody killed anybody.

"Killed" and "died" say little of it. What stands in their sentence, else what their report tells first, says whether
they are the dead of an attack (ASSAULT) or of a crash, a flood, an illness (HARM, and without anybody who did it).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec.structs import replace

from crossread.reading.events.deeds import Deed
from crossread.reading.events.grammar import forms, lemma, subjects
from crossread.reading.events.words import Entry, lexicon
from crossread.trees import Tree

Cause = Literal["blow", "mishap"]

KILLED = Entry("HARM", "deaths", mode="die", subject="other")
HURT = Entry("HARM", "injuries", mode="hurt", subject="other")
"""What nobody did: the crash or the flood that "killed" is no party."""
OUTCOMES = {"kill": KILLED, "injure": HURT, "wound": HURT, "hurt": HURT, "maim": HURT}
"""Verbs that tell what came of a deed as well as of a mishap; to murder is a deed by itself."""
BLOWS = frozenset(
    (
        *("attack", "strike", "air strike", "bombardment", "bombing", "shooting", "stabbing", "clash", "offensive"),
        *(
            "poisoning",
            "crackdown",
            "beating",
            "launch",
            "assassination",
            "execution",
            "ethnic cleansing",
            "killing",
            "explosion",
        ),
    )
)
"""Kinds of assaults in which people die."""
MISHAPS = frozenset(
    (
        *("crash", "sinking", "derailment", "explosion", "collapse", "leak", "accident", "disaster"),
        *("storm", "earthquake", "flood", "landslide", "fire", "eruption", "outbreak", "drought"),
    )
)
"""Kinds of accidents and disasters in which people die."""
OPENING = 3
"""Sentences at the top of a report that tell what it is about."""
NEAR = 2
"""Sentences back to which "four people died" may point for what killed them."""


def settled(trees: Sequence[Tree], found: Sequence[Sequence[Deed]]) -> list[list[Deed]]:
    """The deeds of a report, sentence by sentence, those that tell of victims with the type of what befell them."""
    about = _first(trees, found[:OPENING])
    made: list[list[Deed]] = []
    for number, (tree, deeds) in enumerate(zip(trees, found, strict=True)):
        before = _last(trees, found, number)
        made.append([_settled(tree, deed, deeds, before or about) for deed in deeds])
    return made


def _settled(tree: Tree, deed: Deed, deeds: Sequence[Deed], before: Cause | None) -> Deed:
    entry, name = deed.entry, lemma(tree, deed.word)
    verb = not deed.noun and name in OUTCOMES and entry.kind in ("killing", "wounding", "injuries")
    if not verb and (entry.kind not in ("deaths", "injuries") or deed.noun):
        return deed
    if verb and _somebody(tree, deed, deeds):
        return deed
    cause = _beside(tree, deed, deeds) or before
    if cause == "mishap" and entry.type == "ASSAULT":
        return deed._replace(entry=OUTCOMES[name], instrument=None)
    if cause == "blow" and entry.type == "HARM" and not _of_itself(tree, deed):
        return deed._replace(entry=replace(entry, type="ASSAULT"))
    return deed


def _somebody(tree: Tree, deed: Deed, deeds: Sequence[Deed]) -> bool:
    """Whether somebody is told of who did it: not the vehicle that crashed, not a deed's own noun."""
    above = next((other for other in deeds if other.word == tree.tokens[deed.word].head), None)
    if above is not None and cause_of(tree, above) == "mishap":
        return False  # "a helicopter crashed, killing"
    words = {other.word for other in deeds if other.word != deed.word}
    told = _beside(tree, deed, deeds) == "mishap"
    return any(
        i not in words
        and lexicon().things.isdisjoint(forms(tree, i))
        and tree.tokens[i].text.lower() not in lexicon().small["causes"]
        and not (told and _place(tree, i))
        for i in subjects(tree, deed.word)
    )


def _place(tree: Tree, i: int) -> bool:
    """Whether a word is a place's name: the tree takes "Mine collapse in Orsk kills six" for Orsk's deed."""
    return tree.named(i, "LOC")


def _of_itself(tree: Tree, deed: Deed) -> bool:
    """ "died of cancer", whatever the report is about."""
    for i in tree.of(deed.word, "obl"):
        cases = {lemma(tree, k) for k in tree.of(i, "case")}
        if cases & lexicon().small["died_of"] and lexicon().hurts.isdisjoint(forms(tree, i)):
            return tree.tokens[i].pos == "NOUN"
    return False


def cause_of(tree: Tree, deed: Deed) -> Cause | None:
    """Whether a deed is one by which people die, and of which sort."""
    if deed.entry.type in ("ACCIDENT", "DISASTER") and deed.entry.kind in MISHAPS:
        return "mishap"
    if deed.entry.type != "ASSAULT" or deed.entry.kind not in BLOWS:
        return None
    weak = not deed.noun and (deed.entry.weak or lemma(tree, deed.word) in OUTCOMES)
    return None if weak else "blow"


def _beside(tree: Tree, deed: Deed, deeds: Sequence[Deed]) -> Cause | None:
    """The cause that the sentence itself tells: the one over or under the victims' word, else the nearest."""
    above = set(tree.ancestors(deed.word))
    told = [
        (other.word not in above and deed.word not in tree.ancestors(other.word), abs(other.word - deed.word), cause)
        for other in deeds
        if other.word != deed.word and (cause := cause_of(tree, other))
    ]
    return min(told)[2] if told else None


def _first(trees: Sequence[Tree], found: Sequence[Sequence[Deed]]) -> Cause | None:
    told = (cause_of(tree, deed) for tree, deeds in zip(trees, found, strict=False) for deed in deeds)
    return next((cause for cause in told if cause), None)


def _last(trees: Sequence[Tree], found: Sequence[Sequence[Deed]], number: int) -> Cause | None:
    """The cause told last in the sentences just before."""
    for k in range(number - 1, max(-1, number - 1 - NEAR), -1):
        for deed in reversed(found[k]):
            if cause := cause_of(trees[k], deed):
                return cause
    return None
