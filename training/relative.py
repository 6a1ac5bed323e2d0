"""Relative dates by rule ("late last week", "two years ago"): GMB marks named days and months only."""

from __future__ import annotations

import re

from training.rows import UNSAID, stretches, tag

_UNIT = (
    r"(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?"
    r"|century|centuries)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:jan|feb|mar|apr|aug|sept|sep|oct|nov|dec)\.)"
)
_NUMBER = (
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|several|(?:a )?few"
    r"|(?:a )?couple of|many|some)"
)
_PART = r"(?:morning|afternoon|evening|night|noon|midnight|dawn|dusk)"
_WHICH = r"(?:last|next|this|past|coming|previous|following|current|that|same|recent|latest)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_PATTERN = re.compile(
    rf"""(?<!\S)(?:
      (?:(?:early|earlier|late|later)\ )?(?:the\ )?(?:(?:beginning|start|middle|end)\ of\ )?(?:the\ )?
        {_WHICH}\ (?:(?:\d+|few|several|two|three|four|five|six|ten|fiscal|academic)\ )?
        (?:{_UNIT}|{_DAY}|{_MONTH}|{_SEASON}|{_PART})
    | (?:(?:about|nearly|almost|around|over|more\ than|less\ than|just|at\ least)\ )?
        {_NUMBER}\ (?:{_UNIT})\ (?:ago|earlier|later|before)
    | (?:(?:early|earlier|late|later)\ )?(?:today|yesterday|tomorrow|tonight)(?:\ {_PART})?
    | (?:(?:early|late|earlier|mid)\ (?:on\ )?)?{_DAY}(?:\ {_PART})?(?:\ ,\ {_MONTH}\ \d+)?
    | (?:the\ )?(?:(?:early|late|mid)\ )?(?:(?:early|late|mid)\ -\ )?(?:1[5-9]|20)\d0s
    | (?:the\ )?weekend
    )(?!\S)""",
    re.VERBOSE | re.IGNORECASE,
)


def widened(words: list[str], labels: list[str]) -> list[str]:
    """`labels` of dates with the relative ones added; what overlaps grows together."""
    text, starts, place = " ".join(words), [], 0
    for word in words:
        starts.append(place)
        place += len(word) + 1
    spans = [(a, b) for a, b, _ in stretches(labels)]
    for match in _PATTERN.finditer(text):
        inside = [i for i, start in enumerate(starts) if match.start() <= start < match.end()]
        spans.append((inside[0], inside[-1]))
    joined: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        else:
            joined.append((first, last))
    found = [UNSAID if label == UNSAID else "O" for label in labels]
    for first, last in joined:
        tag(found, first, last, "DATE")
    return found
