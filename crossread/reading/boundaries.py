"""Where names begin and end: the encoder's labels, the known names and the sentence's writing weighed together.

A name never ends in a possessive, never begins with a title (that is kept apart), never ends inside a hyphened word
unless what follows the hyphen is no name ("Iran|-backed", but "Al-Askari").
"""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import atlas, roster
from crossread.atlas import Spot
from crossread.reading.lines import Line, vocabulary
from crossread.roster import Known
from crossread.spelling import key


class Name(msgspec.Struct, frozen=True):
    """A name found in a line: words `first` to `last`; what the encoder and the tables say; its title's words, if any."""

    line: int
    first: int
    last: int
    label: str = ""  # PER, ORG, LOC, or "" where the encoder was silent
    known: Known | None = None
    spots: tuple[Spot, ...] = ()
    title: tuple[int, int] | None = None
    score: float = 0.0


LONGEST_TITLE = 8
"""Words before a name in which a title is looked for; the longest office of 250 well-known ones has seven."""
SHORT_ACRONYM = 3
"""Letters up to which an acronym must be written in capitals: "Nato" and "Unicef" are common in print, "Who" and "Us" are words."""

SURE = 0.75
"""Score of a label from which on a name in small letters is believed: on the web text of EWT's dev part three quarters are right."""

@lru_cache(maxsize=1)
def _title_keys() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Keys of (honorifics and ranks), (heads of offices), (words that may stand before an office)."""
    words = vocabulary()
    offices = {part for office in words.offices - words.kin for part in key(office).split()} - {"of"}
    return (
        frozenset(key(h) for h in (*words.honorifics, *words.ranks)),
        frozenset(offices),
        frozenset(key(word) for word in words.title_words),
    )


def names(line: Line) -> list[Name]:
    """All names of a line, left to right, without overlaps."""
    found = _known(line)
    labelled = [name for tag in _joined(line) for name in _labelled(line, *tag)]
    merged = _settle(line, found, labelled)
    merged = _introduced(line, merged)
    taken = {i for name in merged for i in range(name.first, name.last + 1)}
    merged += [name for name in _runs(line, taken)]
    fixed = {i for name in merged if name.known for i in range(name.first, name.last + 1)}
    titled = [_titled(line, name, fixed) for name in merged if not _only_title(line, name)]
    inside = {i for name in titled if name.title for i in range(name.title[0], name.title[1] + 1)}
    return sorted((name for name in titled if name.known or name.spots or name.first not in inside), key=lambda name: name.first)


def _only_title(line: Line, name: Name) -> bool:
    """Whether a label caught nothing but an office ("Sen.", "Defense Secretary")."""
    if name.known is not None or name.spots:
        return False
    heads, offices, words = _title_keys()
    keys = [line.keys[i] for i in range(name.first, name.last + 1) if line.keys[i]]
    return all(word in heads or word in offices or word in words or word == "of" or _nation(word) for word in keys) and any(
        word in heads or word in offices or word in words for word in keys
    )


# --------------------------------------------------------------------------- known names


def _known(line: Line) -> list[Name]:
    found, position = [], 0
    labels = {i: tag.label for tag in line.tree.sentence.names for i in range(tag.first, tag.last + 1)}
    while position < len(line.words):
        name = _known_at(line, position, labels)
        if name is None:
            position += 1
            continue
        found.append(name)
        while position < len(line.words) and line.at[position] <= name.last:
            position += 1
    return found


def _known_at(line: Line, position: int, labels: dict[int, str]) -> Name | None:
    best: Name | None = None
    size = 0
    hits = (roster.names().longest(line.words, position), atlas.places().longest(line.words, position))
    for hit in hits:
        if hit is None or hit[0] <= size:
            continue
        length, phrase, meaning = hit
        first, last = line.at[position], line.at[position + length - 1]
        cut_off = position + length < len(line.at) and line.at[position + length] == last
        inside = position > 0 and line.at[position - 1] == first
        if cut_off or inside or _broken(line, first, last) or not _written_as(line, first, last, phrase, labels):
            continue
        size = length
        last = _without_noun(line, first, last)
        label = labels.get(last, "")
        if isinstance(meaning, Known) and _of_another_country(line, first, meaning):
            continue
        if isinstance(meaning, Known):
            best = Name(line.index, first, last, label, known=meaning)
        else:
            best = Name(line.index, _directed(line, first, "LOC"), last, label, spots=meaning)
    return best


def _without_noun(line: Line, first: int, last: int) -> int:
    """The last word of a known name less the common noun behind it in small letters ("Kisumu county", "Bravada group")."""
    words = vocabulary()
    while last > first and line.mode == "mixed" and not line.capital(last) and (
        line.lower[last] in words.place_nouns or line.lower[last] in words.groups or line.tokens[last].lemma.lower() in words.groups
    ):
        if line.lower[last] in words.site_nouns or line.capital(last - 1) is False:
            break
        last -= 1
    return last


def _broken(line: Line, first: int, last: int) -> bool:
    """Whether marks that no name has stand between the words ("Bashar) Assad")."""
    return any(not line.keys[i] and line.tokens[i].text not in ("-", "'", "’", "‑", "–", ".", "&", "'s", "’s", ",", '"', "“", "”", "/") for i in range(first, last))


def _of_another_country(line: Line, first: int, entry: Known) -> bool:
    """Whether the words before say that it is another country's ("the Peruvian Congress", "Japan's Coast Guard")."""
    at = first - 1
    if at > 0 and line.lower[at] in ("'s", "’s"):
        at -= 1
    if at < 0 or entry.country is None or entry.type == "person":
        return False
    word = line.tokens[at].text
    code = atlas.demonyms().get(word) or (atlas.country_names().get(word) if line.capital(at) else None)
    return code is not None and code != entry.country


