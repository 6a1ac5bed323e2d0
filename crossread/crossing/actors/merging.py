"""Actors merged over spellings and reports.

1. Each mention gets a label (`keys`): known by the roster, a government, a person's name, a description.
2. Within a report: surnames join full names, "the army" joins "the Kenyan army", descriptions join what they refer to.
3. Over all reports: equal labels are one actor; acronyms, transliterations and surnames join where only one fits
   (`likeness`). Every join adds a sentence to the actor's `why`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator

from crossread import atlas, roster
from crossread.crossing.actors.joins import Joins, join_all
from crossread.crossing.actors.keys import Label
from crossread.crossing.actors.nearness import Nearness
from crossread.crossing.actors.within import labels_within
from crossread.function_words import function_words
from crossread.records import Actor, ActorType, Form, Key, Mention, MergedActors, Reading, Report, Span
from crossread.spans import content_id, unique
from crossread.spelling import key


def merge_actors(dated: tuple[Report, ...], readings: tuple[Reading, ...]) -> MergedActors:
    """Everybody who is mentioned, once. Each mention that is no place belongs to exactly one actor."""
    reports = {report.id: report for report in dated}
    labels: dict[Key, Label] = {}
    mentions: dict[Key, Mention] = {}
    why: dict[Label, list[str]] = defaultdict(list)
    bound: dict[Label, set[Label]] = defaultdict(set)
    loaded: set[Key] = set()
    for reading in readings:
        found = labels_within(reading, reports[reading.report], why, bound)
        labels.update(found)
        mentions.update({at: reading.mentions[at[1]] for at in found})
        loaded.update(_loaded(reading))
    nearness = Nearness(labels, {reading.report: _small_places(reading) for reading in readings})
    labels = {at: nearness.kept(given, at[0]) for at, given in labels.items()}
    forms: dict[Label, Counter[str]] = defaultdict(Counter)
    where: dict[Label, set[str]] = defaultdict(set)
    for at, given in labels.items():
        where[given].add(at[0])
        if mentions[at].named or mentions[at].refers is None:
            forms[given][mentions[at].span.text] += 1
    roots = join_all(Joins(forms, why, lambda a, b: nearness.near(where[a], where[b])), bound)
    members: dict[Label, list[Key]] = defaultdict(list)
    for at in sorted(labels):
        members[roots[labels[at]]].append(at)
    parts: dict[Label, list[Label]] = defaultdict(list)
    for part in sorted(forms):
        parts[roots[part]].append(part)
    actors, of = [], {}
    for root in sorted(members):
        coloured = {mentions[at].span.text for at in members[root] if at in loaded}
        actor = _actor(parts[root], [mentions[at] for at in members[root]], coloured, why)
        actors.append(actor)
        of.update(dict.fromkeys(members[root], actor.id))
    return MergedActors(tuple(sorted(actors, key=lambda a: (-len(a.mentions), a.name, a.id))), of)


def _small_places(reading: Reading) -> set[str]:
    """Keys of the places that a report names, countries and capitals left out."""
    told = {key(m.span.text): m.span.text for m in reading.mentions if m.type == "place" and m.named}
    return {folded for folded, text in told.items() if not atlas.country_names().get(text)} - set(atlas.capitals())


# --------------------------------------------------------------------------- the actor


def _loaded(reading: Reading) -> Iterator[Key]:
    """The mentions in which a word with a colour stands ("the regime")."""
    starts = sorted({choice.span.start for choice in reading.wording})
    for i, mention in enumerate(reading.mentions):
        if bisect_left(starts, mention.span.start) < bisect_left(starts, mention.span.end):
            yield reading.report, i


def _actor(parts: list[Label], mentions: list[Mention], coloured: set[str], why: dict[Label, list[str]]) -> Actor:
    """`coloured`: forms in which a word with a colour stands; they are its name only where no other is as full."""
    counted = Counter(m.span.text for m in mentions if m.named or m.refers is None or not _is_pronoun(m.span))
    forms = tuple(Form(text, count) for text, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])))
    name, kind = _name(parts, mentions, coloured), _kind(parts, mentions)
    reasons = tuple(dict.fromkeys(_reasons(parts, forms, mentions) + [r for part in parts for r in why.get(part, [])]))
    spans = unique(m.span for m in mentions)
    return Actor(content_id("actor", name, kind, spans[0].report, spans[0].start), name, kind, forms, spans, reasons)


def _is_pronoun(span: Span) -> bool:
    return span.text.lower() in function_words().third_persons


def _name(parts: list[Label], mentions: list[Mention], coloured: set[str]) -> str:
    for part in parts:
        if part.sort == "known":
            return part.what
    for part in parts:
        if part.sort == "government" and any(m.named for m in mentions):
            return atlas.countries()[part.country].name
    named = (
        [m.span.text for m in mentions if m.named]
        or [m.span.text for m in mentions if m.refers is None]
        or [mentions[0].span.text]
    )
    counted = Counter(named)
    longest = max(len(key(text).split()) for text in counted)
    full = [text for text in counted if len(key(text).split()) == longest]
    return max(full, key=lambda text: (text not in coloured, counted[text], not text.isupper(), text))


def _kind(parts: list[Label], mentions: list[Mention]) -> ActorType:
    for part in parts:
        if part.sort == "known" and (entry := roster.names().get(part.what)) is not None:
            return entry.type
    votes: Counter[ActorType] = Counter()
    body = any(part.sort == "name" and " " in part.what for part in parts)
    for m in mentions:
        short = body and m.type == "person" and " " not in m.span.text  # "Orlen" of "Orlen Foods"
        if m.type != "place" and not short:
            acronym = m.span.text.isupper() and " " not in m.span.text  # tells less of what it is than a name
            votes[m.type] += (2 if acronym else 3) if m.named else 1
    found = sorted(votes, key=lambda kind: (-votes[kind], kind))
    return found[0] if found else "other"


def _reasons(parts: list[Label], forms: tuple[Form, ...], mentions: list[Mention]) -> list[str]:
    found = []
    for part in parts:
        if part.sort == "known" and sum(m.named for m in mentions) > 1 and len(forms) > 1:
            found.append(f"spellings of {part.what} that the press uses")
        if part.sort == "government" and len(forms) > 1:
            found.append(f"the government of {atlas.countries()[part.country].name}, also named by country or capital")
        if part.sort == "part" and len(forms) > 1:
            found.append(f"descriptions of {atlas.countries()[part.country].name}'s {part.what}")
    found += sorted({m.why for m in mentions if m.refers is not None and m.why})
    return found
