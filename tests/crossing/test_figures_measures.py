"""Readings of one measure put together over reports and units, and kept apart where they measure different things."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from crossread import pipeline
from crossread.crossing.figures.units import agree, converted, same
from crossread.records import Figure, Published, Quantity, Reading, Report, Span

Read = Callable[..., tuple[Report, Reading]]


def length(value: float, unit: str) -> Quantity:
    span = Span("r", 0, 1, "x")
    return Quantity(span, value, value, value, None, unit, "depth", "depth", span)


def figures(read: Read, *texts: str) -> tuple[Figure, ...]:
    day = Published(date(2031, 5, 3), date(2031, 5, 3), "metadata")
    reports, readings = [], []
    for n, text in enumerate(texts):
        report, reading = read(text, f"r{n}")
        reports.append(Report(report.id, report.source, report.text, published=day))
        readings.append(reading)
    return pipeline.cross(reports, readings).figures


def test_more_than_is_not_far_more() -> None:
    more, at_least = (
        Quantity(Span("r", 0, 1, "x"), 26000, 26000, None, words, None, "people", "people", Span("r", 0, 1, "x"))
        for words in ("more than", "at least")
    )
    far = Quantity(Span("r", 0, 1, "x"), 31000, 31000, 31000, None, None, "people", "people", Span("r", 0, 1, "x"))
    assert not agree(more, far)
    assert agree(at_least, far)


def test_units_of_one_dimension_are_compared() -> None:
    assert same(length(58, "kilometres"), length(36, "miles"))
    assert not agree(length(58, "kilometres"), length(58, "miles"))
    assert converted(length(32, "degrees Fahrenheit"), "degrees").value == 0
    assert converted(length(5, "euros"), "dollars").unit == "euros"


def test_two_magnitudes_of_one_quake_conflict(read: Read) -> None:
    found = figures(
        read,
        "Quake in Tarsk\n\nA 6.1-magnitude earthquake shook Tarsk on Friday.",
        "Tarsk shaken\n\nThe earthquake in Tarsk on Friday had a magnitude of 5.7.",
    )
    assert [(f.unit, len(f.readings), f.verdict) for f in found if f.unit == "magnitude"] == [
        ("magnitude", 2, "conflict")
    ]


def test_a_quake_of_other_years_stays_apart(read: Read) -> None:
    found = figures(
        read,
        "Quake in Tarsk\n\nA 6.1-magnitude earthquake shook Tarsk on Friday.\n\nIn 1997 a quake of magnitude 7.4 "
        "destroyed the town.",
        "Tarsk shaken\n\nThe earthquake in Tarsk on Friday had a magnitude of 6.1.",
    )
    assert sorted(len(f.readings) for f in found if f.unit == "magnitude") == [1, 2]


def test_miles_and_kilometres_to_one_town_agree(read: Read) -> None:
    found = figures(
        read,
        "Wreck found\n\nThe wreck of the plane was found 40 kilometres north of Tarsk.",
        "Plane down\n\nRescuers found the wreck 25 miles north of Tarsk.",
    )
    assert [(f.unit, f.verdict) for f in found if f.counts.startswith("distance")] == [("kilometres", "agree")]
