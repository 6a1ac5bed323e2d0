"""How far places and days lie apart, and whether places surely are two."""

from __future__ import annotations

import math
from collections.abc import Mapping
from datetime import date, timedelta

from crossread.records import Place

FAR = 40.0
"""Kilometres between two towns above which one is not part of the other."""


Days = tuple[date | None, date | None] | None
"""A first and a last day; without a last one it is one day; None, or no first one: not known."""


def days_apart(one: Days, other: Days) -> timedelta:
    """The time between two stretches of days; none where one of them is unknown."""
    if one is None or other is None or one[0] is None or other[0] is None:
        return timedelta(0)
    return max(timedelta(0), other[0] - (one[1] or one[0]), one[0] - (other[1] or other[0]))


def apart(known: Mapping[str, Place], a: str | None, b: str | None) -> bool:
    """Whether two places are of two countries, or towns that lie far apart: what is counted at one is not what is
    counted at the other. A quarter may be of its town; what is not known is not apart."""
    one, other = known.get(a or ""), known.get(b or "")
    if one is None or other is None or one.id == other.id:
        return False
    if one.country and other.country and one.country != other.country:
        return True
    return one.precision == other.precision == "town" and kilometres(one, other) > FAR


def kilometres(a: Place, b: Place) -> float:
    """The length of the great circle between two places; 0 where one of them has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return 0.0
    (lat, lon), (other, beside) = ((math.radians(x), math.radians(y)) for x, y in ((a.lat, a.lon), (b.lat, b.lon)))
    cosine = math.sin(lat) * math.sin(other) + math.cos(lat) * math.cos(other) * math.cos(lon - beside)
    return 6371 * math.acos(max(-1.0, min(1.0, cosine)))
