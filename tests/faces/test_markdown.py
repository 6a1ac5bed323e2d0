"""The dossier as Markdown: readable, its evidence in footnotes, nothing of a report acted on."""

from __future__ import annotations

import re

from hypothesis import given, strategies as st
from markdown_it import MarkdownIt
from msgspec.structs import replace

from crossread.faces.render.markdown import markdown, safe
from crossread.records import Dossier

ACTIVE = {"html_inline", "html_block", "link_open", "image", "code_inline", "code_block", "fence", "math_inline"}


def tokens(text: str) -> set[str]:
    """The kinds of tokens that a Markdown reader sees."""
    found = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    return {child.type for token in found for child in [token, *(token.children or [])]}


def test_every_footnote_is_used_and_every_mark_has_its_footnote(small: Dossier) -> None:
    text = markdown(small)
    marks = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    notes = re.findall(r"^\[\^(\d+)\]: ", text, re.M)
    assert marks == set(notes)
    assert len(notes) == len(set(notes))


def test_quotes_and_verdicts_stand_in_it(small: Dossier) -> None:
    text = markdown(small)
    for said in (
        "“Three people were hurt”",
        "*conflict*",
        "(alleged)",
        "Who set the fire",
        "an advertisement",
        "empty.txt",
    ):
        assert said in text


def test_nothing_hostile_is_acted_on(hostile: Dossier) -> None:
    text = markdown(hostile)
    assert not tokens(text) & ACTIVE
    assert "\x1b" not in text
    assert "\u202e" not in text


@given(st.text(alphabet=st.sampled_from("ab <>[]()!`*_~#-+.:/\\|&;=\"'\n1w@$^{}"), max_size=30))
def test_no_text_is_read_as_markup(text: str) -> None:
    kinds = tokens("- x " + safe(text))
    assert kinds <= {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open",
                     "paragraph_close", "inline", "text", "text_special"}  # fmt: skip
    assert tokens(safe(text)) <= {"paragraph_open", "paragraph_close", "inline", "text", "text_special"}


def test_what_is_told_in_passing_stands_apart(small: Dossier) -> None:
    head, passing = markdown(small).split("Told in passing")
    assert "Stairs swept" in passing
    assert "Stairs swept" not in head


def test_what_one_of_many_reports_tells_once_with_no_day_stands_apart(small: Dossier) -> None:
    inquiry = replace(small.incidents[2], date_basis="no day told")
    story = replace(small.stories[0], incidents=(inquiry.id,))
    few = replace(small, incidents=(inquiry,), stories=(story,))
    many = replace(few, stories=(replace(story, reports=(*story.reports, "r-3", "r-4")),))
    assert "Told once" not in markdown(few)
    assert "Inquiry" in markdown(many).split("Told once, with no day")[1]


def test_a_number_at_the_start_of_a_line_stays_as_it_is() -> None:
    assert safe("0.25") == r"0\.25"
    assert safe("12. May") == r"12\. May"
    assert safe("- so") == r"\- so"
