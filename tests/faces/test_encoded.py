"""The dossier as JSON, and its schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

from crossread.errors import DossierError
from crossread.faces import schema
from crossread.faces.render import render
from crossread.faces.shown import Dossier as Shown, read_dossier
from crossread.records import Dossier


@pytest.mark.parametrize("indent", [0, 2])
def test_json_brings_back_the_same_dossier(hostile: Dossier, indent: int) -> None:
    written = render(hostile, "json", indent=indent)
    assert msgspec.json.decode(written, type=Dossier) == hostile
    assert written.count("\n") == 1 or indent


def test_json_is_the_same_each_time_and_keeps_the_order_of_the_fields(small: Dossier) -> None:
    assert render(small, "json") == render(small, "json")
    assert list(json.loads(render(small, "json"))) == [field.encode_name for field in msgspec.structs.fields(Dossier)]


def test_the_published_schema_is_current() -> None:
    assert schema.main(["--check"]) == 0


def test_a_wrong_call_of_the_schema_command_is_told() -> None:
    assert schema.main([]) == 2


def test_output_fits_the_schema(small: Dossier, hostile: Dossier, example: Dossier) -> None:
    jsonschema.Draft202012Validator.check_schema(schema.schema())
    validator = jsonschema.Draft202012Validator(schema.schema())
    for dossier in (small, hostile, example):
        validator.validate(json.loads(render(dossier, "json")))


def test_a_copy_names_its_source_from(small: Dossier) -> None:
    assert json.loads(render(small, "json"))["copies"][0]["from"] == "r-1"


def test_a_saved_dossier_is_read_again(small: Dossier, tmp_path: Path) -> None:
    path = Shown.of(small).save(tmp_path / "story.json")
    assert read_dossier(path) == Shown.of(small)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"title": 3}', b"\xff\xfe", b'{"title":"a","start":null}'])
def test_what_is_no_dossier_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    with pytest.raises(DossierError, match=r"broken\.json"):
        read_dossier(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match=r"none\.json: no such file: check the path"):
        read_dossier(tmp_path / "none.json")
