"""Numbers of people that the word "people" does not stand with: of a body ("a crew of seven"), of a place ("a town of
85,000"), of those who do something ("another 2,000 are waiting"), of children ("the mother of two")."""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.reading.figures.measures import time_words
from crossread.reading.figures.nouns import case_of, governor, lemma, members, names_people, turned
from crossread.reading.figures.number_words import small
from crossread.trees import Tree


def headcount(tree: Tree, first: int) -> tuple[int, str] | None:
    """The noun for a body of people before a bare number and what the number counts: "a crew of seven", "a town of
    85,000", "estimated the crowd at 70"."""
    k = first - 1
    while k > 0 and (tree.tokens[k].pos in ("DET", "ADJ") or tree.tokens[k].text.lower() in small("bending")):
        k -= 2 if tree.tokens[k].text.lower() in small("least") else 1
    if k < 1 or tree.tokens[k].text.lower() not in small("bodies_of"):
        return None
    noun = next((j for j in range(k - 1, max(-1, k - 3), -1) if tree.tokens[j].pos == "NOUN"), None)
    if noun is None or (name := turned("headcounts").get(lemma(tree, noun))) is None:
        return None
    return (noun, name) if tree.tokens[noun].text.lower() == lemma(tree, noun) else None


def dwelling(tree: Tree, noun: int) -> str | None:
    """The name of people counted as those of a place or a body: "home to 5,000 people", "a town of 900 people", "has 9
    residents"."""
    word, above = lemma(tree, noun), governor(tree, noun)
    if word not in members("people") or above is None:
        return None
    over, case = lemma(tree, above[0]), case_of(tree, noun)
    if over in small("home") and case in small("to"):
        return "inhabitants"
    if case in function_words().genitives and (name := turned("headcounts").get(over)) is not None and above[0] < noun:
        return name
    if is_aboard(tree, noun):
        return "people aboard"
    owned = over in small("have") or bool(tree.of(noun, "nmod:poss"))
    if over in small("employing") or (word in small("employee") and owned):
        return "employees"
    had = word in small("resident") and over in small("have")
    return "inhabitants" if had or word in small("inhabitant") else None


def told_by_doing(tree: Tree, i: int) -> bool:
    """Whether a bare number is of people by what they do: "2,000 are waiting", "was attended by 300"."""
    above, rel = tree.tokens[i].head, tree.tokens[i].rel
    before = [t.text.lower() for t in tree.tokens[max(0, i - 4) : i]]
    by = next((at for at, word in enumerate(before) if word in function_words().agents), None)
    if by is not None:  # broken parses: the order of words alone
        k = i - len(before) + by - 1
        return k >= 0 and lemma(tree, k) in members("people_verbs")
    return above >= 0 and lemma(tree, above) in members("people_verbs") and rel.startswith("nsubj")


def parent_before(tree: Tree, first: int) -> int | None:
    """Whose children a number counts: "the mother of two died", "a father of four"."""
    if first < 2 or tree.tokens[first - 1].text.lower() not in function_words().genitives:
        return None
    return first - 2 if lemma(tree, first - 2) in turned("offspring") else None


def is_aboard(tree: Tree, noun: int) -> bool:
    """Whether people are counted as those in a vessel or vehicle: "71 people were aboard", "a ferry carrying 54
    passengers"; not those that it may take."""
    last = max([noun, *(c for c in tree.of(noun, "conj") if c - noun <= 2)])
    behind = [t.text.lower() for t in tree.tokens[last + 1 : last + BEHIND]]
    stop = next((k for k, word in enumerate(behind) if word in (",", ";", ".", ":")), len(behind))
    told = " ".join(behind[:stop])
    above = governor(tree, noun)
    carried = above is not None and above[1] == "obj" and above[0] < noun and _bears(tree, above[0], noun)
    if not carried and not any(f" {word} " in f" {told} " for word in small("aboard")):
        return False
    if any(t.text.lower() in small("multiples") for t in tree.tokens[max(0, noun - 4) : noun]):
        return False
    around = [i for i in [noun, *list(tree.ancestors(noun))[:3]] for i in (i, *tree.of(i, "aux"))]
    return not any(lemma(tree, i) in small("fit") for i in around)


def _bears(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a verb tells what a thing has in it: "a ferry carrying 54 people", neither "rescuers carried" nor what is
    carried over time ("the tram carried 9,000 people a day")."""
    times = (c for i in (verb, noun) for c in tree.of(i, "obl", "nmod"))
    if lemma(tree, verb) not in small("carrying") or any(tree.tokens[c].text.lower() in time_words() for c in times):
        return False
    bearers = tree.of(verb, "nsubj") or ([tree.tokens[verb].head] if tree.tokens[verb].rel == "acl" else [])
    return any(tree.tokens[c].pos == "NOUN" and not names_people(tree, c) for c in bearers)


BEHIND = 6
"""Words behind people among which "aboard" is looked for: "71 people had also been aboard"."""
