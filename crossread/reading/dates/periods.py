"""Stretches of a business year that only make sense after one another.

A report of results tells of "the third quarter" and then of "the quarter", "the latest period" and of profits "a year
earlier": the quarter of which it told last, and the same one of the year before. A stretch that "ended Sept. 30" is
counted back from the day that follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from crossread.reading.dates.grammar import Found
from crossread.reading.dates.meanings import EVENT, PREVIOUS, PUBLISHED
from crossread.reading.dates.words import Word, calendar
from crossread.records import TimeValue

BACK = TimeValue("shift", unit="year", count=-1, direction=-1, part="period")
BESIDE = 3
"""Words between "ended" and the day."""


class Told(NamedTuple):
    """The quarter of which the report told last, and whether a longer stretch was told after it."""

    quarter: TimeValue | None = None
    longer: bool = False


def compared(found: Sequence[Found], words: Sequence[Word], told: Told) -> tuple[list[Found], Told]:
    """The expressions of a sentence with those that look back at a told quarter, and what was told in the end."""
    kept: list[Found] = []
    amounts = any(word.text in calendar().amounts for word in words)
    for index, here in enumerate(found):
        value = here.value
        if _ends(found, index, words):
            unit, count = value.unit, value.count if value.kind == "duration" else 1
            here = here._replace(value=TimeValue("duration", unit=unit, count=count, direction=-1), anchor=EVENT)
        elif (looked := _looking_back(here, words, told, amounts)) is None:
            continue
        else:
            here = looked
        kept.append(here)
        if value.kind in ("absolute", "partial") and value.unit == "quarter":
            told = Told(value)
        elif value.kind == "duration" and value.unit == "month" and words[here.first].kind == "d":
            told = told._replace(longer=True)
    return kept, told


def _ends(found: Sequence[Found], index: int, words: Sequence[Word]) -> bool:
    """ "the quarter ended Sept. 30", "the six months to Sept. 30": of a length that the day after it ends."""
    here = found[index]
    if words[here.first].kind != "d" or here.value.unit not in ("week", "month", "quarter", "year"):
        return False
    if here.value.kind in ("absolute", "partial") or here.last + 1 >= len(words) or index + 1 >= len(found):
        return False
    ended = words[here.last + 1].text in calendar().ended
    return ended and found[index + 1].first - here.last <= BESIDE


def _looking_back(here: Found, words: Sequence[Word], told: Told, amounts: bool) -> Found | None:
    """The expression as the quarter told before it makes it; None for a quarter of nothing."""
    value = here.value
    the = words[here.first].kind == "d"
    if value.kind == "absolute" and the and words[here.last].kind in "uU" and value.unit is None:
        if told.quarter is None:
            return here
        quarter = msgspec.structs.replace(told.quarter, kind="absolute", year=value.year, first=None)
        return here._replace(value=quarter)
    if value.unit == "quarter" and value.count == 0 and the and words[here.first + 1].kind != "T":
        if told.quarter is None:
            return None
        return here._replace(value=msgspec.structs.replace(value, kind="shift", part="period"), anchor=PREVIOUS)
    if value.part == "period" and value.count == 0:
        return None
    if value.part == "period" and value.unit == "month":
        return here
    year_before = value.unit == "year" and value.count == -1 and value.kind in ("relative", "shift")
    counted = year_before and words[here.first].text in calendar().one and amounts and value.part is None
    if value.part == "period" or counted:
        if told.quarter is not None and not told.longer:
            return here._replace(value=BACK, anchor=PREVIOUS)
        if value.part == "period" or told.quarter is not None:
            return here._replace(value=TimeValue("relative", unit="year", count=-1), anchor=PUBLISHED)
    return here
