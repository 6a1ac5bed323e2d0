"""The labels and loaded words that one report chooses."""

from __future__ import annotations

from crossread.records import EventMention, Mention, Report, StatementMention, WordingMention
from crossread.trees import Tree


def find_wording(
    report: Report,
    trees: tuple[Tree, ...],
    mentions: tuple[Mention, ...],
    statements: tuple[StatementMention, ...],
    events: tuple[EventMention, ...],
) -> tuple[WordingMention, ...]:
    return ()
