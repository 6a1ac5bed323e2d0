"""`python -m training.branch FOLDER`: a small network beside network.pt that learns names and status -> branch.pt.

Going on with the whole network moves all that it says, and the rules of the later stages are fitted to what it says of
deeds and trees. So the network stays as it is here: the branch reads its layers and corrects the scores of names, and
which status a deed has; whether a word is a deed, and all else, cannot change.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from crossread.reading.encoder.pieces import Pieces
from training import earlier, labels, rows, soft
from training.batches import IGNORED, Example, Examples, tensors, varied
from training.losses import SOFT
from training.network import READ, Network, Output, packaged

SEED = 28
BATCH = 3072
RATE, WARM_UP = 1.5e-3, 0.05
WIDTH, AROUND = 192, 2
"""Numbers a word, and words on each side that are looked at, twice over."""
NAMES, STATUS = len(labels.bio(labels.NAMES)), len(labels.STRETCHES["deeds"])
SHARES = {
    "ewt": 0.5, "gum": 1.0, "gmb": 0.5, "wikigold": 1.0, "wnut17": 0.6, "btc": 0.6, "meantime": 1.5, "ecbplus": 1.5,
    "re3d": 1.5, "silver": 0.25, "dateline": 0.3, "own": 1.2, "variant": 1.3,
}  # fmt: skip
WEIGHTS = {"names": 0.5, "names as told": 1.5, "status": 0.3, "status as told": 1.0}


class Branch(nn.Module):
    """See the module. Words that are padding, and the frame, are nothing to their neighbours."""

    def __init__(self, size: int = 384) -> None:
        super().__init__()
        self.drop = nn.Dropout(0.2)
        self.narrow = nn.Linear(size * READ, WIDTH)
        self.around = nn.ModuleList(nn.Linear(WIDTH * (2 * AROUND + 1), WIDTH) for _ in range(2))
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in range(3))
        self.out = nn.Linear(WIDTH, NAMES + STATUS)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)

    def forward(self, layers: Tensor, there: Tensor) -> Tensor:
        """layers (B, W, 384 x READ), there (B, W, 1) 1 for words; what is added to names and statuses (B, W, L)."""
        words = self.norms[0](functional.gelu(self.narrow(self.drop(layers)))) * there
        for mix, norm in zip(self.around, self.norms[1:], strict=True):
            count = words.shape[1]
            padded = functional.pad(words, (0, 0, AROUND, AROUND))
            near = torch.cat([padded[:, shift : shift + count] for shift in range(2 * AROUND + 1)], dim=-1)
            words = norm(words + functional.gelu(mix(self.drop(near)))) * there
        corrected: Tensor = self.out(self.drop(words))
        return corrected


class Branched(nn.Module):
    """The network with its branch; gives what the network gives, with names and statuses corrected."""

    def __init__(self, trunk: Network, branch: Branch, heads: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.trunk, self.branch = trunk, branch
        order = [head for head, names in heads.items() for _ in names]
        self.names, self.deeds = order.index("names"), order.index("deeds")

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor, starts: Tensor) -> Output:
        """As `Network.forward`."""
        said = self.trunk(ids, mask, types, starts)
        added = self.branch(said.layers, (starts > 0).unsqueeze(-1).to(said.layers.dtype))
        return said._replace(tags=self.corrected(said.tags, added))

    def corrected(self, tags: Tensor, added: Tensor) -> Tensor:
        """The best beginning of a deed keeps its score: which one it is may change."""
        end, size = self.names + NAMES, 1 + 2 * STATUS
        names = tags[..., self.names : end] + added[..., :NAMES]
        deeds, more = tags[..., self.deeds : self.deeds + size], added[..., NAMES:]
        parts = [deeds[..., :1]]
        begins, insides = (kept(deeds[..., first::2], more) for first in (1, 2))
        for place in range(STATUS):
            parts += [begins[..., place : place + 1], insides[..., place : place + 1]]
        return torch.cat(
            [tags[..., : self.names], names, tags[..., end : self.deeds], *parts, tags[..., self.deeds + size :]],
            dim=-1,
        )


def kept(scores: Tensor, more: Tensor) -> Tensor:
    """`scores` with `more` added, moved so that the best is as good as before."""
    changed = scores + more
    return changed - changed.amax(-1, keepdim=True) + scores.amax(-1, keepdim=True)


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(prog="python -m training.branch", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pieces", type=float, default=5.0, help="millions of word pieces to train on")
    parser.add_argument("--onward", type=float, metavar="RATE", help="go on from branch.pt at this share of the rate")
    parser.add_argument("--seed", type=int, default=SEED, help="another one for another round on the same rows")
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(options.seed)
    cutter = Pieces(Tokenizer.from_file(str(packaged() / "tokenizer.json")))
    described = json.loads((options.folder / "labels.json").read_text())
    trunk = Network(sum(map(len, described["heads"].values())), len(described["relations"]))
    trunk.load_state_dict(torch.load(options.folder / "network.pt"))
    told = earlier.joined(soft.read(options.folder / "soft.pt"), soft.read(options.folder / "earlier.pt"))
    examples = Examples(rows.all_of(options.folder), cutter, described["relations"], told)
    whole = Branched(trunk.eval().requires_grad_(False), Branch(), labels.heads())
    saved = options.folder / "branch.pt"
    if options.onward:
        whole.branch.load_state_dict(torch.load(saved))
    train(whole, examples, told, int(options.pieces * 1e6), saved, options.onward or 1.0, options.seed)


def train(
    whole: Branched, examples: Examples, told: dict[int, Tensor], budget: int, path: Path, share: float, seed: int
) -> None:
    """Train the branch until `budget` pieces were seen, at `share` of the rate."""
    draw, seen, step, begun, sums = random.Random(seed), 0, 0, time.time(), Counter[str]()
    optimizer = torch.optim.AdamW(whole.branch.parameters(), lr=RATE, weight_decay=0.02)
    whole.branch.train()
    while seen < budget:
        for batch in examples.epoch(draw, BATCH, SHARES):
            batch = [varied(example, draw) for example in batch]
            done = seen / budget
            for group in optimizer.param_groups:
                group["lr"] = share * RATE * min(done / WARM_UP + 0.01, max(0.0, (1 - done) / (1 - WARM_UP)))
            found = _losses(whole, batch, examples.pad, told)
            optimizer.zero_grad(set_to_none=True)
            torch.stack([WEIGHTS[part] * loss for part, loss in found.items()]).sum().backward()
            torch.nn.utils.clip_grad_norm_(whole.branch.parameters(), 1.0)
            optimizer.step()
            sums.update({part: float(loss.detach()) for part, loss in found.items()})
            seen += sum(len(example.row.pieces) for example in batch)
            step += 1
            if step % 50 == 0:
                shown = ", ".join(f"{part} {total / 50:.3f}" for part, total in sums.items())
                print(f"{step} {seen / 1e6:.2f}M {time.time() - begun:.0f}s {shown}", file=sys.stderr, flush=True)
                sums.clear()
                torch.save(whole.branch.state_dict(), path)
            if seen >= budget:
                break
        if not seen:
            raise SystemExit("no row is of a set that the branch learns from (`SHARES`): prepare the rows first")
    torch.save(whole.branch.state_dict(), path)


def _losses(whole: Branched, batch: list[Example], pad: int, told: dict[int, Tensor]) -> dict[str, Tensor]:
    inputs, targets = tensors(batch, pad)
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        said = whole.trunk(*inputs)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        added = whole.branch(said.layers, (inputs[3] > 0).unsqueeze(-1))
    tags = whole.corrected(said.tags.float(), added.float())
    names, deeds = tags[..., whole.names : whole.names + NAMES], tags[..., whole.deeds : whole.deeds + 1 + 2 * STATUS]
    begins, found = deeds[..., 1::2], dict[str, Tensor]()
    if "names" in targets.tags and bool((targets.tags["names"] != IGNORED).any()):
        found["names"] = functional.cross_entropy(names.flatten(0, 1), targets.tags["names"].flatten())
    if "deeds" in targets.tags:
        gold = targets.tags["deeds"]
        known = (gold > 0) & (gold % 2 == 1)
        if bool(known.any()):
            found["status"] = functional.cross_entropy(begins[known], (gold[known] - 1) // 2)
    shares = soft.batch(told, batch, inputs[3].shape[1])
    if shares is not None:
        found |= _taught(names, begins, shares)
    return found


def _taught(names: Tensor, begins: Tensor, shares: Tensor) -> dict[str, Tensor]:
    found, order = dict[str, Tensor](), [head for head in labels.heads() if head in SOFT]
    sizes = {head: len(labels.heads()[head]) for head in order}
    wanted = dict(zip(order, shares.split(list(sizes.values()), dim=-1), strict=True))
    known = ~wanted["names"][..., 0].isnan()
    if bool(known.any()):
        found["names as told"] = functional.kl_div(
            names[known].log_softmax(-1), wanted["names"][known], reduction="batchmean"
        )
    of_deed = wanted["deeds"][..., 1::2]
    sure = of_deed.sum(-1) > earlier.CERTAIN  # false where nothing is known
    if bool(sure.any()):
        meant = of_deed[sure] / of_deed[sure].sum(-1, keepdim=True)
        found["status as told"] = functional.kl_div(begins[sure].log_softmax(-1), meant, reduction="batchmean")
    return found


if __name__ == "__main__":
    main()
