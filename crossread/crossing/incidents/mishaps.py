"""What a mishap is called: by the thing that it befell, not by those who died in it ("Ferry sinking in Soru"). Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.crossing.incidents.partywords import head_of, small_words
from crossread.crossing.incidents.tellings import Telling
from crossread.inflection import inflection
from crossread.spelling import straight

MISHAPS = frozenset(("ACCIDENT", "DISASTER"))
LONGEST_NOUN = 3
"""Words of a deed's own noun that a title takes as they stand ("gas leak explosion")."""


class Things(msgspec.Struct, frozen=True):
    """The parts of deeds.yml that say what can crash, sink, fall in or burn."""

    classes: dict[str, tuple[str, ...]]


@lru_cache(maxsize=2)
def _things(whole: bool) -> frozenset[str]:
    """What can be the thing of a mishap; what burns or blows up as a `whole` is no floor or wall."""
    classes = knowledge.load("deeds.yml", Things, "en").classes
    every = frozenset(word for name in ("craft", "structure", "works") for word in classes[name])
    return every - frozenset(classes["inside"]) if whole else every


BURNING = frozenset(("fire", "explosion"))
"""Kinds of mishaps that befall what can hold them."""


def mishap_of(members: Sequence[Telling], kind: str, noun: str) -> str:
    """The noun of a mishap's title with the thing before it ("train derailment") or alone; "" for other deeds."""
    mine = [t for t in members if t.event.kind == kind]
    if not mine or any(t.event.type not in MISHAPS for t in mine):
        return ""
    whole = kind in BURNING
    if own := _own_noun(mine, noun, whole):
        return own
    thing = _thing(mine, whole)
    return f"{thing} {noun}" if thing and thing not in noun else noun


def _own_noun(members: Sequence[Telling], noun: str, whole: bool) -> str:
    """The longer noun that reports themselves use: "helicopter crash", "gas explosion", told most often."""
    told = Counter(
        text
        for t in members
        if t.noun and 1 < len((text := straight(t.event.trigger.text).lower()).split()) <= LONGEST_NOUN
        if text.split()[-1] == noun.split()[-1] and text.split()[0] in _things(whole)
    )
    return max(told, key=lambda text: (told[text], text)) if told else ""


def _thing(members: Sequence[Telling], whole: bool) -> str:
    """What it befell, in one word, as most tellings say: of a ferry, of a dam."""
    told = Counter(thing for t in members for thing in dict.fromkeys(_named_in(t, whole)))
    return max(told, key=lambda thing: (told[thing], thing)) if told else ""


def _named_in(telling: Telling, whole: bool) -> list[str]:
    found = []
    for role, _, span in telling.roles:
        head = head_of(straight(span.text).lower(), small_words("behind_things"))
        if role != "actor" and head:
            forms = (head[-1], head[-1].removesuffix(inflection().plural))
            found += [word for word in forms if word in _things(whole)][:1]
    return found
