"""Date expressions counted out into days.

Each report's expressions are taken in text order: one counts from nothing, from the publication day, from the date
before it ("the next day") or from the date of an event named beside it. A bare month or day beside a date of a past
year lies in that year. What cannot be placed keeps no days, and its basis says why.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from crossread.crossing.dates.eventdays import dated_tellings, day_of, event_beside, names_of
from crossread.days import Interval, is_anchored, resolve
from crossread.records import DateMention, Days, Key, Published, Reading, Report, Resolved, TimeExpression, TimeValue

NARROW = 31
"""Days: a date no wider than this can be counted from ("the next day"), or give its year to a bare month beside it."""
WHOLE = {"quarter": 92, "year": 366}
"""Days: as narrow must that be from which a whole quarter or year is counted ("that year")."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEK, FRIDAY = 7, 4
MIDDLE = 15
"""Day of a month from which its other days are nearer than those of another year."""
FINE = 10
"""Days: a weekday counted from an interval wider than this says nothing."""


def resolve_dates(dated: tuple[Report, ...], readings: tuple[Reading, ...]) -> Resolved:
    """The days of every date expression; `dates` leaves out lengths of time, sets and vague words."""
    days: dict[Key, Days] = {}
    by_report = {report.id: report for report in dated}
    for reading in readings:
        for index, found in enumerate(resolve_report(reading, by_report[reading.report].published)):
            days[reading.report, index] = found
    days.update(_from_tellings(readings, days))
    mentions = [
        DateMention(time.span.text, found.start, found.end, found.basis, found.anchor, time.span)
        for reading in readings
        for index, time in enumerate(reading.times)
        if is_date(time.value) and (found := days[reading.report, index])
    ]
    return Resolved(days, tuple(sorted(mentions, key=lambda m: m.evidence)))


def _from_tellings(readings: Sequence[Reading], days: Mapping[Key, Days]) -> dict[Key, Days]:
    """What counts from an event, and weekdays of a report of unknown day, where other reports tell the deed's day."""
    tellings = dated_tellings(readings, days)
    found: dict[Key, Days] = {}
    for reading in readings:
        names = names_of(reading)
        for index, time in enumerate(reading.times):
            key = (reading.report, index)
            if time.anchor == "event" and days[key].start is None and days[key].end is None:
                event = event_beside(reading, time)
                if event is not None and (day := day_of(event, names, tellings)) is not None:
                    others = f"'{event.trigger.text}', which others date {spoken(Interval(day, day))}"
                    found[key] = _made(time.value, Interval(day, day), "event", f"{name_of(time.value)} from {others}")
            elif time.value.kind == "weekday" and time.value.first is None and _is_open(days[key]):
                told = (
                    (event, day)
                    for event in reading.events
                    if index in event.times and (day := day_of(event, names, tellings, time.value.weekday)) is not None
                )
                for event, day in told:
                    if _may_be(days[key], day):
                        others = f"others date '{event.trigger.text}' {spoken(Interval(day, day))}"
                        found[key] = Days(day, day, f"{name_of(time.value)}: {others}", "event")
                        break
    return found


def _is_open(days: Days) -> bool:
    """Whether a weekday was not pinned to one day."""
    return days.start is None or days.end is None or (days.end - days.start).days >= WEEK - 1


def _may_be(known: Days, day: date) -> bool:
    """Whether the day is among those that were left open."""
    return known.start is not None and known.end is not None and known.start <= day <= known.end


def is_date(value: TimeValue) -> bool:
    """Whether the expression names days, and not a length of time, a set or "recently"."""
    return value.kind not in ("set", "vague") and not (value.kind == "duration" and not value.direction)


def resolve_report(reading: Reading, published: Published | None) -> list[Days]:
    """The days of one report's date expressions, in text order."""
    day = Interval(published.start, published.end) if published else None
    found: list[Days] = []
    places = _places(reading)
    for index in range(len(reading.times)):
        found.append(_resolve_one(reading.times, index, found, day, places))
    return found


