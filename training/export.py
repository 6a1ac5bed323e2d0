"""`python -m training.export FOLDER MODEL`: network.pt -> the model in MODEL (int8), and in FOLDER/fp32 to compare.

Where `training.branch` left a branch.pt, it goes into the same file. Only the matrix products of MiniLM itself and of
the branch are quantised: dynamic, signed, per channel. Unsigned is half as fast, per tensor costs one to four points,
and the heads are too small to gain anything (as half floats they save a megabyte, and dossiers change a little). Word
pieces of other scripts than the Latin one, of which the pretrained model has single characters and hardly a word, are
all read as the unknown piece.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor

from crossread.reading.encoder.pieces import LONGEST_ROW
from training.branch import Branch, Branched
from training.labels import AUXILIARY
from training.network import Network, Output, packaged

UNKNOWN = 100
"""The unknown piece in the pretrained model's list."""
LATIN = ("LATIN", "MODIFIER", "FEMININE", "MASCULINE")
"""How the names of letters begin that Latin script has; the last two are the small ones of "1ª" and "1º"."""
OUTPUTS = ("tags", "arcs", "dependent", "governor", "embedding")


def main() -> None:
    """Export, quantise and put the files of the model together."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__)
    parser.add_argument("folder", type=Path, help="where training left network.pt and labels.json")
    parser.add_argument("model", type=Path, help="folder for the finished model")
    options = parser.parse_args()
    labels = json.loads((options.folder / "labels.json").read_text())
    network = Network(sum(map(len, labels["heads"].values())), len(labels["relations"]))
    network.load_state_dict(torch.load(options.folder / "network.pt"))
    network.eval()
    labels["heads"] = _shipped(network, labels["heads"])
    plain = options.folder / "fp32"
    for folder in (plain, options.model):
        folder.mkdir(parents=True, exist_ok=True)
        _beside(folder, network, labels)
    _cut_places(network)
    _onnx(network, _branched(network, options.folder / "branch.pt", labels["heads"]), plain / "encoder.onnx")
    _quantise(plain / "encoder.onnx", options.model / "encoder.onnx")


def _shipped(network: Network, heads: dict[str, list[str]]) -> dict[str, list[str]]:
    """Cuts the heads that only helped to train out of the network; gives those that stay."""
    owners = [head for head, names in heads.items() for _ in names]
    kept = [place for place, head in enumerate(owners) if head not in AUXILIARY]
    tags = torch.nn.Linear(network.tags.in_features, len(kept))
    tags.weight.data, tags.bias.data = network.tags.weight.data[kept], network.tags.bias.data[kept]
    network.tags = tags
    return {head: names for head, names in heads.items() if head not in AUXILIARY}


def _cut_places(network: Network) -> None:
    """Forget the places in a row that no row reaches."""
    embeddings = network.body.embeddings
    embeddings.position_embeddings = torch.nn.Embedding.from_pretrained(
        embeddings.position_embeddings.weight.data[:LONGEST_ROW]
    )


class Shipped(torch.nn.Module):
    """A network without the layers that only its branch reads."""

    def __init__(self, network: torch.nn.Module) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor, starts: Tensor) -> tuple[Tensor, ...]:
        """The values of `OUTPUTS`."""
        said: Output = self.network(ids, mask, types, starts)
        return said.tags, said.arcs, said.dependent, said.governor, said.embedding


def _branched(network: Network, path: Path, heads: dict[str, list[str]]) -> Shipped:
    if not path.is_file():
        return Shipped(network).eval()
    branch = Branch()
    branch.load_state_dict(torch.load(path))
    return Shipped(Branched(network, branch, heads)).eval()


def _onnx(network: Network, shipped: Shipped, path: Path) -> None:
    network.body.set_attn_implementation("eager")  # the exporter knows its operations; the results are the same
    ids = torch.randint(1000, 2000, (2, 9))
    mask, types, starts = torch.ones_like(ids), torch.zeros_like(ids), torch.tensor([[0, 1, 3], [0, 2, 4]])
    sizes = {name: {0: "rows", 1: "pieces"} for name in ("ids", "mask", "types")}
    sizes |= {"starts": {0: "rows", 1: "words"}, "arcs": {0: "rows", 1: "words", 2: "words"}, "embedding": {0: "rows"}}
    sizes |= {name: {0: "rows", 1: "words"} for name in ("tags", "dependent", "governor")}
    torch.onnx.export(
        shipped, (ids, mask, types, starts), str(path), input_names=["ids", "mask", "types", "starts"],
        output_names=list(OUTPUTS), dynamic_axes=sizes, opset_version=17, dynamo=False,
    )  # fmt: skip


def _quantise(plain: Path, small: Path) -> None:
    parts = ("/body/", "/branch/")
    nodes = [
        node.name
        for node in onnx.load(plain).graph.node
        if node.op_type == "MatMul" and any(part in node.name for part in parts)
    ]
    quantize_dynamic(
        plain, small, weight_type=QuantType.QInt8, per_channel=True, nodes_to_quantize=nodes,
        extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
    )  # fmt: skip
    model = onnx.load(small)
    _shrink_words(model.graph, latin_pieces())
    onnx.save(model, small)


def latin_pieces() -> NDArray[np.bool_]:
    """Which word pieces have no letter of another script and are no spare places of the pretrained model."""
    published = json.loads((packaged() / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = published["model"]["vocab"]
    kept = np.zeros(len(vocabulary), np.bool_)
    for piece, number in vocabulary.items():
        kept[number] = not piece.startswith("[unused") and all(_latin(character) for character in piece)
    return kept


def _latin(character: str) -> bool:
    return not character.isalpha() or unicodedata.name(character, "").startswith(LATIN)


def _shrink_words(graph: onnx.GraphProto, kept: NDArray[np.bool_]) -> None:
    """The table of word pieces, half of the model, as bytes with a scale for each row: a quarter of the size.

    A piece that is not kept has the row of the unknown piece.
    """
    name = next(weight.name for weight in graph.initializer if "word_embeddings" in weight.name)
    weight = next(weight for weight in graph.initializer if weight.name == name)
    node = next(node for node in graph.node if node.op_type == "Gather" and node.input[0] == name)
    unknown = int(kept[:UNKNOWN].sum())
    rows = np.where(kept, np.cumsum(kept) - 1, unknown).astype(np.int16)
    table = numpy_helper.to_array(weight)[kept]
    scales = np.maximum(np.abs(table).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
    small = np.round(table / scales).astype(np.int8)
    ids, result = node.input[1], node.output[0]
    place = list(graph.node).index(node)
    graph.node.remove(node)
    graph.initializer.remove(weight)
    tables = {"word_rows": rows, "words": small, "word_scales": scales}
    graph.initializer.extend([numpy_helper.from_array(values, name) for name, values in tables.items()])
    steps = [
        onnx.helper.make_node("Gather", ["word_rows", ids], ["words_short"]),
        onnx.helper.make_node("Cast", ["words_short"], ["words_row"], to=onnx.TensorProto.INT32),
        onnx.helper.make_node("Gather", ["words", "words_row"], ["words_bytes"]),
        onnx.helper.make_node("Cast", ["words_bytes"], ["words_plain"], to=onnx.TensorProto.FLOAT),
        onnx.helper.make_node("Gather", ["word_scales", "words_row"], ["words_scale"]),
        onnx.helper.make_node("Mul", ["words_plain", "words_scale"], [result]),
    ]
    for offset, step in enumerate(steps):
        graph.node.insert(place + offset, step)


def _beside(folder: Path, network: Network, labels: dict[str, Any]) -> None:
    """The labels, the word pieces, and the scorer of relations, which runs once the tree is known."""
    (folder / "labels.json").write_text(json.dumps(labels, indent=1) + "\n", encoding="utf-8")
    tokenizer = json.loads((packaged() / "tokenizer.json").read_text(encoding="utf-8"))
    tokenizer["padding"] = None
    tokenizer["truncation"] = None
    assert network.body.config.max_position_embeddings >= LONGEST_ROW
    (folder / "tokenizer.json").write_text(
        json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )
    weights = {"sum": network.rel_sum.weight.T, "bias": network.rel_sum.bias, "product": network.rel_product.weight.T}
    np.savez(folder / "relations.npz", **{name: weight.detach().numpy() for name, weight in weights.items()})


if __name__ == "__main__":
    main()
