"""Date expressions in sentences: which words they are, what they say, and from what they count."""

from __future__ import annotations

import msgspec
import pytest

from crossread.reading.dates.expressions import find_times
from crossread.reading.dates.tense import direction_of
from crossread.reading.encoder.sentences import cut
from crossread.records import Report, Sentence, Tagged, TimeExpression, TimeValue, Token
from crossread.trees import Tree


def flat(text: str, **labels: tuple[Tagged, ...]) -> tuple[Tree, ...]:
    """Trees without a parse: every word hangs on the first."""
    trees = []
    for piece in cut(text):
        tokens = tuple(
            Token(a, b, text[a:b], text[a:b].lower(), "X", 0 if i else -1, "dep" if i else "root")
            for i, (a, b) in enumerate(piece.words)
        )
        trees.append(Tree(Sentence(piece.start, piece.end, piece.paragraph, tokens, **labels)))
    return tuple(trees)


def times(text: str, **labels: tuple[Tagged, ...]) -> tuple[TimeExpression, ...]:
    return find_times(Report("r", "r", text), flat(text, **labels))


def only(text: str) -> TimeExpression:
    found = times(text)
    assert len(found) == 1, [t.span.text for t in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It began on 8 May 2024.", "8 May 2024", TimeValue("absolute", year=2024, month=5, day=8)),
        ("It began on May 8th, 2024.", "May 8th, 2024", TimeValue("absolute", year=2024, month=5, day=8)),
        ("Filed Feb 09, 2024 here.", "Feb 09, 2024", TimeValue("absolute", year=2024, month=2, day=9)),
        ("Filed 2018-04-09 here.", "2018-04-09", TimeValue("absolute", year=2018, month=4, day=9)),
        ("Filed 09/21/17 here.", "09/21/17", TimeValue("absolute", year=2017, month=9, day=21)),
        ("It was on the 8th of May.", "the 8th of May", TimeValue("partial", month=5, day=8)),
        ("Early October 2017 was dry.", "Early October 2017", TimeValue("absolute", year=2017, month=10, part="early")),
        ("It ends by the end of 2025.", "the end of 2025",
         TimeValue("absolute", year=2025, part="end", open="by", direction=1)),
        ("It fell in the early 1990s.", "the early 1990s",
         TimeValue("absolute", year=1990, unit="decade", part="early")),
        ("It broke overnight Friday.", "overnight Friday", TimeValue("weekday", weekday=4, part="overnight")),
        ("The mill burned last night.", "last night", TimeValue("relative", unit="day", count=-1, part="night")),
        ("He spoke earlier this week.", "earlier this week",
         TimeValue("relative", unit="week", count=0, part="earlier")),
        ("It closed five years ago.", "five years ago", TimeValue("relative", unit="year", count=-5, direction=-1)),
        ("It closed some months ago.", "some months ago",
         TimeValue("relative", unit="month", count=None, direction=-1)),
        ("It closed at the weekend.", "the weekend", TimeValue("weekend", count=0)),
        ("It closed the next day.", "the next day", TimeValue("shift", unit="day", count=1, direction=1)),
        ("It closed the same day.", "the same day", TimeValue("shift", unit="day", count=0)),
        ("It grew in the third quarter of 2018.", "the third quarter of 2018",
         TimeValue("absolute", year=2018, unit="quarter", count=3)),
        ("It began in the 14th century.", "the 14th century", TimeValue("absolute", year=1300, unit="century")),
        ("It began in the 1300s.", "the 1300s", TimeValue("absolute", year=1300, unit="century")),
        ("It closed that weekend.", "that weekend", TimeValue("weekend", count=0, direction=1)),
        ("It lasted for six months.", "six months", TimeValue("duration", unit="month", count=6)),
        ("It rose over the past two months.", "the past two months",
         TimeValue("duration", unit="month", count=2, direction=-1)),
        ("They meet daily.", "daily", TimeValue("set", unit="day", count=None)),
    ],
)  # fmt: skip
def test_one_expression(text: str, words: str, value: TimeValue) -> None:
    found = only(text)
    assert found.span.text == words
    assert text[found.span.start : found.span.end] == words
    assert found.value == value


