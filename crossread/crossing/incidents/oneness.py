"""Which tellings are of one deed, learned from reports in which people marked it. Pure.

1. `contents`: signs of each two reports, weighed: how likely are they of one story? What all near them say smooths it.
2. `signs`: signs of each two tellings, weighed: how likely are they of one deed?
3. Tellings that are likely enough, on average over all pairs of a group, are one deed.

The weights (`knowledge/en/oneness.yml`) are those of two logistic regressions, made by `training/oneness.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec
import numpy as np

from crossread import knowledge
from crossread.crossing.incidents.contents import rarity, report_signs
from crossread.crossing.incidents.linkage import groups, smoothed
from crossread.crossing.incidents.pairwise import Matrix
from crossread.crossing.incidents.signs import signs
from crossread.crossing.incidents.tellings import Telling
from crossread.records import Reading, Report

Pair = tuple[str, str]

FORGETTING = 0.25
"""Points (logits) lost with each doubling of the days between two reports: of 200 reports of shootings, pairs that are
likely by .6 or more are of one with F .803, without it at best .786; of other stories nothing is lost."""
UNLIKELY = 0.3
"""How likely two reports must be of one story to be compared for that alone."""


class Weights(msgspec.Struct, frozen=True):
    """A logistic regression: what is always added, and what each sign counts."""

    always: float
    signs: dict[str, float]


class Oneness(msgspec.Struct, frozen=True):
    """The shape of `oneness.yml`; `least` is how likely tellings of one deed are, on average, at least."""

    reports: Weights
    tellings: Weights
    least: float


@lru_cache(maxsize=1)
def learned() -> Oneness:
    """The weights that are shipped."""
    return knowledge.load("oneness.yml", Oneness, "en")


def deeds(tellings: Sequence[Telling], readings: Sequence[Reading]) -> list[list[int]]:
    """The tellings of each deed, as indexes in `tellings`; each is of exactly one."""
    if not tellings:
        return []
    return groups(oneness(tellings, readings), learned().least)


def oneness(tellings: Sequence[Telling], readings: Sequence[Reading]) -> Matrix:
    """How likely (0 to 1) each two tellings are of one deed."""
    rare = rarity(readings)
    story = one_story(readings, rare, learned().reports)
    return likely(signs(tellings, readings, story, rare), learned().tellings)


def story_of(reports: Sequence[Report], readings: Sequence[Reading]) -> dict[Pair, float]:
    """How likely two reports are of one story, by their ids in order; unlikely pairs are left out.

    Days between their publication count against it: of shootings one is much like another, but for names and days.
    """
    if len(readings) < 2:
        return {}
    days = np.array([r.published.start.toordinal() if r.published else np.nan for r in reports])
    apart = np.nan_to_num(np.abs(days[:, None] - days[None, :]))
    rare = rarity(readings)
    weighed = points(report_signs(readings, rare), learned().reports) - FORGETTING * np.log2(1 + apart)
    story = smoothed(_probability(weighed))
    first, second = np.nonzero(np.triu(story >= UNLIKELY, 1))
    ids = [reading.report for reading in readings]
    pairs = zip(first.tolist(), second.tolist(), strict=True)
    return {(min(ids[i], ids[k]), max(ids[i], ids[k])): float(story[i, k]) for i, k in pairs}


def one_story(readings: Sequence[Reading], rare: Mapping[str, float], weights: Weights) -> Matrix:
    """How likely (0 to 1) each two reports are of one story."""
    return smoothed(likely(report_signs(readings, rare), weights))


def likely(found: Mapping[str, Matrix], weights: Weights) -> Matrix:
    """The signs weighed: probabilities."""
    return _probability(points(found, weights))


def points(found: Mapping[str, Matrix], weights: Weights) -> Matrix:
    """The signs weighed and added up."""
    total = sum((weight * found[name] for name, weight in weights.signs.items()), np.float64(weights.always))
    return np.asarray(total)


def _probability(weighed: Matrix) -> Matrix:
    return np.asarray(1 / (1 + np.exp(-weighed)))
