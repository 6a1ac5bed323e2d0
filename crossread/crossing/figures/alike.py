"""Whether two numbers without victims are told of one quantity: by unit, noun, the words of their clauses, their day.

A number of people killed is known by its happening; the depth of a quake, the turnout, the villages hit are known by
what is measured and by the words around it. Words that half of the story's numbers stand with tell nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.figures.counts import Item
from crossread.crossing.figures.units import agree, converted, dimension, same
from crossread.records import Key, MergedIncidents, Reading, Resolved

LARGE = 20
"""From this value on, the same number of the same noun in two reports is taken for the same figure without further
proof: figures of twenty read stories .791, with 60 .789, with 8 the same."""
COMMON = 0.25
"""Share of a story's numbers from which on a word of their clauses tells nothing: with .08 .788, with .6 .790."""
LONG_AGO = timedelta(days=45)
"""Time before the report from which on a number is of another occasion than the news: with 10 days a disagreement is
lost, with 200 one more is wrong."""
FACTOR = 4
"""Measures of one thing that differ by more than this factor measure different things: with 2 as good, with 8 .787."""
RAREST = 5
"""Words of a clause, rarest first, by which numbers of one quantity find each other: with 2 .790."""
TELLING_DIGITS = 3
"""Digits but for closing zeros from which on two equal measures are hardly a coincidence: with 2 the same."""
SHARED = 2
"""Numbers above `LARGE` with two digits or more that only reports of one story share: from 1 to 5 the same."""
SOME = 5
"""Equal measures of which nothing tells what they measure are one from this value on: "two years" go with anything.
With 1 the figures of the read stories are a thousandth better; other stories have more years than those."""
MASSES = 15
"""The same for crowds: police and organisers may be a factor of ten apart. From 4 on the same in read stories."""
PEOPLE = 30
"""People from which on a number may be that of a crowd: with 5 the same, but five people in a street are no crowd."""
AT_ONCE = timedelta(days=1)
"""Time between two publications within which they tell of one crowd."""
SUM = 1_000_000
"""Money from which on two equal sums of one story are one, whatever they are called: "a $3 billion buyout", "offer"."""
CROWD = 40
"""Numbers of one kind up to which each is compared with all: beyond, they find each other by words alone."""
RUINED = frozenset(("destroyed", "damaged", "hit"))
"""Deeds that reports tell of the same things in turn."""


class _Known(msgspec.Struct, frozen=True):
    """What this stage reads of knowledge/en/numbers.yml."""

    singular: tuple[str, ...]
    asides: tuple[str, ...]
    massing: tuple[str, ...]
    deeds: dict[str, tuple[str, ...]]
    units: dict[str, tuple[str, ...]]
    things: dict[str, tuple[str, ...]]


@cache
def _known() -> _Known:
    return knowledge.load("numbers.yml", _Known, "en")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(getattr(_known(), name))


def family(item: Item) -> tuple[str, ...]:
    """The class of things that a number counts: only numbers of one family are compared."""
    q = item.quantity
    if q.outcome is not None:
        return ("people", q.outcome)
    if q.unit is not None and q.unit != "people":
        return ("unit", dimension(q.unit))
    return ("thing",)


@cache
def split(counts: str) -> tuple[str, str]:
    """The thing and what was done to it: "rockets launched"."""
    noun, _, deed = counts.rpartition(" ")
    return (noun, deed) if noun and deed in _known().deeds else (counts, "")


def _told_exactly(a: Item, b: Item) -> bool:
    return a.quantity.value is not None and a.quantity.value == b.quantity.value


def narrowed(a: Item, b: Item) -> bool:
    """Whether a word that sets a number apart narrows the noun of one alone: "four prior arrests"."""
    return bool((set(a.quantity.modifiers) ^ set(b.quantity.modifiers)) & _listed("asides"))


