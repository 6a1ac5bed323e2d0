"""Who published a report, told by the lines around it."""

from __future__ import annotations

import pytest

from crossread.intake import read_bytes
from crossread.records import Report

BODY = [
    "The ferry to Maro ran aground on a sandbank early on Tuesday and forty passengers were brought ashore by boat, "
    "the harbour office said in a short note to the islands.",
    "Nobody was hurt, but the ship will stay where it is until the spring tide lifts it, a spokesman for the office "
    "told islanders who had gathered on the quay to wait for news.",
    "A second ferry is to take over the route from Wednesday, and tickets that were bought for the first remain valid.",
]


def outlet(above: list[str], below: list[str]) -> str | None:
    text = "\n\n".join([*above, "Ferry runs aground off Maro", *BODY, *below])
    report = read_bytes("ferry.txt", text.encode())
    assert isinstance(report, Report)
    return report.outlet


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ([], ["Copyright 2019. Washington Examiner. All Rights Reserved."], "Washington Examiner"),
        ([], ["© 2019 The New York Times Company"], "The New York Times"),
        ([], ["c.1998 N.Y. Times News Service"], "The New York Times"),
        ([], ["Copyright 2016 The Associated Press. All rights reserved."], None),  # whoever printed it
        (["Home", "News", "Sport"], ["More from Gizmodo", "Follow us", "gizmodo.com"], "Gizmodo"),
        (["Home", "News"], ["Read next", "CNN: Storm nears", "Slate: Why ferries stop"], None),  # links to others
    ],
)
def test_the_lines_around_a_report_tell_its_outlet(above: list[str], below: list[str], told: str | None) -> None:
    assert outlet(above, below) == told
