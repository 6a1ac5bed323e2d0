"""A deed's tellings -> the incident that the dossier shows: status, days, places, parties, title, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from crossread.crossing.accounts import agreed_days
from crossread.crossing.tellings import WORDS, Telling
from crossread.records import (
    EventMention,
    Incident,
    MergedStatements,
    Participant,
    Place,
    Role,
    Status,
)
from crossread.spans import content_id, unique
from crossread.spelling import key

OF = frozenset(
    ("HARM", "RETREAT", "COERCE", "CONSULT", "APPOINT", "ENTERPRISE", "ACCUSE", "MOBILIZE", "VOTE", "DECIDE")
)
"""Types whose deed is "of" somebody rather than "on" somebody."""
OF_KINDS = frozenset(
    ("killing", "wounding", "abduction", "assassination", "execution", "torture", "destruction", "poisoning")
)
LONGEST_NAME = 40
"""Characters of a party that a title can bear."""
DOUBTED = 0.5
"""Share of the reports with a word of doubt ("alleged", "suspected") from which an incident counts as alleged."""
PARTIES = 8
"""Parties that an incident lists for each role; the ones named most often."""


def worth_a_line(members: Sequence[Telling]) -> bool:
    """Whether a deed is news enough to be an incident, not a passing word."""
    reports = {t.at[0] for t in members}
    if len(reports) > 1 or any(t.dated for t in members):
        return True
    types = {t.event.type for t in members}
    backed = any(t.places or t.parties for t in members)
    lede = any(t.lede for t in members)
    if types == {"OTHER"}:
        return False
    if types <= WORDS:
        return backed and (lede or len(members) > 1 or any(t.event.statement is None and t.done for t in members))
    if any(t.event.status in ("planned", "threatened") for t in members) and types & {"ASSAULT", "COERCE", "MOBILIZE"}:
        return True
    if all(t.event.status == "hypothetical" for t in members):
        return len(members) > 1 or lede
    return backed or lede or len(members) > 1 or bool(types & {"DISASTER", "ACCIDENT"})


def incident_of(
    members: Sequence[Telling],
    joins: Sequence[str],
    origin_of: dict[str, str],
    names: dict[str, str],
    statements: MergedStatements,
) -> Incident:
    """The incident that `members`, in the order of report and place, tell of. `names`: actors by id."""
    evidence = unique(t.event.span for t in members)
    told_by = tuple(dict.fromkeys(t.at[0] for t in members))
    status, status_why = _status(members)
    start, end, basis = _days(members, status)
    came_out = max((t.by for t in members if t.by), default=None)
    if status == "happened" and start and came_out and start > came_out:
        status, status_why = "planned", "its day is after the reports came out"
    places = _places(members)
    parties = _parties(members)
    main = _main(members)
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
        type=Counter(t.event.type for t in members if t.event.type != "OTHER").most_common(1)[0][0]
        if any(t.event.type != "OTHER" for t in members)
        else "OTHER",
        title=_title(main, members, parties, [p.name for p in places], start, end, names),
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
    )


def _places(members: Sequence[Telling]) -> list[Place]:
    """Where it was, the place named most often first; where none is told, the country of whom it struck."""
    told = Counter(place for t in members for place in dict.fromkeys(t.places))
    return [place for place, _ in (told or Counter(place for t in members for place in t.setting)).most_common()]


def _status(members: Sequence[Telling]) -> tuple[Status, str]:
    """One status from all that the tellings give, and what tipped it."""
    counted = Counter(t.event.status for t in members)
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


def _days(members: Sequence[Telling], status: Status) -> tuple[date | None, date | None, str]:
    """The narrowest days on which the dated tellings agree; without any, the day by which it was done."""
    first, last, agree = agreed_days(members)
    if first and last:
        count = sum(t.dated for t in members)
        for t in members:
            if t.dated and t.start and t.end and t.start <= last and first <= t.end:
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
            return start, end, "no day told; done when the first report of it came out"
    return start, end, "half told" if start or end else "no day told"


def _parties(members: Sequence[Telling]) -> tuple[Participant, ...]:
    """Everybody with a part in it, by role, the ones named most often first."""
    found: dict[tuple[Role, str], list[tuple[str | None, str, object]]] = {}
    for t in members:
        for role, actor, span in t.roles:
            if actor is not None or any(c.isalpha() for c in span.text):
                found.setdefault((role, actor or "~" + key(span.text)), []).append((actor, span.text, span))
    parties = []
    for role in ("actor", "target", "other"):
        mine = sorted(
            ((k, v) for k, v in found.items() if k[0] == role),
            key=lambda item: (item[1][0][0] is None, -len(item[1]), item[0][1]),
        )
        for _, seen in mine[:PARTIES]:
            texts = Counter(text for _, text, _ in seen)
            text = max(texts, key=lambda t: (texts[t], t[:1].isupper(), len(t), t))
            parties.append(Participant(seen[0][0], text, role, unique(span for _, _, span in seen)))  # type: ignore[misc]
    return tuple(parties)


def _main(members: Sequence[Telling]) -> Telling:
    """The telling that names the deed best: parties and place, a noun, near the top; the first of equals."""

    def worth(telling: Telling) -> tuple[int, bool, bool]:
        known = {p for p in telling.parties if not p.startswith("~")}
        named = len(known) + bool(telling.places) + bool(telling.event.instrument) + bool(telling.names)
        return (2 if telling.event.type != "OTHER" else 0) + min(named, 3), telling.noun, telling.lede

    return max(members, key=worth)  # max keeps the first of equals, and members come in order


def _title(
    main: Telling,
    members: Sequence[Telling],
    parties: Sequence[Participant],
    places: Sequence[str],
    start: date | None,
    end: date | None,
    names: dict[str, str],
) -> str:
    """ "Drone attack on US base in Jordan (28 Jan 2024)"."""
    event = main.event
    noun = event.trigger.text if main.noun else event.kind
    if event.instrument and event.instrument not in noun.lower() and event.type == "ASSAULT" and main.noun:
        noun = f"{event.instrument} {noun}"
    words = [noun[:1].upper() + noun[1:]]
    target, actor = (_shown(event, parties, role, names) for role in ("target", "actor"))
    if event.type in WORDS and actor:
        words.append(f"by {actor}")
    else:
        if target and event.type != "DISASTER":
            words.append(f"{_joint(event)} {target}")
        if actor and event.type not in ("DISASTER", "HARM") and actor != target:
            words.append(f"by {actor}")
    if places and places[0] not in " ".join(words):
        words.append(f"in {places[0]}")
    day = _day(start, end)
    return " ".join(words) + (f" ({day})" if day else "")


def _joint(event: EventMention) -> str:
    """The word between a deed and whom it struck: "arrest of", "attack on", "call with"."""
    if event.type == "ASSAULT" and event.kind in OF_KINDS:
        return "of"
    if event.type == "CONSULT":
        return "to" if event.kind == "visit" else "with"
    return "of" if event.type in OF else "on"


def _shown(event: EventMention, parties: Sequence[Participant], role: str, names: dict[str, str]) -> str:
    """The party of a role that the title names: one of the telling's own, as the merged actors call it."""
    own = {part.span for part in event.parts if part.role == role}
    mine = [p for p in parties if p.role == role and own & set(p.evidence)] or [
        p for p in parties if p.role == role and len(p.evidence) > 1
    ]
    for party in mine:
        name = names.get(party.actor or "", party.text)
        if len(name) <= LONGEST_NAME and (party.actor in names or name[:1].isupper() or role == "target"):
            return name
    return ""


def _day(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return ""
    if start == end:
        return f"{start.day} {start:%b %Y}"
    if (end - start).days <= 10:
        return (
            f"{start.day} {start:%b} to {end.day} {end:%b %Y}"
            if start.month != end.month
            else f"{start.day} to {end.day} {end:%b %Y}"
        )
    return (
        f"{start:%b %Y}"
        if (start.year, start.month) == (end.year, end.month)
        else f"{start.year}"
        if start.year == end.year
        else f"{start.year} to {end.year}"
    )
