"""The grammar of date expressions: patterns over the letters of `words`; `meanings` tells what they say.

A pattern matches a run of words; the longest match wins, the earlier pattern among equals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from crossread.reading.dates import counted, daytimes, feasts, meanings
from crossread.reading.dates.meanings import Builder, Groups
from crossread.reading.dates.words import Word, calendar
from crossread.records import TimeValue


class Found(NamedTuple):
    """Words `first` to `last` inclusive, what they say, from what that counts, and whether it is sure to be a date."""

    first: int
    last: int
    value: TimeValue
    anchor: str
    sure: bool = True


# --------------------------------------------------------------------------- the patterns

_EARLY = r"(?:(?P<e>e)(?:-|p(?![dR]))?|d?(?P<e2>[eb])fd?)?"
_NUMBER = r"(?P<n>(?:[A+<]p?)?(?:aCf?|aV|V[ND]|[VC]f?|N(?:-?[ND])?|D|a)(?:-?i)?)"
_TO = r"(?:[>&][DN]|-D)"
_OR_SO = r"~?"
_WITH_YEAR = r"(?:[fc]?(?P<y>Y)|f?(?P<rel>[LTX])(?P<u>U)|fd(?P<its>U))?"
_WEEKDAY = r"(?:T?X?(?P<wd>[Ww])(?:P?c)?d?)?"
_DAY = r"(?P<d>[DOo])"

_RULES: tuple[tuple[str, Builder], ...] = (
    (r"(?:[Ww]c?)?(?P<i>I)", meanings.iso),
    (r"(?:[Ww]c?)?(?P<i>/)", meanings.slashes),
    (rf"{_WEEKDAY}{_EARLY}(?P<m>[Mm]){_DAY}(?!-?U)(?:c?(?P<y>Y))?(?:(?P<p>P))?", meanings.month_day),
    (rf"d(?P<week>[UE])f(?P<m>[Mm]){_DAY}(?!-?U)(?:c?(?P<y>Y))?", meanings.month_day),
    (r"d(?P<week>[UE])f(?P<d>[DO])(?P<m>[Mm])(?:c?(?P<y>Y))?", meanings.month_day),
    (rf"{_WEEKDAY}d?(?:(?P<p>P)fd?)?(?P<d>[DO]|[Oo]f)(?:f)?(?P<m>[Mm])(?:[cf]?(?P<y>Y))?", meanings.month_day),
    (r"(?P<m>[Mm])(?P<d>[DO])(?:[-&>]|[->](?P<m2>[Mm]))(?P<d2>[DO])(?!-?U)(?:c?(?P<y>Y))?", meanings.day_range),
    (r"d?(?P<d>[DO])[-&>]d?(?P<d2>[DO])f?(?P<m>[Mm])(?:c?(?P<y>Y))?", meanings.day_range),
    (rf"(?P<w>[LXT])?{_EARLY}(?P<m>[Mm]){_WITH_YEAR}", meanings.month),
    (r"(?P<y>Y)[-/](?P<y2>[YDN])(?![-U])", meanings.years),
    (rf"{_EARLY}(?:d(?P<u>U)|FU?)?(?P<y>Y)", meanings.year),
    (rf"d?{_EARLY}d?'?(?P<k>K)", meanings.decade),
    (rf"{_EARLY}d(?P<k>n)", meanings.decade),
    (rf"d?{_EARLY}(?P<o>[Oo])-?(?P<u>U)", meanings.century),
    (rf"(?:(?:d(?=L))?(?P<w>[LXT]))?d?{_EARLY}d?(?P<s>S){_WITH_YEAR}", meanings.season),
    (rf"(?:d(?!o-U))?(?:F-?)?(?:(?P<o>o)-?(?P<u2>U|b)|(?P<q>Q)){_WITH_YEAR}", meanings.quarter),
    (r"d?(?P<w>L)(?P<u2>b)f(?P<y>Y)", meanings.quarter),
    (r"d?(?P<y>Y)(?P<o>o)-?(?P<u2>U)", meanings.quarter),
    (r"d(?P<y>Y)(?P<k>u|U)", meanings.year),
    (r"(?:d?(?P<rel>[LTX])(?P<u>U)'?)(?:(?P<o>o)-?(?P<u2>U))", meanings.quarter),
    (r"(?:(?P<w>[LXT])|d?(?P<d>[DO])f?)?(?P<h>h)(?:c?(?P<y>Y))?", feasts.holiday),
    (r"d?(?P<o>o)bf(?P<m>[Mm])(?:[cf]?(?P<y>Y))?", meanings.half_month),
    (r"(?:(?:e-?|d)?(?P<p>P)(?:fd?|p)?|(?P<e>e)(?:-|p)?|r)?(?:d?(?P<w>T?[LXTB]))?(?P<day>[Ww])(?:f?(?P<rel>[LTX])(?P<u>U))?",
     meanings.weekday),
    (r"(?:e-?|r)?(?P<w>[LXT])?(?P<day>[Ww])(?P<p>P)", meanings.weekday),
    (r"(?P<rel>[LTX])(?P<u>U)c?p?(?P<day>[Ww])", meanings.weekday),
    (r"(?:(?P<r>r)|(?P<e>e)-?|(?:e-?)?(?P<p>P))?(?P<t>t)", meanings.deictic),
    (r"(?:r|e)?(?P<t>t)(?P<p>P)", meanings.deictic),
    (r"(?:r|e)?d?(?P<w>[LXTB])?(?P<p>P)", daytimes.part_of_day),
    (r"(?:(?<=p)|e-?)(?P<alone>P)", daytimes.point_of_day),
    (r"A?(?P<hour>[DHN])(?P<z>zz?)", daytimes.clock),
    (r"A?(?P<hour>[DHN])(?:z?)pd(?P<p>P)", daytimes.clock),
    (r"(?P<hour>H)", daytimes.clock),
    (r"(?:(?P<r>r)|(?P<e>e)-?)?d?(?P<w>[LXTB])?(?P<weekend>E)", meanings.weekend),
    (rf"{_NUMBER}?(?P<u>U){_OR_SO}g", counted.ago),
    (rf"(?P<ahead>){_NUMBER}(?P<u>U)p(?=R)R", counted.ago),
    (rf"{_NUMBER}?(?P<u>U)(?P<r2>r)", counted.later),
    (rf"(?:(?P<the>d)|{_NUMBER})?(?P<u>U)(?P<k>k)", counted.from_event),
    (r"(?:d)?(?P<u>U)(?P<k>k)(?P<t>t)", counted.day_before_yesterday),
    (r"(?P<r>r)?(?P<e>e)?(?P<the>d)?(?P<w>[LXTB])B?F?(?P<u>U)", counted.period),
    (r"d?(?P<e>[eb])(?:fd?|-)(?P<w>[LXTB])(?P<u>U)", counted.period),
    (r"d?(?P<e>[eb])fd(?P<u>U)(?![a-zA-Z-]*f)", counted.of_period),
    (r"(?P<u>U)'?-?(?P<e>b)", counted.of_period),
    (r"(?P<r>r)pd(?P<u>U)", counted.of_period),
    (r"d[Fi](?P<u>U)", counted.of_period),
    (r"(?<=[pf])dF?(?P<u>U)", counted.of_period),
    (r"dF?(?P<u>U)(?=')", counted.of_period),
    (r"d(?:B?u|B?F?(?P<u>U))(?!-)", counted.the_quarter),
    (r"d?B(?P<per>[Uu])(?:[fp]?LU|aUg|aUr)", counted.same_before),
    (r"d?LU'(?P<per>[Uu])", counted.same_before),
    (r"(?:d[.B]?(?=U-.[Uuo]))?(?P<u>U)-(?P<back>[gr])(?:U|u|(?P<o>o)-?U)?", counted.year_before),
    (rf"(?:vf)?d?(?P<w>[LXTj])(?:{_NUMBER}{_TO}?)?(?P<u>U){_OR_SO}", counted.stretch),
    (rf"(?<![Mm])(?:d[oB]?(?=[^U-]*U))?{_NUMBER}{_TO}?-?(?P<u>U)(?:-l)?{_OR_SO}", counted.length),
    (rf"{_NUMBER}(?:-?&-?a-?)?(?P<half>[xb])-?(?P<u>U)", counted.length),
    (rf"{_NUMBER}(?P<u>U)&a(?P<half>b)", counted.length),
    (r"(?P<half>b)a(?P<u>U)", counted.length),
    (r"a?(?P<n>[DNV])-(?P<u>U)u", counted.length),
    (r"(?<=p)(?P<u>U)", counted.length),
    (r"(?P<u>U)-(?P<long>l)", counted.length),
    (rf"v{_NUMBER}?(?:(?P<u>U)|(?P<day>[Ww])(?P<p>P)?|(?P<m>[Mm])|P)", counted.repetition),
    (r"(?P<s>s)", counted.repetition),
    (r"(?P<ref>R)", counted.reference),
    (r"(?P<ref>j)", counted.reference),
    (r"d(?P<ref>j)", counted.reference),
    (r"(?<=p)d(?P<ref>L)(?![LXTUNDVCWMESP])", counted.reference),
    (r"(?P<ref>T)", counted.reference),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), builder) for pattern, builder in _RULES)
_TRIGGER = re.compile(r"[MmWwYyUESthIKQPRsjuz/nTH]|dL")


_CLOCK_ON = re.compile(r"c?(?:pd?)?")
"""What may stand between the time of a day and the day."""


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
        if joined and (on := _on_day(joined[-1], here, words)):
            joined[-1] = on
        elif joined and (value := _range(joined[-1], here, words)):
            joined[-1] = Found(joined[-1].first, here.last, value, here.anchor, joined[-1].sure and here.sure)
        else:
            joined.append(here)
    return joined


def _on_day(a: Found, b: Found, words: Sequence[Word]) -> Found | None:
    """ "10 p.m. Wednesday", "5 p.m. EST, Nov. 6": the time goes to the day behind it."""
    between = "".join(word.kind for word in words[a.last + 1 : b.first])
    if a.value.kind != "vague" or not a.value.part or not _CLOCK_ON.fullmatch(between):
        return None
    is_day = (
        b.value.kind == "weekday" or b.value.day is not None or (b.value.unit == "day" and b.value.kind == "relative")
    )
    if not is_day or b.value.kind not in ("weekday", "absolute", "partial", "relative"):
        return None
    return b._replace(first=a.first, value=msgspec.structs.replace(b.value, part=a.value.part))


def _range(a: Found, b: Found, words: Sequence[Word]) -> TimeValue | None:
    between = "".join(word.kind for word in words[a.last + 1 : b.first])
    first, last = a.value, b.value
    if between not in (">", "-", "&") or not _is_day_or_month(first) or not _is_day_or_month(last):
        return None
    opener, known = words[a.first - 1].text if a.first else "", calendar()
    if between == ">" and opener not in known.ranges and words[a.last + 1].text in known.through_alone:
        return None
    if between == "&" and opener not in known.ranges_with_and and not _next_months(first, last):
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
