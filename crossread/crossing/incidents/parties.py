"""Who has a part in an incident: what names somebody, and who is listed. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.crossing.incidents.accounts import times
from crossread.crossing.incidents.partywords import party_key
from crossread.crossing.incidents.tellings import Telling
from crossread.records import Participant, Role, Span
from crossread.spans import unique

PARTIES = 8
"""Parties that an incident lists for each role; the ones named most often."""
ROLES: tuple[Role, ...] = ("actor", "target", "other")

Seen = list[tuple[str | None, Span]]


def participants(members: Sequence[Telling]) -> tuple[Participant, ...]:
    """Everybody with a part in it, in the role that most tellings give them; who is named most often comes first."""
    found: dict[str, dict[Role, Seen]] = {}
    for t in members:
        for role, actor, span in t.roles:
            name = actor or "~" + party_key(span.text)
            if name != "~":
                found.setdefault(name, {}).setdefault(role, []).append((actor, span))
    listed: dict[Role, list[Seen]] = {role: [] for role in ROLES}
    for roles in found.values():
        most = max(len(seen) for seen in roles.values())
        role = next(role for role in ROLES if len(roles.get(role, ())) == most)
        listed[role].append([each for seen in roles.values() for each in seen])
    return tuple(_participant(role, seen) for role in ROLES for seen in _first(listed[role]))


def _first(listed: list[Seen]) -> list[Seen]:
    """The parties of a role that are kept: actors before texts, by how often they are named, then by place."""
    return sorted(listed, key=lambda seen: (seen[0][0] is None, -len(seen), seen[0][1]))[:PARTIES]


def _participant(role: Role, seen: Seen) -> Participant:
    texts = times(span.text for _, span in seen)
    text = max(texts, key=lambda t: (texts[t], t[:1].isupper(), len(t), t))
    return Participant(seen[0][0], text, role, unique(span for _, span in seen))
