"""The line at the head of a wire report ("MARO, May 5 (XYZ) --"): its day dates the report, and is no day of a deed."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.dates.grammar import Found
from crossread.reading.dates.words import Word, calendar
from crossread.records import Token
from crossread.trees import Tree

DATELINE = "dateline"
"""The anchor of such a day: it counts from publication like others, but is kept from deeds."""
PLACE = 8
"""Words before the day that can be a place ("TIRAD AL-MUR, north of Maro, Elvia" has seven and two commas)."""
AGENCY = 7
"""Words in the brackets behind the day."""
DASHES = frozenset({"-", "--", "---", "–", "—", "―", "_", "=", ":", "|"})
OPEN, CLOSE = frozenset("([/"), frozenset(")]/")


def in_dateline(found: Found, words: list[Word], tree: Tree) -> bool:
    """Whether an expression is the day in a dateline at the beginning of a sentence: a place or nothing before it, an
    agency in brackets or a dash behind it ("MARO, May 5 (XYZ) --"), or all of it in brackets ("(MARO, May 5)")."""
    value = found.value.first or found.value
    if value.kind not in ("absolute", "partial", "weekday") or found.first > 2 * PLACE:
        return False
    before = tree.tokens[: words[found.first].token]
    if not all(token.text[:1].isupper() or not token.text[:1].isalnum() or _links(token.text) for token in before):
        return False
    after = [token.text for token in tree.tokens[words[found.last].token + 1 :]]
    if len(before) > 1 and before[0].text in OPEN:
        return bool(after) and after[0] in CLOSE and before[1].pos == "PROPN"
    if before and not _is_place(before):
        return False
    bracketed = bool(after) and after[0] in OPEN
    if bracketed:
        closing = next((i for i, text in enumerate(after[1 : AGENCY + 1], 1) if text in CLOSE), None)
        if closing is None:
            return False
        after = after[closing + 1 :]
        if before and after[:1] in ([], ["."]):
            return True
    dashed = bool(after) and after[0] in DASHES
    return dashed and (bool(before) or bracketed)


def _is_place(before: Sequence[Token]) -> bool:
    """Whether the words before the day are a place with a comma behind it, or with a dash or the agency's brackets."""
    if before[0].pos in ("ADP", "DET", "ADV", "SCONJ", "PRON", "VERB"):
        return False
    if before[-1].text[-1:] == ",":
        return True
    return before[0].pos == "PROPN" and (before[-1].text in DASHES or before[-1].text in CLOSE)


def _links(word: str) -> bool:
    return word.lower() in calendar().place_links
