"""Words around a deed that leave open, or deny, that it was done: charges, absences, plans told by their form."""

from __future__ import annotations

from crossread.reading.events.deeds import Deed
from crossread.reading.events.grammar import forms, lemma
from crossread.reading.events.words import Lexicon
from crossread.records import Status
from crossread.trees import Tree

Verdict = tuple[Status, str]
CHARGED = frozenset(("of", "with", "for", "over", "on", "in"))
"""Prepositions between a charge and the deed that somebody is charged with."""


DEFINITE = frozenset(("the", "this", "that", "these", "those"))
COUNTED = frozenset(
    ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "last", "latest")
)
"""Words before a noun with "to" behind it that say that it was done: "the third to be shot"."""
TAKES_PLACE = frozenset(("occur", "happen", "take", "come", "begin", "start", "erupt", "break", "continue", "go", "be"))
"""Verbs by which a deed is said to be: with "not" before them there was none."""


def counted(tree: Tree, host: int) -> Verdict | None:
    """ "the third newsman to be murdered this week": each of those that are counted was."""
    above = tree.tokens[host].head
    if above < 0 or tree.tokens[host].rel.split(":")[0] != "acl":
        return None
    infinitive = any(tree.tokens[k].text.lower() == "to" for k in tree.of(host, "mark"))
    which = {tree.tokens[k].text.lower() for k in (above, *tree.of(above, "amod", "nummod"))}
    return ("happened", "counted") if infinitive and which & COUNTED else None


def presupposed(tree: Tree, deed: Deed, host: int) -> bool:
    """Whether what is denied of a deed's verb leaves the deed done: "no group claimed the attack", "the blasts did
    not hurt anybody"."""
    if not deed.noun or host == deed.word:
        return False
    subject = tree.tokens[deed.word].rel == "nsubj" and tree.tokens[deed.word].head == host
    return lemma(tree, host) == "claim" or (subject and lemma(tree, host) not in TAKES_PLACE)


def charged(tree: Tree, deed: Deed, host: int, words: Lexicon, granted: bool) -> Verdict | None:
    """ "charged with arson", "wanted for the killing of two", "cleared of assault", "left without a trial"."""
    below = host
    while tree.tokens[below].rel == "conj" and tree.tokens[below].head >= 0:
        below = tree.tokens[below].head  # "the kidnapping and killing of"
    before = {tree.tokens[k].text.lower() for i in (host, below) for k in tree.of(i, "case", "mark")}
    inside = {tree.tokens[k].text.lower() for k in range(deed.first, deed.last + 1)}  # "left without power" is done
    if "without" in before - inside and deed.carrier is None:
        return "denied", "“without”"
    above = tree.tokens[below].head
    if above < 0 or not before & CHARGED:
        return None
    shown = f"“{tree.tokens[above].text}”"
    name, rel = lemma(tree, above), tree.tokens[below].rel.split(":")[0]
    if rel in ("obl", "advcl", "acl", "xcomp", "nmod"):
        if name in words.status["clear"]:
            return None if granted else ("denied", shown)  # "acquitted of the murder": that was done
        if name in words.status["charge"]:
            return "alleged", shown
    return None


def to_come(tree: Tree, host: int, words: Lexicon) -> Verdict | None:
    """ "due to visit", "set to be sent": read from the words, since trees differ over "due to"; "are to hand in", and
    the headline's "Norland to reopen its embassy"."""
    i = host - 1
    while i > 0 and (tree.tokens[i].pos in ("AUX", "ADV") or tree.tokens[i].text.lower() == "be"):
        i -= 1
    if i <= 0 or tree.tokens[i].text.lower() != "to":
        return None
    if not words.status["plan"].isdisjoint(forms(tree, i - 1)):
        return "planned", f"“{tree.tokens[i - 1].text}”"
    if tree.tokens[i - 1].text.lower() in ("is", "are", "was", "were"):
        return "planned", f"“{tree.tokens[i - 1].text} to”"
    headline = tree.tokens[host].head < 0 and bool(tree.of(host, "nsubj", "nsubj:pass"))
    return ("planned", "“to”") if headline else None


def carried(tree: Tree, deed: Deed, words: Lexicon) -> Verdict | None:
    """What the verb that carries a deed's noun says of it: "threatened a strike", "ordered an inquiry"."""
    if not deed.noun or deed.carrier is None or deed.suffers:
        return None
    name, shown = lemma(tree, deed.carrier), f"“{tree.tokens[deed.carrier].text}”"
    definite = any(lemma(tree, k) in DEFINITE for k in tree.of(deed.word, "det", "nmod:poss"))
    if definite or tree.tokens[deed.word].rel not in ("obj", "nsubj:pass", "conj"):
        return None  # "who planned the murder": it was done
    if name in words.status["threaten"]:
        return "threatened", shown
    if name in words.status["demand_object"]:
        return "demanded", shown
    if name in words.status["plan"]:
        return "planned", shown
    return None
