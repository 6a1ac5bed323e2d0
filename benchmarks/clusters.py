"""How well clusters of mentions agree with the key: MUC, B-cubed, CEAF-e, their mean (CoNLL F1), and LEA.

MUC: Vilain et al. 1995; B-cubed: Bagga and Baldwin 1998; CEAF: Luo 2005; LEA: Moosavi and Strube 2016.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

Clusters = Sequence[Collection[Hashable]]


class Score(NamedTuple):
    """Precision, recall and F1, 0 to 1."""

    precision: float
    recall: float
    f: float


def scores(key: Clusters, got: Clusters) -> dict[str, Score]:
    """Every measure of `got` against `key`; each mention stands in one cluster of each at most."""
    found = {
        "MUC": _of(_links, key, got),
        "B3": _of(_mentions, key, got),
        "CEAFe": _ceaf(key, got),
        "LEA": _of(_lea, key, got),
    }
    three = [found[name] for name in ("MUC", "B3", "CEAFe")]
    found["CoNLL"] = Score(*(sum(score[k] for score in three) / 3 for k in range(3)))
    return found


def _of(measure: Callable[[Clusters, Clusters], tuple[float, float]], key: Clusters, got: Clusters) -> Score:
    right, all_got = measure(got, key)
    kept, all_key = measure(key, got)
    return _score(right / all_got if all_got else 0.0, kept / all_key if all_key else 0.0)


def _score(precision: float, recall: float) -> Score:
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def _homes(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _parts(cluster: Collection[Hashable], homes: dict[Hashable, int]) -> Counter[object]:
    """Sizes of the pieces into which the other side cuts a cluster; what it does not hold is a piece each."""
    return Counter(homes.get(mention, ("alone", mention)) for mention in cluster)


def _links(mine: Clusters, other: Clusters) -> tuple[float, float]:
    homes = _homes(other)
    return (
        float(sum(len(cluster) - len(_parts(cluster, homes)) for cluster in mine)),
        float(sum(len(cluster) - 1 for cluster in mine)),
    )


def _mentions(mine: Clusters, other: Clusters) -> tuple[float, float]:
    homes = _homes(other)
    agreed = sum(
        size * size / len(cluster)
        for cluster in mine
        for home, size in _parts(cluster, homes).items()
        if not isinstance(home, tuple)
    )
    return agreed, float(sum(map(len, mine)))


def _lea(mine: Clusters, other: Clusters) -> tuple[float, float]:
    """Each cluster counts as many times as it has mentions; one that is alone links to itself."""
    homes, sizes = _homes(other), [len(cluster) for cluster in other]
    total = 0.0
    for cluster in mine:
        if len(cluster) == 1:
            (only,) = cluster
            total += only in homes and sizes[homes[only]] == 1
            continue
        links = len(cluster) * (len(cluster) - 1) / 2
        kept = sum(size * (size - 1) / 2 for size in _parts(cluster, homes).values())
        total += len(cluster) * kept / links
    return total, float(sum(map(len, mine)))


def _ceaf(key: Clusters, got: Clusters) -> Score:
    if not key or not got:
        return Score(0.0, 0.0, 0.0)
    homes = _homes(got)
    alike = np.zeros((len(key), len(got)))
    for row, cluster in enumerate(key):
        for home, size in _parts(cluster, homes).items():
            if isinstance(home, int):
                alike[row, home] = 2 * size / (len(cluster) + len(got[home]))
    best = alike[linear_sum_assignment(-alike)].sum()
    return _score(float(best) / len(got), float(best) / len(key))
