"""Counted times, times of a day, quarters told before, datelines: what they are and what they are not."""

from __future__ import annotations

import pytest

from crossread.reading.dates.expressions import find_times
from crossread.reading.encoder.sentences import cut
from crossread.records import Report, Sentence, TimeExpression, TimeValue, Token
from crossread.trees import Tree


def times(text: str, tags: dict[str, str] | None = None) -> tuple[TimeExpression, ...]:
    """The expressions of a text without a parse; `tags` gives words their part of speech."""
    trees = []
    for piece in cut(text):
        tokens = tuple(
            Token(a, b, text[a:b], text[a:b].lower(), (tags or {}).get(text[a:b], "X"), 0 if i else -1, "dep")
            for i, (a, b) in enumerate(piece.words)
        )
        trees.append(Tree(Sentence(piece.start, piece.end, piece.paragraph, tokens)))
    return find_times(Report("r", "r", text), tuple(trees))


def told(text: str, tags: dict[str, str] | None = None) -> list[str]:
    return [time.span.text for time in times(text, tags)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It stood for 2 1/2 years.", "2 1/2 years", TimeValue("duration", unit="year", count=2, part="half")),
        ("It took a minute and a half.", "a minute and a half",
         TimeValue("duration", unit="minute", count=1, part="half")),
        ("It rained for three consecutive days.", "three consecutive days", TimeValue("duration", unit="day", count=3)),
        ("It took more than four hours.", "more than four hours",
         TimeValue("duration", unit="hour", count=4, part="more")),
        ("It needs at least 30 days.", "at least 30 days", TimeValue("duration", unit="day", count=30, part="more")),
        ("It was their day-long strike.", "day-long", TimeValue("duration", unit="day", count=1)),
        ("It fell in the nine months.", "the nine months", TimeValue("duration", unit="month", count=9)),
        ("It grew in recent weeks.", "recent weeks", TimeValue("duration", unit="week", direction=-1, part="untold")),
        ("They meet each Thursday.", "each Thursday", TimeValue("set", unit="week", weekday=3)),
        ("They march every July.", "every July", TimeValue("set", unit="year", month=7)),
        ("It broke in nineteen ninety-six.", "nineteen ninety-six", TimeValue("absolute", year=1996)),
        ("It broke in the nineties.", "the nineties", TimeValue("absolute", year=1990, unit="decade")),
        ("It opens by year-end.", "year-end", TimeValue("relative", unit="year", count=0, part="end", open="by")),
        ("It broke at 10 p.m.", "10 p.m.", TimeValue("vague", part="22:00")),
        ("It broke at 4 in the morning.", "4 in the morning", TimeValue("vague", part="04:00")),
        ("It broke at 14:30.", "14:30", TimeValue("vague", part="14:30")),
        ("It broke at 10 p.m. on Wednesday.", "10 p.m. on Wednesday", TimeValue("weekday", weekday=2, part="22:00")),
        ("It broke at noon on Friday.", "noon on Friday", TimeValue("weekday", weekday=4, part="noon")),
        ("It fell during Easter weekend.", "Easter weekend", TimeValue("partial", unit="easter", count=-2, day=4)),
        ("It fell on Yom Kippur.", "Yom Kippur", TimeValue("partial", unit="hebrew", count=9, day=1)),
        ("It fell on the 14th of Ramadan.", "the 14th of Ramadan",
         TimeValue("partial", unit="hijri", month=9, day=14, count=14)),
        ("It fell on 1 Muharram 1445.", "1 Muharram 1445", TimeValue("absolute", year=2023, month=7, day=19)),
        ("It fell in the week of March 6.", "the week of March 6", TimeValue("partial", unit="week", month=3, day=6)),
        ("It rained in the second half of May.", "the second half of May",
         TimeValue("partial", month=5, part="second half")),
        ("It opens Tuesday, November 5.", "Tuesday, November 5", TimeValue("partial", month=11, day=5, weekday=1)),
        ("It came 12 days into the strike.", "12 days into", TimeValue("shift", unit="day", count=12, direction=1)),
    ],
)  # fmt: skip
def test_one_expression(text: str, words: str, value: TimeValue) -> None:
    (found,) = times(text)
    assert (found.span.text, found.value) == (words, value)


