"""The command line: what it prints, where, and the exit codes that scripts use."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

import crossread
from crossread.errors import ModelError
from crossread.faces import cli
from crossread.faces.render import render
from crossread.records import Dossier

TEXT = """Mill burns

Three people were hurt on Monday, the mayor of Valley said. Nobody knows who did it, she told reporters.
"""


class Run(NamedTuple):
    code: int
    out: str
    err: str


Command = Callable[..., Run]


@pytest.fixture
def crossread_(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command with arguments; its exit code and what it printed."""

    def run(*arguments: object) -> Run:
        monkeypatch.setenv("COLUMNS", "120")
        monkeypatch.setattr(sys, "argv", ["crossread", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            cli.main()
        code = left.value.code
        return Run(code if isinstance(code, int) else 0, *capsys.readouterr())

    return run


@pytest.fixture
def saved(small: Dossier, tmp_path: Path) -> Path:
    path = tmp_path / "story.json"
    path.write_text(render(small, "json"), encoding="utf-8")
    return path


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.mark.parametrize("command", ["dossier", "show", "changes", "update", "verify", "schema"])
def test_help_teaches_by_example(crossread_: Command, command: str) -> None:
    run = crossread_(command, "--help")
    assert run.code == 0
    usage, _, rest = run.out.partition("\n\n")
    assert "Usage:" in usage
    assert re.search(rf"^\s+crossread {command} ", rest.split("Options:")[0], re.M)


def test_help_tells_the_exit_codes(crossread_: Command) -> None:
    assert "3 nothing to read" in " ".join(crossread_("--help").out.split())
    assert "1 something does not" in " ".join(crossread_("verify", "--help").out.split())


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; sys.argv = ['crossread', '--help']\n"
        "from crossread.faces.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'numpy', 'onnxruntime', 'tokenizers', 'trafilatura', 'jinja2', 'yaml', 'lxml'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_version(crossread_: Command) -> None:
    assert crossread_("--version").out == f"crossread {crossread.__version__}\n"


@pytest.mark.parametrize(("shape", "title"), [((), "Crossread dossier"), (("changes",), "Crossread changes")])
def test_schema_is_printed(crossread_: Command, shape: tuple[str, ...], title: str) -> None:
    assert json.loads(crossread_("schema", *shape).out)["title"] == title


def test_reports_become_plain_text_where_nobody_watches(crossread_: Command, reports: Path) -> None:
    run = crossread_("dossier", reports)
    assert run.code == 0
    assert "1 report" in run.out
    assert "\x1b" not in run.out + run.err


@pytest.mark.parametrize(
    ("name", "begins"),
    [("s.html", "<!doctype html>"), ("s.json", "{"), ("s.md", "# "), ("s.txt", "Mill"), ("s.HTM", "<!doctype")],
)
def test_the_suffix_names_the_format(crossread_: Command, saved: Path, tmp_path: Path, name: str, begins: str) -> None:
    run = crossread_("show", saved, "-o", tmp_path / name)
    assert run.code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)
    assert run.out == ""


def test_the_format_beats_the_suffix_and_dash_is_standard_output(
    crossread_: Command, saved: Path, tmp_path: Path
) -> None:
    crossread_("show", saved, "--format", "json", "-o", tmp_path / "s.txt")
    assert json.loads((tmp_path / "s.txt").read_text(encoding="utf-8"))["dossier"] == "1"
    assert crossread_("show", saved, "-f", "md", "-o", "-").out.startswith("# Mill burns")


def test_a_dossier_of_files_is_verified_against_them(crossread_: Command, reports: Path, tmp_path: Path) -> None:
    story = tmp_path / "made.json"
    assert crossread_("dossier", reports, "-o", story).code == 0
    run = crossread_("verify", story, reports)
    assert (run.code, run.err) == (0, "")
    assert "1 compared with their files: all hold" in run.out


def test_a_tampered_quote_exits_with_one_and_names_the_place(crossread_: Command, saved: Path) -> None:
    saved.write_text(
        saved.read_text(encoding="utf-8").replace('"text":"Nobody set the fire"', '"text":"Somebody set a fire"')
    )
    run = crossread_("verify", saved)
    assert run.code == 1
    assert "statements[1].content: quotes 'Somebody set a fire'" in run.out
    assert "mismatches" in run.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("dossier",),
        ("dossier", "x", "--format", "pdf"),
        ("dossier", "x", "-o", "story.pdf"),
        ("dossier", "x", "-o", "no/such/folder/story.html"),
        ("dossier", "x", "--open", "-f", "json"),
        ("verify",),
        ("changes", "x.json"),
        ("changes", "x.json", "y.json", "-o", "no/such/folder/changes.json"),
        ("update", "x.json", "y.txt"),
        ("schema", "pdf"),
        ("nonsense",),
    ],
)
def test_wrong_usage_exits_with_two(crossread_: Command, arguments: tuple[str, ...]) -> None:
    run = crossread_(*arguments)
    assert run.code == 2
    assert run.out == ""
    assert "Traceback" not in run.err


