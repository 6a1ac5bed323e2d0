"""Who and where: mentions of actors and places in one report."""

from __future__ import annotations

from crossread.records import Mention, Report
from crossread.trees import Tree


def find_mentions(report: Report, trees: tuple[Tree, ...]) -> tuple[Mention, ...]:
    return ()
