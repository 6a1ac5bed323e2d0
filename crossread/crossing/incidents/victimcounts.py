"""The counts of victims that a report puts to its deeds. Pure."""

from __future__ import annotations

from typing import NamedTuple

from crossread.records import Quantity, Reading

RESULTS = frozenset(("killing", "wounding", "deaths", "injuries"))
"""Kinds that tell what came of a blow."""
COUNTED = frozenset(("killed", "injured", "abducted", "shot"))
"""Outcomes whose counts tell deeds apart."""


class VictimCounts(NamedTuple):
    """What counts of victims say of a report's events, each by its number in `Reading.events`.

    toll    the greatest whole count of each outcome that stands at the event's word or is put to it
    tied    the events that one count belongs to: the word at it and the blow it was put to ("killing two", "a bomb")
    """

    toll: dict[int, dict[str, float]]
    tied: dict[int, set[int]]


def victim_counts(reading: Reading) -> VictimCounts:
    """The counts of victims of one report, by event."""
    found = VictimCounts({}, {})
    results = [(k, event.trigger.start) for k, event in enumerate(reading.events) if event.kind in RESULTS]
    for quantity in reading.quantities:
        if quantity.deed is None or quantity.outcome is None:
            continue
        where = quantity.context
        at_word = [k for k, start in results if where.start <= start < where.end and k != quantity.deed]
        for k in at_word:
            found.tied.setdefault(k, set()).add(quantity.deed)
            found.tied.setdefault(quantity.deed, set()).add(k)
        _count(found, quantity, (quantity.deed, *at_word))
    return found


def _count(found: VictimCounts, quantity: Quantity, events: tuple[int, ...]) -> None:
    if quantity.outcome not in COUNTED or quantity.part or not quantity.value:
        return
    for k in events:
        known = found.toll.setdefault(k, {})
        known[quantity.outcome] = max(quantity.value, known.get(quantity.outcome, 0.0))
