"""Wording with its bearers resolved to actors."""

from __future__ import annotations

from crossread.crossing.wording.partakers import Partakers
from crossread.crossing.wording.plain_names import Told
from crossread.records import (
    MergedActors,
    MergedIncidents,
    Reading,
    Report,
    Span,
    Wording,
)
from crossread.spans import unique
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
    for reading in readings:
        for mention in reading.wording:
            actor = actors.of.get((reading.report, mention.bearer)) if mention.bearer is not None else None
            actor = actor or forms.get(key_of(mention.of))
            if mention.doer:
                actor = told.doer(reading, mention) or actor
            if not _is_name(names.get(actor or "", "")):
                actor = partakers.behind(reading, mention) or actor
            named = names.get(actor or "", mention.of)
            of = named or told.happening(reading, mention) or mention.label
            key: Found = (reading.report, actor, of, mention.label.casefold(), mention.voice)
            evidence.setdefault(key, []).append(mention.span)
            labels.setdefault(key, mention.label)
    for calling in partakers.called({report.id: report for report in dated}, readings):
        if any(_meets(calling.span, span) for (report, *_), spans in evidence.items() for span in spans):
            continue
        voice = "speaker" if calling.spoken else "outlet"
        key = (calling.report, calling.actor, names[calling.actor], calling.span.text.casefold(), voice)
        evidence.setdefault(key, []).append(calling.span)
        labels.setdefault(key, calling.span.text)
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


def _is_name(text: str) -> bool:
    """Whether an actor has a name: some are known by a description alone ("suspect")."""
    return any(word[:1].isupper() for word in text.split())


def _meets(one: Span, other: Span) -> bool:
    return one.report == other.report and one.start < other.end and other.start < one.end
