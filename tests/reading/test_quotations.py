"""Quotation marks paired up."""

from __future__ import annotations

import itertools

from hypothesis import given, strategies as st

from crossread.reading.voices.quotations import quotations

PIECES = st.lists(
    st.sampled_from(["“", "”", '"', "‘", "’", "'", " ", "road", "it's", "the rebels'", ",", ".", "\n"]), max_size=40
)


def whole(text: str) -> tuple[tuple[int, int], ...]:
    return ((0, len(text)),) if text else ()


def texts(text: str) -> list[str]:
    return [text[q.start : q.end] for q in quotations(text, whole(text))]


def test_curly_and_straight() -> None:
    assert texts('“One road,” he said, and "two roads" too.') == ["“One road,”", '"two roads"']


def test_an_open_quotation_runs_to_the_end_of_its_paragraph() -> None:
    text = "“The road is closed.\n\n“The bridge is open,” she said."
    found = quotations(text, ((0, 20), (22, len(text))))
    assert [(text[q.start : q.end], q.closed) for q in found] == [
        ("“The road is closed.", False),
        ("“The bridge is open,”", True),
    ]


def test_an_apostrophe_opens_nothing() -> None:
    assert texts("The rebels' base and the city's gate, it's said.") == []
    assert texts("They call it 'the gate' here.") == ["'the gate'"]


@given(PIECES)
def test_quotations_lie_in_the_text_and_double_ones_do_not_overlap(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found = quotations(text, whole(text))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    double = [q for q in found if q.double]
    assert all(a.end <= b.start for a, b in itertools.pairwise(double))


def test_a_quotation_runs_on_over_paragraphs_that_do_not_repeat_its_mark() -> None:
    parts = ['"The road is closed.', "The bridge is open.", '"So is the gate," she said.', "That was all."]
    text = "\n".join(parts)
    starts = [text.index(part) for part in parts]
    found = quotations(text, tuple((s, s + len(p)) for s, p in zip(starts, parts, strict=True)))
    assert [text[q.start : q.end] for q in found] == [
        '"The road is closed.',
        "The bridge is open.",
        '"So is the gate,"',
    ]


def test_a_mark_that_closes_without_having_opened_ends_what_an_earlier_paragraph_began() -> None:
    text = '"The road is closed.\nThe bridge is open," she said.'
    found = quotations(text, ((0, 20), (21, len(text))))
    assert [text[q.start : q.end] for q in found] == ['"The road is closed.', 'The bridge is open,"']
    assert quotations("He left.\nThe bridge is open.", ((0, 8), (9, 28))) == ()
