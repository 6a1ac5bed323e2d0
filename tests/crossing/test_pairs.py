"""Pairs of short reports on fires, votes, strikes, matches: those that disagree, and those that only seem to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from crossread import pipeline
from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]
PAIRS = yaml.safe_load(Path(__file__).with_name("pairs.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["name"])
def test_pairs_of_reports(read: Read, pair: dict[str, Any]) -> None:
    pairs = [read(pair[which], day, f"{which}.txt") for which, day in zip(("one", "other"), pair["days"], strict=True)]
    texts = [report.text for report, _ in pairs]
    ids = [report.id for report, _ in pairs]
    found = pipeline.cross([r for r, _ in pairs], [x for _, x in pairs]).disagreements
    for quotes in pair["differ"]:
        places = [(i, text.index(q), text.index(q) + len(q)) for i, text, q in zip(ids, texts, quotes, strict=True)]
        spans = [[e for side in d.sides for e in side.evidence] for d in found]
        assert any(
            all(any(e.report == i and e.start < end and start < e.end for e in evidence) for i, start, end in places)
            for evidence in spans
        ), quotes
    if not pair["differ"]:
        assert found == ()
