"""The date beside a report's head, and days of publication without a year."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.intake import near_dates, read_bytes, written
from crossread.records import Report

TEXT = "The bridge over the Tal was closed on Monday because a pillar has a crack, the ministry said in Ostrel. "


def published(*lines: str) -> date | None:
    taken = read_bytes("a.txt", "\n\n".join(lines).encode())
    assert isinstance(taken, Report)
    return taken.published.start if taken.published else None


@pytest.mark.parametrize(
    "line",
    [
        "Ana Bell · May 5, 2024 · 4 min read",
        "Written by Ana Bell, PhD on May 5, 2024",
        "Von Ana Bell 5. Mai 2024 00:04 Uhr",
        "por Ana Bell 5 mayo, 2024",
        "Bridges, 05.05.2024 13:30",
        "On behalf of Bell, Voss & Bell, posted in Bridges and Roads on Sunday, May 5, 2024.",
    ],
)
def test_a_line_below_the_title_dates_the_report(line: str) -> None:
    assert published("Bridge closed over the Tal", line, TEXT * 3, TEXT * 3) == date(2024, 5, 5)


def test_a_caption_or_a_sentence_does_not() -> None:
    caption = "Cars wait at the bridge over the Tal in the town of Ostrel on Monday, May 5, 2014. (Photo: Ana Bell)"
    assert published("Bridge closed over the Tal", caption, TEXT * 3, TEXT * 3) is None


@pytest.mark.parametrize(
    "line",
    ["5 May 1994: bridge opens", "It is about the bridge of May 5, 1994."],
)
def test_what_tells_something_of_its_day_dates_nothing(line: str) -> None:
    assert published("Bridge closed over the Tal", line, TEXT * 3, TEXT * 3) is None


def test_a_label_counts_for_more_than_a_day_of_change() -> None:
    lines = ["Bridge closed over the Tal", "UPDATED: May 6, 2024", TEXT * 3, TEXT * 3, "Published: May 4, 2024, 6 p.m."]
    assert published(*lines) == date(2024, 5, 4)


def test_the_year_may_come_from_elsewhere() -> None:
    lines = ["Bridge closed over the Tal", "Posted Nov 18, 8:19 PM", TEXT * 3, TEXT * 3, "Copyright 2019 Ostrel Herald"]
    assert published(*lines) == date(2019, 11, 18)
    assert near_dates.without_year(["Posted Nov 18, 8:19 PM"], ()) is None
    assert written.labelled_day("Posted Nov 18, 2019") is None


def test_the_address_in_the_first_line_is_the_pages() -> None:
    lines = ["https://tal.example/2024/05/05/bridge-closed", "Bridge closed over the Tal", TEXT * 3, TEXT * 3]
    taken = read_bytes("a.txt", "\n\n".join(lines).encode())
    assert isinstance(taken, Report)
    assert taken.title == "Bridge closed over the Tal"
    assert taken.published is not None
    assert taken.published.basis == "url"
    assert taken.removed[0].why == "the page's address"


@pytest.mark.parametrize(
    "line",
    ["Born on 5 May 1974", "Photo taken 3 May 2018", "Related: Storm of 3 May 2018"],
)
def test_a_day_of_something_else_is_not_the_report_s(line: str) -> None:
    body = (
        "The ferry to Maro ran aground on a sandbank early on Tuesday and forty passengers were brought ashore.",
        "Nobody was hurt, but the ship will stay where it is until the spring tide lifts it, a spokesman said then.",
        "A second ferry is to take over the route from Wednesday, and tickets bought for the first remain valid.",
    )
    report = read_bytes("ferry.txt", "\n\n".join(("Ferry runs aground off Maro", *body, line)).encode())
    assert isinstance(report, Report)
    assert report.published is None
