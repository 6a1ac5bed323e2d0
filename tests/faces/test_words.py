"""Values as people write them."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given, strategies as st

from crossread.faces.render import words
from crossread.faces.render.lookup import Lookup
from crossread.records import UNTOLD, Dossier, Figure, FigureReading


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (None, None, "date unknown"),
        (date(2024, 5, 7), date(2024, 5, 7), "7 May 2024"),
        (date(2024, 5, 7), date(2024, 5, 10), "7–10 May 2024"),
        (date(2024, 1, 28), date(2024, 3, 8), "28 January – 8 March 2024"),
        (date(2023, 12, 28), date(2024, 1, 2), "28 December 2023 – 2 January 2024"),
        (date(2024, 4, 1), date(2024, 4, 30), "April 2024"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2014, 1, 1), date(2014, 12, 31), "2014"),
        (date(2014, 1, 1), date(2015, 12, 31), "2014–2015"),
        (date(2024, 5, 7), None, "since 7 May 2024"),
        (None, date(2024, 5, 7), "until 7 May 2024"),
    ],
)
def test_days(start: date | None, end: date | None, said: str) -> None:
    assert words.days(start, end) == said


@given(st.dates(), st.dates())
def test_any_two_days_can_be_said(one: date, other: date) -> None:
    assert words.days(min(one, other), max(one, other))


@pytest.mark.parametrize(
    ("value", "said"), [(None, "?"), (5.0, "5"), (2500, "2,500"), (1.5e9, "1,500,000,000"), (3.25, "3.25")]
)
def test_numbers(value: float | None, said: str) -> None:
    assert words.number(value) == said


def test_a_figure_shows_its_range_only_where_there_is_one() -> None:
    def figure(low: float | None, best: float | None, high: float | None) -> Figure:
        return Figure("f", "people hurt", "people", None, low, best, high, (), "single")

    assert words.figure(figure(5, 5, 5)) == "5"
    assert words.figure(figure(3, 5, 9)) == "5 (3–9)"
    assert words.figure(figure(3, 5, None)) == "5 (3 or more)"
    assert words.figure(figure(20, None, 99)) == "20–99"
    assert words.figure(figure(None, None, None)) == "?"


def test_a_reading_keeps_its_qualifier() -> None:
    assert words.reading(FigureReading(5, 5, None, "at least", None, "r", None, ())) == "at least 5"
    assert words.reading(FigureReading(None, None, None, "dozens", None, "r", None, ())) == "dozens"


@given(st.text(), st.integers(1, 40))
def test_a_line_is_one_line_and_harmless(text: str, limit: int) -> None:
    line = words.one_line(text, limit)
    assert len(line) <= limit
    assert not any(character in line for character in "\n\r\x1b\x00\x07\x9b\u202e\u2066")


def test_a_reason_names_outlets_and_not_ids(small: Dossier) -> None:
    said = Lookup(small).plainly("r-1 copies r-2 (91% of its words); not r-11 nor bar-1")
    assert said == "Valley Courier copies Hill Gazette (91% of its words); not r-11 nor bar-1"


def test_days_that_no_report_tells_are_marked(small: Dossier) -> None:
    incident = next(i for i in small.incidents if i.start and i.end and not i.date_basis.startswith(UNTOLD))
    plain = words.when(incident)
    assert plain == words.days(incident.start, incident.end)
    assert words.when(msgspec.structs.replace(incident, date_basis=f"{UNTOLD}; its report")) == f"{plain} (inferred)"
