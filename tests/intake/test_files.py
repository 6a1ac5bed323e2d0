"""Paths, folders and bytes of every kind: good ones become reports, bad ones are recorded with the reason."""

from __future__ import annotations

import io
import os
import time
from pathlib import Path

import msgspec
import pytest

from crossread.intake import take_in
from crossread.records import Intake, Report, Skipped
from crossread.settings import IntakeSettings, Settings

TEXT = (
    "Bridge of Ostrel closed\n\nThe council of Ostrel voted on Monday to close both bridges until the flood is over, "
    "its speaker said.\n\n“It isn’t safe,” she said, and the café on the bank stays shut, too.\n"
)
PAGE = (
    "<!doctype html><html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>"
    + "".join(f"<p>{line}</p>" for line in TEXT.split("\n") if line)
    + "</article></body></html>"
)


def take(tmp_path: Path, **files: bytes) -> Intake:
    for name, raw in files.items():
        (tmp_path / name.replace("__", ".")).write_bytes(raw)
    return take_in([str(tmp_path)])


def only(intake: Intake) -> Report:
    assert len(intake.reports) == 1, intake.skipped
    return intake.reports[0]


def test_a_folder_is_walked_in_order_and_hidden_and_other_files_are_recorded(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "b/a.txt", "a.txt"):
        (tmp_path / name).write_text(TEXT + name)
    (tmp_path / ".hidden").write_text(TEXT)
    (tmp_path / "style.css").write_text("p {}")
    taken = take_in([str(tmp_path)])
    assert [os.path.relpath(r.source, tmp_path) for r in taken.reports] == ["a.txt", "z.txt", "b/a.txt"]
    assert [os.path.basename(s.source) for s in taken.skipped] == [".hidden", "style.css"]


def test_the_same_bytes_twice_are_one_report(tmp_path: Path) -> None:
    taken = take(tmp_path, a__txt=TEXT.encode(), b__txt=TEXT.encode())
    assert only(taken).source.endswith("a.txt")
    assert taken.skipped[0].why == f"same bytes as {tmp_path / 'a.txt'}"


def test_the_id_is_made_of_the_bytes_alone(tmp_path: Path) -> None:
    first = only(take(tmp_path, a__txt=TEXT.encode()))
    (tmp_path / "a.txt").rename(tmp_path / "c.txt")
    assert only(take_in([str(tmp_path / "c.txt")])).id == first.id


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_usual_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    text = only(take(tmp_path, a__txt=TEXT.encode(encoding))).text
    assert "“It isn’t safe,” she said, and the café" in text


def test_text_that_was_decoded_wrongly_is_put_right_and_nothing_else_is_touched(tmp_path: Path) -> None:
    broken = "“It isn’t safe,” she said.".encode().decode("cp1252", "ignore")
    fine = "“ﬁne” … Ångström, naïve café, half‑mast — 5½ km²"
    text = only(take(tmp_path, a__txt=f"{TEXT}\n\n{broken}\n\n{fine}".encode())).text
    assert "isn’t safe" in text.split("\n\n")[-2]
    assert text.endswith(fine)


def test_damaged_utf8_loses_only_the_damaged_characters(tmp_path: Path) -> None:
    raw = (TEXT + "ñandú “q” é ü ö ä " * 3).encode()[:-1] + b"\xff"
    assert "“It isn’t safe,”" in only(take(tmp_path, a__txt=raw)).text


def test_a_page_in_a_txt_file_is_read_as_a_page_and_a_text_in_an_html_file_as_a_text(tmp_path: Path) -> None:
    taken = take(tmp_path, page__txt=PAGE.encode(), text__html=TEXT.encode())
    assert len(taken.reports) == 2
    assert all("<p>" not in r.text and r.text.startswith("Bridge") for r in taken.reports)


def test_a_declared_encoding_of_a_page_is_believed(tmp_path: Path) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-2">').replace("café", "kavárně řeky")
    page = page.replace("“", '"').replace("”", '"').replace("’", "'")
    assert "kavárně řeky" in only(take(tmp_path, a__html=page.encode("iso-8859-2"))).text


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        (b"", "empty"),
        (b"   \n\n  ", "nothing to read"),
        (b"Short.", "nothing to read"),
        (bytes(range(256)) * 40, "binary"),
        (b"%PDF-1.7 \x00\x01", "PDF"),
        (b"PK\x03\x04" + bytes(500), "zip"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "image"),
        (b'{"dossier": "1", "reports": []}', "dossier"),
        (b'[{"title": "x"}]', "JSON"),
        (b'{"title": "x", "text": "MARO, 5 May', "JSON"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "web archive: unpack it"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "feed"),
        (b"<html><head><title>x</title></head><body><div></div></body></html>", "without a report"),
        (bytes((i * 37 + i * i) % 251 + 4 for i in range(5000)), "not text"),
    ],
)
def test_what_is_no_report_is_recorded_with_the_reason(tmp_path: Path, raw: bytes, word: str) -> None:
    taken = take(tmp_path, bad__txt=raw, good__txt=TEXT.encode())
    assert len(taken.reports) == 1
    assert word in taken.skipped[0].why


