"""The same thing counted by several reports: low, best, high and a verdict.

1. items       every number with its incident, place, speaker and day (`figures.counts`), tolls with the happening
               that they are of (`figures.tolls`)
2. groups      numbers that count the same thing (`figures.groups`), ages of one person (`figures.ages`)
3. verdicts    what the readings of a group say together (`figures.verdicts`)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import msgspec

from crossread import knowledge
from crossread.crossing.figures.ages import age_verdict, by_person, whose
from crossread.crossing.figures.counts import Item, items
from crossread.crossing.figures.groups import grouped
from crossread.crossing.figures.tolls import gathered
from crossread.crossing.figures.verdicts import bounds, verdict
from crossread.crossing.figures.wholes import renamed, settled, whole
from crossread.crossing.themes import Themes
from crossread.records import (
    AGE,
    Figure,
    FigureReading,
    Key,
    MergedActors,
    MergedFigures,
    MergedIncidents,
    MergedPlaces,
    MergedStatements,
    Reading,
    Report,
    Resolved,
    Verdict,
)
from crossread.spans import content_id, unique


class Hazards(msgspec.Struct, frozen=True):
    """What this stage reads of knowledge/en/numbers.yml."""

    hazards: tuple[str, ...]
    dying: tuple[str, ...]


def merge_figures(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    resolved: Resolved,
    actors: MergedActors,
    places: MergedPlaces,
    statements: MergedStatements,
    incidents: MergedIncidents,
    themes: Themes,
    repeating: Mapping[str, str],
) -> MergedFigures:
    """All figures of the reports, ordered by their first reading; `of` tells which figure each quantity belongs to.
    What a report only repeats counts no second time: it stands among the readings."""
    known = knowledge.load("numbers.yml", Hazards, "en")
    every = list(
        items(dated, readings, resolved, actors, places, incidents, frozenset(known.hazards), frozenset(known.dying))
    )
    own, again = _once(every, repeating)
    near = themes.pairs()
    aged = [item for item in own if item.quantity.counts == AGE]
    tolled = gathered(
        whole([item for item in own if item.quantity.counts != AGE], incidents), readings, incidents, places, near
    )
    groups = grouped(renamed(settled(tolled), near), readings, resolved, incidents, near, places)
    told = [(group, verdict(group, changed), _label(group)) for group, changed in groups]
    told += [(group, age_verdict(group), f"{AGE} of {whose(group)}") for group in by_person(aged, near)]
    figures, of = [], {}
    for group, found, label in sorted(told, key=lambda t: t[0][0].at):
        copies = [copy for item in group for copy in again.get(item.at, ())]
        figure = _figure(group, found, label, copies)
        figures.append(figure)
        of.update({item.at: figure.id for item in (*group, *copies)})
    return MergedFigures(tuple(figures), of)


def _once(every: list[Item], aside: Mapping[str, str]) -> tuple[list[Item], dict[Key, list[Item]]]:
    """The numbers without those that only repeat others, and for each the numbers that repeat it: the same words, in
    their order."""
    told: dict[tuple[str, str, str], list[Item]] = {}
    for item in every:
        told.setdefault((item.at[0], item.quantity.span.text, item.quantity.context.text), []).append(item)
    own, again, seen = [], dict[Key, list[Item]](), Counter[tuple[str, str, str]]()
    for item in every:
        home = aside.get(item.at[0], "")
        words = (item.quantity.span.text, item.quantity.context.text)
        first = told.get((home, *words), ())
        number = seen[item.at[0], *words]
        seen[item.at[0], *words] += 1
        if number < len(first):
            again.setdefault(first[number].at, []).append(item)
        else:
            own.append(item)
    return own, again


# --------------------------------------------------------------------------- figures


def _figure(group: list[Item], found: tuple[Verdict, str], label: str, copies: list[Item]) -> Figure:
    """A group as a figure, with the copies of its readings."""
    kind, why = found
    low, best, high = bounds(group, kind)
    incidents = sorted(
        {i.incident for i in group if i.incident is not None}, key=lambda x: (-sum(i.incident == x for i in group), x)
    )
    first = group[0].quantity
    return Figure(
        id=content_id("f", *(f"{i.quantity.span.report}:{i.quantity.span.start}" for i in group)),
        counts=label,
        unit=first.unit,
        incident=incidents[0] if incidents else None,
        low=low,
        best=best,
        high=high,
        readings=tuple(_reading(i) for i in sorted((*group, *copies), key=lambda i: i.at)),
        verdict=kind,
        why=(why,),
    )


def _label(group: list[Item]) -> str:
    """What is counted, for people: the commonest modifiers, the class, the place or the named disaster."""
    names = [i.quantity.counts for i in group]
    name = max(sorted(set(names)), key=lambda n: (not n.startswith("people "), names.count(n)))
    basis = {i.quantity.basis for i in group}
    told = [
        " ".join(i.quantity.modifiers)
        for i in group
        if i.quantity.modifiers and i.quantity.outcome is None and i.quantity.unit in (None, "people")
    ]  # a measure's name says what it measures: "rocky distance from Tarsk" says nothing
    before = max(sorted(set(told)), key=told.count) + " " if told else ""
    places = [i.place_name for i in group if i.place_name]
    where = f" in {max(sorted(set(places)), key=places.count)}" if places else ""
    causes = {i.cause for i in group if i.quantity.outcome}
    cause = f" ({causes.pop().title()})" if len(causes) == 1 and None not in causes else ""  # type: ignore[union-attr]
    kind = (
        f", {'official count' if basis == {'official'} else 'estimate'}"
        if len(basis) == 1 and None not in basis
        else ""
    )
    return f"{before}{name}{where}{cause}{kind}"


def _reading(item: Item) -> FigureReading:
    q = item.quantity
    return FigureReading(
        q.value, q.low, q.high, q.qualifier, item.as_of, item.at[0], item.speaker, unique(item.evidence), q.unit
    )
