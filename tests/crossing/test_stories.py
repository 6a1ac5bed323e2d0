"""Stories and the timeline."""

from __future__ import annotations

from datetime import date

from hypothesis import given, strategies as st

from crossread.crossing.stories import find_stories, timeline
from crossread.records import (
    Incident,
    MergedIncidents,
    Reading,
    Report,
    Sentence,
    Span,
    Story,
)

WEIR, GOAT = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0)


def incident(name: str, report: str, start: date | None, end: date | None, status: str = "happened") -> Incident:
    return Incident(
        id=name, type="accident", title=f"{name} happened", status=status, start=start, end=end, date_basis="",  # type: ignore[arg-type]
        places=(), participants=(), reports=(report,), origins=1, evidence=(Span(report, 0, 3, "The"),), figures=(),
        statements=(), why=(),
    )  # fmt: skip


def stories(reports: list[tuple[str, tuple[float, ...]]], incidents: tuple[Incident, ...] = ()) -> tuple[Story, ...]:
    made = tuple(Report(name, name, f"The {name} report.", title=f"Title {name}") for name, _ in reports)
    readings = tuple(Reading(name, (Sentence(0, 5, 0, (), embedding=meaning),)) for name, meaning in reports)
    return find_stories(made, readings, (), MergedIncidents(incidents, {}))


def test_unrelated_reports_become_stories_of_their_own_the_largest_first() -> None:
    found = stories([("a", GOAT), ("b", WEIR), ("c", WEIR)])
    assert [story.reports for story in found] == [("b", "c"), ("a",)]
    assert found[1].title == "Title a"


def test_a_story_runs_over_what_happened_in_it() -> None:
    happened = incident("i1", "b", date(2031, 3, 4), date(2031, 3, 5))
    planned = incident("i2", "b", date(2031, 9, 1), date(2031, 9, 1), "planned")
    (story,) = stories([("a", WEIR), ("b", WEIR)], (happened, planned))
    assert (story.start, story.end) == (date(2031, 3, 4), date(2031, 3, 5))
    assert story.incidents == ("i1", "i2")


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_makes_no_difference(order: list[str]) -> None:
    meanings = {"a": WEIR, "b": GOAT, "c": WEIR, "d": (0.6, 0.8, 0.0)}
    assert stories([(name, meanings[name]) for name in order]) == stories(list(meanings.items()))


def test_no_report_no_story() -> None:
    assert stories([]) == ()


def test_the_timeline_is_in_order_with_open_starts_at_the_end() -> None:
    merged = MergedIncidents(
        (
            incident("i1", "a", None, date(2031, 1, 1)),
            incident("i2", "a", date(2031, 3, 4), None),
            incident("i3", "a", date(2031, 2, 1), date(2031, 2, 1)),
            incident("i4", "a", None, None),
        ),
        {},
    )
    assert [moment.incident for moment in timeline(merged)] == ["i3", "i2", "i1"]
