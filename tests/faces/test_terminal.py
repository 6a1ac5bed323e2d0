"""The summary for a terminal, and the same as plain text."""

from __future__ import annotations

from io import StringIO

import msgspec
from rich.console import Console

from crossread.faces.render.terminal import PLAIN_WIDTH, plain_text, summary
from crossread.records import Dossier


def shown(dossier: Dossier, **options: int | None) -> str:
    out = StringIO()
    Console(file=out, width=100, force_terminal=False).print(summary(dossier, **options))
    return out.getvalue()


def test_it_says_the_main_things(small: Dossier) -> None:
    text = " ".join(plain_text(small).split())
    for said in (
        *("Mill burns", "2 reports · 1 origin · 3 incidents · 1 disagreement", "7–8 May 2024", "6 May 2024", "alleged"),
        *(
            "3 (3–5) people hurt",
            "conflict",
            "Valley Courier at least 3",
            "Hill Gazette at least 5",
            "Who set the fire",
        ),
        *("Hill Gazette repeats Valley Courier, 50 % of its words", "count as one", "empty.txt: nothing in it"),
        "background",
    ):
        assert said in text, said


def test_plain_text_has_no_colours_and_steers_nothing(hostile: Dossier) -> None:
    text = plain_text(hostile)
    assert not any(character in text for character in "\x1b\x00\x07\r\u202e\u2066")


def test_markup_of_the_terminal_library_is_not_acted_on(small: Dossier) -> None:
    title = "[bold]loud[/bold] :smile:"
    assert title in plain_text(msgspec.structs.replace(small, title=title))


def test_lines_fit(small: Dossier) -> None:
    assert max(map(len, plain_text(small).splitlines())) <= PLAIN_WIDTH


def test_a_terminal_gets_the_most_reported_and_is_told_of_the_rest(small: Dossier) -> None:
    text = shown(small, shown=1)
    assert "Fire at the mill" in text
    assert "Inquiry" not in text
    assert "1 more incident" in text


def test_what_is_told_in_passing_stands_apart(small: Dossier) -> None:
    text = shown(small)
    assert "Stairs swept" not in text
    assert "1 incident told in passing" in text
    head, passing = plain_text(small).split("Told in passing")
    assert "Stairs swept" in passing.split("Figures")[0]
    assert "Stairs swept" not in head


def test_an_empty_dossier_can_be_shown() -> None:
    assert "0 reports" in plain_text(Dossier(title="Nothing", start=None, end=None))
