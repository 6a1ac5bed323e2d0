"""What each report is about, and which are alike in that: the names that they share, and what their leads mean.

Made once for all reports and given to every stage that asks which reports tell of the same. Names are the words that
the parser takes for proper nouns, so that nothing here depends on how well actors were merged. A name that stands in
one report only tells little about what reports have in common and weighs little; a rare name weighs more than one that
many have. Only reports that share a name which few have are held against each other: the cost grows with the reports,
not with their pairs.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossread.embeddings import table
from crossread.records import Reading

LEAD = 6
"""Sentences of a report that tell what it is about, the title among them."""
MEANING = 0.2
"""Weight of what the leads mean, beside that of the names. Names alone keep eight stories of 46 reports apart almost as
well (highest likeness of strangers .26, mean within a story .34 to .60); leads of strangers reach .67."""
ALONE = 0.5
"""Weight of a name that stands in one report only; at its full weight reports with many names are like nothing."""
UNNAMED = 0.25
"""What is taken off where a report names nobody and meaning alone must do: leads of strangers reach .55."""

MANY = 50.0
"""What the number of reports with a name is measured against, when names are weighed. Fixed, so that reports which
share no name with two others do not change how alike these two are. 300 and 383 reports of shootings are joined with
F .83 and .87 (by the number of all reports .83 and .86; against 7, where the names of a story of thirty weigh nothing,
.85 and .81)."""
COMMON = 50
"""Reports with a name from which on no others are looked for by it: it weighs less than the logarithm of 2."""
GLANCE = 0.05
"""Likeness by such rarer names below which two reports are not looked at: leads that mean the same would make .24."""
NAMELESS = 12
"""Reports, those most alike in meaning, that one which names nobody is held against."""

Matrix = NDArray[np.float64]


class Theme(NamedTuple):
    """What one report is about: the mean of its lead's embeddings (None without), and how often it says each name; the
    names of each of its sentences."""

    lead: Matrix | None
    names: Mapping[str, int]
    said: Sequence[Sequence[str]] = ()


def theme_of(reading: Reading) -> Theme:
    """The theme of a report."""
    said = _names_said(reading)
    names = Counter(name for names in said for name in names)
    return Theme(lead_of([sentence.embedding for sentence in reading.sentences]), names, said)


def _names_said(reading: Reading) -> list[list[str]]:
    """The names in each sentence, folded; what stands in a date is none."""
    dates = [(time.span.start, time.span.end) for time in reading.times]
    found, at = [], 0
    for sentence in reading.sentences:
        said = []
        for token in sentence.tokens:
            if token.pos == "PROPN" and len(token.text) > 1 and token.text[0].isalpha():
                while at < len(dates) and dates[at][1] <= token.start:
                    at += 1
                if at == len(dates) or dates[at][0] > token.start:
                    said.append(token.text.lower())
        found.append(said)
    return found


def lead_of(embeddings: Iterable[bytes]) -> Matrix | None:
    """What the first sentences mean, of unit length; None where none has a meaning."""
    vectors = [embedding for embedding in embeddings if embedding][:LEAD]
    if not vectors:
        return None
    mean = table(vectors).mean(axis=0, dtype=np.float64)
    length = float(np.linalg.norm(mean))
    return mean / length if length else None


def compare(readings: tuple[Reading, ...]) -> Themes:
    """The themes of reports, and which are alike."""
    return Themes([reading.report for reading in readings], [theme_of(reading) for reading in readings])


class Themes:
    """The themes of all reports, what each name weighs among them, and how alike they are.

    Reports go by their number in the order in which they were given.
    """

    def __init__(self, reports: Sequence[str], themes: Sequence[Theme], *, many: float = MANY) -> None:
        self.reports, self.themes = reports, themes
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, theme in enumerate(themes):
            for name in sorted(theme.names):
                self._holders[name].append(number)
        self._weights = {
            name: math.log(1 + many / len(numbers)) if len(numbers) > 1 else ALONE
            for name, numbers in self._holders.items()
        }
        self._units = [self.unit(theme.names) for theme in themes]
        self._meant = np.array([theme.lead is not None for theme in themes], dtype=bool)
        width = next((len(theme.lead) for theme in themes if theme.lead is not None), 1)
        self._leads = np.array([np.zeros(width) if theme.lead is None else theme.lead for theme in themes])

    @cached_property
    def near(self) -> Sequence[Mapping[int, float]]:
        """For each report those that share rare names with it, or may be alike without names; and how alike."""
        found: list[dict[int, float]] = [{} for _ in self.themes]
        for one, other, alike in sorted([*self._by_names(), *self._by_meaning()]):
            found[one][other] = found[other][one] = alike
        return found

    def unit(self, names: Mapping[str, int]) -> dict[str, float]:
        """The weight of each name in a text, of unit length."""
        weights = {name: self._weights.get(name, ALONE) * (1 + math.log(count)) for name, count in names.items()}
        length = math.sqrt(sum(weight * weight for weight in sorted(weights.values()))) or 1.0
        return {name: weights[name] / length for name in sorted(weights)}

    def _by_names(self) -> list[tuple[int, int, float]]:
        """Pairs of reports whose rarer names make them alike enough to be looked at."""
        size = len(self.themes)
        keys: list[NDArray[np.int64]] = []
        products: list[Matrix] = []
        for name, numbers in sorted(self._holders.items()):
            if 1 < len(numbers) <= COMMON:
                held = np.array(numbers, dtype=np.int64)
                weights = np.array([self._units[number][name] for number in numbers])
                one, other = np.triu_indices(len(numbers), 1)
                keys.append(held[one] * size + held[other])
                products.append(weights[one] * weights[other])
        if not keys:
            return []
        pairs, where = np.unique(np.concatenate(keys), return_inverse=True)
        shared = np.bincount(where, weights=np.concatenate(products))
        found = [divmod(pair, size) for pair in pairs[shared >= GLANCE].tolist()]
        return [(one, other, self.alike(one, other)) for one, other in found]

    def _by_meaning(self) -> list[tuple[int, int, float]]:
        """Pairs of which one report names nobody: the most alike, as far as meaning tells."""
        found = {}
        for number, unit in enumerate(self._units):
            if not unit and self._meant[number]:
                meant = np.where(self._meant, self._leads @ self._leads[number], -1.0)
                meant[number] = -1.0
                for other in np.argsort(-meant, kind="stable")[:NAMELESS].tolist():
                    if self._meant[other] and other != number:
                        pair = (min(number, other), max(number, other))
                        found[pair] = float(meant[other]) - UNNAMED
        return [(one, other, alike) for (one, other), alike in found.items()]

    def alike(self, one: int, other: int) -> float:
        """How alike two reports are: up to 1, which a report is to itself."""
        meaning = float(self._leads[one] @ self._leads[other]) if self._meant[one] and self._meant[other] else None
        return _mixed(self._units[one], self._units[other], meaning) if one != other else 1.0

    def among(self, one: int, others: Sequence[int]) -> list[float]:
        """How alike a report is to others, as names weigh among just these."""
        numbers = [one, *others]
        few = Themes([self.reports[n] for n in numbers], [self.themes[n] for n in numbers], many=len(numbers))
        return [few.alike(0, k) for k in range(1, len(numbers))]

    def pairs(self) -> dict[tuple[str, str], float]:
        """How alike two reports are that are near each other, by their ids in order."""
        return {
            (self.reports[one], self.reports[other]): alike
            for one, near in enumerate(self.near)
            for other, alike in near.items()
            if self.reports[one] < self.reports[other]
        }

    def towards(self, unit: Mapping[str, float], lead: Matrix | None, numbers: Iterable[int]) -> list[float]:
        """How alike a text, such as a part of a report, is to some reports: by its names' weights and its lead."""
        return [
            _mixed(unit, self._units[n], float(self._leads[n] @ lead) if lead is not None and self._meant[n] else None)
            for n in numbers
        ]

    def sharing(self, unit: Mapping[str, float], least: float) -> list[int]:
        """The reports whose rarer names are alike by at least so much to those of a text, by their weights: others need
        not be looked at."""
        shared: dict[int, float] = defaultdict(float)
        for name, weight in unit.items():
            numbers = self._holders.get(name, [])
            if len(numbers) <= COMMON:
                for number in numbers:
                    shared[number] += weight * self._units[number][name]
        return sorted(number for number, alike in shared.items() if alike >= least)


def _mixed(one: Mapping[str, float], other: Mapping[str, float], meaning: float | None) -> float:
    """Names and meaning weighed; meaning alone, less than its worth, where there are no names."""
    few, more = (one, other) if len(one) <= len(other) else (other, one)
    names = sum(weight * more[name] for name, weight in few.items() if name in more)
    if one and other:
        return names if meaning is None else MEANING * meaning + (1 - MEANING) * names
    return (0.0 if meaning is None else meaning) - UNNAMED
