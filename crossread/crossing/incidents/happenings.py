"""A deed's tellings -> the incident that the dossier shows: status, days, places, parties, title, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import get_args

import msgspec

from crossread.codes import codes_of
from crossread.crossing.incidents.accounts import agreed_days, times
from crossread.crossing.incidents.headings import title_of
from crossread.crossing.incidents.parties import participants
from crossread.crossing.incidents.scenes import done_after
from crossread.crossing.incidents.tellings import STRIKES, WORDS, Telling
from crossread.records import (
    UNTOLD,
    Actor,
    Incident,
    MergedStatements,
    Place,
    Span,
    Status,
)
from crossread.spans import content_id, unique

DOUBTED = 0.5
"""Share of the reports with a word of doubt ("alleged", "suspected") from which an incident counts as alleged."""

TALK = frozenset(("remark", "warning", "threat"))
"""Deeds of words with which reports are strewn: of 43 in seven stories, an analyst listed one. They need two of day,
lede and several reports."""
PASSING = frozenset(("claim", "interview", "publication", "demand", "criticism", "accusation", "praise", "rejection"))
"""Deeds of words of which an analyst lists a quarter: those that are dated, or are somebody's and of somebody, repeated
or in the lede."""
INTERVIEW = "interview"
"""What somebody told an outlet is news by what is told, not by the telling, unless its day is told."""
ALWAYS = frozenset(("DISASTER", "ACCIDENT", "CRIME"))
"""Types told too shortly to ask for a party or a day: a power cut is one wherever it is told."""
DEEDS = frozenset(("ASSAULT", "COERCE", "PROTEST", "RETREAT", "AID"))
"""Types of which an analyst lists nearly all that a report tells as done, even with nobody and nowhere: "they punched
me", "over 50 arrests". With them 18 more of 120 deeds that were left out of eleven stories are incidents."""
SAYING_LITTLE = {"OTHER": 0, "HARM": 1}
"""Types that name a deed only where no telling of it says more."""
GRAVE = frozenset(("killing", "assassination", "execution", "abduction", "bombing"))
"""Kinds of deeds that are news wherever they are told as done, even of whom nobody is named and with no day."""


def worth_a_line(members: Sequence[Telling], origin_of: Mapping[str, str]) -> bool:
    """Whether a deed is news of its own, not told in passing. A copy of a report makes it no more so."""
    types = {t.event.type for t in members}
    dated = any(t.dated for t in members)
    several = len({origin_of.get(t.at[0], t.at[0]) for t in members}) > 1
    known = any(not party.startswith("~") for t in members for party in t.parties)
    placed = any(t.places for t in members)
    lede = any(t.lede for t in members)
    if types == {"OTHER"}:
        subject = any(t.roles and t.roles[0][2].start < t.event.trigger.start for t in members)
        return subject and (dated or several or (placed and (lede or known)))
    if not several and all(_points_back(t) for t in members):
        return False
    if types <= WORDS:
        kinds = {t.event.kind for t in members}
        if kinds <= TALK:
            return known and (dated + lede + several) > 1
        if kinds == {INTERVIEW}:
            return dated
        if kinds <= PASSING | TALK:
            aimed = any(t.actors and any(role == "target" for role, _, _ in t.roles) for t in members)
            return dated or (known and (lede or several or aimed or len(members) > 1))
        return known or dated or lede or placed or any(t.done and t.roles for t in members)
    if any(t.event.kind in GRAVE and t.event.status in ("happened", "alleged") for t in members):
        return True
    told = known + placed + dated + lede + (len(members) > 1)
    if all(t.event.status == "hypothetical" for t in members):
        return told > 1
    held_out = any(t.event.status in ("planned", "threatened") and t.event.type in STRIKES for t in members)
    told_plainly = any(_told_anew(t) for t in members)
    return told > 0 or held_out or any(t.roles for t in members) or not types.isdisjoint(ALWAYS) or told_plainly


def _told_anew(telling: Telling) -> bool:
    """Told as done and as news, and not pointed back to: "over 50 arrests", not "the arrest"; attacks need a verb."""
    event = telling.event
    if event.status != "happened" or event.background or event.type not in DEEDS:
        return False
    return not telling.noun or not (telling.definite or event.type == "ASSAULT")


def _points_back(telling: Telling) -> bool:
    """ "The decision came": a deed of words that is only spoken of, with nobody, no day and no place of its own."""
    wordy = telling.speech or telling.event.type == "DECIDE"
    return wordy and telling.noun and telling.definite and not telling.roles and not telling.dated


def incident_of(
    members: Sequence[Telling],
    evidence: tuple[Span, ...],
    joins: Sequence[str],
    origin_of: dict[str, str],
    actors: Mapping[str, Actor],
    statements: MergedStatements,
    contents: Mapping[tuple[str, int], str],
    scene: Mapping[str, date],
) -> Incident:
    """The incident that `members`, in the order of report and place, tell of. `evidence`: the words that prove it;
    `actors` by id, `contents` of statements by report and start of the cue, `scene`: the day of each report's news."""
    type_ = _type(members)
    told_by = tuple(dict.fromkeys(t.at[0] for t in members))
    status, status_why = _status(members)
    start, end, basis = _days(members, status, scene)
    told = any(t.start or t.end for t in members)
    came_out = max((t.by for t in members if t.by), default=None)
    if status == "happened" and start and came_out and start > came_out:
        status, status_why = "planned", "its day is after the reports came out"
    places = _places(members)
    parties = participants(members)
    said = {
        statements.of[t.at[0], t.event.statement]
        for t in members
        if t.event.statement is not None and (t.at[0], t.event.statement) in statements.of
    }
    return Incident(
        id=content_id(
            "i",
            *sorted(
                (t.event.trigger.report, t.event.trigger.start, t.event.trigger.end, t.event.trigger.text)
                for t in members
            ),
        ),
        type=type_,
        title=title_of(members, parties, places, (start, end) if told else (None, None), actors, contents),
        status=status,
        start=start,
        end=end,
        date_basis=basis,
        places=tuple(p.id for p in places),
        participants=parties,
        reports=told_by,
        origins=len({origin_of.get(report, report) for report in told_by}),
        evidence=evidence,
        figures=(),
        statements=tuple(sorted(said)),
        why=tuple(dict.fromkeys((*joins, status_why))),
        background=all(t.event.background for t in members),
        passing=not worth_a_line(members, origin_of),
        codes=_codes(type_, members),
    )


