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
        ("(Ana Bell/Ostrel Gazette via AP). Police tape at the bridge, Monday, June 3, 2019.", "image caption"),
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


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("CONNECT TWEET LINKEDIN COMMENT EMAIL MORE", "share buttons"),
        ("Share | Print | Comments (12)", "share buttons"),
        ("Share on Facebook Share on Twitter", "share buttons"),
        ("Read or Share this story: http://lan.mr/1abc", "share buttons"),
        ("Follow @lanmoorpost", "share buttons"),
        ("What do you think? Scroll down to comment below.", "comment form"),
        ("Get the Harbour Morning newsletter", "sign-up"),
        ('<tweet id="7"></tweet>.', "shortcode"),
        ("LAN-MUC3-0641 (OS)", "identifier"),
        ("Page 3 of 7", "notice of the site"),
        ("2:54 Harbour guard speaks after the boats came back", "player"),
        ("FILE - In this May 5 photo, boats lie in the harbour of Lanmoor.", "image caption"),
        ("Contact Ana Bell: abell@example.org or 555-010-7777.", "about the writer"),
        ("VIDEO: Boats come back to Lanmoor", "link to another report"),
    ],
)
def test_lines_of_the_page_by_kind(line: str, why: str) -> None:
    assert junk.reason(line) == why


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "More people follow this story.",
        "Many flocked to her page to leave comments.",
        "8:15 p.m. The first boats leave.",
        "The F-16 left the base.",
        "Voss (pictured above with her crew) said that the boats stay.",
    ],
)
def test_sentences_like_lines_of_the_page_stay(line: str) -> None:
    assert junk.reason(line) is None


SAID = "Petra Voss said that sixty boats would stay where they are until the talks begin again."


def test_captions_beside_a_photographers_line() -> None:
    lines = [
        SAID,
        "Ana Bell / Reuters.",
        "Fishermen mend their nets and look at the boats in Lanmoor.",
        SAID + " Yes.",
        SAID + " No.",
    ]
    assert cleaning.mark(lines, None)[1:3] == ["image caption", "image caption"]
    assert cleaning.mark([SAID, lines[2], SAID + " Yes."], None) == [None, None, None]


def test_captions_with_weekday_and_date() -> None:
    line = "Fishermen gather at the gate of the harbour of Lanmoor on Thursday, June 16, 2016."
    assert cleaning.mark([SAID, line, SAID + " Yes."], None)[1] == "image caption"
    told = "The fishermen gather every year, Voss said on Thursday, June 16, 2016."
    assert cleaning.mark([SAID, told, SAID + " Yes."], None)[1] is None


def test_an_agency_in_the_middle_credits_a_photo_and_at_the_end_the_report() -> None:
    lines = [SAID, "ASSOCIATED PRESS.", SAID + " Yes.", SAID + " No.", "(AFP)"]
    assert cleaning.mark(lines, None) == [None, "image caption", None, None, None]


def test_lists_of_links_take_their_lines_along() -> None:
    lines = [SAID, SAID + " Yes.", "Most Read National", "1 Inside the harbour: a timeline", "2 The faces of Lanmoor"]
    assert cleaning.mark(lines, None) == [
        None,
        None,
        "heading of links",
        "link to another report",
        "link to another report",
    ]


def test_a_date_line_below_the_summary_is_no_text() -> None:
    lines = ["Both bridges are closed, and buses take another way.", "March 4, 2024", NEWS, MORE]
    assert cleaning.mark(lines, "Bridges closed") == [None, "date line", None, None]
