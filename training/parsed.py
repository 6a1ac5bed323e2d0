"""`python -m training.parsed FOLDER MODEL`: trees for our own reports and silver rows, by an earlier model, in place.

Rows without trees leave the parser alone while they move the body beneath it, and sentences of news ("..., X said") are
where the treebanks have least: training on such rows without trees cost the parser its hold on news.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from crossread.reading.encoder.model import Encoder
from training import rows
from training.rows import Row

SOURCES = ("own", "silver")
TOGETHER = 20


def main() -> None:
    """Parse the rows that have no trees."""
    parser = argparse.ArgumentParser(prog="python -m training.parsed", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("model", type=Path)
    options = parser.parse_args()
    encoder = Encoder(options.model)
    for name in ("rows", "silver"):
        path = options.folder / f"{name}.jsonl"
        if path.is_file():
            rows.write(path, parsed(encoder, rows.read(path)))


def parsed(encoder: Encoder, found: Sequence[Row]) -> Iterator[Row]:
    """The rows in their order, those of `SOURCES` with the trees and parts of speech that the model gives."""
    trees = parse(encoder, [row for row in found if row.source in SOURCES and row.heads is None])
    for row in found:
        if row.source in SOURCES and row.heads is None:
            row.upos, row.heads, row.rels = next(trees)
        yield row


def parse(encoder: Encoder, found: Sequence[Row]) -> Iterator[tuple[list[str], list[int], list[str]]]:
    """For each row its parts of speech, heads (-1 for the root) and relations."""
    upos, relations = encoder.labels.heads["upos"], encoder.labels.relations
    for start in range(0, len(found), TOGETHER):
        group = found[start : start + TOGETHER]
        said = encoder.read([row.words for row in group])
        parts, place = said.tags[:, encoder.columns["upos"]].argmax(1).tolist(), 0
        for row in group:
            here = slice(place, place := place + len(row.words))
            rels = [relations[number] for number in said.relations[here].tolist()]
            yield [upos[number] for number in parts[here]], said.heads[here].tolist(), rels


if __name__ == "__main__":
    main()
