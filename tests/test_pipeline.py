"""The table of contents holds, and the laws of the dossier hold over the whole way of the data."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import msgspec
import pytest
from conftest import EXAMPLE
from hypothesis import HealthCheck, given, settings, strategies as st

from crossread import pipeline
from crossread.faces.api import dossier
from crossread.intake import take_in
from crossread.reading.encoder.model import Encoder
from crossread.records import Dossier, Reading, Report, Span


def encode(d: Dossier) -> bytes:
    return msgspec.json.encode(d)


@pytest.fixture(scope="module")
def pairs(encoder: Encoder) -> list[tuple[Report, Reading]]:
    """The example story, read."""
    reports = take_in([str(EXAMPLE)]).reports
    return [(r, pipeline.read(r, encoder.analyse(r.id, r.text))) for r in reports]


def crossed(pairs: list[tuple[Report, Reading]]) -> Dossier:
    return pipeline.cross([r for r, _ in pairs], [r for _, r in pairs])


def spans(node: object) -> Iterator[Span]:
    """Every span below a record."""
    if isinstance(node, Span):
        yield node
    elif isinstance(node, msgspec.Struct):
        for name in node.__struct_fields__:
            yield from spans(getattr(node, name))
    elif isinstance(node, (tuple, list)):
        for item in node:
            yield from spans(item)


def test_a_stage_whose_need_is_not_given_is_refused_before_anything_runs() -> None:
    with pytest.raises(ValueError, match="needs"):
        pipeline.check(pipeline.READING[1:2] + pipeline.READING[2:3], ("report", "trees"))


def test_every_span_quotes_its_report(example: Dossier) -> None:
    texts = {report.id: report.text for report in example.reports}
    found = list(spans(msgspec.structs.replace(example, reports=())))
    assert len(found) > 300
    assert all(texts[s.report][s.start : s.end] == s.text for s in found)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(8)))
def test_the_order_of_the_reports_makes_no_difference(pairs: list[tuple[Report, Reading]], order: list[int]) -> None:
    assert encode(crossed([pairs[i] for i in order])) == encode(crossed(pairs))


def test_a_second_run_gives_the_same_bytes(example: Dossier) -> None:
    assert encode(dossier([EXAMPLE])) == encode(example)


def test_the_order_of_hashes_makes_no_difference() -> None:
    code = f"import sys, crossread; sys.stdout.write(crossread.dossier([{str(EXAMPLE)!r}]).to_json())"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed}
        )
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout


@pytest.mark.parametrize("name", ["01-meridian-wire.txt", "05-velisk-today.txt", "07-northern-ledger.txt"])
def test_a_copy_adds_no_origin(example: Dossier, tmp_path: Path, name: str) -> None:
    folder = tmp_path / "reports"
    shutil.copytree(EXAMPLE, folder)
    text = (EXAMPLE / name).read_text(encoding="utf-8")
    (folder / "99-copy.txt").write_text(text + "\nShare this story\n", encoding="utf-8")
    with_copy = dossier([folder])
    assert len(with_copy.reports) == len(example.reports) + 1
    assert len(with_copy.origins) == len(example.origins)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_a_day_at_the_edge_of_the_calendar_stops_nothing(
    read: Callable[..., tuple[Report, Reading]], day: date
) -> None:
    text = "Bomb kills five in Sarnik\n\nOn {when} a bomb killed {n} people in Sarnik, a town of 9,000, police said."
    pairs = [
        read(text.format(when=when, n=n), day, f"{n}.txt")
        for when, n in (("1 January 1", 5), ("31 December 9999", 9), ("3 May 2024", 7))
    ]
    assert len(crossed(pairs).reports) == 3


def test_the_same_file_twice_is_one_report_and_a_recorded_skip(example: Dossier, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    shutil.copytree(EXAMPLE, folder)
    shutil.copy(EXAMPLE / "01-meridian-wire.txt", folder / "zz-again.txt")
    twice = dossier([folder])
    assert [r.id for r in twice.reports] == [r.id for r in example.reports]
    assert any("zz-again.txt" in s.source for s in twice.skipped)


def test_reports_of_an_unrelated_matter_are_a_story_of_their_own(example: Dossier, tmp_path: Path) -> None:
    other = tmp_path / "bees.txt"
    other.write_text(
        "Beekeepers win prize for mountain honey\nPublished 2019-06-02\n\n"
        "Two beekeepers from the village of Hallbrook won the national honey prize on Saturday.\n\n"
        "The jury praised the taste of lime blossom. The sisters keep 40 hives and sell at the weekly market.\n",
        encoding="utf-8",
    )
    both = dossier([EXAMPLE, other])
    new = next(r.id for r in both.reports if r.source.endswith("bees.txt"))
    assert len(example.stories) == 1
    assert [s.reports for s in both.stories if new in s.reports] == [(new,)]
    assert max(len(s.reports) for s in both.stories) == len(example.reports)


def test_ids_stay_when_unrelated_reports_come(example: Dossier, tmp_path: Path) -> None:
    other = tmp_path / "choir.txt"
    other.write_text(
        "Choir sings at dawn\nPublished 2016-05-02\n\n"
        "A choir of forty voices sang on the hill above Ostrey at dawn on Sunday.\n",
        encoding="utf-8",
    )
    both = dossier([EXAMPLE, other])
    assert {i.id for i in example.incidents} <= {i.id for i in both.incidents}
    assert {a.id for a in example.actors} <= {a.id for a in both.actors}


def test_only_what_leads_to_the_wanted_is_run() -> None:
    def one(given: int) -> int:
        return given + 1

    def aside(one: int) -> int:
        raise AssertionError("nobody asked for it")

    def two(one: int) -> int:
        return one + 1

    stages = [pipeline.Stage("one", one), pipeline.Stage("aside", aside), pipeline.Stage("two", two)]
    chosen = pipeline.leading_to("two", stages, ("given",))
    assert [stage.gives for stage in chosen] == ["one", "two"]
    assert pipeline.run(chosen, given=1)["two"] == 3
    assert [stage.gives for stage in pipeline.leading_to("two", stages, ("one",))] == ["two"]
