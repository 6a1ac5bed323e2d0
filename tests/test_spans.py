"""Spans quote their report; ids come from content; offsets survive the browser's way of counting."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from crossread import spans
from crossread.records import Report, Span


def report(text: str) -> Report:
    return Report("r-1", "a.txt", text)


@given(st.text(min_size=1), st.data())
def test_a_quote_is_the_reports_own_characters_without_white_space_at_its_edges(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    span = spans.quote(report(text), start, end)
    if span is None:
        assert not text[start:end].strip()
    else:
        assert text[span.start : span.end] == span.text == text[start:end].strip()


def test_a_span_that_does_not_quote_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="must quote"):
        Span("r-1", 0, 3, "four")
    with pytest.raises(ValueError, match="must quote"):
        Span("r-1", 2, 2, "")
    with pytest.raises(ValueError, match="no characters"):
        spans.must_quote(report("a   b"), 1, 4)


@given(st.text(), st.data())
def test_utf16_offsets_count_as_a_browser_does(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = spans.utf16_offsets(text, [start, end])
    raw = text.encode("utf-16-le", "surrogatepass")
    assert raw[2 * first : 2 * last].decode("utf-16-le", "surrogatepass") == text[start:end]


def test_overlap_and_containment_hold_within_one_report_only() -> None:
    a, b, c = Span("r-1", 0, 4, "abcd"), Span("r-1", 2, 3, "c"), Span("r-2", 2, 3, "c")
    assert spans.overlap(a, b) == 1
    assert spans.overlap(a, c) == 0
    assert spans.contains(a, b)
    assert not spans.contains(b, a)
    assert not spans.contains(a, c)
    assert spans.unique([b, a, b]) == (a, b)


def test_the_same_content_has_the_same_id() -> None:
    assert spans.content_id("x", 1, "a") == spans.content_id("x", 1, "a")
    assert spans.content_id("x", "ab", "c") != spans.content_id("x", "a", "bc")
