"""What the tellings of one deed say together: an account of it that can be compared with others. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TypeVar

from crossread.crossing.incidents.tellings import Telling
from crossread.records import Place, Record
from crossread.spelling import folded

SHARE = 0.2
"""Share of an account's tellings that must name a party or a kind before it counts: one misread clause must not."""

SENTENCES = 2
"""Sentences of an account that are compared by meaning; the first tell most, and each pair costs."""

OWN_WORDS = 4
"""Words from which on two reports of one story do not write the same clause by chance."""

T = TypeVar("T")


class Account(Record, frozen=True):
    """What one or several tellings of a deed say together."""

    kinds: tuple[str, ...]
    instruments: frozenset[str]
    done: bool
    planned: bool
    speech: bool
    doubted: bool  # a third of the tellings or more put a word of doubt to it
    actors: frozenset[str]
    targets: frozenset[str]
    others: frozenset[str]
    lands: frozenset[str]
    places: tuple[Place, ...]
    start: date | None
    end: date | None
    latest: date | None
    words: frozenset[str]
    names: frozenset[str]
    parties: frozenset[str]  # in any role
    background: bool
    lede: bool
    reports: frozenset[str]
    embeddings: tuple[bytes, ...]
    clauses: frozenset[str]  # folded; those long enough to be nobody else's words
    guessed: bool = False  # its days are counted from guessed days of publication alone

    @property
    def dated(self) -> bool:
        return self.start is not None and self.end is not None


def account(members: Sequence[Telling]) -> Account:
    """What the tellings of a deed say together: the days most agree on, the parties that several name."""
    if len(members) == 1:
        return _alone(members[0])
    dated = [t for t in members if t.surely_dated]
    sure = [t for t in dated if not t.guessed]
    start, end, _ = agreed_days(sure or dated)
    need = SHARE * len(members)
    actors, targets, others = (
        _most(named) for named in zip(*((t.actors, t.targets, t.others) for t in members), strict=True)
    )
    return Account(
        kinds=_frequent((t.event.kind for t in members), need) or _frequent((t.event.kind for t in members), 0.0),
        instruments=_often((t.event.instrument for t in members if t.event.instrument), need),
        done=any(t.done for t in members),
        planned=any(t.event.status == "planned" for t in members),
        speech=all(t.speech for t in members),
        doubted=3 * sum(t.doubted for t in members) >= len(members),
        actors=actors,
        targets=targets,
        others=others,
        parties=actors | targets | others,
        lands=_most([t.lands for t in members]),
        places=_frequent((p for t in members for p in dict.fromkeys(t.places)), need),
        start=start,
        end=end,
        latest=min((t.latest for t in members if t.latest and t.done), default=None),
        words=_often((t.word for t in members), need),
        names=frozenset(n for t in members for n in t.names),
        background=all(t.event.background for t in members),
        lede=any(t.lede for t in members),
        reports=frozenset(t.at[0] for t in members),
        embeddings=tuple(t.embedding for t in members[:SENTENCES] if t.embedding),
        clauses=frozenset(clause for t in members if (clause := _own_words(t.event.span.text))),
        guessed=bool(dated) and not sure,
    )


def _alone(t: Telling) -> Account:
    """The same for a single telling, as most are: nothing to count."""
    return Account(
        kinds=(t.event.kind,),
        instruments=frozenset((t.event.instrument,) if t.event.instrument else ()),
        done=t.done,
        planned=t.event.status == "planned",
        speech=t.speech,
        doubted=t.doubted,
        actors=t.actors,
        targets=t.targets,
        others=t.others,
        parties=t.parties,
        lands=t.lands,
        places=tuple(dict.fromkeys(t.places)),
        start=t.start if t.surely_dated else None,
        end=t.end if t.surely_dated else None,
        latest=t.latest if t.done else None,
        words=frozenset((t.word,)),
        names=t.names,
        background=t.event.background,
        lede=t.lede,
        reports=frozenset((t.at[0],)),
        embeddings=(t.embedding,) if t.embedding else (),
        clauses=frozenset((clause,) if (clause := _own_words(t.event.span.text)) else ()),
        guessed=t.guessed and t.surely_dated,
    )


@lru_cache(maxsize=65536)
def _own_words(clause: str) -> str:
    """A clause, folded; "" if it is so short that others write it, too."""
    own = folded(clause)
    return own if len(own.split()) >= OWN_WORDS else ""


def _most(named: Sequence[frozenset[str]]) -> frozenset[str]:
    """The parties that more than a stray telling names, of those that name any."""
    telling = [parties for parties in named if parties]
    if SHARE * len(telling) <= 1:  # so few that to be named once is enough
        return frozenset[str]().union(*telling)
    return _often((party for parties in telling for party in parties), SHARE * len(telling))


def _often(items: Iterable[T], need: float) -> frozenset[T]:
    return frozenset(item for item, count in times(items).items() if count >= need)


def _frequent(items: Iterable[T], need: float) -> tuple[T, ...]:
    counted = times(items)
    if len(counted) <= 1:
        return tuple(item for item, count in counted.items() if count >= need)
    return tuple(item for item, count in sorted(counted.items(), key=_times) if count >= need)


def times(items: Iterable[T]) -> dict[T, int]:
    """How often each item stands, in the order of the first ones; a Counter takes three times as long over so few."""
    counted: dict[T, int] = {}
    for item in items:
        counted[item] = counted.get(item, 0) + 1
    return counted


def _times(counted: tuple[object, int]) -> int:
    return -counted[1]


def agreed_days(members: Sequence[Telling]) -> tuple[date | None, date | None, int]:
    """The days on which most dated tellings agree (the narrowest of equals), and how many tellings that are.

    A day that hangs on the deed's own word counts three times as much as one that only stands in its sentence.
    """
    dated = [(t.start, t.end, max(t.near, 1)) for t in members if t.dated and t.start and t.end]
    best: tuple[int, int, int, date, date, int] | None = None
    for start, end in dict.fromkeys((first, last) for first, last, _ in dated):
        agree = [near for first, last, near in dated if first <= end and start <= last]
        ranked = (sum(agree), -(end - start).days, -start.toordinal(), start, end, len(agree))
        if best is None or ranked[:3] > best[:3]:
            best = ranked
    return (best[3], best[4], best[5]) if best else (None, None, 0)
