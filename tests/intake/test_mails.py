"""Mails saved as files."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.intake import mails, read_bytes
from crossread.records import Report

BODY = (
    "The ferry to Maro ran aground on a sandbank early on Tuesday and forty passengers were brought ashore by boat, "
    "the harbour office said in a short note.\n\nNobody was hurt, but the ship will stay until the tide lifts it."
)
HEAD = (
    "From: Ana Bell <ana@example.org>\nTo: desk@example.org\nSubject: Ferry runs aground\n"
    "Date: Sat, 4 May 2024 08:00:00 +0000\n"
)


def test_a_mail_is_its_subject_and_its_text() -> None:
    report = read_bytes("ferry.eml", f"{HEAD}\n{BODY}".encode())
    assert isinstance(report, Report)
    assert (report.title, report.byline) == ("Ferry runs aground", "Ana Bell")
    assert report.published is not None
    assert report.published.start == date(2024, 5, 4)
    assert "Subject" not in report.text
    assert "forty passengers" in report.text


def test_of_a_mail_in_two_forms_the_plain_one_is_read() -> None:
    parts = f"--x\nContent-Type: text/plain\n\n{BODY}\n--x\nContent-Type: text/html\n\n<p>other</p>\n--x--\n"
    head = f"{HEAD}MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n"
    mail = mails.read(f"{head}\n{parts}")
    assert mail is not None
    assert "forty passengers" in mail.text
    assert "other" not in mail.text


def test_a_report_with_a_date_and_a_writer_above_is_no_mail() -> None:
    assert mails.read(f"Date: 4 May 2024\nFrom: Maro\n\n{BODY}") is None
    assert mails.read(f"Subject: the ferry that ran aground.\n\n{BODY}") is None


@pytest.mark.parametrize(
    ("coding", "written"),
    [
        ("", "Nine at Mörby — “a roar” in the café."),
        ("Content-Transfer-Encoding: 8bit\n", "Nine at Mörby — “a roar” in the café."),
        (
            "Content-Transfer-Encoding: quoted-printable\n",
            "Nine at M=C3=B6rby =E2=80=94 =E2=80=9Ca roar=E2=80=9D in=\n the caf=C3=A9.",
        ),
    ],
)
def test_letters_with_marks_stay_whole(coding: str, written: str) -> None:
    mail = mails.read(f"{HEAD}Content-Type: text/plain; charset=utf-8\n{coding}\n{written}")
    assert mail is not None
    assert mail.text == "Nine at Mörby — “a roar” in the café."


def test_a_memo_has_the_day_that_is_written_above_it() -> None:
    report = read_bytes("memo.txt", f"From: Ana Bell\nTo: desk\nSubject: Ferry\nDate: 4 May 2024\n\n{BODY}".encode())
    assert isinstance(report, Report)
    assert report.published is not None
    assert report.published.start == report.published.end == date(2024, 5, 4)
