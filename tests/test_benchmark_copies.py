"""The benchmark of copies: what it plants, and how it counts."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from benchmarks.copies import measure, recall_at, rivals
from benchmarks.planting import KINDS, paraphrases
from benchmarks.rewording import LIGHT, STRONG, reworded, turned
from training.annotated import Annotated, files, load

MILL = """outlet: Ostrel Post
style: wire
theme: accident
published: 2031-03-04

# Mill burns

[q1 The old mill is closed], [s1 the mayor] [c1 said] on Monday.
| q1 kind: report; speaker: the mayor; direct: no

[G Rebels] [!1:ASSAULT/happened shelled] two villages.
| !1 who: Rebels; whom: two villages
"""


@pytest.fixture(scope="module")
def reports() -> list[Annotated]:
    return [load(path) for path in files(Path(__file__).parent.parent / "training" / "reports")][:48]


def test_statements_and_voice_are_turned(tmp_path: Path) -> None:
    path = tmp_path / "accident-1.txt"
    path.write_text(MILL, encoding="utf-8")
    text = turned(load(path), Random(1), 1.0)
    assert text == "The mayor said on Monday that the old mill is closed.\n\nTwo villages were shelled by rebels."


def test_a_reworded_text_keeps_names_and_quotations() -> None:
    text = 'Rebels attacked the village of Sarn. "We saw the fire," said Ana Lom.'
    light = reworded(text, Random(3), LIGHT)
    assert light != text
    assert "Sarn" in light
    assert '"We saw the fire,"' in light
    assert reworded(text, Random(3), STRONG) == reworded(text, Random(3), STRONG)


def test_recall_at_a_precision() -> None:
    right = {frozenset("ab"), frozenset("cd")}
    assert recall_at({frozenset("ab"): 9.0, frozenset("ef"): 5.0, frozenset("cd"): 1.0}, right) == 0.5
    assert recall_at({frozenset("ab"): 9.0, frozenset("cd"): 1.0}, right) == 1.0


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "retold"])
def test_each_kind_is_planted_and_most_are_found(kind: str, reports: list[Annotated]) -> None:
    score = measure(kind, reports, 6, Random(kind), rivals(reports))
    assert score.shipped >= 0.3
    assert score.precision >= 0.8


def test_paraphrases_are_of_reports_there_are() -> None:
    known = {path.stem for path in files(Path(__file__).parent.parent / "training" / "reports")}
    assert len(paraphrases()) >= 20
    assert set(paraphrases()) <= known
