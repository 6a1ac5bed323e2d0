"""Reports as TimeML: their text unchanged, the expressions marked, and the day that they count from."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from crossread import timeml
from crossread.errors import InputError
from crossread.faces.timeml import write

TEXT = """Mill & barn burn

Three people were hurt on Monday, the mayor of Valley said. The mill stood from 3 to 5 May and <burned> on Tuesday.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_expressions_are_marked_and_the_text_is_kept(report: Path) -> None:
    (made,) = timeml(report, published=date(2024, 5, 8))
    root = ElementTree.fromstring(made.text.encode())
    assert root.findtext("DCT/TIMEX3") == "2024-05-08"
    found = [(t.text, t.get("value")) for t in root.findall("TEXT/TIMEX3")]
    assert found == [("Monday", "2024-05-06"), ("3", "2024-05-03"), ("5 May", "2024-05-05"), ("Tuesday", "2024-05-07")]
    told = "".join(root.find("TEXT").itertext())  # type: ignore[union-attr]
    assert "from 3 to 5 May and <burned> on Tuesday." in told


def test_an_unknown_day_is_said(report: Path) -> None:
    (made,) = timeml(report)
    assert '<DCT><TIMEX3 tid="t0" type="DATE" value="XXXX-XX-XX"' in made.text


def test_files_of_one_name_are_kept_apart(report: Path, tmp_path: Path) -> None:
    made = timeml(report, published=date(2024, 5, 8))
    write([*made, *made], tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["mill-2.tml", "mill.tml"]


def test_no_report_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        timeml(tmp_path)
