"""Which tellings are of one deed, learned from reports in which people marked it. Pure.

1. `contents`: signs of each two reports, weighed: how likely are they of one story? What all near them say smooths it.
2. `signs`: signs of each two tellings, weighed: how likely are they of one deed?
3. Tellings that are likely enough, on average over all pairs of a group, are one deed.

It stands beside the merging of incidents (`crossread.crossing.incidents.merging`), which joins the stories at hand as
well, and is measured against it by `benchmarks.coreference`.

The weights (`oneness.yml`) are those of two logistic regressions, made by `training/oneness.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from benchmarks.learned.contents import rarity, report_signs
from benchmarks.learned.files import read
from benchmarks.learned.linkage import groups, smoothed
from benchmarks.learned.pairwise import Matrix
from benchmarks.learned.signs import signs
from crossread.crossing.incidents.tellings import Telling
from crossread.crossing.incidents.weighing import Weights, likely
from crossread.records import Reading


class Oneness(msgspec.Struct, frozen=True):
    """The shape of `oneness.yml`; `least` is how likely tellings of one deed are, on average, at least."""

    reports: Weights
    tellings: Weights
    least: float


@lru_cache(maxsize=1)
def learned() -> Oneness:
    """The weights that are shipped."""
    return read("oneness.yml", Oneness)


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


def one_story(readings: Sequence[Reading], rare: Mapping[str, float], weights: Weights) -> Matrix:
    """How likely (0 to 1) each two reports are of one story."""
    return smoothed(likely(report_signs(readings, rare), weights))
