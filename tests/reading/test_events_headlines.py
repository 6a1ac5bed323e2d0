"""Headlines that leave out "was": who is charged in them is no doer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Woman, 29, charged with manslaughter", "target"),
        ("Mayor accused of fraud", "target"),
        ("Police charged with batons in Orsk", "actor"),
    ],
)
def test_who_is_charged(read: Read, text: str, role: str) -> None:
    _, reading = read(text)
    event = next(event for event in reading.events if event.trigger.text in ("charged", "accused"))
    assert [part.role for part in event.parts] == [role]
