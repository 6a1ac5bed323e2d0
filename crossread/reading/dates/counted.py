"""What expressions say that count in days, weeks or years ("two weeks ago", "the past month"), as a `TimeValue`."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.reading.dates.meanings import EVENT, NONE, PREVIOUS, PUBLISHED, SIGN, Groups, Said
from crossread.reading.dates.words import Word, calendar
from crossread.records import TimeValue

CLOCK = ("hour", "minute", "second")
UNTOLD = "untold"
"""The part of a stretch of which only the side is told: "recent weeks"."""


def _count(words: Sequence[Word]) -> tuple[int | None, str | None]:
    """The number that words tell (None: untold), and whether it is about, less or more."""
    quality, total = None, None
    vague = False
    for word in words:
        if word.kind in "A+<":
            quality = {"A": "about", "+": "more", "<": "less"}[word.kind]
        elif word.kind == "V":
            vague = True
        elif isinstance(word.value, int) and word.kind in "NDYCao":
            if total is None or word.kind == "C":
                total = word.value
            else:
                total = total * word.value if word.value in (100, 1000) else total + word.value
    if vague:  # "a few", but "some 20"
        return (total, "about") if total and total > 1 else (None, None)
    return total, quality


def _plural(word: Word | None) -> bool:
    return word is not None and word.text.endswith("s")


def ago(g: Groups) -> Said:
    count, quality = _count(g.all("n"))
    unit = str(g.value("u"))
    if count is None and g.all("n") and not any(w.kind == "V" for w in g.all("n")):
        return None
    sign = 1 if g.word("ahead") else -1
    counted = None if count is None else sign * count
    return TimeValue("relative", unit=unit, count=counted, direction=sign, part=quality), PUBLISHED


def later(g: Groups) -> Said:
    """ "two weeks later", "a day earlier"."""
    count, quality = _count(g.all("n"))
    sign = -1 if g.value("r2") == -1 else 1
    counted = None if count is None else sign * count
    return TimeValue("shift", unit=str(g.value("u")), count=counted, direction=sign, part=quality), PREVIOUS


def from_event(g: Groups) -> Said:
    """ "two days after", "the day before"."""
    count, quality = _count(g.all("n")) if g.all("n") else (None, None)
    unit = g.word("u")
    if not g.all("n") and not g.word("the") and not _plural(unit):
        return None  # "last month after a study"
    sign = g.number("k") or 0
    if g.word("the"):
        if g.value("u") not in ("day", "week", "month", "year"):
            return None
        return TimeValue("shift", unit=str(g.value("u")), count=sign, direction=sign), EVENT
    counted = None if count is None else sign * count
    return TimeValue("shift", unit=str(g.value("u")), count=counted, direction=sign, part=quality), EVENT


def day_before_yesterday(g: Groups) -> Said:
    if g.value("u") != "day":
        return None
    return TimeValue("relative", unit="day", count=(g.number("k") or 0) + (g.number("t") or 0)), PUBLISHED


def period(g: Groups) -> Said:
    """ "last week", "earlier this month", "the end of next year", "the following day", "that year", "the past year"."""
    said, unit = str(g.value("w")), str(g.value("u"))
    sign, part = SIGN.get(said, 0), g.part()
    if _plural(g.word("u")) and said in ("past", "coming"):
        return TimeValue("duration", unit=unit, direction=sign, part=UNTOLD), PUBLISHED
    if unit in CLOCK:
        return None
    if unit == "year" and (lead := g.word("w")) is not None and lead.text in calendar().latest:
        return TimeValue("relative", unit=unit, count=-1, part=part), PUBLISHED
    if said == "that" or said in ("previous", "following") or (unit == "day" and said in ("next", "last")):
        if unit == "day":
            return TimeValue("shift", unit=unit, count=sign, direction=sign, part=part), PREVIOUS
        return TimeValue("relative", unit=unit, count=sign, part=part), PREVIOUS
    if unit == "day":
        return None
    if said in ("past", "coming") or (g.word("the") and said in ("last", "next") and part is None):
        return TimeValue("duration", unit=unit, count=1, direction=sign), PUBLISHED
    return TimeValue("relative", unit=unit, count=sign, part=part), PUBLISHED


def of_period(g: Groups) -> Said:
    """ "the end of the year", "later in the month", "year-end", "for the year"."""
    unit = str(g.value("u"))
    if unit == "day" and g.word("r"):
        return TimeValue("shift", unit=unit, count=0, part=g.part()), PREVIOUS
    if unit in (*CLOCK, "day") or _plural(g.word("u")):
        return None
    return TimeValue("relative", unit=unit, count=0, part=g.part()), PUBLISHED


def the_quarter(g: Groups) -> Said:
    """ "the quarter", "the latest period": the one of which the report told; `periods` sees whether it did."""
    unit = str(g.value("u") or "quarter")
    if unit not in ("quarter", "year"):
        return None
    return TimeValue("shift", unit=unit, count=0, part="period"), PREVIOUS


def year_before(g: Groups) -> Said:
    """ "the year-ago quarter", "year-earlier results"."""
    if g.value("u") != "year" or g.value("back") == 1:
        return None
    return TimeValue("shift", unit="year", count=-1, direction=-1, part="period"), PREVIOUS


def same_before(g: Groups) -> Said:
    """ "the same month a year ago", "last year's quarter": the one told before, a year back."""
    unit = g.value("per") or "quarter"
    if unit == "month":
        return TimeValue("shift", unit="month", count=-12, direction=-1, part="period"), PREVIOUS
    if unit != "quarter":
        return None
    return TimeValue("shift", unit="year", count=-1, direction=-1, part="period"), PREVIOUS


def stretch(g: Groups) -> Said:
    """ "the past five days", "the next few years", "recent weeks"."""
    count, quality = _count(g.all("n"))
    said = str(g.value("w"))
    sign = SIGN.get(said, -1 if said == "past" else 1 if said == "future" else 0)
    anchor = PREVIOUS if said in ("previous", "following") else PUBLISHED
    lead = g.word("w")
    many = bool(g.all("n")) or _plural(g.word("u"))
    if not sign or not (many or (lead is not None and lead.text in calendar().recent)):
        return None
    part = quality if g.all("n") else UNTOLD
    return TimeValue("duration", unit=str(g.value("u")), count=count, direction=sign, part=part), anchor


def length(g: Groups) -> Said:
    """ "six months", "two-year", "2 1/2 years", "day-long": how long, not when."""
    count, quality = _count(g.all("n"))
    unit, half = g.word("u"), g.word("half")
    if half is not None and half.kind == "b":
        if half.text not in calendar().half:
            return None
        count = count or 0
    if unit is None or not (g.all("n") or half or g.word("long") or _plural(unit)):
        return None
    if half is not None:
        quality = "half"
    elif g.word("long") and not g.all("n") and not _plural(unit):
        count = 1
    return TimeValue("duration", unit=str(unit.value), count=count, part=quality), NONE


def repetition(g: Groups) -> Said:
    """ "daily", "every two weeks", "each Thursday", "every July"."""
    unit = g.value("s", "u")
    if g.word("day"):
        part = g.value("p")
        return TimeValue("set", unit="week", weekday=g.number("day"), part=str(part) if part else None), NONE
    if g.word("m"):
        return TimeValue("set", unit="year", month=g.number("m")), NONE
    return TimeValue("set", unit=str(unit) if unit else "day", count=_count(g.all("n"))[0]), NONE


def reference(g: Groups) -> Said:
    """ "now", "recently"; "current" and "the future" in doubt, since they may tell of something else."""
    word = g.word("ref")
    if word is None:
        return None
    told = calendar().adjective_references.get(word.text, word.value)
    if word.kind == "L":
        told = "past" if word.text in calendar().past_alone else None
    if told not in ("past", "present", "future") or (word.kind == "j" and told == "past"):
        return None
    return TimeValue("vague", unit=str(told)), NONE, word.kind == "R"
