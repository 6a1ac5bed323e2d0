"""Lines wrapped by hand: joined in running text of small letters and of capitals, left alone in lists and verses."""

from __future__ import annotations

import textwrap

import pytest

from crossread.intake.paragraphs import lines_of
from crossread.reading.encoder.sentences import paragraphs
from crossread.wrapping import continued

FIRST = (
    "The harbour guard reported that three boats were stopped near the Orlen lighthouse on Sunday. The crews, who "
    "had no papers, were taken to Port Sarnik, where a judge will hear them. Nobody was hurt in the operation."
)
SECOND = (
    "Meanwhile the fishermen of Veldra closed the road to the capital with their nets. They ask for a lower price of "
    "diesel oil, and for the return of the boats that were seized in the spring by the coast guard of Maro."
)


@pytest.mark.parametrize("width", [50, 68, 90])
@pytest.mark.parametrize("capitals", [True, False])
def test_wrapped_paragraphs_are_joined(width: int, capitals: bool) -> None:
    given = [text.upper() if capitals else text for text in (FIRST, SECOND)]
    text = "\n\n".join(textwrap.fill(paragraph, width, initial_indent="   ") for paragraph in given)
    assert lines_of(text) == given
    assert [" ".join(text[start:end].split()) for start, end in paragraphs(text)] == given


@pytest.mark.parametrize(
    "text",
    [
        "PORT SARNIK\nVELDRA\nMARO\nORLEN LIGHTHOUSE\nTHE OLD MILL\nUPPER TOWN",
        "The wind went down to the sea,\nThe boats came home at night.\nNo bell rang over the quay,\nNo window had a "
        "light.\nAnd all the nets hung free,\nAnd all the sails were white.",
        "\n".join(["THE GUARD STOPPED THREE BOATS NEAR ORLEN ON SUNDAY NIGHT."] * 6),
        "BOATS STOPPED\tCREWS HELD\tDAYS\n" * 6,
        "- THE BOATS THAT WERE STOPPED NEAR ORLEN\n- THE CREWS THAT WERE TAKEN TO SARNIK\n" * 4,
    ],
)
def test_lists_verses_and_tables_stay(text: str) -> None:
    assert not continued(text.split("\n"))


def test_a_title_and_an_item_stand_alone_in_wrapped_text() -> None:
    body = textwrap.wrap(f"{FIRST} {SECOND} {FIRST}".upper(), 68)
    lines = ["BOATS STOPPED", *body, "2. CREWS", *textwrap.wrap(f"{SECOND} {FIRST}".upper(), 68)]
    joined = continued(lines)
    assert not {1, len(body) + 1, len(body) + 2} & joined
    assert len(joined) == len(lines) - 4
