"""Who is meant by somebody described: the one who is named, in whatever report, for the same part in the same deed.

Reports also call one person by nouns that make different things of him ("the suspect", "my little brother", "little
kids"): where they do, each such noun was chosen (`callings`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.records import (
    Incident,
    MergedActors,
    MergedIncidents,
    Reading,
    Report,
    Span,
    StatementMention,
    WordingMention,
)
from crossread.spans import overlap

LANGUAGE = "en"
Role = str


class Callings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `callings.yml`: nouns for persons by what they make of them."""

    child: frozenset[str]
    kin: frozenset[str]
    accused: frozenset[str]
    wronged: frozenset[str]
    dead: frozenset[str]
    pictured: frozenset[str]
    bodies: frozenset[str]
    several: tuple[str, ...]
    one: tuple[str, ...]

    def of(self, noun: str) -> str | None:
        """The family of a noun in singular or plural."""
        for family in ("child", "kin", "accused", "wronged"):
            if noun in getattr(self, family) or noun.removesuffix("s") in getattr(self, family):
                return family
        return None


@lru_cache(maxsize=1)
def callings() -> Callings:
    return knowledge.load("callings.yml", Callings, LANGUAGE)


class Calling(msgspec.Struct, frozen=True):
    """A noun by which a report calls a named person: where it stands, whom it is for, what it makes of him."""

    report: str
    span: Span
    actor: str
    family: str
    spoken: bool


class Partakers:
    """The named persons behind descriptions, by the parts that they have in deeds."""

    def __init__(self, actors: MergedActors, incidents: MergedIncidents) -> None:
        self._persons = {a.id for a in actors.actors if a.type == "person" and is_name(a.name)}
        self._incidents = {incident.id: incident for incident in incidents.incidents}
        self._incident_of = incidents.of
        self._told: dict[str, set[str]] = {}
        for (report, _), name in incidents.of.items():
            self._told.setdefault(report, set()).add(name)
        self._struck_in: dict[str, Counter[str]] = {}

    def behind(self, reading: Reading, mention: WordingMention) -> str | None:
        """The named person for whom a label of a described one is, if a deed ties them."""
        if _is_plural(mention.of) or _is_plural(mention.label) or _is_deed(mention.of):
            return None
        for index, event in enumerate(reading.events):
            for part in event.parts:
                if part.role != "other" and overlap(part.span, mention.span) and _holds(part.span, mention.of):
                    found = self._named(reading.report, index, part.role)
                    if found is not None:
                        return found
        dead = callings().dead.intersection(mention.label.lower().split())
        return _first(self._struck(reading.report), OFTENER) if dead else None

    def called(self, reports: dict[str, Report], readings: tuple[Reading, ...]) -> tuple[Calling, ...]:
        """The nouns that make something of a person, for persons of whom the reports make several things."""
        found = [c for reading in readings for c in self._callings(reports[reading.report], reading)]
        of: dict[str, list[Calling]] = {}
        for calling in found:
            of.setdefault(calling.actor, []).append(calling)
        differ = {
            actor
            for actor, given in of.items()
            if len({c.family for c in given}) > 1 and len({c.report for c in given}) > 1 and len(given) >= OFTEN
        }
        return tuple(calling for calling in found if calling.actor in differ)

    def _callings(self, report: Report, reading: Reading) -> Iterator[Calling]:
        for index, event in enumerate(reading.events):
            for part in event.parts:
                noun = _last_noun(report.text, part.span)
                if part.role == "other" or noun is None:
                    continue
                actor = self._named(reading.report, index, part.role)
                family = callings().of(noun.text.lower())
                if actor is not None and family is not None:
                    yield Calling(reading.report, noun, actor, family, is_spoken(noun, reading.statements))

    def _named(self, report: str, event: int, role: Role) -> str | None:
        """The one person who is named for a part in the incident of an event; None if two are named as often."""
        incident = self._incidents.get(self._incident_of.get((report, event), ""))
        if incident is None:
            return None
        found = _first(self._counted(incident, role), 1)
        if found is None and role == "target" and incident.type in HARMFUL:
            found = _first(self._struck(report), OFTENER)
        return found

    def _struck(self, report: str) -> Counter[str]:
        """The persons named as struck in the violent incidents that a report tells."""
        if report not in self._struck_in:
            counted: Counter[str] = Counter()
            for name in sorted(self._told.get(report, ())):
                incident = self._incidents.get(name)
                if incident is not None and incident.type in HARMFUL:
                    counted.update(self._counted(incident, "target"))
            self._struck_in[report] = counted
        return self._struck_in[report]

    def _counted(self, incident: Incident, role: Role) -> Counter[str]:
        counted: Counter[str] = Counter()
        for participant in incident.participants:
            if participant.role == role and participant.actor in self._persons:
                counted[participant.actor or ""] += len(participant.evidence)
        return counted


def _is_plural(words: str) -> bool:
    """Whether a phrase names several, by its last word."""
    last = words.lower().split()[-1:] or [""]
    if callings().bodies.intersection(words.lower().split()):
        return True
    return last[0].endswith(callings().several) and not last[0].endswith(callings().one)


def _is_deed(words: str) -> bool:
    """Whether a phrase is for a deed or a measure ("a hasty regulation"), by its last word: it stands for nobody."""
    return (words.lower().split()[-1:] or [""])[0] in _measures()


class _Deeds(msgspec.Struct, frozen=True):
    """What of `colours.yml` is asked here: nouns for deeds and measures."""

    measures: frozenset[str]


@lru_cache(maxsize=1)
def _measures() -> frozenset[str]:
    return knowledge.load("colours.yml", _Deeds, LANGUAGE).measures


def is_name(text: str) -> bool:
    """Whether an actor has a name: some are known by a description alone ("suspect")."""
    return any(word[:1].isupper() for word in text.split())


HARMFUL = frozenset(("ASSAULT", "HARM"))
"""Types of deeds that strike somebody."""
OFTEN = 3
"""Times that a person must be called so: a wrong tie of a description to a name comes once."""
OFTENER = 2
"""How many times as often as the next one a person must be named as struck to be the one whom a report means."""


def _first(counted: Counter[str], times: int) -> str | None:
    """Who is counted most, `times` as often as the next at least and never as often."""
    ranked = counted.most_common(2)
    if not ranked or (len(ranked) == 2 and (ranked[0][1] < times * ranked[1][1] or ranked[0][1] == ranked[1][1])):
        return None
    return ranked[0][0]


_WORD = re.compile(r"[A-Za-z][A-Za-z-]*")


def _last_noun(text: str, span: Span) -> Span | None:
    """The last word of a participant's words if it is one of the callings and the words are short."""
    words = list(_WORD.finditer(span.text))
    if not words or len(words) > LONGEST:
        return None
    last = words[-1]
    if callings().of(last.group().lower()) is None:
        return None
    start, end = span.start + last.start(), span.start + last.end()
    if len(words) > 1 and words[-2].group().lower() in callings().pictured:
        start = span.start + words[-2].start()
    return msgspec.structs.replace(span, start=start, end=end, text=text[start:end])


LONGEST = 8
"""Words by which a participant is called, at most: longer stretches hold clauses."""


def is_spoken(span: Span, statements: tuple[StatementMention, ...]) -> bool:
    return any(s.content.start <= span.start and span.end <= s.content.end for s in statements)


def _holds(span: Span, of: str) -> bool:
    """Whether a participant's words are those that a label is for, or the other way round."""
    one, other = span.text.lower(), of.lower()
    return bool(other) and (one in other or other in one)
