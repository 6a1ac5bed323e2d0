"""What an incident is called: its deed in a noun phrase, or the clause of the report that tells it best. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.crossing.incidents.tellings import WORDS, Telling
from crossread.records import Actor, Participant, Place, Role
from crossread.spelling import straight

LONGEST = 80
"""Characters of a title, the day in brackets left out: what one line of a list holds."""
LONGEST_NAME = 48
"""Characters of a party that a title can bear."""
SURE = 0.6
"""Share of the mentions of somebody as the doer that one party needs to stand in the title: less is a dispute."""
NAMED = 0.3
"""The same for the one struck, in an incident of several reports."""
RESULTS = frozenset(("killing", "wounding", "deaths", "injuries", "destruction", "launch", "explosion", "strike"))
"""Kinds that tell a deed by what came of it or leave open what it was: another kind names it better."""
BLOWS = ("attack", "strike", "air strike")
"""Kinds that are words for one blow."""
SHARE = 0.2
"""Share of a deed's tellings that must name a kind before it can name the deed."""


class Titles(msgspec.Struct, frozen=True):
    """The parts of deeds.yml that say how a title is made."""

    titles: dict[str, tuple[str, str, str]]
    means: dict[str, str]
    bare: frozenset[str]
    nobody: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> Titles:
    return knowledge.load("deeds.yml", Titles, "en")


def title_of(
    members: Sequence[Telling],
    parties: Sequence[Participant],
    places: Sequence[Place],
    days: tuple[date | None, date | None],
    actors: Mapping[str, Actor],
    said: Mapping[tuple[str, int], str],
) -> str:
    """ "Drone attack on a base in Orsk (28 Jan 2031)", else "Firefighters brought the blaze under control"."""
    content = _content(members, said) if _wordy(members) else ""
    made = _composed(members, parties, places, actors)
    if _says_nothing(members, made) and not content:
        made = _clause(members, actors) or made
    made = made or _clause(members, actors) or _phrase(members, places)
    if content:
        made = _cut(f"{made}: {content}".split())
    day = _day(*days)
    return made + (f" ({day})" if day and day.split()[-1] not in made else "")


# --------------------------------------------------------------------------- a noun phrase of its parts


def _composed(
    members: Sequence[Telling], parties: Sequence[Participant], places: Sequence[Place], actors: Mapping[str, Actor]
) -> str:
    kind = _kind(members)
    if kind not in _words().titles:
        return ""
    noun, before_target, before_actor = _words().titles[kind]
    target = _named(members, parties, "target", actors) if before_target else ""
    actor = _named(members, parties, "actor", actors) if before_actor else ""
    if kind == "deaths" and target and target[0].isupper():
        noun = "death"
    words = _with_means(noun, kind, members)
    if actor and before_actor == "of":
        words += f" of {actor}"
    if target and target != actor:
        words += f" {before_target} {target}"
    if actor and before_actor != "of":
        words += f" {before_actor} {actor}"
    where = _where(places)
    if where and where not in words and not _wordy(members):
        words += f" in {where}"
    if words == noun or (_wordy(members) and not actor) or len(words) > LONGEST:
        return ""
    return words[:1].upper() + words[1:]


def _content(members: Sequence[Telling], said: Mapping[tuple[str, int], str]) -> str:
    """What was said, where the deed's word is the cue of a statement; `said`: contents by report and cue's start."""
    found = [said.get((t.at[0], t.event.trigger.start), "") for t in members]
    found += [text for t in members if t.noun for text in _said_there(t, said)]
    content = next((text for text in found if len(text.split()) > 2), "")
    return content.strip(" \"“”'‘’,.").removeprefix("that ")


def _said_there(telling: Telling, said: Mapping[tuple[str, int], str]) -> list[str]:
    """What is said with the verb beside a noun: "said in a statement"."""
    span = telling.event.span
    return [said[key] for at in range(span.start, span.end) if (key := (telling.at[0], at)) in said]


