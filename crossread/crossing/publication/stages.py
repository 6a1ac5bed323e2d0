"""Which late chapter of a story a report's lead tells: a trial, a sentence, an anniversary.

Reports of one happening mostly come out within days, but whoever is sentenced for it is so months later: there likeness
tells which story it is and not which week.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from crossread import knowledge
from crossread.records import Reading

LANGUAGE = "en"
LEAD = 4
"""Sentences of a report, the title among them, that tell its news."""
ONE_LATE, BOTH_LATE = 0.27, 0.05
"""How much less often than others two reports of one happening come out near each other (within a week .77) if one of
them tells a late chapter (.21), or each another one (.04): counted in 5,300 pairs of reports of local shootings."""
AFTER, BEFORE = 1.8, 0.15
"""Of those that are not near, how many times more often than by chance the late chapter is the later (.86 of all such
pairs, .06 the earlier)."""

Stage = frozenset[str]


class Reach(NamedTuple):
    """How two reports of one story lie in time: the share of such pairs that are near, against pairs of one chapter,
    and how probable (against chance) days before and after the other report are for those that are not."""

    near: float
    before: float
    after: float


ORDINARY = Reach(1.0, 1.0, 1.0)


@lru_cache(maxsize=1)
def _chapters() -> Mapping[str, str]:
    chapters = knowledge.load("stages.yml", dict[str, list[str]], LANGUAGE)
    return {word: chapter for chapter, words in chapters.items() for word in words}


def stage_of(reading: Reading) -> Stage:
    """The late chapters that the lead names; empty for a report of what just happened."""
    chapters = _chapters()
    lead = (token for sentence in reading.sentences[:LEAD] for token in sentence.tokens)
    return frozenset(chapters[word] for token in lead if (word := token.text.lower()) in chapters)


def reach(mine: Stage, theirs: Stage) -> Reach:
    """How a report of stage `mine` lies to one of stage `theirs` of the same story."""
    if mine & theirs or not (mine or theirs):
        return ORDINARY
    if mine and theirs:
        return Reach(BOTH_LATE, 1.0, 1.0)
    return Reach(ONE_LATE, BEFORE, AFTER) if mine else Reach(ONE_LATE, AFTER, BEFORE)
