"""What is expected of a deed, and what is not done until a day, tells whether it was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The election is scheduled for 4 May, the clerk said.", "election", "planned"),
        ("The attack was planned by three men from Orsk.", "attack", "happened"),
        ("Unions rallied in Orsk on the eve of a vote on the cuts.", "vote", "planned"),
        ("Unions rallied in Orsk after a vote on the cuts.", "vote", "happened"),
        ("Mara Velt did not arrive in Orsk until Monday.", "arrive", "happened"),
        ("Mara Velt will not arrive in Orsk until Monday.", "arrive", "planned"),
        ("Mara Velt did not arrive in Orsk on Monday.", "arrive", "denied"),
    ],
)
def test_whether_it_was_done(read: Read, text: str, word: str, status: str) -> None:
    _, reading = read(text)
    assert [event.status for event in reading.events if event.trigger.text == word] == [status]