def _says_nothing(members: Sequence[Telling], made: str) -> bool:
    """Whether a title of parts names only who did it, where all lies in what was done: "Announcement by the mayor"."""
    kind = _kind(members)
    if kind not in _words().bare:
        return False
    noun, before_target, _ = _words().titles[kind]
    return not before_target or not made.lower().startswith(f"{noun} {before_target} ")


def _wordy(members: Sequence[Telling]) -> bool:
    return all(t.event.type in WORDS for t in members)


def _kind(members: Sequence[Telling]) -> str:
    """The kind that names the deed: of those told often (if any is), one that says more than what came of it."""
    counted = Counter(t.event.kind for t in members)
    often = [kind for kind, count in counted.items() if count >= SHARE * len(members)] or sorted(counted)
    best = max(
        often,
        key=lambda kind: (kind not in RESULTS, kind != "attack" and counted[kind] * 2 > len(members), counted[kind]),
    )
    if best in RESULTS and sum(counted[blow] for blow in BLOWS) >= SHARE * len(members):
        return "attack"  # each word for the blow is rare, together they are not
    return best


def _with_means(noun: str, kind: str, members: Sequence[Telling]) -> str:
    """ "drone attack": the means that most of the tellings with means agree on."""
    told = Counter(t.event.instrument for t in members if t.event.instrument)
    if kind not in ("attack", "strike") or not told:
        return noun
    best = max(told, key=lambda instrument: (told[instrument], instrument))
    return f"{_words().means[best]} {noun}" if best in _words().means else noun


def _where(places: Sequence[Place]) -> str:
    """The place named most often, or a town in it where that is a land."""
    if not places:
        return ""
    first = places[0]
    near = next((p for p in places if p.precision in ("town", "site") and p.country == first.country), None)
    best = near if first.precision == "country" and near is not None else first
    return best.name if best.name[:1].isupper() else ""


def _named(members: Sequence[Telling], parties: Sequence[Participant], role: Role, actors: Mapping[str, Actor]) -> str:
    """The party of a role that the title names; "" where none is named clearly or several are."""
    mine = [p for p in parties if p.role == role]
    if not mine:
        return ""
    several = len({t.at[0] for t in members}) > 1
    best = mine[0]
    told = sum(len(p.evidence) for p in mine)
    blamed = any(t.event.type in BLAMED for t in members) and not any(_vouches(t, best) for t in members)
    sure = len(best.evidence) >= SURE * told and not blamed
    if role == "actor" and not _wordy(members) and not sure:
        return ""
    if role == "target" and several and len(best.evidence) < NAMED * told:
        return ""
    if best.actor is None and several and any(word[0].isdigit() for word in best.text.split()):
        return ""
    return _shown(members, best, actors)


BLAMED = frozenset(("ASSAULT", "CRIME", "HARM"))
"""Types of which to name the one who did it is to accuse him."""


def _vouches(telling: Telling, party: Participant) -> bool:
    """Whether an outlet itself, not somebody it quotes, tells as done that it was this party's deed: a title passes no
    accusation on as fact."""
    told = telling.event.status == "happened" and telling.event.statement is None
    return told and any(role == "actor" and span in party.evidence for role, _, span in telling.roles)


def _shown(members: Sequence[Telling], party: Participant, actors: Mapping[str, Actor]) -> str:
    """A party as the title writes it: a name with its article, a description as a report has it."""
    actor = actors.get(party.actor or "")
    text = party.text if actor is None or not actor.name[:1].isupper() else actor.name
    text = " ".join(text.split()).strip(" ,;:“”\"'-–—")
    first = text.split(" ")[0] if text else ""
    if (
        len(text) > LONGEST_NAME
        or not text
        or straight(text).lower() in _words().nobody
        or (first.isupper() and len(first) > 6)
    ):
        return ""
    if actor is None or not actor.name[:1].isupper():
        plural = text.split(" of ")[0].endswith("s") and (" " in text or actor is not None)
        small = first.lower() in _words().nobody or (plural and not any(c.isupper() for c in text[1:]))
        small = small and not text.isupper()  # a report in capitals
        text = text[0].lower() + text[1:] if small else text
        bare = text[0].islower() and first.lower() not in _words().nobody
        return "the " + text if bare and any(_with_article(t, party, party.text) for t in members) else text
    if actor.type != "person" and first.lower() != "the" and any(_with_article(t, party, text) for t in members):
        return "the " + text
    return text


