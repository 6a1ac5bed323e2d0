"""Words for armed people are for the one group that the reports of a story name."""

from __future__ import annotations

from crossread.crossing.wording.sides import FAR, Sides
from crossread.records import Actor, Form, MergedActors, Span


def group(name: str, times: int) -> Actor:
    spans = tuple(Span("a", i, i + 1, "x") for i in range(times))
    return Actor(id=f"actor-{name}", name=name, type="armed group", forms=(Form(name, times),), mentions=spans, why=())


def sides(*groups: Actor) -> Sides:
    return Sides(MergedActors(groups, {}), {"b": ("a",), "a": ("b",)})


def test_the_rebels_are_the_one_group_that_is_named() -> None:
    given = sides(group("Red Lance", FAR), group("Northern Front", 1), group("REBELS", 9))
    assert given.of("the freed rebels", "b") == "actor-Red Lance"
    assert given.of("GUERRILLAS", "a") == "actor-Red Lance"


def test_of_two_groups_told_alike_it_is_neither() -> None:
    assert sides(group("Red Lance", FAR), group("Northern Front", 2)).of("rebels", "a") is None


def test_one_rebel_or_a_crowd_is_no_group() -> None:
    given = sides(group("Red Lance", FAR))
    assert given.of("a rebel", "a") is None
    assert given.of("protesters", "a") is None
    assert given.of("the rebels", "c") is None  # a report of another story
