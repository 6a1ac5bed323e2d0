"""The grammar of date expressions: patterns over the letters of `words`; `meanings` tells what they say.

A pattern matches a run of words; the longest match wins, the earlier pattern among equals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from crossread.reading.dates import meanings
from crossread.reading.dates.meanings import Builder, Groups
from crossread.reading.dates.words import Word
from crossread.records import TimeValue


class Found(NamedTuple):
    """Words `first` to `last` inclusive, what they say, from what that counts, and whether it is sure to be a date."""

    first: int
    last: int
    value: TimeValue
    anchor: str
    sure: bool = True


# --------------------------------------------------------------------------- the patterns

_EARLY = r"(?:(?P<e>e)-?|d?(?P<e2>e)fd?)?"
_NUMBER = r"(?P<n>(?:p(?=[+<]))?(?:[A+<]p?)?(?:aCf?|aV|V[ND]|[VC]f?|N(?:-?[ND])?|D|a))"
_WITH_YEAR = r"(?:[fc]?(?P<y>Y)|f?(?P<rel>[LTX])(?P<u>U))?"
_WEEKDAY = r"(?:[Ww](?:P?c)?p?)?"

_RULES: tuple[tuple[str, Builder], ...] = (
    (r"(?:[Ww]c?)?(?P<i>I)", meanings.iso),
    (r"(?:[Ww]c?)?(?P<i>/)", meanings.slashes),
    (rf"{_WEEKDAY}{_EARLY}(?P<m>[Mm])(?P<d>[DO])(?!-?U)(?:c?(?P<y>Y))?(?:(?P<p>P))?", meanings.month_day),
    (rf"{_WEEKDAY}d?(?:(?P<p>P)fd?)?(?P<d>[DO]|[Oo]f)(?:f)?(?P<m>[Mm])(?:[cf]?(?P<y>Y))?", meanings.month_day),
    (r"(?P<m>[Mm])(?P<d>[DO])(?:[-&>]|[->](?P<m2>[Mm]))(?P<d2>[DO])(?!-?U)(?:c?(?P<y>Y))?", meanings.day_range),
    (r"d?(?P<d>[DO])[-&>]d?(?P<d2>[DO])f?(?P<m>[Mm])(?:c?(?P<y>Y))?", meanings.day_range),
    (rf"(?P<w>[LXT])?{_EARLY}(?P<m>[Mm]){_WITH_YEAR}", meanings.month),
    (r"(?P<y>Y)[-/](?P<y2>[YDN])(?![-U])", meanings.years),
    (rf"{_EARLY}(?:d(?P<u>U))?(?P<y>Y)", meanings.year),
    (rf"d?{_EARLY}d?'?(?P<k>K)", meanings.decade),
    (rf"d?{_EARLY}(?P<o>[Oo])-?(?P<u>U)", meanings.century),
    (rf"(?P<w>[LXT])?{_EARLY}d?(?P<s>S){_WITH_YEAR}", meanings.season),
    (rf"d?(?:(?P<o>o)-?(?P<u2>U|e)|(?P<q>Q)){_WITH_YEAR}", meanings.quarter),
    (r"d?(?P<y>Y)(?P<o>o)-?(?P<u2>U)", meanings.quarter),
    (r"(?:d?(?P<rel>[LTX])(?P<u>U)'?)(?:(?P<o>o)-?(?P<u2>U))", meanings.quarter),
    (r"(?P<w>[LXT])?(?P<h>h)(?:c?(?P<y>Y))?", meanings.holiday),
    (r"(?:d?(?P<p>P)(?:fd?)?|(?P<e>e)-?)?(?P<w>[LXT])?(?P<day>[Ww])(?:f?(?P<rel>[LTX])(?P<u>U))?", meanings.weekday),
    (r"(?P<w>[LXT])?(?P<day>[Ww])(?P<p>P)", meanings.weekday),
    (r"(?P<rel>[LTX])(?P<u>U)c?p?(?P<day>[Ww])", meanings.weekday),
    (r"(?:(?P<r>r)|(?P<e>e)-?|(?P<p>P))?(?P<t>t)", meanings.deictic),
    (r"(?:r|e)?(?P<t>t)(?P<p>P)", meanings.deictic),
    (r"(?:r|e)?d?(?P<w>[LXTB])?(?P<p>P)", meanings.part_of_day),
    (r"(?:(?P<r>r)|(?P<e>e)-?)?d?(?P<w>[LXTB])?(?P<weekend>E)", meanings.weekend),
    (rf"{_NUMBER}?(?P<u>U)g", meanings.ago),
    (rf"(?P<ahead>){_NUMBER}(?P<u>U)p(?=R)R", meanings.ago),
    (rf"{_NUMBER}?(?P<u>U)(?P<r2>r)", meanings.later),
    (rf"(?:(?P<the>d)|{_NUMBER})?(?P<u>U)(?P<k>k)", meanings.from_event),
    (r"(?:d)?(?P<u>U)(?P<k>k)(?P<t>t)", meanings.day_before_yesterday),
    (r"(?P<r>r)?(?P<e>e)?(?P<the>d)?(?P<w>[LTXB])B?(?P<u>U)", meanings.period),
    (r"d?(?P<e>e)(?:fd?|-)(?P<w>[LTXB])(?P<u>U)", meanings.period),
    (r"d?(?P<e>e)fd(?P<u>U)(?![a-zA-Z-]*f)", meanings.of_period),
    (r"(?P<r>r)pd(?P<u>U)", meanings.of_period),
    (rf"d?(?P<w>[LXTj]){_NUMBER}?(?P<u>U)", meanings.stretch),
    (rf"{_NUMBER}-?(?P<u>U)", meanings.length),
    (r"(?<=p)(?P<u>U)", meanings.length),
    (rf"v{_NUMBER}?(?:(?P<u>U)|(?P<day>W)|P)", meanings.repetition),
    (r"(?P<s>s)", meanings.repetition),
    (r"(?P<ref>R)", meanings.reference),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), builder) for pattern, builder in _RULES)
_TRIGGER = re.compile(r"[MmWwYyUESthIKQPRs/]")


def find(words: Sequence[Word]) -> list[Found]:
    """All date expressions of a sentence, longest first where they overlap, in text order."""
    letters = "".join(word.kind for word in words)
    if not _TRIGGER.search(letters):
        return []
    candidates: list[tuple[int, int, int, Found]] = []
    for rank, (pattern, builder) in enumerate(_PATTERNS):
        for match in pattern.finditer(letters):
            if match.end() == match.start() or (said := builder(Groups(words, match))) is None:
                continue
            found = Found(match.start(), match.end() - 1, *said)
            candidates.append((match.start() - match.end(), rank, match.start(), found))
    taken: list[Found] = []
    used = [False] * len(words)
    for _, _, _, found in sorted(candidates, key=lambda c: c[:3]):
        if not any(used[found.first : found.last + 1]):
            used[found.first : found.last + 1] = [True] * (found.last + 1 - found.first)
            taken.append(found)
    return _joined(sorted(taken, key=lambda found: found.first), words)


def _joined(found: list[Found], words: Sequence[Word]) -> list[Found]:
    """ "from 20 September through 31 December 2017", "September and October": one range."""
    joined: list[Found] = []
    for here in found:
        if joined and (value := _range(joined[-1], here, words)):
            joined[-1] = Found(joined[-1].first, here.last, value, here.anchor, joined[-1].sure and here.sure)
        else:
            joined.append(here)
    return joined


def _range(a: Found, b: Found, words: Sequence[Word]) -> TimeValue | None:
    between = "".join(word.kind for word in words[a.last + 1 : b.first])
    first, last = a.value, b.value
    if between not in (">", "-", "&") or not _is_day_or_month(first) or not _is_day_or_month(last):
        return None
    opener = words[a.first - 1].text if a.first else ""
    if between == ">" and opener not in ("from", "between") and words[a.last + 1].text == "to":
        return None
    if between == "&" and opener != "between" and not _next_months(first, last):
        return None
    if first.kind == "absolute" and last.kind == "partial":  # "November 2017 to February": its year is not told
        return None
    if first.kind == "partial" and last.kind == "absolute":  # the year told at the end holds for both
        first = msgspec.structs.replace(first, kind="absolute", year=last.year)
    return TimeValue("range", first=first, last=last)


def _is_day_or_month(value: TimeValue) -> bool:
    return value.kind in ("absolute", "partial", "weekday") and value.unit is None


def _next_months(first: TimeValue, last: TimeValue) -> bool:
    """September and October, but not "in 2014 and 2018"."""
    if first.day or last.day or not first.month or not last.month or first.part or last.part:
        return False
    return last.month - first.month in (1, -11)
