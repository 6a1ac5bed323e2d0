"""The line at the head of a wire report ("MARO, May 5 (XYZ) --"): its day dates the report, and is no day of a deed."""

from __future__ import annotations

from crossread.reading.dates.grammar import Found
from crossread.reading.dates.words import Word, calendar
from crossread.trees import Tree

DATELINE = "dateline"
"""The anchor of such a day: it counts from publication like others, but is kept from deeds."""
PLACE = 8
"""Words before the day that can be a place ("TIRAD AL-MUR, north of Maro, Elvia" has seven and two commas)."""
AGENCY = 7
"""Words in the brackets behind the day."""
DASHES = frozenset({"-", "--", "---", "–", "—", "―", "_", "=", ":"})
OPEN, CLOSE = frozenset("([/"), frozenset(")]/")


def in_dateline(found: Found, words: list[Word], tree: Tree) -> bool:
    """Whether an expression is the day in a dateline at the beginning of a sentence: a place or nothing before it, an
    agency in brackets or a dash behind it."""
    value = found.value.first or found.value
    if value.kind not in ("absolute", "partial", "weekday") or found.first > 2 * PLACE:
        return False
    before = tree.tokens[: words[found.first].token]
    if not all(token.text[:1].isupper() or not token.text[:1].isalnum() or _links(token.text) for token in before):
        return False
    if before and (before[0].pos in ("ADP", "DET", "ADV", "SCONJ", "PRON", "VERB") or before[-1].text[-1:] != ","):
        return False
    after = [token.text for token in tree.tokens[words[found.last].token + 1 :]]
    bracketed = bool(after) and after[0] in OPEN
    if bracketed:
        closing = next((i for i, text in enumerate(after[1 : AGENCY + 1], 1) if text in CLOSE), None)
        if closing is None:
            return False
        after = after[closing + 1 :]
    dashed = bool(after) and after[0] in DASHES
    return dashed and (bool(before) or bracketed)


def _links(word: str) -> bool:
    return word.lower() in calendar().place_links
