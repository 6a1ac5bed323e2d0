"""Datelines of wire reports and headers of monitoring services."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.intake import clues, read_bytes, wires
from crossread.records import Report

BODY = (
    "Fishermen refused to leave port on Tuesday after the ministry doubled the diesel fee, their union said.",
    "The union's leader, Petra Voss, said that sixty boats would stay where they are until the talks begin again.",
)


def report(*lines: str) -> Report:
    taken = read_bytes("saved.txt", "\n\n".join(lines).encode())
    assert isinstance(taken, Report), taken
    return taken


@pytest.mark.parametrize(
    ("line", "day", "agency"),
    [
        ("LANMOOR, Ostrel, March 4, 2025 (VTK) - Boats", "March 4, 2025", "VTK"),
        ("LANMOOR, Sept 20 (VTK) -- Boats", "Sept 20", "VTK"),
        ("LANMOOR (OSTREL), 2 NOV 89 (RADIO LANMOOR) -- [TEXT] Boats", "2 NOV 89", "RADIO LANMOOR"),
        ("San Lanmoor, 2 Nov 89 (El Correo de Ostrel) -- [Text] [Excerpts] Boats", "2 Nov 89", "El Correo de Ostrel"),
        ("LANMOOR, March 4 /Vatek/ -- Boats", "March 4", "Vatek"),
        ("PORT LANMOOR, Ost. (VTK) — Boats", None, "VTK"),
        ("LANMOOR/TEAL, Nov. 3 (VTK) _ Boats", "Nov. 3", "VTK"),
        ("(VTK) - Boats", None, "VTK"),
        ("LANMOOR, NO DATE (VTK) -- [TEXT] Boats", None, "VTK"),
    ],
)
def test_datelines_of_all_styles(line: str, day: str | None, agency: str) -> None:
    found = wires.dateline(line)
    assert found is not None
    assert (found.day, found.agency) == (day, agency)
    assert line[found.start : found.start + len(agency)] == agency
    assert line[found.end :] == "Boats"


@pytest.mark.parametrize(
    "line",
    [
        "LANMOOR — The boats stay.",
        "Minister Voss, June 3: the boats stay",
        "On May 5 people (most of them old) - and boats - left.",
        "Voss (left) said that boats stay.",
        "Police said on Monday (VTK) - it is closed.",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert wires.dateline(line) is None


@pytest.mark.parametrize(
    ("written", "full"),
    [("31 Oct 89", "31 Oct 1989"), ("Nov 3, '04", "Nov 3, 2004"), ("4 March 2025", "4 March 2025"), ("May 5", "May 5")],
)
def test_years_of_two_digits(written: str, full: str) -> None:
    assert wires.full_year(written) == full


@pytest.mark.parametrize("name", ["left", "local time", "VIDEO", "the old town hall"])
def test_brackets_that_name_no_agency(name: str) -> None:
    assert wires.agency_name(name) is None


def test_a_monitored_wire_is_dated_credited_and_has_its_outlet() -> None:
    taken = report("LAN2-0075 (OS)", f"LANMOOR, 31 Oct 89 (RADIO LANMOOR) -- [Text] {BODY[0]}", BODY[1])
    assert taken.title is None
    assert taken.outlet == "RADIO LANMOOR"
    assert [credit.name for credit in taken.credits] == ["RADIO LANMOOR"]
    assert taken.published
    assert taken.published.start == date(1989, 10, 31)
    assert [item.text for item in taken.removed] == ["LAN2-0075 (OS)"]


def test_a_place_in_front_of_an_agency_does_not_make_it_the_outlet() -> None:
    taken = report("Boats stay in port", f"LANMOOR (VTK) - {BODY[0]}", BODY[1])
    assert taken.outlet is None
    assert [credit.name for credit in taken.credits] == ["VTK"]


def test_the_header_of_a_monitoring_service() -> None:
    taken = report("Lanmoor Radio Ostrel in Ostrelian to Teal 1200 GMT 2 Nov 89", *BODY)
    assert taken.outlet == "Radio Ostrel"
    assert taken.published
    assert taken.published.start == date(1989, 11, 2)
    assert taken.text.startswith("Fishermen")


def test_a_dateline_below_a_summary_counts() -> None:
    found = [clues.of_dateline(line, ()) for line in (BODY[1], f"LANMOOR, March 4, 2025 (VTK) - {BODY[0]}")]
    assert [clue.start if clue else None for clue in found] == [None, date(2025, 3, 4)]
