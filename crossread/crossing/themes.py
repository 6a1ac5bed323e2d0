"""What each report is about, and how alike two reports are in that: the names they share, and what their leads mean.

Names are the words that the parser takes for proper nouns, so that nothing here depends on how well actors were merged.
A name that stands in one report only tells little about what reports have in common and weighs little; a rare name
weighs more than one that many have.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

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

Matrix = NDArray[np.float64]


class Theme(NamedTuple):
    """What one report is about: the mean of its lead's embeddings (None without), and how often it says each name."""

    lead: Matrix | None
    names: Mapping[str, int]


def theme_of(reading: Reading) -> Theme:
    """The theme of a report."""
    names: Counter[str] = Counter()
    dates = [(time.span.start, time.span.end) for time in reading.times]
    at = 0
    for sentence in reading.sentences:
        for token in sentence.tokens:
            while at < len(dates) and dates[at][1] <= token.start:
                at += 1
            dated = at < len(dates) and dates[at][0] <= token.start
            if token.pos == "PROPN" and len(token.text) > 1 and token.text[0].isalpha() and not dated:
                names[token.text.lower()] += 1
    return Theme(_lead(reading), names)


def _lead(reading: Reading) -> Matrix | None:
    vectors = [sentence.embedding for sentence in reading.sentences if sentence.embedding][:LEAD]
    if not vectors:
        return None
    mean = np.asarray(vectors, dtype=np.float64).mean(axis=0)
    length = float(np.linalg.norm(mean))
    return mean / length if length else None


def likeness(themes: Sequence[Theme]) -> Matrix:
    """How alike each two reports are, as names weigh among just these: numbers up to 1, 1 on the diagonal."""
    return Themes(themes, many=len(themes)).likeness()


class Themes:
    """The themes of all reports: what each name weighs among them, and how alike they are."""

    def __init__(self, themes: Sequence[Theme], *, many: float = MANY) -> None:
        self.themes = themes
        holders: dict[str, list[int]] = defaultdict(list)
        for number, theme in enumerate(themes):
            for name in theme.names:
                holders[name].append(number)
        self._weights: dict[str, float] = {}
        self._held: dict[str, tuple[list[int], Matrix]] = {}
        squares = np.zeros(len(themes))
        for name, numbers in sorted(holders.items()):
            weight = math.log(1 + many / len(numbers)) if len(numbers) > 1 else ALONE
            weights = weight * (1 + np.log([float(themes[number].names[name]) for number in numbers]))
            squares[numbers] += weights * weights
            self._weights[name], self._held[name] = weight, (numbers, weights)
        self._lengths = np.sqrt(np.maximum(squares, 1e-12))
        self._named = np.array([bool(theme.names) for theme in themes], dtype=bool)
        self._meant = np.array([theme.lead is not None for theme in themes], dtype=bool)
        width = next((len(theme.lead) for theme in themes if theme.lead is not None), 0)
        self._leads = np.array([np.zeros(width) if theme.lead is None else theme.lead for theme in themes])

    def likeness(self) -> Matrix:
        """How alike each two reports are: a matrix of numbers up to 1, 1 on the diagonal."""
        alike = np.zeros((len(self.themes), len(self.themes)))
        for numbers, weights in self._held.values():
            if len(numbers) > 1:
                alike[np.ix_(numbers, numbers)] += np.outer(weights, weights)
        alike = np.asarray(alike / np.outer(self._lengths, self._lengths))
        if self._meant.any():
            meaning = np.where(np.outer(self._meant, self._meant), self._leads @ self._leads.T, alike)
            alike = _mixed(alike, meaning, np.outer(self._named, self._named))
        np.fill_diagonal(alike, 1.0)
        return alike

    def towards(self, theme: Theme) -> Matrix:
        """How alike a theme, such as that of a part of a report, is to that of each report."""
        alike, square = np.zeros(len(self.themes)), 0.0
        for name, count in sorted(theme.names.items()):
            own = self._weights.get(name, ALONE) * (1 + math.log(count))
            square += own * own
            if name in self._held:
                numbers, weights = self._held[name]
                alike[numbers] += own * weights
        alike = np.asarray(alike / (self._lengths * math.sqrt(max(square, 1e-12))))
        if theme.lead is None or not self._meant.any():
            return alike
        meaning = np.where(self._meant, self._leads @ theme.lead, alike)
        return _mixed(alike, meaning, self._named & bool(theme.names))


def _mixed(names: Matrix, meaning: Matrix, named: NDArray[np.bool_]) -> Matrix:
    """Names and meaning weighed; meaning alone, less than its worth, where there are no names."""
    return np.where(named, MEANING * meaning + (1 - MEANING) * names, meaning - UNNAMED)
