"""What verbs do to whom: whether their subject or their object suffers, and with which outcome."""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.reading.figures.nouns import case_of, lemma, members, turned
from crossread.reading.figures.number_words import endings, small
from crossread.trees import Tree


def verb_outcome(tree: Tree, k: int) -> str | None:
    """What a verb does to those that it takes; forms that the tagger mistook are tried without their endings."""
    text = tree.tokens[k].text.lower()
    table = turned("outcome_verbs")
    stems = [lemma(tree, k), text]
    for ending in function_words().participles:
        if text.endswith(ending):
            stems += [text.removesuffix(ending), *(text.removesuffix(ending) + e for e in endings("lost_letters"))]
    return next((table[stem] for stem in stems if stem in table), None)


def patient(tree: Tree, verb: int, word: str) -> bool:
    """Whether the subject suffers: "lose" only with lives; "leave" and "move" only with a place left."""
    objects = [lemma(tree, c) for c in tree.of(verb, "obj")]
    if word in small("losing"):
        return not small("life").isdisjoint(objects)
    return word not in small("leaving") or any(o in members("homes") for o in objects)


def deadly_word(tree: Tree, verb: int) -> str | None:
    """ "killed" for "shot dead", "stabbed to death", "fatally shot"; "found dead"."""
    if lemma(tree, verb) in members("sparing"):
        return None
    for child in tree.children[verb]:
        token = tree.tokens[child]
        if child > 2 and " ".join(t.text.lower() for t in tree.tokens[child - 2 : child]) in small("of_them"):
            continue  # "were shot, three of them fatally"
        if token.text.lower() in small("death") and case_of(tree, child) not in small("to") | {""}:
            continue  # "spoke of her death"
        if token.text.lower() in members("deadly") and token.rel.split(":")[0] in (
            "xcomp",
            "obl",
            "advmod",
            "amod",
            "dep",
            "obj",
            "compound",
        ):
            return "killed"
        if token.rel.split(":")[0] == "xcomp" and (word := turned("outcome_words").get(token.text.lower())):
            return word
    return None


def bare_object(tree: Tree, verb: int) -> list[int]:
    """Those whom a deadly phrase parts from its verb: "shot dead a guard", which the tree takes for no object."""
    dead = small("dead")
    deadly = [i for i in range(verb + 1, min(verb + 3, len(tree.tokens))) if tree.tokens[i].text.lower() in dead]
    if not deadly or tree.of(verb, "obj", "nsubj:pass"):
        return []
    found = [c for c in tree.of(verb, "obl") if c > deadly[-1] and tree.tokens[c].pos in ("NOUN", "PROPN")]
    return [c for c in found if not tree.of(c, "case") and tree.phrase(c)[0] == deadly[-1] + 1]


def captive_word(tree: Tree, verb: int) -> bool:
    """Whether a verb with its complement takes people captive: "held hostage", "took as captives"."""
    taken = lemma(tree, verb) in members("seizing")
    return taken and any(lemma(tree, c) in members("held") for c in tree.of(verb, "xcomp", "obl", "obj", "dep"))


def particle(tree: Tree, head: int, verb: str) -> str:
    """A verb with the particle that the tree ties to it: "shoot down"."""
    particles = tree.of(head, "compound:prt")
    return f"{verb} {tree.tokens[particles[0]].text.lower()}" if particles else verb