@pytest.mark.parametrize("command", ["dossier", "show", "verify"])
def test_what_cannot_be_read_exits_with_three_and_is_named(crossread_: Command, tmp_path: Path, command: str) -> None:
    run = crossread_(command, tmp_path / "none.json")
    assert run.code == 3
    assert "none.json" in run.err
    assert "Traceback" not in run.err


def test_what_cannot_be_written_exits_with_three(crossread_: Command, saved: Path, tmp_path: Path) -> None:
    (tmp_path / "taken.html").mkdir()
    run = crossread_("show", saved, "-f", "html", "-o", tmp_path / "taken.html")
    assert run.code in (2, 3)
    assert "taken.html" in run.err


def test_skipped_inputs_are_named_on_standard_error(crossread_: Command, reports: Path) -> None:
    (reports / "empty.txt").write_text("", encoding="utf-8")
    run = crossread_("dossier", reports, "-f", "json")
    assert run.code == 0
    assert "empty.txt" in run.err
    json.loads(run.out)


def test_a_report_in_another_language_is_told_on_standard_error(crossread_: Command, reports: Path) -> None:
    text = "Les habitants du village ont été évacués dans la nuit par les pompiers, a dit le maire de la commune. " * 3
    (reports / "nuit.txt").write_text(text, encoding="utf-8")
    run = crossread_("dossier", reports, "-f", "json")
    assert run.code == 0
    assert [line for line in run.err.splitlines() if "read poorly" in line] == [
        f"crossread: read poorly {reports / 'nuit.txt'}: in another language (fr)"
    ]


def test_a_damaged_installation_exits_with_four(
    crossread_: Command, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path) -> Dossier:
        raise ModelError("encoder.onnx is missing: install the package again")

    monkeypatch.setattr("crossread.faces.shown.read_dossier", broken)
    run = crossread_("show", saved)
    assert run.code == 4
    assert "install the package again" in run.err


def test_a_reader_that_leaves_early_is_no_error(saved: Path) -> None:
    command = f"{sys.executable} -m crossread.faces.cli show {saved} | head -1"
    run = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False)
    assert run.stdout == "Mill burns\n"
    assert run.stderr == ""


def test_changes_of_two_files(crossread_: Command, small: Dossier, saved: Path, tmp_path: Path) -> None:
    figure = msgspec.structs.replace(small.figures[0], best=5, verdict="update")
    new = tmp_path / "new.json"
    new.write_text(render(msgspec.structs.replace(small, figures=(figure, *small.figures[1:])), "json"))
    run = crossread_("changes", saved, new)
    assert (run.code, run.err) == (0, "")
    assert "best: 3 → 5" in run.out
    assert json.loads(crossread_("changes", saved, new, "--json").out)["changes"] == "1"
    assert crossread_("changes", saved, new, "-o", tmp_path / "c.json").out == ""
    assert json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))["figures"][0]["revisions"]


@pytest.mark.parametrize("name", ["none.json", "reports", "reports/one.txt"])
def test_changes_of_what_is_no_dossier_names_it(
    crossread_: Command, saved: Path, reports: Path, tmp_path: Path, name: str
) -> None:
    run = crossread_("changes", saved, tmp_path / name)
    assert (run.code, run.out) == (3, "")
    assert name in run.err
    assert "Traceback" not in run.err


def test_an_update_writes_the_new_dossier_and_prints_what_changed(
    crossread_: Command, reports: Path, tmp_path: Path
) -> None:
    story, late = tmp_path / "story.json", tmp_path / "late.txt"
    late.write_text("Mill burnt down\n\nFive people were hurt on Monday, the mayor of Valley said.\n", encoding="utf-8")
    assert crossread_("dossier", reports, "-o", story).code == 0
    run = crossread_("update", story, late, "-o", story)
    assert run.code == 0
    assert "1 report before, 2 now" in run.out
    assert len(json.loads(story.read_text(encoding="utf-8"))["reports"]) == 2
    (reports / "one.txt").unlink()
    lost = crossread_("update", story, late, "-o", story)
    assert lost.code == 3
    assert "one.txt" in lost.err


def test_match_tells_who_of_a_list_may_be_meant(crossread_: Command, saved: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.csv"
    listed.write_text("name,type\nThe Mayor,person\nTomas Verrel,person\n", encoding="utf-8")
    run = crossread_("match", saved, listed)
    assert run.code == 0
    assert run.out.startswith("how,sure,actor,name")


def test_match_names_the_file_that_is_no_list(crossread_: Command, saved: Path, tmp_path: Path) -> None:
    run = crossread_("match", saved, tmp_path / "missing.csv")
    assert run.code == cli.INPUT
    assert "missing.csv" in run.err