def _written_as(line: Line, first: int, last: int, phrase: str, labels: dict[int, str]) -> bool:
    """Whether the words are written as the listed name is, so that "us", "who" and "may" stay words."""
    letters = "".join(c for c in phrase if c.isalpha())
    surface = "".join(c for i in range(first, last + 1) for c in line.tokens[i].text if c.isalpha())
    labelled = first in labels or last in labels
    single = len(phrase.split()) == 1
    acronym = single and letters.isupper()
    if line.mode == "lower":
        return not acronym and (labelled or not single or (len(letters) > 4 and line.tokens[first].pos == "PROPN"))
    if line.mode == "caps":
        return not single or labelled or line.tokens[first].pos == "PROPN"
    if acronym and not (surface.isupper() or (len(letters) > SHORT_ACRONYM and labelled and line.capital(first))):
        return False
    if not line.capital(first) and not phrase[0].islower():
        return False
    if not single:
        return line.capital(last) or line.tokens[last].text in phrase
    return labelled or line.tokens[first].pos == "PROPN" or (acronym and len(letters) > 1)


# --------------------------------------------------------------------------- the encoder's names


def _joined(line: Line) -> list[tuple[int, int, str, float]]:
    """The labelled stretches (first, last, label, score); neighbours of one kind are one, and what "for" or "of" opens goes on."""
    found: list[tuple[int, int, str, float]] = []
    for tag in line.tree.sentence.names:
        if found and found[-1][2] == tag.label == "ORG" and tag.first == found[-1][1] + 1 and line.lower[found[-1][1]] in ("for", "of", "and"):
            found[-1] = (found[-1][0], tag.last, tag.label, max(found[-1][3], tag.score))
        else:
            found.append((tag.first, tag.last, tag.label, tag.score))
    return [(first, _goes_on(line, first, last) if label == "ORG" else last, label, score) for first, last, label, score in found]


def _goes_on(line: Line, first: int, last: int) -> int:
    """The last word of a body's name that opens with "Institute for", "Ministry of", "Department of"."""
    at = last if line.lower[last] in ("for", "of") else last + 1
    if line.mode != "mixed" or at + 1 >= len(line.tokens) or line.lower[at] not in ("for", "of") or line.tokens[at - 1].text not in _heads_of_bodies():
        return last
    at += 1 if line.lower[at + 1] != "the" else 2
    end = last
    while at < len(line.tokens) and (line.capital(at) or (line.lower[at] == "and" and at + 1 < len(line.tokens) and line.capital(at + 1) and line.tokens[at + 1].pos == "PROPN" and line.tokens[at - 1].pos == "PROPN")):
        end, at = (at if line.capital(at) else end), at + 1
    return end


