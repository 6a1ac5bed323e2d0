"""Wording with its bearers resolved to actors."""

from __future__ import annotations

from crossread.crossing.wording.partakers import Partakers, is_name
from crossread.crossing.wording.plain_names import Told, tells_deed
from crossread.records import (
    MergedActors,
    MergedIncidents,
    Reading,
    Report,
    Span,
    Wording,
)
from crossread.spans import overlap, unique
from crossread.spelling import key as key_of

Found = tuple[str, str | None, str, str, str]  # report, actor, what it is for, label folded, voice


def resolve_wording(
    dated: tuple[Report, ...], readings: tuple[Reading, ...], actors: MergedActors, incidents: MergedIncidents
) -> tuple[Wording, ...]:
    """Each label once for a report, bearer and voice, with every place where it stands as evidence."""
    names = {actor.id: actor.name for actor in actors.actors}
    forms = _forms(actors)
    told, partakers = Told(dated, readings, actors, incidents), Partakers(actors, incidents)
    evidence: dict[Found, list[Span]] = {}
    labels: dict[Found, str] = {}

    def add(key: Found, span: Span, label: str) -> None:
        evidence.setdefault(key, []).append(span)
        labels.setdefault(key, label)

    for reading in readings:
        for mention in reading.wording:
            actor = actors.of.get((reading.report, mention.bearer)) if mention.bearer is not None else None
            actor = actor or forms.get(key_of(mention.of))
            if mention.doer:
                actor = told.doer(reading, mention) or actor
            if not is_name(names.get(actor or "", "")) and not tells_deed(mention.label):
                actor = partakers.behind(reading, mention) or actor
            of = names.get(actor or "", mention.of) or told.happening(reading, mention) or mention.label
            add((reading.report, actor, of, mention.label.casefold(), mention.voice), mention.span, mention.label)
    labelled = {reading.report: [mention.span for mention in reading.wording] for reading in readings}
    for calling in partakers.called({report.id: report for report in dated}, readings):
        if not any(overlap(calling.span, span) for span in labelled[calling.report]):
            label, voice = calling.span.text, "speaker" if calling.spoken else "outlet"
            add((calling.report, calling.actor, names[calling.actor], label.casefold(), voice), calling.span, label)
    made = [_wording(key, labels[key], spans) for key, spans in evidence.items()]
    return tuple(sorted(made, key=lambda w: (w.report, w.evidence[0].start, w.label, w.of)))


def _forms(actors: MergedActors) -> dict[str, str]:
    """Actors by name and named spellings, the first of several: for bearers told by a country's adjective."""
    found: dict[str, str] = {}
    for actor in actors.actors:
        found.setdefault(key_of(actor.name), actor.id)
    for actor in actors.actors:
        for form in actor.forms:
            if form.text[:1].isupper():
                found.setdefault(key_of(form.text), actor.id)
    return found


def _wording(key: Found, label: str, spans: list[Span]) -> Wording:
    report, actor, of, _, voice = key
    return Wording(
        actor=actor,
        of=of,
        label=label,
        report=report,
        voice="speaker" if voice == "speaker" else "outlet",
        evidence=unique(spans),
    )
