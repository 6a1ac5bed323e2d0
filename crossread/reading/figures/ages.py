"""How old persons are: "Ana Duarte, 43,", "the 43-year-old climber", "a woman aged 36", "is 43 years old"."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from crossread.reading.figures.counting import Counted
from crossread.reading.figures.nouns import NOUNS, names_people
from crossread.reading.figures.number_words import OLDEST, numbers, pattern
from crossread.reading.figures.numerals import Numeral
from crossread.reading.figures.surroundings import Found
from crossread.records import AGE, Mention, Report
from crossread.trees import Tree


def ages(report: Report, trees: tuple[Tree, ...], mentions: tuple[Mention, ...]) -> Iterator[tuple[Found, int | None]]:
    """The ages that a report gives of persons, each with the index of its bearer in `mentions`, if he is one; each
    number once."""
    starts = [tree.sentence.start for tree in trees]
    seen: set[int] = set()
    for found, bearer in (*_behind_names(report, trees, mentions, starts), *_beside_nouns(report, trees, mentions)):
        if found.numeral.start not in seen:
            seen.add(found.numeral.start)
            yield found, bearer


def _behind_names(
    report: Report, trees: tuple[Tree, ...], mentions: tuple[Mention, ...], starts: list[int]
) -> Iterator[tuple[Found, int | None]]:
    """ "Ana Duarte, 43," and "Ana Duarte (43)"; behind a surname alone brackets hold a score: "Duarte (43)"."""
    for index, mention in enumerate(mentions):
        if not mention.named or mention.type != "person":
            continue
        match = pattern("age_behind_name").match(report.text, mention.span.end)
        if match is not None and report.text[match.start("age") - 1] == "(" and " " not in mention.span.text:
            continue
        n = bisect(starts, mention.span.start) - 1
        words = trees[n].words(mention.span.start, mention.span.end) if match is not None else []
        if match is not None and words and (found := _found(trees[n], n, match, 0, words[-1])) is not None:
            yield found, index


def _beside_nouns(
    report: Report, trees: tuple[Tree, ...], mentions: tuple[Mention, ...]
) -> Iterator[tuple[Found, int | None]]:
    """ "The 43-year-old climber", "a 19-year-old", "a woman aged 36", "Duarte is 43 years old"."""
    for n, tree in enumerate(trees):
        start = tree.sentence.start
        text = report.text[start : tree.sentence.end]
        for match in (m for name in ("age_joined", "age_told") for m in pattern(name).finditer(text)):
            words = tree.words(start + match.start(), start + match.end())
            bearer = _bearer(tree, words) if words else None
            if bearer is not None and (found := _found(tree, n, match, start, bearer)) is not None:
                yield found, _mention(tree, bearer, mentions)


def _found(tree: Tree, n: int, match: re.Match[str], offset: int, bearer: int) -> Found | None:
    start, end = offset + match.start("age"), offset + match.end("age")
    value = _value(match["age"].lower())
    words = tree.words(start, end)
    if value is None or not words or not tree.sentence.start <= start < tree.sentence.end:
        return None
    outer, after = (
        (start, end) if match.re is pattern("age_behind_name") else (offset + match.start(), offset + match.end())
    )
    numeral = Numeral(start, end, outer, after, value, value, value, AGE, unit="years")
    return Found(n, words[0], words[-1], numeral, Counted(bearer, AGE, None, None))


def _value(word: str) -> float | None:
    """The years that digits or words come to; None for what is no age."""
    if word.isdigit():
        return float(word) if 0 < int(word) <= OLDEST else None
    parts = [numbers().words.get(part) for part in re.split(r"[-\s]", word)]
    known = [part for part in parts if part is not None]
    return float(sum(known)) if known and len(known) == len(parts) else None


def _bearer(tree: Tree, words: list[int]) -> int | None:
    """The person whose age some words tell: the noun that they stand to, the subject of "is 43 years old", or the words
    themselves where they stand for somebody ("a 19-year-old")."""
    behind = words[-1] + 1
    if behind < len(tree.tokens) and tree.named(behind, "PER") and tree.tokens[behind].rel != "compound":
        return behind  # "Anna, 8-year-old Willem and 5-year-old Mark", wherever the tree hangs them
    head = tree.head(words[0], words[-1])
    token = tree.tokens[head]
    if token.pos == "ADJ" and (subject := tree.of(head, "nsubj")):
        return subject[0] if _person(tree, subject[0]) else None
    if token.rel.split(":")[0] not in STANDING_TO:
        return head if token.pos in ("NOUN", "ADJ") and tree.of(head, "det", "nummod", "amod", "nmod:poss") else None
    above = token.head
    while tree.tokens[above].rel == "nmod:desc" or (tree.tokens[above].pos not in NOUNS and _stands_to(tree, above)):
        above = tree.tokens[above].head  # "43-year-old trooper | Karl Voss"
    return above if _person(tree, above) else None


STANDING_TO = ("amod", "nummod", "compound", "acl", "advcl", "appos", "flat", "parataxis", "dep", "nmod", "advmod")
"""Relations of an age to the noun of its bearer."""


def _stands_to(tree: Tree, i: int) -> bool:
    return tree.tokens[i].rel.split(":")[0] in STANDING_TO


def _person(tree: Tree, k: int) -> bool:
    """Whether a word names a person, or what persons are."""
    return (
        tree.named(k, "PER") or names_people(tree, k) or any(tree.named(c, "PER") for c in tree.of(k, "appos", "flat"))
    )


def _mention(tree: Tree, bearer: int, mentions: tuple[Mention, ...]) -> int | None:
    """The mention of a person that a noun is: his name beside it, else the one that the noun stands in."""
    at = [bearer, *(c for c in tree.of(bearer, "appos", "flat") if tree.named(c, "PER"))]
    if tree.tokens[bearer].rel == "appos" and tree.named(tree.tokens[bearer].head, "PER"):
        at.append(tree.tokens[bearer].head)  # "Larry Gord, a 45-year-old carpenter"
    if bearer + 1 < len(tree.tokens) and tree.named(bearer + 1, "PER"):
        at.append(bearer + 1)  # "nurse Dana Orvel"
    starts = [tree.tokens[k].start for k in reversed(at)]
    for start in starts:
        holding = [k for k, m in enumerate(mentions) if m.span.start <= start < m.span.end and m.type != "place"]
        if holding:
            return min(holding, key=lambda k: (not mentions[k].named, k))
    return None
