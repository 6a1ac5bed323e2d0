from __future__ import annotations

import re

import pytest

from crossread.codes import codes_of, crosswalk
from crossread.knowledge import load
from crossread.reading.events.words import Vocabulary


@pytest.mark.parametrize(
    ("sort", "codes"),
    [
        (
            ("ASSAULT", "air strike", "aircraft"),
            ("ASSAULT/heavy-weapons", "195", "Explosions/Remote violence: Air/drone strike"),
        ),
        (("ASSAULT", "attack", "knife"), ("ASSAULT/primitive", "182", "Violence against civilians: Attack")),
        (("ASSAULT", "attack", None), ("ASSAULT", "190", None)),
        (("PROTEST", "labour strike", None), ("PROTEST/strike", "143", "Protests: Peaceful protest")),
        (("REQUEST", "demand", None), ("REQUEST", "100", None)),
    ],
)
def test_a_deed_has_its_names(sort: tuple[str, str, str | None], codes: tuple[str, str, str | None]) -> None:
    found = codes_of(*sort)
    assert (found["plover"], found["cameo"], found.get("acled")) == codes


def test_what_an_ontology_leaves_out_has_no_name() -> None:
    assert codes_of("DISASTER", "flood") == {}
    assert codes_of("OTHER", "") == {}


def test_the_table_names_only_what_exists() -> None:
    types = {t["name"]: t for t in load("ontology.yml", dict)["types"]}
    kinds = {(entry.type, entry.kind) for entry in load("deeds.yml", Vocabulary, "en").deeds}
    events = {below for under in crosswalk().acled.values() for below in under}
    for name, sorts in crosswalk().sorts.items():
        for kind, sort in sorts.items():
            assert not kind or (name, kind) in kinds, f"{name}/{kind} is no kind of deeds.yml"
            for one in (sort, *sort.tools.values()):
                assert one.mode is None or one.mode in types[name]["modes"], f"{name}/{kind}: {one.mode}"
                assert one.acled is None or one.acled in events
                assert one.cameo is None or re.fullmatch(r"\d{3,4}", one.cameo)


def test_every_type_of_plover_has_a_code_of_cameo() -> None:
    types = [t["name"] for t in load("ontology.yml", dict)["types"] if t.get("plover", True)]
    assert all("cameo" in codes_of(name, "") for name in types)
