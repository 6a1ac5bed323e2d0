"""The tables of countries, places and actors hold together."""

from __future__ import annotations

from collections import Counter

from crossread import atlas, roster
from crossread.lexicon import Phrases
from crossread.spelling import key


def test_codes_and_coordinates() -> None:
    codes = set(atlas.countries())
    for country in atlas.countries().values():
        assert country.part_of is None or country.part_of in codes
        assert -90 <= country.at[0] <= 90
        assert -180 <= country.at[1] <= 180
    assert {k.country for k in roster.known() if k.type != "media"} - {None} <= codes


def test_nobody_stands_under_two_names_of_one_type() -> None:
    named = Counter((k.type, key(k.name)) for k in roster.known() if k.type != "media")
    assert [name for name, count in named.items() if count > 1] == []


def test_no_spelling_means_two_actors() -> None:
    owners: dict[str, set[str]] = {}
    for k in roster.known():
        if k.type == "media":
            continue
        for spelling in (k.name, *k.aliases):
            owners.setdefault(key(spelling), set()).add(k.name)
    assert {spelling: who for spelling, who in owners.items() if len(who) > 1} == {}


def test_countries_are_broad() -> None:
    assert len(atlas.countries()) > 220
    assert atlas.country_names().get("the Ivory Coast") == "CI"
    assert atlas.demonyms().get("Kenyans") == "KE"
    assert atlas.country_name("PR") == "United States"


def test_towns_are_found_whatever_the_accents_and_articles() -> None:
    assert atlas.look_up("Bogotá")[0].country == atlas.look_up("BOGOTA")[0].country == "CO"
    assert {spot.country for spot in atlas.look_up("Tripoli")} >= {"LY", "LB"}
    assert atlas.look_up("Velisk of Nowhere") == ()


def test_the_longest_phrase_wins_and_possessives_are_words() -> None:
    phrases = Phrases([("Red Valley", 1), ("Red Valley Brigade", 2), ("Miners' League", 3), ("Children's Fund", 4)])
    assert phrases.longest(["red", "valley", "brigade"], 0) == (3, "Red Valley Brigade", 2)
    assert phrases.longest(["red", "valley", "camp"], 0) == (2, "Red Valley", 1)
    assert phrases.longest(["children", "fund"], 0) == (2, "Children's Fund", 4)
    assert phrases.longest(["valley"], 0) is None
