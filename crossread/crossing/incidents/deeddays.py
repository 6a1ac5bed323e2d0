"""Which day of those that a sentence tells is that of a deed in it. Pure."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.records import EventMention, Reading, Resolved

WORDS = frozenset(("STATEMENT", "ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "CONCEDE"))
"""Types that are, as a rule, mere words."""


class Sayings(msgspec.Struct, frozen=True):
    """The verbs of saying, as deeds.yml lists them."""

    say: frozenset[str]


def days_of(
    event: EventMention, reading: Reading, resolved: Resolved, by: date | None
) -> tuple[date | None, date | None, int]:
    """The days of the event's own date expressions, those that hang nearest to it first, then the narrowest.

    The third value says how near: 3 on the deed's word, 2 in its clause, 1 only in its sentence, 0 without a day.
    """
    best: tuple[int, int, date | None, date | None] | None = None
    for k in event.times:
        days = resolved.days.get((reading.report, k))
        if days is None or (days.start is None and days.end is None):
            continue
        near = _nearness(event, reading, k)
        if near == 1 and event.status == "happened" and days.start == days.end == by and event.type not in WORDS:
            continue  # the day on which the report came out is that of its saying
        width = (days.end - days.start).days if days.start and days.end else 10_000
        if best is None or (-near, width) < best[:2]:
            best = (-near, width, days.start, days.end)
    return (best[2], best[3], -best[0]) if best else (None, None, 0)


def _nearness(event: EventMention, reading: Reading, time: int) -> int:
    """How near a date expression hangs to a deed in the sentence's tree: 3 on it, 2 in its clause, 1 elsewhere."""
    if time >= len(reading.times):
        return 2
    span, tokens = reading.times[time].span, reading.sentences[event.sentence].tokens
    trigger = {i for i, t in enumerate(tokens) if t.start < event.trigger.end and t.end > event.trigger.start}
    own = {i for i, t in enumerate(tokens) if t.start < span.end and t.end > span.start}
    at = next((tokens[i].head for i in sorted(own) if tokens[i].head not in own), -1)
    steps = 0
    while at >= 0 and steps < len(tokens):
        if at in trigger:
            return 3 if not steps else 2
        if tokens[at].pos in ("VERB", "AUX") and at not in {tokens[i].head for i in trigger}:
            return 1
        if at in {tokens[i].head for i in trigger}:
            return 1 if tokens[at].lemma.lower() in _sayings() else 2
        at, steps = tokens[at].head, steps + 1
    return 1


@lru_cache(maxsize=1)
def _sayings() -> frozenset[str]:
    return knowledge.load("deeds.yml", Sayings, "en").say
