"""Full dates as they are written in the lines around a report: finding them, and telling what a date line says of
them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import msgspec

from crossread import knowledge
from crossread.records import ClueKind
from crossread.spelling import either

LANGUAGE = "en"
FIRST_YEAR, LAST_YEAR = 1700, 2199
"""Years that a report can have; a number outside is no year of publication."""


SHORT_YEAR = 70
"""Two digits from which a year is of the last century: news older than 1970 is hardly saved with such a date."""


LONGEST_LINE = 120
"""Characters of a line of dates; longer ones are text."""


class DatelineKnowledge(msgspec.Struct, frozen=True):
    """The shape of `datelines.yml`; each list is explained there."""

    months: dict[str, int]
    weekdays: list[str]
    modified: list[str]
    published: list[str]
    rendered: list[str]
    fillers: frozenset[str]
    month_first: frozenset[str]
    undated: tuple[str, ...]
    nameless: frozenset[str]
    place_words: tuple[str, ...]
    others: tuple[str, ...]


class Elsewhere(msgspec.Struct, frozen=True):
    """The shape of `months.yml`: dates in other languages; each list is explained there."""

    months: dict[str, int]
    weekdays: frozenset[str]
    modified: list[str]
    published: list[str]
    fillers: frozenset[str]
    between: list[str]


class Written(NamedTuple):
    """A full date at `text[start:end]`; `weekday` tells that a day of the week stands with it."""

    start: int
    end: int
    day: date
    weekday: bool


def known() -> DatelineKnowledge:
    return knowledge.load("datelines.yml", DatelineKnowledge, LANGUAGE)


def elsewhere() -> Elsewhere:
    return knowledge.load("months.yml", Elsewhere)


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    return {**elsewhere().months, **known().months}


@lru_cache(maxsize=1)
def _no_words() -> frozenset[str]:
    """Words that stand with a date and are neither a name nor text: fillers and weekdays."""
    return known().fillers | elsewhere().fillers | frozenset(known().weekdays) | elsewhere().weekdays


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    k = known()
    month = f"(?:{either(list(_months()))})\\.?"
    weekday = f"(?P<weekday>\\b(?:{either(k.weekdays)})\\b\\.?,?\\s+)?"
    of = f"(?:(?:of|{either(elsewhere().between)})\\s+)?"
    forms = (
        rf"{weekday}(?:\b|(?-i:(?<=[a-z\d])(?=[A-Z])))(?P<m1>{month})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?:at\s+)?(?P<y1>\d{{4}})(?!\d)",
        rf"\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.|º|er)?\s+{of}(?P<m2>{month}),?\s+{of}(?P<y2>\d{{4}})(?!\d)",
        rf"\b(?P<d5>\d{{1,2}})-(?P<m5>{month})-(?P<y5>\d{{4}})\b",
        r"(?<!\d)(?P<y3>\d{4})(?P<sep>[-/.])(?P<m3>\d{1,2})(?P=sep)(?P<d3>\d{1,2})(?=\D|T|$)",
        r"(?<![\d/.])(?P<a>\d{1,2})(?P<sep2>[/.-])(?P<b>\d{1,2})(?P=sep2)(?P<y4>\d{4}|\d{2})(?![\d/.-]\d|\d)",
    )
    return re.compile("|".join(forms), re.I)


def full_dates(text: str, country: str | None = None) -> list[Written]:
    """The full dates of `text` in order. `country` (of the outlet) tells whether day or month comes first in 3/4/2024;
    without it such a date is left out, unless only one reading exists."""
    if not any(character.isdigit() for character in text):
        return []
    found = []
    for match in _pattern().finditer(text):
        day = _day_of(match, country)
        if day:
            before = text[max(0, match.start() - 12) : match.start()].lower().rstrip(" ,.").rpartition(" ")[2]
            weekday = bool(match["weekday"]) or before in known().weekdays
            found.append(Written(match.start(), match.end(), day, weekday))
    return found


def _day_of(match: re.Match[str], country: str | None) -> date | None:
    months = _months()
    for number in "125":
        if match[f"m{number}"]:
            month = months[match[f"m{number}"].lower().rstrip(".")]
            return _day(match[f"y{number}"], month, match[f"d{number}"])
    if match["y3"]:
        return _day(match["y3"], match["m3"], match["d3"])
    first, second, year = match["a"], match["b"], match["y4"]
    if len(year) == 2:  # "11/28/05": only where nothing else can be meant, and never "3.5.20"
        if match["sep2"] != "/":
            return None
        year = ("19" if int(year) >= SHORT_YEAR else "20") + year
    american, other = _day(year, first, second), _day(year, second, first)
    if match["sep2"] == ".":
        return other
    if country:
        return (american or other) if country in known().month_first else (other or american)
    readings = {american, other} - {None}
    return readings.pop() if len(readings) == 1 else None


def _day(year: str, month: str | int, day: str) -> date | None:
    try:
        made = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return made if FIRST_YEAR <= made.year <= LAST_YEAR else None


# --------------------------------------------------------------------------- date lines

_TIME = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s?[ap]\.?m\b\.?|[+-]\d{2}:?\d{2}\b|\b\d{4}\s?(?:gmt|hrs)\b",
    re.I,
)
_WORD = re.compile(r"[^\W\d_][\w.'-]*")


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    k = known()
    more = elsewhere()
    groups = (
        ("modified", [*k.modified, *more.modified]),
        ("published", [*k.published, *more.published]),
        ("rendered", k.rendered),
    )
    return re.compile("|".join(rf"(?P<{name}>\b(?:{either(words)})\b)" for name, words in groups), re.I)


def label(before: str) -> ClueKind | None:
    """What the words in front of a date say that it dates; the last label counts ("Posted … Updated …")."""
    kind: ClueKind | None = None
    for match in _labels().finditer(before):
        kind = "modified" if match["modified"] else "published" if match["published"] else "rendered"
    return kind


@lru_cache(maxsize=1)
def _others() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{either(known().others)})\b", re.I)


def of_another(before: str) -> bool:
    """Whether the words in front of a date make it another thing's ("Born on 5 May 1974", "Photo taken 3 May")."""
    return _others().search(before) is not None


