"""The encoder's names, mended: cut at possessives, edges cleaned, hyphened words and names made whole."""

from __future__ import annotations

from functools import lru_cache

from crossread import atlas, roster
from crossread.function_words import function_words
from crossread.reading.names.country_roles import case_of
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.streets import ORDINAL
from crossread.reading.names.words import HYPHENS, Name, adjective, creed, directed, particle, title_keys, whole_words
from crossread.records import Tagged
from crossread.spelling import key

SURE = 0.85
"""Score of a label from which on it is believed against the writing and the tables: of the names in small letters below
it one in ten is right (EWT's dev part, GUM, GMB), of the places of one word that no gazetteer has one in six."""
_WEB = ("@", "://", "www.", ".com", ".org", "#", "_")


def labelled(line: Line) -> list[Name]:
    """The encoder's persons, bodies and places of a line."""
    return [name for stretch in _joined(line) for name in _parts(line, *stretch)]


def _joined(line: Line) -> list[tuple[int, int, str, float]]:
    """Labelled stretches (first, last, label, score); neighbours of one kind are one, "Institute for …" goes on."""
    found: list[tuple[int, int, str, float]] = []
    for tag in line.tree.sentence.names:
        if found and tag.first == found[-1][1] + 1 and _one_name(line, found[-1], tag):
            found[-1] = (found[-1][0], tag.last, tag.label, max(found[-1][3], tag.score))
        else:
            found.append((tag.first, tag.last, tag.label, tag.score))
    return [
        (first, _goes_on(line, last) if label == "ORG" else last, label, score) for first, last, label, score in found
    ]


def _one_name(line: Line, before: tuple[int, int, str, float], tag: Tagged) -> bool:
    """Whether two labels side by side are one name: persons (31 of 33 such pairs in EWT, GUM and a list of foreign
    names; titles are cut off later), bodies joined by "for", and in capitals, where the encoder cuts more, what a
    body's last word closes ("ADA BORO | CIVIC FORCE").
    """
    if before[2] == tag.label == "PER":
        return line.tokens[before[1]].text != "," and line.tokens[tag.first].text != ","
    if before[2] == tag.label == "ORG" and line.lower[before[1]] in _going_on():
        return True
    return line.mode == "caps" and tag.label == "ORG" and line.keys[tag.last] in _body_keys()


@lru_cache(maxsize=1)
def _going_on() -> frozenset[str]:
    """Small words behind which a body's name goes on: "Institute for", "Trade and"."""
    return function_words().belonging | function_words().joining


@lru_cache(maxsize=1)
def _body_keys() -> frozenset[str]:
    return frozenset(key(word) for word in _heads_of_bodies())


def _goes_on(line: Line, last: int) -> int:
    """The last word of a body's name that opens with "Institute for", "Ministry of", "Department of"."""
    while last + 1 < len(line.tokens) and line.mode == "mixed" and line.tokens[last + 1].text in _heads_of_bodies():
        last += 1  # "Truce Monitoring" + "Mission"
    while (
        last + 1 < len(line.tokens)
        and line.mode == "caps"
        and line.keys[last + 1] in _body_keys()
        and line.rel(last + 1) in ("flat", "compound")
    ):
        last += 1
    belonging = function_words().belonging
    at = last if line.lower[last] in belonging else last + 1
    if (
        line.mode != "mixed"
        or at + 1 >= len(line.tokens)
        or line.lower[at] not in belonging
        or line.tokens[at - 1].text not in _heads_of_bodies()
    ):
        return last
    at += 2 if line.lower[at + 1] in function_words().definite else 1
    end = last
    while at < len(line.tokens) and (
        line.capital(at)
        or (
            line.lower[at] in function_words().joining
            and at + 1 < len(line.tokens)
            and line.capital(at + 1)
            and line.tokens[at + 1].pos == "PROPN"
            and line.tokens[at - 1].pos == "PROPN"
        )
    ):
        end, at = (at if line.capital(at) else end), at + 1
    return end