@lru_cache(maxsize=1)
def _heads_of_bodies() -> frozenset[str]:
    ends = vocabulary().name_ends
    return frozenset(word for kind in ("government", "organisation") for word in ends[kind])  # type: ignore[index]


def _labelled(line: Line, first: int, last: int, label: str, score: float) -> list[Name]:
    """A labelled stretch, cut at possessives and commas behind which something else begins, edges cleaned."""
    if label not in ("PER", "ORG", "LOC"):
        return []
    parts, begin = [], first
    for i in range(first, last + 1):
        text = line.tokens[i].text
        if text in (",", ";", "/", "(", ")") or (i > first and not line.keys[i] and text.lower() in ("'s", "’s") and _parts_names(line, begin, i, label)):
            parts.append((begin, i - 1))
            begin = i + 1
    parts.append((begin, last))
    parts = [part for a, b in parts for part in _town_and_state(line, a, b, label)]
    return [name for a, b in parts if (name := _clean(line, a, b, label, score))]


def _town_and_state(line: Line, first: int, last: int, label: str) -> list[tuple[int, int]]:
    """ "Miramar California" is two places: the town, and the country or state that it lies in."""
    if label != "LOC" or first == last or atlas.look_up(line.text(first, last)):
        return [(first, last)]
    for cut in range(first + 1, last + 1):
        spots = atlas.places().get(line.text(cut, last)) or ()
        if any(s.precision == "country" or (s.precision == "region" and s.country == "US") for s in spots) and atlas.look_up(line.text(first, cut - 1)):
            return [(first, cut - 1), (cut, last)]
    return [(first, last)]


def _parts_names(line: Line, begin: int, at: int, label: str) -> bool:
    """Whether a possessive parts two names ("Kenya's Mombasa") and is not part of one ("Children's Hospital")."""
    return label in ("LOC", "PER") or _is_known(line.text(begin, at - 1))


def _is_known(text: str) -> bool:
    return atlas.places().get(text) is not None or roster.names().get(text) is not None


def _clean(line: Line, first: int, last: int, label: str, score: float) -> Name | None:
    sites = vocabulary().site_nouns
    while first <= last and (not line.keys[first] or line.lower[first] in ("the", "a", "an", "and", "of", "in")):
        first += 1
    while last >= first and (not line.keys[last] or line.lower[last] in ("the", "of", "and", "in", "for")):
        last -= 1
    if line.mode == "mixed":
        while last > first and not line.capital(last) and not line.tokens[last].text[0].isdigit() and line.lower[last] not in sites:
            last -= 1
        while first < last and not line.capital(first) and not _particle(line, first):
            first += 1
    if first > last:
        return None
    first, last = _whole_words(line, first, last)
    first, last = _same_name(line, first, last, label)
    if line.mode == "mixed" and not any(line.capital(i) for i in range(first, last + 1)) and score < SURE:
        return None
    if last == first and line.tokens[first].pos in ("PRON", "DET", "AUX", "ADP", "CCONJ", "NUM"):
        return None
    if any(mark in line.tokens[i].text for i in range(first, last + 1) for mark in ("@", "://", "www.", ".com", ".org", "#")):
        return None
    if all(_adjective(line, i) for i in range(first, last + 1)):
        return None
    return Name(line.index, _directed(line, first, label), last, label, score=score)


def _adjective(line: Line, i: int) -> bool:
    """Words that only say from where somebody is ("Kenyan", "Western") are no names."""
    return not line.keys[i] or line.lower[i] in ("western", "eastern", "pro", "anti") or (
        atlas.demonyms().get(line.tokens[i].text) is not None and atlas.country_names().get(line.tokens[i].text) is None
    )


def _directed(line: Line, first: int, label: str) -> int:
    """Take in the words that make a place's name a part of it ("northern Mali", "Greater Accra")."""
    while label == "LOC" and first > 0 and line.lower[first - 1] in vocabulary().directions and line.tokens[first - 1].pos in ("ADJ", "PROPN", "NOUN"):
        first -= 1
        if first > 1 and line.tokens[first - 1].text == "-" and line.lower[first - 2] in vocabulary().directions:
            first -= 2
    return first