def with_repeats(incident: Incident, again: Sequence[Telling]) -> Incident:
    """An incident with tellings that only repeat some of its own: more reports and evidence, nothing else."""
    evidence = unique((*incident.evidence, *(t.event.span for t in again)))
    reports = tuple(dict.fromkeys(span.report for span in evidence))
    return msgspec.structs.replace(incident, evidence=evidence, reports=reports)


def _type(members: Sequence[Telling]) -> str:
    """What most tellings say that it was; how many it killed or hurt says so only where no telling names the deed."""
    types = times(t.event.type for t in members)
    return max(types, key=lambda type_: (SAYING_LITTLE.get(type_, 2), types[type_]))


def _codes(type_: str, members: Sequence[Telling]) -> dict[str, str]:
    """The codes of the kind, and of the instrument, that most tellings of the incident's type give it."""
    mine = [t.event for t in members if t.event.type == type_]
    kinds, tools = times(e.kind for e in mine), times(e.instrument for e in mine if e.instrument)
    tool = max(tools, key=tools.__getitem__, default=None)
    return dict(codes_of(type_, max(kinds, key=kinds.__getitem__), tool))


def _places(members: Sequence[Telling]) -> list[Place]:
    """Where it was, the place named most often first; where none is told, the country of whom it struck, else what its
    sentences name."""
    told = times(place for t in members for place in dict.fromkeys(t.places))
    told = told or times(place for t in members for place in t.setting)
    # a place beside the deed, not said to be its own, is its place in 60 of 100 incidents that have no other
    told = told or times(place for t in members for place in dict.fromkeys(t.beside))
    return sorted(told, key=told.__getitem__, reverse=True)


def _status(members: Sequence[Telling]) -> tuple[Status, str]:
    """One status from all that the tellings give, and what tipped it."""
    counted = dict.fromkeys(get_args(Status), 0) | times(t.event.status for t in members)
    reports = {t.at[0] for t in members}
    doubting = {t.at[0] for t in members if t.event.status == "alleged" and t.event.statement is None} | {
        t.at[0] for t in members if t.event.status == "alleged" and "“" in t.event.why
    }
    plain = {t.at[0] for t in members if t.event.status == "happened" and t.event.statement is None}
    if counted["happened"] or counted["alleged"]:
        if doubting and len(doubting) >= DOUBTED * len(reports):
            return "alleged", f"{len(doubting)} of {len(reports)} reports put a word of doubt to it"
        if plain:
            return "happened", f"told as fact in {len(plain)} of {len(reports)} reports"
        if counted["alleged"] and counted["alleged"] >= counted["happened"]:
            return "alleged", "only those who are quoted say so"
        return "happened", "quoted, and nobody disputes it"
    if counted["denied"] and counted["denied"] == len(members):
        return "denied", "every mention denies it"
    order: tuple[Status, ...] = ("planned", "threatened", "demanded", "hypothetical", "denied")
    best = max(order, key=lambda s: (counted[s] if s != "hypothetical" else counted[s] * 0.5, -order.index(s)))
    return best, f"{counted[best]} of {len(members)} mentions are {best}"


def _days(
    members: Sequence[Telling], status: Status, scene: Mapping[str, date]
) -> tuple[date | None, date | None, str]:
    """The narrowest days on which the dated tellings agree; without any, the day by which it was done."""
    sure = [t for t in members if t.surely_dated] or [t for t in members if t.dated]
    sure = [t for t in sure if not t.guessed] or sure  # a day counted from a guess only where no other is told
    first, last, agree = agreed_days(sure)
    if first and last:
        count = len(sure)
        for t in sure:
            if t.start and t.end and t.start <= last and first <= t.end:
                first, last = max(first, t.start), min(last, t.end)
        return first, last, f"{agree} of {count} dated mentions agree"
    wide = [(t.end - t.start, t.start, t.end) for t in members if t.start and t.end]
    if wide:
        _, first, last = min(wide)
        return first, last, "told roughly"
    half = [t for t in members if t.start or t.end]
    start = min((t.start for t in half if t.start), default=None)
    end = min((t.end for t in half if t.end), default=None)
    if end is None and status in ("happened", "alleged", "denied"):
        end = min((t.by for t in members if t.by and t.done), default=None)
        if end is not None:
            if start is None and (after := done_after(members, scene, end)) is not None:
                return after, end, f"{UNTOLD}; done between its report's main news and the day on which that came out"
            return start, end, f"{UNTOLD}; done when the first report of it came out"
    return start, end, "half told" if start or end else UNTOLD
