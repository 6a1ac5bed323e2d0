"""What is done to whom in one report, and whether it is told as done."""

from __future__ import annotations

from crossread.records import EventMention, Mention, Report, StatementMention, TimeExpression
from crossread.trees import Tree


def find_events(
    report: Report,
    trees: tuple[Tree, ...],
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[StatementMention, ...],
) -> tuple[EventMention, ...]:
    return ()
