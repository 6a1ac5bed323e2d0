"""The day of an event from which a date is counted ("two days before X shot Y"), as the reports tell it elsewhere."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

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


class Dated(NamedTuple):
    """A telling of a deed with its first day, and the names of its report."""

    day: date
    names: frozenset[str]


class Tellings:
    """Dated tellings by the sort of deed and the names of their reports."""

    def __init__(self) -> None:
        self._all: list[Dated] = []
        self._homes: dict[tuple[str, str], list[int]] = defaultdict(list)

    def add(self, sort: str, telling: Dated) -> None:
        """Take in a telling of a sort of deed."""
        for name in telling.names:
            self._homes[sort, name].append(len(self._all))
        self._all.append(telling)

    def sharing(self, sort: str, names: frozenset[str]) -> Iterator[Dated]:
        """The tellings of a sort of deed in reports that share one of some names."""
        for number in {number for name in names for number in self._homes.get((sort, name), ())}:
            yield self._all[number]


def dated_tellings(readings: Sequence[Reading], days: Mapping[Key, Days]) -> Tellings:
    """The tellings of deeds that happened on a told day."""
    found = Tellings()
    for reading in readings:
        names = names_of(reading)
        for event in reading.events:
            if event.status != "happened":
                continue
            told = {days[reading.report, index].start for index in event.times if _is_day(days[reading.report, index])}
            if len(told) == 1 and (day := next(iter(told))) is not None:
                found.add(_sort(event), Dated(day, names))
    return found


def event_beside(reading: Reading, time: TimeExpression) -> EventMention | None:
    """The deed that is told right after an expression, in the same sentence."""
    after = [e for e in reading.events if time.span.end <= e.trigger.start <= time.span.end + BESIDE]
    event = min(after, key=lambda e: e.trigger.start, default=None)
    sentence = next((s for s in reading.sentences if s.start <= time.span.start < s.end), None)
    return event if event is not None and sentence is not None and event.trigger.start < sentence.end else None


def day_of(event: EventMention, names: frozenset[str], tellings: Tellings, weekday: int | None = None) -> date | None:
    """The day that most tellings of the same sort of deed give, in reports that share names with the event's own; only
    those on `weekday` (Monday 0), if there is one. None if they are few or differ."""
    told = Counter(
        other.day
        for other in tellings.sharing(_sort(event), names)
        if weekday in (None, other.day.weekday()) and _share(names, other.names)
    )
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


def _share(mine: frozenset[str], others: frozenset[str]) -> bool:
    return len(mine & others) >= max(1, min(SHARED, len(mine), len(others)))


def _is_day(days: Days) -> bool:
    if days.start is None or days.end is None or days.anchor == "event":
        return False
    return (days.end - days.start).days <= 1
