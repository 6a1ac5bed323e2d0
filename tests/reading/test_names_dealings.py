"""When signs of a body's kind are enough."""

from __future__ import annotations

from collections import Counter

import pytest

from crossread.reading.names.dealings import PLAIN, WEAK, outweighs
from crossread.records import MentionType


@pytest.mark.parametrize(
    ("signs", "kind"),
    [
        ({}, None),
        ({"company": WEAK}, None),
        ({"company": PLAIN}, "company"),
        ({"company": PLAIN, "armed group": WEAK}, "company"),
        ({"company": PLAIN, "armed group": PLAIN}, None),
        ({"company": PLAIN, "armed group": PLAIN + WEAK}, "armed group"),
    ],
)
def test_signs_must_be_plain_and_not_at_odds(signs: dict[MentionType, int], kind: str | None) -> None:
    assert outweighs(Counter(signs), PLAIN) == kind
