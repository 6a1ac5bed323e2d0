"""`python -m training.tutor FOLDER`: trains the larger network on the names and deeds of rows.jsonl -> tutor.pt.

UNER's and EWT's development parts are kept out: they tell how good it has become.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from crossread.reading.encoder.pieces import Pieces
from training import labels, rows
from training.batches import Example, Examples, tensors
from training.large import Large, columns, published
from training.losses import deeds, plain
from training.network import packaged
from training.passages import drawn
from training.rows import Row

SEED = 25
TOGETHER = 8
"""Passages in a batch."""
BODY_RATE, HEAD_RATE = 6e-5, 1e-3
WARM_UP = 0.08
SHARES = {"ewt": 1.0, "own": 0.4, "wikigold": 0.7, "gum": 0.25, "gmb": 0.03, "re3d": 0.5}
"""How much of each set is met in an epoch: it is to know UNER's rules, and some news."""
WEIGHTS = {"names": 1.0, "deeds": 0.6, "others": 0.4, "upos": 0.2}


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(prog="python -m training.tutor", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pieces", type=float, default=1.4, help="millions of word pieces to train on")
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(SEED)
    found = [row for row in rows.read(options.folder / "rows.jsonl") if row.source in SHARES and not _of_dev(row)]
    cutter = Pieces(Tokenizer.from_file(str(packaged() / "tokenizer.json")))
    network = Large(published(options.folder))
    train(network, Examples(found, cutter, labels.relations(found)), int(options.pieces * 1e6))
    torch.save(network.state_dict(), options.folder / "tutor.pt")


def _of_dev(row: Row) -> bool:
    """EWT's training part has trees; of its development part names alone are among the rows."""
    return row.source == "ewt" and row.heads is None


def train(network: Large, examples: Examples, budget: int) -> None:
    """Train until `budget` pieces were seen, the rates falling to nothing by then."""
    draw = random.Random(SEED)
    optimizer = _optimizer(network)
    base = [group["lr"] for group in optimizer.param_groups]
    seen, step, begun, total = 0, 0, time.time(), 0.0
    network.train()
    while seen < budget:
        for batch in _epoch(examples, draw):
            done = seen / budget
            for group, full in zip(optimizer.param_groups, base, strict=True):
                group["lr"] = full * min(done / WARM_UP + 0.01, max(0.0, (1 - done) / (1 - WARM_UP)))
            total += _step(network, optimizer, batch, examples.pad)
            seen += sum(len(example.row.pieces) for example in batch)
            step += 1
            if step % 20 == 0:
                print(
                    f"{step} {seen / 1e6:.2f}M {time.time() - begun:.0f}s {total / 20:.3f}", file=sys.stderr, flush=True
                )
                total = 0.0
            if seen >= budget:
                break


def _epoch(examples: Examples, draw: random.Random) -> Iterator[list[Example]]:
    """Batches of passages, of all sets mixed."""
    chosen: list[Example] = []
    for source, share in SHARES.items():
        of_set = [example for example, its in zip(examples.all, examples.sources, strict=True) if its == source]
        made = drawn(of_set, draw)
        chosen += draw.sample(made, round(share * len(made)))
    draw.shuffle(chosen)
    for start in range(0, len(chosen), TOGETHER):
        yield chosen[start : start + TOGETHER]


def _optimizer(network: Large) -> torch.optim.Optimizer:
    body = [weight for weight in network.body.parameters() if weight.requires_grad]
    heads = [*network.kinds.parameters(), *network.tags.parameters()]
    groups = [{"params": body, "lr": BODY_RATE}, {"params": heads, "lr": HEAD_RATE}]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def _step(network: Large, optimizer: torch.optim.Optimizer, batch: list[Example], pad: int) -> float:
    inputs, targets = tensors(batch, pad)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(*inputs).float()
    parts: list[Tensor] = []
    for head, place in columns().items():
        if head in targets.tags:
            loss = (deeds if head == "deeds" else plain)(scores[..., place], targets.tags[head])
            if not torch.isnan(loss):
                parts.append(WEIGHTS[head] * loss)
    whole = torch.stack(parts).sum()
    optimizer.zero_grad(set_to_none=True)
    whole.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    return float(whole.detach())


if __name__ == "__main__":
    main()
