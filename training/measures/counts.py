"""Precision, recall and their mean over sets of things found and things wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable


class Counts:
    """Right, found and wanted things, by label."""

    def __init__(self) -> None:
        self.right: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()

    def add(self, label: str, found: Collection[Hashable], wanted: Collection[Hashable]) -> None:
        """Count one sentence's or text's things with this label."""
        self.right[label] += len(set(found) & set(wanted))
        self.found[label] += len(set(found))
        self.wanted[label] += len(set(wanted))

    def f1(self, label: str | None = None) -> float:
        """F1 of one label, or of all things together."""
        right, found, wanted = (
            table[label] if label else table.total() for table in (self.right, self.found, self.wanted)
        )
        return 2 * right / (found + wanted) if found + wanted else 0.0