def test_ambiguous_figures_give_both_days() -> None:
    value = only("Filed 05/04/2020 here.").value
    assert value.kind == "range"
    assert value.first == TimeValue("absolute", year=2020, month=4, day=5)
    assert value.last == TimeValue("absolute", year=2020, month=5, day=4)


def test_ranges_share_the_year_told_at_the_end() -> None:
    value = only("It rained from Sept. 20 through Dec. 31, 2017, they said.").value
    assert value.first == TimeValue("absolute", year=2017, month=9, day=20)
    assert value.last == TimeValue("absolute", year=2017, month=12, day=31)
    assert only("It rained in September and October.").value.kind == "range"
    assert len(times("It rained in 2014 and 2018.")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the mill.",
        "Minister May spoke.",
        "He bought 2000 horses.",
        "The 40-year-old baker slept.",
        "The spring broke.",
        "It cost $1999.",
        "A second wagon came.",
    ],
)
def test_words_that_only_look_like_dates(text: str) -> None:
    assert times(text) == ()


def test_the_encoder_can_vouch_for_a_doubtful_word() -> None:
    text = "Quiet May ended."
    assert times(text) == ()
    assert [t.span.text for t in times(text, times=(Tagged(1, 1, "DATE", 0.9),))] == ["May"]


def test_a_day_inside_a_longer_name_is_no_date() -> None:
    text = "The Lom Sunday Gazette closed."
    assert [t.span.text for t in times(text)] == ["Sunday"]
    assert times(text, names=(Tagged(1, 3, "ORG", 0.9),)) == ()


def tree_of(text: str, rows: list[tuple[str, str, int, str]]) -> tuple[Tree, ...]:
    """A tree from (word, lemma, head, relation), with the part of speech after a slash in the lemma."""
    tokens, at = [], 0
    for word, lemma, head, rel in rows:
        at = text.index(word, at)
        name, pos = lemma.split("/")
        tokens.append(Token(at, at + len(word), word, name, pos, head, rel))
        at += len(word)
    return (Tree(Sentence(0, len(text), 3, tuple(tokens))),)


def test_the_tense_of_the_verb_tells_the_side() -> None:
    text = "Tolls will rise on Monday ."
    rows = [
        ("Tolls", "toll/NOUN", 2, "nsubj"), ("will", "will/AUX", 2, "aux"), ("rise", "rise/VERB", -1, "root"),
        ("on", "on/ADP", 4, "case"), ("Monday", "Monday/PROPN", 2, "obl"), (".", "./PUNCT", 2, "punct"),
    ]  # fmt: skip
    (time,) = find_times(Report("r", "r", text), tree_of(text, rows))
    assert time.value.direction == 1
    past = "Tolls rose on Monday ."
    rows = [("Tolls", "toll/NOUN", 1, "nsubj"), ("rose", "rise/VERB", -1, "root"), ("on", "on/ADP", 3, "case"),
            ("Monday", "Monday/PROPN", 1, "obl"), (".", "./PUNCT", 1, "punct")]  # fmt: skip
    (time,) = find_times(Report("r", "r", past), tree_of(past, rows))
    assert time.value.direction == -1


def test_a_preposition_opens_an_end_only_of_its_own_date() -> None:
    text = "Closed since March 2020 ."
    rows = [("Closed", "close/VERB", -1, "root"), ("since", "since/ADP", 2, "case"), ("March", "March/PROPN", 0, "obl"),
            ("2020", "2020/NUM", 2, "nmod"), (".", "./PUNCT", 0, "punct")]  # fmt: skip
    (time,) = find_times(Report("r", "r", text), tree_of(text, rows))
    assert time.value.open == "since"
    text = "Closed after Monday 's flood ."
    rows = [("Closed", "close/VERB", -1, "root"), ("after", "after/ADP", 4, "case"),
            ("Monday", "Monday/PROPN", 4, "nmod:poss"), ("'s", "'s/PART", 2, "case"), ("flood", "flood/NOUN", 0, "obl"),
            (".", "./PUNCT", 0, "punct")]  # fmt: skip
    (time,) = find_times(Report("r", "r", text), tree_of(text, rows))
    assert time.value.open is None


