"""Invented stories of several reports, with all that a reader would list as disagreements written down before they were
read: how many of those are seen, and how many others are given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from crossread.faces.api import dossier
from crossread.records import Disagreement

STORIES = Path(__file__).parent / "contradictions"
FLOORS = {
    "march": (5, 1),
    "convoy": (4, 0),
    "ferry": (6, 0),
    "market": (7, 1),
    "fever": (4, 0),
    "vote": (4, 1),
    "flu": (4, 1),
    "strike": (4, 1),
    "crash": (4, 1),
    "trial": (3, 1),
    "rally": (5, 1),
    "spill": (3, 1),
    "match": (2, 1),
    "plant": (2, 1),
    "school": (2, 1),
}
"""Disagreements seen at least, others given at most. May only get better."""


def test_every_story_has_a_floor() -> None:
    assert set(FLOORS) == {p.name for p in STORIES.iterdir() if p.is_dir()}


@pytest.mark.parametrize("story", sorted(FLOORS))
def test_what_a_reader_would_list(story: str) -> None:
    made = dossier([STORIES / story / "reports"])
    expected = yaml.safe_load((STORIES / story / "expected.yml").read_text(encoding="utf-8"))["disagreements"]
    names = {r.id: Path(r.source).stem for r in made.reports}
    text = {r.id: r.text for r in made.reports}
    assert all(
        text[e.report][e.start : e.end] == e.text for d in made.disagreements for s in d.sides for e in s.evidence
    )
    hits = [{n for n, d in enumerate(made.disagreements) if _is(d, e, names, text)} for e in expected]
    seen, others = sum(map(bool, hits)), len(made.disagreements) - len(set().union(*hits))
    least, most = FLOORS[story]
    assert seen >= least
    assert others <= most


def _is(found: Disagreement, expected: dict[str, Any], names: dict[str, str], text: dict[str, str]) -> bool:
    """Whether a disagreement touches two of the expected reports' quotes (one, if there is one report only)."""
    touched = {
        name
        for name, quotes in expected["sides"].items()
        for quote in quotes
        for s in found.sides
        for e in s.evidence
        if names[e.report] == name
        and e.start < text[e.report].find(quote) + len(quote)
        and text[e.report].find(quote) < e.end
    }
    return len(touched) >= min(2, len(expected["sides"]))
