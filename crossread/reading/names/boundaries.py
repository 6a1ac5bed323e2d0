"""Where names begin and end: the encoder's labels, the known names and the sentence's writing weighed together.

A name never ends in a possessive, never begins with a title (that is kept apart), never ends inside a hyphened word
unless what follows the hyphen is no name ("Iran|-backed", but "Al-Askari").
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from crossread import atlas, roster
from crossread.reading.names.known import known
from crossread.reading.names.labelled import labelled
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.streets import with_streets
from crossread.reading.names.titles import only_title, titled
from crossread.reading.names.words import SPELLED_OUT, Name, nation, ranked, title_keys, whole_words

_OPENING, _CLOSING = ("(", "["), (")", "]")


def names(line: Line) -> list[Name]:
    """All names of a line, left to right, without overlaps."""
    found = _introduced(line, _settle(line, known(line), labelled(line)))
    found = with_streets(line, _with_nicknames(line, found))
    taken = {i for name in found for i in range(name.first, name.last + 1)}
    found += _runs(line, taken)
    fixed = {i for name in found if name.known for i in range(name.first, name.last + 1)}
    found = [name for name in found if not _party_and_state(line, name)]
    kept = [titled(line, name, fixed) for name in found if not only_title(line, name)]
    inside = {i for name in kept if name.title for i in range(name.title[0], name.title[1] + 1)}
    return sorted((n for n in kept if n.known or n.spots or n.first not in inside), key=lambda name: name.first)


def _party_and_state(line: Line, name: Name) -> bool:
    """Whether a name is only what stands behind a lawmaker's ("Ann Boro, R-Fla.")."""
    first = name.first - 2 if name.first > 1 and line.tokens[name.first - 1].text == "-" else name.first
    return bool(_PARTY_AND_STATE.fullmatch(line.text(first, name.last)))


_PARTY_AND_STATE = re.compile(r"[RDI]-(?:[A-Z][a-z]+|[A-Z]{2}|(?:[A-Z]\.){1,2})\.?")


# --------------------------------------------------------------------------- who wins


def _settle(line: Line, known: list[Name], labelled: list[Name]) -> list[Name]:
    """One list without overlaps. A known name wins over a label unless the label has a longer name that holds it."""
    kept: list[Name] = []
    lost: set[int] = set()
    for name in labelled:
        inside = [k for k in known if k.first <= name.last and k.last >= name.first]
        if not inside:
            kept.append(name)
            continue
        widest = max(inside, key=lambda k: (k.last - k.first, -k.first))
        if _holds(line, name, widest):
            kept.append(msgspec.structs.replace(name, known=roster.names().get(line.text(name.first, name.last))))
            lost.update(id(k) for k in inside)
    kept += [k for k in known if id(k) not in lost]
    chosen: list[Name] = []
    for name in sorted(kept, key=lambda n: (n.first, -n.last)):
        if not chosen or name.first > chosen[-1].last:
            chosen.append(name)
    return chosen


def _holds(line: Line, outer: Name, inner: Name) -> bool:
    """Whether the labelled name is one name that contains the known one ("Bank of Ghana", "Harare Hospital")."""
    if outer.first >= inner.first and outer.last <= inner.last:
        return False
    if inner.known is not None and inner.known.type == "person":
        rest = [
            line.keys[i]
            for i in range(outer.first, outer.last + 1)
            if not inner.first <= i <= inner.last and line.keys[i]
        ]
        heads, offices, words = title_keys()
        if outer.label == "ORG" and outer.last == inner.last and inner.last > inner.first:
            return False  # "UN Ada Wekesa" (of "envoy to the UN Ada Wekesa") is nobody
        return outer.label == "ORG" or not all(
            word in heads or word in offices or word in words or nation(word) for word in rest
        )
    if outer.last == inner.last and all(_describes(line, i) for i in range(outer.first, inner.first)):
        return False
    after = line.tokens[inner.last + 1].text if inner.last + 1 < len(line.tokens) else ""
    if outer.last > inner.last and outer.label != "ORG" and after in (",", "'s", "’s", "-"):
        return False
    return outer.first <= inner.first and outer.last >= inner.last


def _describes(line: Line, i: int) -> bool:
    """Whether a word before a known name only says what it is ("GUERRILLA ORGANIZATION SHINING PATH")."""
    words, lower = vocabulary(), line.lower[i]
    plain = lower in words.groups or lower in words.describing or lower in words.fighting
    return nation(line.keys[i]) or not line.keys[i] or (plain and (line.mode == "caps" or not line.capital(i)))


# --------------------------------------------------------------------------- names with their acronym in brackets


