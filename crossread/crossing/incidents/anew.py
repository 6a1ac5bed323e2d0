"""Whether a report says itself that it turns to another deed: "another attack", "Elsewhere, ...", several. Pure."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.records import EventMention, Sentence

HEAD = 4
"""Words at the head of a sentence among which it says that it turns to something else."""


class NewDeed(msgspec.Struct, frozen=True):
    """The shape of newdeed.yml."""

    another: frozenset[str]
    sequels: frozenset[str]
    former: frozenset[str]
    turning: tuple[tuple[str, ...], ...]
    stretches: frozenset[str]
    over: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> NewDeed:
    return knowledge.load("newdeed.yml", NewDeed, "en")


def is_another(sentence: Sentence, event: EventMention) -> bool:
    """Whether a deed's noun is said to be another than the one before ("a second blast", "an earlier attack")."""
    if event.trigger.text.lower() in _words().sequels:
        return True
    known = _words().another | _words().former
    heads = [t.head for t in sentence.tokens if t.rel in ("det", "amod") and t.text.lower() in known]
    within = (sentence.tokens[head] for head in heads if head >= 0)
    return any(t.start < event.trigger.end and event.trigger.start < t.end for t in within)


def is_series(sentence: Sentence, event: EventMention) -> bool:
    """Whether a deed is told over days that are counted ("two were killed in less than forty days"): it is several."""
    tokens = sentence.tokens
    for i, token in enumerate(tokens):
        if token.rel != "obl" or token.head < 0 or token.lemma.lower() not in _words().stretches:
            continue
        if event.trigger.start <= tokens[token.head].start < event.trigger.end:
            below = [t for t in tokens if t.head == i]
            if any(t.text.lower() in _words().over for t in below) and any(t.rel == "nummod" for t in below):
                return True
    return False


def turns(sentence: Sentence) -> bool:
    """Whether a sentence begins by turning to something else ("Meanwhile", "In another incident")."""
    turning = _turning().get(sentence.tokens[0].text.lower()) if sentence.tokens else None
    if turning is None:
        return False
    opening = tuple(token.text.lower() for token in sentence.tokens[:HEAD])
    return any(opening[: len(words)] == words for words in turning)


@lru_cache(maxsize=1)
def _turning() -> dict[str, list[tuple[str, ...]]]:
    """The turning phrases by their first word: few sentences begin with one."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in _words().turning:
        found.setdefault(words[0], []).append(words)
    return found