def _particle(line: Line, i: int) -> bool:
    return line.lower[i] in vocabulary().particles


def _whole_words(line: Line, first: int, last: int) -> tuple[int, int]:
    """Take in what is joined by a hyphen, if it is part of a name."""
    while last + 2 < len(line.tokens) and line.tokens[last + 1].text in ("-", "‑", "–") and line.glued(last + 1) and line.glued(last + 2):
        if not (line.capital(last + 2) and line.keys[last + 2]) or _nation(line.keys[last]) or _nation(line.keys[last + 2]):
            break
        last += 2
    while first >= 2 and line.tokens[first - 1].text in ("-", "‑", "–") and line.glued(first) and line.glued(first - 1):
        if not (line.capital(first - 2) or _particle(line, first - 2)) or _nation(line.keys[first - 2]):
            break
        first -= 2
    return first, last


def _nation(word: str) -> bool:
    return atlas.demonyms().get(word) is not None or atlas.country_names().get(word) is not None


def _same_name(line: Line, first: int, last: int, label: str) -> tuple[int, int]:
    """Take in the rest of a person's name that the parse holds together and the label missed."""
    if label != "PER" or line.mode != "mixed":
        return first, last
    while last + 1 < len(line.tokens) and line.rel(last + 1) == "flat" and line.capital(last + 1) and first <= line.tokens[last + 1].head <= last:
        first, last = _whole_words(line, first, last + 1)
    heads, offices, _ = _title_keys()
    while first > 0 and line.rel(first) == "flat" and line.tokens[first].head == first - 1 and line.capital(first - 1):
        if line.keys[first - 1] in heads or line.keys[first - 1] in offices:
            break
        first -= 1
    return first, last


# --------------------------------------------------------------------------- who wins


def _settle(line: Line, known: list[Name], labelled: list[Name]) -> list[Name]:
    """One list without overlaps. A known name wins over a label unless the label's name is a longer name that holds it."""
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
    """Whether the labelled name is one name that only contains the known one ("Bank of Ghana", "Harare Central Hospital")."""
    if outer.first >= inner.first and outer.last <= inner.last:
        return False
    if inner.known is not None and inner.known.type == "person":
        rest = [line.keys[i] for i in range(outer.first, outer.last + 1) if not inner.first <= i <= inner.last and line.keys[i]]
        heads, offices, words = _title_keys()
        return outer.label == "ORG" or not all(word in heads or word in offices or word in words or _nation(word) for word in rest)
    if outer.last == inner.last and all(_nation(line.keys[i]) or not line.keys[i] for i in range(outer.first, inner.first)):
        return False
    if outer.last > inner.last and outer.label != "ORG" and line.tokens[inner.last + 1].text in (",", "'s", "’s", "-"):
        return False
    return outer.first <= inner.first and outer.last >= inner.last


# --------------------------------------------------------------------------- names with their acronym in brackets


def _introduced(line: Line, names: list[Name]) -> list[Name]:
    """The names, with those that the acronym behind them spells out: "Kisumu Flood Relief Fund (KFRF)"."""
    found = list(names)
    for i in range(2, len(line.tokens) - 1):
        short = line.tokens[i].text
        if line.tokens[i - 1].text != "(" or line.tokens[i + 1].text != ")" or len(short) < 2 or not short.isupper() or not short.isalpha():
            continue
        first = _spelled(line, i - 2, short.lower())
        if first is None or any(n.known is not None and n.first <= first and n.last >= i - 2 for n in found):
            continue
        found = [n for n in found if n.last < first or n.first > i - 2 or n.first < first]
        if not any(n.first < first <= n.last for n in found):
            found.append(Name(line.index, first, i - 2, label="ORG", score=1.0))
        if not any(n.first <= i <= n.last for n in found):
            found.append(Name(line.index, i, i, label="ORG", score=1.0))
    return sorted(found, key=lambda name: name.first)


