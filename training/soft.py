"""`python -m training.soft FOLDER`: what the larger network thinks of names and deeds -> soft.pt.

Also in sets that lack names or have others: there it tells the small network most. Of a word that is no verb the status
of a deed is left unsaid, since the larger network learned it of verbs.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training import labels, rows
from training.batches import Example
from training.large_reader import Reader
from training.rows import Row

HEADS = ("names", "deeds")
TOGETHER = 60
"""Neighbouring sentences that are read at a time."""
TAUGHT = {
    "variant": 1.0, "wikigold": 1.0, "gum": 1.0, "re3d": 1.0, "meantime": 1.0, "ecbplus": 1.0, "wnut17": 1.0,
    "btc": 0.5, "gmb": 0.13, "own": 0.8, "ewt": 0.25,
}  # fmt: skip
"""Share of each set for which it is asked; it knows EWT's own answers by heart."""
VERB = labels.UPOS.index("VERB")
VERBAL = 0.5
"""How likely a verb a word is at least for its status to be told."""


def main() -> None:
    """Ask the larger network and save its answers as half floats."""
    parser = argparse.ArgumentParser(prog="python -m training.soft", description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(2)
    numbers, answers, begun = list[int](), list[Tensor](), time.time()
    reader = Reader(options.folder)
    for group in _groups(rows.all_of(options.folder)):
        said = probabilities(reader, [row.words for _, row in group])
        numbers += [number for number, _ in group]
        answers += torch.from_numpy(said).half().split([len(row.words) for _, row in group])
        if len(numbers) % 600 == 0:
            print(f"{len(numbers)} sentences, {time.time() - begun:.0f} s", file=sys.stderr, flush=True)
    lengths = torch.tensor([len(answer) for answer in answers])
    torch.save(
        {"numbers": torch.tensor(numbers), "lengths": lengths, "answers": torch.cat(answers)},
        options.folder / "soft.pt",
    )


def read(path: Path) -> dict[int, Tensor]:
    """Row number -> (words, labels) of the `HEADS` side by side, NaN where nothing is said; {} if no file."""
    if not path.is_file():
        return {}
    saved = torch.load(path)
    parts = saved["answers"].split(saved["lengths"].tolist())
    return dict(zip(saved["numbers"].tolist(), parts, strict=True))


def _groups(found: Sequence[Row]) -> Iterator[list[tuple[int, Row]]]:
    """Neighbours of one set with their numbers; of a set that is asked in part, whole groups from all over it."""
    for source, share in TAUGHT.items():
        its = [(number, row) for number, row in enumerate(found) if row.source == source]
        for count, start in enumerate(range(0, len(its), TOGETHER)):
            if int((count + 1) * share) > int(count * share):
                yield its[start : start + TOGETHER]


def probabilities(reader: Reader, sentences: Sequence[Sequence[str]]) -> NDArray[np.float32]:
    """(words, labels) of the `HEADS`."""
    scores = reader.read(sentences).tags
    shares = {head: _shares(scores[:, place]) for head, place in reader.columns.items()}
    shares["deeds"][shares["upos"][:, VERB] < VERBAL] = np.nan
    return np.concatenate([shares[head] for head in HEADS], axis=1)


def _shares(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: NDArray[np.float32] = raised / raised.sum(1, keepdims=True)
    return shares


def batch(soft: dict[int, Tensor], examples: Sequence[Example], width: int) -> Tensor | None:
    """(B, W, labels) for a batch of `width` words, NaN where nothing is said; None if nothing is said of any row."""
    known = [(place, soft[example.number].float()) for place, example in enumerate(examples) if example.number in soft]
    if not known:
        return None
    whole = torch.full((len(examples), width, known[0][1].shape[1]), torch.nan)
    for place, said in known:
        end = len(examples[place].row.starts)  # a row may have lost its full stop
        whole[place, 1:end] = said[: end - 1]
    return whole


if __name__ == "__main__":
    main()
