"""Victims by name, and lists of them: "The dead were identified as Ana Duarte, 43, and Pero Voss", "Among the injured
are ...", "The following officers died: ..."."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.function_words import function_words
from crossread.reading.figures.nouns import case_of, lemma, members, turned
from crossread.reading.figures.number_words import small
from crossread.reading.figures.pieces import Asker, plural
from crossread.reading.figures.rolls import Roll, roll_from
from crossread.trees import Tree

BETWEEN = 6
"""Words between them, at most."""


def named_lists(tree: Tree, ask: Asker) -> Iterator[tuple[str, int, Roll]]:
    """What happened to the people of a list of names, the word that says so, and the list."""
    outcomes = turned("outcome_words") | {"killed": "killed"}
    for i, token in enumerate(tree.tokens):
        outcome = outcomes.get(token.text.lower())
        if outcome and (start := _names_after(tree, i)) is not None:
            roll = roll_from(tree, start, i, ask)
            if roll.members and all(piece.kind == "name" for piece in roll.members):
                yield outcome, i, roll


def _names_after(tree: Tree, i: int) -> int | None:
    """The first word behind "the dead were identified as"; None where word `i` does not stand before a naming."""
    before = [t.text.lower() for t in tree.tokens[max(0, i - 2) : i]]
    if i and not {"the", "those", "among", "people", "also"} & set(before):
        return None
    k = i + 1
    while k < len(tree.tokens) and k - i <= BETWEEN and lemma(tree, k) in members("naming"):
        k += 1
    naming = {lemma(tree, j) for j in range(i + 1, k)}
    return k if naming & {"be", "include"} and k < len(tree.tokens) else None


def after_colon(tree: Tree, noun: int, deed: int, ask: Asker) -> Roll | None:
    """The names behind a colon of those whom a noun in the plural stands for: "the following officers died: ..."."""
    colon = next((k for k in range(max(noun, deed) + 1, len(tree.tokens)) if tree.tokens[k].text == ":"), None)
    if colon is None or not plural(tree, noun):
        return None
    roll = roll_from(tree, colon + 1, deed, ask)
    named = len(roll.members) > 1 and all(piece.kind == "name" for piece in roll.members)
    return roll if named else None


def less_titles(tree: Tree, people: list[int], persons: frozenset[int], deed: int) -> list[int]:
    """The people without what one of them is besides: "Ana Duarte, party leader and former envoy, was shot" is one."""
    if not any(p in persons or called(tree, p, persons) for p in people):
        return people
    return [p for p in people if p in persons or called(tree, p, persons) or not _is_title(tree, p, people, deed)]


def _is_title(tree: Tree, i: int, people: list[int], deed: int) -> bool:
    """Whether a noun beside a name is an office without an article ("and former envoy"), or "one of the best": not
    where the verb tells of several, or he is somebody's ("one of her sons")."""
    token = tree.tokens[i]
    if token.text.lower() == "one":
        behind = [k for k in people if k < i]
        said = {tree.tokens[c].text.lower() for c in tree.of(deed, "aux:pass", "aux")}
        owner = next((t.text.lower() for t in tree.tokens[i + 2 : i + 3] if t.rel == "nmod:poss"), "")
        somebodys = owner in function_words().possessives - small("owned_by_things")
        if said & small("several") or (somebodys and not said & small("one_was")):
            return False
        return bool(behind) and all(t.text != "," for t in tree.tokens[i - 2 : i])
    if token.pos != "NOUN" or token.text.lower() != token.lemma.lower():
        return False
    return not any(tree.tokens[c].rel in ("det", "nmod:poss", "nummod") for c in tree.children[i])


def each_of(tree: Tree, i: int) -> list[int]:
    """The words for several people of whom there is one for each place: "the mayors of Orsk, Tavira and Sarn"."""
    token = tree.tokens[i]
    if token.lemma.lower() not in members("one_to_a_place") or not plural(tree, i):
        return []
    if any(tree.tokens[c].rel in ("nummod", "amod") for c in tree.children[i]):
        return []
    first = next((c for c in tree.of(i, "nmod") if case_of(tree, c) in function_words().genitives), None)
    if first is None:
        return []
    named = [name for name in tree.sentence.names if name.label == "LOC" and name.first >= first]
    places = [k for k in (first, *tree.of(first, "conj")) if any(n.first <= k <= n.last for n in named)]
    return [i, *places[1:]] if len(places) > 1 else []


def named_of(tree: Tree, i: int, persons: frozenset[int]) -> list[int]:
    """The several people whom a noun is told to be: "a couple, Ana Duarte and Pero Voss", "the mayors, ..."."""
    named = [k for c in tree.of(i, "appos") if c in persons for k in (c, *tree.of(c, "conj")) if k in persons]
    counted = any(tree.tokens[c].rel == "nummod" for c in tree.children[i])
    return named if len(named) > 1 and not counted else []


def called(tree: Tree, i: int, persons: frozenset[int]) -> bool:
    """Whether a noun in the singular is told by its name: "party adviser Ana Duarte", "a courier, Ana Duarte,"."""
    token = tree.tokens[i]
    if token.pos not in ("NOUN", "ADJ", "PROPN") or token.text.lower() in members("crowds"):
        return False
    if token.pos == "NOUN" and token.text.lower() != token.lemma.lower():
        return False
    return any(c in persons for c in tree.of(i, "appos", "flat", "nmod:desc"))