def test_an_event_after_a_dated_one_is_counted_back() -> None:
    found = times("The dam broke on Friday, less than a week after engineers had checked it.")
    assert [t.span.text for t in found] == ["Friday", "less than a week after"]
    assert found[1].anchor == "previous"
    assert found[1].value == TimeValue("shift", unit="week", count=-1, direction=-1, part="less")


def test_a_time_of_the_clock_is_no_year() -> None:
    label = (Tagged(3, 6, "DATE", 0.9),)
    found = times("It broke at 1545 (2045 GMT) today.", times=label)
    assert [(t.span.text, t.value.year) for t in found] == [("2045 GMT", None), ("today", None)]


def parsed(words: str, heads: list[tuple[int, str, str]]) -> Tree:
    """A tree of words with (head, relation, part of speech) each."""
    tokens, at = [], 0
    for word, (head, rel, pos) in zip(words.split(), heads, strict=True):
        tokens.append(Token(at, at + len(word), word, word.lower(), pos, head, rel))
        at += len(word) + 1
    return Tree(Sentence(0, at, 1, tuple(tokens)))


def test_a_participle_right_before_the_day_tells_its_side_whatever_the_parse_hangs_it_on() -> None:
    tree = parsed(
        "She joined , announcing on Wednesday he would meet",
        [(1, "nsubj", "PRON"), (-1, "root", "VERB"), (3, "punct", "PUNCT"), (1, "advcl", "VERB"),
         (5, "case", "ADP"), (8, "obl", "PROPN"), (8, "nsubj", "PRON"), (8, "aux", "AUX"), (3, "ccomp", "VERB")],
    )  # fmt: skip
    assert direction_of(tree, 5, 5) == -1


def test_the_day_of_what_is_answered_is_over() -> None:
    tree = parsed(
        "They will strike in response to the raid on Saturday",
        [(2, "nsubj", "PRON"), (2, "aux", "AUX"), (-1, "root", "VERB"), (4, "case", "ADP"), (2, "obl", "NOUN"),
         (7, "case", "ADP"), (7, "det", "DET"), (4, "nmod", "NOUN"), (9, "case", "ADP"), (2, "obl", "PROPN")],
    )  # fmt: skip
    assert direction_of(tree, 9, 9) == -1


@pytest.mark.parametrize(("case", "side"), [("until", 1), ("on", -1)])
def test_what_is_extended_until_a_day_lies_ahead(case: str, side: int) -> None:
    tree = parsed(
        f"They extended it {case} Friday",
        [(1, "nsubj", "PRON"), (-1, "root", "VERB"), (1, "obj", "PRON"), (4, "case", "ADP"), (1, "obl", "PROPN")],
    )
    lemmas = [msgspec.structs.replace(t, lemma="extend") if t.text == "extended" else t for t in tree.tokens]
    tree = Tree(msgspec.structs.replace(tree.sentence, tokens=tuple(lemmas)))
    assert direction_of(tree, 4, 4) == side


@pytest.mark.parametrize(("helper", "side"), [("have", 1), ("were", -1)])
def test_what_lasts_until_a_day_lies_ahead(helper: str, side: int) -> None:
    tree = parsed(
        f"Schools {helper} shut until Monday",
        [(2, "nsubj", "NOUN"), (2, "aux", "AUX"), (-1, "root", "VERB"), (4, "case", "ADP"), (2, "obl", "PROPN")],
    )
    assert direction_of(tree, 4, 4) == side


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("They came before dawn on Thursday.", None),
        ("It fell shortly before 9 a.m. on Friday.", None),
        ("They left before Thursday.", "before"),
        ("They must pay by midnight on Sunday.", "by"),
    ],
)
def test_an_hour_before_dawn_is_of_the_day(text: str, side: str | None) -> None:
    (one,) = times(text)
    assert one.value.open == side


def test_endless_rows_of_digits_count_no_days() -> None:
    found = times("It was " + "9" * 5000 + " days ago, or 1" + ",000" * 2000 + " days ago.")
    assert {(time.span.text, time.value.count) for time in found} == {("days ago", None)}
