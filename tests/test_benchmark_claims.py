"""The scores of the benchmark of claims, on numbers counted by hand."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks.claims import area, best_cut, f1, fitted, pairs_of


def test_f1_of_always_yes() -> None:
    wanted = np.array([True, True, False, False])
    assert f1(wanted, np.ones(4, dtype=bool)) == pytest.approx(2 / 3)
    assert f1(wanted, np.zeros(4, dtype=bool)) == 0.0


def test_area_counts_ties_half() -> None:
    wanted = np.array([True, False, False])
    assert area(wanted, np.array([1.0, 0.0, 1.0])) == pytest.approx(0.75)


def test_the_best_cut_parts_what_can_be_parted() -> None:
    wanted = np.array([True, True, False, False])
    scores = np.array([0.9, 0.8, 0.2, 0.1])
    assert f1(wanted, scores >= best_cut(wanted, scores)) == 1.0


def test_the_regression_finds_the_column_that_tells() -> None:
    wanted = np.array([True, False] * 50)
    rows = np.array([[float(yes), float(number % 3), 1.0] for number, yes in enumerate(wanted)])
    weights = fitted(rows, wanted)
    assert weights[0] > 1.0 > abs(weights[1])


def test_both_answers_of_a_pair_are_joined(tmp_path: Path) -> None:
    row = {"pair_id": "1", "claim_a": "It rained.", "claim_b": "It poured."}
    for kind, relation in (("strength", 1), ("weak", 0)):
        path = tmp_path / f"ClaimDiff-{kind}-test.json"
        path.write_text(json.dumps({"data": [{**row, "relation": relation}]}), encoding="utf-8")
    (pair,) = pairs_of(tmp_path, "test")
    assert pair.strengthens
    assert not pair.weakens
