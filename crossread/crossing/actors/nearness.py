"""Which reports tell of one story, as far as names go: two reports that share names that are rare among all."""

from __future__ import annotations

from collections import Counter, defaultdict

from crossread.crossing import likeness
from crossread.crossing.actors.bodies import everywhere
from crossread.crossing.actors.keys import Label
from crossread.records import Key

SHARED = 2
"""Names that two reports must share before "the police" of one can be that of the other."""
COMMON, COMMON_SHARE, COMMON_MOST = 10, 0.3, 40
"""Reports (number, share of all, number again) in which a name may stand before it says nothing about a story; the last
keeps the cost of many reports in proportion to their number."""
WEAK = ("surname", "place")
"""Sorts of names of which all together count as one: two stories of one town share streets and surnames."""
LOOKED_AT = 20
"""Reports of an actor that are looked at to find one of another's story."""


def _weight(ours: frozenset[Label], theirs: frozenset[Label]) -> int:
    """How many names two reports share. All surnames that one of them has alone count as one, and so do all places."""
    shared = ours & theirs
    in_full = _in_full(ours) & _in_full(theirs)
    alone = any(given.sort == "surname" and given.what not in in_full for given in shared)
    return sum(given.sort not in WEAK for given in shared) + alone + any(given.sort == "place" for given in shared)


def _in_full(signs: frozenset[Label]) -> set[str]:
    return {likeness.surname(given.what) for given in signs if given.sort == "person"}


def _rare(found: dict[str, set[Label]]) -> dict[str, frozenset[Label]]:
    """The labels of each report that stand in few others."""
    spread = Counter(given for labels in found.values() for given in labels)
    common = min(COMMON_MOST, max(COMMON, COMMON_SHARE * len(found)))
    return {r: frozenset(g for g in labels if spread[g] <= common) for r, labels in found.items()}


class Nearness:
    """Groups of reports that share names, and which labels stand in near ones."""

    def __init__(self, labels: dict[Key, Label], places: dict[str, set[str]] | None = None) -> None:
        """`places`: names (keys) of towns and other small places, by report."""
        named: dict[str, set[Label]] = defaultdict(set)
        signs: dict[str, set[Label]] = defaultdict(set)
        for (report, _), given in labels.items():
            if given.sort in ("known", "person", "name") and not (given.sort == "name" and everywhere(given.what)):
                named[report].add(given)
                signs[report].add(given)
            if given.sort in ("person", "surname"):
                signs[report].add(Label("surname", likeness.surname(given.what)))
        for report, found in (places or {}).items():
            signs[report] |= {Label("place", place) for place in found}
        self._named = _rare(named)
        self._group = {report: report for report, _ in labels}
        self._join(_rare(signs))

    def _join(self, signs: dict[str, frozenset[Label]]) -> None:
        where: dict[Label, list[str]] = defaultdict(list)
        for report in sorted(signs):
            shared = Counter(other for given in signs[report] for other in where[given])
            met = sorted(other for other, count in shared.items() if count >= SHARED)
            for other in (o for o in met if _weight(signs[report], signs[o]) >= SHARED):
                old, new = sorted((self.group(report), self.group(other)), reverse=True)
                self._group[old] = new
            for given in sorted(signs[report]):
                where[given].append(report)

    def group(self, report: str) -> str:
        """The report that stands for the story of `report`."""
        while self._group[report] != report:
            self._group[report] = self._group[self._group[report]]
            report = self._group[report]
        return report

    def near(self, a: set[str], b: set[str]) -> bool:
        """Whether a report of `a` and one of `b` are the same, of one story, or share one rare name."""
        few, more = sorted(a)[:LOOKED_AT], sorted(b)[:LOOKED_AT]
        if a & b or {self.group(r) for r in few} & {self.group(r) for r in more}:
            return True
        none: frozenset[Label] = frozenset()
        return any(self._named.get(r, none) & self._named.get(q, none) for r in few for q in more)

    def kept(self, given: Label, report: str) -> Label:
        """The label, held to its story if it names what every country has ("the police", "Supreme Court")."""
        if (
            given.sort == "bare"
            or (given.sort == "described" and not given.country)
            or (given.sort == "name" and everywhere(given.what))
        ):
            return Label(given.sort, given.what, given.country, self.group(report))
        return given
