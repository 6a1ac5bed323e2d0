"""Pages: body, title, outlet, byline and dates; what is left out is listed; nothing is executed."""

from __future__ import annotations

from datetime import date

import pytest

from crossread.intake import read_bytes
from crossread.records import Report, Skipped

BODY = (
    "The council of Ostrel voted on Monday to close both bridges until the flood is over, its speaker told the town.",
    "Engineers will look at the pillars on Thursday, and buses take another way until then, the speaker told them.",
    "Three villages on the far bank can be reached by boat only, and the school there stays shut for the whole week.",
)


def page(
    head: str = "", above: str = "", below: str = "", title: str = "Bridges closed over flood - Ostrel Post"
) -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    return (
        f"<!doctype html><html lang='en'><head><title>{title}</title>{head}</head>"
        "<body><nav><a href='/'>Home</a> <a href='/w'>World news</a></nav>"
        f"<article><h1>Bridges closed over flood</h1>{above}{paragraphs}{below}</article>"
        "<aside class='related'><a href='/1'>Another flood in another valley</a></aside>"
        "<footer>Copyright 2020 Ostrel Post</footer></body></html>"
    ).encode()


def read(raw: bytes, source: str = "a.html", url: str | None = None) -> Report:
    taken = read_bytes(source, raw, url=url)
    assert isinstance(taken, Report), taken
    return taken


def test_the_body_is_read_and_the_title_stands_once_without_the_site() -> None:
    report = read(page())
    assert report.title == "Bridges closed over flood"
    assert report.text == "\n\n".join(["Bridges closed over flood", *BODY])


def test_what_is_left_out_is_listed_with_a_reason() -> None:
    why = {removed.why: removed.text for removed in read(page()).removed}
    assert "World news" in why["page navigation"]
    assert "Another flood in another valley" in why["related links"]


def test_published_modified_and_address_are_told_apart() -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridges closed over flood", '
        '"datePublished": "2020-02-03T22:00:00Z", '
        '"dateModified": "2020-02-05", "author": {"name": "Ida Quell"}, "publisher": {"name": "Ostrel Post"}}</script>'
    )
    report = read(page(head))
    assert {(clue.kind, clue.start) for clue in report.clues} >= {
        ("published", date(2020, 2, 3)),
        ("modified", date(2020, 2, 5)),
    }
    assert report.published is not None
    assert (report.published.start, report.published.basis) == (date(2020, 2, 3), "metadata")
    assert (report.byline, report.outlet) == ("Ida Quell", "Ostrel Post")
    local = read(page(head), url="https://ostrelpost.example/2020/02/04/bridges")
    assert local.published is not None
    assert local.published.start == date(2020, 2, 4)


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ('<meta property="article:published_time" content="2020-02-03T10:00:00+01:00">', ""),
        ('<meta name="DC.date.issued" content="2020-02-03">', ""),
        ("", '<time datetime="2020-02-03" class="published">3 Feb</time>'),
        ("", '<span class="date">Published: 3 February 2020</span>'),
    ],
)
def test_dates_in_every_place(head: str, above: str) -> None:
    report = read(page(head, above))
    assert report.published is not None
    assert report.published.start == date(2020, 2, 3)


def test_a_page_without_a_date_has_none() -> None:
    report = read(page().replace(b"Copyright 2020 ", b""))
    assert report.published is None
    assert report.clues == ()


def test_the_outlet_comes_from_the_address_where_that_is_known() -> None:
    assert read(page(), url="https://www.reuters.com/world/x").outlet == "Reuters"
    assert read(page('<meta property="og:site_name" content="Ostrel Post">')).outlet == "Ostrel Post"


def test_hostile_pages_are_read_as_text_and_nothing_of_their_code_is_kept() -> None:
    bad = "<script>alert('BOOM')</script><style>p{color:BOOM}</style>"
    bad += "<iframe src='javascript:BOOM'></iframe><img onerror='BOOM()'><svg onload='BOOM()'><text>BOOM</text></svg>"
    report = read(page(above=bad, below=bad))
    assert "BOOM" not in report.text
    assert BODY[1] in report.text


@pytest.mark.parametrize(
    "raw",
    [
        page(
            '<script type="application/ld+json">'
            '{"@type": "NewsArticle", "datePublished": [1, {}], "author": [[["x"]]], broken</script>'
        ),
        page('<script type="application/ld+json">' + '{"@graph": [' * 60 + "]}" * 60 + "</script>"),
        page('<meta property="article:published_time" content="99999-99-99"><meta name="date" content="0000-00-00">'),
        page("<meta><meta content><title></title>"),
        page().replace(b"</p>", b"").replace(b"</article>", b""),
        b"\xef\xbb\xbf" + page(),
    ],
)
def test_broken_pages_are_read_all_the_same(raw: bytes) -> None:
    assert BODY[0] in read(raw).text


def test_deeply_nested_pages_do_not_break_the_run() -> None:
    raw = b"<html><body>" + b"<div>" * 5000 + b"x" + b"</div>" * 5000 + b"</body></html>"
    assert isinstance(read_bytes("deep.html", raw), (Report, Skipped))
