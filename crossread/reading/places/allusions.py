"""Places named in passing: "Kenyan police", "the University of Nairobi", "Nairobi drew with Mombasa".

They tell where somebody belongs, not where something happened, so they are no mentions of places; they help to tell
which of the places of one name a report means, and a reader who looks for a country finds them.

1. An adjective of a place, or a country's name, that modifies a noun: "Kenyan police", "US troops".
2. A place's name within another name: behind "of", "in", "at", or at its beginning: "Bank of Japan", "Osaka Post".
3. A town's name that stands for its team, council or university.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import msgspec

from crossread import atlas, knowledge
from crossread.atlas import Spot
from crossread.records import Allusion, Mention, Report, Token
from crossread.trees import Tree

LANGUAGE = "en"
LONGEST = 4
"""Words in the longest name that is looked for within another."""
KNOWN = 50_000
"""People from which on a town is meant by its name within another; smaller ones share theirs with surnames."""
BODIES = frozenset({"organisation", "government", "media", "company", "armed group", "coalition", "people", "other"})
MODIFIERS = ("amod", "compound", "nmod", "nmod:poss", "nmod:desc")


class Adjectives(msgspec.Struct, frozen=True):
    """The shape of `adjectives.yml`: adjective -> name of the place."""

    places: dict[str, str]
    before_names: frozenset[str]


def _known() -> Adjectives:
    return knowledge.load("adjectives.yml", Adjectives, LANGUAGE)


@lru_cache(maxsize=1)
def _adjectives() -> dict[str, str]:
    """Adjectives of places, of states and others -> the place's name."""
    states = {word: country.name for country in atlas.countries().values() for word in country.demonyms}
    return {**states, **_known().places}


def find_allusions(report: Report, trees: tuple[Tree, ...], mentions: tuple[Mention, ...]) -> tuple[Allusion, ...]:
    """Every place named in passing, in text order."""
    named = [mention for mention in mentions if mention.named]
    found = []
    for tree in trees:
        start, end = tree.sentence.start, tree.sentence.end
        here = [mention for mention in named if start <= mention.span.start < end]
        taken = [_words(tree, mention) for mention in here if mention.type in ("place", "person")]
        taken += [_words(tree, mention) for mention in here if _acts(mention)]
        bodies = [_words(tree, mention) for mention in here if mention.type in BODIES and not _acts(mention)]
        closed = {i for words in taken for i in words}
        for first, last, name in _of_sentence(tree, bodies, closed):
            found.append(Allusion(span=tree.span(report, first, last), place=name))
    return tuple(found)


def _words(tree: Tree, mention: Mention) -> list[int]:
    return tree.words(mention.span.start, mention.span.end)


def _acts(mention: Mention) -> bool:
    """Whether a mention is a country's or capital's own name: that is more than an allusion."""
    return mention.type == "government" and bool(atlas.look_up(mention.span.text))


def _of_sentence(tree: Tree, bodies: list[list[int]], closed: set[int]) -> Iterator[tuple[int, int, str]]:
    tokens = tree.sentence.tokens
    inside = {i: words for words in bodies for i in words}
    at = 0
    while at < len(tokens):
        size = 0
        if at not in closed and tokens[at].text[:1].isupper():
            for size in range(min(LONGEST, len(tokens) - at), 0, -1):
                last = at + size - 1
                if last in closed or inside.get(at) is not inside.get(last):
                    continue
                name = _name(tokens, at, last, inside.get(at))
                if name is not None:
                    yield at, last, name
                    break
            else:
                size = 0
        at += size or 1


def _name(tokens: tuple[Token, ...], first: int, last: int, body: list[int] | None) -> str | None:
    """The name of the place that these words name, if any."""
    text = _text(tokens, first, last)
    adjective = _adjectives().get(text)
    if adjective is not None:
        return adjective if body or _modifies(tokens, last) else None
    country = atlas.country_names().get(text)
    if country is not None:
        return atlas.country_name(country) if body or _modifies(tokens, last) else None
    if body is None or not tokens[last].text[:1].isupper():
        return None
    begins, whole = first == body[0], last == body[-1] and first == body[0]
    led = first > 0 and tokens[first - 1].text.lower() in _known().before_names
    spots = atlas.look_up(text) if begins or whole or led else ()
    return text if spots and _well_known(spots[0]) else None


def _text(tokens: tuple[Token, ...], first: int, last: int) -> str:
    text = tokens[first].text
    for before, token in zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True):
        text += " " * (token.start - before.end) + token.text
    return text


def _modifies(tokens: tuple[Token, ...], i: int) -> bool:
    token = tokens[i]
    return token.pos == "ADJ" or (token.rel in MODIFIERS and token.head > i)


def _well_known(spot: Spot) -> bool:
    return spot.listed or spot.precision in ("country", "region") or spot.population >= KNOWN
