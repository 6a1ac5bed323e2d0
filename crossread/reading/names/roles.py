"""What a name stands for where it stands: a person, a group, a body; a country as a place or as its government."""

from __future__ import annotations

from functools import lru_cache

from crossread import atlas, roster
from crossread.function_words import function_words
from crossread.reading.names.country_roles import case_of, of_place
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.words import Name, adjective, creed
from crossread.records import MentionType
from crossread.spelling import key

CALLED = "called "
"""Begins the reason where a noun beside a name tells its kind."""


def kind(line: Line, name: Name) -> tuple[MentionType, str]:
    """The type of a name's mention, and what told."""
    if name.known is not None:
        return name.known.type, "known by that name"
    text = line.text(name.first, name.last)
    if name.label in ("ORG", "LOC") and all(
        creed(line, i) or adjective(line, i) for i in range(name.first, name.last + 1)
    ):
        return "people", "a people, a faith or a camp"
    spots = name.spots or (atlas.places().get(text) or ())
    if spots and name.label == "PER" and spots[0].precision != "country" and not sits(line, name):
        return "person", "reads as a person's name"
    if spots:
        return of_place(line, name, spots)
    if name.title is not None:
        return "person", "a title stands before it"
    if ended := _by_last_word(line, name):
        return ended
    if name.label == "PER" and not _acronym(line, name):
        return "person", "reads as a person's name"
    group = _by_company(line, name)
    if group is not None:
        return group
    if name.label == "LOC":
        return of_place(line, name, ())
    if name.label in ("ORG", "PER"):
        return (
            ("place", "stands where places stand")
            if sits(line, name) and atlas.look_up(text)
            else ("organisation", "reads as a body's name")
        )
    return "other", "a name of unknown kind"


def _acronym(line: Line, name: Name) -> bool:
    """Whether the encoder took a body's acronym for a person: initials of people (FDR) and shouted names are longer or
    shorter, bodies stand behind "the".
    """
    text = line.text(name.first, name.last)
    if line.mode != "mixed" or name.first != name.last or not (text.isalpha() and text.isupper()):
        return False
    return len(text) == 4 or (
        len(text) > 2 and name.first > 0 and line.lower[name.first - 1] in function_words().definite
    )


@lru_cache(maxsize=1)
def _ends() -> dict[str, MentionType]:
    """What a name's last word tells; "Department" ends a place's name too, but tells a body unless labelled a place."""
    ends = vocabulary().name_ends
    return {key(word): kind for kind in sorted(ends, key=lambda kind: kind != "place") for word in ends[kind]}


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(key(word) for word in vocabulary().name_ends["place"])


@lru_cache(maxsize=1)
def _starts() -> dict[str, MentionType]:
    return {key(word): kind for kind, words in vocabulary().name_starts.items() for word in words}


def _by_last_word(line: Line, name: Name) -> tuple[MentionType, str] | None:
    """ "Kericho County" is a place, "Bank of Ghana" an organisation: the head of the name tells."""
    if name.first == name.last:
        return _alone(line, name)
    words = [line.lower[i] for i in range(name.first, name.last + 1)]
    head = name.last
    for small in vocabulary().behind_heads:
        if small in words:
            head = min(head, name.first + words.index(small) - 1)
    pair = f"{line.keys[head - 1]} {line.keys[head]}" if head > name.first else ""
    told = (_ends().get(pair) or _ends().get(line.keys[head])) if head >= name.first else None
    if told == "government" and name.label == "LOC" and line.keys[head] in _places():
        told = "place"
    first = _starts().get(line.keys[name.first])
    if first and not (first == "armed group" and name.label != "ORG"):
        return first, f"it begins with {line.tokens[name.first].text}"
    if told in ("organisation", None) and name.label == "ORG" and _of_state(line.lower[head], words):
        return "government", "a state's body by its words"
    if told is None:
        return None
    if told == "armed group" and any(part in vocabulary().regular or part[0].isdigit() for part in words):
        return "government", "a unit of a regular army"
    if told == "place" and name.label == "ORG" and not sits(line, name):
        return None
    if told == "organisation" and name.label == "LOC":
        return "place", "reads as a place's name"  # where one goes: "at the Kisumu Museum"
    if told != "place" and name.label == "PER" and head == name.last and told != "armed group":
        return None if line.keys[head] in vocabulary().surnames_too else (told, f"its last word is {words[-1]}")
    return told, f"its head is {line.tokens[head].text}"


def _alone(line: Line, name: Name) -> tuple[MentionType, str] | None:
    """What a body's name of one word tells: "Parliament", "the Herald"."""
    told = _ends().get(line.keys[name.last]) if name.label == "ORG" else None
    paper = told == "media" and name.first > 0 and line.lower[name.first - 1] in function_words().definite
    return (told, "a body's name by itself") if told is not None and (told == "government" or paper) else None


def _of_state(head: str, words: list[str]) -> bool:
    """ "Electoral Commission", "Council of Ministers", "Fraud Office": such bodies are a state's."""
    return head in vocabulary().state_heads and any(word in vocabulary().state_words for word in words)


def _by_company(line: Line, name: Name) -> tuple[MentionType, str] | None:
    """The common noun that the name belongs to: "Bravada fighters", "the militia Bravada"."""
    if name.label == "PER":
        return None
    after = line.lower[name.last + 1] if name.last + 1 < len(line.tokens) else ""
    before = line.lower[name.first - 1] if name.first else ""
    fighting = vocabulary().fighting
    if after in fighting or (before in fighting and name.label == "ORG"):
        return "armed group", f"{CALLED}{after if after in fighting else before}"
    beyond = line.lower[name.last + 2] if name.last + 2 < len(line.tokens) else ""
    words = vocabulary()
    papers = beyond not in words.news_occasions if after in words.news else after in words.media_after
    if papers or before in words.media_before:
        return "media", f"{CALLED}{after or before}"
    return None


def sits(line: Line, name: Name) -> bool:
    """Whether a name stands behind a preposition of place."""
    return case_of(line, line.tree.head(name.first, name.last)) in vocabulary().seat_cases


def like_a_place(line: Line, name: Name) -> int:
    """Votes against a person: a name behind a preposition of place (1), or that has a cabinet or an army (2)."""
    head = line.tree.head(name.first, name.last)
    above = line.tokens[line.tokens[head].head] if line.tokens[head].head >= 0 else None
    group = vocabulary().groups.get(above.lemma.lower()) if above is not None else None
    if key(line.text(name.first, name.last)) in roster.surnames():
        return 0
    if line.tokens[head].rel == "nmod:poss" and group is not None and group.kind == "government":
        return 2
    return 1 if case_of(line, head) in vocabulary().place_cases else 0
