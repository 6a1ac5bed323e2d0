"""What the words for a time of a day say: "last night", "at dawn", "10 p.m."."""

from __future__ import annotations

from crossread.reading.dates.meanings import NONE, PREVIOUS, PUBLISHED, SIGN, Groups, Said
from crossread.reading.dates.words import calendar
from crossread.records import TimeValue


def point_of_day(g: Groups) -> Said:
    """ "at dawn", "mid-afternoon": of a day that other words tell."""
    word = g.word("alone")
    if word is None or not (word.text in calendar().points_of_day or len(g.whole()) > 1):
        return None
    return TimeValue("vague", part=str(word.value)), NONE


def clock(g: Groups) -> Said:
    """ "10 p.m.", "10:35 GMT", "4 in the morning": a time of a day that other words tell."""
    word, hour, minute = g.word("hour"), g.number("hour") or 0, 0
    if word is None or not (g.all("z") or g.word("p") or ":" in word.text):
        return None
    if isinstance(figures := g.value("hour"), tuple):
        hour, minute = figures
    halves = [str(word.value) for word in g.all("z")]
    if g.word("p") is not None:
        halves.append("am" if g.value("p") == "morning" else "pm")
    if "am" in halves or "pm" in halves:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if "pm" in halves else 0)
    if hour > 24 or minute > 59:
        return None
    return TimeValue("vague", part=f"{hour:02}:{minute:02}" + ("Z" if "z" in halves else "")), NONE


def part_of_day(g: Groups) -> Said:
    """ "last night", "this morning", "the next morning", "that night", "overnight"."""
    lead, part = g.word("w"), str(g.value("p"))
    said = str(lead.value) if lead else ""
    if not said:
        count = -1 if part == "overnight" else None
        return (TimeValue("relative", unit="day", count=count, part=part), PUBLISHED) if count else None
    if said == "this":
        return TimeValue("relative", unit="day", count=0, part=part if part != "night" else "tonight"), PUBLISHED
    if said == "last":
        return TimeValue("relative", unit="day", count=-1, part=part), PUBLISHED
    count = 0 if said == "that" else SIGN.get(said, 0)
    return TimeValue("shift", unit="day", count=count, part=part), PREVIOUS
