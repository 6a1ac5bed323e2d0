"""Statements with their speakers resolved to actors."""

from __future__ import annotations

from crossread.records import (
    Actor,
    Key,
    Mention,
    MergedActors,
    MergedStatements,
    Reading,
    Report,
    Span,
    Statement,
    StatementMention,
)
from crossread.spans import content_id, overlap
from crossread.spelling import key


def resolve_statements(
    dated: tuple[Report, ...], readings: tuple[Reading, ...], actors: MergedActors
) -> MergedStatements:
    """Every statement of every report, its speaker and passers-on named as the merged actors are.

    A statement is never merged with another one: each report's own words stay evidence of their own. Two mentions with
    the same content, cue and speaker become one.
    """
    names = {actor.id: actor for actor in actors.actors}
    made: dict[str, Statement] = {}
    of: dict[Key, str] = {}
    for reading in readings:
        for number, mention in enumerate(reading.statements):
            statement = _statement(reading, mention, actors, names)
            made.setdefault(statement.id, statement)
            of[(reading.report, number)] = statement.id
    return MergedStatements(tuple(made[i] for i in sorted(made, key=lambda i: _place(made[i]))), of)


def _place(statement: Statement) -> tuple[str, int, int, str]:
    return statement.report, statement.content.start, statement.content.end, statement.id


def _statement(reading: Reading, mention: StatementMention, actors: MergedActors, names: dict[str, Actor]) -> Statement:
    speaker = actors.of.get((reading.report, mention.speaker)) if mention.speaker is not None else None
    content = mention.content
    return Statement(
        id=content_id("statement", reading.report, content.start, content.end, mention.cue.start, mention.speaker_text),
        report=reading.report,
        speaker=speaker,
        speaker_text=mention.speaker_text,
        via=tuple(_name(reading, span, actors, names) for span in mention.via),
        kind=mention.kind,
        direct=mention.direct,
        cue=mention.cue,
        content=content,
        evidence=mention.evidence,
    )


def _name(reading: Reading, span: Span, actors: MergedActors, names: dict[str, Actor]) -> str:
    """The canonical name of the actor whose mention fills most of a span, else the span's own words: also where the
    report names an outlet otherwise than its canonical name does ("Agence France-Presse", "AFP"), as credits do."""
    best: tuple[int, str] | None = None
    other = False
    for index, mention in enumerate(reading.mentions):
        shared = overlap(mention.span, span)
        actor = names.get(_actor(reading, index, mention, actors))
        if shared and actor is not None and (best is None or shared > best[0]):
            best = (shared, actor.name)
            other = mention.named and actor.type == "media" and not _is_short(mention.span.text, actor.name)
    told = " ".join(span.text.split())
    if best is None or best[0] * 2 < span.end - span.start:
        return told
    longer = f" {key(best[1])} " in f" {key(told)} " and key(best[1]) != key(told)
    return told if longer or other else best[1]  # "Radio One Europe" says more than "Radio One"


def _is_short(written: str, name: str) -> bool:
    """Whether a name is only a part of the longer one ("the Post", "Tal Post"), or all of it but for its article."""
    one, two = (f" {' '.join(text.lower().removeprefix('the ').split())} " for text in (written, name))
    return one in two or (key(written) != key(name) and f" {key(written)} " in f" {key(name)} ")


def _actor(reading: Reading, index: int, mention: Mention, actors: MergedActors) -> str:
    return actors.of.get((reading.report, index), "") or actors.of.get((reading.report, mention.refers or -1), "")
