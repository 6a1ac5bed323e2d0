"""Lines around a title that say who published the report and when: "Radio Tal | Wed, 5 May 2024 19:40", "Valley Herald,
5 May 2024", "By Ana Bell | May 5, 2024", or the outlet's name alone above a date line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from crossread.intake import clues as dating, junk, outlet_signs, outlets, wires, written
from crossread.records import DateClue

LONGEST = 160
"""Characters of such a line; longer ones are running text with a date in it."""
LONGEST_NAME = 6
"""Words of an outlet's name ("The Daily Valley Herald and Post" has six)."""

_BY = re.compile(r"^by:? +(?=[A-Z])", re.I)
_PARTS = re.compile(r"\s*[|•·–—;/]\s*|\s+-\s+|,\s+|(?<=[a-z]{2})\.\s+|\s{3,}")
_SIGN = re.compile(r"^[A-Z]{4}(?:-[A-Z]{2}|\d{1,2})?$|^[A-Z]{3,5} ?\d{1,2}$|^[\w-]+\.(?:com|org|net|news|tv)$")
_WORD = re.compile(r"^(?:[A-Z0-9][\w.&'’-]*|of|the|and|de|del|la|el|al|for|von|van|bin|&)$")


class Masthead(NamedTuple):
    """What such a line gives; `why` is the reason why it is no part of the text."""

    outlet: str | None
    byline: str | None
    clues: tuple[DateClue, ...]
    why: str


def read(line: str, below_title: bool, below: Sequence[str] = ()) -> Masthead | None:
    """A line of names and dates and nothing else, or None. Above the title only names that the list knows count: a
    headline may hold a date, too. `below`: the lines that tell a writer's name from an outlet's."""
    if len(line) > LONGEST:
        return None
    if seen := wires.monitored(line):
        day = written.full_dates(seen.day)[0].day
        clue = dating.clue("published", day, "text", line, "a monitoring service's header")
        return Masthead(seen.outlet, None, (clue,), "header of a monitoring service")
    days = written.full_dates(line)
    if not days:
        return None
    outlet = byline = None
    for part in _parts(line, days):
        if match := _BY.match(part):
            byline = byline or written.before_date(part[match.end() :])
        elif name := outlet_name(part, unknown=below_title):
            outlet = outlet or name
        elif part.lower() in outlets.names().desks:
            continue
        elif outlet is None and is_name(part, 2) and _signs(below_title)(part, below):
            outlet = part
        elif below_title and byline is None and is_name(part, 2):
            byline = part
        elif written.leftover(part, []) and not junk.breadcrumb(part) and not is_name(part, 1):
            return None
    if not (outlet or byline):
        return None
    return Masthead(outlet, byline, dating.of_line(line), "outlet and date line" if outlet else "byline and date line")


def _signs(below_title: bool) -> Callable[[str, Sequence[str]], bool]:
    """What shows that a name is an outlet's: above the title its article does not, for it may be a title's."""
    return outlet_signs.is_outlet if below_title else outlet_signs.is_masthead


def speaks(name: str | None, below: Sequence[str]) -> bool:
    """Whether the text below says what the bearer of a bare name in the head says: "River Watch said today". A body
    speaks of itself so in its own releases; who writes a report does not."""
    if name is None:
        return False
    spoken = _spoken(name)
    return any(spoken.search(line) for line in below)


def _spoken(name: str) -> re.Pattern[str]:
    acts = "|".join(outlets.names().issuers)
    return re.compile(rf"(?<![\w'’]){re.escape(name)}(?: \([A-Z]\w+\))? (?:has |have )?(?:{acts})\b")


def _parts(line: str, days: list[written.Written]) -> list[str]:
    """What stands between the dates of a line, without times and labels, divided where such lines are."""
    rest, at = [], 0
    for day in days:
        rest.append(line[at : day.start])
        at = day.end
    pieces = [piece for part in [*rest, line[at:]] for piece in _PARTS.split(written.without_labels(part))]
    return [piece.strip(" ,.:|-()") for piece in pieces if written.leftover(piece, []) and piece.strip(" ,.:|-()")]


def outlet_name(part: str, *, unknown: bool) -> str | None:
    """The outlet that a piece of such a line names; with `unknown` also one that only reads like an outlet's."""
    if known := outlets.named(part):
        return known.name if known.kind != "monitor" else None
    if unknown and outlets.looks_like(part) and is_name(part, 2) and not junk.breadcrumb(part):
        return part
    return part if unknown and _SIGN.match(part) else None


def is_name(part: str, least: int) -> bool:
    """Nothing but words with capitals ("Ana Bell", "Northern Ledger"), `least` at least and five at most."""
    words = part.split()
    return least <= len(words) <= LONGEST_NAME and all(map(_WORD.match, words)) and part[0].isupper()