@pytest.mark.parametrize(
    "text",
    [
        "They come as soon as they can.",
        "He left shortly after the vote.",
        "The Good Friday Agreement holds.",
        "Prices by 3.15 percent rose.",
        "It was three-quarters of the harvest.",
        "It was told in the quarter.",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    assert told(text) == []


def test_a_rate_is_no_length_of_time() -> None:
    assert told("They have four flights a week.", {"flights": "NOUN"}) == []
    assert told("They stay for a week.", {"for": "ADP"}) == ["a week"]


def test_over_is_more_before_a_unit_only() -> None:
    assert told("It took over a week.") == ["over a week"]
    assert told("It grew over three years.") == ["three years"]


def test_a_noun_before_a_weekday_is_no_part_of_it() -> None:
    assert told("The shops close Monday.") == ["Monday"]
    assert told("The close of 2019 was dry.") == ["The close of 2019"]


def test_a_year_earlier_than_a_told_quarter_is_its_quarter() -> None:
    found = times("Profit of the third quarter was $4 a share, against $3 a year earlier. The quarter was good.")
    assert [time.span.text for time in found] == ["the third quarter", "a year earlier", "The quarter"]
    assert found[1].value == TimeValue("shift", unit="year", count=-1, direction=-1, part="period")
    assert (found[1].anchor, found[2].anchor) == ("previous", "previous")
    (plain,) = times("The mill burned a year ago.")
    assert plain.value.part is None


def test_the_same_month_of_the_year_before_is_a_month() -> None:
    found = times("Sales in January fell from the same month a year ago.")
    assert found[1].span.text == "the same month a year ago"
    assert found[1].value == TimeValue("shift", unit="month", count=-12, direction=-1, part="period")
    assert times("It fell from last year's quarter.")[0].value == TimeValue("relative", unit="year", count=-1)


def test_a_day_named_behind_a_count_is_its_day() -> None:
    found = times("A week earlier, on May 1, a shop burned.")
    assert [(time.span.text, time.anchor) for time in found] == [("A week earlier", "event"), ("May 1", "published")]
    assert found[0].value == TimeValue("shift", unit="day", count=0)


def test_what_ended_on_a_day_is_counted_back_from_it() -> None:
    found = times("It earned $4 in the year ended March 31.")
    assert found[0].value == TimeValue("duration", unit="year", count=1, direction=-1)
    assert found[0].anchor == "event"


@pytest.mark.parametrize(
    "line",
    [
        "MARO, May 5 (XYZ) -- Fighters seized the mill.",
        "MARO, Elvia, June 3, 2021 (XYZ) - Soldiers left.",
        "Maro, May 5 — Soldiers left the hills.",
        "June 3 (XYZ) - Soldiers left the hills.",
    ],
)
def test_the_day_of_a_dateline_is_known_as_such(line: str) -> None:
    (day,) = times(line)
    assert day.anchor == "dateline"


@pytest.mark.parametrize(
    "line",
    [
        "MARO (XYZ) June 3 — Soldiers left the hills.",
        "MARO — June 3, 2021 — Soldiers left the hills.",
        "(MARO, June 3, 2021) Soldiers left the hills.",
        "MARO, Thursday 3 June 2021 | XYZ - Soldiers left the hills.",
    ],
)
def test_an_odd_dateline_is_one_where_it_begins_with_a_name(line: str) -> None:
    assert [time.anchor for time in times(line, {"MARO": "PROPN"})] == ["dateline"]


def test_a_day_before_a_dash_in_a_sentence_is_no_dateline() -> None:
    found = times("On Monday, May 6 - a holiday - he left.", {"On": "ADP"})
    assert [time.anchor for time in found] == ["published"]
