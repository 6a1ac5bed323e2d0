"""What makes two numbers readings of one figure: the class that they count, of which happening, where.

`Item` is a `Quantity` with everything about it resolved (incident, place, speaker, publication); `compatible` says
whether two values can both be right.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from crossread.crossing.figures.qualifiers import holds, qualifier_words
from crossread.records import (
    Evidence,
    Key,
    MergedActors,
    MergedIncidents,
    MergedPlaces,
    Quantity,
    Reading,
    Record,
    Report,
    Resolved,
)
from crossread.spans import overlap


class Item(Record, frozen=True):
    """One number of one report, ready to be compared."""

    at: Key
    quantity: Quantity
    incident: str | None
    place: str | None
    places: frozenset[str]  # its own place, else those of its incident
    place_name: str | None
    cause: str | None  # the named disaster that it is told of ("maria")
    firm: int  # 2 the disaster is named beside the number, 1 in the sentence before, 0 it is only the report's main one
    published: tuple[date, date] | None
    as_of: date | None
    speaker: str | None
    sentence: int
    bearer: str | None = None  # the actor whose age it is
    bearer_name: str | None = None

    @property
    def centre(self) -> float:
        """The value, or the middle of the range."""
        q = self.quantity
        if q.value is not None:
            return q.value
        return ((q.low or 0.0) + (q.high or q.low or 0.0)) / 2

    @property
    def evidence(self) -> Evidence:
        """The characters that prove it."""
        return (self.quantity.context,)


ABOUT = 0.1
"""How far a number with "about", "nearly" or "some" may be off: a tenth. Of the pairs of exact and rounded numbers of
one count in the reports that we read, nine in ten lie within it."""

UP_TO = 0.5
"""What "up to" and "fewer than" leave open: nobody says "up to 5,000" of less than half of it."""


def span_of(q: Quantity) -> tuple[float, float]:
    """The least and the greatest value that a reading allows."""
    if q.value is None:
        return q.low or 0.0, q.high if q.high is not None else math.inf
    if q.low is None and q.high is None:
        return q.value * (1 - ABOUT), q.value * (1 + ABOUT)
    low = q.low if q.low is not None else q.value * (1 - ABOUT) if _near(q) else q.value * UP_TO
    return low, q.high if q.high is not None else math.inf


def _near(q: Quantity) -> bool:
    """Whether "at most" is meant as "nearly": then there is a bottom, too."""
    return holds(q.qualifier, qualifier_words().nearly)


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether both readings can be right: their ranges meet, or one is the other rounded."""
    low_a, high_a = span_of(a)
    low_b, high_b = span_of(b)
    return (low_a <= high_b and low_b <= high_a) or rounds_to(a.value, b.value) or rounds_to(b.value, a.value)


def rounds_to(exact: float | None, round_: float | None) -> bool:
    """Whether `round_` is `exact` at fewer digits: 2,975 and 3,000; 4,645 and 4,600. Small numbers are never round."""
    if exact is None or round_ is None or exact == round_:
        return exact is not None and round_ is not None
    if abs(round_) < 100 or round_ != int(round_) or abs(exact - round_) > ABOUT * abs(round_):
        return False
    digits = len(str(int(round_)).rstrip("0"))
    size = float(10 ** (len(str(int(abs(round_)))) - digits))
    return -size / 2 <= exact - round_ < size / 2


def same_value(a: Quantity, b: Quantity) -> bool:
    """Whether two readings give the same number, exactly or rounded."""
    if a.value is None or b.value is None:
        return (a.low, a.high) == (b.low, b.high)
    return a.value == b.value or rounds_to(a.value, b.value) or rounds_to(b.value, a.value)


