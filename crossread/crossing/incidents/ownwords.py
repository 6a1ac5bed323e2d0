"""An incident's title in a report's own words, where its parts make none: a clause, else a phrase. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

import msgspec

from crossread import knowledge
from crossread.crossing.incidents.partywords import small_words
from crossread.crossing.incidents.tellings import Telling
from crossread.function_words import function_words
from crossread.records import Actor, Place
from crossread.spelling import straight

LONGEST = 80
"""Characters of a title, the day in brackets left out: what one line of a list holds."""
ACRONYM = 4
"""Letters of a place's name up to which capitals are its own ("UAE"), not a dateline's ("STAVEN")."""
STEM = 2
"""Letters in which a verb and the sort of deed named after it agree ("oversee", "oversaw")."""


class Titles(msgspec.Struct, frozen=True):
    """The parts of deeds.yml that say how a title is made."""

    titles: dict[str, tuple[str, str, str]]
    means: dict[str, str]
    bare: frozenset[str]
    nobody: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]


@lru_cache(maxsize=1)
def title_words() -> Titles:
    return knowledge.load("deeds.yml", Titles, "en")


def whereabouts(places: Sequence[Place]) -> str:
    """The place named most often, or a town in it where that is a land."""
    if not places:
        return ""
    first = places[0]
    near = next((p for p in places if p.precision in ("town", "site") and p.country == first.country), None)
    best = near if first.precision == "country" and near is not None else first
    name = best.name.title() if best.name.isupper() and len(best.name) > ACRONYM else best.name
    return name if name[:1].isupper() else ""


def clause(members: Sequence[Telling], actors: Mapping[str, Actor]) -> str:
    """The clause of the telling that names its subject, near the top of its report; "" if none does."""
    made = [(_own_clause(t, actors), t) for t in members if not t.noun]
    usable = [(text, t) for text, t in made if text]
    if not usable:
        return ""
    text, _ = max(
        usable,
        key=lambda pair: (pair[0][0].isupper() and len(pair[0].split()) > 3, pair[1].lede, -abs(len(pair[0]) - 50)),
    )
    return text[:1].upper() + text[1:]


def _own_clause(telling: Telling, actors: Mapping[str, Actor]) -> str:
    event = telling.event
    subject = next(
        (
            part
            for part in telling.roles
            if part[2].end <= event.trigger.start and part[2].start - event.span.start < 25
        ),
        None,
    )
    text = " ".join(event.span.text.split())
    if subject is None or sum(text.count(mark) for mark in '"“”') % 2:
        return ""
    words = text.split(" ")
    while words and straight(words[0]).lower().strip(",") in title_words().begins:
        words = words[1:]
    if len(words) < 2:
        return ""
    first = straight(words[0]).lower().strip(",")
    small = function_words()
    if first in small.third_persons | small.relatives:  # a title puts the name
        actor = actors.get(subject[1] or "")
        if actor is None or not actor.name[:1].isupper():
            return ""
        words = [actor.name, *words[1:]]
    elif first in title_words().nobody and first in _pointers():
        return ""
    return cut(words)


def _pointers() -> frozenset[str]:
    """Beginnings that mean nothing without the sentence before."""
    small = function_words()
    return small.speakers | small.demonstratives | small.owners | small_words("openings")


def cut(words: Sequence[str]) -> str:
    """As many whole words as a title holds, none of them left hanging."""
    ends = accumulate(len(word) + 1 for word in words)
    kept = [word for word, end in zip(words, ends, strict=True) if end - 1 <= LONGEST]
    while kept and straight(kept[-1]).lower().strip(",;:") in title_words().ends:
        kept.pop()
    return " ".join(kept).strip(" ,;:-–—") if len(kept) > 1 else ""


def _of_the_verb(telling: Telling) -> str:
    """ "Pocketed two crowns" for "he had pocketed two crowns", where the sort of deed is only the verb."""
    event = telling.event
    if telling.noun or event.kind[:STEM] != event.trigger.text[:STEM].lower():
        return event.kind
    words = event.span.text[max(0, event.trigger.start - event.span.start) :].split(", ")[0].split()
    made = cut(words)
    return made[:1].upper() + made[1:] if made else event.kind


def phrase(members: Sequence[Telling], places: Sequence[Place]) -> str:
    """The words of the telling that says most, where neither parts nor clause make a title."""
    best = max(members, key=lambda t: (t.noun, min(len(t.event.span.text), LONGEST)))
    words = best.event.span.text.split(", ")[0].split() if best.noun else []
    idle = title_words().begins | _pointers() | function_words().articles
    while len(words) > 1 and straight(words[0]).lower() in idle:
        words = words[1:]
    made = cut(words) or title_words().titles.get(best.event.kind, ("", "", ""))[0] or _of_the_verb(best)
    where = whereabouts(places)
    if where and where not in made and len(made) < LONGEST // 2:
        made += f" in {where}"
    return made[:1].upper() + made[1:]