def _places(reading: Reading) -> list[tuple[int, int]]:
    """(sentence, paragraph) of each date expression."""
    places, sentence = [], 0
    for time in reading.times:
        while sentence + 1 < len(reading.sentences) and reading.sentences[sentence].end <= time.span.start:
            sentence += 1
        paragraph = reading.sentences[sentence].paragraph if reading.sentences else 0
        places.append((sentence, paragraph))
    return places


def _resolve_one(
    times: Sequence[TimeExpression], index: int, found: list[Days], day: Interval | None, places: list[tuple[int, int]]
) -> Days:
    time = times[index]
    value = time.value
    if not is_date(value):
        return Days(None, None, _no_date(value), "none")
    if time.anchor == "previous":
        anchor = _previous(times, index, found, places)
        if anchor is None:
            return Days(None, None, f"{name_of(value)} from a date before it, but none stands there", "previous")
        return _made(value, anchor, "previous", f"{name_of(value)} from the date before it, {spoken(anchor)}")
    if time.anchor == "event":
        return _from_event(times, index, day, places)
    if not is_anchored(value):
        return _made(value, None, "none", "absolute")
    if (year := _context_year(times, index, found, day, places)) is not None:
        return _made(_undirected(value), year, "previous", f"{name_of(value)}, year from the date before it")
    if (month := _month_told(times, value, day)) is not None:
        return _made(_undirected(value), month, "previous", f"{name_of(value)}, year as the report tells it elsewhere")
    return _made(value, day, "published", _beside_publication(value, day))


def _month_told(times: Sequence[TimeExpression], value: TimeValue, day: Interval | None) -> Interval | None:
    """The month of a day whose year the days of publication leave open, if the report names it once with its year."""
    if value.kind != "partial" or not value.month or not value.day or value.first is not None or day is None:
        return None
    ends = [resolve(value, Interval(one, one)) for one in (day.start, day.end) if one is not None]
    open_years = {days.start.year for days in ends if days is not None and days.start is not None}
    absolute = [time.value for time in times if time.value.kind == "absolute"]
    told = sorted({v.year for v in absolute if v.year in open_years and v.month == value.month and v.year is not None})
    if len(open_years) < 2 or len(told) != 1:
        return None
    middle = date(told[0], value.month, MIDDLE)
    return Interval(middle, middle)


def _beside_publication(value: TimeValue, day: Interval | None) -> str:
    """ "Tuesday before publication on 8 May 2024"."""
    days = resolve(value, day)
    side = "counted from"
    if day is not None and days is not None and day.start and day.end:
        if days.end and days.end < day.start:
            side = "before"
        elif days.start and days.start > day.end:
            side = "after"
        elif days == day:
            side = "of"
    return f"{name_of(value)} {side} publication" + (f" {spoken(day)}" if day is not None else "")


def spoken(days: Interval) -> str:
    """Days in words: "on 8 May 2024", "between 7 May 2024 and 8 May 2024"."""
    first, last = (f"{day.day} {day:%B %Y}" if day else "?" for day in days)
    return f"on {first}" if first == last else f"between {first} and {last}"


def _undirected(value: TimeValue) -> TimeValue:
    """The value on whichever side is nearer: beside another date, the tense tells nothing of the two's order."""
    if value.kind == "range" and value.first and value.last:
        first, last = _undirected(value.first), _undirected(value.last)
        return msgspec.structs.replace(value, first=first, last=last)
    return msgspec.structs.replace(value, direction=0)


def _told(value: TimeValue, anchor: Interval | None) -> Interval | None:
    """The days, unless those that it is counted from are so many that they give years or weeks apart."""
    days = resolve(value, anchor)
    if days is None or anchor is None or anchor.start is None or anchor.end is None or value.part == "period":
        return days
    if (anchor.end - anchor.start).days <= FINE:
        return days
    first, last = (resolve(value, Interval(day, day)) for day in (anchor.start, anchor.end))
    if first is None or last is None or first == last:
        return first or last
    fine = value.kind in ("weekday", "weekend") or value.unit in ("day", "week", "hour")
    apart = first.end is not None and last.start is not None and first.end < last.start
    return None if fine or apart else days