def _with_article(telling: Telling, party: Participant, name: str) -> bool:
    held = telling.event.span
    return any(
        span.report == held.report
        and held.start < span.start < held.end
        and span.text == name
        and held.text[: span.start - held.start].lower().rstrip().endswith("the")
        for span in party.evidence
    )


# --------------------------------------------------------------------------- a report's own clause


def _clause(members: Sequence[Telling], actors: Mapping[str, Actor]) -> str:
    """The clause of the telling that names its subject, near the top of its report; "" if none does."""
    made = [(_own_clause(t, actors), t) for t in members if not t.noun]
    usable = [(text, t) for text, t in made if text]
    if not usable:
        return ""
    text, _ = max(
        usable,
        key=lambda pair: (pair[0][0].isupper() and len(pair[0].split()) > 3, pair[1].lede, -abs(len(pair[0]) - 50)),
    )
    return text[:1].upper() + text[1:]


def _own_clause(telling: Telling, actors: Mapping[str, Actor]) -> str:
    event = telling.event
    subject = next(
        (
            part
            for part in telling.roles
            if part[2].end <= event.trigger.start and part[2].start - event.span.start < 25
        ),
        None,
    )
    text = " ".join(event.span.text.split())
    if subject is None or sum(text.count(mark) for mark in '"“”') % 2:
        return ""
    words = text.split(" ")
    while words and straight(words[0]).lower().strip(",") in _words().begins:
        words = words[1:]
    if len(words) < 2:
        return ""
    first = straight(words[0]).lower().strip(",")
    if first in PRONOUNS:
        actor = actors.get(subject[1] or "")
        if actor is None or not actor.name[:1].isupper():
            return ""
        words = [actor.name, *words[1:]]
    elif first in _words().nobody and first in POINTERS:
        return ""
    return _cut(words)


PRONOUNS = frozenset(("he", "she", "they", "it", "who", "which"))
"""Subjects for which a title puts the name."""
POINTERS = frozenset(
    ("i", "we", "you", "this", "these", "those", "what", "there", "his", "her", "its", "their", "my", "our")
)
"""Beginnings that mean nothing without the sentence before."""


def _cut(words: Sequence[str]) -> str:
    """As many whole words as a title holds, none of them left hanging."""
    kept: list[str] = []
    for word in words:
        if len(" ".join((*kept, word))) > LONGEST:
            break
        kept.append(word)
    while kept and straight(kept[-1]).lower().strip(",;:") in _words().ends:
        kept.pop()
    return " ".join(kept).strip(" ,;:-–—") if len(kept) > 1 else ""


def _phrase(members: Sequence[Telling], places: Sequence[Place]) -> str:
    """The words of the telling that says most, where neither parts nor clause make a title."""
    best = max(members, key=lambda t: (t.noun, min(len(t.event.span.text), LONGEST)))
    words = best.event.span.text.split() if best.noun else []
    while len(words) > 1 and straight(words[0]).lower() in _words().nobody | _words().begins:
        words = words[1:]
    made = _cut(words) or _words().titles.get(best.event.kind, (best.event.kind, "", ""))[0]
    where = _where(places)
    if where and where not in made and len(made) < LONGEST // 2:
        made += f" in {where}"
    return made[:1].upper() + made[1:]


# --------------------------------------------------------------------------- the day


def _day(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return ""
    if start == end:
        return f"{start.day} {start:%b %Y}"
    if (end - start).days <= 10:
        first = f"{start.day} {start:%b}" if start.month != end.month else f"{start.day}"
        return f"{first} to {end.day} {end:%b %Y}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start:%b %Y}"
    return f"{start.year}" if start.year == end.year else f"{start.year} to {end.year}"
