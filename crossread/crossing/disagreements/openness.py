"""Whether words leave open that something is so, or take it back."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.phrases import matcher


class Known(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/openness.yml; the file says what each part means."""

    open: tuple[str, ...]
    besides: dict[str, tuple[str, ...]]
    negated: tuple[str, ...]


@cache
def _known() -> Known:
    return knowledge.load("openness.yml", Known, "en")


@cache
def left_open(before: str) -> re.Pattern[str]:
    """What leaves something open; `before`: "causes", "motives", "states", "pairs" or "verbs". On small letters with
    straight quotes."""
    return matcher((*_known().open, *_known().besides[before]))


@cache
def negating() -> re.Pattern[str]:
    """A word that negates, on small letters with straight quotes."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(w) for w in _known().negated)})\b|n't\b")
