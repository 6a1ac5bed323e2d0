"""Names that the tables know, found in a sentence: the longest phrase that is written as the list has it."""

from __future__ import annotations

import msgspec

from crossread import atlas, roster
from crossread.atlas import Spot
from crossread.function_words import function_words
from crossread.reading.names.lines import Line, vocabulary
from crossread.reading.names.words import Name, directed
from crossread.roster import Known

SHORT_ACRONYM = 3
"""Letters up to which an acronym must be in capitals: "Nato" and "Fema" are in print, "Who" and "Us" are words."""
_INSIDE = frozenset(("-", "'", "’", "‑", "–", ".", "&", "'s", "’s", ",", '"', "“", "”", "/"))
"""Marks that may stand between the words of one name."""


def known(line: Line) -> list[Name]:
    """The known names of a line, left to right, without overlaps."""
    found, position = [], 0
    labels = {i: tag.label for tag in line.tree.sentence.names for i in range(tag.first, tag.last + 1)}
    while position < len(line.words):
        name = _at(line, position, labels)
        if name is None:
            position += 1
            continue
        found.append(name)
        while position < len(line.words) and line.at[position] <= name.last:
            position += 1
    return found


def _at(line: Line, position: int, labels: dict[int, str]) -> Name | None:
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
        currency = last + 1 < len(line.tokens) and line.tokens[last + 1].text == "$"
        if (
            cut_off
            or inside
            or currency
            or _broken(line, first, last)
            or not _written_as(line, first, last, phrase, labels)
        ):
            continue
        size = length
        last = _without_noun(line, first, last)
        ours = first > 0 and (first not in labels or first not in line.opened)
        if isinstance(meaning, Known) and ours and _own_country(line.tokens[first - 1].text, meaning):
            first -= 1  # "U.S. Federal Bureau of Investigation"
        label = labels.get(last, "")
        if isinstance(meaning, Known) and _of_another_country(line, first, meaning):
            continue
        if isinstance(meaning, Known):
            best = Name(line.index, first, last, label, known=meaning)
        else:
            best = Name(line.index, directed(line, first, "LOC"), last, label, spots=meaning)
        best = msgspec.structs.replace(best, doubtful=_doubtful(line, first, last, meaning, labels))
    return best


def _doubtful(line: Line, first: int, last: int, meaning: Known | tuple[Spot, ...], labels: dict[int, str]) -> bool:
    """Whether one word without a label may be no name here: "AA", "Time", "March"; unless it speaks."""
    letters = sum(c.isalpha() for c in line.tokens[first].text)
    media = isinstance(meaning, Known) and meaning.type == "media"
    if first != last or first in labels:
        return False
    if any(date.first <= first <= date.last for date in line.tree.sentence.times):
        return True
    if not isinstance(meaning, Known) and meaning[0].precision == "country":
        return False
    if not (letters <= SHORT_ACRONYM or media):
        return False
    head = line.tokens[first].head
    return not (line.rel(first) == "nsubj" and head >= 0 and line.tokens[head].lemma.lower() in vocabulary().saying)


def _without_noun(line: Line, first: int, last: int) -> int:
    """The last word of a known name less the common noun behind it ("Kisumu county", "Bravada group")."""
    words = vocabulary()
    while (
        last > first
        and line.mode == "mixed"
        and not line.capital(last)
        and (
            line.lower[last] in words.place_nouns
            or line.lower[last] in words.groups
            or line.tokens[last].lemma.lower() in words.groups
        )
    ):
        if line.lower[last] in words.site_nouns or line.capital(last - 1) is False:
            break
        last -= 1
    return last


def _broken(line: Line, first: int, last: int) -> bool:
    """Whether marks that no name has stand between the words ("Bashar) Assad")."""
    return any(not line.keys[i] and line.tokens[i].text not in _INSIDE for i in range(first, last))


def _own_country(word: str, entry: Known) -> bool:
    if entry.type == "person" or entry.country is None or not word[:1].isupper():
        return False
    return entry.country in (atlas.demonyms().get(word), atlas.country_names().get(word))


def _of_another_country(line: Line, first: int, entry: Known) -> bool:
    """Whether the words before say that it is another country's ("the Peruvian Congress", "Japan's Coast Guard")."""
    at = first - 1
    if at > 0 and line.lower[at] in function_words().possessive_marks:
        at -= 1
    if at < 0 or entry.country is None or entry.type == "person":
        return False
    word = line.tokens[at].text
    code = atlas.demonyms().get(word) or (atlas.country_names().get(word) if line.capital(at) else None)
    return code is not None and code != entry.country


def _written_as(line: Line, first: int, last: int, phrase: str, labels: dict[int, str]) -> bool:
    """Whether the words are written as the listed name is, so that "us", "who" and "may" stay words."""
    article, _, rest = phrase.partition(" ")
    if rest and " " not in rest and article.istitle() and article.lower() in function_words().definite:
        if first == 0 or line.lower[first - 1] != article.lower():
            return False
        phrase = rest  # "The Local" is an outlet, "local" is none
    letters = "".join(c for c in phrase if c.isalpha())
    surface = "".join(c for i in range(first, last + 1) for c in line.tokens[i].text if c.isalpha())
    labelled = first in labels or last in labels
    single = len(phrase.split()) == 1
    acronym = single and letters.isupper()
    if line.mode == "lower":
        return not acronym and (labelled or not single or (len(letters) > 4 and line.tokens[first].pos == "PROPN"))
    if line.mode == "caps":
        return not single or labelled or (len(letters) > SHORT_ACRONYM and line.tokens[first].pos == "PROPN")
    if acronym and not (surface.isupper() or (len(letters) > SHORT_ACRONYM and labelled and line.capital(first))):
        return False
    if not line.capital(first) and not phrase[0].islower():
        return False
    if not single:
        return line.capital(last) or line.tokens[last].text in phrase
    return labelled or line.tokens[first].pos == "PROPN" or (acronym and len(letters) > 1)
