"""What an incident is called: its deed in a noun phrase, or the clause of the report that tells it best. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache

from crossread.crossing.incidents.accounts import times
from crossread.crossing.incidents.mishaps import mishap_of
from crossread.crossing.incidents.ownwords import LONGEST, clause, cut, phrase, title_words, whereabouts
from crossread.crossing.incidents.partywords import head_of, small_words
from crossread.crossing.incidents.tellings import WORDS, Telling
from crossread.function_words import function_words
from crossread.inflection import inflection
from crossread.records import Actor, Participant, Place, Role
from crossread.spelling import either, straight

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
    kind = _kind(members)
    made = _composed(kind, members, parties, places, actors)
    if _says_nothing(kind, made) and not content:
        made = clause(members, actors) or made
    made = made or clause(members, actors) or phrase(members, places)
    if content and not made.lower().removesuffix(".").count(_opening(content)):
        made = cut(f"{made}: {content}".split())
    day = _day(*days)
    return made + (f" ({day})" if day and day.split()[-1] not in made else "")


# --------------------------------------------------------------------------- a noun phrase of its parts


def _composed(
    kind: str,
    members: Sequence[Telling],
    parties: Sequence[Participant],
    places: Sequence[Place],
    actors: Mapping[str, Actor],
) -> str:
    if kind not in title_words().titles:
        return ""
    noun, before_target, before_actor = title_words().titles[kind]
    mishap = mishap_of(members, kind, noun)
    noun = mishap or noun
    target = _named(members, parties, "target", actors) if before_target and not mishap else ""
    if kind in OF_PAPERS and target and _somebody(parties, target, actors):
        target = ""
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
    where = whereabouts(places)
    if where and where not in words and not _wordy(members):
        words += f" in {where}"
    bare = words == noun and (not mishap or " " not in noun)
    if bare or (_wordy(members) and not actor and not target) or len(words) > LONGEST:
        return ""
    return words[:1].upper() + words[1:]


def _opening(content: str) -> str:
    """The first words of what was said: a title that has them already says it."""
    return " ".join(content.lower().split()[:2])


def _content(members: Sequence[Telling], said: Mapping[tuple[str, int], str]) -> str:
    """What was said, where the deed's word is the cue of a statement; `said`: contents by report and cue's start."""
    found = [said.get((t.at[0], t.event.trigger.start), "") for t in members]
    found += [text for t in members if t.noun for text in _said_there(t, said)]
    content = next((text for text in found if len(text.split()) > 2 and not _of_a_party().match(text)), "")
    content = content.strip(" \"“”'‘’,.")
    that, _, rest = content.partition(" ")
    return rest if that in function_words().complementizers else content


def _said_there(telling: Telling, said: Mapping[tuple[str, int], str]) -> list[str]:
    """What is said with the verb beside a noun: "said in a statement"."""
    span = telling.event.span
    return [said[key] for at in range(span.start, span.end) if (key := (telling.at[0], at)) in said]


def _says_nothing(kind: str, made: str) -> bool:
    """Whether a title of parts names only who did it, where all lies in what was done: "Announcement by the mayor"."""
    if kind not in title_words().bare:
        return False
    noun, before_target, _ = title_words().titles[kind]
    return not before_target or not made.lower().startswith(f"{noun} {before_target} ")


def _wordy(members: Sequence[Telling]) -> bool:
    return all(t.event.type in WORDS for t in members)


def _kind(members: Sequence[Telling]) -> str:
    """The kind that names the deed: of those told often (if any is), one that says more than what came of it."""
    counted = times(t.event.kind for t in members)
    often = [kind for kind, count in counted.items() if count >= SHARE * len(members)] or sorted(counted)
    best = max(
        often,
        key=lambda kind: (kind not in RESULTS, kind != "attack" and counted[kind] * 2 > len(members), counted[kind]),
    )
    if best in RESULTS and sum(counted.get(blow, 0) for blow in BLOWS) >= SHARE * len(members):
        return "attack"  # each word for the blow is rare, together they are not
    return best


def _with_means(noun: str, kind: str, members: Sequence[Telling]) -> str:
    """ "drone attack": the means that most of the tellings with means agree on."""
    told = times(t.event.instrument for t in members if t.event.instrument)
    if kind not in ("attack", "strike") or not told:
        return noun
    best = max(told, key=lambda instrument: (told[instrument], instrument))
    return f"{title_words().means[best]} {noun}" if best in title_words().means else noun


def _somebody(parties: Sequence[Participant], shown: str, actors: Mapping[str, Actor]) -> bool:
    """Whether a party that a title shows is a person or a body, where it asks for what was signed."""
    known = (actors.get(party.actor or "") for party in parties)
    return any(actor is not None and actor.name in shown for actor in known)


def _named(members: Sequence[Telling], parties: Sequence[Participant], role: Role, actors: Mapping[str, Actor]) -> str:
    """The party of a role that the title names; "" where none is named clearly or several are."""
    mine = [p for p in parties if p.role == role]
    if not mine:
        return ""
    told_by = {t.at[0] for t in members}
    several = len(told_by) > 1
    best = mine[0]
    told = sum(len(p.evidence) for p in mine)
    accused = any(t.event.type in BLAMED for t in members)
    blamed = accused and not any(_vouches(t, best) for t in members)
    sure = len(best.evidence) >= (SURE if accused else NAMED) * told and not blamed
    if role == "actor" and not _wordy(members) and not sure:
        return ""
    if role == "actor" and accused and len(told_by) >= CROWD and len({span.report for span in best.evidence}) == 1:
        return ""  # one report's word against the silence of the others
    if role == "target" and several and len(best.evidence) < NAMED * told:
        return ""
    if best.actor is None and several and any(word[0].isdigit() for word in best.text.split()):
        return ""
    return _shown(members, best, actors)


OF_PAPERS = frozenset(("signing", "ratification"))
"""Kinds whose title names a paper, nobody who is told of beside it."""
CROWD = 3
"""Reports of a deed from which on one that alone names the one who did it does not make the title."""
BLAMED = frozenset(("ASSAULT", "CRIME", "HARM"))
"""Types of which to name the one who did it is to accuse him."""


@lru_cache(maxsize=1)
def _of_a_party() -> re.Pattern[str]:
    """How what is read as said begins where it only says to whom or when: "apologised | to the families"."""
    small = function_words()
    determiners = small.articles | small.possessives | small.demonstratives
    return re.compile(rf"({either(small_words('to_a_party'))}) ({either(determiners)}) ")


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
        or sum(text.count(mark) for mark in '"“”') % 2
        or not text
        or straight(text).lower() in title_words().nobody
        or (first.isupper() and len(first) > 6)
    ):
        return ""
    if actor is None or not actor.name[:1].isupper():
        plural = head_of(text, function_words().genitives)[-1].endswith(inflection().plural) and not text.isupper()
        small = first.lower() in title_words().nobody or (plural and not any(c.isupper() for c in text[1:]))
        small = small and not text.isupper()  # a report in capitals
        text = text[0].lower() + text[1:] if small else text
        bare = text[0].islower() and first.lower() not in title_words().nobody
        return "the " + text if bare and any(_with_article(t, party, party.text) for t in members) else text
    article = first.lower() in function_words().definite
    if actor.type != "person" and not article and any(_with_article(t, party, text) for t in members):
        return "the " + text
    return text


def _with_article(telling: Telling, party: Participant, name: str) -> bool:
    held = telling.event.span
    return any(
        span.report == held.report
        and held.start < span.start < held.end
        and span.text == name
        and held.text[: span.start - held.start].lower().rstrip().endswith(tuple(function_words().definite))
        for span in party.evidence
    )


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