def _introduced(line: Line, names: list[Name]) -> list[Name]:
    """The names, with those that a short form in brackets bears out: "Kisumu Flood Relief Fund (KFRF)"."""
    found = list(names)
    for i in range(2, len(line.tokens) - 1):
        if line.tokens[i - 1].text not in _OPENING or line.tokens[i + 1].text not in _CLOSING:
            continue
        short = line.tokens[i].text
        if len(short) > 1 and short.isupper() and short.isalpha():
            found = _with_acronym(line, found, i)
    return sorted(found, key=lambda name: name.first)


def _with_acronym(line: Line, names: list[Name], i: int) -> list[Name]:
    """The names, with the acronym at word `i` and the body before it whose initials it gives."""
    first = _spelled(line, i - 2, line.lower[i])
    if first is None or any(n.known is not None and n.first <= first and n.last >= i - 2 for n in names):
        return names
    found = [n for n in names if n.last < first or n.first > i - 2 or n.first < first]
    if not any(n.first < first <= n.last for n in found):
        found.append(_sure_body(line, first, i - 2))
    if not any(n.first <= i <= n.last for n in found):
        found.append(_sure_body(line, i, i))
    return found


def _with_nicknames(line: Line, names: list[Name]) -> list[Name]:
    """The names, with persons whole whose nickname stands in brackets: "Nadia (Nan) Reyes"."""
    found = list(names)
    for i in range(2, len(line.tokens) - 2):
        if line.tokens[i - 1].text not in _OPENING or line.tokens[i + 1].text not in _CLOSING:
            continue
        before, after = i - 2, i + 2
        one_name = line.rel(after) == "flat" and line.tokens[after].head <= before
        plain = all(line.capital(at) and line.tokens[at].text.isalpha() for at in (before, i, after))
        if not one_name or not plain or line.tokens[i].text.isupper() or line.tokens[before].pos != "PROPN":
            continue
        first = min([before, *(n.first for n in found if n.first <= before <= n.last)])
        last = max([after, *(n.last for n in found if n.first <= after <= n.last)])
        if line.mode == "mixed" and not any(n.known is not None and first <= n.first <= last for n in found):
            found = [n for n in found if n.last < first or n.first > last]
            found.append(Name(line.index, first, last, label="PER", score=SPELLED_OUT))
    return sorted(found, key=lambda name: name.first)


def _sure_body(line: Line, first: int, last: int) -> Name:
    return Name(line.index, first, last, label="ORG", score=SPELLED_OUT)


def _spelled(line: Line, last: int, letters: str) -> int | None:
    """The first of the words up to `last` whose initials are `letters`, small words counted or not."""
    i, at = last, len(letters) - 1
    while i >= 0 and at >= 0 and last - i < 2 * len(letters) + 3:
        word = line.keys[i]
        if word and line.capital(i) and word[0] == letters[at]:
            at -= 1
            if at < 0:
                return i
        elif word and not (line.lower[i] in vocabulary().uncounted or word[0] == letters[at]):
            return None
        elif word and line.lower[i] not in vocabulary().uncounted:
            at -= 1
        i -= 1
    return None


# --------------------------------------------------------------------------- names that nobody labelled


def _runs(line: Line, taken: set[int]) -> list[Name]:
    """Capitalised proper nouns without table or label, where a title or their last word tells what they are."""
    if line.mode != "mixed":
        return []
    found, i = [], 0
    taken = taken | {i for date in line.tree.sentence.times for i in range(date.first, date.last + 1)}
    while i < len(line.tokens):
        if i in taken or line.tokens[i].pos != "PROPN" or not line.capital(i):
            i += 1
            continue
        last = i
        while (
            last + 1 < len(line.tokens)
            and last + 1 not in taken
            and line.tokens[last + 1].pos == "PROPN"
            and line.capital(last + 1)
        ):
            last += 1
        found += _telling(line, i, last)
        i = last + 1
    return found


def _telling(line: Line, first: int, last: int) -> list[Name]:
    heads, offices, _ = title_keys()
    start = first
    while start < last and (ranked(line, start) or line.keys[start] in offices):
        start += 1
    told = start > 0 and ranked(line, start - 1) and line.tokens[start - 1].text not in vocabulary().ranks_too
    if told and line.keys[start] not in offices and line.keys[start] not in heads:
        return [Name(line.index, *whole_words(line, start, last), label="PER")]
    if last > first and _end_tells(line.tokens[last].text) and line.keys[first] not in heads:
        return [Name(line.index, first, last)]
    if first == last and line.keys[first] in roster.surnames():
        return [Name(line.index, first, last, label="PER")]
    if (
        first > 0
        and line.lower[first - 1] in vocabulary().sure_place_cases
        and line.capital(first)
        and atlas.look_up(line.text(first, last))
    ):
        return [Name(line.index, first, last, label="LOC", spots=atlas.look_up(line.text(first, last)))]
    return []


@lru_cache(maxsize=1)
def _ends() -> frozenset[str]:
    return frozenset(word for words in vocabulary().name_ends.values() for word in words)


def _end_tells(word: str) -> bool:
    return word in _ends()