def items(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    resolved: Resolved,
    actors: MergedActors,
    places: MergedPlaces,
    incidents: MergedIncidents,
    hazards: frozenset[str],
    dying: frozenset[str],
) -> Iterator[Item]:
    """Every number of every report as an `Item`, in order of report and place."""
    published = {r.id: r.published for r in dated}
    actor_names = {a.id: a.name for a in actors.actors}
    where = {i.id: frozenset(i.places) for i in incidents.incidents}
    place_names = {p.id: p.name for p in places.places}
    for reading in readings:
        causes = _Causes(reading, hazards)
        day = published.get(reading.report)
        for n, q in enumerate(reading.quantities):
            sentence = next((k for k, s in enumerate(reading.sentences) if s.start <= q.span.start < s.end), 0)
            place = _place(reading, q, places) or _home(reading, q, places)
            told = resolved.days.get((reading.report, q.time)) if q.time is not None else None
            late = told.end if told is not None and told.end is not None else None
            incident = incidents.of.get((reading.report, q.deed)) if q.deed is not None else None
            cause, firm = causes.of(sentence, q.span.start)
            if cause and q.deed is not None and reading.events[q.deed].trigger.text.lower() in dying:
                incident = None
            bearer = actors.of.get((reading.report, q.bearer)) if q.bearer is not None else None
            yield Item(
                at=(reading.report, n),
                quantity=q,
                incident=incident,
                place=place,
                places=frozenset([place]) if place else where.get(incident or "", frozenset()),
                place_name=place_names.get(place) if place else None,
                cause=cause,
                firm=firm,
                published=(day.start, day.end) if day else None,
                as_of=day.end if day else late,
                speaker=_speaker(reading, q, actors, actor_names),
                sentence=sentence,
                bearer=bearer,
                bearer_name=actor_names.get(bearer or ""),
            )


def _place(reading: Reading, q: Quantity, places: MergedPlaces) -> str | None:
    """The id of the place that a number's phrase names."""
    if q.place is None:
        return None
    for n, mention in enumerate(reading.mentions):
        if mention.span == q.place:
            return places.of.get((reading.report, n))
    return None


def _home(reading: Reading, q: Quantity, places: MergedPlaces) -> str | None:
    """The place that gives a number itself ("Tarsk reported seven cases"): it counts its own."""
    if q.according_to is None:
        return None
    return next(
        (
            places.of.get((reading.report, n))
            for n, mention in enumerate(reading.mentions)
            if mention.type == "place" and mention.span == q.according_to
        ),
        None,
    )


def _speaker(reading: Reading, q: Quantity, actors: MergedActors, names: dict[str, str]) -> str | None:
    """The name of whoever gives the number."""
    if q.according_to is None:
        return None
    for n, mention in enumerate(reading.mentions):
        if overlap(mention.span, q.according_to) and (actor := actors.of.get((reading.report, n))) is not None:
            return names.get(actor, q.according_to.text)
    return q.according_to.text


class _Causes:
    """The named disasters of a report ("Hurricane Maria", later "Maria"), to tell apart tolls that no deed caused."""

    def __init__(self, reading: Reading, hazards: frozenset[str]) -> None:
        names: set[str] = set()
        for sentence in reading.sentences:
            for a, b in zip(sentence.tokens, sentence.tokens[1:], strict=False):
                if (
                    b.pos in ("PROPN", "NOUN")  # asked first: few words are
                    and b.text[:1].isupper()
                    and a.pos != "VERB"
                    and a.text.lower().rstrip("s") in hazards
                ):
                    names.add(b.text.lower())
        self.found = [
            (token.start, n, token.text.lower())
            for n, sentence in enumerate(reading.sentences)
            for token in sentence.tokens
            if names and token.text[:1].isupper() and token.text.lower() in names
        ]
        self.main = max(sorted(names), key=lambda w: sum(f[2] == w for f in self.found), default=None)

    def of(self, sentence: int, start: int) -> tuple[str | None, int]:
        """The disaster that a number at `start` is told of, and whether that is sure: one named close by is; else the
        last one of the sentence before, else the report's main one."""
        here = [(abs(at - start), word) for at, n, word in self.found if n == sentence]
        if here and min(here)[0] <= BESIDE:
            return min(here)[1], 2
        before = [word for _, n, word in self.found if n == sentence - 1]
        return (before[-1], 1) if before and not here else (self.main, 0)


BESIDE = 110
"""Characters between a number and the name of a disaster, up to which the number is surely told of it."""
