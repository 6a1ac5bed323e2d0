"""A dossier that somebody sent is checked without trusting who made it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from crossread.errors import DossierError, InputError
from crossread.faces.api import dossier as make
from crossread.faces.render import render
from crossread.faces.verify import verify
from crossread.records import Dossier

TEXT = """Mill burns

Three people were hurt on Monday, the mayor of Valley said. Nobody knows who did it, she told reporters.
"""


def write(path: Path, dossier: Any) -> Path:
    path.write_text(json.dumps(dossier), encoding="utf-8")
    return path


@pytest.fixture
def plain(small: Dossier) -> Any:
    return json.loads(render(small, "json"))


def test_a_sound_dossier_holds(hostile: Dossier, example: Dossier, tmp_path: Path) -> None:
    for dossier in (hostile, example):
        path = tmp_path / "d.json"
        path.write_text(render(dossier, "json"), encoding="utf-8")
        checked = verify(path)
        assert checked.problems == ()
        assert checked.spans > 10
        assert checked.reports == len(dossier.reports)


def test_a_tampered_quote_is_found_with_its_place(plain: Any, tmp_path: Path) -> None:
    plain["statements"][0]["content"]["text"] = "Three people were dead"
    (problem,) = verify(write(tmp_path / "d.json", plain)).problems
    assert problem.kind == "quote"
    assert problem.where == "statements[0].content"
    assert "'Three people were hurt'" in problem.what


def test_one_damaged_span_does_not_hide_another(plain: Any, tmp_path: Path) -> None:
    plain["statements"][0]["content"]["end"] += 1
    plain["disagreements"][0]["sides"][1]["evidence"][0]["start"] -= 3
    places = [problem.where for problem in verify(write(tmp_path / "d.json", plain)).problems]
    assert places == ["statements[0].content", "disagreements[0].sides[1].evidence[0]"]


@pytest.mark.parametrize("value", [-1, 10**9, None, "3", 2.0, True])
def test_offsets_that_are_none(plain: Any, tmp_path: Path, value: Any) -> None:
    plain["dates"][0]["evidence"]["start"] = value
    assert verify(write(tmp_path / "d.json", plain)).problems[0].kind == "quote"


def test_a_changed_text_is_found_by_its_quotes(plain: Any, tmp_path: Path) -> None:
    plain["reports"][0]["text"] = plain["reports"][0]["text"].replace("Three", "Eight")
    assert verify(write(tmp_path / "d.json", plain)).problems


def test_ids_that_stand_for_nothing_are_found(plain: Any, tmp_path: Path) -> None:
    plain["incidents"][0]["places"] = ["p-9"]
    plain["copies"][0]["from"] = "r-9"
    problems = verify(write(tmp_path / "d.json", plain)).problems
    assert {(p.kind, p.where) for p in problems} == {("id", "incidents[0].places"), ("id", "copies[0].from")}


def test_a_wrong_shape_is_found(plain: Any, tmp_path: Path) -> None:
    plain["incidents"][0]["status"] = "rumoured"
    (problem,) = verify(write(tmp_path / "d.json", plain)).problems
    assert (problem.kind, problem.where) == ("shape", "incidents[0].status")


@pytest.mark.parametrize("content", ["", "nonsense", "[]", "{}", '{"reports": 3}'])
def test_what_is_no_dossier_raises(tmp_path: Path, content: str) -> None:
    path = tmp_path / "d.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DossierError, match=r"d\.json"):
        verify(path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(data=st.data())
def test_any_change_to_any_quote_is_found(small: Dossier, tmp_path: Path, data: st.DataObject) -> None:
    plain = json.loads(render(small, "json"))
    spans = [s["content"] for s in plain["statements"]] + [e for i in plain["incidents"] for e in i["evidence"]]
    span = data.draw(st.sampled_from(spans))
    field = data.draw(st.sampled_from(["start", "end"]))
    span[field] += data.draw(st.integers(-4, 4).filter(bool))
    assert verify(write(tmp_path / "d.json", plain)).problems


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("story")
    (folder / "reports").mkdir()
    (folder / "reports" / "one.txt").write_text(TEXT, encoding="utf-8")
    (folder / "story.json").write_text(make(folder / "reports").to_json(), encoding="utf-8")
    return folder


def test_the_texts_are_compared_with_the_files(story: Path) -> None:
    checked = verify(story / "story.json", [story / "reports"])
    assert checked.problems == ()
    assert checked.compared == 1


def test_a_file_that_was_changed_since_is_found(story: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(TEXT.replace("Three", "Thirty"), encoding="utf-8")
    (problem,) = verify(story / "story.json", [tmp_path / "one.txt"]).problems
    assert problem.kind == "text"
    assert "one.txt at character" in problem.what


def test_a_report_whose_file_is_not_given_is_told(story: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text(
        "A quite different report.\n\n" + "Rain fell on the hills all day long. " * 5, encoding="utf-8"
    )
    checked = verify(story / "story.json", [tmp_path / "other.txt"])
    (problem,) = checked.problems
    assert "give it too" in problem.what
    assert checked.compared == 0


def test_no_file_to_compare_with_raises(story: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt"):
        verify(story / "story.json", [tmp_path / "none.txt"])
