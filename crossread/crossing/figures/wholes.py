"""What tolls say of the whole: "no casualties" beside the killed, "seven other people" before any toll was given."""

from __future__ import annotations

from collections.abc import Collection

import msgspec

from crossread.crossing.figures.counts import Item
from crossread.records import MergedIncidents


def settled(every: list[Item]) -> list[Item]:
    """ "No casualties" told beside a number of killed or hurt, as a zero of those."""
    harmed = [i for i in every if i.quantity.outcome in ("injured", "killed")]
    homes: dict[str | None, list[int]] = {}  # by report, and by incident
    for n, item in enumerate(harmed):
        for home in (item.at[0], *([item.incident] if item.incident else ())):
            homes.setdefault(home, []).append(n)
    result = []
    for item in every:
        q = item.quantity
        nobody = q.outcome == "casualties" and q.value == 0
        might = sorted({*homes.get(item.at[0], ()), *homes.get(item.incident, ())}) if nobody else ()
        near = next((harmed[n] for n in might if _beside(harmed[n], item)), None)
        if near is not None:
            outcome = near.quantity.outcome
            q = msgspec.structs.replace(q, outcome=outcome, counts=f"people {outcome}")
            item = msgspec.structs.replace(item, quantity=q, incident=item.incident or near.incident)
        result.append(item)
    return result


def whole(every: list[Item], incidents: MergedIncidents) -> list[Item]:
    """Parts that are told like wholes: "7 other people died" in a report that gave no whole toll before, nor one as
    great in the same breath, is a toll of at least so many."""
    told: set[tuple[str, str | None]] = set()
    old = {i.id for i in incidents.incidents if i.background}
    wholes = [i for i in every if not i.quantity.part]
    great = {(i.at[0], i.sentence, i.quantity.outcome): i.centre for i in wholes}
    given = {(i.at[0], i.quantity.counts, i.quantity.value) for i in wholes}
    result = []
    for item in sorted(every, key=lambda i: i.at):
        q = item.quantity
        alone = q.part and q.outcome in ("killed", "injured") and (item.at[0], q.outcome) not in told
        of = [great.get((item.at[0], item.sentence, outcome), 0.0) for outcome in (q.outcome, "casualties")]
        alone = alone and max(of) <= item.centre
        if q.part and (item.at[0], q.counts, q.value) in given and item.incident not in old:
            item = msgspec.structs.replace(item, quantity=msgspec.structs.replace(q, part=False))
            q = item.quantity  # "seven wounded" of the headline are the "seven others"
        if not q.part:
            told.add((item.at[0], q.outcome))
        if alone and q.value is not None and q.counts.startswith("people "):
            told.add((item.at[0], q.outcome))
            q = msgspec.structs.replace(q, part=False, low=q.value, high=None)
            item = msgspec.structs.replace(item, quantity=q)
        result.append(item)
    return result


def renamed(every: list[Item], near: Collection[tuple[str, str]]) -> list[Item]:
    """Numbers of "victims" and of people shot as the number of those hurt or killed that they are in other words: "13
    people were shot", "the 13 victims", "13 wounded". `near`: the pairs of reports that are alike."""
    told: dict[float, list[Item]] = {}
    of: dict[tuple[str, str | None], set[float]] = {}
    for item in every:
        q = item.quantity
        if q.outcome in HARM and q.value is not None and _exact(item):
            told.setdefault(q.value, []).append(item)
            of.setdefault((item.at[0], q.outcome), set()).add(q.value)
    result = []
    for item in every:
        q = item.quantity
        into = HARM[q.outcome] if q.outcome in HARM and q.value in told and _exact(item) else ()
        for outcome in into:
            alike = [i for i in told[q.value or 0.0] if i.quantity.outcome == outcome and _one_harm(item, i, near)]
            others = of.get((item.at[0], outcome), set()) - {q.value or 0.0}
            if alike and not others:
                counts = f"{q.counts.removesuffix(f' {q.outcome}')} {outcome}"
                item = msgspec.structs.replace(
                    item,
                    quantity=msgspec.structs.replace(q, outcome=outcome, counts=counts),
                    incident=item.incident or alike[0].incident,
                )
                break
        result.append(item)
    return result


HARM: dict[str | None, tuple[str, ...]] = {
    "casualties": ("killed", "injured", "shot"),
    "shot": ("injured",),
    "killed": (),
    "injured": (),
}
"""What is told of people harmed -> what it may be in other words."""
FEW = 3
"""Numbers from which on two equal ones of one happening are the same people."""


def _exact(item: Item) -> bool:
    """Whether a number is a whole one told without "at least", and not so small that others are equal by chance."""
    q = item.quantity
    return not q.part and q.value is not None and q.low == q.value == q.high and q.value >= FEW


def _one_harm(a: Item, b: Item, near: Collection[tuple[str, str]]) -> bool:
    """Whether two reports tell equal numbers of people harmed in one happening."""
    one, other = sorted((a.at[0], b.at[0]))
    if one == other:
        return False
    return (a.incident is not None and a.incident == b.incident) or (one, other) in near


def _beside(a: Item, b: Item) -> bool:
    """Whether two numbers are told of one incident, or in sentences that follow each other."""
    if a.incident is not None and a.incident == b.incident:
        return True
    return a.at[0] == b.at[0] and abs(a.sentence - b.sentence) <= 1
