"""No list of a knowledge file says a word twice: who edits one need look in one place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from crossread.knowledge import FOLDER

FILES = sorted(FOLDER.rglob("*.yml"))
PAIR = 2  # shorter lists are pairs and templates, in which a word may stand twice


def lists(node: Any, where: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words below a node, with its place."""
    if isinstance(node, dict):
        for name, below in node.items():
            yield from lists(below, f"{where}.{name}")
    elif isinstance(node, list):
        if len(node) > PAIR and all(isinstance(word, str) and word for word in node):
            yield where, node
        for number, below in enumerate(node):
            yield from lists(below, f"{where}[{number}]")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_list_says_a_word_twice(path: Path) -> None:
    with path.open(encoding="utf-8") as file:
        loaded = yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    twice = [(where, word) for where, words in lists(loaded) for word, count in Counter(words).items() if count > 1]
    assert twice == []
