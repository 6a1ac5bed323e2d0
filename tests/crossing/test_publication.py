"""The day on which a report came out: own clues, bounds, weekdays, and reports that tell the same."""

from __future__ import annotations

from datetime import date
from time import perf_counter

import msgspec
import pytest
from hypothesis import given, strategies as st

from crossread.crossing.publication.dating import date_reports
from crossread.crossing.publication.parallels import Agreement, Told
from crossread.crossing.publication.stages import ORDINARY, reach
from crossread.crossing.themes import compare
from crossread.days import Interval
from crossread.embeddings import packed
from crossread.records import DateClue, Published, Reading, Report, Sentence, Span, TimeExpression, TimeValue, Token

LEAD, ELSEWHERE = packed((1.0, 0.0, 0.0)), packed((0.0, 0.0, 1.0))


def report(name: str, text: str, clues: tuple[DateClue, ...] = (), published: date | None = None) -> Report:
    days = Published(published, published, "metadata") if published else None
    return Report(name, name, text, published=days, clues=clues)


def reading(of: Report, times: dict[str, TimeValue], meaning: bytes = LEAD) -> Reading:
    sentence = Sentence(0, len(of.text), 0, (), embedding=meaning)
    found = []
    for words, value in times.items():
        start = of.text.index(words)
        anchor = "none" if value.kind == "absolute" else "published"
        found.append(TimeExpression(Span(of.id, start, start + len(words), words), value, anchor))
    return Reading(of.id, (sentence,), times=tuple(found))


def clue(kind: str, day: date) -> DateClue:
    return DateClue(kind, day, day, "text", str(day), "a date")  # type: ignore[arg-type]


def dated(*pairs: tuple[Report, Reading]) -> dict[str, Published | None]:
    reports, readings = zip(*pairs, strict=True)
    return {r.id: r.published for r in date_reports(tuple(reports), tuple(readings), compare(tuple(readings)))}


TUESDAY = TimeValue("weekday", weekday=1, direction=-1)


def test_an_own_date_stands() -> None:
    own = report("a", "The weir broke.", (clue("published", date(2031, 3, 4)),), date(2031, 3, 4))
    assert dated((own, reading(own, {})))["a"] == own.published


def test_an_own_date_that_the_text_contradicts_falls() -> None:
    own = report("a", "The weir broke on 9 June 2031.", (clue("published", date(2031, 3, 4)),), date(2031, 3, 4))
    times = {"9 June 2031": TimeValue("absolute", year=2031, month=6, day=9, direction=-1)}
    assert dated((own, reading(own, times)))["a"] is None


def test_an_own_date_stands_against_a_bare_year() -> None:
    own = report("a", "It was to be dry by 2040.", (clue("published", date(2031, 3, 4)),), date(2031, 3, 4))
    times = {"2040": TimeValue("absolute", year=2040, direction=-1)}
    assert dated((own, reading(own, times)))["a"] == own.published


def test_nothing_told_is_nothing_known() -> None:
    bare = report("a", "The weir broke on Tuesday.")
    assert dated((bare, reading(bare, {"Tuesday": TUESDAY})))["a"] is None


def test_the_day_a_page_was_shown_is_only_a_bound() -> None:
    shown = report("a", "The weir broke on Tuesday.", (clue("rendered", date(2031, 3, 8)),))
    found = dated((shown, reading(shown, {"Tuesday": TUESDAY})))["a"]
    assert found is None or (found.start < date(2031, 3, 8) and found.end <= date(2031, 3, 8))


def test_a_report_of_the_same_story_gives_the_week_and_the_weekday_the_day() -> None:
    known = report("a", "The weir of Sarn broke on Tuesday.", (clue("published", date(2031, 3, 5)),), date(2031, 3, 5))
    open_ = report("b", "On Tuesday the weir at Sarn gave way.")
    found = dated((known, reading(known, {"Tuesday": TUESDAY})), (open_, reading(open_, {"Tuesday": TUESDAY})))["b"]
    assert found is not None
    assert date(2031, 3, 4) <= found.start <= found.end <= date(2031, 3, 6)
    assert "neighbours" in found.basis
    assert "weekday" in found.basis


def test_a_report_of_another_story_gives_nothing() -> None:
    known = report("a", "The weir of Sarn broke on Tuesday.", (clue("published", date(2031, 3, 5)),), date(2031, 3, 5))
    other = report("b", "On Tuesday a goat won the race.")
    pairs = (known, reading(known, {"Tuesday": TUESDAY})), (other, reading(other, {"Tuesday": TUESDAY}, ELSEWHERE))
    assert dated(*pairs)["b"] is None


