"""Digits that are no amount by how they are written alone: clock times, ordinals, dates, ages, telephone numbers,
addresses, the sizes of weapons."""

from __future__ import annotations

import re

from crossread.reading.figures.grammar import Grammar
from crossread.reading.figures.number_words import numbers, pattern

WARMTH = re.compile(r"°?([CF])(?![\w'’])")
"""Degrees right behind the digits: "41C"."""
_TELEPHONE = re.compile(r"[-\s.]\d{3}[-.\s]\d{4}|(?<=\d{3})-\d{4}\b|-\d{1,2}-\d")
_TELEPHONE_END = re.compile(r"\d{3}[-.]$|\d-\d{1,2}-$")


def no_amount(text: str, match: re.Match[str], rules: Grammar) -> bool:
    """Whether a match of `rules.number` in a sentence's text, with digits, is none."""
    if match["money"]:
        return False
    start, end = match.span()
    before, behind = text[max(0, start - 24) : start], text[end : end + 40]
    tests = (pattern("clock"), pattern("years_old"), _TELEPHONE, pattern("month_behind"), rules.sizes)
    if any(test.match(text, end) for test in tests):
        return True
    if match["digits"].isdigit():
        if pattern("month_before").search(before):
            return True
        if len(match["digits"]) == 4 and _TELEPHONE_END.search(before):
            return True
    if rules.barrel.match(text, end) and float(match["digits"].replace(",", "")) in numbers().calibres:
        return True
    if not rules.unit.match(text, end) and not WARMTH.match(text, end) and pattern("ordinal_end").match(behind):
        return True
    return bool(pattern("label_before").search(before) or pattern("street").match(behind))
