"""The shared encoder at run time: a report's text -> sentences with words, trees, names, dates, statement parts, deeds.

Needs onnxruntime, tokenizers and numpy alone. Quantisation scales each batch by its own largest value, so batches never
mix reports: what is said of a report depends on its text and the model, and on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from crossread.embeddings import packed
from crossread.errors import ModelError
from crossread.reading.encoder.decoding import Floats, Ints, stretches, trees
from crossread.reading.encoder.lemmas import lemma
from crossread.reading.encoder.pieces import Pieces, Row, stack
from crossread.reading.encoder.sentences import Cut, cut
from crossread.records import Analysis, Sentence, Tagged, Token

FOLDER = Path(__file__).parent.parent.parent / "model"
BATCH = 448
"""Word pieces in a batch, padding included: 256 to 512 is fastest on one core, and memory stays small."""
FIELDS = {
    "names": ("names",),
    "times": ("times",),
    "attributions": ("speakers", "contents"),
    "deeds": ("deeds",),
    "kinds": ("kinds",),
    "modes": ("modes",),
    "history": ("history",),
    "sayings": ("sayings",),
    "judgements": ("wordings",),
}
"""Field of `Sentence` -> the heads that fill it. Who speaks may stand inside what somebody else says: two heads."""


class Labels(msgspec.Struct, frozen=True):
    """The shape of `labels.json`: each head's labels in the order of the scores, and the relations of the trees."""

    heads: dict[str, list[str]]
    relations: list[str]


class Words(NamedTuple):
    """What the network says of N words of a report, in text order."""

    tags: Floats  # (N, L) scores of all heads side by side
    heads: Ints  # (N,) counted in the sentence, -1 for its root
    relations: Ints  # (N,)
    embeddings: Floats  # (S, 384) of the sentences, unit length


