"""Actors over reports: hand-made mentions of invented people and groups, and of countries."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from crossread.crossing.actors.merging import merge_actors
from crossread.records import Mention, MentionType, MergedActors, Reading, Report
from crossread.spans import must_quote

Told = tuple[str, MentionType, bool]


def reading(report_id: str, *told: Told, refers: dict[int, int] | None = None) -> tuple[Report, Reading]:
    """A report that is nothing but its mentions, one a line."""
    text = "\n".join(t for t, _, _ in told)
    report = Report(id=report_id, source=f"{report_id}.txt", text=text)
    mentions, at = [], 0
    for i, (words, kind, named) in enumerate(told):
        span = must_quote(report, at, at + len(words))
        mentions.append(Mention(span, kind, named, None, (refers or {}).get(i), "told" if i in (refers or {}) else ""))
        at += len(words) + 1
    return report, Reading(report_id, (), tuple(mentions))


def merge(*pairs: tuple[Report, Reading]) -> MergedActors:
    return merge_actors(tuple(r for r, _ in pairs), tuple(r for _, r in pairs))


def together(merged: MergedActors, *keys: tuple[str, int]) -> bool:
    return len({merged.of[key] for key in keys}) == 1


def test_every_mention_that_is_no_place_has_one_actor() -> None:
    merged = merge(
        reading("a", ("Ada Wekesa", "person", True), ("Kisumu", "place", True), ("police", "government", False))
    )
    assert set(merged.of) == {("a", 0), ("a", 2)}
    assert {m.text for actor in merged.actors for m in actor.mentions} == {"Ada Wekesa", "police"}


@pytest.mark.parametrize("kind", ["person", "organisation", "government"])
def test_a_name_that_is_blotted_out_is_an_actor_like_others(kind: MentionType) -> None:
    merged = merge(reading("a", ("***", kind, True), ("Congress", "government", True), ("Ada Wekesa", "person", True)))
    assert set(merged.of) == {("a", 0), ("a", 1), ("a", 2)}


def test_surnames_join_their_full_name_and_say_why() -> None:
    merged = merge(reading("a", ("Ada Wekesa", "person", True), ("Wekesa", "person", True)))
    assert together(merged, ("a", 0), ("a", 1))
    assert any("surname" in why for why in merged.actors[0].why)
    assert merged.actors[0].name == "Ada Wekesa"


def test_two_people_of_one_surname_stay_two() -> None:
    merged = merge(
        reading("a", ("Ada Wekesa", "person", True), ("Tom Wekesa", "person", True)),
        reading("b", ("Wekesa", "person", True)),
    )
    assert len(merged.actors) == 3
    assert not together(merged, ("a", 0), ("a", 1))


def test_transliterations_of_one_group_are_one() -> None:
    merged = merge(
        reading("a", ("Shuhada al-Wadi Brigade", "armed group", True)),
        reading("b", ("Shohada Al Wadi Brigade", "armed group", True)),
    )
    assert len(merged.actors) == 1
    assert {form.text for form in merged.actors[0].forms} == {"Shuhada al-Wadi Brigade", "Shohada Al Wadi Brigade"}


def test_numbers_and_look_alikes_keep_groups_apart() -> None:
    merged = merge(
        reading("a", ("Niger Relief League", "organisation", True), ("Dock Union 12", "organisation", True)),
        reading("b", ("Nigeria Relief League", "organisation", True), ("Dock Union 13", "organisation", True)),
    )
    assert len(merged.actors) == 4


def test_country_demonym_and_capital_are_one_government_its_army_another() -> None:
    merged = merge(
        reading(
            "a",
            ("Kenya", "government", True),
            ("Kenyan government", "government", False),
            ("Nairobi", "government", True),
            ("Kenyan army", "government", False),
            ("Kenyan troops", "government", False),
            ("Ugandan troops", "government", False),
        )
    )
    assert together(merged, ("a", 0), ("a", 1), ("a", 2))
    assert together(merged, ("a", 3), ("a", 4))
    assert not together(merged, ("a", 0), ("a", 3))
    assert not together(merged, ("a", 4), ("a", 5))


def test_acronyms_join_the_name_that_introduces_them() -> None:
    long, short = "Kisumu Flood Relief Fund", "KFRF"
    text = f"{long} ({short})"
    report = Report(id="a", source="a.txt", text=text)
    spans = must_quote(report, 0, len(long)), must_quote(report, len(long) + 2, len(text) - 1)
    mentions = tuple(Mention(span, "organisation", True) for span in spans)
    merged = merge((report, Reading("a", (), mentions)))
    assert len(merged.actors) == 1
    assert any("brackets" in why for why in merged.actors[0].why)


def test_descriptions_go_where_they_refer() -> None:
    merged = merge(
        reading("a", ("Red Valley Brigade", "armed group", True), ("the group", "armed group", False), refers={1: 0})
    )
    assert together(merged, ("a", 0), ("a", 1))


def test_nameless_descriptions_of_strange_reports_stay_apart() -> None:
    merged = merge(
        reading("a", ("Ada Wekesa", "person", True), ("police", "government", False)),
        reading("b", ("Jorun Sael", "person", True), ("police", "government", False)),
    )
    assert not together(merged, ("a", 1), ("b", 1))


NAMES = ["Ada Wekesa", "Wekesa", "Tom Barasa", "Barasa", "Kenya", "Kenyan army", "Red Valley Brigade", "RVB"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4), min_size=1, max_size=4), st.randoms())
def test_the_order_of_reports_makes_no_difference(stories: list[list[str]], chance: object) -> None:
    kinds: dict[str, MentionType] = {
        "Kenya": "government",
        "Kenyan army": "government",
        "Red Valley Brigade": "armed group",
    }
    kinds["RVB"] = "armed group"
    pairs = [
        reading(f"r{i}", *((name, kinds.get(name, "person"), name != "Kenyan army") for name in names))
        for i, names in enumerate(stories)
    ]
    shuffled = list(pairs)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge(*pairs) == merge(*shuffled)


def test_one_story_turns_a_name_round_or_slips_by_a_letter() -> None:
    merged = merge(
        reading(
            "a", ("Wekesa Barasa", "person", True), ("Nuri Karamvandi", "person", True), ("Boro Works", "company", True)
        ),
        reading(
            "b", ("Barasa Wekesa", "person", True), ("Nuri Karambandi", "person", True), ("Boro Works", "company", True)
        ),
        reading("c", ("Wekesa Omondi", "person", True), ("Ada Karambandi", "person", True)),
    )
    assert together(merged, ("a", 0), ("b", 0))
    assert together(merged, ("a", 1), ("b", 1))
    assert not together(merged, ("a", 0), ("c", 0))
    assert not together(merged, ("b", 1), ("c", 1))


def test_a_surname_alone_is_not_the_relative_who_was_named_last() -> None:
    report, read = reading(
        "a", ("Tom Wekesa", "person", True), ("Ada Wekesa", "person", True), ("Wekesa", "person", True)
    )
    mentions = list(read.mentions)
    mentions[1] = Mention(mentions[1].span, "person", True, "sister")
    merged = merge((report, Reading("a", (), tuple(mentions))))
    assert together(merged, ("a", 0), ("a", 2))


def test_the_bare_name_of_a_firm_is_not_its_founder() -> None:
    found = merge(
        reading(
            "a",
            ("Orlen", "person", True),
            ("Orlen Foods", "company", True),
            ("Orlen", "person", True),
            ("Edda Orlen", "person", True),
        ),
        reading("b", ("Tomas Verrin", "person", True), ("Verrin Capital", "company", True), ("Verrin", "person", True)),
    )
    assert together(found, ("a", 0), ("a", 1), ("a", 2))
    assert not together(found, ("a", 0), ("a", 3))
    assert together(found, ("b", 0), ("b", 2))  # the person was named first
    assert not together(found, ("b", 1), ("b", 2))
    assert next(actor for actor in found.actors if actor.name == "Orlen Foods").type == "company"