@lru_cache(maxsize=1)
def _heads_of_bodies() -> frozenset[str]:
    ends = vocabulary().name_ends
    return frozenset(word for kind in ("government", "organisation") for word in ends[kind])


def _parts(line: Line, first: int, last: int, label: str, score: float) -> list[Name]:
    """A labelled stretch, cut at possessives and commas behind which something else begins, edges cleaned."""
    if label not in ("PER", "ORG", "LOC"):
        return []
    parts, begin = [], first
    for i in range(first, last + 1):
        text = line.tokens[i].text
        if (
            i == first + 1
            and label == "ORG"
            and text in function_words().joining
            and _acronym(line, first)
            and last > i + 1
        ):
            parts.append((begin, i - 1))  # "BCTF and Kisumu Police Department"
            begin = i + 1
            continue
        if text == "," and i < last and line.lower[i + 1] in vocabulary().behind_comma:
            continue
        if text in (",", ";", "/", "(", ")") or (
            i > first
            and line.lower[i] in function_words().possessive_marks
            and _parts_names(line, begin, i, label, last)
        ):
            parts.append((begin, i - 1))
            begin = i + 1
    parts.append((begin, last))
    parts = [part for a, b in parts for part in _town_and_state(line, a, b, label)]
    return [name for a, b in parts if (name := _clean(line, a, b, label, score))]


def _acronym(line: Line, i: int) -> bool:
    text = line.tokens[i].text
    return line.mode == "mixed" and len(text) > 1 and text.isalpha() and text.isupper()


def _town_and_state(line: Line, first: int, last: int, label: str) -> list[tuple[int, int]]:
    """ "Miramar California" is two places: the town, and the country or state that it lies in."""
    if label != "LOC" or first == last or atlas.look_up(line.text(first, last)):
        return [(first, last)]
    for cut in range(first + 1, last + 1):
        spots = atlas.places().get(line.text(cut, last)) or ()
        if any(
            s.precision == "country" or (s.precision == "region" and s.country == "US") for s in spots
        ) and atlas.look_up(line.text(first, cut - 1)):
            return [(first, cut - 1), (cut, last)]
    return [(first, last)]


def _parts_names(line: Line, begin: int, at: int, label: str, last: int) -> bool:
    """Whether a possessive parts two names ("Kenya's Mombasa") and is not part of one ("Children's Hospital")."""
    if line.keys[begin] in atlas.saints() and at < last and line.capital(at + 1):
        return False  # "St. Vincent's Hospital"
    if label == "PER" or _is_known(line.text(begin, at - 1)):
        return True
    if at == last:
        return not _shop(line, begin, last, label)
    return label == "ORG" and begin == at - 1 and _acronym(line, begin)


def _shop(line: Line, first: int, last: int, label: str) -> bool:
    """Whether a name ends in a possessive behind which nothing is owned: "dinner at Barasa's"."""
    if label not in ("ORG", "LOC") or line.lower[last] not in function_words().possessive_marks or last == first:
        return False
    return line.tokens[line.tree.head(first, last - 1)].rel != "nmod:poss" and not _is_known(line.text(first, last - 1))


def _is_known(text: str) -> bool:
    return atlas.places().get(text) is not None or roster.names().get(text) is not None


@lru_cache(maxsize=1)
def _small_ends() -> frozenset[str]:
    words = vocabulary()
    return words.site_nouns | words.sites | words.small_ends


