"""A saved text -> its paragraphs, and which of them are running text."""

from __future__ import annotations

import re

from crossread.wrapping import continued

RUNNING = 12
"""Words from which a line that ends like a sentence counts as running text."""

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")


def lines_of(text: str) -> list[str]:
    """The paragraphs of a text, lines wrapped by hand joined; no white space at the edges, empty ones left out."""
    raw = [line.strip() for line in text.splitlines()]
    goes_on = continued(raw)
    paragraphs: list[str] = []
    for number, line in enumerate(raw):
        if number in goes_on:
            paragraphs[-1] += " " + line
        elif line:
            paragraphs.append(line)
    return paragraphs


def running(line: str) -> bool:
    """Whether a line is running text, not a headline or a label."""
    return line.count(" ") + 1 >= RUNNING and ended(line)


def ended(line: str) -> bool:
    """Whether a line ends like a sentence."""
    return _SENTENCE_END.search(line) is not None
