"""The ages of persons: one figure for each person, with every age that reports give."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from crossread.crossing.figures.counts import Item
from crossread.records import Verdict

YEARS = 10
"""Years by which the ages told of one name differ at most: a father and his son who bears it are further apart."""
BIRTHDAY = 10
"""Days between two reports from which on a birthday may lie between them: within ten days it is one in thirty-six."""


def by_person(ages: list[Item], near: Iterable[tuple[str, str]]) -> list[list[Item]]:
    """The ages in groups of one person each: by who is told of, else, where nobody is named, by the same age in one
    report or in reports of one happening (`near`: pairs of reports), if it is one person's alone."""
    akin: dict[str, list[str]] = {}
    for one, other in near:
        akin.setdefault(one, []).append(other)
        akin.setdefault(other, []).append(one)
    groups: list[list[Item]] = []
    homes: dict[str | tuple[str, float], set[int]] = {}  # by who is told of, and by report and age
    for item in sorted(ages, key=lambda i: (i.bearer is None, i.at)):
        told_in = item.at[0]
        keys: list[str | tuple[str, float]] = [item.bearer] if item.bearer is not None else []
        keys = keys or [(report, item.centre) for report in (told_in, *akin.get(told_in, ()))]
        fitting = [n for n in {n for key in keys for n in homes.get(key, ())} if _same_person(item, groups[n])]
        number = fitting[0] if len(fitting) == 1 else len(groups)
        if number == len(groups):
            groups.append([])
        groups[number].append(item)
        for key in (*keys[:1], (told_in, item.centre)):
            homes.setdefault(key, set()).add(number)
    return [sorted(group, key=lambda i: i.at) for group in groups]


def _same_person(item: Item, group: list[Item]) -> bool:
    """Whether an age may be that of one person with the others: told of one name years apart, else the same age."""
    years = YEARS if item.bearer is not None else 0
    return all(abs(item.centre - i.centre) <= years for i in group)


def age_verdict(group: list[Item]) -> tuple[Verdict, str]:
    """What the ages told of one person say together, and the reason in a sentence."""
    values = sorted({i.centre for i in group})
    reports = {i.at[0] for i in group}
    if len(values) == 1:
        if len(reports) == 1:
            return "single", "one report alone gives it"
        return "agree", f"{len(reports)} reports give the same age"
    if values[-1] - values[0] == 1 and _birthday_between(group, values[0], values[1]):
        return "update", "a birthday may lie between the reports"
    return "conflict", f"{' and '.join(f'{v:g}' for v in values)} cannot both be right"


def _birthday_between(group: list[Item], younger: float, older: float) -> bool:
    """Whether the higher age is told only in later reports."""
    before, after = _days(group, younger), _days(group, older)
    return bool(before and after) and (min(after) - max(before)).days > BIRTHDAY


def _days(group: list[Item], age: float) -> list[date]:
    return [i.published[0] for i in group if i.centre == age and i.published is not None]


def whose(group: list[Item]) -> str:
    """Of whom the ages are told: a name, else the noun that tells who."""
    names = [i.bearer_name for i in group if i.bearer_name] or [f"the {i.quantity.noun}" for i in group]
    return max(sorted(set(names)), key=names.count)