def test_zero_bytes_in_a_text_are_taken_out_and_recorded(tmp_path: Path) -> None:
    report = only(take(tmp_path, a__txt=TEXT.replace("council", "coun\x00cil").encode()))
    assert "The council of" in report.text
    assert [r.why for r in report.removed] == ["control characters"]


def test_missing_and_unreadable_paths(tmp_path: Path) -> None:
    taken = take_in([str(tmp_path / "nowhere"), str(tmp_path), "bad\x00path"])
    assert [s.why.split(":")[0] for s in taken.skipped][:2] == ["no such file or folder", "an empty folder"]
    assert len(taken.skipped) == 3


def test_an_address_is_not_fetched_and_the_remedy_is_told(tmp_path: Path) -> None:
    assert "save the page" in take_in(["https://river.example/ferry.html"]).skipped[0].why


def test_a_text_of_fifty_megabytes_is_cut_and_read_in_seconds(tmp_path: Path) -> None:
    raw = (TEXT * 250_000).encode()[:50_000_000]
    began = time.perf_counter()
    report = only(take(tmp_path, big__txt=raw))
    assert time.perf_counter() - began < 10
    assert len(report.text) <= IntakeSettings().longest_report + 100
    assert any("more characters" in r.why for r in report.removed)


def test_one_endless_line_is_read(tmp_path: Path) -> None:
    report = only(take(tmp_path, line__txt=("The council met again and again. " * 40_000).encode()))
    assert report.text.startswith("The council met again")


def test_a_file_beyond_the_limit_is_skipped_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    settings = msgspec.structs.replace(Settings(), intake=IntakeSettings(largest_file=10))
    assert "raise intake.largest_file" in take_in([str(tmp_path)], settings).skipped[0].why


def test_a_report_comes_in_through_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    report = only(take_in(["-"]))
    assert (report.source, report.text.split()[0]) == ("standard input", TEXT.split()[0])


def test_an_empty_pipe_is_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    assert take_in(["-"]).skipped == (Skipped("standard input", "nothing came in"),)


def test_progress_tells_each_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    lines: list[str] = []
    take_in([str(tmp_path)], progress=lines.append)
    assert lines == [f"taking in {tmp_path / 'a.txt'}"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Der Rat von Ostrel hat am Montag beschlossen, die Brücken zu schließen, und das ist nicht alles.",
            "de",
        ),
        (
            "Le conseil de la ville a décidé lundi de fermer les ponts, et ce n'est pas tout, selon une voix.",
            "fr",
        ),
        (
            "El consejo de la ciudad decidió el lunes cerrar los puentes, y no es todo, según una voz de la sala.",
            "es",
        ),
        ("Совет города решил в понедельник закрыть мосты, и это не все, что будет, как сказал он на встрече.", "ru"),
        ("قرر مجلس المدينة في يوم الاثنين إغلاق الجسور من أجل السلامة، وقال إن هذا لا يكفي على المدى الطويل", "ar"),
        (TEXT, "en"),
        ("Ostrel Lanmoor Voss Quell Bell Reed Ostrel Lanmoor", "en"),
    ],
)
def test_languages(tmp_path: Path, text: str, language: str) -> None:
    assert only(take(tmp_path, a__txt=text.encode())).language == language


def test_data_nested_without_end_is_recorded_as_data(tmp_path: Path) -> None:
    taken = take(tmp_path, a__json=b'{"a":' + b"[" * 5000, b__txt=b"[" * 5000 + b"]" * 5000)
    assert not taken.reports
    assert [s.why.split(":")[0] for s in taken.skipped][-1] == "JSON data, not a report"


def test_a_page_whose_writer_is_nested_without_end_is_read(tmp_path: Path) -> None:
    data = '{"@type": "NewsArticle", "author": ' + "[" * 900 + '"Ana Velk"' + "]" * 900 + "}"
    page = PAGE.replace("</head>", f'<script type="application/ld+json">{data}</script></head>')
    assert only(take(tmp_path, a__html=page.encode())).byline is None
