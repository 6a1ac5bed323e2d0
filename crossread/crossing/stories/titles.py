"""What a story is called: the headline that says best what all its reports tell, else its main incident."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from crossread.records import Incident, Reading, Report

SAYS = 0.3
"""Part of a headline's words that the other reports of the story have, on average, from which on it tells what they
tell. The best headline of 45 stories has .42 to 1; what a site puts in a headline's place ("Keeping you current") has
less than .2."""
DEED = 0.1
"""What a verb adds: a headline that says what somebody did tells more than a topic."""
COLOURED = 0.1
"""What each loaded word of the outlet's own takes off: a dossier is not called by one side's words."""
SHORT = 4
"""Words of a headline below which a match is chance."""
TOLD = 4
"""Letters of a word that tells something; numbers tell something, too."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_FURNITURE = re.compile(r"\s+[|–—-]+\s+|\s*::\s*|\s+\||\|\s+")
_POSSESSIVE = re.compile(r"['’]s$")


def title_of(
    members: Sequence[int], reports: Sequence[Report], readings: Sequence[Reading], incidents: Sequence[Incident]
) -> str:
    """The title of the story that these reports (by index) and incidents make."""
    titled = any(reports[member].title for member in members)
    bodies = (
        {member: frozenset(_folded(set(_WORD.findall(_body(reports[member]))))) for member in members} if titled else {}
    )
    scored = []
    for member in members:
        if title := (reports[member].title or "").strip():
            headline = without_furniture(title, bodies[member])
            score = _says(headline, member, bodies) + DEED * _has_verb(readings[member], len(title))
            score -= _is_cut(headline) + COLOURED * _loaded(readings[member], len(title))
            scored.append((-round(score, 6), reports[member].id, headline))
    if scored and (best := min(scored))[0] <= -SAYS:
        return best[2]
    if incidents:
        return max(incidents, key=_tells).title
    if scored:
        return min(scored)[2]
    text = reports[members[0]].text.strip()
    return text.split("\n", 1)[0][:120] or "Untitled"


def _tells(incident: Incident) -> tuple[bool, bool, int, int, str]:
    """Which incident a story is about: news, told in more than a word or two, most often."""
    told = len(incident.title.split()) >= SHORT - 1
    return told, not (incident.background or incident.passing), len(incident.evidence), incident.origins, incident.id


def without_furniture(title: str, body: frozenset[str]) -> str:
    """A headline without the names of site and section behind it: words behind a bar or dash that the text lacks."""
    for cut in reversed(list(_FURNITURE.finditer(title))):
        head, tail = title[: cut.start()], _words(title[cut.end() :])
        if len(_WORD.findall(head)) < 3 or 2 * sum(word in body for word in tail) > len(tail):
            break
        title = head
    return title.strip()


def _says(headline: str, member: int, bodies: Mapping[int, frozenset[str]]) -> float:
    """How much of a headline the other reports say, on average; the report itself where it is the only one."""
    words = tuple(dict.fromkeys(_words(headline)))
    others = [other for other in bodies if other != member] or [member]
    return sum(word in bodies[other] for word in words for other in others) / len(others) / max(SHORT, len(words))


def _has_verb(reading: Reading, length: int) -> bool:
    """Whether there is a verb in the first characters of a report, where its headline stands."""
    return any(
        token.pos == "VERB"
        for sentence in reading.sentences[:3]
        for token in sentence.tokens
        if token.end <= length + 1
    )


def _loaded(reading: Reading, length: int) -> int:
    """How many words with a colour the outlet itself uses in its headline."""
    return sum(choice.voice == "outlet" and choice.span.end <= length + 1 for choice in reading.wording)


def _is_cut(headline: str) -> float:
    """What is taken off a headline that breaks off."""
    return 2 * DEED if headline.endswith(("...", "…")) else 0.0


def _body(report: Report) -> str:
    return report.text.replace(report.title, " ") if report.title else report.text


def _words(text: str) -> list[str]:
    """The words that tell something, folded."""
    return _folded(_WORD.findall(text))


def _folded(words: Iterable[str]) -> list[str]:
    found = (word.lower() for word in words)
    bare = (_POSSESSIVE.sub("", word) if word.endswith("s") else word for word in found)  # few do
    return [word for word in bare if len(word) >= TOLD or word.isdigit()]
