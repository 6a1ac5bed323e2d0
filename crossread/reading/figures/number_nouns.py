"""Nouns that stand for a number and what they are the number of: "the toll of 64", "the number of the injured"."""

from __future__ import annotations

from crossread.reading.figures.nouns import NOUNS, case_of, group, lemma, members, plural, turned
from crossread.reading.figures.number_words import numbers, small
from crossread.reading.figures.outcomes import outcome_of
from crossread.trees import Tree

WIDTH = 10
"""Words between a number noun and its number, where the tree does not join them."""


def number_noun(tree: Tree, first: int, last: int) -> int | None:
    """The noun that stands for the number: "the toll of 64", "the toll rose to 64", "put the number at 1,085", "the
    64 figure"."""
    known = numbers().number_nouns
    heads = {w.split()[-1] for w in known["killed"]} | set(known["plain"])
    i = tree.head(first, last)
    token, above = tree.tokens[i], tree.tokens[i].head
    if above >= 0 and token.rel == "nummod" and tree.tokens[above].text.lower() == "counts":
        return None  # "three counts of murder" are charges
    if above >= 0 and lemma(tree, above) in heads and not (token.rel == "nummod" and above > last + 2):
        return above
    around = [above, *([tree.tokens[above].head] if above >= 0 else []), i]
    for verb in around:
        if verb < 0:
            continue
        for child in tree.of(verb, "nsubj", "obj"):
            if lemma(tree, child) in heads and child < first:
                return child
    k = first - 1
    if k > 0 and tree.tokens[k].text.lower() in members("tying"):
        for j in range(k - 1, max(-1, k - WIDTH), -1):  # "estimated the number of deaths from the storm at 4,645"
            if tree.tokens[j].text in (",", ";", ":", "—", "–") or tree.tokens[j].pos == "NUM":
                break
            if lemma(tree, j) in heads and tree.tokens[j].pos in NOUNS:
                return j
    if tree.tokens[i].rel == "conj":  # "from 64 to 2,975" parsed as coordination
        return number_noun(tree, tree.tokens[i].head, tree.tokens[i].head) if tree.tokens[i].head < first else None
    return None


def of_number_noun(tree: Tree, noun: int) -> tuple[str, str | None, int, bool]:
    """What a number noun is the number of: (counts, outcome, word that says so, whether it is left open)."""
    word, known = lemma(tree, noun), numbers().number_nouns
    below = [
        c
        for c in tree.subtree(noun, without=("acl", "nsubj", "parataxis", "conj"))
        if tree.tokens[c].pos in NOUNS | {"ADJ", "VERB"}
    ]
    below += _named_by_order(tree, noun)
    for c in below:
        if c != noun:
            outcome = turned("outcome_nouns").get(lemma(tree, c)) or turned("outcome_words").get(
                tree.tokens[c].text.lower()
            )
            if outcome:
                return f"people {outcome}", outcome, c, False
    for c in (x for n in tree.of(noun, "nmod") for x in [n]):
        if (found := outcome_of(tree, c, False)) is not None:
            return f"{group(tree, c)} {found[0]}", found[0], found[1], False
    for c in tree.of(noun, "nmod"):
        if case_of(tree, c) == "of" and tree.tokens[c].pos == "NOUN":
            return plural(tree, c), None, noun, False
    if word in {w.split()[-1] for w in known["killed"]} - {"count"}:
        return "people killed", "killed", noun, False
    return "", None, noun, True


def _named_by_order(tree: Tree, noun: int) -> list[int]:
    """The words right behind "number of": "the injured" and "injured people" may be parsed as a clause."""
    k = noun + 1
    if k < len(tree.tokens) and turned("outcome_words").get(tree.tokens[k].text.lower()):
        return [k]  # "the number injured"
    if k >= len(tree.tokens) or tree.tokens[k].text.lower() not in small("number_of"):
        return []
    stop = next((j for j in range(k + 1, min(k + 5, len(tree.tokens))) if tree.tokens[j].pos == "ADP"), k + 4)
    return [j for j in range(k + 1, min(stop, len(tree.tokens))) if tree.tokens[j].pos in NOUNS | {"ADJ", "VERB"}]
