"""What the readings of one figure say together: low, best, high, and whether they agree.

single     one reading, or one report alone
agree      every reading can be right at once, or is another rounded
update     values change with the day of the report, or a report tells the change itself ("raised from 64 to 2,975")
scope      they count different sets: different studies, parts, periods, or official counts beside estimates
conflict   the same set at the same time, different values
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from itertools import combinations, pairwise

import msgspec

from crossread import knowledge
from crossread.crossing.figures.counts import Item, compatible, same_value
from crossread.crossing.figures.qualifiers import holds, qualifier_words
from crossread.crossing.figures.units import agree, in_one_unit
from crossread.records import Verdict


def verdict(group: list[Item], changed: bool) -> tuple[Verdict, str]:
    """The verdict on the readings of one figure and the reason in a sentence. `changed`: a report tells the change
    itself."""
    group = [i for i in group if not _restated(i, group)]
    group, told = in_one_unit(group), group
    reports = sorted({i.at[0] for i in group})
    pairs = zip(combinations(group, 2), combinations(told, 2), strict=True)
    clashes = [pair for pair, (a, b) in pairs if not agree(a.quantity, b.quantity)]
    if not clashes:
        if len(reports) == 1:
            return "single", "one report alone gives it"
        later = _grows(group)
        return (
            ("update", later) if later else ("agree", f"{len(reports)} reports give values that can be right at once")
        )
    if changed and len(_steps(group)) <= STEPS:
        return "update", "a report tells that the count was changed"
    bases = [i.quantity.basis for pair in clashes for i in pair]
    if "official" not in bases and bases.count("estimate") * 2 >= len(bases):
        return "scope", "studies and estimates with different methods, periods or samples"
    if any({a.quantity.basis, b.quantity.basis} == {"official", "estimate"} for a, b in clashes):
        return "scope", "an official count stands beside an estimate"
    if len(reports) == 1:
        speakers = {i.speaker for pair in clashes for i in pair}
        if len(speakers) > 1:
            return "conflict", f"{' and '.join(sorted(s or 'the report' for s in speakers))} give different values"
        return "scope", "one report gives both, so they count different sets"
    if later := _grows(group):
        return "update", later
    a, b = clashes[0]
    return "conflict", f"{_shown(a)} and {_shown(b)} cannot both be right"


def _restated(item: Item, group: list[Item]) -> bool:
    """Whether a number is the one before it in its sentence in other units: "about 58 km (36 miles)"."""
    return any(
        i.at[0] == item.at[0] and i.at[1] < item.at[1] and i.sentence == item.sentence
        and i.quantity.unit != item.quantity.unit for i in group
    )  # fmt: skip


STEPS = 3
"""Values up to which a told change explains a figure: before, after, and one between. With more they compete."""


def _steps(group: list[Item]) -> list[Item]:
    """One item for each different value."""
    steps: list[Item] = []
    for item in group:
        if not any(compatible(item.quantity, step.quantity) for step in steps):
            steps.append(item)
    return steps


def _shown(item: Item) -> str:
    q = item.quantity
    return " ".join(w for w in (q.qualifier, q.span.text) if w).lower()


def _grows(group: list[Item]) -> str | None:
    """Why the values are steps of one count: each later report gives a value that is not lower, and they are days
    apart."""
    dated = sorted((i for i in group if i.as_of is not None), key=lambda i: (i.as_of, i.centre, i.at))
    if len(dated) < 2 or len(dated) < len(group) - len(group) // 4:
        return None
    per_day: dict[object, list[Item]] = {}
    for item in dated:
        per_day.setdefault(item.as_of, []).append(item)
    days = list(per_day.values())
    if any(_clashing(a, b) for a, b in combinations(days[-1], 2)):
        return None
    known: list[Item] = []
    if any(i.quantity.counts in _fixed() for i in dated):
        return None
    shrinks = all(i.quantity.outcome in SHRINKING for i in dated)
    for day in days:
        if known and not shrinks and any(_below(i, known) for i in day):
            return None
        known += day
    tops = [max(d, key=lambda i: i.centre) for d in days]
    rising = [
        (a, b)
        for a, b in pairwise(tops)
        if not same_value(a.quantity, b.quantity) and (b.centre > a.centre or not compatible(a.quantity, b.quantity))
    ]
    falling = [p for p in rising if p[1].centre < p[0].centre and not _repeated(p[1], known)]
    if not rising or (not shrinks and (falling or not any(a.centre < b.centre for a, b in rising))):
        return None
    first, last = rising[0][0], rising[-1][1]
    if not _exact(first) and not _exact(last) and not all(not compatible(a.quantity, b.quantity) for a, b in rising):
        return None
    return f"{_shown(first)} in a report of {_day(first.as_of)}, {_shown(last)} in one of {_day(last.as_of)}"


class _Known(msgspec.Struct, frozen=True):
    """What this module reads of knowledge/en/numbers.yml."""

    fixed: tuple[str, ...]


@cache
def _fixed() -> tuple[str, ...]:
    return knowledge.load("numbers.yml", _Known, "en").fixed


SHRINKING = ("missing", "trapped", "hospitalised", "abducted", "treated")
"""Outcomes whose numbers fall as people are found, freed or sent home."""


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "no known day"


def _clashing(a: Item, b: Item) -> bool:
    return not same_value(a.quantity, b.quantity) and not compatible(a.quantity, b.quantity)


def _below(item: Item, known: list[Item]) -> bool:
    """Whether a later value is new and lower than one of the days before: a count that does not grow."""
    return any(_clashing(item, k) and item.centre < k.centre for k in known) and not _repeated(item, known)


def _repeated(item: Item, known: list[Item]) -> bool:
    """Whether an earlier report, not this one, gave the same value: late reports repeat yesterday's toll."""
    return any(same_value(item.quantity, k.quantity) and k.as_of != item.as_of for k in known)


