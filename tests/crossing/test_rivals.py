"""Numbers of anything that cannot all be right, and numbers that can."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Disagreement, Reading, Report

Read = Callable[..., tuple[Report, Reading]]
DAY = date(2031, 5, 8)


def figures(read: Read, one: str, other: str) -> list[Disagreement]:
    """The disagreements over figures of two reports on the dam at Marn."""
    pairs = [
        read(f"Dam at Marn divides Orsk and Velden\n\n{one}", DAY, "one.txt"),
        read(f"Orsk and Velden dispute the dam at Marn\n\n{other}", DAY, "other.txt"),
    ]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    return [d for d in found if d.kind == "figure"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dam at Marn will flood 12 villages.", "The dam at Marn will flood four villages."),
        ("The dam will cost the province 300 million euros.", "The dam will cost the province 700 million euros."),
        (
            "An earthquake of magnitude 5.9 shook the dam at Marn.",
            "The earthquake that shook the dam at Marn had a magnitude of 6.3.",
        ),
        (
            "Some 9,000 people marched through Marn against the dam.",
            "About 900 people marched through Marn against it.",
        ),
        ("About 1,900 people work at the dam in Marn.", "The dam in Marn has 2,600 workers."),
        ("Marn, a city of 40,000 people, lies below the dam.", "The city of Marn has a population of 92,000."),
    ],
)
def test_numbers_that_cannot_both_be_right(read: Read, one: str, other: str) -> None:
    (found,) = figures(read, one, other)
    assert len(found.sides) == 2
    assert {r for side in found.sides for r in side.reports} == {e.report for s in found.sides for e in s.evidence}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The dam at Marn will flood 12 villages.", "The dam at Marn will flood about 12 villages."),
        ("The dam lies 100 kilometres from the sea.", "The dam lies 62 miles from the sea."),
        ("The dam will flood 12 villages.", "The ministry bought 30 lorries for the dam at Marn."),
        ("Marn, a city of 40,000 people, lies below the dam.", "Orsk, a town of 5,000 people, lies above the dam."),
    ],
)
def test_numbers_that_can(read: Read, one: str, other: str) -> None:
    assert figures(read, one, other) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Half of the 30 villages at the dam in Marn will be flooded.", "The dam at Marn will flood 30 villages."),
        ("The top 1 percent of farms at Marn own the dam's water.", "Farms at Marn get 40 percent of the dam's water."),
        (
            "Orsk gets 200 million euros for the dam at Marn; Velden gets 30 million euros.",
            "Orsk and Velden are paid for the dam at Marn.",
        ),
        (
            "On Friday Dana Orvel fell 40 metres from the dam at Marn.",
            "On Monday Joel Brandt fell nine metres from the dam at Marn.",
        ),
        ("Thousands of people marched through Marn against the dam.", "Some 1,500 people marched through Marn."),
        (
            "The company of the dam at Marn sold 40 dams in Kenya.",
            "The company of the dam at Marn sold 12 dams in Peru.",
        ),
    ],
)
def test_numbers_of_other_things(read: Read, one: str, other: str) -> None:
    assert figures(read, one, other) == []


def test_what_many_reports_share_is_compared_once_and_all_are_shown(read: Read) -> None:
    texts = [f"The dam at Marn will flood {n} villages." for n in ("12", "12", "four", "12", "four")]
    pairs = [
        read(f"Dam at Marn divides Orsk and Velden\n\n{text} Letter {n} came.", DAY, f"{n}.txt")
        for n, text in enumerate(texts)
    ]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    (only,) = [d for d in found if d.kind == "figure"]
    assert [len(side.reports) for side in only.sides] == [3, 2]


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (2, 1, 0), (2, 0, 1)])
def test_whichever_copy_is_read_first_its_number_clashes(read: Read, order: tuple[int, int, int]) -> None:
    crews = "The fire at the dam was fought by 90 firefighters."
    texts = (
        f"Fire at the dam\n\n{crews} Velden keeps 15 firefighters in reserve.",
        f"Fire at the dam\n\n{crews} The wind fell at night.",
        "Fire at the dam\n\nThe fire was fought by some 160 firefighters at night. Nobody slept.",
    )
    pairs = [read(texts[n], DAY, f"{n}.txt") for n in order]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    assert [len(d.sides) for d in found if d.kind == "figure"] == [2]