class Telling:
    """The words and the occasion with which the numbers of a set of reports are told."""

    def __init__(
        self, every: Iterable[Item], readings: tuple[Reading, ...], resolved: Resolved, incidents: MergedIncidents
    ) -> None:
        events = {r.report: r.events for r in readings}
        self.words: dict[Key, frozenset[str]] = {}
        self.days: dict[Key, tuple[date, date]] = {}
        items = list(every)
        for item in items:
            q = item.quantity
            kind = events[item.at[0]][q.deed].kind if q.deed is not None else ""
            name = () if q.counts in _known().units else q.counts.split(" ")
            self.words[item.at] = frozenset((*q.about, *name, *([f"~{kind}"] if kind else [])))
            told = resolved.days.get((item.at[0], q.time)) if q.time is not None else None
            if told is not None and told.start is not None and told.end is not None:
                self.days[item.at] = (told.start, told.end)
        number = Counter(w for words in self.words.values() for w in words)
        reports = Counter(w for w, _ in {(w, i.at[0]) for i in items for w in self.words[i.at]})
        most = max(6.0, COMMON * len(items))
        self.known = {w: n for w, n in number.items() if n <= most and reports[w] > 1}
        self.aside = self._asides(items)
        self.of: dict[str, set[str]] = {}
        for incident in incidents.incidents:
            for report in incident.reports if len(incident.reports) > 1 else ():
                self.of.setdefault(report, set()).add(incident.id)
        self.marks: dict[str, set[float]] = {}
        for item in items:
            if item.centre >= LARGE and digits(item) > 1:
                self.marks.setdefault(item.at[0], set()).add(item.centre)
        self.values: dict[tuple[str, tuple[str, ...], str], set[float]] = {}
        for item in items:
            self.values.setdefault((item.at[0], family(item), item.quantity.counts), set()).add(item.centre)
        self.kinds = Counter((family(i), i.quantity.counts) for i in items)

    def _asides(self, items: list[Item]) -> frozenset[Key]:
        """The numbers that are told of a day long ago in reports that give another one of the same family for now."""
        now = {(i.at[0], family(i)[0]) for i in items if not self._old(i)}
        return frozenset(i.at for i in items if self._old(i) and (i.at[0], family(i)[0]) in now)

    def _old(self, item: Item) -> bool:
        days, published = self.days.get(item.at), item.published
        return days is not None and published is not None and published[0] - days[1] > LONG_AGO

    def apart(self, a: Item, b: Item) -> bool:
        """Whether two numbers are told of different times: one of now and one of long ago, or of days far apart."""
        if (a.at in self.aside) != (b.at in self.aside):
            return True
        if a.at not in self.aside or a.at not in self.days or b.at not in self.days:
            return False
        (start, end), (other, other_end) = self.days[a.at], self.days[b.at]
        return max(start - other_end, other - end) > LONG_AGO

    def of_two_times(self, a: Item, b: Item) -> bool:
        """Whether one report tells two numbers of two stretches of days: "from 2010 to 2015", "since 2009"."""
        return a.at in self.days and b.at in self.days and self.days[a.at] != self.days[b.at]

    def kin(self, a: Item, b: Item) -> bool:
        """Whether the reports of two numbers tell of one incident, or share several numbers."""
        one, other = a.at[0], b.at[0]
        if not self.of.get(one, set()).isdisjoint(self.of.get(other, set())):
            return True
        return len(self.marks.get(one, set()) & self.marks.get(other, set())) >= SHARED

    def only(self, a: Item, b: Item) -> bool:
        """Whether each of two reports gives one value of this kind, and both are of one story: then they compete."""
        one, other = (self.values[i.at[0], family(i), i.quantity.counts] for i in (a, b))
        return len(one) == len(other) == 1 and self.kin(a, b)

    def shared(self, a: Item, b: Item) -> int:
        """How many telling words two numbers have in common, beside the name of what both count."""
        name = set(a.quantity.counts.split(" ")) & set(b.quantity.counts.split(" "))
        return sum(w in self.known for w in (self.words[a.at] & self.words[b.at]) - name)

    def few(self, item: Item) -> bool:
        """Whether so few numbers are of an item's kind that each can be compared with all."""
        return self.kinds[family(item), item.quantity.counts] <= CROWD

    def rarest(self, item: Item) -> list[str]:
        """The words by which a number finds others of its quantity."""
        words = [w for w in self.words[item.at] if w in self.known]
        return sorted(words, key=lambda w: (self.known[w], w))[:RAREST]

    def fit(self, a: Item, b: Item, setting: int) -> int:
        """How well two numbers of one family without victims fit, told in different reports: 3 surely one quantity, 2
        the same value of what may be one, 1 two values of one quantity, 0 nothing joins them, -1 they must stay apart.
        `setting`: 1 if one incident."""
        qa, qb = a.quantity, b.quantity
        equal = same(qa, qb)
        if a.place and b.place and a.place != b.place and (not equal or a.centre < LARGE):
            return -1
        if not equal and (qa.part != qb.part or self.apart(a, b) or self._narrowed(a, b)):
            return -1
        shared = self.shared(a, b)
        if family(a)[0] == "unit":
            return self._measures(a, b, equal, shared, setting)
        return self._things(a, b, equal, shared, setting)

    def _narrowed(self, a: Item, b: Item) -> bool:
        """Whether a word that sets a number apart stands with one of two only: "the average depth"."""
        one, other = (self.words[i.at] | set(i.quantity.modifiers) for i in (a, b))
        return bool((one ^ other) & _listed("asides"))

    def _measures(self, a: Item, b: Item, equal: bool, shared: int, setting: int) -> int:
        one, other = a.quantity.counts, b.quantity.counts
        named = one not in _known().units and other not in _known().units
        related = one == other or (named and (one.startswith(other) or other.startswith(one)))
        if named and not related and "distance from" in one + other:
            return -1 if one.startswith(other[:13]) else 0
        if equal:
            if related and named:
                return 3 if shared or setting == 1 else 2
            if shared:
                return 2
            if a.quantity.unit == b.quantity.unit and _told_exactly(a, b) and a.centre >= SUM and self.kin(a, b):
                return 2
            spans = "length of" in one and "length of" in other and self.kin(a, b)
            bare = digits(a) > 1 and not named and self.kin(a, b)
            telling = one == other or spans or bare or digits(a) >= TELLING_DIGITS
            return 2 if self._told_alike(a, b) and telling else 0
        if not (one == other and named) or not (agree(a.quantity, b.quantity) or near(a, b, FACTOR)):
            return 0
        single = one.split(" of ")[0] in _listed("singular") and self.kin(a, b)
        return 1 if shared or setting == 1 or single or self.only(a, b) else 0

    def _told_alike(self, a: Item, b: Item) -> bool:
        """Whether two equal measures that nothing names are hardly equal by chance."""
        one, other = a.quantity, b.quantity
        exact = one.value is not None and (one.unit != other.unit or one.value == other.value)
        return exact and abs(a.centre) >= SOME

    def _things(self, a: Item, b: Item, equal: bool, shared: int, setting: int) -> int:
        (noun, done), (thing, other) = split(a.quantity.counts), split(b.quantity.counts)
        if noun != thing:
            value = a.quantity.value
            exact = value is not None and value == b.quantity.value and value >= LARGE
            alike = exact and ("people" in (noun, thing) or self.kin(a, b))
            return 2 if alike and digits(a) + bool(shared) >= TELLING_DIGITS else 0
        if done != other and done and other and not {done, other} <= RUINED:
            return -1
        if equal:
            if shared or setting == 1 or self.one_crowd(a, b):
                return 3
            if noun != "people" and a.centre >= SOME and self.only(a, b):
                return 2
            telling = digits(a) >= 2 if noun == "people" else True
            return 2 if (min(a.centre, b.centre) >= LARGE and telling) or a.places & b.places else 0
        if self.one_crowd(a, b):
            return 1
        close = agree(a.quantity, b.quantity) or near(a, b, FACTOR)
        if not close or (done != other and not {done, other} <= RUINED | {""}):
            return 0
        if noun in _listed("singular") and (shared or self.kin(a, b)):
            return 1
        here = setting == 1 or (a.place is not None and a.place == b.place)
        alone = noun != "people" and a.quantity.modifiers == b.quantity.modifiers and self.only(a, b)
        return 1 if shared >= 2 or here or alone else 0

    def one_crowd(self, a: Item, b: Item) -> bool:
        """Whether two numbers of people are of one crowd: of one day and story, nothing says of two places."""
        if a.quantity.counts != "people" or b.quantity.counts != "people" or min(a.centre, b.centre) < PEOPLE:
            return False
        if not (self._crowd(a) and self._crowd(b) and near(a, b, MASSES) and self.kin(a, b)):
            return False
        if a.published is None or b.published is None or abs(a.published[0] - b.published[0]) > AT_ONCE:
            return False
        return a.place == b.place or None in (a.place, b.place)

    def _crowd(self, item: Item) -> bool:
        return not self.words[item.at].isdisjoint(_listed("massing"))


def digits(item: Item) -> int:
    """How many digits of a value tell something: 110 billion has two, 12,345 five."""
    value = abs(item.centre)
    return len(f"{value:.6f}".replace(".", "").strip("0")) if value else 0


def near(a: Item, b: Item, factor: float) -> bool:
    """Whether two values lie within a factor of each other."""
    other = msgspec.structs.replace(b, quantity=converted(b.quantity, a.quantity.unit))
    low, high = sorted((a.centre, other.centre))
    return high <= factor * max(low, 1.0 if factor > FACTOR else low)
