"""What several tests share: the encoder (loaded once a session), reports made from plain text, the example story."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from crossread import pipeline
from crossread.faces.api import dossier
from crossread.reading.encoder.model import Encoder
from crossread.records import Dossier, Published, Reading, Report
from crossread.spans import content_id

EXAMPLE = Path(__file__).parent.parent / "examples" / "sarnik"


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The shipped model."""
    return Encoder()


@pytest.fixture(scope="session")
def make_report() -> Callable[..., Report]:
    """A report of a text, published on a day (2024-05-08 unless told): `make_report("Title\\n\\nText.")`."""

    def make(text: str, published: date | None = date(2024, 5, 8), source: str = "report.txt") -> Report:
        days = Published(published, published, "metadata") if published else None
        return Report(content_id("r", source, text), source, text, title=text.split("\n")[0], published=days)

    return make


@pytest.fixture(scope="session")
def read(encoder: Encoder, make_report: Callable[..., Report]) -> Callable[..., tuple[Report, Reading]]:
    """A text read with the shipped model: `report, reading = read("…")`."""

    def reading(
        text: str, published: date | None = date(2024, 5, 8), source: str = "report.txt"
    ) -> tuple[Report, Reading]:
        report = make_report(text, published, source)
        return report, pipeline.read(report, encoder.analyse(report.id, report.text))

    return reading


@pytest.fixture(scope="session")
def example() -> Dossier:
    """The dossier of the example story."""
    return dossier([EXAMPLE])