def _exact(item: Item) -> bool:
    return item.quantity.value is not None and item.quantity.low is not None


def bounds(group: list[Item], kind: Verdict) -> tuple[float | None, float | None, float | None]:
    """low, best, high of a figure.

    best: for an update the value of the latest report; else the value that most reports give (rounded ones count for
    the exact one), one told in the figure's unit, official before estimated, exact before qualified, larger last. low
    and high: the least and the greatest of all readings; None where the outermost reading is open on that side. All in
    the unit of the first reading.
    """
    unit = group[0].quantity.unit
    own = frozenset(i.at for i in group if i.quantity.unit == unit)
    group = in_one_unit(group)
    q = [i.quantity for i in group]
    lows = [
        x for i in q if (x := i.low if i.low is not None else i.value if not _most(i.qualifier) else None) is not None
    ]
    bottom, top = min(group, key=lambda i: i.centre).quantity, max(group, key=lambda i: i.centre).quantity
    highs = [x for i in q if (x := i.high if i.high is not None else i.value) is not None]
    low = None if bottom.low is None and _most(bottom.qualifier) else min(lows, default=None)
    high = None if top.high is None and top.low is not None else max(highs, default=None)
    known = [i for i in group if i.quantity.value is not None]
    if not known:
        return low, None, high
    latest = max((i.as_of for i in known if i.as_of is not None), default=None)
    pool = [i for i in known if i.as_of == latest] if kind == "update" and latest is not None else known
    if kind == "update":
        pool = [i for i in pool if not i.quantity.part] or pool
        best = max(pool, key=lambda i: (i.centre, _exact(i), i.at))
    else:
        votes = Counter({i.at: len({j.at[0] for j in pool if same_value(i.quantity, j.quantity)}) for i in pool})
        best = max(
            pool,
            key=lambda i: (
                votes[i.at],
                i.at in own,
                i.quantity.basis == "official",
                _exact(i),
                i.quantity.qualifier is None,
                i.centre,
                i.at,
            ),
        )
    return low, best.quantity.value, high


def _most(qualifier: str | None) -> bool:
    """Whether a qualifier leaves the bottom open ("up to", "fewer than")."""
    return holds(qualifier, qualifier_words().bottomless)
