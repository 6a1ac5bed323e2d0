"""The docs speak of every field and command that there is, and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from crossread.faces.cli import app
from crossread.records import Dossier, DossierReport, Figure, Incident, Statement
from crossread.settings import IntakeSettings, Settings

ROOT = Path(__file__).parent.parent
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"])


@pytest.mark.parametrize("record", [Dossier, DossierReport, Incident, Figure, Statement])
def test_every_field_stands_in_the_docs(record: type) -> None:
    text = (ROOT / "docs" / "dossier.md").read_text(encoding="utf-8")
    missing = [
        name
        for name in record.__struct_fields__
        if f"`{name}`" not in text and name not in ("id", "report", "evidence")
    ]
    assert not missing


@pytest.mark.parametrize("group", [Settings, IntakeSettings])
def test_every_setting_stands_in_the_docs(group: type) -> None:
    text = (ROOT / "docs" / "how-to" / "use-from-python.md").read_text(encoding="utf-8")
    assert [name for name in group.__struct_fields__ if name not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\((?!http)([^)#]+)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page}: {target}"


COMMANDS = sorted(str(command.name or command.callback.__name__) for command in app.registered_commands)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_docs(command: str) -> None:
    assert any(f"crossread {command}" in page.read_text(encoding="utf-8") for page in PAGES)
