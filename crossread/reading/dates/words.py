"""The words of date expressions: what each says, as one letter, so that a grammar can be written as patterns.

A word that means nothing to dates is ".". The letters are explained at `Word.kind`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import msgspec

from crossread import knowledge
from crossread.function_words import function_words


class CalendarKnowledge(msgspec.Struct, frozen=True):
    """The shape of `calendar.yml`; each list is explained there."""

    months: dict[str, int]
    weekdays: dict[str, int]
    doubtful: frozenset[str]
    seasons: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    vague_numbers: frozenset[str]
    couples: frozenset[str]
    units: dict[str, str]
    weekends: frozenset[str]
    day_parts: dict[str, str]
    points_of_day: frozenset[str]
    parts: dict[str, str]
    noun_parts: dict[str, str]
    deictic: dict[str, int]
    last: dict[str, str]
    next: dict[str, str]
    this: dict[str, str]
    between: frozenset[str]
    same: dict[str, str]
    before_dates: dict[str, str | None]
    or_so: frozenset[str]
    about: frozenset[str]
    more: frozenset[str]
    less: frozenset[str]
    over: frozenset[str]
    holidays: dict[str, list[int]]
    weekday_holidays: dict[str, list[int]]
    easter_holidays: dict[str, int]
    easter_weeks: dict[str, list[int]]
    orthodox_holidays: dict[str, int]
    hebrew: dict[str, list[int]]
    hijri: dict[str, list[int]]
    present: frozenset[str]
    past: frozenset[str]
    future: frozenset[str]
    adjective_references: dict[str, str]
    ordering: dict[str, frozenset[str]]
    sets: dict[str, str]
    every: frozenset[str]
    future_auxiliaries: frozenset[str]
    ahead: frozenset[str]
    ahead_objects: frozenset[str]
    decided: frozenset[str]
    as_ahead: frozenset[str]
    moves: frozenset[str]
    answers: frozenset[str]
    speech: frozenset[str]
    past_auxiliaries: frozenset[str]
    present_auxiliaries: frozenset[str]
    unchanged: frozenset[str]
    clock_words: dict[str, str]
    spelled_decades: dict[str, int]
    spoken_centuries: dict[str, int]
    fiscal: frozenset[str]
    periods: frozenset[str]
    ended: frozenset[str]
    amounts: frozenset[str]
    lasting: frozenset[str]
    before_months: frozenset[str]
    never_alone: frozenset[str]
    place_links: frozenset[str]
    ago: frozenset[str]
    from_another: dict[str, int]
    beside_another: dict[str, int]
    joining: frozenset[str]
    through: frozenset[str]
    through_alone: frozenset[str]
    ranges: frozenset[str]
    ranges_with_and: frozenset[str]
    openers: dict[str, str]
    ages: frozenset[str]
    years_any: frozenset[str]
    years_counted: frozenset[str]
    years_surely: frozenset[str]
    season_cases: frozenset[str]
    seasons_in_doubt: frozenset[str]
    over_before: frozenset[str]
    latest: frozenset[str]
    recent: frozenset[str]
    past_alone: frozenset[str]
    half: frozenset[str]
    tonight: frozenset[str]
    weekends_all: frozenset[str]
    again_endings: tuple[str, ...]
    one: frozenset[str]
    at_hours: frozenset[str]
    millennium: frozenset[str]
    years: frozenset[str]
    ahead_of: frozenset[str]
    moved_to: frozenset[str]
    lasting_to: frozenset[str]
    going_on: frozenset[str]
    asked_for: frozenset[str]
    had: frozenset[str]
    would: frozenset[str]
    could: frozenset[str]
    bare_be: frozenset[str]


def calendar() -> CalendarKnowledge:
    """The words of dates."""
    known: CalendarKnowledge = knowledge.load("calendar.yml", CalendarKnowledge, "en")
    return known


class Word(NamedTuple):
    """A word, or a part of a hyphened one, with its meaning.

    `kind`: M month, m doubtful month, W weekday, w doubtful weekday, Y year, y two figures after an apostrophe,
    D 1 to 31, O "8th", o "eighth", N other number, a "a", V vague number, C "couple", U unit, E weekend, P part of the
    day, S season, e early, b beginning …, t today …, L last, X next, T this, B same, d the, f of, p preposition,
    c comma, "-" dash, "&" and, ">" to or through, g ago, r earlier or later, k before or after, h holiday, I
    2024-05-07, "/" 9/21/17, K 1990s, Q Q3, H 10:35, z p.m. or GMT, R now or recently, j recent, s daily, v every,
    A about, "+" more than, "<" less than, x a half in figures, l long, F fiscal, u period, i
    more or consecutive, n nineties, "~" or so, "'" possessive, "." anything
    else.
    """

    start: int
    end: int
    text: str  # lower case, plain quotes, no full stop
    kind: str
    value: object
    token: int


_NUMBER = re.compile(r"\d+$")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+$")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)$")
_DECADE = re.compile(r"'?(\d{2}|\d{4})'?s$")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_SLASH = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?$|(\d{1,2})(\d{2})(?:gmt|hrs|utc)$")
_SHORT_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?([ap])\.?m$")
_HALF = frozenset({"1/2", "½"})
_QUARTER = re.compile(r"q([1-4])$")
WRITTEN_OUT = 6
"""Letters from which a month or weekday in small letters is one ("friday"): unedited texts write it so."""
LONGEST = 30
"""Characters from which on a word with digits is no part of a date: rows of thousands of them are not read at all."""
FIRST_YEAR, LAST_YEAR = 1200, 2150
"""Numbers of four figures that can be years of which news speaks."""


@lru_cache(maxsize=16384)
def meaning(word: str, capital: bool) -> tuple[str, object]:
    """Letter and value of one word, already in lower case."""
    known = calendar()
    for kind, table in tables():
        if word in table:
            return kind, table[word]
    if word in known.months or word in known.weekdays:
        month = word in known.months
        if not capital and (word in known.doubtful or len(word) < WRITTEN_OUT):
            return ".", None
        kind = "M" if month else "W"
        return kind.lower() if word in known.doubtful else kind, known.months.get(word, known.weekdays.get(word))
    return _number(word)


@lru_cache(maxsize=1)
def tables() -> tuple[tuple[str, dict[str, object]], ...]:
    """The words of each letter with their values, in the order in which a word is looked up."""
    known, small = calendar(), function_words()

    def fixed(words: object, value: object = None) -> dict[str, object]:
        return {str(word): value for word in words}  # type: ignore[attr-defined]

    references = {**fixed(known.present, "present"), **fixed(known.past, "past"), **fixed(known.future, "future")}
    tables: list[tuple[str, dict[str, object]]] = [
        ("P", dict(known.day_parts)), ("S", dict(known.seasons)), ("U", dict(known.units)),
        ("E", fixed(known.weekends)), ("e", dict(known.parts)), ("b", dict(known.noun_parts)),
        ("t", dict(known.deictic)), ("L", dict(known.last)),
        ("X", dict(known.next)), ("T", dict(known.this)), ("B", dict(known.same)), ("C", fixed(known.couples, 2)),
        ("+", fixed(known.more)), ("<", fixed(known.less)), ("o", dict(known.ordinals)), ("N", dict(known.numbers)),
        ("V", fixed(known.vague_numbers)), ("A", fixed(known.about)), ("s", dict(known.sets)),
        ("v", fixed(known.every)),
        ("R", references), ("j", dict(known.adjective_references)), ("g", fixed(known.ago)),
        ("r", dict(known.from_another)), ("k", dict(known.beside_another)),
        ("d", fixed(small.definite)), ("f", fixed(small.genitives)), ("a", fixed(small.indefinite, 1)),
        ("&", fixed(known.joining)),
        (">", fixed(known.through)), ("c", fixed([","])), ("-", fixed(["-"])),
        ("'", fixed(small.possessive_marks | small.apostrophes)),
        ("p", dict(known.before_dates)), ("z", dict(known.clock_words)), ("x", fixed(_HALF)),
        ("F", fixed(known.fiscal)), ("u", fixed(known.periods)), ("l", fixed(known.lasting)),
        ("i", fixed(known.between)), ("~", fixed(known.or_so)), ("n", dict(known.spelled_decades)),
    ]  # fmt: skip
    return tuple(tables)


def _number(word: str) -> tuple[str, object]:
    if len(word) >= LONGEST or not any(map(str.isdigit, word)):
        return ".", None
    if match := _SHORT_CLOCK.match(word):
        return "H", (int(match[1]) % 12 + 12 * (match[3] == "p"), int(match[2] or 0))
    if _NUMBER.match(word) or _THOUSANDS.match(word):
        number = int(word.replace(",", ""))
        if "," in word:
            return "N", number
        if len(word) == 4 and FIRST_YEAR <= number <= LAST_YEAR:
            return "Y", number
        return ("D" if 1 <= number <= 31 and len(word) <= 2 else "N"), number
    for pattern, kind in ((_ORDINAL, "O"), (_QUARTER, "Q")):
        if match := pattern.match(word):
            return kind, int(match[1])
    if match := _DECADE.match(word):
        number = int(match[1])
        if number % 10 == 0 and (number < 100 or number >= FIRST_YEAR):
            return "K", number if number > 99 else 1900 + number if number >= 20 else 2000 + number
    return _figures(word)


def _figures(word: str) -> tuple[str, object]:
    if match := _ISO.match(word):
        return "I", tuple(int(part) for part in match.groups())
    if match := _SLASH.match(word):
        return "/", tuple(int(part) for part in match.groups())
    if match := _CLOCK.match(word):
        return "H", (int(match[1] or match[3]), int(match[2] or match[4]))
    return ".", None
