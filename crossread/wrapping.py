"""Which lines of a plain text go on with the line before: text wrapped by hand, in small letters or in capitals.

Two signs, since neither sees all. Running text that was wrapped begins many lines with a small letter; text in capitals
does not, but its lines are as full as they can be: the first word of the next line would not have fitted. In lists,
tables, verses and texts of one paragraph a line, it would have.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

SMALL = 0.3
"""Share of line ends before a small letter from which on a text counts as wrapped: in lists and in one-paragraph-a-line
texts it is under 0.05, in mail and in old wire copy over 0.6."""
FULL = 0.75
"""Share of line ends with no room for the next word from which on a text counts as wrapped: 0.94 and more in 99 of 100
old wire reports and in licences; code, lists and tables of words stay under 0.5."""
RAGGED = 0.9
"""The share of the page's width that a line must fill with the next word to be called full: some break early."""
ENDS = 0.5
"""Share of lines that end a sentence from which on full lines are verses or entries, not running text."""
FEWEST = 4
"""Line ends from which on shares say something; of fewer, more than half must stand before a small letter."""
WIDTHS = range(30, 121)
"""Widths of pages, in characters: wider lines were not broken by hand."""
WIDEST = 0.95
"""Share of lines that are no wider than the page: an address or a table may stick out."""
SHORT = 0.75
"""Share of the page's width: a line that would still be shorter with the next word ends a paragraph, title or verse,
unless the next line begins with a small letter."""
_END = re.compile(r"[.!?…:;][\"'”’)\]]*$")
_CELLS = re.compile(r"\t|\S {3,}\S|\S[|;,]\S+[|;,]\S+[|;,]\S")
"""The cells of a table, with tabs, wide gaps or marks between them."""
_ITEM = re.compile(r"(?:[-*•–—·>#|]|\(?\d{1,3}[.)]|\(?[A-Za-z][.)])\s")


def continued(lines: Sequence[str]) -> frozenset[int]:
    """The indexes of the lines that go on with the line before. Empty lines part paragraphs."""
    bare = [line.strip() for line in lines]
    pairs = [(n, a, b) for n, (a, b) in enumerate(pairwise(bare), 1) if a and b]
    if not pairs:
        return frozenset()
    width = sorted(len(a) for _, a, _ in pairs)[int(WIDEST * (len(pairs) - 1))]
    small = sum(b[0].islower() for _, _, b in pairs)
    if small <= (SMALL if len(pairs) >= FEWEST else 0.5) * len(pairs) and not _full(pairs, width):
        return frozenset()
    return frozenset(n for n, a, b in pairs if b[0].islower() or (not _ITEM.match(b) and _reach(a, b) > SHORT * width))


def _full(pairs: Sequence[tuple[int, str, str]], width: int) -> bool:
    """Whether hardly a line had room for the first word of the next."""
    if len(pairs) < FEWEST or width not in WIDTHS:
        return False
    if sum(bool(_END.search(a)) for _, a, _ in pairs) >= ENDS * len(pairs) or any(
        _CELLS.search(a) for _, a, _ in pairs
    ):
        return False
    return sum(_reach(a, b) > RAGGED * width for _, a, b in pairs) >= FULL * len(pairs)


def _reach(line: str, after: str) -> int:
    """How long a line would be with the first word of the next."""
    return len(line) + 1 + len(after.split(maxsplit=1)[0])
