"""`python -m training.large_reader DATA FOLDER`: how good the larger network of FOLDER is, on the development parts.

It reads words as the shipped encoder does, so it is measured by the same code.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from crossread.reading.encoder.pieces import Pieces
from training.batches import Example, tensors
from training.large import Large, columns, published
from training.measures import sentences
from training.network import packaged
from training.passages import joined, passages

TOGETHER = 8
"""Passages in a batch."""


class Scores(NamedTuple):
    """What `Reader.read` gives, named as the encoder names it."""

    tags: NDArray[np.float32]  # (N, L) of N words, the heads side by side


class Reader:
    """tutor.pt of a folder."""

    def __init__(self, folder: Path) -> None:
        self.columns = columns()
        self._network = Large(published(folder))
        self._network.load_state_dict(torch.load(folder / "tutor.pt"))
        self._network.eval()
        self._pieces = Pieces(Tokenizer.from_file(str(packaged() / "tokenizer.json")))

    def read(self, words: Sequence[Sequence[str]]) -> Scores:
        """Scores of all words of neighbouring sentences."""
        rows = self._pieces.rows(words)
        examples = (Example(row, {}, None, None, stops=False, number=0) for row in rows)
        return Scores(np.concatenate(list(self._scores(passages(examples)))))

    def _scores(self, found: Iterable[list[Example]]) -> Iterator[NDArray[np.float32]]:
        source = iter(found)
        while batch := list(islice(source, TOGETHER)):
            inputs, _ = tensors([joined(passage) for passage in batch], self._pieces.pad)
            with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
                scores = self._network(*inputs).float().numpy()
            for passage, of_passage in zip(batch, scores, strict=True):
                places = _words(passage)
                yield of_passage[: len(places)][places]


def _words(passage: Sequence[Example]) -> NDArray[np.bool_]:
    """Which places of a passage are words: word 0 of each sentence is not."""
    places: list[bool] = []
    for example in passage:
        places += [False] + [True] * (len(example.row.starts) - 1)
    return np.array(places)


def main() -> None:
    """Print F1 of names by kind and how often the status of a deed is right."""
    parser = argparse.ArgumentParser(prog="python -m training.large_reader", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(2)
    reader = Reader(options.folder)
    for measure in (sentences.names_dev, sentences.status_uds):
        print(measure.__name__, {name: round(100 * value, 1) for name, value in measure(reader, options.data).items()})


if __name__ == "__main__":
    main()