def test_a_day_and_month_in_the_lead_takes_its_year_from_the_neighbours() -> None:
    known = report("a", "The weir of Sarn may break.", (clue("published", date(2031, 2, 20)),), date(2031, 2, 20))
    news = report("b", "The weir broke on May 8th.")
    value = TimeValue("partial", month=5, day=8, direction=-1)
    found = dated((known, reading(known, {})), (news, reading(news, {"May 8th": value})))["b"]
    assert found is not None
    assert date(2031, 5, 8) <= found.start <= found.end <= date(2031, 5, 10)


def test_a_day_in_the_lead_whose_tense_is_misread_still_dates_the_report() -> None:
    known = report("a", "The weir of Sarn may break.", (clue("published", date(2031, 2, 20)),), date(2031, 2, 20))
    news = report("b", "The guild called on the mayor to mend the weir, according to wires on May 8th.")
    value = TimeValue("partial", month=5, day=8, direction=1)
    found = dated((known, reading(known, {})), (news, reading(news, {"May 8th": value})))["b"]
    assert found is not None
    assert found.start <= date(2031, 5, 8) <= found.end
    assert (found.end - found.start).days < 100


def test_a_dateline_dates_the_report_and_not_the_weekday_of_the_deed() -> None:
    known = report("a", "The weir of Sarn may break.", (clue("published", date(2031, 5, 30)),), date(2031, 5, 30))
    wire = report("b", "SARN, June 5 (NNB) -- The weir broke on Tuesday.")
    read = reading(wire, {"June 5": TimeValue("partial", month=6, day=5), "Tuesday": TUESDAY})
    line = msgspec.structs.replace(read.times[0], anchor="dateline")
    found = dated((known, reading(known, {})), (wire, msgspec.structs.replace(read, times=(line, read.times[1]))))["b"]
    assert found is not None
    assert found.start == date(2031, 6, 5)
    assert found.basis.startswith("dateline")


def test_a_date_that_stands_alone_below_the_menu_dates_the_report() -> None:
    menu = "Home. World. Sport. " * 20
    text = f"{menu}PUBLISHED: 00:01, Tue, Nov 18, 2031. The weir broke on Sunday."
    page = report("b", text)
    known = report("a", "The weir of Sarn broke.", (clue("published", date(2031, 11, 17)),), date(2031, 11, 17))
    absolute = TimeValue("absolute", year=2031, month=11, day=18)
    label = Token(len(menu), len(menu) + 9, "PUBLISHED", "publish", "VERB", -1, "root")
    line = Sentence(len(menu), text.index(" The weir"), 1, (label,))
    read = reading(page, {"Tue, Nov 18, 2031": absolute})
    sentence = msgspec.structs.replace(read.sentences[0], end=len(menu))
    found = dated((known, reading(known, {})), (page, msgspec.structs.replace(read, sentences=(sentence, line))))["b"]
    assert found is not None
    assert (found.start, found.end) == (date(2031, 11, 18), date(2031, 11, 18))


def lead_words(read: Reading, *words: str) -> Reading:
    """The reading with these words as its lead."""
    tokens = tuple(Token(0, len(word), word, word, "VERB", -1, "root") for word in words)
    return msgspec.structs.replace(read, sentences=(msgspec.structs.replace(read.sentences[0], tokens=tokens),))


def test_whoever_is_sentenced_is_so_long_after_the_deed_and_not_in_its_week() -> None:
    known = report("a", "The weir of Sarn broke on Tuesday.", (clue("published", date(2031, 3, 5)),), date(2031, 3, 5))
    late = report("b", "The keeper of the weir of Sarn was sentenced on Tuesday.")
    anchor = known, reading(known, {"Tuesday": TUESDAY})
    read = reading(late, {"Tuesday": TUESDAY}, packed((0.8, 0.6, 0.0)))
    near = dated(anchor, (late, lead_words(read, "warned")))["b"]
    far = dated(anchor, (late, lead_words(read, "sentenced")))["b"]
    assert near is not None
    assert near.end <= date(2031, 3, 12)
    assert far is None or far.end > date(2031, 3, 12)


def test_two_reports_of_one_chapter_are_near_each_other() -> None:
    assert reach(frozenset({"trial"}), frozenset({"trial", "verdict"})) == ORDINARY
    assert reach(frozenset({"trial"}), frozenset({"sentence"})).near < ORDINARY.near
    late = reach(frozenset({"sentence"}), frozenset())
    assert late.after > late.before
    assert reach(frozenset(), frozenset({"sentence"})) == (late.near, late.after, late.before)


