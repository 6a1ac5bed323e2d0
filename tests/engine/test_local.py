"""Reading spread over processes gives what reading here gives, in the same order, from any script."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from crossread.engine import local, read_all
from crossread.records import Report

TEXT = "Baker {n} opens shop\n\nThe baker said on Monday that {n} loaves had been sold at the market in Paris."


@pytest.fixture
def reports(make_report: Callable[..., Report]) -> list[Report]:
    return [make_report(TEXT.format(n=n), source=f"{n}.txt") for n in range(6)]


def test_two_processes_read_what_one_reads(reports: list[Report]) -> None:
    seen: list[str] = []
    assert list(read_all(reports, workers=2, progress=seen.append)) == list(read_all(reports, workers=1))
    assert seen == [report.source for report in reports]


def test_readings_may_be_left_unread(reports: list[Report]) -> None:
    readings = read_all(reports, workers=2)
    assert next(readings).report == reports[0].id
    readings.close()  # ends the processes; a hang here would fail the run


def test_a_process_that_ends_names_the_report(reports: list[Report], monkeypatch: pytest.MonkeyPatch) -> None:
    def dead() -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    monkeypatch.setattr(local, "_start", dead)
    with pytest.raises(RuntimeError, match=r"\.txt ended"):
        list(read_all(reports, workers=2))


def test_a_script_without_a_main_guard_may_read_many(tmp_path: Path) -> None:
    for n in range(local.WORTH_SPREADING):
        (tmp_path / f"{n}.txt").write_text(TEXT.format(n=n), encoding="utf-8")
    script = tmp_path / "script.py"
    script.write_text(
        "import crossread, glob\n"
        f"print(len(crossread.dossier(sorted(glob.glob({str(tmp_path / '*.txt')!r}))).reports))\n",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == str(local.WORTH_SPREADING), done.stderr
