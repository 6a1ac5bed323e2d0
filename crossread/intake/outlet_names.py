"""Where a text names outlets, agencies and monitors: by the list, or by the form of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from crossread.function_words import function_words
from crossread.intake import outlets
from crossread.spelling import key, straight


class Found(NamedTuple):
    """A name of an outlet in the text; `kind` is the list's, "like" for one known by its form only."""

    start: int
    end: int
    name: str
    kind: str


_CAPITAL = re.compile(r"(?<![\w@#./])(?:(?<!-)|(?<=[a-z]-))(?:[A-Z0-9][\w.&'-]*\w|[A-Z]\b|ynet\w*|dpa\b|n-tv\b)")


class Spelling(NamedTuple):
    """A spelling less its article, which must stand before it if `article` is set ("the National")."""

    text: str
    article: bool
    name: str
    kind: str


@lru_cache(maxsize=1)
def _first_words() -> dict[str, tuple[Spelling, ...]]:
    """First word of each spelling, less its article -> the spellings, longest first."""
    of: dict[str, list[Spelling]] = {}
    for written, outlet in outlets.by_spelling().items():
        plain = straight(written)
        rest = plain.removeprefix("The ")
        first = re.match(r"[\w.&'-]*\w|\W", rest)
        of.setdefault(first[0] if first else rest, []).append(Spelling(rest, rest != plain, outlet.name, outlet.kind))
    return {
        word: tuple(sorted(spellings, key=lambda s: (-len(s.text), s.article, s.text)))
        for word, spellings in of.items()
    }


def named(text: str) -> list[Found]:
    """The known names in `text`, in order; of names that overlap the first and longest."""
    return _outermost(sorted(_named(text), key=lambda f: (f.start, -f.end)))


def _named(text: str) -> Iterator[Found]:
    table = _first_words()
    for match in _CAPITAL.finditer(text):
        word = match[0]
        spellings = table.get(word)
        if spellings is None and word[-1] in "s'." and (short := word.removesuffix("'s").rstrip("'.")) != word:
            spellings = table.get(short)
        for spelling in spellings or ():
            if _stands(text, match.start(), spelling):
                yield Found(match.start(), match.start() + len(spelling.text), spelling.name, spelling.kind)
                break


def _stands(text: str, start: int, spelling: Spelling) -> bool:
    """The spelling stands there as a name of its own: "the National reported", not "the National Guard"."""
    end = start + len(spelling.text)
    if text[start:end] != spelling.text or text[end : end + 1].isalnum():
        return False
    if not spelling.article:
        return True
    return text[max(0, start - 4) : start - 1].lower() == "the" and not re.match(r" [A-Z][a-z]", text[end : end + 3])


@lru_cache(maxsize=1)
def _typed_pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.-])(?P<name>(?:[A-Z][\w'-]*\.? ){1,4}(?:\([A-Z][\w. ]+\) )?(?:of (?:the )?(?:[A-Z]\w+ ?){1,2})?(?:"
        + "|".join(map(re.escape, endings))
        + r")(?:(?<=Daily) [A-Z]\w+)?(?: (?:for|of) [A-Z]\w+(?: [A-Z]\w+)?)?)\b(?![-'’]\w{3})"
    )


def typed(text: str, known: list[Found], endings: tuple[str, ...], not_names: frozenset[str]) -> Iterator[Found]:
    """Names that have the form of an outlet's or a monitor's: several words of which the last is one of `endings` and
    none is one of `not_names`; those that hold a known name are left to it."""
    for match in _typed_pattern(endings).finditer(text):
        name = match["name"].removeprefix("The ").rpartition(" of the ")[2]  # "Ana Bell of the Valley Herald"
        start = match.end("name") - len(name)
        words = name.split()
        if len(words) < 2 or ({word.lower() for word in words[:-1]} - function_words().inside_names) & not_names:
            continue
        if not any(found.start < match.end() and start < found.end for found in known):
            yield Found(start, match.end("name"), without_town(name), "like")


def without_town(name: str) -> str:
    """ "Tal (Ontario) Spectator" -> "Tal Spectator"."""
    return re.sub(r" \([A-Z][\w. ]+\)(?= )", "", name)


_SHORT = re.compile(r" \((?P<short>[A-Z][A-Z-]{1,8})\)")


def introduced(text: str, found: list[Found]) -> Iterator[Found]:
    """The short forms under which the report itself introduces an outlet that only its form tells ("the Tal Press
    Agency (TPA) said", then "TPA"): each place where one stands, under the full name."""
    for item in found:
        short = _SHORT.match(text, item.end) if item.kind == "like" else None
        if short and outlets.named(short["short"]) is None and _initials(item.name) == short["short"].replace("-", ""):
            for match in re.finditer(rf"(?<![\w(-]){re.escape(short['short'])}(?![\w-])", text):
                yield Found(match.start(), match.end(), item.name, "like")


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper())


def in_full(text: str, found: list[Found]) -> list[Found]:
    """The names, with "the Times" under the one name that ends so and stands before it ("the Tal Times")."""
    done: list[Found] = []
    for item in found:
        name = full_name(text[item.start : item.end], done)
        done.append(item._replace(name=name, kind="newspaper") if name else item)
    return done


def full_name(short: str, found: list[Found]) -> str | None:
    """The one name in `found` that a single word is short for; None with several words or several names."""
    names = {item.name for item in found if is_short_for(short, item.name)}
    return names.pop() if len(names) == 1 else None


def is_short_for(short: str, name: str) -> bool:
    """Whether a single word is the last of a longer name ("the Post" for "The Tal Post")."""
    last = key(short).removeprefix("the ")
    words = key(name).removeprefix("the ").split()
    return " " not in last and len(words) > 1 and words[-1] == last


def _outermost(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept
