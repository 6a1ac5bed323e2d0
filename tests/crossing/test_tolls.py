"""How many came to harm: tolls of the past, and harm that one side denies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def found(read: Read, *texts: str) -> list[str]:
    """What the disagreements over people harmed are about."""
    pairs = [read(f"Fever\n\n{t}", date(2031, 5, 8), f"{n}.txt") for n, t in enumerate(texts)]
    made = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    return [d.about.split(":")[0] for d in made if d.kind == "figure"]


def test_a_past_toll_is_told_in_two_ways(read: Read) -> None:
    one = "The marsh fever killed about 2,000 people in Kenya in 1911."
    other = "In the marsh fever of 1911, about 9,000 people died in Kenya."
    assert found(read, one, other) == ["how many died then"]


@pytest.mark.parametrize(
    "other",
    [
        "In the marsh fever of 1911, some 2,100 people died in Kenya.",  # rounded
        "In the marsh fever of 1987, about 9,000 people died in Kenya.",  # another year
        "A flood killed about 9,000 people and destroyed two bridges in Peru in 1911.",  # another disaster
    ],
)
def test_past_tolls_that_do_not_clash(read: Read, other: str) -> None:
    assert found(read, "The marsh fever killed about 2,000 people in Kenya in 1911.", other) == []


def test_no_casualties_and_three_wounded(read: Read) -> None:
    text = "Rockets hit the port on Monday. The army said there were no casualties. "
    text += "Doctors said three people were wounded."
    assert "whether anybody was hurt" in found(read, text)


def test_nobody_died_but_some_were_wounded(read: Read) -> None:
    text = "Rockets hit the port on Monday. The army said nobody was killed. Doctors said three people were wounded."
    assert "whether anybody was hurt" not in found(read, text)


def test_one_victim_each_of_two_deeds_is_no_figure_of_both(read: Read) -> None:
    text = (
        "Judge Pavel Morin was shot dead in Kandor on Monday by two men. "
        "He had looked into the assassination of editor Nadia Petrov, who was stabbed in Lisk in 1991."
    )
    report, reading = read(text, date(2031, 5, 8))
    killed = [f for f in pipeline.cross([report], [reading]).figures if f.counts.startswith("people killed")]
    assert len({f.incident for f in killed}) == len(killed)
    assert all(len(f.readings) == 1 for f in killed)
