"""What a deed was done with: drones, knives, poison."""

from __future__ import annotations

from crossread.reading.events.grammar import forms, lemma, objects
from crossread.reading.events.words import Entry, Lexicon
from crossread.trees import Tree

ARMED = frozenset(("ASSAULT", "HARM", "ACCIDENT", "COERCE", "MOBILIZE", "THREATEN"))
"""Types whose deeds are done with something that sets them apart."""


def instrument_of(tree: Tree, i: int, entry: Entry, words: Lexicon) -> str | None:
    """What the deed was done with, as its modifiers, subject or object say ("drone strike", "with knives")."""
    if entry.type not in ARMED:
        return entry.instrument
    near = tree.of(i, "compound", "amod", "nsubj")
    if entry.kind in ("launch", "shoot-down", "weapons test"):
        near += objects(tree, i) + tree.of(i, "nmod")
    near += [
        k for k in tree.of(i, "obl", "nmod") if any(lemma(tree, c) in words.small["means"] for c in tree.of(k, "case"))
    ]
    near += [k for c in tree.of(i, "advcl", "acl") if lemma(tree, c) in words.small["using"] for k in objects(tree, c)]
    close = near + [k for n in near for k in tree.of(n, "compound", "amod", "conj")]
    wider = close + [k for n in near for c in tree.of(n, "acl") for k in tree.subtree(c)]
    if any(words.instruments.get(form) == "chemical" for k in wider for form in forms(tree, k)):
        return "chemical"
    lines = [words.instruments[form] for k in close for form in forms(tree, k) if form in words.instruments]
    lines += [words.instruments[form] for form in forms(tree, i) if form in words.instruments]
    return next((line for line in lines if line in ("chemical", "nuclear")), lines[0] if lines else entry.instrument)


def armed(tree: Tree, i: int, words: Lexicon) -> bool:
    """Whether the words before a noun say what it was done with: an "air strike" is no stoppage of any report."""
    return any(form in words.instruments for k in tree.of(i, "compound", "amod") for form in forms(tree, k))
