"""Outlet, byline and date in the lines around a title; no report credits itself."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.intake import mastheads, read_bytes
from crossread.records import Report

TITLE = "Boats stay in Lanmoor"
BODY = (
    "Fishermen refused to leave port on Tuesday after the ministry doubled the diesel fee, their union said.",
    "The union's leader, Petra Voss, said that sixty boats would stay where they are until the talks begin again.",
    "The harbour was quiet in the evening, a guard told {}.",
)


def report(*lines: str) -> Report:
    taken = read_bytes("saved.txt", "\n".join(lines).encode())
    assert isinstance(taken, Report), taken
    return taken


@pytest.mark.parametrize(
    ("lines", "outlet", "byline"),
    [
        (("Ostrel Ledger", "Friday, March 7, 2025"), "Ostrel Ledger", None),
        (("The Lanmoor Lamp", "Published 2025-03-07"), "The Lanmoor Lamp", None),
        (("Radio Lanmoor | Fri, 07 Mar 2025 19:40",), "Radio Lanmoor", None),
        (("Ostrel Today, 7 March 2025",), "Ostrel Today", None),
        (("Lanmoor Express - March 7, 2025 - 9:15 am",), "Lanmoor Express", None),
        (("By Ana Bell", "Published 7 March 2025"), None, "Ana Bell"),
        (("By Ana Bell | March 7, 2025",), None, "Ana Bell"),
        (("by: Ana Bell, Lanmoor News Updated: Mar 7, 2025 - 9:35 AM",), "Lanmoor News", "Ana Bell"),
        (("Ana Bell", "March 7, 2025"), None, "Ana Bell"),
    ],
)
def test_lines_under_the_title_leave_the_text(lines: tuple[str, ...], outlet: str | None, byline: str | None) -> None:
    taken = report(TITLE, *lines, "", *(line.format(outlet or "nobody") for line in BODY))
    assert taken.title == TITLE
    assert (taken.outlet, taken.byline) == (outlet, byline)
    assert {item.text for item in taken.removed} == set(lines)
    assert all(clue.start == date(2025, 3, 7) for clue in taken.clues)
    assert taken.clues
    assert taken.credits == ()


@pytest.mark.parametrize(
    "line",
    [
        "Ministry to publish fees on March 7, 2025",
        "Harbour fees, March 7, 2025: what we know",
        "Ana Bell told the harbour guard on March 7, 2025 that the boats stay",
    ],
)
def test_text_with_a_date_in_it_is_no_masthead(line: str) -> None:
    assert mastheads.read(line, below_title=True) is None


def test_the_writers_box_names_the_outlet() -> None:
    box = "Ana Bell is a reporter for Ostrel Today. She covers ports."
    taken = report(TITLE, "By Ana Bell", "", *(line.format("Ostrel Today") for line in BODY), box)
    assert taken.outlet == "Ostrel Today"
    assert taken.credits == ()


@pytest.mark.parametrize("above", ["POLITICS", "Home » News", "Sign In | Subscribe", "News > World"])
def test_menus_above_a_title_that_ends_in_a_full_stop(above: str) -> None:
    taken = report(above, "", "Boats Stay In Lanmoor As Fees Rise.", "", *BODY)
    assert taken.title == "Boats Stay In Lanmoor As Fees Rise."
    assert [item.text for item in taken.removed] == [above]


def test_a_short_first_sentence_is_no_title() -> None:
    taken = report("The boats stay.", "", *BODY)
    assert taken.title is None


@pytest.mark.parametrize(
    ("lines", "outlet", "byline"),
    [
        (("Coast Watch Abroad", "7 March 2025"), "Coast Watch Abroad", None),
        (("Coast Watch Abroad, Ostrel, 7 March 2025",), "Coast Watch Abroad", None),
        (("Petra Voss", "7 March 2025"), None, "Petra Voss"),
    ],
)
def test_a_body_that_speaks_in_its_own_release_is_no_writer(
    lines: tuple[str, ...], outlet: str | None, byline: str | None
) -> None:
    taken = report(TITLE, *lines, "", *BODY, "Coast Watch Abroad said today that the fee must be halved at once.")
    assert (taken.outlet, taken.byline) == (outlet, byline)