def _spelled(line: Line, last: int, letters: str) -> int | None:
    """The first of the words up to `last` whose initials are `letters`, small words counted or not."""
    i, at = last, len(letters) - 1
    while i >= 0 and at >= 0 and last - i < 2 * len(letters) + 3:
        word = line.keys[i]
        if word and line.capital(i) and word[0] == letters[at]:
            at -= 1
            if at < 0:
                return i
        elif word and not (line.lower[i] in ("of", "for", "the", "and", "in", "on", "to", "de", "la", "al") or word[0] == letters[at]):
            return None
        elif word and line.lower[i] not in ("of", "for", "the", "and", "in", "on", "to", "de", "la", "al"):
            at -= 1
        i -= 1
    return None


# --------------------------------------------------------------------------- names that nobody labelled


def _runs(line: Line, taken: set[int]) -> list[Name]:
    """Capitalised proper nouns that neither table nor label has, where a title or their last word tells what they are."""
    if line.mode != "mixed":
        return []
    found, i = [], 0
    while i < len(line.tokens):
        if i in taken or line.tokens[i].pos != "PROPN" or not line.capital(i):
            i += 1
            continue
        last = i
        while last + 1 < len(line.tokens) and last + 1 not in taken and line.tokens[last + 1].pos == "PROPN" and line.capital(last + 1):
            last += 1
        found += _telling(line, i, last)
        i = last + 1
    return found


def _telling(line: Line, first: int, last: int) -> list[Name]:
    heads, offices, _ = _title_keys()
    start = first
    while start < last and (line.keys[start] in heads or line.keys[start] in offices):
        start += 1
    before = line.keys[start - 1] if start else ""
    if before in heads and line.keys[start] not in offices and line.keys[start] not in heads:
        return [Name(line.index, *_whole_words(line, start, last), label="PER")]
    if last > first and _end_tells(line.tokens[last].text) and line.keys[first] not in heads:
        return [Name(line.index, first, last)]
    if first == last and line.keys[first] in roster.surnames():
        return [Name(line.index, first, last, label="PER")]
    if first > 0 and line.lower[first - 1] in ("in", "near", "at", "from") and line.capital(first) and atlas.look_up(line.text(first, last)):
        return [Name(line.index, first, last, label="LOC", spots=atlas.look_up(line.text(first, last)))]
    return []


@lru_cache(maxsize=1)
def _ends() -> frozenset[str]:
    return frozenset(word for words in vocabulary().name_ends.values() for word in words)


def _end_tells(word: str) -> bool:
    return word in _ends()


# --------------------------------------------------------------------------- titles


def _titled(line: Line, name: Name, fixed: set[int]) -> Name:
    """The name without the title that the label took in, and the words of the title that stands before it.

    `fixed`: words of known names, which no title takes in.
    """
    if not _may_have_title(name):
        return name
    heads, offices, words = _title_keys()
    first = name.first
    if name.known is None:
        for i in range(name.first, name.last):
            key_ = line.keys[i]
            if (key_ in heads or (key_ in offices and name.label != "ORG")) and not _regal(line, i, name.last):
                first = i + 1
            elif key_ and key_ not in words and key_ not in offices and not _nation(key_):
                break
    while first < name.last and not line.keys[first]:
        first += 1
    begin = first
    told = False
    for i in range(first - 1, max(-1, first - 1 - LONGEST_TITLE), -1):
        key_ = line.keys[i]
        if i in fixed:
            break
        if key_ in heads or key_ in offices:
            begin, told = i, True
        elif told and (key_ in words or _nation(key_) or line.lower[i] in ("of", "for") or (not key_ and line.tokens[i].text == "-")):
            begin = i if key_ not in ("of", "for") and key_ else begin
        else:
            break
    if not told:
        return msgspec.structs.replace(name, first=first)
    return msgspec.structs.replace(name, first=first, title=(begin, first - 1), label=name.label or "PER")


def _may_have_title(name: Name) -> bool:
    return name.known.type == "person" if name.known is not None else name.label == "PER"


def _regal(line: Line, i: int, last: int) -> bool:
    """Titles without which a single first name says nothing ("Pope Francis") stay with it."""
    return last == i + 1 and line.lower[i] in ("king", "queen", "prince", "princess", "pope", "emperor", "saint", "sultan")
