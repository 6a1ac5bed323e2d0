"""How likely pairs of tellings are of one deed, for many pairs at once: signs, and what each weighs. Pure."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from crossread import knowledge
from crossread.crossing.incidents.rows import UNTOLD, Codes, Flags, Rows
from crossread.crossing.incidents.samedeed import FRESH, nearness
from crossread.crossing.incidents.weighing import Weights
from crossread.embeddings import Numbers


@lru_cache(maxsize=1)
def weights() -> Weights:
    """What each sign counts: weights learned from marked reports (`training/secondlook.py`)."""
    return knowledge.load("secondlook.yml", Weights, "en")


def compared(rows: Rows, one: Codes, other: Codes) -> dict[str, Numbers]:
    """Every sign of the pairs `one[n]`, `other[n]` by its name."""
    where = _places(rows, one, other)
    return {
        "told alike": np.einsum("ij,ij->i", rows.said[one], rows.said[other]),
        "in the same words": _words(rows, one, other),
        "in one place": np.maximum(where, 0.0),
        "in other places": _number(where < 0),
        "only one done": _number(rows.done[one] != rows.done[other]),
        "only one told as history": _number(rows.background[one] != rows.background[other]),
        "in one sentence": _number(
            (rows.report[one] == rows.report[other]) & (rows.sentence[one] == rows.sentence[other])
        ),
        **_who(rows, one, other),
        **_when(rows, one, other),
    }


def _number(flags: Flags) -> Numbers:
    return flags.astype(np.float32)


def _common(table: Codes, one: Codes, other: Codes) -> Flags:
    """Whether two rows of codes share one."""
    mine, yours = table[one], table[other]
    found = np.zeros(len(one), dtype=bool)
    for k in range(table.shape[1]):
        found |= (mine == yours[:, k : k + 1]).any(axis=1)
    return found


def _words(rows: Rows, one: Codes, other: Codes) -> Numbers:
    """The weight of the words that two clauses share, of that of the lighter one."""
    mine, yours, weights = rows.words[one], rows.words[other], rows.weights[one]
    common = np.zeros(len(one), dtype=np.float32)
    for k in range(mine.shape[1]):
        common += np.where((mine[:, k : k + 1] == yours).any(axis=1), weights[:, k], 0.0)
    least = np.minimum(weights.sum(axis=1), rows.weights[other].sum(axis=1))
    return np.asarray(np.divide(common, least, out=np.zeros_like(common), where=least > 0))


def _who(rows: Rows, one: Codes, other: Codes) -> dict[str, Numbers]:
    actor, target = _common(rows.actors, one, other), _common(rows.targets, one, other)
    others = (rows.acting[one] & rows.acting[other] & ~actor) | (rows.struck[one] & rows.struck[other] & ~target)
    return {
        "with nobody named": _number(rows.nobody[one]) + _number(rows.nobody[other]),
        "a party in common": _number(_common(rows.parties, one, other)),
        "other parties": _number(others),
    }


def _when(rows: Rows, one: Codes, other: Codes) -> dict[str, Numbers]:
    start, end, latest = rows.start, rows.end, rows.latest
    dated = (start[one] != UNTOLD) & (start[other] != UNTOLD)
    meet = (start[one] <= end[other]) & (start[other] <= end[one])
    slack = rows.slack[one] + rows.slack[other]
    may_meet = (start[one] <= end[other] + slack) & (start[other] <= end[one] + slack)
    late = np.zeros(len(one), dtype=bool)
    for a, b in ((one, other), (other, one)):
        asked = (start[a] != UNTOLD) & (start[b] == UNTOLD) & (latest[b] != UNTOLD) & rows.done[a]
        late |= asked & ((start[a] > latest[b]) | (latest[b] - end[a] > FRESH))
    return {
        "on the same day": _number(dated & meet),
        "on other days": _number(dated & ~may_meet),
        "done when it was not yet told": _number(late),
    }


def _places(rows: Rows, one: Codes, other: Codes) -> Numbers:
    """How near the places of pairs of tellings are (`samedeed.nearness`); 0 where one tells none."""
    pairs = rows.place[one].astype(np.int64) * len(rows.where) + rows.place[other]
    distinct, back = np.unique(pairs, return_inverse=True)
    worth = np.zeros(len(distinct), dtype=np.float32)
    for n, pair in enumerate(distinct.tolist()):
        mine, yours = rows.where[pair // len(rows.where)], rows.where[pair % len(rows.where)]
        if mine and yours:
            worth[n] = max(nearness(p, q) for p in mine for q in yours)
    return worth[back]
