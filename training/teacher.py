"""`python -m training.teacher FOLDER`: embeddings by the published model for rows drawn by lot -> embeddings.pt."""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import torch
from tokenizers import Tokenizer

from crossread.reading.encoder.pieces import Pieces, stack
from training import rows
from training.network import packaged, pretrained

SEED = 21
TAUGHT = 0.2
"""Share of the rows for which the published model is asked: more costs time and changes little."""


def main() -> None:
    """Ask the published model and save its answers as half floats."""
    parser = argparse.ArgumentParser(prog="python -m training.teacher", description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(2)
    draw = random.Random(SEED)
    found = rows.read(options.folder / "rows.jsonl")
    chosen = [i for i, row in enumerate(found) if len(row.words) > 3 and draw.random() < TAUGHT]
    cutter = Pieces(Tokenizer.from_file(str(packaged() / "tokenizer.json")))
    cut = [row for row in cutter.rows([found[i].words for i in chosen]) if row.first == 0]
    cut.sort(key=lambda row: len(row.pieces))
    body = pretrained().eval()
    numbers, embeddings = [], []
    for start in range(0, len(cut), 64):
        batch = stack(cut[start : start + 64], cutter.pad)
        mask = torch.from_numpy(batch.mask)
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
            hidden = body(input_ids=torch.from_numpy(batch.ids), attention_mask=mask).last_hidden_state.float()
        pooled = (hidden * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
        embeddings.append(torch.nn.functional.normalize(pooled, dim=-1).half())
        numbers += [chosen[row.sentence] for row in cut[start : start + 64]]
    torch.save(
        {"numbers": torch.tensor(numbers), "embeddings": torch.cat(embeddings)}, options.folder / "embeddings.pt"
    )


if __name__ == "__main__":
    main()
