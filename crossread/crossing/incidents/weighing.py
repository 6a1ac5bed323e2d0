"""Signs weighed into a likelihood, by weights that marked reports taught. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray


class Weights(msgspec.Struct, frozen=True):
    """A logistic regression: what is always added, and what each sign counts."""

    always: float
    signs: dict[str, float]


def likely(found: Mapping[str, NDArray[Any]], weights: Weights) -> NDArray[Any]:
    """The signs weighed: how likely, from 0 to 1, in the shape of each sign."""
    total = sum((weight * found[name] for name, weight in weights.signs.items()), np.float64(weights.always))
    return np.asarray(1 / (1 + np.exp(-np.asarray(total))))
