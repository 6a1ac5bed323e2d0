"""Units of one dimension, so that miles and kilometres, hectares and acres can be compared (`dimensions` in
knowledge/en/numbers.yml). Moneys are not changed into each other: nobody tells the rate."""

from __future__ import annotations

from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.figures.counts import Item, compatible, same_value
from crossread.records import Quantity

CONVERTED = 0.03
"""How far two values of different units may lie apart and be the same: "58 km (36 miles)", "35 miles" are rounded."""


class _Known(msgspec.Struct, frozen=True):
    """What this module reads of knowledge/en/numbers.yml."""

    dimensions: dict[str, dict[str, tuple[float, ...]]]
    above: tuple[str, ...]


@cache
def _known() -> _Known:
    return knowledge.load("numbers.yml", _Known, "en")


@cache
def _table() -> dict[str, tuple[str, float, float]]:
    """Unit -> its dimension, its size in the dimension's first unit, and where its zero lies."""
    return {
        unit: (dimension, *(sizes[0], sizes[1] if len(sizes) > 1 else 0.0))
        for dimension, units in _known().dimensions.items()
        for unit, sizes in units.items()
    }


def dimension(unit: str) -> str:
    """What a unit measures ("length"); the unit itself where it stands alone ("euros", "percent")."""
    return _table().get(unit, (unit, 1.0, 0.0))[0]


def base_unit(unit: str | None) -> str | None:
    """The first unit of a unit's dimension, in which sizes are compared; the unit itself where it stands alone."""
    return _bases().get(dimension(unit), unit) if unit is not None else None


@cache
def _bases() -> dict[str, str]:
    return {name: next(iter(units)) for name, units in _known().dimensions.items()}


def converted(q: Quantity, unit: str | None) -> Quantity:
    """The quantity in another unit of its dimension; itself where there is nothing to convert."""
    if q.unit == unit or q.unit is None or unit is None or dimension(q.unit) != dimension(unit):
        return q
    (_, size, zero), (_, other, other_zero) = _table()[q.unit], _table()[unit]

    def turned(x: float | None) -> float | None:
        return None if x is None else float(round((x * size + zero - other_zero) / other, 6))

    return msgspec.structs.replace(q, value=turned(q.value), low=turned(q.low), high=turned(q.high), unit=unit)


def in_unit(item: Item, unit: str | None) -> Item:
    """The item with its quantity in another unit of its dimension."""
    return msgspec.structs.replace(item, quantity=converted(item.quantity, unit))


def in_one_unit(group: list[Item]) -> list[Item]:
    """The items in the unit of the first; a value from another unit that is one of theirs but for rounding is that."""
    unit = group[0].quantity.unit
    told = [i.quantity for i in group if i.quantity.unit == unit]
    return [i if i.quantity.unit == unit else _snapped(in_unit(i, unit), told) for i in group]


def _snapped(item: Item, told: list[Quantity]) -> Item:
    q = item.quantity
    near = next((t for t in told if _close(t, q)), None)
    if near is None or near.value is None:
        return item
    low, high = near.value if q.low is not None else None, near.value if q.high is not None else None
    return msgspec.structs.replace(item, quantity=msgspec.structs.replace(q, value=near.value, low=low, high=high))


def same(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities give one value, exactly, rounded or in other units."""
    if a.unit == b.unit:
        return same_value(a, b)
    b = converted(b, a.unit)
    return same_value(a, b) or _close(a, b)


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether both can be right, in whatever units."""
    if a.unit == b.unit:
        return compatible(_topped(a), _topped(b))
    b = converted(b, a.unit)
    return compatible(_topped(a), _topped(b)) or _close(a, b)


def _topped(q: Quantity) -> Quantity:
    """The quantity with the top that "more than" leaves: who says "more than 26,000" does not mean 40,000. "At least"
    leaves it open."""
    words = (q.qualifier or "").lower()
    if q.value is None or q.value < BOUND or q.high is not None or q.low is None or not words.endswith(_known().above):
        return q
    step = 10.0 ** (len(str(int(q.value))) - len(str(int(q.value)).rstrip("0")))
    return msgspec.structs.replace(q, high=max(q.value + step, q.value * MORE))


BOUND = 100
"""Smaller counts still grow: "more than 10" of the first hour may be 40 of the second."""
MORE = 1.15
"""How far above its number "more than" reaches, where the number is not round."""


def _close(a: Quantity, b: Quantity) -> bool:
    if a.value is None or b.value is None:
        return False
    return abs(a.value - b.value) <= CONVERTED * max(abs(a.value), abs(b.value))
