"""Saved texts: title, header lines and body are told apart, and nothing is lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from crossread.intake import read_bytes
from crossread.records import Report

BODY = (
    "Fishermen in the harbour of Lanmoor refused to leave port on Tuesday after the ministry doubled the diesel fee, "
    "their union said.",
    "The union's leader, Petra Voss, said that sixty boats would stay where they are until the talks begin again.",
    "The ministry did not answer a request for comment, and the harbour was quiet in the evening.",
)


def report(*lines: str) -> Report:
    taken = read_bytes("saved.txt", "\n\n".join(lines).encode())
    assert isinstance(taken, Report), taken
    return taken


def reasons(taken: Report) -> dict[str, str]:
    return {item.text: item.why for item in taken.removed}


def test_the_title_stands_once_and_first() -> None:
    taken = report("Fishermen stay in port over diesel fee", *BODY)
    assert taken.title == "Fishermen stay in port over diesel fee"
    assert taken.text == "\n\n".join(["Fishermen stay in port over diesel fee", *BODY])
    assert taken.removed == ()


def test_a_text_that_begins_with_its_first_sentence_has_no_title() -> None:
    taken = report(*BODY)
    assert taken.title is None
    assert taken.text == "\n\n".join(BODY)


def test_a_title_may_end_in_a_full_stop_where_a_date_follows() -> None:
    taken = report("Boats stay in. The ministry shrugs.", "30 May 2018", *BODY)
    assert taken.title == "Boats stay in. The ministry shrugs."


def test_a_title_that_is_repeated_is_removed_with_its_reason() -> None:
    title = "Fishermen stay in port over diesel fee"
    taken = report(title, title, f"  • {title}", *BODY)
    assert taken.text.count(title) == 1
    assert reasons(taken)[title] == "title repeated"


def test_a_teaser_that_breaks_off_is_removed() -> None:
    teaser = BODY[0][:70] + "..."
    taken = report("Fishermen stay in port over diesel fee", teaser, *BODY)
    assert reasons(taken) == {teaser: "teaser of the text below"}


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Fishermen stay in port | KXQZ News 7", "KXQZ News 7"),
        ("Fishermen stay in port - Lanmoor Herald", "Lanmoor Herald"),
        ("Fishermen stay in port – lanmoornews.com", "lanmoornews.com"),
    ],
)
def test_the_site_behind_the_title_is_cut_off_and_is_the_outlet(title: str, site: str) -> None:
    taken = report(title, *BODY)
    assert taken.title == "Fishermen stay in port"
    assert reasons(taken)[site] == "name of the site in the title"
    assert taken.outlet == site


def test_a_dash_in_a_title_is_no_site() -> None:
    assert (
        report("Diesel fee doubled - fishermen stay in port", *BODY).title
        == "Diesel fee doubled - fishermen stay in port"
    )


def test_menu_lines_above_the_title_go_and_their_date_is_the_day_of_rendering() -> None:
    taken = report("Sunday, May 5, 2024", "HomeEconomyFishermen stay in port", "Fishermen stay in port", *BODY)
    assert taken.title == "Fishermen stay in port"
    assert [(clue.kind, clue.start) for clue in taken.clues] == [("rendered", date(2024, 5, 5))]
    assert taken.published is None


def test_header_dates_get_their_kinds() -> None:
    taken = report(
        "Fishermen stay in port", "(last modified Fri, 09 Feb 2024 09:21:09 GMT )", "Feb 08, 2024 09:21 UTC", *BODY
    )
    assert [(clue.kind, clue.start.day) for clue in taken.clues] == [("modified", 9), ("published", 8)]
    assert taken.published is not None
    assert (taken.published.start, taken.published.basis) == (date(2024, 2, 8), "text")


def test_a_date_glued_to_the_title_is_cut_off() -> None:
    taken = report(
        "Fishermen stay in port Posted: April 15, 2014 10:21 PM EDT Updated: April 18, 2014 1:00 PM EDT",
        *BODY,
    )
    assert taken.title == "Fishermen stay in port"
    assert {(clue.kind, clue.start.day) for clue in taken.clues} == {("published", 15), ("modified", 18)}


def test_bylines_are_kept_as_bylines() -> None:
    taken = report("Fishermen stay in port", "By Ida Quell", "12 March 2021", *BODY)
    assert taken.byline == "Ida Quell"
    assert "Ida Quell" not in taken.text


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    sentence = "On May 5, 2024, the fee was doubled."
    assert sentence in report("Fishermen stay in port", sentence, *BODY).text


def test_text_wrapped_by_hand_is_joined_to_paragraphs() -> None:
    wrapped = "\n".join(BODY[0][at : at + 40] for at in range(0, len(BODY[0]), 40))
    wrapped = "\n".join(line.strip() for line in wrapped.splitlines())
    lines = [" ".join(part.split()) for part in BODY]
    folded = "\n\n".join("\n".join(_fold(line)) for line in lines)
    taken = read_bytes("mail.txt", folded.encode())
    assert isinstance(taken, Report)
    assert taken.text == "\n\n".join(lines)


def _fold(line: str, width: int = 60) -> list[str]:
    import textwrap

    return textwrap.wrap(line, width, break_on_hyphens=False)


WORDS = st.sampled_from(
    [
        "the",
        "harbour",
        "boats",
        "said",
        "on",
        "Tuesday",
        "fee",
        "port",
        "Voss",
        "ministry",
        "union",
        "read",
        "more",
        "copyright",
        "image:",
        "5",
        "May",
        "2024",
        "by",
    ]
)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=25).map(" ".join), min_size=1, max_size=12)


@given(LINES)
def test_nothing_is_dropped_silently(lines: list[str]) -> None:
    taken = read_bytes("saved.txt", ("\n\n".join([*lines, *BODY])).encode())
    assert isinstance(taken, Report)
    everywhere = taken.text + "\n" + "\n".join(item.text for item in taken.removed)
    assert all(line in everywhere for line in lines)


@given(LINES)
def test_the_same_bytes_give_the_same_report(lines: list[str]) -> None:
    raw = "\n".join([*lines, *BODY]).encode()
    assert read_bytes("a.txt", raw) == read_bytes("a.txt", raw)


def test_a_clean_text_is_left_as_it_is() -> None:
    once = report("Fishermen stay in port over diesel fee", "READ: Something else entirely", *BODY, "Leave a Reply")
    again = read_bytes("saved.txt", once.text.encode())
    assert isinstance(again, Report)
    assert again.text == once.text
