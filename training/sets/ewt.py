"""UD English-EWT with the names of UniversalNER and the factuality of UDS (CC BY-SA 4.0 all three)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from training.rows import UNSAID, Row, listed
from training.sets import trees

HAPPENED, FAILED = 0.5, -0.5
"""UDS's mean judgements run from -3 to 3 and lie, but for a few, beyond one of these two."""
STATES = listed(
    "be have know want need think like love believe hope seem mean understand wish own feel remember matter "
    "belong deserve contain consist prefer hate depend look sound cost accord include regard go let concern base"
)
NEGATIONS = listed("not n't n’t never no without nothing nobody")


def rows(folder: Path, part: str = "train") -> Iterator[Row]:
    """Rows of one part: "train", "dev" or "test".

    UDS is joined by its own list of sentence ids: its indexes of dev and test differ from today's.
    """
    path = folder / "ewt_train.conllu" if part == "train" else folder / "uner_ewt" / f"ewt_{part}.conllu"
    names = dict(_names(folder / "uner_ewt" / f"{part}.iob2"))
    facts = _facts(folder / "uds")
    for tree in trees.read(path):
        row = Row("ewt", tree.id, tree.words, upos=tree.upos, heads=tree.heads, rels=tree.rels)
        if len(names.get(tree.id, ())) == len(tree.words):
            row.names = names[tree.id]
        if tree.id in facts:
            row.deeds = _deeds(tree, facts[tree.id])
        yield row


def more_names(folder: Path) -> Iterator[Row]:
    """The names of the development part, and nothing else of it: trees and status are measured there."""
    for row in rows(folder, "dev"):
        yield Row("ewt", row.id, row.words, names=row.names)


def _names(path: Path) -> Iterator[tuple[str, list[str]]]:
    name, labels = "", []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# sent_id = "):
            name = line[12:]
        elif line and not line.startswith("#"):
            label = line.split("\t")[2]
            labels.append(label if label[2:] in ("PER", "ORG", "LOC") else "O")  # nationalities and the like are O
        elif not line and labels:
            yield name, labels
            labels = []


def _facts(folder: Path) -> dict[str, dict[int, float]]:
    """Of each sentence: word index -> judgement. Joined by UDS's own list of ids."""
    if not folder.is_dir():
        return {}
    ids = json.loads((folder / "ud_ids.json").read_text())
    data = json.loads((folder / "factuality.json").read_text())["data"]
    return {
        ids[key]["sentence_id"]: {
            int(node.rsplit("-", 1)[1]) - 1: value["factuality"]["factual"]["value"] for node, value in nodes.items()
        }
        for key, nodes in data.items()
        if key in ids
    }


def _deeds(tree: trees.Tree, judged: dict[int, float]) -> list[str]:
    """Only verbs that tell a deed get a status; nouns and states say nothing, since UDS judged all alike."""
    labels = [UNSAID if pos in ("VERB", "NOUN", "PROPN", "ADJ") else "O" for pos in tree.upos]
    for index, value in judged.items():
        if index >= len(labels) or tree.upos[index] != "VERB":
            continue
        if tree.rels[index] in ("case", "mark", "fixed"):
            labels[index] = "O"  # "according to", "including"
        elif tree.lemmas[index] in STATES:
            continue
        elif value > HAPPENED:
            labels[index] = "B-HAPPENED"
        elif value < FAILED:
            labels[index] = "B-NOT" if _negated(tree, index) else "B-POSSIBLE"
    return labels


def _negated(tree: trees.Tree, index: int) -> bool:
    return any(head == index and word.lower() in NEGATIONS for word, head in zip(tree.words, tree.heads, strict=True))
