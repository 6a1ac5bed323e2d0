"""Who says what in one report, and through whom."""

from __future__ import annotations

from crossread.records import Mention, Report, StatementMention
from crossread.trees import Tree


def find_statements(
    report: Report, trees: tuple[Tree, ...], mentions: tuple[Mention, ...]
) -> tuple[StatementMention, ...]:
    return ()
