"""Sentences in a row, as one input: what went before tells the large network what a name is, and nothing is padding."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence

from crossread.reading.encoder import pieces
from training.batches import IGNORED, Example

LONGEST = 128
"""Word pieces in a passage."""


def passages(examples: Iterable[Example], longest: int = LONGEST) -> Iterator[list[Example]]:
    """Neighbours together, up to `longest` pieces; a longer sentence stands alone."""
    found: list[Example] = []
    size = 0
    for example in examples:
        if found and size + len(example.row.pieces) > longest:
            yield found
            found, size = [], 0
        found.append(example)
        size += len(example.row.pieces)
    if found:
        yield found


def joined(examples: Sequence[Example]) -> Example:
    """The passage as one example, each sentence in its own frame; word 0 of each says nothing, as ever."""
    ids, kinds, starts = list[int](), list[int](), list[int]()
    tags: dict[str, list[int]] = {}
    for example in examples:
        row = example.row
        for head in tags.keys() | example.tags.keys():
            said = example.tags.get(head, [IGNORED] * len(row.starts))
            tags[head] = [*tags.get(head, [IGNORED] * len(starts)), *said]
        starts += [len(ids) + start for start in row.starts]
        ids += row.pieces
        kinds += row.kinds
    whole = pieces.Row(examples[0].row.sentence, 0, ids, kinds, starts)
    return Example(whole, tags, None, None, stops=False, number=examples[0].number)


def drawn(examples: Sequence[Example], draw: random.Random) -> list[Example]:
    """Passages that begin elsewhere each time they are drawn."""
    shift = draw.randrange(1, 12)
    return [joined(group) for part in (examples[:shift], examples[shift:]) for group in passages(part)]
