"""What `import crossread` offers, and the dossier that shows itself."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from html.parser import HTMLParser
from pathlib import Path

import pytest

import crossread
from crossread import records
from crossread.faces.shown import Dossier as Shown

SURFACE = [
    "CrossreadError",
    "Dossier",
    "DossierError",
    "InputError",
    "IntakeSettings",
    "KnowledgeError",
    "ModelError",
    "Problem",
    "Settings",
    "Span",
    "__version__",
    "changes",
    "dossier",
    "read_dossier",
    "timeml",
    "update",
    "verify",
]


def test_the_surface_is_this_list() -> None:
    assert crossread.__all__ == SURFACE
    assert dir(crossread) == SURFACE
    for name in SURFACE:
        assert getattr(crossread, name) is not None


def test_what_is_not_on_it_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = crossread.nonsense


def test_the_version_is_that_of_the_package() -> None:
    project = Path(__file__).parents[2] / "pyproject.toml"
    told = tomllib.loads(project.read_text(encoding="utf-8"))["project"]
    assert crossread.__version__ == told.get("version", crossread.__version__)


def test_importing_loads_nothing() -> None:
    code = "import sys, crossread; sys.exit(str(sorted(m for m in sys.modules if m.startswith('crossread'))))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.stderr.strip().replace("__editable___crossread_0_1_0_finder", "") in (
        "['crossread']",
        "['crossread', '']",
    )


def test_a_shown_dossier_is_the_record_with_the_same_fields(small: records.Dossier) -> None:
    shown = Shown.of(small)
    assert isinstance(shown, records.Dossier)
    assert shown.__struct_fields__ == small.__struct_fields__
    assert all(getattr(shown, name) == getattr(small, name) for name in small.__struct_fields__)


def test_a_notebook_shows_the_page_in_a_frame(hostile: records.Dossier) -> None:
    frames: list[dict[str, str | None]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            frames.append({"tag": tag, **dict(attrs)})

    shown = Shown.of(hostile)
    Reader().feed(shown._repr_html_())
    (frame,) = frames
    assert frame["tag"] == "iframe"
    assert frame["sandbox"] == "allow-scripts"
    assert frame["srcdoc"] == shown.to_html()


@pytest.mark.parametrize(
    ("name", "begins"), [("a.html", "<!doctype"), ("a.json", "{"), ("a.md", "# "), ("a.txt", "Mill")]
)
def test_a_dossier_saves_itself(small: records.Dossier, tmp_path: Path, name: str, begins: str) -> None:
    assert Shown.of(small).save(tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_suffix_that_names_nothing_is_refused(small: records.Dossier, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"a\.pdf: the suffix names no format; use one of \.html"):
        Shown.of(small).save(tmp_path / "a.pdf")