def test_what_a_dated_report_tells_without_a_day_did_not_happen_after_it() -> None:
    day = Interval(date(2031, 3, 5), date(2031, 3, 5))
    told = Agreement((TUESDAY,), (Told(None, day, 0.9, lead=True),))
    assert told.weight(date(2031, 3, 6)) > 0 > told.weight(date(2031, 3, 11))
    elsewhere = Agreement((TUESDAY,), (Told(None, day, 0.9),))
    assert 0 < elsewhere.weight(date(2031, 3, 6)) < told.weight(date(2031, 3, 6))
    long_ago = told.weight(date(2031, 2, 12))
    assert told.weight(date(2031, 3, 11)) < long_ago < told.weight(date(2031, 3, 6))


def test_a_weekday_that_others_tell_without_it_is_the_last_before_their_report() -> None:
    known = report("a", "The keeper of Sarn resigned.", (clue("published", date(2031, 3, 5)),), date(2031, 3, 5))
    open_ = report("b", "The keeper of Sarn resigned on Tuesday.")
    found = dated((known, reading(known, {})), (open_, reading(open_, {"Tuesday": TUESDAY})))["b"]
    assert found is not None
    assert date(2031, 3, 4) <= found.start <= found.end < date(2031, 3, 11)


def test_the_order_of_reports_makes_no_difference() -> None:
    known = report("a", "The weir of Sarn broke on Tuesday.", (clue("published", date(2031, 3, 5)),), date(2031, 3, 5))
    open_ = report("b", "On Tuesday the weir at Sarn gave way.")
    pairs = [(known, reading(known, {"Tuesday": TUESDAY})), (open_, reading(open_, {"Tuesday": TUESDAY}))]
    assert dated(*pairs) == dated(*reversed(pairs))


@pytest.mark.parametrize("end", [date.min, date.max])
def test_where_the_calendar_ends_nothing_breaks(end: date) -> None:
    known = report("a", "The weir of Sarn broke on Tuesday.", (clue("published", end),), end)
    open_ = report("b", "On Tuesday the weir at Sarn gave way.")
    shown = report("c", "A goat ran on Tuesday.", (clue("rendered", end),))
    pairs = ((known, reading(known, {})), (open_, reading(open_, {})), (shown, reading(shown, {}, ELSEWHERE)))
    assert dated(*pairs)["a"] == known.published


def test_a_day_centuries_ago_does_not_widen_the_search() -> None:
    days = (date.min, date(2031, 3, 5), date(2031, 3, 6))
    known = [report(f"a{n}", "The weir of Sarn broke on Tuesday.", published=day) for n, day in enumerate(days)]
    open_ = report("b", "On Tuesday the weir at Sarn gave way on 4 March.")
    own = {"Tuesday": TUESDAY, "4 March": TimeValue("partial", month=3, day=4, direction=-1)}
    begun = perf_counter()
    found = dated(*((one, reading(one, {"Tuesday": TUESDAY})) for one in known), (open_, reading(open_, own)))["b"]
    assert found is not None
    assert date(2031, 3, 4) <= found.start <= found.end <= date(2031, 3, 6)
    assert perf_counter() - begun < 5  # seconds; all days since the year 1 take twenty


def named(of: Report, times: dict[str, TimeValue], *names: str) -> Reading:
    """The reading of a report in which just these words are names."""
    plain = reading(of, times)
    found = [(of.text.index(name), name) for name in names]
    tokens = tuple(Token(at, at + len(name), name, name.lower(), "PROPN", -1, "root") for at, name in sorted(found))
    return msgspec.structs.replace(plain, sentences=(msgspec.structs.replace(plain.sentences[0], tokens=tokens),))


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["The goats of Velm ran off.", "On Tuesday a bell of Velm fell.", "Dorna sang in Lyth."]),
            st.sampled_from([None, date(2031, 3, 5), date(2029, 1, 2)]),
        ),
        max_size=5,
    )
)
def test_the_day_of_a_report_does_not_hang_on_unrelated_ones(strangers: list[tuple[str, date | None]]) -> None:
    texts = ["The weir of Sarn broke on Tuesday.", "On Tuesday the weir at Sarn gave way.", "Sarn lost its weir."]
    days = [date(2031, 3, 5), None, date(2031, 3, 6)]
    ours = []
    for number, (text, day) in enumerate(zip(texts, days, strict=True)):
        one = report(f"a{number}", text, published=day)
        ours.append((one, named(one, {"Tuesday": TUESDAY} if "Tuesday" in text else {}, "Sarn")))
    theirs = []
    for number, (text, day) in enumerate(strangers):
        one = report(f"b{number}", text, published=day)
        names = [word for word in ("Velm", "Dorna", "Lyth") if word in text]
        theirs.append((one, named(one, {"Tuesday": TUESDAY} if "Tuesday" in text else {}, *names)))
    alone, among = dated(*ours), dated(*ours, *theirs)
    assert alone["a1"] is not None
    assert {name: among[name] for name in alone} == alone
