"""Who of a list may be meant in a dossier: the same spelling, or another that is surely like one. The dossier stays as
it is; a suggestion is for a person to look at.

Everybody whom Crossread knows stands beside the list. A spelling that is more like theirs is taken for one of the list
only if the list surely means them; and in so large a register the look-up is right where it is sure
(`benchmarks.aliases`).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Literal

from crossread import roster
from crossread.crossing.actors.lookup import SURE, Found, Names
from crossread.records import Actor, Dossier, Record, Span
from crossread.roster import Known
from crossread.spelling import key


class Match(Record, frozen=True):
    """An actor of the dossier who may be one of the list.

    `how`: "same" where a spelling of both is the same, "suggested" where one is like another, as surely as `sure` says
    (0 to 1). `evidence`: where the dossier's spelling stands.
    """

    actor: str
    name: str
    spelling: str
    how: Literal["same", "suggested"]
    sure: float
    listed: str
    like: str
    ids: tuple[tuple[str, str], ...]
    evidence: Span


COLUMNS = ("how", "sure", "actor", "name", "spelling", "listed", "like", "ids", "report", "start", "end")

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet would work out."""


def matches(dossier: Dossier, listed: Sequence[Known]) -> tuple[Match, ...]:
    """Who of `listed` may be an actor of the dossier: the same spellings first, then the surest."""
    register = _Register(tuple(listed))
    found = [match for actor in dossier.actors if (match := register.match(actor)) is not None]
    return tuple(sorted(found, key=lambda match: (match.how != "same", -match.sure, match.actor)))


class _Register:
    """The list beside all who are known otherwise, ready to be asked. Owners are positions, the list's first."""

    def __init__(self, listed: tuple[Known, ...]) -> None:
        self._listed = listed
        self._owner = {key(spelling): at for at, one in enumerate(listed) for spelling in one.spellings}
        rows = [(spelling, at) for at, one in enumerate(listed) for spelling in one.spellings]
        for number, one in enumerate(roster.known(), start=len(listed)):
            shared = (self._owner[key(spelling)] for spelling in one.spellings if key(spelling) in self._owner)
            owner = next(shared, number)
            rows += [(spelling, owner) for spelling in one.spellings]
        self._rows: dict[int, list[int]] = defaultdict(list)
        for at, (_, owner) in enumerate(rows):
            self._rows[owner].append(at)
        self._spelled = [spelling for spelling, _ in rows]
        self._names = Names(self._spelled, [owner for _, owner in rows])

    def match(self, actor: Actor) -> Match | None:
        """The one of the list whom the actor's spellings fit best; None where none surely does."""
        asked = [match for span in _named(actor) if (match := self._of(actor, span)) is not None]
        return min(asked, key=lambda match: (match.how != "same", -match.sure, match.evidence), default=None)

    def _of(self, actor: Actor, span: Span) -> Match | None:
        same = self._owner.get(key(span.text))
        if same is not None:
            one = self._listed[same]
            return Match(actor.id, actor.name, span.text, "same", 1.0, one.name, span.text, one.ids, span)
        found = self._surely(span.text)
        if found is not None and found.owner >= len(self._listed):  # somebody known, whom the list may spell otherwise
            rows = self._rows[found.owner]
            again = [of for at in rows if (of := self._surely(self._spelled[at], rows)) is not None]
            again = [of for of in again if of.owner < len(self._listed)]
            found = max(again, key=lambda of: (of.sure, -of.at), default=None)
        if found is None or not _may_be(actor, one := self._listed[found.owner]):
            return None
        return Match(actor.id, actor.name, span.text, "suggested", found.sure, one.name, found.name, one.ids, span)

    def _surely(self, spelling: str, leave_out: Sequence[int] = ()) -> Found | None:
        found = next(iter(self._names.rank(spelling, leave_out)), None)
        return found if found is not None and found.sure >= SURE else None


def _named(actor: Actor) -> Iterator[Span]:
    """One mention of each spelling that could be found in a register: a person's surname alone could be anybody's."""
    seen = set()
    for span in actor.mentions:
        spelling = key(span.text)
        if spelling in seen or span.text.islower() or (actor.type == "person" and " " not in spelling):
            continue
        seen.add(spelling)
        yield span


def _may_be(actor: Actor, one: Known) -> bool:
    return "other" in (actor.type, one.type) or (actor.type == "person") == (one.type == "person")


def as_csv(found: Sequence[Match]) -> str:
    """The matches as CSV, one a line, with the characters that each rests on."""
    out = StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for match in found:
        ids = "; ".join(f"{register}:{number}" for register, number in match.ids)
        told = (match.actor, match.name, match.spelling, match.listed, match.like, ids)
        at = match.evidence
        rows.writerow((match.how, f"{match.sure:.2f}", *map(_harmless, told), at.report, at.start, at.end))
    return out.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, whatever a report or a list wrote into it."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
