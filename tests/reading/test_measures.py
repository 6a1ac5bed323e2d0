"""Numbers with a unit: which there are, and what they measure, read with the shipped model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.reading.figures.numerals import find_numerals
from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]


@pytest.mark.parametrize(
    ("text", "value", "unit", "counts"),
    [
        ("A 6.1-magnitude earthquake struck the island.", 6.1, "magnitude", "magnitude"),
        ("The quake measured 5.4 on the Richter scale.", 5.4, "magnitude", "magnitude"),
        ("The ministry put the magnitude at 5.9.", 5.9, "magnitude", "magnitude"),
        ("The plane was at an altitude of 31,000 feet.", 31000, "feet", "height"),
        ("Turnout was 61 percent.", 61, "percent", "turnout"),
        ("The mine lies 35 miles southwest of Tarsk.", 35, "miles", "distance from Tarsk"),
        ("Shares fell 9 percent on Friday.", 9, "percent", "fall of stock"),
        ("The ferry costs 12 euros.", 12, "euros", "price"),
    ],
)
def test_measures(read: Read, text: str, value: float, unit: str, counts: str) -> None:
    _, reading = read(text)
    assert [(q.value, q.unit, q.counts) for q in reading.quantities] == [(value, unit, counts)]


@pytest.mark.parametrize(
    ("text", "value", "counts"),
    [
        ("Tarsk has a population of 120,000.", 120000, "inhabitants"),
        ("The ferry left with a crew of seven.", 7, "crew"),
        ("The party sits in a 300-seat parliament.", 300, "seats"),
        ("Another 2,000 are waiting.", 2000, "people"),
        ("The island is home to 5,000 people.", 5000, "inhabitants"),
        ("The driver was shot 11 times.", 11, "shots hit"),
    ],
)
def test_bodies_of_people_are_counted(read: Read, text: str, value: float, counts: str) -> None:
    _, reading = read(text)
    assert (value, counts) in [(q.value, q.counts) for q in reading.quantities]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a euro110 billion loan", 110e9, "euros"),
        ("a fine of USD 5 million", 5e6, "dollars"),
        ("240 mm of rain", 240, "millimetres"),
        ("stored at -20C", -20, "degrees"),
        ("at minus 12 degrees", -12, "degrees"),
        ("in 41C heat", 41, "degrees"),
        ("a town", None, None),
        ("a 9mm pistol", None, None),
    ],
)
def test_units_as_they_are_written(text: str, value: float | None, unit: str | None) -> None:
    assert [(n.value, n.unit) for n in find_numerals(text)] == ([] if value is None else [(value, unit)])


def test_over_some_years_is_during_them() -> None:
    assert [n.low == n.high for n in find_numerals("loans over three years")] == [True]
    assert [n.high for n in find_numerals("it lasted over three years")] == [None]
