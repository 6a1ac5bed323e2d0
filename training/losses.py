"""The sum of the heads' losses, each over the words for which its set says something."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from training import labels
from training.batches import ANY_DEED, IGNORED, Targets
from training.network import Network, Output

WEIGHTS = {
    "names": 1.2,
    "others": 0.7,
    "times": 0.6,
    "speakers": 1.0,
    "contents": 0.5,
    "deeds": 0.6,
    "sayings": 0.4,
    "kinds": 0.6,
    "modes": 0.5,
    "history": 0.3,
    "wordings": 0.4,
    "upos": 0.3,
    "arcs": 0.8,
    "rels": 0.4,
    "embedding": 2.0,
}
"""Unweighted, spans of statements suffered most beside the parser; names and speakers are what the reading leans on."""

SOFT = {
    "names": 1.2,
    "times": 0.3,
    "speakers": 0.5,
    "contents": 0.3,
    "deeds": 1.0,
    "sayings": 0.4,
    "kinds": 1.0,
    "modes": 0.5,
    "history": 0.3,
    "wordings": 0.4,
}
"""The same for what the larger network and the one before think (`training.soft`, `training.earlier`)."""


def losses(
    network: Network, output: Output, targets: Targets, meant: Tensor | None, kept: Tensor | None
) -> dict[str, Tensor]:
    """Loss by head, unweighted. `meant` (N, 384) are the embeddings to come near to, of the rows `kept`."""
    found: dict[str, Tensor] = {}
    start = 0
    for head, names in labels.heads().items():
        if head in targets.tags:
            scores = output.tags[..., start : start + len(names)].float()
            found[head] = deeds(scores, targets.tags[head]) if head == "deeds" else plain(scores, targets.tags[head])
        start += len(names)
    known = targets.heads >= 0
    if bool(known.any()):
        arcs = output.arcs.float().masked_fill(_beyond(targets.heads).unsqueeze(1), -1e4)
        found["arcs"] = functional.cross_entropy(arcs[known], targets.heads[known])
        governor = output.governor.gather(1, targets.heads.clamp(min=0).unsqueeze(-1).expand_as(output.governor))
        scores = network.relations(output.dependent[known], governor[known]).float()
        found["rels"] = functional.cross_entropy(scores, targets.rels[known], ignore_index=IGNORED)
    if meant is not None and kept is not None and len(kept):
        found["embedding"] = 1 - functional.cosine_similarity(output.embedding[kept].float(), meant).mean()
    return {head: loss for head, loss in found.items() if not torch.isnan(loss)}


def taught(tags: Tensor, meant: Tensor) -> dict[str, Tensor]:
    """Loss by head of `SOFT`, unweighted: how far scores are from the shares in `meant` (NaN: nothing is known)."""
    found: dict[str, Tensor] = {}
    place, start = 0, 0
    for head, names in labels.heads().items():
        if head in SOFT:
            wanted = meant[..., place : (place := place + len(names))]
            known = ~wanted[..., 0].isnan()
            if bool(known.any()):
                scores = tags[..., start : start + len(names)][known].float()
                found[head] = functional.kl_div(scores.log_softmax(-1), wanted[known], reduction="batchmean")
        start += len(names)
    return found


def _beyond(heads: Tensor) -> Tensor:
    """Words that are padding: nothing may hang on them."""
    beyond = heads == IGNORED
    beyond[:, 0] = False
    return beyond


def plain(scores: Tensor, wanted: Tensor) -> Tensor:
    """Cross entropy over the words that have a label."""
    return functional.cross_entropy(scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED)


def deeds(scores: Tensor, wanted: Tensor) -> Tensor:
    """Where a set only tells that a word is a deed, any beginning of a deed will do."""
    logs = scores.log_softmax(-1)
    certain, some = wanted >= 0, wanted == ANY_DEED
    loss = -logs[certain].gather(1, wanted[certain].unsqueeze(1)).sum() - logs[some][:, 1::2].logsumexp(-1).sum()
    return loss / (certain.sum() + some.sum()).clamp(min=1)
