"""`python -m training.train FOLDER`: rows.jsonl (and silver.jsonl, if there) -> network.pt and labels.json in FOLDER.

The amount of training is given in word pieces, so that a run can be repeated on a slower or faster machine.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor

from crossread.reading.encoder.pieces import Pieces
from training import earlier, labels, rows, soft
from training.batches import Example, Examples, tensors, varied
from training.losses import SOFT, WEIGHTS, losses, taught
from training.network import Network, packaged, pretrained

SEED = 20
BATCH = 1536
"""Word pieces in a batch, padding included."""
BODY_RATE, HEAD_RATE = 2e-4, 1e-3
WARM_UP = 0.06


class Told(NamedTuple):
    """What other networks say of rows, by row number; see `training.teacher` and `training.soft`."""

    embeddings: dict[int, Tensor]
    shares: dict[int, Tensor]


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pieces", type=float, default=4.0, help="millions of word pieces to train on")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument(
        "--onward", type=float, metavar="RATE", help="go on from network.pt at this share of the body's rate"
    )
    parser.add_argument("--seed", type=int, default=SEED, help="another one for another round on the same rows")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    found = rows.all_of(options.folder)
    relations = labels.relations(found)
    cutter = Pieces(Tokenizer.from_file(str(packaged() / "tokenizer.json")))
    told = Told(_teacher(options.folder / "embeddings.pt"), _others(options.folder))
    examples = Examples(found, cutter, relations, told.shares)
    network = Network(sum(map(len, labels.heads().values())), len(relations), pretrained())
    saved = options.folder / "network.pt"
    if options.onward:
        _go_on(network, torch.load(saved), json.loads((options.folder / "labels.json").read_text())["heads"])
    described = {"heads": labels.heads(), "relations": relations}
    (options.folder / "labels.json").write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
    train(network, examples, int(options.pieces * 1e6), told, saved, options.onward or 1.0, options.seed)


def _go_on(network: Network, weights: dict[str, Tensor], heads: dict[str, list[str]]) -> None:
    """Load weights whose tag heads were `heads`; a head that is new begins as it is."""
    for part in ("tags.weight", "tags.bias"):
        fresh, start, old = network.state_dict()[part].clone(), 0, {}
        for head, names in heads.items():
            old[head] = weights[part][start : (start := start + len(names))]
        start = 0
        for head, names in labels.heads().items():
            if head in old:
                fresh[start : start + len(names)] = old[head]
            start += len(names)
        weights[part] = fresh
    network.load_state_dict(weights)


def _teacher(path: Path) -> dict[int, Tensor]:
    """Row number -> embedding by the published model, if `training.teacher` was run."""
    if not path.is_file():
        print("no embeddings.pt: the embedding is not trained", file=sys.stderr)
        return {}
    saved = torch.load(path)
    return dict(zip(saved["numbers"].tolist(), saved["embeddings"].float(), strict=True))


def _others(folder: Path) -> dict[int, Tensor]:
    """What `training.soft` and `training.earlier` found out, if they were run."""
    return earlier.joined(soft.read(folder / "soft.pt"), soft.read(folder / "earlier.pt"))


def train(network: Network, examples: Examples, budget: int, told: Told, path: Path, rate: float, seed: int) -> None:
    """Train until `budget` pieces were seen, the rates falling to nothing by then; `path` is written on the way too."""
    draw = random.Random(seed)
    optimizer = _optimizer(network)
    base = [
        (rate if group["lr"] == BODY_RATE else 1.0) * group["lr"] for group in optimizer.param_groups
    ]  # heads may be new
    seen, step, begun, sums = 0, 0, time.time(), Counter[str]()
    network.train()
    while seen < budget:
        for batch in examples.epoch(draw, BATCH):
            batch = [varied(example, draw) for example in batch]
            done = seen / budget
            for group, full in zip(optimizer.param_groups, base, strict=True):
                group["lr"] = full * min(done / WARM_UP + 0.01, max(0.0, (1 - done) / (1 - WARM_UP)))
            sums.update(_step(network, optimizer, batch, examples.pad, told))
            seen += sum(len(example.row.pieces) for example in batch)
            step += 1
            if step % 50 == 0:
                shown = ", ".join(f"{head} {total / 50:.3f}" for head, total in sums.items())
                print(f"{step} {seen / 1e6:.2f}M {time.time() - begun:.0f}s {shown}", file=sys.stderr, flush=True)
                sums.clear()
            if step % 1000 == 0:
                torch.save(network.state_dict(), path)
            if seen >= budget:
                break
    torch.save(network.state_dict(), path)


def _optimizer(network: Network) -> torch.optim.Optimizer:
    body = {"decay": [], "plain": []}  # type: dict[str, list[Tensor]]
    heads: list[Tensor] = []
    for name, weight in network.named_parameters():
        if name.startswith("body."):
            body["plain" if weight.ndim < 2 else "decay"].append(weight)
        else:
            heads.append(weight)
    return torch.optim.AdamW(
        [
            {"params": body["decay"], "lr": BODY_RATE, "weight_decay": 0.01},
            {"params": body["plain"], "lr": BODY_RATE, "weight_decay": 0.0},
            {"params": heads, "lr": HEAD_RATE, "weight_decay": 0.01},
        ],
        fused=True,  # a third faster on a CPU
    )


def _step(
    network: Network, optimizer: torch.optim.Optimizer, batch: list[Example], pad: int, told: Told
) -> dict[str, float]:
    inputs, targets = tensors(batch, pad)
    kept = [i for i, number in enumerate(targets.numbers) if number in told.embeddings]
    meant = torch.stack([told.embeddings[targets.numbers[i]] for i in kept]) if kept else None
    shares = soft.batch(told.shares, batch, inputs[3].shape[1])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        output = network(*inputs)
        found = losses(network, output, targets, meant, torch.tensor(kept) if kept else None)
        by_larger = taught(output.tags, shares) if shares is not None else {}
        loss = sum(WEIGHTS[head] * value for head, value in found.items())
        loss += sum(SOFT[head] * value for head, value in by_larger.items())
    optimizer.zero_grad(set_to_none=True)
    loss.backward()
    torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
    optimizer.step()
    found |= {f"{head} as told": value for head, value in by_larger.items()}
    return {head: float(value.detach()) for head, value in found.items()}


if __name__ == "__main__":
    main()
