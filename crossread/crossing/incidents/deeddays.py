"""Which day of those that a sentence tells is that of a deed in it. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

import msgspec

from crossread import knowledge
from crossread.records import EventMention, Reading, Resolved

WORDS = frozenset(("STATEMENT", "ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "CONCEDE"))
"""Types that are, as a rule, mere words."""
NIGHT = timedelta(days=1)
"""How wide days counted from a guessed day of publication are, at most, where the guess is good. In annotated stories
guesses of one day are right in 9 of 9 cases, of two days in 9 of 11, of more in 1 of 14."""


class Sayings(msgspec.Struct, frozen=True):
    """The verbs of saying, as deeds.yml lists them."""

    say: frozenset[str]


class DeedDays(NamedTuple):
    """The first and last day of a deed, where told."""

    start: date | None
    end: date | None
    near: int  # how near they hang to it: 3 on its word, 2 in its clause, 1 only in its sentence, 0 without a day
    counted: bool  # from the day on which the report came out

    @property
    def loose(self) -> bool:
        """Counted from a day of publication that is not known to a day or two."""
        return self.counted and self.start is not None and self.end is not None and self.end - self.start > NIGHT


def days_of(event: EventMention, reading: Reading, resolved: Resolved, by: date | None) -> DeedDays:
    """The days of the event's own date expressions, those that hang nearest to it first, then the narrowest."""
    best: tuple[int, int, DeedDays] | None = None
    for k in event.times:
        days = resolved.days.get((reading.report, k))
        if days is None or (days.start is None and days.end is None):
            continue
        near = _nearness(event, reading, k)
        if near == 1 and event.status == "happened" and days.start == days.end == by and event.type not in WORDS:
            continue  # the day on which the report came out is that of its saying
        width = (days.end - days.start).days if days.start and days.end else 10_000
        if best is None or (-near, width) < best[:2]:
            best = (-near, width, DeedDays(days.start, days.end, near, days.anchor == "published"))
    return best[2] if best else DeedDays(None, None, 0, False)


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
