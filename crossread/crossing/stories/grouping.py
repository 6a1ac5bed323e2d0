"""Which reports belong to one story: by what they tell, time taken off."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from crossread.crossing import linkage
from crossread.crossing.themes import Themes
from crossread.records import Origin, Report

ALIKE = 0.26
"""Likeness, on average, from which on reports belong to one story: of seven stories with 38 reports, each stays whole
and apart from the others with any value from .23 to .32. Of 300 reports of 127 shootings, alike but for names and days,
pairs are joined with precision .88 and recall .79, of 383 others of 155 shootings with .93 and .81."""
FORGETTING = 0.04
"""Likeness lost for each doubling of the weeks between two reports: at a quarter of a year .15. Without it the
shootings are joined with half the precision."""


class Closeness:
    """How alike reports are for belonging to one story, by their numbers: what they tell, the time between them taken
    off; copies of one origin are the same."""

    def __init__(self, reports: Sequence[Report], themes: Themes, origins: Sequence[Origin]) -> None:
        self.themes = themes
        self._days = [
            (day.start.toordinal(), day.end.toordinal()) if (day := report.published) else None for report in reports
        ]
        number = {report.id: k for k, report in enumerate(reports)}
        self._copies: dict[int, list[int]] = {}
        for origin in origins:
            members = sorted(number[name] for name in origin.reports if name in number)
            self._copies.update((member, members) for member in members)

    def groups(self) -> list[list[int]]:
        """The stories: reports that are alike enough on average."""
        links: list[dict[int, float]] = []
        for one, near in enumerate(self.themes.near):
            found = {two: alike - self.forgotten(one, two) for two, alike in near.items()}
            links.append({two: alike for two, alike in found.items() if alike >= ALIKE})
            links[one].update((two, 1.0) for two in self._copies.get(one, ()) if two != one)
        return linkage.gathered(links, self.total, ALIKE)

    def alike(self, one: int, two: int) -> float:
        """How alike two reports are."""
        if two in self._copies.get(one, ()):
            return 1.0
        near = self.themes.near[one].get(two)
        return (self.themes.alike(one, two) if near is None else near) - self.forgotten(one, two)

    def total(self, some: Sequence[int], others: Sequence[int]) -> float:
        """How alike some reports are to others, all pairs together."""
        return sum(self.alike(one, two) for one in some for two in others)

    def mean(self, group: Sequence[int]) -> float:
        """How alike the reports of a group of several are on average."""
        pairs = [(one, two) for k, one in enumerate(group) for two in group[:k]]
        return sum(self.alike(one, two) for one, two in pairs) / len(pairs)

    def forgotten(self, one: int, two: int) -> float:
        """What the weeks between two reports take off their likeness; nothing where one is not dated."""
        first, second = self._days[one], self._days[two]
        if first is None or second is None:
            return 0.0
        return FORGETTING * math.log2(1 + max(first[0] - second[1], second[0] - first[1], 0) / 7)

    def towards(self, alike: Iterable[float], one: int, numbers: Iterable[int]) -> list[float]:
        """How alike something of a report is to others, by their numbers, the time between them taken off."""
        return [worth - self.forgotten(one, two) for worth, two in zip(alike, numbers, strict=True)]
