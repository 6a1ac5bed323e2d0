"""The stretch of a whole page's lines in which the report stands."""

from crossread.intake import junk, read_bytes, region

MENU = [f"Section {name}" for name in "ABCDEFGHIJ"]
LINKS = [f"Ten things to know about town number {number}" for number in range(1, 13)]
TITLE = "Ferry with 40 aboard sinks off Sarnik harbour"
BODY = [
    "A ferry with 40 people aboard sank off Sarnik harbour early on Monday, the coast guard said, and six are missing.",
    "Rescuers pulled 34 people from the water within two hours, most of them by fishing boats that were close by.",
    "“We heard a bang,” one said.",
    "The ferry had been inspected in March and was allowed to carry 60 passengers, according to the harbour office.",
]


def _plain(number: int, line: str) -> bool:
    return not line.endswith(".")


def test_menus_above_and_links_below_are_outside() -> None:
    lines = [*MENU, TITLE, "By Ana Bell", *BODY, *LINKS]
    found = region.find(lines, _plain)
    assert lines[found.start] == TITLE
    assert lines[found.end - 1] == BODY[-1]


def test_a_short_text_is_left_whole() -> None:
    lines = [TITLE, *BODY, "Share", "Tweet"]
    assert region.find(lines, _plain)[:2] == (0, len(lines))


def test_a_title_that_the_page_repeats_is_taken_before_a_longer_line() -> None:
    lines = [TITLE, *MENU, TITLE, "Watch what happened at the great regatta of Sarnik town last week", *BODY, *LINKS]
    assert region.find(lines, _plain).start == len(MENU) + 1


def test_credits_below_the_last_paragraph_belong_to_the_report() -> None:
    lines = [*MENU, TITLE, *BODY, "Additional reporting by Tom Reed", *LINKS]
    assert lines[region.find(lines, _plain).end - 1] == "Additional reporting by Tom Reed"


def test_a_page_of_two_halves_is_left_whole() -> None:
    lines = [*MENU, TITLE, *BODY, *LINKS, *LINKS, *LINKS, *[line.replace("ferry", "tug") for line in BODY], *MENU]
    assert region.find(lines, _plain)[:2] == (0, len(lines))


def test_a_page_left_whole_has_the_title_above_its_longest_stretch() -> None:
    other = [line.replace("ferry", "tug") for line in BODY]
    lines = [*MENU, TITLE, *BODY, *LINKS, *LINKS, *LINKS, *other, *MENU, *LINKS, *LINKS]
    found = region.find(lines, _plain)
    assert found.title is not None
    assert lines[found.title] == TITLE


def test_what_stands_outside_is_recorded_with_the_reason() -> None:
    report = read_bytes("page.txt", "\n\n".join([*MENU, TITLE, *BODY, *LINKS]).encode())
    assert report.title == TITLE
    assert report.text == "\n\n".join([TITLE, *BODY])
    assert {r.why for r in report.removed} == {"above the report on its page", "below the report on its page"}
    assert [r.text for r in report.removed] == [*MENU, *LINKS]


def test_a_menu_parted_by_gaps_is_no_title_and_may_name_the_outlet() -> None:
    report = read_bytes("page.txt", "\n\n".join(["HUFFPOST   NEWS   IN BRIEF", TITLE, *BODY]).encode())
    assert report.title == TITLE
    assert report.outlet == "HuffPost"


def test_share_buttons_with_counts_are_no_text() -> None:
    report = read_bytes("page.txt", "\n\n".join([TITLE, "Share 2.4k   Tweet   Pin   Email", *BODY]).encode())
    assert "Pin" not in report.text


def test_quoted_posts_and_a_short_last_sentence_are_of_the_report() -> None:
    posts = [f"Our thoughts are with Sarnik — Mayor {name} (@{name})" for name in ("Voss", "Bell", "Reed", "Kane")]
    lines = [*MENU, TITLE, *BODY, *posts, "Nobody else posted anything.", *LINKS]
    assert lines[region.find(lines, _plain).end - 1] == "Nobody else posted anything."


def test_a_date_below_a_masthead_is_that_of_the_report() -> None:
    report = read_bytes(
        "page.txt", "\n\n".join(["HUFFPOST   NEWS   IN BRIEF", "May 4, 2024, 1A", TITLE, *BODY]).encode()
    )
    assert str(report.published.start) == "2024-05-04"


def test_a_title_is_known_by_its_words_that_the_report_takes_up() -> None:
    lines = [*MENU, "Everything about the great regatta of the north", TITLE, "Sarnik today", *BODY, *LINKS]
    assert lines[region.find(lines, _plain).start] == TITLE


def test_a_headline_below_a_heading_of_links_is_no_title() -> None:
    other = "Second ferry of the harbour to be inspected off Sarnik on Monday"
    lines = [*MENU, TITLE, "By Ana Bell", "Related stories", other, *BODY, *LINKS]
    assert lines[region.find(lines, _plain).start] == TITLE


def test_a_date_line_above_the_title_is_kept_for_dating() -> None:
    report = read_bytes("page.txt", "\n\n".join([*MENU, "4 May 2024", TITLE, *BODY, *LINKS]).encode())
    assert str(report.published.start) == "2024-05-04"


def test_a_line_that_begins_with_by_is_a_byline_only_before_a_name() -> None:
    assert junk.byline().match("By Ana Bell")
    assert not junk.byline().match("by all means go")
