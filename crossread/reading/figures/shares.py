"""Numbers of which one is a share of the other: "12 dead, among them 3 children", "ten of the 30 passengers"."""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.reading.figures.nouns import members
from crossread.reading.figures.number_words import small
from crossread.trees import Tree


def is_whole(tree: Tree, first: int, noun: int, deed: int) -> bool:
    """Whether a number is the whole of which only some suffered something: "ten of the 30 passengers died"."""
    before = [t.text.lower() for t in tree.tokens[max(0, first - 2) : first]]
    share = tree.tokens[noun + 1 : noun + 2]
    if share and share[0].pos == "NUM" and not function_words().genitives.isdisjoint(before):
        return True  # "of its 50 passengers 12 died"
    if " ".join(before) not in small("of_the") or first < 3 or tree.tokens[first - 3].pos != "NUM":
        return False
    return deed in list(tree.ancestors(first - 3))


def is_part(tree: Tree, first: int, last: int) -> bool:
    """Whether the number is told as a share of another: "including 43", "among them 12", "of whom nine"."""
    before = [t.text.lower() for t in tree.tokens[max(0, first - 4) : first]]
    if first and is_of_them(tree, last):
        return True  # "eight people, six of them priests"
    behind = tree.tokens[last + 1 : last + 4]
    if " ".join(t.text.lower() for t in behind[:2]) in small("of_the") and behind[2:] and behind[2].pos == "NUM":
        return True  # "three of the seven bullets"
    if not function_words().plural_demonstratives.isdisjoint(before[-1:]):
        return True  # told before: "these two murders"
    return any(w in members("parts") for w in before[-2:]) or " ".join(before[-2:]) in small("of_those")


def is_fraction(tree: Tree, last: int) -> bool:
    """Whether a number takes some of a whole that is told with it: "three of the seven bullets", "four of his men"."""
    behind = tree.tokens[last + 1 : last + 3]
    if len(behind) < 2 or behind[0].text.lower() not in function_words().genitives:
        return False
    return behind[1].text.lower() in function_words().definite or behind[1].rel == "nmod:poss"


def is_of_them(tree: Tree, last: int) -> bool:
    """Whether a number takes some of those told before: "six of them", "two of whom"."""
    return " ".join(t.text.lower() for t in tree.tokens[last + 1 : last + 3]) in small("of_them")
