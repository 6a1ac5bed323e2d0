"""Lines that are no part of a report, by themselves."""

from __future__ import annotations

import pytest

from crossread.intake import junk


@pytest.mark.parametrize(
    "line",
    [
        "APW20240505.0022  NEWS STORY  05/05/2024 00:53:00",
        "w1425 &Cx1f; wstm-",
        "BC-Elvia-Bridge Closed, 2nd Ld,0256",
        "(PROFILE (WS SL:BC-Elvia-Bridge Closed; CT:i; (REG:EURO;))",
        "AP-NY-05-05-24 0053EDT",
        "(dc-kjd)",
        "Eds: UPDATES with comment of minister",
    ],
)
def test_what_wires_write_for_editors_is_no_text(line: str) -> None:
    assert junk.reason(line) in ("wire service's note", "identifier")


def test_a_province_is_no_slug() -> None:
    assert junk.reason("BC-based miners said they will strike") is None