class Encoder:
    """Loads the model of `folder` (the shipped one if None) once; `analyse` may then be called any number of times.

    `embed=False` leaves the sentence embeddings out. One encoder a process: it uses one thread, and costs 0.3 s and
    135 MB to load. Raises ModelError if a file is missing or damaged.
    """

    def __init__(self, folder: Path | None = None, *, embed: bool = True) -> None:
        self.folder = folder or FOLDER
        self.embed = embed
        try:
            self.labels = msgspec.json.decode((self.folder / "labels.json").read_bytes(), type=Labels)
            self._pieces = Pieces(Tokenizer.from_file(str(self.folder / "tokenizer.json")))
            self._session = _session(self.folder / "encoder.onnx")
            with np.load(self.folder / "relations.npz") as saved:
                self._sum, self._bias, self._product = (saved[name] for name in ("sum", "bias", "product"))
        except Exception as error:
            raise ModelError(f"{self.folder}: the encoder cannot be loaded ({error})") from error
        self._root = self.labels.relations.index("root")

    def analyse(self, report_id: str, text: str) -> Analysis:
        """Everything that the encoder says of one report; offsets are code points of `text`. No words, no sentences."""
        cuts = cut(text)
        if not cuts:
            return Analysis(report=report_id, sentences=())
        words = self.read([[text[a:b] for a, b in sentence.words] for sentence in cuts])
        return Analysis(report=report_id, sentences=tuple(self._sentences(text, cuts, words)))

    # ------------------------------------------------------------------- network

    def read(self, sentences: Sequence[Sequence[str]]) -> Words:
        """What the network says of a report that is cut into words already; every sentence has one word at least."""
        rows = self._pieces.rows(sentences)
        order = sorted(range(len(rows)), key=lambda index: len(rows[index].pieces))
        tags: list[Any] = [None] * len(rows)
        heads, relations, embeddings = list(tags), list(tags), list(tags)
        for batch in _batches(rows, order):
            for index, *said in self._run(rows, batch):
                tags[index], heads[index], relations[index], embeddings[index] = said
        _join_windows(rows, heads, relations, self.labels.relations.index("parataxis"))
        return Words(np.concatenate(tags), np.concatenate(heads), np.concatenate(relations), _pooled(rows, embeddings))

    def _run(self, rows: Sequence[Row], batch: Sequence[int]) -> Iterable[tuple[int, Floats, Ints, Ints, Floats]]:
        made = stack([rows[index] for index in batch], self._pieces.pad)
        inputs = {"ids": made.ids, "mask": made.mask, "types": made.types, "starts": made.starts}
        tags, arcs, dependent, governor, embedding = self._session.run(None, inputs)
        heads = trees(arcs, made.lengths)
        relations = self._relations(dependent, np.take_along_axis(governor, heads[:, :, None], 1), heads)
        for place, index in enumerate(batch):
            end = int(made.lengths[place]) + 1
            yield index, tags[place, 1:end], heads[place, 1:end] - 1, relations[place, 1:end], embedding[place]

    def _relations(self, dependent: Floats, governor: Floats, heads: Ints) -> Ints:
        """The best relation of each word to its head; "root" for the root and for it alone."""
        scores = np.maximum(dependent + governor, 0) @ self._sum + self._bias + (dependent * governor) @ self._product
        scores[..., self._root] = -np.inf
        return np.where(heads == 0, self._root, scores.argmax(-1))

    # ------------------------------------------------------------------- records

    def _sentences(self, text: str, cuts: Sequence[Cut], words: Words) -> Iterable[Sentence]:
        counts = [len(sentence.words) for sentence in cuts]
        starts = np.concatenate([[0], np.cumsum(counts)[:-1]]).astype(np.int64)
        fields = {field: self._tagged(heads, words.tags, starts, counts) for field, heads in FIELDS.items()}
        parts = words.tags[:, self.columns["upos"]].argmax(1).tolist()
        upos, names = self.labels.heads["upos"], self.labels.relations
        heads, relations = words.heads.tolist(), words.relations.tolist()
        embeddings = (
            [packed(row) for row in np.round(words.embeddings.astype(np.float64), 5)]
            if self.embed
            else [b""] * len(cuts)
        )
        place = 0
        for index, sentence in enumerate(cuts):
            tokens = []
            for a, b in sentence.words:
                word, pos = text[a:b], upos[parts[place]]
                tokens.append(Token(a, b, word, lemma(word, pos), pos, heads[place], names[relations[place]]))
                place += 1
            tagged = {field: tuple(found[index]) for field, found in fields.items()}
            yield Sentence(
                sentence.start,
                sentence.end,
                sentence.paragraph,
                tuple(tokens),
                **tagged,
                embedding=embeddings[index],
            )

    def _tagged(self, heads: Sequence[str], tags: Floats, starts: Ints, counts: Sequence[int]) -> list[list[Tagged]]:
        """Of each sentence the stretches that `heads` found, in text order."""
        found: list[list[Tagged]] = [[] for _ in counts]
        for head in filter(self.columns.__contains__, heads):
            kinds = [label[2:] for label in self.labels.heads[head][1::2]]
            spans = stretches(tags[:, self.columns[head]], starts)
            sentences = np.searchsorted(starts, [span.first for span in spans], side="right") - 1
            for span, sentence in zip(spans, sentences.tolist(), strict=True):
                base = int(starts[sentence])
                found[sentence].append(Tagged(span.first - base, span.last - base, kinds[span.kind], span.score))
        if len(heads) > 1:
            for several in found:
                several.sort(key=lambda span: (span.first, -span.last, span.label))
        return found

    @cached_property
    def columns(self) -> dict[str, slice]:
        """Where each head's scores stand in `Words.tags`."""
        columns, start = {}, 0
        for head, labels in self.labels.heads.items():
            columns[head] = slice(start, start + len(labels))
            start += len(labels)
        return columns


def _session(path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = (
        1  # threads spin-wait; a busy machine reads reports side by side
    )
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(path.read_bytes(), options, providers=["CPUExecutionProvider"])


def _batches(rows: Sequence[Row], order: Sequence[int]) -> Iterable[list[int]]:
    """Rows of like length together, up to `BATCH` pieces."""
    batch: list[int] = []
    for index in order:
        if batch and (len(batch) + 1) * len(rows[index].pieces) > BATCH:
            yield batch
            batch = []
        batch.append(index)
    yield batch


def _join_windows(rows: Sequence[Row], heads: Sequence[Ints], relations: Sequence[Ints], beside: int) -> None:
    """Make one tree of the windows of a long sentence: later roots hang on the first one."""
    root = -1
    for row, found, rels in zip(rows, heads, relations, strict=True):
        top = found < 0
        if row.first:
            found[~top] += row.first
            found[top] = root
            rels[top] = beside
        elif len(found):
            root = int(np.flatnonzero(top)[0])


def _pooled(rows: Sequence[Row], embeddings: Sequence[Floats]) -> Floats:
    """One embedding a sentence: its windows' mean by length, brought to unit length again."""
    total = np.zeros((rows[-1].sentence + 1, len(embeddings[0])), np.float32)
    for row, embedding in zip(rows, embeddings, strict=True):
        total[row.sentence] += embedding * len(row.pieces)
    unit: Floats = total / np.linalg.norm(total, axis=1, keepdims=True)
    return unit