def _clean(line: Line, first: int, last: int, label: str, score: float) -> Name | None:
    sites = _small_ends() if label == "LOC" else vocabulary().site_nouns
    small = function_words()
    while first <= last and (not line.keys[first] or line.lower[first] in small.openers):
        first += 1
    owner = _shop(line, first, last, label)
    while last >= first and not owner and (not line.keys[last] or line.lower[last] in small.inside_names):
        last -= 1
    written = any(line.capital(i) for i in range(first, last + 1))
    if line.mode == "mixed" and written:
        while (
            last > first
            and not owner
            and not line.capital(last)
            and not line.tokens[last].text[0].isdigit()
            and line.lower[last] not in sites
            and not (label == "PER" and _second_syllable(line, last))
        ):
            last -= 1
        while first < last and not line.capital(first) and not particle(line, first) and not _nth(line, first, label):
            first += 1
    if first > last:
        return None
    first, last = whole_words(line, first, last, ahead=label != "ORG" or last > first)
    first, last = _same_name(line, first, last, label)
    if line.mode == "mixed" and not written and score < SURE:
        return None
    last = _without_thing(line, first, last) if label != "PER" else last
    if last < first:
        return None
    if last == first and line.tokens[first].pos in ("PRON", "DET", "AUX", "ADP", "CCONJ", "NUM"):
        return None
    if any(mark in line.tokens[i].text for i in range(first, last + 1) for mark in _WEB):
        return None
    if all(adjective(line, i) for i in range(first, last + 1)) or _people(line.text(first, last)):
        return None
    if (
        label != "PER"
        and _believers(line, first, last)
        and line.rel(line.tree.head(first, last)) in ("amod", "compound")
    ):
        return None
    if label == "LOC" and first == last and score < SURE and not atlas.look_up(line.text(first, last)):
        label = _unheard_of(line, first)
        if not label:
            return None
    return Name(line.index, directed(line, first, label), last, label, score=score)


def _nth(line: Line, i: int, label: str) -> bool:
    """Whether a number opens a body's or a place's name ("67th Precinct", "101st Airborne")."""
    return label != "PER" and ORDINAL.fullmatch(line.tokens[i].text) is not None and line.capital(i + 1)


def _without_thing(line: Line, first: int, last: int) -> int:
    """The last word of a name without the thing that bears it ("Adobe | Acrobat"); before `first` if it is nothing
    else ("Gmail", "the Clean Water Act").
    """
    if last > first and line.lower[last] in vocabulary().thing_ends:
        return first - 1
    end = last
    while end > first and line.tokens[end].text[0].isdigit():
        end -= 1  # "Acrobat 4.0"
    cut = next((i for i in range(first, end + 1) if line.text(i, end) in vocabulary().things), None)
    return last if cut is None else cut - 1


def _unheard_of(line: Line, i: int) -> str:
    """What a place of one word is that no gazetteer has: a place behind "in" or "to"; else an acronym may be a body's,
    and other words are neither.
    """
    if case_of(line, i) in vocabulary().seat_cases:
        return "LOC"
    return "ORG" if _acronym(line, i) and len(line.tokens[i].text) > 2 else ""


def _believers(line: Line, first: int, last: int) -> bool:
    return all(creed(line, i) or adjective(line, i) for i in range(first, last + 1))


def _people(text: str) -> bool:
    """Whether a name is only that of a people ("Puerto Ricans"), no place, no body."""
    return atlas.demonyms().get(text) is not None and atlas.country_names().get(text) is None


def _second_syllable(line: Line, last: int) -> bool:
    """Whether a small word ends a given name of two ("Kim Tae-jun"); not so "Boro-backed"."""
    return (
        last > 1
        and line.tokens[last - 1].text in HYPHENS
        and line.glued(last)
        and line.glued(last - 1)
        and line.lower[last] not in vocabulary().joined
    )


def _same_name(line: Line, first: int, last: int, label: str) -> tuple[int, int]:
    """Take in the rest of a person's name that the parse holds together and the label missed."""
    if label != "PER" or line.mode != "mixed":
        return first, last
    while (
        last + 1 < len(line.tokens)
        and line.rel(last + 1) == "flat"
        and line.capital(last + 1)
        and first <= line.tokens[last + 1].head <= last
    ):
        first, last = whole_words(line, first, last + 1)
    heads, offices, _ = title_keys()
    while first > 0 and line.rel(first) == "flat" and line.tokens[first].head == first - 1 and line.capital(first - 1):
        if line.keys[first - 1] in heads or line.keys[first - 1] in offices:
            break
        first -= 1
    return first, last
