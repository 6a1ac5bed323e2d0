"""The words of a sentence for the grammar of dates.

Hyphened words are taken apart ("mid-May", "two-week"); what several words say together is one word here: a holiday, "at
least", "right now", a spoken year ("nineteen ninety-six").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from crossread.reading.dates.words import Word, calendar, meaning, tables
from crossread.spelling import straight
from crossread.trees import Tree

_PARTS = re.compile(r"[^-]+|-")
_PIECES = re.compile(r"'s|[^\s'-]+(?:'(?!s\b)\w*)?|-|'")


def words_of(tree: Tree) -> list[Word]:
    """The sentence's words, each with its letter and meaning."""
    found: list[Word] = []
    for index, token in enumerate(tree.tokens):
        text = straight(token.text)
        low = text.lower().rstrip(".") or "."
        kind, value = meaning(low, text[:1].isupper())
        if kind != "." or "-" not in text or len(text) < 3:
            if kind in "YN" and _is_clock(tree, index):
                kind, value = "H", divmod(int(low), 100)
            end = token.end
            if kind in "MmWw" and text.endswith(".") and index == len(tree.tokens) - 1:
                end = token.start + len(text.rstrip("."))
            found.append(Word(token.start, end, low, kind, value, index))
            continue
        for part in _PARTS.finditer(text):
            piece = part[0].lower().rstrip(".")
            kind, value = meaning(piece, part[0][:1].isupper())
            found.append(Word(token.start + part.start(), token.start + part.end(), piece, kind, value, index))
    return list(_spoken_years(_joined(_more_than(found))))


def _more_than(words: list[Word]) -> list[Word]:
    """ "over a week", but not "over three years"."""
    over = calendar().over
    return [
        word._replace(kind="+", value=None)
        if word.text in over and [w.kind for w in words[i + 1 : i + 3]] == ["a", "U"]
        else word
        for i, word in enumerate(words)
    ]


def _is_clock(tree: Tree, index: int) -> bool:
    """ "2145 GMT", "at 1545"."""
    if not tree.tokens[index].text.isdigit() or len(tree.tokens[index].text) != 4:
        return False
    following = tree.tokens[index + 1].text.lower().rstrip(".") if index + 1 < len(tree.tokens) else ""
    at = index > 0 and tree.tokens[index - 1].text.lower() in calendar().at_hours
    return at or following in calendar().clock_words


def holiday_tables() -> tuple[Mapping[str, object], ...]:
    """Every table of feasts by name."""
    known = calendar()
    fixed = (known.holidays, known.weekday_holidays)
    return (*fixed, known.easter_holidays, known.easter_weeks, known.orthodox_holidays, known.hebrew, known.hijri)


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Word]]]:
    """What several words say, by the first of them, longest first; holidays also of one word."""
    found: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
    entries: list[tuple[str, str, object]] = [(name, "h", name) for table in holiday_tables() for name in table]
    entries += [
        (str(word), kind, value) for kind, table in tables() for word, value in table.items() if " " in str(word)
    ]
    for name, kind, value in entries:
        pieces = tuple(_PIECES.findall(name))
        found.setdefault(pieces[0].rstrip("."), []).append((pieces, Word(0, 0, name, kind, value, 0)))
    for several in found.values():
        several.sort(key=lambda entry: -len(entry[0]))
    return found


def _joined(words: Sequence[Word]) -> list[Word]:
    table = _phrases()
    joined: list[Word] = []
    index = 0
    while index < len(words):
        word = words[index]
        for pieces, whole in table.get(word.text, ()):
            here = words[index : index + len(pieces)]
            if len(here) == len(pieces) and all(w.text == p.rstrip(".") for w, p in zip(here, pieces, strict=True)):
                joined.append(whole._replace(start=word.start, end=here[-1].end, token=word.token))
                index += len(pieces)
                break
        else:
            joined.append(word)
            index += 1
    return joined


def _spoken_years(words: Sequence[Word]) -> Iterator[Word]:
    """ "nineteen ninety-six", "nineteen seventy"; "two thousand" only where it is called a year."""
    index, known = 0, calendar()
    while index < len(words):
        word, century = words[index], known.spoken_centuries.get(words[index].text)
        begins = century is not None or word.text in known.millennium
        following = [
            w.value if w.kind in "ND" and isinstance(w.value, int) else None
            for w in (words[index + 1 : index + 4] if begins else ())
        ]
        tens = following[0] if century is not None and following else None
        if century is not None and tens is not None and 10 <= tens < 100:
            unit = following[2] if len(following) == 3 and words[index + 2].text == "-" and tens % 10 == 0 else None
            last = words[index + (3 if unit else 1)]
            yield Word(word.start, last.end, word.text, "Y", century + tens + (unit or 0), word.token)
            index += 4 if unit else 2
        elif (
            word.text in known.millennium and index and words[index - 1].text in known.years and following[:1] == [1000]
        ):
            yield Word(word.start, words[index + 1].end, word.text, "Y", 2000, word.token)
            index += 2
        else:
            yield word
            index += 1
