"""The numbers that one report gives, and what they count."""

from __future__ import annotations

from crossread.records import EventMention, Mention, Quantity, Report, StatementMention, TimeExpression
from crossread.trees import Tree


def find_quantities(
    report: Report,
    trees: tuple[Tree, ...],
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[StatementMention, ...],
    events: tuple[EventMention, ...],
) -> tuple[Quantity, ...]:
    return ()
