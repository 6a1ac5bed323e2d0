"""Dates around a report: what is found, what it is taken for, and what is estimated from it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from crossread.intake import clues, written
from crossread.records import DateClue

DAY = date(2021, 3, 4)


@pytest.mark.parametrize(
    "text",
    [
        "2021-03-04",
        "March 4, 2021",
        "Mar. 4th 2021",
        "4 March 2021",
        "Thursday, 4 Mar 2021",
        "04-Mar-2021",
        "04.03.2021",
        "2021/03/04 10:00",
    ],
)
def test_full_dates_in_every_form(text: str) -> None:
    assert [found.day for found in written.full_dates(text)] == [DAY]


def test_day_and_month_in_figures_are_left_open_unless_the_country_or_the_numbers_tell() -> None:
    assert written.full_dates("03/04/2021") == []
    assert written.full_dates("03/04/2021", "US")[0].day == DAY
    assert written.full_dates("04/03/2021", "GB")[0].day == DAY
    assert written.full_dates("25/03/2021")[0].day == date(2021, 3, 25)


@pytest.mark.parametrize("text", ["2021-02-30", "31 April 2021", "May 2021", "5 May", "1234567890", "32/13/2021"])
def test_what_is_no_full_date(text: str) -> None:
    assert written.full_dates(text) == []


@given(st.dates(date(1970, 1, 1), date(2100, 1, 1)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%Y-%m-%d", "%B %d, %Y", "%d %b %Y", "%A, %B %d, %Y"):
        assert [found.day for found in written.full_dates(day.strftime(form))] == [day]


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Published 2021-03-04", ["published"]),
        ("Last updated on March 4, 2021 at 9:00", ["modified"]),
        ("Posted: 2021-03-04 Updated: 2021-03-05", ["published", "modified"]),
        ("Printed on 4 March 2021", ["rendered"]),
        ("4 March 2021", ["unknown"]),
    ],
)
def test_labels_tell_the_kind(line: str, kinds: list[str]) -> None:
    assert [clue.kind for clue in clues.of_line(line)] == kinds


@pytest.mark.parametrize(
    ("url", "kind", "day"),
    [
        ("https://post.example/2021/03/04/bridge-closed", "published", DAY),
        ("https://post.example/news/2021/mar/04/bridge", "published", DAY),
        ("https://post.example/20210304-bridge", "published", DAY),
        ("https://archive.example/web/20210304101112/http://post.example/bridge", "crawled", DAY),
    ],
)
def test_dates_in_addresses(url: str, kind: str, day: date) -> None:
    assert [(clue.kind, clue.start) for clue in clues.of_url(url)] == [(kind, day)]


@pytest.mark.parametrize(
    "url",
    [
        "https://post.example/2021/12/bridge",
        "https://post.example/1582045946_459487.html",
        "https://post.example/a-191211",
    ],
)
def test_numbers_in_addresses_that_are_no_days(url: str) -> None:
    assert clues.of_url(url) == ()


def test_a_dateline_takes_its_year_from_another_clue() -> None:
    near = (clues.clue("published", date(2021, 3, 5), "text", "March 5, 2021", "a date line"),)
    found = clues.of_dateline("OSTREL, March 4 (Newsco) -- The bridge is closed.", near)
    assert found is not None
    assert (found.start, found.basis) == (DAY, "dateline")
    assert clues.of_dateline("OSTREL, March 4 (Newsco) -- The bridge is closed.", ()) is None


def _clue(kind: str, day: date, basis: str) -> DateClue:
    return DateClue(kind, day, day, basis, "x", "x")  # type: ignore[arg-type]


def _estimated(*items: tuple[str, date, str]) -> tuple[date, str]:
    found = clues.estimate([_clue(*item) for item in items])
    assert found is not None
    return found.start, found.basis


def test_the_estimate_prefers_what_says_published() -> None:
    earlier, later = date(2021, 3, 4), date(2021, 3, 9)
    assert _estimated(("modified", later, "modified"), ("published", earlier, "text")) == (earlier, "text")
    assert _estimated(("modified", later, "modified")) == (later, "modified")
    assert _estimated(("published", later, "metadata"), ("published", earlier, "url")) == (earlier, "url")


def test_bounds_alone_give_no_estimate() -> None:
    assert clues.estimate([_clue("rendered", DAY, "text"), _clue("crawled", DAY, "crawled")]) is None
    post = clues.of_post("The bridge fell. — Jon Reed (@jonreed) March 4, 2021")
    assert post is not None
    assert clues.estimate([post]) is None
    assert clues.estimate([]) is None


def test_a_photograph_is_not_younger_than_its_report() -> None:
    found = clues.of_caption("Boats lie in the harbour of Lanmoor on Thursday, June 16, 2016.")
    assert [(clue.kind, clue.start) for clue in found] == [("shown", date(2016, 6, 16))]
    assert clues.estimate(found) is None
