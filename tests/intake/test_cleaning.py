"""What is no part of a report is marked with the reason, and what is part of it stays."""

from __future__ import annotations

import pytest

from crossread.intake import cleaning, junk

NEWS = "The council of Ostrel voted on Monday to close both bridges until the flood is over, its speaker said."
MORE = "Engineers will look at the pillars on Thursday, and buses take another way until then, the speaker added."


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("READ: Bridge of Ostrel to be painted", "link to another report"),
        ("ALSO READ: Bridge of Ostrel to be painted", "link to another report"),
        ("Click here for the full analysis", "link to another report"),
        ("Advertisement", "advertisement"),
        ("Story Continued Below", "advertisement"),
        ("Leave a Reply", "comment form"),
        ("Your email address will not be published. Required fields are marked *", "comment form"),
        ("Subscribe To Our Newsletter", "sign-up"),
        ("Sign up for our newsletter and never miss a flood", "sign-up"),
        ('[xy_form id="12"]', "shortcode"),
        ("FILE PHOTO: A bridge over the Ostrel, June 3, 2019. NEWSCO/Ana Bell", "image caption"),
        ("Image copyright Ana Bell Image caption The bridge in spring", "image caption"),
        ("People on the bridge of Ostrel. | Ana Bell/Getty Images", "image caption"),
        ("Media playback is unsupported on your device", "player"),
        ("Copyright 2016 KXQZ. All rights reserved.", "copyright notice"),
        ("Share on Facebook", "share buttons"),
        ("We use cookies to make this site better.", "cookie notice"),
        ("anabell@ostrelpost.example", "about the writer"),
        ("# # #", "end mark"),
    ],
)
def test_a_line_of_the_page_is_told_by_itself(line: str, why: str) -> None:
    assert junk.reason(line) == why


@pytest.mark.parametrize(
    "line",
    [
        NEWS,
        '"Sign up for the flood watch," the speaker told the crowd.',
        "The photo of the bridge was shown to the court on Monday.",
        "Officials said more than 40 people had to read the notice twice.",
        "The ministry announced new rules for copyright on Friday.",
        "A spokesman said in a statement (AFP)",
        "What happened on the bridge?",
        "The council's share of the cost is 40 per cent.",
        "Home owners in Ostrel are asked to leave.",
    ],
)
def test_news_stays(line: str) -> None:
    assert junk.reason(line) is None


def test_every_pattern_that_may_match_anywhere_can_be_reached() -> None:
    known = junk.known()
    for patterns in known.patterns.values():
        for pattern in patterns:
            if not pattern.startswith("^"):
                plain = pattern.replace("\\", "").lower()
                assert any(hint.strip() in plain for hint in known.hints), pattern


def test_links_under_a_heading_go_with_it_and_the_text_after_them_stays() -> None:
    lines = [NEWS, "Related Articles", "Bridge to be painted", "Flood of the century", MORE]
    assert cleaning.mark(lines, None) == [
        None,
        "heading of links",
        "link to another report",
        "link to another report",
        None,
    ]


def test_comments_go_to_the_end_but_not_when_they_stand_at_the_beginning() -> None:
    late = cleaning.mark([NEWS, MORE, "Comments", "I crossed it yesterday and it shook under me all the way."], None)
    early = cleaning.mark(["Comments", NEWS, MORE], None)
    assert late[2:] == ["share buttons", "comment form and comments"]
    assert early[1:] == [None, None]


def test_a_paragraph_that_stands_twice_is_kept_once() -> None:
    assert cleaning.mark([NEWS, MORE, NEWS], None) == [None, None, "repeated paragraph"]


def test_a_box_about_the_writer_or_the_site_is_told_by_what_it_says() -> None:
    writer = "Ana Bell is a senior reporter at the Ostrel Post. She covers rivers."
    site = "OstrelNow is a free online portal for the people of the valley."
    assert cleaning.mark([NEWS, MORE, NEWS + " Again.", writer], None)[-1] == "about the writer"
    assert cleaning.mark([NEWS, MORE, NEWS + " Again.", "OstrelNow", site], None)[-2:] == ["about the site"] * 2


@pytest.mark.parametrize(
    "line",
    [
        "Ana Bell, a reporter, was killed on Monday when the bridge fell, the police of Ostrel said.",
        "The Ostrel Post reports the bridge was never painted.",
        "Jon Reed is doing better than the others among voters. He has twice as much support overall.",
        "Ostrel Now is a movement of farmers that wants the bridge gone.",
    ],
)
def test_news_about_people_and_bodies_is_no_box(line: str) -> None:
    assert cleaning.mark([NEWS, MORE, line], None)[-1] is None


def test_a_heading_that_leads_nowhere_goes_and_one_that_announces_stays() -> None:
    lines = [NEWS, "The history of the bridge:", "Who built it?", MORE, "The speaker said:", MORE + " Twice."]
    assert cleaning.mark(lines, None) == [None, "heading of links", None, None, None, None]


def test_the_last_line_of_initials_goes_and_a_line_of_agencies_stays() -> None:
    assert cleaning.mark([NEWS, MORE, "The end came soon.", "AB"], None)[-1] == "editors' initials"
    assert cleaning.mark([NEWS, MORE, "Reuters / Agencies"], None)[-1] is None


@pytest.mark.parametrize("line", ["-Top News World", "Home > World > Africa", "HomePolitics", "Middle East"])
def test_breadcrumbs(line: str) -> None:
    assert junk.breadcrumb(line)


@pytest.mark.parametrize("line", ["Africa floods bridges", "World leaders meet in Ostrel", "Update:"])
def test_headlines_are_no_breadcrumbs(line: str) -> None:
    assert not junk.breadcrumb(line)
