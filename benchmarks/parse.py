"""Trees against a file in CoNLL-U, its words given: UAS, LAS and parts of speech over all words, punctuation counted.

    python -m benchmarks.parse FILE.conllu

LAS compares whole relations, subtypes included ("nsubj:pass").
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from benchmarks.command import command, there
from crossread.reading.encoder.model import Encoder
from training.sets import trees

TOGETHER = 20
"""Sentences that are read as if they were one report."""


def scores(encoder: Encoder, sentences: list[trees.Tree]) -> dict[str, float]:
    """Shares of words with the right head; with the right head and relation; with the right part of speech."""
    relations, parts = np.array(encoder.labels.relations), np.array(encoder.labels.heads["upos"])
    words = heads = both = upos = 0
    for start in range(0, len(sentences), TOGETHER):
        group = sentences[start : start + TOGETHER]
        said = encoder.read([tree.words for tree in group])
        right = said.heads == np.array([head for tree in group for head in tree.heads])
        words += len(right)
        heads += int(right.sum())
        both += int((right & (relations[said.relations] == [rel for tree in group for rel in tree.rels])).sum())
        told = parts[said.tags[:, encoder.columns["upos"]].argmax(1)]
        upos += int((told == [part for tree in group for part in tree.upos]).sum())
    return {"UAS": heads / words, "LAS": both / words, "UPOS": upos / words}


def main() -> None:
    """Print the three shares."""
    parser = command("parse", __doc__)
    parser.add_argument("file", type=Path, help="trees in CoNLL-U")
    options = parser.parse_args()
    if not there(options.file):
        return
    sentences = list(trees.read(options.file))
    print(f"{len(sentences)} sentences, {sum(len(tree.words) for tree in sentences)} words")
    for name, share in scores(Encoder(embed=False), sentences).items():
        print(f"{name:5}{100 * share:6.1f}")


if __name__ == "__main__":
    main()
