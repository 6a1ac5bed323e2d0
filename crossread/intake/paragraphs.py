"""A saved text -> its paragraphs, and which of them are running text."""

from __future__ import annotations

import re
from itertools import pairwise

RUNNING = 12
"""Words from which a line that ends like a sentence counts as running text."""
WRAPPED = 0.3
"""Share of line ends before a small letter from which on a text counts as wrapped by hand (see
reading/encoder/sentences.py)."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


def lines_of(text: str) -> list[str]:
    """The paragraphs of a text, without white space at their edges; empty ones left out."""
    raw = [line.strip() for line in text.splitlines()]
    joins = [(a, b) for a, b in pairwise(raw) if a and b]
    small = sum(b[0].islower() for _, b in joins)
    if len(joins) < 4 or small < WRAPPED * len(joins):
        return [line for line in raw if line]
    paragraphs, current = [], ""
    for line in raw:
        if not line:
            paragraphs.append(current)
            current = ""
        elif current and (line[0].islower() or len(current.rsplit("\n", 1)[-1]) > 50):
            current += " " + line
        else:
            paragraphs.append(current)
            current = line
    return [paragraph for paragraph in [*paragraphs, current] if paragraph]


def running(line: str) -> bool:
    """Whether a line is running text, not a headline or a label."""
    return line.count(" ") + 1 >= RUNNING and _SENTENCE_END.search(line) is not None
