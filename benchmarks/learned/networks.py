"""Which tellings are of one deed, by two small networks over more signs than `oneness` weighs. Pure.

1. `signs`, `circumstances`: signs of each two tellings, weighed by the first: how likely are they of one deed?
2. `company`: what the likeness of all pairs says of each, and all signs once more, weighed by the second.
3. Tellings that are likely enough, on average over all pairs of a group, are one deed.

On the topics that ECB+ develops on they beat `oneness`; on the Gun Violence Corpus, another sort of collection, they do
worse. The weights (`networks.npz`) are made by `training/networks.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from benchmarks.learned.circumstances import DAYS, circumstances, side_by_side
from benchmarks.learned.company import company
from benchmarks.learned.contents import rarity
from benchmarks.learned.linkage import groups
from benchmarks.learned.network import network, weighed
from benchmarks.learned.oneness import learned, one_story
from benchmarks.learned.pairwise import Matrix
from benchmarks.learned.signs import signs
from crossread.crossing.incidents.sidebyside import weights
from crossread.crossing.incidents.tellings import Telling
from crossread.crossing.incidents.weighing import Weights
from crossread.records import Reading

LEAST = 0.4
"""How likely tellings of one deed are on average at least: found by leaving out every fifth training topic of ECB+ in
turn, CoNLL F1 79.2 (.35: 78.8, .45: 79.0; `oneness` at its best 78.0), with signs that hang on the number of reports
besides: these were left out afterwards because they mislead among many stories."""


def networked(tellings: Sequence[Telling], readings: Sequence[Reading]) -> list[list[int]]:
    """The tellings of each deed, as indexes in `tellings`; each is of exactly one."""
    if len(tellings) < 2:
        return [[k] for k in range(len(tellings))]
    beside = side_by_side(tellings, readings)
    found = telling_signs(tellings, readings, learned().reports, beside)
    alone = weighed(found, network("alone"), days_say(beside))
    found |= company(alone, [telling.at[0] for telling in tellings])
    return groups(weighed(found, network("together")), LEAST)


def telling_signs(
    tellings: Sequence[Telling], readings: Sequence[Reading], reports: Weights, beside: Mapping[str, Matrix]
) -> dict[str, Matrix]:
    """Every sign of each two tellings; `reports`: what each sign of two reports counts; `beside`: the tool's signs."""
    rare = rarity(readings)
    story = one_story(readings, rare, reports)
    return signs(tellings, readings, story, rare) | circumstances(tellings, readings, story, rare, beside)


def days_say(beside: Mapping[str, Matrix]) -> Matrix:
    """What the days of each two tellings count, as where the tool looks at deeds again: ECB+ hardly teaches it."""
    known = weights().signs
    return np.asarray(sum(known[name] * beside[name] for name in DAYS))