def without_labels(text: str) -> str:
    """A piece of a date line without times and the labels of dates ("Published", "Updated")."""
    return _labels().sub(" ", _TIME.sub(" ", text))


def leftover(line: str, dates: list[Written]) -> list[str]:
    """The words of a line that are neither date, time, label nor filler: a date line has next to none."""
    parts, at = [], 0
    for written in dates:
        parts.append(line[at : written.start])
        at = written.end
    rest = without_labels(" ".join([*parts, line[at:]]))
    return [word for word in _WORD.findall(rest) if not {word.lower(), word.lower().rstrip(".,")} & _no_words()]


def before_date(text: str) -> str:
    """A piece of a date line without the fillers that lead to its date ("Ana Bell on")."""
    words = text.split()
    while words and words[-1].lower() in _no_words():
        words.pop()
    return " ".join(words)


def is_date_line(line: str, most: int = 1) -> bool:
    """Whether a line holds a date and next to nothing else: `most` other words."""
    days = full_dates(line) if len(line) < LONGEST_LINE else []
    return bool(days) and len(leftover(line, days)) <= most


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    k = known()
    month, weekday = either(list(k.months)), either(k.weekdays)
    day = rf"(?:{month})\b\.? \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:{month})\b\.?"
    return re.compile(rf"^(?:{either(k.published)}):? (?:(?:{weekday})\.?,? )?(?P<day>{day})(?!,? \d{{4}}\b|\d)", re.I)


def labelled_day(line: str) -> str | None:
    """Day and month of a short line that begins by saying that they are those of publication, without a year."""
    match = _labelled().match(line) if len(line) < LONGEST_LINE else None
    return match["day"] if match and len(leftover(line.replace(match["day"], " "), [])) <= 1 else None
