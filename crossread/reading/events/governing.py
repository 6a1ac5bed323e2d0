"""What the words above a deed and the auxiliaries beside it make of it: "demanded that", "plans to", "would have"."""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.reading.events.deeds import Deed
from crossread.reading.events.grammar import lemma, passive
from crossread.reading.events.openness import BLOWS, Verdict
from crossread.reading.events.words import Lexicon, lexicon
from crossread.records import StatementMention, Status
from crossread.trees import Tree

ABOVE = 4
"""Verbs and nouns above a deed that are asked for their say: "has demanded | that plans | to strike | be dropped"."""


def mood(tree: Tree, host: int, words: Lexicon, statement: StatementMention | None) -> Verdict | None:
    """Auxiliaries and conjunctions of the deed's own clause and of those that it stands in."""
    for k in tree.of(host, "mark"):
        if lemma(tree, k) in words.status["conditional"]:
            return "hypothetical", f"“{tree.tokens[k].text}”"
    for k in tree.of(host, "aux"):
        form = lemma(tree, k) if lemma(tree, k) not in words.small["be"] else tree.tokens[k].text.lower()
        shown = f"“{tree.tokens[k].text}”"
        if form in words.status["future"]:
            return (
                ("threatened", shown) if statement and statement.kind in ("threat", "warning") else ("planned", shown)
            )
        if form in words.small["obligation"]:
            return ("demanded", shown) if statement else ("hypothetical", shown)
        if form in words.status["doubt"]:
            if form in words.small["would"] and statement:
                return ("threatened", shown) if statement.kind in ("threat", "warning") else ("planned", shown)
            return "hypothetical", shown
    return None


def governed(tree: Tree, deed: Deed, host: int, words: Lexicon) -> Verdict | None:
    """What the words above say: "demanded that", "plans to", "the threat of", "denied"."""
    below = host
    for step, i in enumerate(tree.ancestors(host)):
        rel = tree.tokens[below].rel.split(":")[0]
        token, name = tree.tokens[i], lemma(tree, i)
        shown = f"“{token.text}”"
        if token.pos in ("NOUN", "PROPN"):
            if rel in ("nmod", "acl") and (found := _by_noun(tree, below, words, name, shown)):
                return found
        elif rel in ("xcomp", "ccomp", "obj", "obl", "csubj") and not (rel == "obj" and not deed.noun):
            presupposed = deed.noun and deed.carrier is None and step > 0
            if not presupposed and (found := _by_verb(tree, deed, words, name, rel, below, shown)):
                return found
        elif rel == "advcl" and not step and infinitive(tree, below) and not (deed.noun and definite(tree, deed.word)):
            return "hypothetical", "told as a purpose"
        if tree.tokens[below].rel == "acl:relcl":
            break  # "prepared to strike the port where 11 people were killed": what a relative clause tells was done
        if rel in ("advcl", "parataxis", "nsubj") or (rel == "conj" and token.pos == "VERB") or step >= ABOVE:
            break
        if deed.noun and deed.carrier is None and token.pos == "VERB":
            return mood(tree, i, words, None) if not definite(tree, deed.word) and infinitive(tree, i) else None
        below = i
    return None


def definite(tree: Tree, i: int) -> bool:
    return any(lemma(tree, k) in function_words().the_or_this for k in tree.of(i, "det"))


SHELLS: tuple[tuple[Status, str], ...] = (
    ("planned", "shells_planned"),
    ("threatened", "shells_threatened"),
    ("demanded", "shells_demanded"),
    ("alleged", "shells_alleged"),
)


def _by_noun(tree: Tree, below: int, words: Lexicon, name: str, shown: str) -> Verdict | None:
    for status, kind in SHELLS:
        if name in words.status[kind] and not (tree.tokens[below].rel == "acl" and passive(tree, below)):
            return status, shown
    return None


def _by_verb(tree: Tree, deed: Deed, words: Lexicon, name: str, rel: str, below: int, shown: str) -> Verdict | None:
    if rel in ("xcomp", "ccomp", "csubj") and not _unmarked(tree, below):
        return ("denied", shown) if name in words.status["deny"] and rel == "ccomp" else None
    if name in words.small["call"] and rel in ("obj", "xcomp", "ccomp") and not infinitive(tree, below):
        return None  # "called the vote unfair"
    if name in words.status["threaten"]:
        return "threatened", shown
    if name in words.status["deny"] and rel in ("ccomp", "obj") and deed.entry.type in BLOWS:
        return "denied", shown
    asked = rel != "obl" or any(lemma(tree, k) in words.small["asked_for"] for k in tree.of(below, "case"))
    if name in words.status["demand_object" if rel == "obj" else "demand"] and asked:
        return "demanded", shown
    if name in words.status["plan"] and asked:
        return "planned", shown
    if rel == "obj" and name in words.small["announce"] and deed.noun and deed.carrier is None:
        return "planned", shown
    return None


def infinitive(tree: Tree, i: int) -> bool:
    """Whether a verb stands in the infinitive."""
    return any(tree.tokens[k].text.lower() in function_words().infinitive for k in tree.of(i, "mark"))


def _unmarked(tree: Tree, i: int) -> bool:
    """Whether a word below a verb of wanting leaves open that it is done: an infinitive, a noun, "that they leave"."""
    token = tree.tokens[i]
    if token.pos != "VERB":
        return True
    if infinitive(tree, i):
        return True
    small = lexicon().small
    finite_past = any(
        lemma(tree, k) in small["perfect"] and tree.tokens[k].text.lower() in small["finite_past"]
        for k in tree.of(i, "aux", "aux:pass")
    )
    form = token.text.lower()
    return not finite_past and (form == lemma(tree, i) or form.endswith(function_words().ongoing))
