"""Readings of one count put together over reports, and the verdict on them."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date

import msgspec
import pytest
from hypothesis import given, strategies as st

from crossread import pipeline
from crossread.crossing.figures.counts import Item, compatible, rounds_to
from crossread.crossing.figures.verdicts import bounds, verdict
from crossread.records import Figure, Quantity, Reading, Report, Span

Read = Callable[..., tuple[Report, Reading]]


def quantity(value: float | None, low: float | None, high: float | None, basis: str | None = None) -> Quantity:
    span = Span("r", 0, 1, "x")
    return Quantity(
        span, value, low, high, None, "people", "people killed", "people", span, outcome="killed", basis=basis
    )


def item(report: str, value: float, day: int = 1, speaker: str | None = None, **bounds_: float | None) -> Item:
    q = quantity(value, bounds_.get("low", value), bounds_.get("high", value))
    when = date(2031, 5, day)
    return Item((report, 0), q, None, None, frozenset(), None, None, False, (when, when), when, speaker, 0)


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        ([item("a", 5)], "single"),
        ([item("a", 5), item("b", 5)], "agree"),
        ([item("a", 2975), item("b", 3000)], "agree"),
        ([item("a", 16, high=None), item("b", 20)], "agree"),
        ([item("a", 5), item("b", 9)], "conflict"),
        ([item("a", 5, day=1), item("b", 9, day=3)], "update"),
        ([item("a", 9, day=1), item("b", 5, day=3)], "conflict"),
        ([item("a", 0, speaker="One"), item("a", 71, speaker="Two")], "conflict"),
    ],
)
def test_verdicts(group: list[Item], expected: str) -> None:
    assert verdict(group, changed=False)[0] == expected


def test_a_told_change_is_an_update() -> None:
    assert verdict([item("a", 64), item("a", 2975)], changed=True)[0] == "update"


def test_the_best_of_an_update_is_the_latest() -> None:
    assert bounds([item("a", 5, day=1), item("b", 9, day=3)], "update") == (5, 9, 9)


def test_at_least_leaves_the_top_open() -> None:
    assert bounds([item("a", 16, high=None)], "single") == (16, 16, None)


@given(st.integers(min_value=100, max_value=10**7), st.integers(min_value=1, max_value=3))
def test_a_number_rounds_to_itself_at_fewer_digits(number: int, digits: int) -> None:
    size = 10 ** max(0, len(str(number)) - digits)
    rounded = (number + size // 2) // size * size
    if rounded >= 100 and abs(number - rounded) <= 0.1 * rounded:
        assert rounds_to(float(number), float(rounded))


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_being_compatible_is_mutual(a: int, b: int) -> None:
    first, second = quantity(a, a, a), quantity(b, b, None)
    assert compatible(first, second) == compatible(second, first)


TEXTS = [
    "Blast in Tarsk\n\nAn explosion at a depot in Tarsk killed 12 people on Monday, the mayor said.",
    "Tarsk explosion\n\nTwelve people were killed when a depot in Tarsk exploded on Monday.",
    "Depot explodes\n\nThe explosion at the Tarsk depot on Monday killed 12 workers, officials said.",
]


def figures(read: Read, texts: list[str], days: list[date]) -> tuple[Figure, ...]:
    pairs = [read(t, d, f"{n}.txt") for n, (t, d) in enumerate(zip(texts, days, strict=True))]
    order = list(range(len(pairs)))
    random.Random(1).shuffle(order)
    first = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).figures
    second = pipeline.cross([pairs[i][0] for i in order], [pairs[i][1] for i in order]).figures
    assert first == second, "the order of the reports makes no difference"
    return first


def test_one_toll_in_three_wordings(read: Read) -> None:
    (figure,) = [f for f in figures(read, TEXTS, [date(2031, 5, 6)] * 3) if f.counts.startswith("people killed")]
    assert (figure.verdict, figure.best, len(figure.readings)) == ("agree", 12, 3)


def test_places_keep_troops_apart(read: Read) -> None:
    text = "Troops\n\nThe United States has 2,500 troops in Kenya and 900 in Uganda, the Pentagon said."
    other = "Bases\n\nSome 2,500 US troops are stationed in Kenya."
    found = [f for f in figures(read, [text, other], [date(2031, 5, 6)] * 2) if "troops" in f.counts]
    assert sorted((f.best, f.verdict) for f in found) == [(900, "single"), (2500, "agree")]


def test_a_growing_toll_is_one_figure_whatever_the_place_is_called(read: Read) -> None:
    texts = [
        ("Drones struck the harbour of Tarvela on Monday, killing four people, officials said.", 6),
        ("The death toll of Monday's drone attack on the harbour of Tarvela rose to nine, the governor said.", 8),
        ("Eleven dead in Tarvela\n\nA drone attack on the harbour of Tarvela on Monday killed 11 people.", 10),
    ]
    pairs = [read(text, date(2031, 5, day), f"{day}.txt") for text, day in texts]
    figures = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).figures
    (toll,) = [f for f in figures if "killed" in f.counts]
    assert {r.value for r in toll.readings} == {4, 9, 11}
    assert toll.verdict == "update"
    assert toll.best == 11


def test_yesterdays_toll_repeated_is_still_an_update() -> None:
    group = [item("a", 4, day=1), item("b", 6, day=1), item("c", 9, day=2), item("d", 11, day=4), item("e", 4, day=2)]
    assert verdict(group, changed=False)[0] == "update"


def test_a_nought_after_others_is_no_update() -> None:
    assert verdict([item("a", 0, day=1), item("a", 3, day=1), item("b", 0, day=2)], changed=False)[0] == "conflict"


def test_two_counts_of_one_crowd(read: Read) -> None:
    texts = [
        "Bomb in Tarsk\n\nA bomb killed Dana Orvel in Tarsk on Sunday.\n\nMore than 300 people joined a vigil.",
        "Vigil in Tarsk\n\nDana Orvel was killed by a bomb in Tarsk on Sunday.\n\nPolice put the crowd at 100.",
    ]
    found = figures(read, texts, [date(2031, 5, 6)] * 2)
    assert [f.verdict for f in found if f.counts == "people"] == ["conflict"]


def test_questioned_and_held_are_two_counts(read: Read) -> None:
    text = (
        "Inquiry\n\nThe bureau said that more than 100 people were questioned. "
        "A police official said that six people were in custody."
    )
    assert all(len(f.readings) == 1 for f in figures(read, [text], [date(2031, 5, 6)]))


def test_one_sum_under_two_names(read: Read) -> None:
    texts = [
        "Orvel Mills\n\nThe fund agreed to a $3 billion buyout of the owners of Orvel Mills on Monday.",
        "Mills sold\n\nThe owners of Orvel Mills will get a $3 billion tender offer, the fund said on Monday.",
    ]
    found = [f for f in figures(read, texts, [date(2031, 5, 6)] * 2) if f.best == 3_000_000_000]
    assert [f.verdict for f in found] == ["agree"]


def test_a_place_that_reports_counts_its_own(read: Read) -> None:
    text = "Fever\n\nOhio reported seven cases of the fever. Texas reported two cases of the fever."
    assert all(f.verdict == "single" for f in figures(read, [text], [date(2031, 5, 6)]))


def test_numbers_of_two_stretches_of_time_do_not_clash(read: Read) -> None:
    text = (
        "Fever\n\nFrom 2010 to 2015 the fever caused 584 deaths, the health office said. "
        "From 2009 to 2018 it caused 11 deaths, the Tarsk Institute said."
    )
    assert all(f.verdict == "single" for f in figures(read, [text], [date(2031, 5, 6)]))


def verdicts(read: Read, texts: list[str], word: str, days: tuple[int, ...] = (6, 6)) -> list[tuple[str, set[float]]]:
    found = figures(read, texts, [date(2031, 5, day) for day in days])
    return [(f.verdict, {r.value or 0 for r in f.readings}) for f in found if word in f.counts]


def test_those_aboard_do_not_grow_with_the_days(read: Read) -> None:
    texts = [
        "Ferry sinks\n\nThe ferry Orvela, carrying 54 people, sank off Tarsk on Sunday.",
        "Ferry lost\n\nThe ferry Orvela sank off Tarsk on Sunday with 71 passengers and crew on board.",
    ]
    assert verdicts(read, texts, "aboard", (6, 7)) == [("conflict", {54, 71})]


def test_a_part_told_alone_is_not_the_whole_toll(read: Read) -> None:
    texts = [
        "Fever\n\nAt least 51 people died of the fever in Dranov, officials said.",
        "Fever in Sarnik\n\nEighteen people died of fever in Sarnik. In all of Dranov 51 deaths were recorded.",
    ]
    assert sorted((v, *sorted(r)) for v, r in verdicts(read, texts, "killed")) == [("agree", 51), ("single", 18)]


def test_children_among_the_dead_are_one_class(read: Read) -> None:
    texts = [
        "Ferry sinks\n\nThe ferry Orvela sank off Tarsk on Sunday, killing 17 people. The dead included five children.",
        "Ferry lost\n\nThe ferry Orvela sank off Tarsk on Sunday. Seventeen bodies were found, three of them children.",
    ]
    assert verdicts(read, texts, "children") == [("conflict", {3, 5})]
    assert verdicts(read, texts, "people killed") == [("agree", {17})]


def test_shot_and_wounded_are_one_number(read: Read) -> None:
    texts = [
        "Shots in Tarsk\n\nThirteen people were shot at a party in Tarsk on Sunday, police said.",
        "Gunfire in Tarsk\n\nGunfire at a party in Tarsk wounded 13 people on Sunday, police said.",
    ]
    assert verdicts(read, texts, "injured") == [("agree", {13})]


def test_the_missing_become_fewer() -> None:
    def missing(report: str, value: float, day: int) -> Item:
        one = item(report, value, day)
        return msgspec.structs.replace(one, quantity=msgspec.structs.replace(one.quantity, outcome="missing"))

    assert verdict([missing("a", 30, 1), missing("b", 11, 2)], changed=False)[0] == "update"
    assert verdict([missing("a", 30, 1), missing("b", 11, 1)], changed=False)[0] == "conflict"


def test_a_third_of_the_staff_is_no_number_of_people(read: Read) -> None:
    texts = [
        "Norcom\n\nMore than a third of Norcom's employees will go, the firm said on Monday.",
        "Norcom cuts\n\nNorcom, which has 12,000 employees, said on Monday that thousands of employees will go.",
    ]
    found = figures(read, texts, [date(2031, 5, 6)] * 2)
    assert all(len({(r.value or 1) < 1 for r in f.readings}) == 1 for f in found)


def test_a_bare_number_of_a_crowd_answers_the_other(read: Read) -> None:
    texts = [
        "March in Orsk\n\nThousands marched through Orsk on Saturday. The organisers said 8,000 people had taken part.",
        "Protest in Orsk\n\nOpponents of the tax gathered in Orsk on Saturday. Police put the number at 3,000.",
    ]
    found = figures(read, texts, [date(2031, 5, 6)] * 2)
    assert [f.verdict for f in found if {r.value for r in f.readings} == {3000, 8000}] == ["conflict"]
