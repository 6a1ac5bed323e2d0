"""What changed, as people and programs get it; a dossier that is updated."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest

import crossread
from crossread.crossing.changes import Changes, changes
from crossread.errors import DossierError, InputError
from crossread.faces import schema
from crossread.faces.growing import encoded
from crossread.faces.render.changes import plain_text
from crossread.records import Dossier, Published, Span

FIRST = "Mill burns\nPublished 2024-05-07\n\nThree people were killed in a fire at the mill in Ostrey on Monday.\n"
SECOND = "Toll rises\nPublished 2024-05-08\n\nFive people were killed in the fire at the mill in Ostrey on Monday.\n"


@pytest.fixture
def later(small: Dossier) -> Dossier:
    """The small dossier a day later: another best figure, an incident confirmed, a report's day found."""
    incident, figure, second = small.incidents[0], small.figures[0], small.reports[1]
    days = Published(second_day := small.reports[0].published.start, second_day, "neighbours")  # type: ignore[union-attr]
    return msgspec.structs.replace(
        small,
        reports=(small.reports[0], msgspec.structs.replace(second, published=days)),
        incidents=(msgspec.structs.replace(incident, status="happened", start=None), *small.incidents[2:]),
        figures=(msgspec.structs.replace(figure, best=5, verdict="update"), small.figures[1]),
        disagreements=(),
    )


def test_the_text_says_what_was_and_what_is(small: Dossier, later: Dossier) -> None:
    text = plain_text(changes(small, later), small, later)
    for line in (
        "came out 7 May 2024, not date unknown",
        "best: 3 → 5",
        "verdict: conflict → update",
        "Disagreements that ended",
        "its sides are no longer told against each other",
        "Earlier fire",  # gone
    ):
        assert line in text
    assert "\x1b" not in text


def test_nothing_changed_is_said(small: Dossier) -> None:
    assert "Nothing changed." in plain_text(Changes(), small, small)


def test_hostile_texts_do_not_steer_the_terminal(hostile: Dossier) -> None:
    bare = msgspec.structs.replace(hostile, incidents=(), figures=(), disagreements=(), actors=())
    text = plain_text(changes(bare, hostile), bare, hostile)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_the_json_follows_the_published_schema(small: Dossier, later: Dossier) -> None:
    made = changes(small, later)
    data = json.loads(encoded(made))
    jsonschema.Draft202012Validator(schema.schema("changes")).validate(data)
    assert msgspec.json.decode(encoded(made, indent=2), type=Changes) == made


def test_the_schemas_are_current() -> None:
    assert schema.main(["--check"]) == 0


def test_a_folder_instead_of_a_dossier_is_told_the_remedy(small: Dossier, tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="is a folder: give a dossier, made by crossread dossier"):
        crossread.changes(tmp_path, small)


def test_an_update_is_the_dossier_of_all_reports(tmp_path: Path) -> None:
    monday, tuesday = tmp_path / "monday", tmp_path / "tuesday"
    for folder, text in ((monday, FIRST), (tuesday, SECOND)):
        folder.mkdir()
        (folder / "report.txt").write_text(text, encoding="utf-8")
    new = crossread.update(crossread.dossier([monday]), tuesday)
    assert new.to_json() == crossread.dossier([monday, tuesday]).to_json()
    again = crossread.update(new, tuesday)  # merging twice changes nothing
    assert again.to_json() == new.to_json()
    assert not crossread.changes(new, again)


def test_an_update_names_the_reports_that_are_lost(tmp_path: Path) -> None:
    monday = tmp_path / "monday.txt"
    monday.write_text(FIRST, encoding="utf-8")
    old = crossread.dossier([monday])
    (tmp_path / "tuesday.txt").write_text(SECOND, encoding="utf-8")
    monday.rename(tmp_path / "moved.txt")
    with pytest.raises(InputError, match=r"1 of the dossier's 1 reports cannot be found: .*monday\.txt"):
        crossread.update(old, tmp_path / "tuesday.txt")
    assert len(crossread.update(old, tmp_path).reports) == 2  # the new place, named


def test_spans_of_changes_are_quotes(small: Dossier, later: Dossier) -> None:
    texts = {report.id: report.text for report in small.reports}
    revised = changes(small, later).figures[0]
    assert revised.now.readings
    spans = [span for reading in revised.now.readings for span in reading.evidence]
    assert all(isinstance(s, Span) and texts[s.report][s.start : s.end] == s.text for s in spans)
