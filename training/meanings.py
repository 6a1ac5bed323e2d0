"""`python -m training.meanings DATA FILE`: what common words mean -> `benchmarks/learned/meanings.tsv`.

The words are the base forms of nouns, verbs, adjectives and adverbs in the news of the Groningen Meaning Bank and in
UD English-EWT, and those of `deeds.yml`; what a word means is the encoder's embedding of it alone, in its first main
directions.
"""

from __future__ import annotations

import argparse
import base64
import csv
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from crossread.embeddings import table
from crossread.reading.encoder.lemmas import lemma
from crossread.reading.encoder.model import Encoder
from crossread.reading.events.words import lexicon

OFTEN = 3
"""Times that a word must stand in the sets to be listed."""
DIRECTIONS = 96
"""Main directions that are kept of 384. With 64 the deeds of ECB+ are found a little worse, with all no better."""
POS = {"NN": "NOUN", "VB": "VERB", "JJ": "ADJ", "RB": "ADV"}
POINTING = ("it", "this", "that", "these", "those", "which", "before", "about")
"""Words that name no deed and still stand for one."""
HEADING = """\
# What common words mean, as numbers: of two words, the more alike the nearer. Made by `python -m training.meanings`:
# the encoder's embeddings of single words in {directions} main directions, a signed byte each (base64). The words are
# base forms from the news of the Groningen Meaning Bank (ODbL), UD English-EWT (CC BY-SA 4.0) and deeds.yml. Nothing
# here is edited by hand.
"""


def main() -> None:
    """Embed, turn, write."""
    parser = argparse.ArgumentParser(prog="python -m training.meanings", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    words = listed(options.data)
    small = turned(embedded(words))
    scale = 127 / np.abs(small).max()
    rows = np.round(small * scale).astype(np.int8)
    lines = [f"{word}\t{base64.b64encode(row.tobytes()).decode()}" for word, row in zip(words, rows, strict=True)]
    options.file.write_text(HEADING.format(directions=DIRECTIONS) + "\n".join(lines) + "\n", encoding="utf-8")


def listed(data: Path) -> list[str]:
    """The words, in the order of the alphabet."""
    counts: Counter[str] = Counter()
    with (data / "gmb_voa_ner.csv").open(encoding="utf-8", errors="replace") as file:
        for row in csv.DictReader(file):
            pos = POS.get((row["POS"] or "")[:2])
            if pos and row["POS"] not in ("NNP", "NNPS"):
                counts[lemma((row["Word"] or "").lower(), pos)] += 1
    for line in (data / "ewt_train.conllu").read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if len(cells) > 3 and cells[3] in POS.values():
            counts[lemma(cells[1].lower(), cells[3])] += 1
    words = {word for word, count in counts.items() if count >= OFTEN and len(word) > 1}
    known = lexicon()
    words = {word for word in {*words, *known.verbs, *known.nouns, *POINTING} if word.isascii() and word.isalpha()}
    return sorted(words)


def embedded(words: list[str]) -> NDArray[np.float32]:
    """The encoder's embedding of each word alone."""
    encoder = Encoder()
    return table([encoder.analyse("word", word).sentences[0].embedding for word in words])


def turned(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """The vectors in their main directions, those that tell most first; not centred, so that cosines stay."""
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    return np.asarray(vectors @ directions[:DIRECTIONS].T)


if __name__ == "__main__":
    main()
