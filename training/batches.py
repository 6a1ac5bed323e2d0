"""Rows -> padded batches of tensors with their targets; the mixture of sets; how writing is varied."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from crossread.reading.encoder import pieces
from training import labels
from training.rows import SOME_DEED, Row

IGNORED = -100
ANY_DEED = -2
SHARES = {
    "ewt": 1.4, "gum": 1.0, "gmb": 0.11, "wikigold": 1.0, "wnut17": 0.5, "btc": 0.35, "meantime": 4.0, "ecbplus": 2.0,
    "re3d": 2.0, "silver": 0.5, "dateline": 0.6, "own": 3.0,
    "variant": 1.0,
}  # fmt: skip
"""How often a row of each set is met in an epoch: small news sets up, large noisy ones down."""
PARTLY = ("gmb", "btc", "wnut17")
"""Large sets of which the larger network is asked about a part (`training.soft`): then that part is met once."""
UNKNOWN_SHARE, HEADLINE_SHARE, OPEN_END_SHARE = 0.08, 0.07, 0.08
"""Rows whose writing is hidden, shown as Title Case, or whose closing full stop is cut off: headlines, wire copy."""


class Example(NamedTuple):
    """A row made ready: its pieces and, per head, the number of each word's label."""

    row: pieces.Row
    tags: dict[str, list[int]]
    heads: list[int] | None  # counted with word 0 as the root
    rels: list[int] | None
    stops: bool  # the last word is a full stop on which nothing hangs
    number: int  # of the row


class Targets(NamedTuple):
    """What a batch should give; (B, W) with word 0 and padding ignored."""

    tags: dict[str, Tensor]
    heads: Tensor
    rels: Tensor
    numbers: list[int]


class Examples:
    """All rows as examples."""

    def __init__(
        self, rows: Sequence[Row], cutter: pieces.Pieces, relations: Sequence[str], asked: Collection[int] = ()
    ) -> None:
        """`asked`: the rows of which the larger network said something."""
        self.pad = cutter.pad
        self._asked = asked
        self._numbers = {head: {label: i for i, label in enumerate(names)} for head, names in labels.heads().items()}
        self._numbers["deeds"][SOME_DEED] = ANY_DEED
        self._relations = {rel: i for i, rel in enumerate(relations)}
        cut = cutter.rows([row.words for row in rows])
        whole = [made for made in cut if made.first == 0 and len(made.starts) - 1 == len(rows[made.sentence].words)]
        self.all = [self._example(rows[made.sentence], made) for made in whole]
        self.sources = [rows[made.sentence].source for made in whole]

    def _example(self, row: Row, made: pieces.Row) -> Example:
        tags = {
            head: [IGNORED, *(table.get(label, IGNORED) for label in getattr(row, head))]
            for head, table in self._numbers.items()
            if getattr(row, head) is not None
        }
        heads = rels = None
        if row.heads is not None and row.rels is not None:
            heads = [IGNORED, *(head + 1 for head in row.heads)]
            rels = [IGNORED, *(self._relation(rel) for rel in row.rels)]
        last = len(row.words) - 1
        stops = row.words[-1] == "." and len(row.words) > 3 and (row.heads is None or last not in row.heads)
        return Example(made, tags, heads, rels, stops, made.sentence)

    def _relation(self, rel: str) -> int:
        return self._relations.get(rel, self._relations.get(rel.split(":")[0], IGNORED))

    def _share(self, example: Example, source: str, shares: Mapping[str, float]) -> float:
        if self._asked and source in PARTLY:
            return float(example.number in self._asked)
        return shares[source]

    def epoch(
        self, draw: random.Random, budget: int, shares: Mapping[str, float] = MappingProxyType(SHARES)
    ) -> Iterator[list[Example]]:
        """Batches of up to `budget` pieces, of like lengths, in random order; sets mixed by `shares`."""
        chosen = []
        for example, source in zip(self.all, self.sources, strict=True):
            share = self._share(example, source, shares)
            chosen.extend([example] * (int(share) + (draw.random() < share % 1)))
        chosen.sort(key=lambda example: len(example.row.pieces) + draw.random() * 6)
        batches: list[list[Example]] = [[]]
        for example in chosen:
            if (len(batches[-1]) + 1) * (len(example.row.pieces) + 3) > budget and batches[-1]:
                batches.append([])
            batches[-1].append(example)
        draw.shuffle(batches)
        yield from batches


def varied(example: Example, draw: random.Random) -> Example:
    """The example with its writing hidden or capitalised, or its full stop cut off, by the lot."""
    kind = draw.random()
    row = example.row
    if kind < UNKNOWN_SHARE:
        hidden = {
            pieces.LOWER: pieces.UNKNOWN,
            pieces.UPPER: pieces.UNKNOWN,
            pieces.TITLE: pieces.UNKNOWN,
            pieces.MIXED: pieces.UNKNOWN,
        }
        row = row._replace(kinds=[hidden.get(k, k) for k in row.kinds])
    elif kind < UNKNOWN_SHARE + HEADLINE_SHARE:
        row = row._replace(kinds=[pieces.HEADLINE if k in (pieces.LOWER, pieces.TITLE) else k for k in row.kinds])
    example = example._replace(row=row)
    if example.stops and draw.random() < OPEN_END_SHARE:
        example = _without_stop(example)
    return example


def _without_stop(example: Example) -> Example:
    row = example.row
    row = row._replace(pieces=[*row.pieces[:-2], row.pieces[-1]], kinds=row.kinds[:-1], starts=row.starts[:-1])
    tags = {head: values[:-1] for head, values in example.tags.items()}
    heads = example.heads[:-1] if example.heads is not None else None
    return example._replace(
        row=row, tags=tags, heads=heads, rels=example.rels[:-1] if example.rels is not None else None
    )


def tensors(examples: Sequence[Example], pad: int) -> tuple[tuple[Tensor, Tensor, Tensor, Tensor], Targets]:
    """A batch's inputs (ids, mask, types, starts) and targets."""
    batch = pieces.stack([example.row for example in examples], pad)
    shape = batch.starts.shape
    tags = {
        head: torch.from_numpy(_filled(shape, [example.tags.get(head) for example in examples]))
        for head in labels.heads()
        if any(head in example.tags for example in examples)
    }
    heads = torch.from_numpy(_filled(shape, [example.heads for example in examples]))
    rels = torch.from_numpy(_filled(shape, [example.rels for example in examples]))
    inputs = tuple(torch.from_numpy(part) for part in (batch.ids, batch.mask, batch.types, batch.starts))
    return inputs, Targets(tags, heads, rels, [example.number for example in examples])


def _filled(shape: tuple[int, ...], values: Sequence[list[int] | None]) -> NDArray[Any]:
    table = np.full(shape, IGNORED, np.int64)
    for index, row in enumerate(values):
        if row is not None:
            table[index, : len(row)] = row
    return table
