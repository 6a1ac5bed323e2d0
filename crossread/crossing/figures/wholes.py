"""What tolls say of the whole: "no casualties" beside the killed, "seven other people" before any toll was given."""

from __future__ import annotations

import msgspec

from crossread.crossing.figures.counts import Item


def settled(every: list[Item]) -> list[Item]:
    """ "No casualties" told beside a number of killed or hurt, as a zero of those."""
    harmed = [i for i in every if i.quantity.outcome in ("injured", "killed")]
    result = []
    for item in every:
        q = item.quantity
        near = [i for i in harmed if _beside(i, item)] if q.outcome == "casualties" and q.value == 0 else []
        if near:
            outcome = near[0].quantity.outcome
            q = msgspec.structs.replace(q, outcome=outcome, counts=f"people {outcome}")
            item = msgspec.structs.replace(item, quantity=q, incident=item.incident or near[0].incident)
        result.append(item)
    return result


def whole(every: list[Item]) -> list[Item]:
    """ "7 other people died" in a report that gave no whole toll before, as a toll of at least so many."""
    told: set[tuple[str, str | None]] = set()
    result = []
    for item in sorted(every, key=lambda i: i.at):
        q = item.quantity
        alone = q.part and q.outcome in ("killed", "injured") and (item.at[0], q.outcome) not in told
        if not q.part:
            told.add((item.at[0], q.outcome))
        if alone and q.value is not None and q.counts.startswith("people "):
            told.add((item.at[0], q.outcome))
            q = msgspec.structs.replace(q, part=False, low=q.value, high=None)
            item = msgspec.structs.replace(item, quantity=q)
        result.append(item)
    return result


def _beside(a: Item, b: Item) -> bool:
    """Whether two numbers are told of one incident, or in sentences that follow each other."""
    if a.incident is not None and a.incident == b.incident:
        return True
    return a.at[0] == b.at[0] and abs(a.sentence - b.sentence) <= 1
