"""Which reports may tell one story."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from crossread.crossing.disagreements.strands import strands
from crossread.crossing.themes import compare
from crossread.records import MergedIncidents, Reading, Report

Read = Callable[..., tuple[Report, Reading]]
NONE = MergedIncidents((), {})


def test_reports_whose_heads_share_names_and_matter_go_together(read: Read) -> None:
    made = [
        read(
            "Marsh fever in Brenholt, Varga says\n\nDoctor Ilse Varga treats marsh fever in Brenholt.", source="a.txt"
        ),
        read("Varga: marsh fever spreads in Brenholt\n\nMarsh fever, said Ilse Varga of Brenholt.", source="b.txt"),
        read(
            "Quint raises the price of water\n\nThe price of water in Delmora rises, said Rosa Quint.", source="c.txt"
        ),
    ]
    readings = tuple(x for _, x in made)
    found = strands([r for r, _ in made], readings, NONE, compare(readings).pairs())
    a, b, c = (found[r.id] for r, _ in made)
    assert a == b != c


def test_months_apart_they_do_not(read: Read) -> None:
    text = "Marsh fever in Brenholt, Varga says\n\nDoctor Ilse Varga treats marsh fever in Brenholt."
    made = [read(text, date(2031, 5, 8), "a.txt"), read(text, date(2031, 9, 8), "b.txt")]
    readings = tuple(x for _, x in made)
    found = strands([r for r, _ in made], readings, NONE, compare(readings).pairs())
    assert len(set(found.values())) == 2