def _made(value: TimeValue, anchor: Interval | None, name: str, basis: str) -> Days:
    if anchor is None and is_anchored(value):
        return Days(None, None, f"{name_of(value)}, but the publication day is unknown", name)
    days = _told(value, anchor)
    if days is None:
        why = "no such day" if resolve(value, anchor) is None else "the day that it counts from is known too vaguely"
        return Days(None, None, f"{name_of(value)}: {why}", name)
    opened = f", open: {value.open}" if value.open else ""
    return Days(days.start, days.end, basis + opened, name)


def name_of(value: TimeValue) -> str:
    """What kind of expression it is, in a word or two."""
    if value.kind == "absolute":
        return "absolute date"
    if value.kind == "partial":
        return "day and month" if value.day else "month" if value.month else value.unit or "date"
    if value.kind == "weekday":
        return WEEKDAYS[value.weekday or 0]
    if value.kind in ("relative", "shift", "duration"):
        return f"{value.unit}s" if value.unit else value.kind
    return value.kind


def _no_date(value: TimeValue) -> str:
    return {"duration": "a length of time", "set": "again and again"}.get(value.kind, "points at no day")


def _previous(
    times: Sequence[TimeExpression], index: int, found: list[Days], places: list[tuple[int, int]]
) -> Interval | None:
    """The nearest date before it that is narrow enough to count from; none if one in its sentence has no days."""
    value = times[index].value
    if value.part == "period":
        return _quarter_before(times, index, found)
    weekend = value.kind == "weekend"
    narrow = WHOLE.get(value.unit or "", NARROW) if value.kind == "relative" else NARROW
    for before in range(index - 1, -1, -1):
        days = found[before]
        if not is_date(times[before].value):
            continue
        if days.start and days.end and (days.end - days.start).days <= narrow:
            if not weekend or ((days.end - days.start).days < WEEK - 1 and days.end.weekday() >= FRIDAY):
                return Interval(days.start, days.end)
        elif places[before][0] == places[index][0]:
            return None
    return None


def _quarter_before(times: Sequence[TimeExpression], index: int, found: list[Days]) -> Interval | None:
    """The quarter (or month) told last, for the same one of the year before; none that was counted from another."""
    month = times[index].value.unit == "month"
    for before in range(index - 1, -1, -1):
        value, days = times[before].value, found[before]
        told = (
            value.month is not None and value.day is None and value.unit is None if month else value.unit == "quarter"
        )
        if told and value.kind in ("absolute", "partial") and days.start and days.end:
            return Interval(days.start, days.end)
    return None


def _from_event(
    times: Sequence[TimeExpression], index: int, day: Interval | None, places: list[tuple[int, int]]
) -> Days:
    """ "two days after the attack of 7 April": from the date that follows in the sentence."""
    if index + 1 < len(times) and places[index + 1][0] == places[index][0]:
        other = times[index + 1].value
        told = msgspec.structs.replace(_undirected(other), open=None)
        if is_date(other) and (days := resolve(told, day)) is not None and days.start and days.end:
            basis = f"{name_of(times[index].value)} from the event {spoken(days)} beside it"
            return _made(times[index].value, days, "event", basis)
    return Days(None, None, "counted from an event whose day is not told beside it", "event")


def _context_year(
    times: Sequence[TimeExpression],
    index: int,
    found: list[Days],
    day: Interval | None,
    places: list[tuple[int, int]],
) -> Interval | None:
    """The date before it in the sentence, if that is of a told and past year: a bare month goes on from there."""
    value = times[index].value
    inner = value.first if value.kind == "range" and value.first else value
    if inner.kind != "partial" or inner.first is not None or inner.direction > 0 or inner.count == -1 or not index:
        return None
    before, days = times[index - 1].value, found[index - 1]
    told = before.last if before.kind == "range" and before.last else before
    if told.kind != "absolute" or told.month is None or not days.start or not days.end:
        return None
    if places[index - 1][0] != places[index][0] and day is not None:
        return None
    if day is None or (day.start is not None and days.end < day.start and days.end.year < day.start.year):
        return Interval(days.end, days.end)
    return None
