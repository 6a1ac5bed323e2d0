"""The day of an event from which a date is counted ("two days before X shot Y"), as the reports tell it elsewhere."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from crossread.days import Interval
from crossread.records import Days, EventMention, Key, Reading, TimeExpression

BESIDE = 60
"""Characters after the expression in which the event's verb or noun must begin."""
AGREE = 0.6
"""Share of the dated tellings of the event that must give one day."""
TELLINGS = 2
"""Dated tellings of the event that it takes."""

_NAME = re.compile(r"\b[A-Z][\w'’-]{3,}")


class Dated(NamedTuple):
    """A telling of a deed with its first day, and the names in its clause."""

    day: date
    names: frozenset[str]


Tellings = Mapping[tuple[str, str], Sequence[Dated]]


def dated_tellings(readings: Sequence[Reading], days: Mapping[Key, Days]) -> Tellings:
    """The tellings of deeds that happened on a told day, by the deed's type and kind."""
    found: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for reading in readings:
        for event in reading.events:
            if event.status != "happened":
                continue
            told = {days[reading.report, index].start for index in event.times if _is_day(days[reading.report, index])}
            if len(told) == 1 and (day := next(iter(told))) is not None:
                found[event.type, event.kind].append(Dated(day, _names(event.span.text)))
    return found


def event_beside(reading: Reading, time: TimeExpression) -> EventMention | None:
    """The deed that is told right after an expression, in the same sentence."""
    after = [e for e in reading.events if time.span.end <= e.trigger.start <= time.span.end + BESIDE]
    event = min(after, key=lambda e: e.trigger.start, default=None)
    sentence = next((s for s in reading.sentences if s.start <= time.span.start < s.end), None)
    return event if event is not None and sentence is not None and event.trigger.start < sentence.end else None


def day_of(event: EventMention, tellings: Tellings) -> Interval | None:
    """The day that most tellings of the same deed, with a name in common, give; None if they are few or differ."""
    names = _names(event.span.text)
    told = Counter(other.day for other in tellings.get((event.type, event.kind), ()) if names & other.names)
    if not told:
        return None
    day, count = max(told.items(), key=lambda pair: (pair[1], pair[0]))
    return Interval(day, day) if count >= TELLINGS and count >= AGREE * sum(told.values()) else None


def _is_day(days: Days) -> bool:
    if days.start is None or days.end is None or days.anchor == "event":
        return False
    return (days.end - days.start).days <= 1


def _names(text: str) -> frozenset[str]:
    return frozenset(_NAME.findall(text))
