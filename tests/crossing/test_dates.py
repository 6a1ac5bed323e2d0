"""Date expressions of a report counted out into days, in text order."""

from __future__ import annotations

from datetime import date

from crossread.crossing.dates.resolving import resolve_dates
from crossread.records import (
    Days,
    EventMention,
    Published,
    Reading,
    Report,
    Sentence,
    Span,
    TimeExpression,
    TimeValue,
    Token,
)

DAY = date(2031, 3, 12)  # a Wednesday


def resolved(
    text: str, times: list[tuple[str, TimeValue, str]], first: date | None = DAY, last: date | None = None
) -> list[Days]:
    published = Published(first, last or first, "metadata") if first else None
    report = Report("r", "r", text, published=published)
    found, at = [], 0
    for words, value, anchor in times:
        at = text.index(words, at)
        found.append(TimeExpression(Span("r", at, at + len(words), words), value, anchor))
    reading = Reading("r", (Sentence(0, len(text), 0, ()),), times=tuple(found))
    days = resolve_dates((report,), (reading,)).days
    return [days["r", index] for index in range(len(times))]


MONDAY = ("Monday", TimeValue("weekday", weekday=0, direction=-1), "published")


def test_the_next_day_counts_from_the_date_before_it() -> None:
    next_day = ("the next day", TimeValue("shift", unit="day", count=1, direction=1), "previous")
    monday, after = resolved("It rained on Monday and the next day.", [MONDAY, next_day])
    assert (monday.start, after.start, after.end) == (date(2031, 3, 10), date(2031, 3, 11), date(2031, 3, 11))
    assert after.anchor == "previous"


def test_an_event_is_dated_by_the_date_beside_it() -> None:
    after = ("two days after", TimeValue("shift", unit="day", count=2, direction=1), "event")
    seventh = ("7 March", TimeValue("partial", month=3, day=7, direction=-1), "published")
    found = resolved("It rained two days after the flood of 7 March.", [after, seventh])
    assert found[0].start == date(2031, 3, 9)
    assert resolved("It rained two days after the flood.", [after])[0].start is None


def test_a_bare_month_beside_a_past_year_stays_in_it() -> None:
    year = ("September 2028", TimeValue("absolute", year=2028, month=9), "none")
    october = ("October", TimeValue("partial", month=10, direction=-1), "published")
    found = resolved("From September 2028 on, and through October, it rained.", [year, october])[1]
    assert (found.start, found.end) == (date(2028, 10, 1), date(2028, 10, 31))


def test_a_day_whose_year_is_open_lies_in_the_month_that_the_report_names_with_its_year() -> None:
    named = ("September 2030", TimeValue("absolute", year=2030, month=9), "none")
    day = ("Sept. 17", TimeValue("partial", month=9, day=17, direction=-1), "published")
    text = "It rained in September 2030. The guild met on Monday. The weir broke on Sept. 17."
    first, last = date(2031, 8, 28), date(2031, 9, 28)
    found = resolved(text, [named, MONDAY, day], first, last)[2]
    assert (found.start, found.end) == (date(2030, 9, 17), date(2030, 9, 17))
    assert resolved(text[29:], [day], first, last)[0].start is None
    sure = resolved(text, [named, MONDAY, day], last, last)[2]
    assert sure.start == date(2031, 9, 17)


def test_without_a_publication_day_nothing_is_filled_in() -> None:
    (found,) = resolved("It rained on Monday.", [MONDAY], None)
    assert (found.start, found.end) == (None, None)
    assert "unknown" in found.basis


def test_a_vague_publication_day_gives_months_but_no_weekdays() -> None:
    june = ("June", TimeValue("partial", month=6, direction=-1), "published")
    monday, month = resolved("On Monday it rained as in June.", [MONDAY, june], date(2031, 3, 1), date(2031, 4, 10))
    assert monday.start is None
    assert "vague" in monday.basis
    assert (month.start, month.end) == (date(2030, 6, 1), date(2030, 6, 30))


def test_a_weekday_among_the_possible_days_is_that_one() -> None:
    (found,) = resolved("It rained on Monday.", [MONDAY], date(2031, 3, 9), date(2031, 3, 11))
    assert (found.start, found.end) == (date(2031, 3, 10), date(2031, 3, 10))


def test_the_basis_says_the_day_in_words() -> None:
    (found,) = resolved("It rained on Monday.", [MONDAY])
    assert found.basis == "Monday before publication on 12 March 2031"


def test_the_next_day_of_nothing_is_unknown() -> None:
    next_day = ("the next day", TimeValue("shift", unit="day", count=1, direction=1), "previous")
    (found,) = resolved("It rained the next day.", [next_day])
    assert (found.start, found.end) == (None, None)


def _flood(name: str, text: str, words: str, value: TimeValue, anchor: str, trigger: str) -> tuple[Report, Reading]:
    def span(part: str) -> Span:
        return Span(name, text.index(part), text.index(part) + len(part), part)

    dated = (0,) if anchor == "published" else ()
    event = EventMention(span(trigger), span(text[text.index("Lomna") : -1]), "DISASTER", "happened", times=dated)
    reading = Reading(
        name,
        (Sentence(0, len(text), 0, (Token(0, 5, "Lomna", "Lomna", "PROPN", -1, "root"),)),),
        times=(TimeExpression(span(words), value, anchor),),
        events=(event,),
    )
    return Report(name, name, text, published=Published(DAY, DAY, "metadata")), reading


def test_what_counts_from_an_event_takes_its_day_from_other_reports() -> None:
    others = [_flood(n, "Lomna flooded on Monday.", *MONDAY, "flooded") for n in "ab"]
    value = TimeValue("shift", unit="day", count=-2, direction=-1)
    asked = _flood("c", "Two days before Lomna flooded, bells rang.", "Two days before", value, "event", "flooded")
    pairs = [*others, asked]
    days = resolve_dates(tuple(r for r, _ in pairs), tuple(x for _, x in pairs)).days["c", 0]
    assert (days.start, days.end) == (date(2031, 3, 8), date(2031, 3, 8))
    alone = resolve_dates(*((x,) for x in asked)).days["c", 0]
    assert alone.start is None


def test_lengths_of_time_are_no_dates() -> None:
    text = "It rained for six months."
    span = Span("r", 14, 24, "six months")
    reading = Reading("r", (), times=(TimeExpression(span, TimeValue("duration", unit="month", count=6), "none"),))
    found = resolve_dates((Report("r", "r", text),), (reading,))
    assert found.dates == ()
    assert found.days["r", 0].start is None
