"""`python -m training.earlier FOLDER FIRST`: what the network of FIRST thinks of every row -> FOLDER/earlier.pt.

A round that is to learn names and the status of deeds anew forgets what it is not told again: deeds that sets leave
unmarked, their kinds, who speaks. So it is told what the network that it goes on from thought of them.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Collection, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from crossread.reading.encoder.pieces import Pieces
from training import labels, rows, soft
from training.batches import PARTLY, Example, tensors
from training.losses import SOFT
from training.network import Network, packaged

HEADS = ("times", "speakers", "contents", "deeds", "sayings", "kinds", "modes", "history", "wordings")
"""What is to stay as it was. Names are not among them."""
NEWS, OF_NEWS = "gmb", 5
"""The set of which one row in so many is asked about whether or not the larger network was: it is most like news."""
TOGETHER = 48
CERTAIN = 0.5
"""From which likelihood on a word is a deed, so that another network is asked for its status."""
SEEN = 0.1
"""How likely a deed the larger network must hold a word to be, to be asked."""


def main() -> None:
    """Ask the network and save its answers as half floats."""
    parser = argparse.ArgumentParser(prog="python -m training.earlier", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("first", type=Path, help="folder with network.pt and labels.json")
    options = parser.parse_args()
    torch.set_num_threads(2)
    found = rows.all_of(options.folder)
    asked = set(_told(options.folder / "soft.pt"))
    cutter = Pieces(Tokenizer.from_file(str(packaged() / "tokenizer.json")))
    chosen = [
        number
        for number, row in enumerate(found)
        if row.source not in PARTLY or number in asked or (row.source == NEWS and number % OF_NEWS == 0)
    ]
    made = cutter.rows([found[number].words for number in chosen])
    whole = [row for row in made if row.first == 0 and len(row.starts) - 1 == len(found[chosen[row.sentence]].words)]
    whole.sort(key=lambda row: len(row.pieces))
    examples = [Example(row, {}, None, None, stops=False, number=chosen[row.sentence]) for row in whole]
    answers = _answers(options.first, examples, cutter.pad)
    torch.save(
        {
            "numbers": torch.tensor([example.number for example in examples]),
            "lengths": torch.tensor([len(answer) for answer in answers]),
            "answers": torch.cat(answers),
        },
        options.folder / "earlier.pt",
    )


def _told(path: Path) -> Collection[int]:
    found: list[int] = torch.load(path)["numbers"].tolist() if path.is_file() else []
    return found


def _answers(folder: Path, examples: Sequence[Example], pad: int) -> list[Tensor]:
    described = json.loads((folder / "labels.json").read_text())
    network = Network(sum(map(len, described["heads"].values())), len(described["relations"]))
    network.load_state_dict(torch.load(folder / "network.pt"))
    network.eval()
    places, start = dict[str, slice](), 0
    for head, names in described["heads"].items():
        places[head] = slice(start, start := start + len(names))
    answers, begun = list[Tensor](), time.time()
    for first in range(0, len(examples), TOGETHER):
        batch = examples[first : first + TOGETHER]
        inputs, _ = tensors(batch, pad)
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            tags = network(*inputs).tags.float()
        shares = torch.cat([tags[..., places[head]].softmax(-1) for head in HEADS], dim=-1).half()
        answers += [of_row[1 : len(example.row.starts)].clone() for example, of_row in zip(batch, shares, strict=True)]
        if first % (100 * TOGETHER) == 0:
            print(f"{first} sentences, {time.time() - begun:.0f} s", file=sys.stderr, flush=True)
    return answers


def joined(larger: dict[int, Tensor], before: dict[int, Tensor]) -> dict[int, Tensor]:
    """Row number -> (words, labels) of the heads of `SOFT` side by side, NaN where nothing is said.

    `larger` as `training.soft` saves it, `before` as `main` does. Names are as the larger network has them, deeds as
    the one before; but where that is certain of a deed, its status is as the larger one has it.
    """
    return {number: _joined(larger.get(number), before.get(number)) for number in sorted({*larger, *before})}


def _joined(larger: Tensor | None, before: Tensor | None) -> Tensor:
    said = dict[str, Tensor]()
    if larger is not None:
        said |= _parted(larger, soft.HEADS)
    if before is not None:
        kept = _parted(before, HEADS)
        said |= kept | {"deeds": _status(kept["deeds"].float(), said.get("deeds")).half()}
    words, silent = len(next(iter(said.values()))), {head: len(names) for head, names in labels.heads().items()}
    order = [head for head in labels.heads() if head in SOFT]
    return torch.cat(
        [said[head] if head in said else torch.full((words, silent[head]), torch.nan).half() for head in order], dim=-1
    )


def _parted(said: Tensor, heads: Sequence[str]) -> dict[str, Tensor]:
    sizes = [len(labels.heads()[head]) for head in heads]
    return dict(zip(heads, said.split(sizes, dim=-1), strict=True))


def _status(before: Tensor, larger: Tensor | None) -> Tensor:
    """How likely each beginning of a deed is (1, 3, ...), parted anew where the larger network was asked."""
    if larger is None:
        return before
    deed, other = before[:, 1::2].sum(1), larger.float()[:, 1::2]
    sure = (deed > CERTAIN) & (other.sum(1) > SEEN)
    parted = before.clone()
    parted[sure, 1::2] = (deed.unsqueeze(1) * other / other.sum(1, keepdim=True))[sure]
    return parted


if __name__ == "__main__":
    main()
