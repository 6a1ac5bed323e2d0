"""Wording with its bearers resolved to actors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from crossread.crossing.themes import Themes
from crossread.crossing.wording.namings import Chosen, judged, things
from crossread.crossing.wording.partakers import Partakers, is_name, is_spoken
from crossread.crossing.wording.plain_names import Told, plain, tells_deed
from crossread.crossing.wording.sides import Sides
from crossread.function_words import function_words
from crossread.records import (
    MergedActors,
    MergedIncidents,
    Reading,
    Report,
    Span,
    Wording,
    WordingMention,
)
from crossread.spans import overlap, unique
from crossread.spelling import key as key_of

Voice = Literal["outlet", "speaker"]


class Given(msgspec.Struct, frozen=True):
    """One place where a report words something: for whom or what, and in whose voice."""

    report: str
    actor: str | None
    of: str
    span: Span
    voice: Voice


def resolve_wording(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    actors: MergedActors,
    incidents: MergedIncidents,
    themes: Themes,
    repeating: Mapping[str, str],
) -> tuple[Wording, ...]:
    """Each label once for a report, bearer and voice, with every place where it stands as evidence."""
    reports = {report.id: report for report in dated}
    names = {actor.id: actor.name for actor in actors.actors}
    told, partakers = Told(dated, readings, actors, incidents), Partakers(actors, incidents)
    chosen = Chosen(readings, themes.pairs(), repeating)
    sides = Sides(actors, chosen.beside)
    given = list(_labelled(readings, actors, names, told, partakers, chosen, sides))
    called = _called(partakers, reports, readings, names)
    for more in (called, _chosen(chosen, reports, readings, actors, names, told, sides)):
        taken: dict[str, list[Span]] = {}
        for found in given:
            taken.setdefault(found.report, []).append(found.span)
        given += [g for g in more if not any(overlap(g.span, span) for span in taken.get(g.report, ()))]
    same: dict[tuple[str, str | None, str, str, Voice], list[Span]] = {}
    for g in given:
        same.setdefault((g.report, g.actor, g.of, " ".join(g.span.text.split()).casefold(), g.voice), []).append(g.span)
    made = [
        Wording(actor=a, of=of, label=" ".join(spans[0].text.split()), report=r, voice=v, evidence=unique(spans))
        for (r, a, of, _, v), spans in same.items()
    ]
    return tuple(sorted(made, key=lambda w: (w.report, w.evidence[0].start, w.label, w.of)))


def _labelled(
    readings: tuple[Reading, ...],
    actors: MergedActors,
    names: dict[str, str],
    told: Told,
    partakers: Partakers,
    chosen: Chosen,
    sides: Sides,
) -> Iterator[Given]:
    """The labels that each report's own reading found."""
    forms = _forms(actors)
    for reading in readings:
        for mention in reading.wording:
            actor = actors.of.get((reading.report, mention.bearer)) if mention.bearer is not None else None
            actor = actor or forms.get(key_of(mention.of))
            if mention.doer:
                actor = told.doer(reading, mention.span) or actor
            if not is_name(names.get(actor or "", "")) and not tells_deed(mention.label):
                actor = partakers.behind(reading, mention) or actor
            of = mention.of
            if key_of(of).endswith(key_of(mention.label)) and not _is_doers(told, reading, mention):
                actor = sides.of(mention.label, reading.report) or actor
            if mention.behind and actor is None and mention.bearer is not None:
                place = reading.mentions[mention.bearer].span.text  # a place, say, that is no actor
                of = of if place in of else place
            elif not mention.behind:
                of = names.get(actor or "", of)
            if of and not is_name(of) and key_of(of).endswith(key_of(mention.label)):
                of = chosen.plain_people(mention.label, reading.report) or of  # "a mob" is no word for whom it is for
            elif key_of(mention.label).endswith(" " + key_of(of)) and not is_name(of):
                # nor is "incident" the word for what "a grave incident" is for
                of = chosen.plain_deed(mention.label, reading.report) or of
            if actor is None and key_of(of) in plain().pointing_words and 1 < len(mention.label.split()) <= SHORT:
                of = _judged_noun(mention.label)  # "a phony system" is for the system, whatever "it" is
            of = of or told.happening(reading, mention) or mention.label
            if actor is None and of.lower() in function_words().speakers | function_words().speakers_as_objects:
                continue  # whoever speaks or is spoken to, nobody of the story
            yield Given(reading.report, actor, of, mention.span, mention.voice)


def _is_doers(told: Told, reading: Reading, mention: WordingMention) -> bool:
    """Whether a label may be for the one who did the deed instead ("the terrorists" of a shooting)."""
    return "attackers" in judged(mention.label, "people") and told.doer(reading, mention.span) is not None


SHORT = 3
"""Words of a label that are an adjective or two and their noun, at most; longer ones are sayings."""


def _judged_noun(label: str) -> str:
    """The noun of a label that another word judges; empty where it tells nothing by itself."""
    noun = label.split()[-1]
    return "" if noun.lower() in plain().generic else noun


def _called(
    partakers: Partakers, reports: dict[str, Report], readings: tuple[Reading, ...], names: dict[str, str]
) -> Iterator[Given]:
    """Nouns that make something of a named person."""
    for calling in partakers.called(reports, readings):
        voice: Voice = "speaker" if calling.spoken else "outlet"
        yield Given(calling.report, calling.actor, names[calling.actor], calling.span, voice)


def _chosen(
    chosen: Chosen,
    reports: dict[str, Report],
    readings: tuple[Reading, ...],
    actors: MergedActors,
    names: dict[str, str],
    told: Told,
    sides: Sides,
) -> Iterator[Given]:
    """Words for a thing that other reports call otherwise."""
    of = {reading.report: reading for reading in readings}
    for naming in chosen.choices():
        reading = of[naming.report]
        span = chosen.span(reports[naming.report], naming)
        about = chosen.about(reports[naming.report], naming) or span
        inside = [i for i, m in enumerate(reading.mentions) if m.span.start < about.end and about.start < m.span.end]
        near = (actors.of.get((naming.report, i), "") for i in inside)
        actor = next((a for a in near if is_name(names.get(a, ""))), None)
        if actor is None and things()[naming.thing].doer and not span.text.endswith("s"):
            actor = told.doer(reading, span)
        elif actor is None or judged(names[actor], "people"):  # "REBELS" in a report in capitals is no name
            actor = sides.of(span.text, naming.report) or actor
        plain = about.text if about != span else chosen.plainly(naming.thing, naming.report) or naming.word
        voice: Voice = "speaker" if is_spoken(span, reading.statements) else "outlet"
        yield Given(naming.report, actor, names.get(actor or "", plain), span, voice)


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
