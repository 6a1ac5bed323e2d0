"""Stories and the timeline."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given, strategies as st

from crossread.crossing.stories import find_stories, timeline
from crossread.crossing.stories.titles import without_furniture
from crossread.crossing.themes import compare
from crossread.embeddings import packed
from crossread.records import (
    Incident,
    MergedIncidents,
    Published,
    Reading,
    Report,
    Sentence,
    Span,
    Story,
    Token,
    WordingMention,
)

WEIR, GOAT = packed((1.0, 0.0, 0.0)), packed((0.0, 1.0, 0.0))


def incident(name: str, report: str, start: date | None, end: date | None, status: str = "happened") -> Incident:
    return Incident(
        id=name, type="accident", title=f"{name} happened", status=status, start=start, end=end, date_basis="",  # type: ignore[arg-type]
        places=(), participants=(), reports=(report,), origins=1, evidence=(Span(report, 0, 3, "The"),), figures=(),
        statements=(), why=(),
    )  # fmt: skip


def stories(reports: list[tuple[str, bytes]], incidents: tuple[Incident, ...] = ()) -> tuple[Story, ...]:
    made = tuple(Report(name, name, f"The {name} report.", title=f"Title {name}") for name, _ in reports)
    readings = tuple(Reading(name, (Sentence(0, 5, 0, (), embedding=meaning),)) for name, meaning in reports)
    return told(made, readings, incidents)


def told(
    reports: tuple[Report, ...], readings: tuple[Reading, ...], incidents: tuple[Incident, ...]
) -> tuple[Story, ...]:
    return find_stories(reports, readings, compare(readings), (), MergedIncidents(incidents, {}))


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
    meanings = {"a": WEIR, "b": GOAT, "c": WEIR, "d": packed((0.6, 0.8, 0.0))}
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


# --------------------------------------------------------------------------- reports of two stories


def named(name: str, *sentences: str, title: str | None = None) -> tuple[Report, Reading]:
    """A report of sentences in which every capitalised word is a name, and "burnt" and "sank" are verbs."""
    text, read, at = " ".join(sentences), [], 0
    for sentence in sentences:
        tokens, place = [], at
        for word in sentence.split():
            pos = "PROPN" if word[0].isupper() else "VERB" if word in ("burnt", "sank") else "NOUN"
            tokens.append(Token(place, place + len(word), word, word.lower(), pos, -1, "root"))
            place += len(word) + 1
        read.append(Sentence(at, at + len(sentence), 0, tuple(tokens)))
        at += len(sentence) + 1
    return Report(name, name, text, title=title), Reading(name, tuple(read))


MILL = tuple(f"Ostrey Hallbrook Velm mill burnt {n}" for n in "abcdefgh")
BOAT = tuple(f"Dorna Quenby Lyth boat sank {n}" for n in "abcdefgh")


def found(*pairs: tuple[Report, Reading], incidents: tuple[Incident, ...] = ()) -> tuple[Story, ...]:
    return told(tuple(r for r, _ in pairs), tuple(r for _, r in pairs), incidents)


def test_a_round_up_belongs_to_both_of_its_stories() -> None:
    first = [named("m1", *MILL), named("m2", *MILL)]
    second = [named("q1", *BOAT), named("q2", *BOAT)]
    both = {story.reports for story in found(*first, *second, named("r", *MILL, *BOAT))}
    assert both == {("m1", "m2", "r"), ("q1", "q2", "r")}


def test_what_only_a_round_up_tells_is_of_the_story_that_its_part_tells() -> None:
    pairs = [named("m1", *MILL), named("m2", *MILL), named("q1", *BOAT), named("q2", *BOAT), named("r", *MILL, *BOAT)]
    text = pairs[-1][0].text
    at = text.index("boat sank f")
    sunk = msgspec.structs.replace(
        incident("i1", "r", None, None), evidence=(Span("r", at, at + 11, text[at : at + 11]),)
    )
    (story,) = [s for s in found(*pairs, incidents=(sunk,)) if "i1" in s.incidents]
    assert "q1" in story.reports


def test_a_report_of_one_matter_is_in_one_story() -> None:
    stories_ = found(named("m1", *MILL, *MILL), named("m2", *MILL), named("q1", *BOAT, *BOAT), named("q2", *BOAT))
    assert sorted(story.reports for story in stories_) == [("m1", "m2"), ("q1", "q2")]


# --------------------------------------------------------------------------- titles


def test_the_headline_that_says_what_all_tell_is_the_title_less_the_site_behind_it() -> None:
    (story,) = found(
        named("m1", "Ostrey mill burnt", *MILL, title="Ostrey mill burnt - Valley News | Weather and Sports"),
        named("m2", *MILL, title="Keeping you current"),
        named("m3", *MILL, title="What we know so far about Friday"),
    )
    assert story.title == "Ostrey mill burnt"


def test_a_story_is_not_called_by_one_side_s_words() -> None:
    report, reading = named("m1", *MILL, title="Ostrey mill burnt by thugs")
    thugs = WordingMention("thugs", "who burnt it", Span("m1", 21, 26, "thugs"), None, None, "outlet")
    loaded = report, msgspec.structs.replace(reading, wording=(thugs,))
    (story,) = found(loaded, named("m2", *MILL, title="Ostrey mill burnt down"))
    assert story.title == "Ostrey mill burnt down"


def test_without_a_headline_that_says_it_the_main_incident_is_the_title() -> None:
    told = incident("Fire at the Ostrey mill", "m1", None, None)
    (story,) = found(
        named("m1", *MILL, title="Keeping you current"), named("m2", *MILL, title="Home Page"), incidents=(told,)
    )
    assert story.title == "Fire at the Ostrey mill happened"


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Weir breaks near Ostrey - Hill TV | News, Weather", "Weir breaks near Ostrey"),
        ("Weir breaks near Ostrey – mill gone", "Weir breaks near Ostrey – mill gone"),
        ("Velm | Weir breaks", "Velm | Weir breaks"),
    ],
)
def test_a_site_s_name_is_cut_and_nothing_that_the_report_tells(title: str, bare: str) -> None:
    assert without_furniture(title, frozenset({"weir", "breaks", "near", "ostrey", "mill", "gone"})) == bare


def test_the_past_and_whole_years_do_not_set_a_story_s_days() -> None:
    day = Published(date(2031, 3, 6), date(2031, 3, 6), "metadata")
    report, reading = named("m1", *MILL)
    kept = incident("i1", "m1", date(2031, 3, 4), date(2031, 3, 5))
    old = incident("i2", "m1", date(1999, 3, 4), date(1999, 3, 4))
    vague = incident("i3", "m1", date(2031, 1, 1), date(2031, 12, 31))
    (story,) = found((msgspec.structs.replace(report, published=day), reading), incidents=(kept, old, vague))
    assert (story.start, story.end) == (date(2031, 3, 4), date(2031, 3, 5))


def test_a_story_of_the_calendar_s_first_day_has_its_days() -> None:
    day = Published(date.min, date.min, "metadata")
    report, reading = named("m1", *MILL)
    kept = incident("i1", "m1", date.min, date.min)
    (story,) = found((msgspec.structs.replace(report, published=day), reading), incidents=(kept,))
    assert (story.start, story.end) == (date.min, date.min)
