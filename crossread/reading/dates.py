"""Date expressions of one report, not yet counted from any day."""

from __future__ import annotations

from crossread.records import Report, TimeExpression
from crossread.trees import Tree


def find_times(report: Report, trees: tuple[Tree, ...]) -> tuple[TimeExpression, ...]:
    return ()
