"""Lists that name victims: "The dead were identified as Ana Duarte, 43, and Pero Voss", "Among the injured are ...",
"The following officers died: ..."."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.reading.figures.nouns import lemma, members, turned
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
    if i and not {"the", "those", "among", "people"} & set(before):
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
