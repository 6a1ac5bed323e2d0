"""One sentence for training: its words and whatever layers its set has; and cutting words as the reading does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from crossread.reading.encoder.sentences import chunk_words

LAYERS = (
    "names", "others", "times", "speakers", "contents", "deeds", "sayings", "kinds", "modes", "history", "wordings",
)  # fmt: skip
UNSAID = "?"
"""A word's label where its set says nothing: no loss is taken there."""
SOME_DEED = "B-ANY"
"""A word that names a deed whose status the set does not tell."""

CLITICS = frozenset(["'s", "'m", "'d", "'ll", "'re", "'ve", "n't", "’s", "’m", "’d", "’ll", "’re", "’ve", "n’t"])
"""Words that sets part from the word before, as the reading does; alone they would be cut again."""


def listed(words: str) -> tuple[str, ...]:
    """Words written in a row, as a tuple."""
    return tuple(words.split())


class Row(msgspec.Struct, omit_defaults=True):
    """A sentence. Each layer has one label a word (BIO), or is None where the set lacks it altogether."""

    source: str
    id: str
    words: list[str]
    names: list[str] | None = None
    others: list[str] | None = None  # names by the rules of other annotators: a head of its own learns them
    times: list[str] | None = None
    speakers: list[str] | None = None
    contents: list[str] | None = None
    deeds: list[str] | None = None
    sayings: list[str] | None = None
    kinds: list[str] | None = None
    modes: list[str] | None = None
    history: list[str] | None = None
    wordings: list[str] | None = None
    upos: list[str] | None = None
    heads: list[int] | None = None  # index of the head, -1 for the root
    rels: list[str] | None = None


def write(path: Path, rows: Iterable[Row]) -> int:
    """Rows as JSON lines; gives their number."""
    encode, count = msgspec.json.Encoder().encode, 0
    with path.open("wb") as file:
        for row in rows:
            file.write(encode(row) + b"\n")
            count += 1
    return count


def read(path: Path) -> list[Row]:
    """The rows of a file that `write` made."""
    decode = msgspec.json.Decoder(Row).decode
    with path.open("rb") as file:
        return [decode(line) for line in file]


def all_of(folder: Path) -> list[Row]:
    """All rows of a folder, in the order in which other files count them."""
    return [
        row
        for name in ("rows", "silver", "variants")
        if (path := folder / f"{name}.jsonl").is_file()
        for row in read(path)
    ]


def recut(source: str, name: str, words: Sequence[str], **layers: Sequence[str] | None) -> Row:
    """A row whose words are cut as the reading cuts them; each layer's labels follow ("B-X" goes on as "I-X")."""
    pieces = [
        [word] if word in CLITICS else [word[a:b] for a, b in chunk_words(word, False)] or [word] for word in words
    ]
    spread = {layer: list(_spread(labels, pieces)) for layer, labels in layers.items() if labels is not None}
    return msgspec.convert({"source": source, "id": name, "words": [p for ps in pieces for p in ps], **spread}, Row)


def _spread(labels: Sequence[str], pieces: Sequence[Sequence[str]]) -> Iterator[str]:
    for label, parts in zip(labels, pieces, strict=True):
        yield label
        yield from ["I-" + label[2:] if label.startswith("B-") else label] * (len(parts) - 1)


def tag(labels: list[str], first: int, last: int, label: str) -> None:
    """Write the words `first` to `last`, inclusive, as one stretch."""
    labels[first : last + 1] = [("I-" if i else "B-") + label for i in range(last - first + 1)]


def iob2(labels: Iterable[str]) -> list[str]:
    """IOB1 ("I-" also at the start of a stretch) as IOB2."""
    fixed, before = [], "O"
    for label in labels:
        starts = label[0] == "I" and before[1:] != label[1:]
        fixed.append("B" + label[1:] if starts else label)
        before = label
    return fixed


def stretches(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """(first, last, label) of each stretch in BIO labels; a stray "I-" begins one."""
    found: list[tuple[int, int, str]] = []
    for index, label in enumerate(labels):
        if label[:2] == "I-" and found and found[-1][1] == index - 1 and found[-1][2] == label[2:]:
            found[-1] = (found[-1][0], index, label[2:])
        elif label[:2] in ("B-", "I-"):
            found.append((index, index, label[2:]))
    return found
