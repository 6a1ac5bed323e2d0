"""Streets, roads and towns called after a country, as places of one report; invented texts, shipped model."""

from __future__ import annotations

import pytest

from crossread.reading.encoder.model import Encoder
from crossread.reading.names import find_mentions
from crossread.records import Report
from crossread.trees import Tree


def found(encoder: Encoder, text: str) -> dict[str, str]:
    report = Report(id="r", source="r.txt", text=text)
    trees = tuple(Tree(s) for s in encoder.analyse("r", text).sentences)
    return {m.span.text: m.type for m in find_mentions(report, trees) if m.named}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police were called to 19 Maro St. at 1:27 a.m. and found four people there.", "Maro St."),
        ("A crash on 117th Street held up the buses for an hour on Monday.", "117th Street"),
        ("The bakery near East 52nd Street burned down on Monday night.", "East 52nd Street"),
        ("A truck spilled its load of apples on Highway 214 near the mill.", "Highway 214"),
        ("On Monday Wall Street fell after the news from the mills.", "Wall Street"),
        ("Schools in Mexico City were closed on Tuesday by the health ministry.", "Mexico City"),
        ("Schools in Panama City were closed on Tuesday by the health ministry.", "Panama City"),
    ],
)
def test_streets_and_towns_are_places(encoder: Encoder, text: str, place: str) -> None:
    assert found(encoder, text).get(place) == "place"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Four people were treated at St. Vincent's Hospital, the mayor said.",
            "St. Vincent's Hospital",
            "organisation",
        ),
        ("The Wall Street Journal reported the sale of the mill on Monday.", "Wall Street Journal", "media"),
        ("The singer was born in St. Louis and moved to Leeds as a child.", "St. Louis", "place"),
    ],
)
def test_what_only_looks_like_a_street(encoder: Encoder, text: str, name: str, kind: str) -> None:
    assert found(encoder, text).get(name) == kind


def test_the_street_that_people_talk_of_is_no_name(encoder: Encoder) -> None:
    assert found(encoder, "The street was closed and the avenue was full of people.") == {}
