"""Who is meant by an office of a country in a certain year: "the Kenyan president", "prime minister of Italy". Pure."""

from __future__ import annotations

from functools import lru_cache

from crossread import atlas, roster
from crossread.crossing.actors.keys import Label
from crossread.function_words import function_words
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
    told = key(mention.span.text).replace(f"{function_words().possessive} ", " ")
    office = next((office for office in _offices() if told.endswith(f" {office}")), "")
    land = told.removesuffix(office).strip() if office else ""
    if not office:
        words, of = told.split(), function_words().genitives
        at = next((n for n, word in enumerate(words) if word in of), len(words))
        office, land = " ".join(words[:at]), " ".join(words[at + 1 :])
    code = atlas.demonyms().get(land) or atlas.country_names().get(land)
    if code is None or office not in _offices():
        return None
    held = roster.holders(code, office, year)
    return Label("known", held[0].name) if len(held) == 1 else None
