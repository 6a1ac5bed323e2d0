"""Training reports: the marks are read as written, and the checker finds what is inconsistent."""

from __future__ import annotations

from pathlib import Path

import pytest

from training.annotated import Annotated, BadReportError, files, load
from training.check import faults_of
from training.rows import UNSAID
from training.sets import own

HEAD = "outlet: The Brook\nstyle: local\ntheme: test\npublished: 2024-05-07\nquality: clean\n\n"


def made(tmp_path: Path, body: str, number: int = 1) -> Annotated:
    path = tmp_path / f"test-{number:03}.txt"
    path.write_text(HEAD + body, encoding="utf-8")
    return load(path)


def faults(tmp_path: Path, body: str) -> list[str]:
    return list(faults_of(made(tmp_path, "# Title\n\n" + body)))


def test_marks_count_in_the_text_without_them(tmp_path: Path) -> None:
    report = made(
        tmp_path, "# [L Orsk] today\n\nThe [O University of [L Orsk]] \\[sic\\] closed on [T=2024-05-06 Monday].\n"
    )
    assert report.text == "Orsk today\n\nThe University of Orsk [sic] closed on Monday."
    assert [(mark.layer, mark.code, report.quote(mark)) for mark in report.marks] == [
        ("name", "L", "Orsk"),
        ("name", "O", "University of Orsk"),
        ("name", "L", "Orsk"),
        ("time", "2024-05-06", "Monday"),
    ]
    assert report.text[: report.title_end] == "Orsk today"


@pytest.mark.parametrize("body", ["a [P b", "a b] c", "a [Q b] c", "| nonsense"])
def test_bad_writing_is_named_with_its_line(tmp_path: Path, body: str) -> None:
    with pytest.raises(BadReportError, match=r"test-001\.txt:9"):
        made(tmp_path, f"# Title\n\n{body}\n")


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("On [T=2024-05-07 Monday].", "is a Tuesday"),
        ("In [T=2024-04 May].", "not in May"),
        ("[T=soon Soon].", "not a value of TIMEX3"),
        ("[#1=12 13] dead.\n| #1 counts: dead", "not what it says"),
        ("[#1=12 12] dead.", "has no note"),
        ("[!1:BRAWL/happened fought].", "unknown type"),
        ("[!1:ASSAULT/maybe fought].", "unknown status"),
        ("[!1:ASSAULT/happened fought].\n| !1 who: the army", "does not stand in the report"),
        ("[q1 It rained], he said.\n| q1 kind: claim; speaker: unnamed", "has no cue"),
        ("[q1 It rained], he [c1 said].\n| q1 kind: remark; speaker: unnamed", "unknown kind"),
        ("[P Ana Duarte's] house.", "possessive"),
        ("The reb[w:label els] came.", "cuts a word"),
        ("He [c1 said] [q1 that the road is shut].\n| q1 kind: claim; speaker: unnamed", "begins with `that`"),
        ('He [c1 said]: "[q1 Come.]"\n| q1 kind: claim; speaker: unnamed', "stand outside"),
        ('He [c1 saw] [q1 "calm"].\n| q1 kind: claim; speaker: unnamed; direct: mixed', "direct: yes"),
        ('A [w:scare "limited"] war.', "inside a judging word"),
        ("A [#1=47 47-minute] wait.\n| #1 counts: minutes", "length of time"),
        ("[P Mr. Brook] came.", "a title inside a name"),
    ],
)
def test_faults_are_found(tmp_path: Path, body: str, fault: str) -> None:
    assert any(fault in found for found in faults(tmp_path, body)), faults(tmp_path, body)


def test_what_only_looks_like_a_fault_is_left_alone(tmp_path: Path) -> None:
    said = "[c1 called] [q1 that road a ditch]"
    whole = 'She [c2 wrote]: [q2 "They [c3 say] [q3 we slept]. We did not."]'
    notes = "\n".join(f"| q{number} kind: claim; speaker: unnamed" for number in (1, 2, 3))
    assert faults(tmp_path, f"He {said} for [T=P2D two days]. {whole}\n{notes}") == []


def test_every_training_report_is_consistent() -> None:
    paths = files(own.FOLDER)
    assert len(paths) >= 300
    found = [f"{path.name}: {fault}" for path in paths for fault in faults_of(load(path))]
    assert found == []


def test_labels_follow_the_marks(tmp_path: Path) -> None:
    said = "[G Hill Men] [!1:ASSAULT/alleged shelled] [L Orsk] for [T=P2D two days]"
    body = f"# Title\n\n[M Radio Brook] [c1 said] [q1 {said}].\n| q1 kind: claim; speaker: Radio Brook\n"
    row = list(own.of_report(made(tmp_path, body)))[-1]
    assert row.words == ["Radio", "Brook", "said", "Hill", "Men", "shelled", "Orsk", "for", "two", "days", "."]
    assert row.names == ["B-ORG", "I-ORG", "O", "B-ORG", "I-ORG", "O", "B-LOC", "O", "O", "O", "O"]
    assert row.times == ["O"] * 8 + [UNSAID] * 2 + ["O"]
    assert (row.kinds or [])[5] == "B-ASSAULT"
    assert (row.modes or [])[5] == "B-ALLEGED"
    assert (row.deeds or [])[3:6] == [UNSAID, UNSAID, "B-ANY"]
    assert row.contents == ["O"] * 3 + ["B-CONTENT"] + ["I-CONTENT"] * 6 + ["O"]


def test_a_tenth_is_held_back(tmp_path: Path) -> None:
    assert made(tmp_path, "# Title\n", 20).held_out
    assert not made(tmp_path, "# Title\n", 21).held_out
    made(tmp_path, "# Title\n\nIt rained.\n", 30)
    assert {row.id.rsplit("-", 1)[0] for row in own.rows(tmp_path, held_out=True)} == {"test-020", "test-030"}
    assert {row.id.rsplit("-", 1)[0] for row in own.rows(tmp_path)} == {"test-021"}
