"""Incidents that came, went or were revised, and which report's evidence did it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from datetime import date

from crossread.crossing.changes.ground import Ground, known, shown
from crossread.crossing.changes.matching import Matched
from crossread.crossing.changes.shape import Revised, Revision, Told, Value
from crossread.records import Evidence, Incident, Participant
from crossread.spans import overlap

PLAIN = ("type", "status")
"""Fields with one value, whose cause is whoever came to tell the incident."""


def told(incident: Incident, why: str) -> Told:
    """An incident as something that came or went."""
    return Told(incident.id, incident.title, incident.reports, shown(incident.evidence), why)


def why_new(ground: Ground, incident: Incident) -> str:
    """Why an incident stands in the new dossier only."""
    fresh = [report for report in incident.reports if report in ground.came]
    if len(fresh) == len(incident.reports):
        return "only reports that came tell it"
    if fresh:
        return "reports that came tell it; what earlier ones say of it was no incident of its own"
    return "no report that came tells it: the earlier ones are read otherwise beside the others"


def why_gone(ground: Ground, incident: Incident) -> str:
    """Why an incident stands in the old dossier only."""
    if all(report in ground.went for report in incident.reports):
        return "the reports that told it are gone"
    return "its reports are read otherwise beside the others"


class Incidents:
    """Compares two tellings of one incident."""

    def __init__(self, ground: Ground, actors: Matched) -> None:
        self.ground, self.actors = ground, actors
        self._names = {a.id: a.name for a in (*ground.old.actors, *ground.new.actors)}
        self._places = {p.id: p for p in (*ground.old.places, *ground.new.places)}
        both = ground.before.keys() & ground.after.keys()
        self._redated = {r for r in both if ground.before[r].published != ground.after[r].published}
        self._dates = [d for d in ground.new.dates if d.evidence.report in ground.came]
        self._dates += [d for d in ground.old.dates if d.evidence.report in ground.went]

    def revised(self, old: Incident, new: Incident) -> Revised | None:
        """What differs between two tellings of one incident; None where nothing does."""
        revisions = tuple(self._revisions(old, new))
        if not revisions:
            return None
        same = "the same id" if old.id == new.id else "the same evidence"
        return Revised(new.id, old.id, new.title, revisions, same)

    def _revisions(self, old: Incident, new: Incident) -> Iterator[Revision]:
        evidence = (*old.evidence, *new.evidence)
        for field in PLAIN:
            yield from self._field(field, (getattr(old, field),), (getattr(new, field),), evidence)
        own = tuple(s for s in evidence if s.report in self.ground.gains or s.report in self.ground.losses)
        yield from self._field("origins", (old.origins,), (new.origins,), own)  # no copy is the cause of an origin
        for field in ("start", "end"):
            before, after = getattr(old, field), getattr(new, field)
            dated = self._dated(evidence, {day for day in (before, after) if day}) if before != after else ()
            yield from self._field(field, known(before and str(before)), known(after and str(after)), dated or evidence)
        moved = set(old.places) ^ set(new.places)
        yield from self._field("places", self._where(old), self._where(new), self._placed(evidence, moved) or evidence)
        yield from self._parties(old, new)
        yield from self._field("reports", tuple(sorted(old.reports)), tuple(sorted(new.reports)), evidence)

    def _field(self, field: str, old: Value, new: Value, evidence: Evidence) -> Iterator[Revision]:
        if old != new:
            reports, spans = self.ground.cause(*evidence)
            told = tuple(span.report for span in evidence) if field in ("start", "end", "status") else ()
            yield Revision(field, old, new, reports, spans, self._why(bool(reports), told))

    def _why(self, caused: bool, told: tuple[str, ...]) -> str:
        """The reason of a revision; `told`: the reports on whose day of publication the field may hang."""
        if not caused and not self._redated.isdisjoint(told):
            return "the day on which a report that tells it came out is reckoned otherwise now"
        return why(caused)

    def _dated(self, evidence: Evidence, days: Set[date]) -> Evidence:
        """The date expressions that say one of these days, inside what tells the incident."""
        return tuple(
            told.evidence
            for told in self._dates
            if (told.start in days or told.end in days) and any(overlap(told.evidence, span) for span in evidence)
        )

    def _placed(self, evidence: Evidence, places: Iterable[str]) -> Evidence:
        """Where the places are named inside what tells the incident."""
        named = (span for place in sorted(places) if place in self._places for span in self._places[place].mentions)
        return tuple(span for span in named if any(overlap(span, other) for other in evidence))

    def _where(self, incident: Incident) -> Value:
        return tuple(sorted({self._places[p].name if p in self._places else p for p in incident.places}))

    def _parties(self, old: Incident, new: Incident) -> Iterator[Revision]:
        before = {self._party(p, self.actors.heir(p.actor)): p for p in old.participants}
        after = {self._party(p, p.actor): p for p in new.participants}
        if before.keys() == after.keys():
            return
        moved = [p for key, p in (*before.items(), *after.items()) if (key in before) != (key in after)]
        evidence = tuple(span for p in moved for span in p.evidence)
        told = evidence if self.ground.cause(*evidence)[0] else (*old.evidence, *new.evidence)
        yield from self._field("participants", self._names_of(before.values()), self._names_of(after.values()), told)

    @staticmethod
    def _party(party: Participant, actor: str | None) -> tuple[str, str]:
        return party.role, actor or party.text.casefold()

    def _names_of(self, parties: Iterable[Participant]) -> Value:
        return tuple(sorted({f"{p.role}: {self._names.get(p.actor or '', p.text)}" for p in parties}))


def why(caused: bool) -> str:
    """The reason of a revision, by whether a report that came or went tells it."""
    if caused:
        return "a report that came or went tells it"
    return "no report that came or went tells it: the same words are read otherwise beside the others"
