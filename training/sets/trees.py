"""CoNLL-U files: words, parts of speech, trees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple


class Tree(NamedTuple):
    """A sentence of a CoNLL-U file; `heads` counts words from 0, -1 is the root; `misc` is the last column."""

    id: str
    words: list[str]
    lemmas: list[str]
    upos: list[str]
    heads: list[int]
    rels: list[str]
    misc: list[str]


def read(path: Path) -> Iterator[Tree]:
    """The sentences of `path` in order. Joined words ("1-2") and empty nodes ("1.1") are left out."""
    name, lines = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id = "):
            name = line[12:]
        elif line and line[0].isdigit():
            fields = line.split("\t")
            if fields[0].isdigit():
                lines.append(fields)
        elif not line and lines:
            yield _tree(name, lines)
            lines = []
    if lines:
        yield _tree(name, lines)


def _tree(name: str, lines: list[list[str]]) -> Tree:
    words, lemmas, upos = ([fields[k] for fields in lines] for k in (1, 2, 3))
    heads = [int(fields[6]) - 1 for fields in lines]
    return Tree(name, words, lemmas, upos, heads, [fields[7] for fields in lines], [fields[9] for fields in lines])
