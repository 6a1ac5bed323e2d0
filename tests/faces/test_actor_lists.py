"""A user's own list becomes part of the roster."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from crossread import knowledge, roster
from crossread.errors import InputError
from crossread.faces.actor_lists import read, take, written
from crossread.roster import Known

CSV = """name,type,aliases,country,office,gender,wikidata_id
Velisk Dockers' League,organization,League of Dockers|VDL; VD,Kenya,,,Q1
Ana Duarte,person,A. Duarte;Duarte,AO,harbour master,female,
,person,,,,,
Tarn,planet,,,,,
"""

QUERY = {
    "results": {
        "bindings": [
            {
                "item": {"value": "http://www.wikidata.org/entity/Q7"},
                "itemLabel": {"value": "Velisk Front"},
                "itemAltLabel": {"value": "Front of Velisk, FoV"},
                "countryCode": {"value": "KE"},
            },
            {"item": {"value": "http://www.wikidata.org/entity/Q7"}, "itemLabel": {"value": "Velisk Front"}},
            {"item": {"value": "http://www.wikidata.org/entity/Q8"}, "itemLabel": {"value": "Q8"}},
        ]
    }
}

ENTITIES = {
    "entities": {
        "Q9": {
            "labels": {"en": {"value": "Ana Duarte"}},
            "aliases": {"en": [{"value": "Ana M. Duarte"}]},
            "claims": {
                "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}}],
                "P21": [{"mainsnak": {"datavalue": {"value": {"id": "Q6581072"}}}}],
            },
        }
    }
}

MONEY = [
    {"id": "a", "schema": "Person", "properties": {"name": ["Ana Duarte"], "country": ["ao"], "gender": ["female"]}},
    {"id": "b", "schema": "PublicBody", "properties": {"name": ["Port Office of Velisk", "Velisk Port Office"]}},
    {"id": "c", "schema": "Vessel", "properties": {"name": ["MV Tarn"]}},
]


def test_csv() -> None:
    taken = read(CSV)
    league, ana = taken.actors
    assert league == Known(
        "Velisk Dockers' League",
        ("League of Dockers", "VDL"),  # "VD" would be found everywhere
        country="KE",
        type="organisation",
        ids=(("wikidata", "Q1"),),
    )
    assert (ana.type, ana.country, ana.gender, ana.aliases) == ("person", "AO", "f", ("A. Duarte",))
    assert [line.partition(":")[0] for line in taken.left] == ["line 4", "line 5"]


def test_wikidata_query() -> None:
    taken = read(json.dumps(QUERY))
    assert [a.name for a in taken.actors] == ["Velisk Front"]
    assert taken.actors[0].aliases == ("Front of Velisk", "FoV")
    assert len(taken.left) == 1


def test_wikidata_entities() -> None:
    (ana,) = read(json.dumps(ENTITIES)).actors
    assert (ana.name, ana.type, ana.gender, ana.ids) == ("Ana Duarte", "person", "f", (("wikidata", "Q9"),))


def test_wikidata_writes_empty_parts_as_lists() -> None:
    bare = {"labels": {"en": {"value": "Ana Duarte"}}, "aliases": [], "claims": []}
    taken = read(json.dumps({"entities": {"Q9": bare, "Q10": {"labels": []}}}))
    assert [actor.name for actor in taken.actors] == ["Ana Duarte"]
    assert taken.left == ("Q10: no English label",)


@pytest.mark.parametrize(
    "text",
    ['{"results": {}}', '{"results": {"bindings": [{"item": "Q1"}]}}', '{"entities": []}', "name\n" + "x" * 200_000],
)
def test_what_is_built_otherwise_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="list"):
        read(text)


def test_follow_the_money() -> None:
    taken = read("\n".join(json.dumps(entity) for entity in MONEY))
    assert [(a.name, a.type, a.country) for a in taken.actors] == [
        ("Ana Duarte", "person", "AO"),
        ("Port Office of Velisk", "government", None),
    ]
    assert taken.left == ("c: Vessel is no actor",)


@pytest.mark.parametrize("text", ["", "who,what\nx,y\n", "[1]", '{"a": 1}', "{nonsense"])
def test_what_is_no_list_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        read(text)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of knowledge that a user may write to."""
    for file in ("actors.yml", "leaders.yml", "outlets.yml", "countries.yml"):
        (tmp_path / file).write_bytes((knowledge.FOLDER / file).read_bytes())
    caches = (knowledge._load, knowledge._parsed, roster.known, roster.names, roster.surnames, roster.terms)
    monkeypatch.setattr(knowledge, "FOLDER", tmp_path)
    for cache in caches:
        cache.cache_clear()
    yield tmp_path
    monkeypatch.undo()
    for cache in caches:
        cache.cache_clear()


def test_the_roster_knows_whom_the_user_lists(own: Path) -> None:
    more = Known("Daesh", ("Caliphate of Velisk",), type="armed group", ids=(("velisk", "1"),))
    (own / roster.OWN).write_text(written([*read(CSV).actors, more]), encoding="utf-8")
    league = roster.names().get("League of Dockers")
    assert league is not None
    assert (league.name, league.country) == ("Velisk Dockers' League", "KE")
    islamic_state = roster.names().get("Caliphate of Velisk")
    assert islamic_state is not None
    assert (islamic_state.name, islamic_state.ids) == ("Islamic State", (("velisk", "1"),))


def test_the_list_becomes_a_file_of_the_roster(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(CSV, encoding="utf-8")
    taken, to = take(tmp_path / "list.csv", tmp_path / "own.yml")
    assert len(taken.actors) == 2
    assert "Ana Duarte" in to.read_text(encoding="utf-8")


def test_a_list_in_another_encoding_is_told_how_to_mend(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes("name\nJosé Duarte\n".encode("latin-1"))
    with pytest.raises(InputError, match=r"list\.csv: not UTF-8 text: save"):
        take(tmp_path / "list.csv")


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv"):
        take(tmp_path / "none.csv")


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(CSV, encoding="utf-8")
    with pytest.raises(InputError, match="--to"):
        take(tmp_path / "list.csv", tmp_path / "no" / "own.yml")
