"""Aliases are counted as the benchmark says, on an invented list."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import aliases as bench

SDN = """1,"VERREL, Tomas","individual","X"
2,"VELISK STEEL WORKS","-0- ","X"
3,"DUARTE, Ana","individual","X"
5,"TARN HOLDING","-0- ","X"
"""
ALT = """1,11,"aka","VERELL, Thomas","-0- "
2,12,"aka","STEEL WORKS OF VELISK","-0- "
3,13,"aka","Duarte, Ana","-0- "
3,14,"aka","THE NIGHTINGALE","-0- "
5,15,"aka","THE NIGHTINGALE","-0- "
5,16,"aka","TARN HOLDINGS LTD","-0- "
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sdn.csv").write_text(SDN, encoding="latin-1")
    (tmp_path / "alt.csv").write_text(ALT, encoding="latin-1")
    return tmp_path


def test_names_read_as_a_report_writes_them(folder: Path) -> None:
    assert [entry.name for entry in bench.entries(folder)][:2] == ["Tomas VERREL", "VELISK STEEL WORKS"]


def test_odd_and_even_ids_are_apart_and_equal_spellings_left_out(folder: Path) -> None:
    by_id = {entry.id: entry for entry in bench.entries(folder)}
    assert [alias.text for alias in bench.aliases(folder, by_id, 0)] == ["STEEL WORKS OF VELISK"]
    assert "Ana Duarte" not in {alias.text for alias in bench.aliases(folder, by_id, 1)}


def test_what_two_entries_bear_is_left_out(folder: Path) -> None:
    listed = bench.entries(folder)
    odd = bench.aliases(folder, {entry.id: entry for entry in listed}, 1)
    assert {alias.text for alias in bench.told_apart(listed, odd)} == {"Thomas VERELL", "TARN HOLDINGS LTD"}


def test_precision_of_the_surest() -> None:
    found = [bench.Answer(0.9, True), bench.Answer(0.8, True), bench.Answer(0.2, False), bench.Answer(0.1, True)]
    assert bench.precision(found, 0.5) == 1.0
    assert bench.precision(found, 1.0) == 0.75


def test_the_command(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["aliases", str(folder)])
    bench.main()
    assert "persons" in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", ["aliases", str(tmp_path / "none")])
    bench.main()
    assert "nothing measured" in capsys.readouterr().out
