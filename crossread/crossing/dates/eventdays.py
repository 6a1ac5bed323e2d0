"""The day of an event from which a date is counted ("two days before X shot Y"), as the reports tell it elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain

import numpy as np

from crossread.records import Days, EventMention, Key, Reading, TimeExpression

BESIDE = 60
"""Characters after the expression in which the event's verb or noun must begin."""
AGREE = 0.6
"""Share of the dated tellings of the event that must give one day."""
TELLINGS = 2
"""Dated tellings of the event that it takes; one on the same weekday is enough."""

SHARED = 2
"""Names that two reports must share for their deeds to be taken as one."""
LEAD = 6
"""Sentences of a report whose names tell what it is about."""

BLOWS = frozenset({"ASSAULT", "HARM"})
"""Types by which one attack is told: the blow, and those whom it struck."""


class Tellings:
    """The dated tellings of one sort of deed, found by the names of their reports."""

    def __init__(self) -> None:
        self._days: list[date] = []
        self._homes: dict[str, list[int]] = defaultdict(list)

    def add(self, day: date, names: frozenset[str]) -> None:
        """Take in a telling with its first day, and the names of its report."""
        for name in names:
            self._homes[name] += [len(self._days)] * (SHARED if len(names) == 1 else 1)  # one is all that it can share
        self._days.append(day)

    def days(self, names: frozenset[str]) -> list[date]:
        """The days of the tellings in reports that share enough names with one that has these."""
        homes = [self._homes[name] for name in names if name in self._homes]
        shared = np.bincount(np.fromiter(chain.from_iterable(homes), np.intp))
        return [self._days[number] for number in np.flatnonzero(shared >= max(1, min(SHARED, len(names)))).tolist()]


def dated_tellings(readings: Sequence[Reading], days: Mapping[Key, Days]) -> dict[str, Tellings]:
    """The tellings of deeds that happened on a told day, by the sort of deed."""
    found: dict[str, Tellings] = defaultdict(Tellings)
    for reading in readings:
        names = names_of(reading)
        for event in reading.events:
            if event.status != "happened":
                continue
            told = {days[reading.report, index].start for index in event.times if _is_day(days[reading.report, index])}
            if len(told) == 1 and (day := next(iter(told))) is not None:
                found[_sort(event)].add(day, names)
    return found


def event_beside(reading: Reading, time: TimeExpression) -> EventMention | None:
    """The deed that is told right after an expression, in the same sentence."""
    after = [e for e in reading.events if time.span.end <= e.trigger.start <= time.span.end + BESIDE]
    event = min(after, key=lambda e: e.trigger.start, default=None)
    sentence = next((s for s in reading.sentences if s.start <= time.span.start < s.end), None)
    return event if event is not None and sentence is not None and event.trigger.start < sentence.end else None


def day_of(
    event: EventMention, names: frozenset[str], tellings: Mapping[str, Tellings], weekday: int | None = None
) -> date | None:
    """The day that most tellings of the same sort of deed give, in reports that share names with the event's own; only
    those on `weekday` (Monday 0), if there is one. None if they are few or differ."""
    alike = tellings.get(_sort(event))
    told = Counter(alike.days(names) if alike is not None else ())
    if weekday is not None:
        told = Counter({day: count for day, count in told.items() if day.weekday() == weekday})
    if not told:
        return None
    day, count = max(told.items(), key=lambda pair: (pair[1], pair[0]))
    return day if (count >= TELLINGS or weekday is not None) and count >= AGREE * sum(told.values()) else None


def names_of(reading: Reading) -> frozenset[str]:
    """The names in the report's lead."""
    lead = reading.sentences[:LEAD]
    return frozenset(t.text.lower() for s in lead for t in s.tokens if t.pos == "PROPN" and t.text[:1].isalpha())


def _sort(event: EventMention) -> str:
    return "blow" if event.type in BLOWS else f"{event.type} {event.kind}"


def _is_day(days: Days) -> bool:
    if days.start is None or days.end is None or days.anchor == "event":
        return False
    return (days.end - days.start).days <= 1
