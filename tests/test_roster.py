"""Who is known, and who held an office when."""

from __future__ import annotations

from crossread import atlas, knowledge, roster
from crossread.spelling import key


def test_offices_change_hands() -> None:
    assert [k.name for k in roster.holders("GB", "prime minister", 2008)] == ["Gordon Brown"]
    assert [k.name for k in roster.holders("US", "president", 2017)] == ["Barack Obama", "Donald Trump"]
    assert roster.holders("US", "president", 1700) == ()


def test_an_open_term_goes_on() -> None:
    term = next(t for t in roster.terms() if t.end is None)
    holders = roster.holders(term.country, term.office, term.start + 40)
    assert term.name in {spelling for k in holders for spelling in (k.name, *k.aliases)}


def test_terms_are_sound() -> None:
    assert {t.country for t in roster.terms()} <= set(atlas.countries())
    assert [t for t in roster.terms() if t.end is not None and t.end < t.start] == []
    assert all(roster.names().get(t.name) is not None for t in roster.terms())


def test_lists_of_leaders_name_holders_only() -> None:
    lists = knowledge.load("leaders.yml", roster.Leaders)
    names = {t.name for t in roster.terms()}
    assert lists.women <= names
    assert set(lists.aliases) <= names


def test_who_stands_in_both_lists_is_one() -> None:
    people = [key(k.name) for k in roster.known() if k.type == "person"]
    assert len(people) == len(set(people))


def test_branches_are_apart_from_what_they_belong_to() -> None:
    pairs = (("Hezbollah", "Kataib Hezbollah"), ("Taliban", "Pakistani Taliban"), ("Islamic State", "ISIS-K"))
    for whole, branch in pairs:
        one, other = roster.names().get(whole), roster.names().get(branch)
        assert one is not None
        assert other is not None
        assert one != other


def test_translations_and_acronyms_are_one_actor() -> None:
    assert roster.names().get("Daesh") == roster.names().get("ISIS") == roster.names().get("ISIL")
