"""Bare names in a report's head: the outlet's or the writer's."""

from __future__ import annotations

import pytest

from crossread.intake import outlet_signs, read_bytes
from crossread.intake.unlisted import is_elsewhere
from crossread.records import Report

TITLE = "Glassworks of Sarn will close by the autumn"
BODY = (
    "The glassworks of Sarn will close by the autumn and 300 people will lose their work, its owners said on Monday.",
    "The mayor, Petra Voss, told {} that the town would look for a buyer until the last furnace goes out.",
    "A meeting of all the workers is to be held in the hall of the glassworks on Friday evening, a union said.",
)


def head(*lines: str, told: str = "a meeting") -> tuple[str | None, str | None, str | None]:
    taken = read_bytes("saved.txt", "\n".join([*lines, "", *(line.format(told) for line in BODY)]).encode())
    assert isinstance(taken, Report)
    assert taken.text.startswith(taken.title or "The glassworks")
    return taken.title, taken.outlet, taken.byline


@pytest.mark.parametrize(
    ("lines", "told", "outlet", "byline"),
    [
        ((TITLE, "Sarn Alda, 4 May 2026"), "Sarn Alda", "Sarn Alda", None),
        ((TITLE, "Sarn Alda, 4 May 2026"), "a meeting", None, "Sarn Alda"),
        ((TITLE, "4 May 2026", "Valley Reporters' Union (VRU)"), "a meeting", "Valley Reporters' Union", None),
        ((TITLE, "By Ana Bell, The Sarn Lamp", "4 May 2026"), "a meeting", "The Sarn Lamp", "Ana Bell"),
        ((TITLE, "By Ana Bell, Chief Correspondent", "4 May 2026"), "a meeting", None, "Ana Bell, Chief Correspondent"),
        ((TITLE, "El Alba", "4 May 2026"), "a meeting", "El Alba", None),
        ((TITLE, "Sarn Post. May 4 2026. Staff reporter"), "a meeting", "Sarn Post", None),
        ((TITLE, "Posted by Ana B. on May 4, 2026"), "a meeting", None, "Ana B."),
        (("SARN CHRONICLE", "Monday, 4 May 2026", TITLE, "By Ana Bell"), "a meeting", "SARN CHRONICLE", "Ana Bell"),
        (("Sarn Alda | 4 May 2026", TITLE), "Sarn Alda", "Sarn Alda", None),
        (("Glass and Fire (blog)", "4 May 2026", TITLE), "a meeting", "Glass and Fire", None),
        ((TITLE, "NEWS STORY", "4 May 2026"), "a meeting", None, None),
        (
            (TITLE, "By ANA BELL, MARY VOSS and TOM RAY", "4 May 2026"),
            "a meeting",
            None,
            "ANA BELL, MARY VOSS and TOM RAY",
        ),
        (("The Sarn Patriot", TITLE, "4 May 2026"), "The Patriot", "The Sarn Patriot", None),
    ],
)
def test_the_head_tells_outlet_and_writer(
    lines: tuple[str, ...], told: str, outlet: str | None, byline: str | None
) -> None:
    assert head(*lines, told=told) == (TITLE, outlet, byline)


def test_a_short_title_above_its_summary_stays_the_title() -> None:
    title, outlet, _ = head("The Last Furnace", "How a town of glass loses its trade", "By Ana Bell", "4 May 2026")
    assert (title, outlet) == ("The Last Furnace", None)


def test_a_bracket_says_what_the_name_is() -> None:
    assert outlet_signs.bare("Glass and Fire (blog)") == "Glass and Fire"
    assert outlet_signs.bare("Ana Bell (in Sarn)") == "Ana Bell (in Sarn)"


@pytest.mark.parametrize(
    "name", ["The Hague", "Los Angeles", "Dominican Republic", "Hezbollah", "Thomas Wren", "Germany"]
)
def test_a_place_an_actor_or_a_person_is_no_outlet(name: str) -> None:
    assert is_elsewhere(name)
    assert not outlet_signs.is_outlet(name, [f"A clerk told {name} that the mill was shut."])


def test_what_a_writer_is_is_no_outlet() -> None:
    assert outlet_signs.signed("Ana Bell, Crime Reporter", ["She told Crime Reporter so."]) is None
    assert outlet_signs.signed("Ana Bell, Los Angeles", []) is None
