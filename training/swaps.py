"""Sentences whose names are exchanged for others of their kind: what a name is shows in what stands around it.

The network has met every name of the small sets many times and knows them by heart; a sentence of the same shape with
a name from elsewhere teaches it to look at the other words.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from training.rows import Row, stretches, tag

SEED = 23
SOURCES = ("ewt", "wikigold", "own")
"""Sets whose names follow the same rules, and so can stand for one another."""


def rows(found: Sequence[Row]) -> Iterator[Row]:
    """One more sentence for each that holds names; no layer but the names, for the tree would no longer fit."""
    draw = random.Random(SEED)
    named = [row for row in found if row.source in SOURCES and row.names and stretches(row.names)]
    pool: dict[str, list[list[str]]] = defaultdict(list)
    for row in named:
        for first, last, label in stretches(row.names or []):
            pool[label].append(row.words[first : last + 1])
    for row in named:
        words, names, at = list[str](), list[str](), 0
        for first, last, label in stretches(row.names or []):
            other = draw.choice(pool[label])
            words += [*row.words[at:first], *other]
            names += [*(row.names or [])[at:first], *["O"] * len(other)]
            tag(names, len(names) - len(other), len(names) - 1, label)
            at = last + 1
        yield Row("swap", f"{row.id}-swap", words + row.words[at:], names=names + (row.names or [])[at:])
