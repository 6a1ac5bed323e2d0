"""GUM's open genres (CC BY): trees, names out of its entities, dates out of its markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from training.rows import UNSAID, Row, tag
from training.sets import trees
from training.sets.names import TITLES

NAMES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVENT"}
_BRACKET = re.compile(r"\((\d+)-(\w+)[^()|]*?(?=[()]|$)|(\d+)\)|\)")
HELD_OUT = ("GUM_news_homeopathic", "GUM_news_iodine", "GUM_bio_byron", "GUM_bio_emperor", "GUM_interview_cyclone")
"""Reports of the official dev part, kept to measure on."""


def rows(folder: Path, *, held_out: bool = False) -> Iterator[Row]:
    """Rows of all open reports but the held-out ones, or of those alone."""
    for path in sorted((folder / "gum/dep").glob("*.conllu")):
        if (path.stem in HELD_OUT) == held_out:
            for tree in trees.read(path):
                yield Row(
                    "gum", tree.id, tree.words, names=_names(tree), times=_times(tree),
                    upos=tree.upos, heads=tree.heads, rels=tree.rels,
                )  # fmt: skip


def _fields(misc: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in misc.split("|") if "=" in part)


def _names(tree: trees.Tree) -> list[str]:
    """A name is the run of proper nouns around an entity's head; proper nouns outside of any are left unsaid."""
    labels = [UNSAID if pos == "PROPN" else "O" for pos in tree.upos]
    for first, last, kind in sorted(_entities(tree), key=lambda span: span[0] - span[1]):
        head = next((i for i in range(first, last + 1) if not first <= tree.heads[i] <= last), last)
        if tree.upos[head] != "PROPN" or kind not in NAMES:
            continue
        a, b = _proper_run(tree, head, first, last)
        while a < b and (tree.words[a].lower() == "the" or (kind == "person" and tree.words[a].lower() in TITLES)):
            a += 1
        if labels[a : b + 1].count("O") < b + 1 - a:
            tag(labels, a, b, NAMES[kind])
    return labels


def _proper_run(tree: trees.Tree, head: int, first: int, last: int) -> tuple[int, int]:
    def proper(i: int) -> bool:
        return tree.upos[i] in ("PROPN", "NUM") or tree.words[i][:1].isupper()

    def joins(i: int, step: int) -> bool:
        small = tree.words[i].lower() in ("of", "for", "and", "&", "-", "the", "al", "de", "von", "van", "'s")
        return proper(i) or (small and first <= i + step <= last and (proper(i + step)))

    a = b = head
    while a > first and joins(a - 1, -1):
        a -= 1
    while b < last and joins(b + 1, 1):
        b += 1
    return a, b


def _entities(tree: trees.Tree) -> Iterator[tuple[int, int, str]]:
    opened: list[tuple[str, int, str]] = []
    for index, misc in enumerate(tree.misc):
        for match in _BRACKET.finditer(_fields(misc).get("Entity", "")):
            if match[1]:
                opened.append((match[1], index, match[2]))
            elif opened:
                found = next((o for o in reversed(opened) if o[0] == match[3]), opened[-1])
                opened.remove(found)
                yield found[1], index, found[2]


def _times(tree: trees.Tree) -> list[str]:
    labels, start = ["O"] * len(tree.words), None
    for first, last, kind in _entities(tree):
        if kind == "time":
            labels[first : last + 1] = [UNSAID] * (last - first + 1)  # durations and hours too: the markup decides
    for index, misc in enumerate(tree.misc):
        mark = _fields(misc).get("XML", "")
        if "<date " in mark:
            start = index
        if "</date>" in mark and start is not None:
            tag(labels, start, index, "DATE")
            start = None
    return labels
