"""Who is meant by an office of a country in a certain year: "the Kenyan president", "prime minister of Italy". Pure."""

from __future__ import annotations

from functools import lru_cache

from crossread import atlas, roster
from crossread.crossing.actors.keys import Label
from crossread.records import Mention
from crossread.spelling import key


@lru_cache(maxsize=1)
def _offices() -> tuple[str, ...]:
    """The offices whose holders are known, longest first."""
    return tuple(sorted({term.office for term in roster.terms()}, key=lambda office: (-len(office), office)))


def holder(mention: Mention, year: int | None) -> Label | None:
    """The one person who held the office that the description names, all year long; None where not sure.

    Every word must belong to the country or the office: a vice president, a former king are somebody else.
    """
    if year is None or mention.type != "person" or mention.named:
        return None
    told = key(mention.span.text).replace("'s ", " ")
    office = next((office for office in _offices() if told.endswith(f" {office}")), "")
    land = told.removesuffix(office).strip() if office else ""
    if not office:
        office, _, land = told.partition(" of ")
    code = atlas.demonyms().get(land) or atlas.country_names().get(land)
    if code is None or office not in _offices():
        return None
    held = roster.holders(code, office, year)
    return Label("known", held[0].name) if len(held) == 1 else None
