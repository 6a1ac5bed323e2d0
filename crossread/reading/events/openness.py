"""Words around a deed that leave open, or deny, that it was done: charges, absences, plans told by their form."""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.reading.events.deeds import Deed
from crossread.reading.events.grammar import forms, lemma
from crossread.reading.events.words import Lexicon, lexicon
from crossread.records import Status
from crossread.trees import Tree

Verdict = tuple[Status, str]


BLOWS = frozenset(("ASSAULT", "COERCE", "CRIME", "HARM", "DISASTER", "ACCIDENT", "MOBILIZE"))
"""Types of which denying means that it was not done, and whose plan is told once it was; to "reject talks" is another
matter."""


def counted(tree: Tree, host: int) -> Verdict | None:
    """ "the third newsman to be murdered this week": each of those that are counted was."""
    above = tree.tokens[host].head
    if above < 0 or tree.tokens[host].rel.split(":")[0] != "acl":
        return None
    infinitive = any(tree.tokens[k].text.lower() in function_words().infinitive for k in tree.of(host, "mark"))
    which = {tree.tokens[k].text.lower() for k in (above, *tree.of(above, "amod", "nummod"))}
    return ("happened", "counted") if infinitive and which & lexicon().small["counted"] else None


def presupposed(tree: Tree, deed: Deed, host: int) -> bool:
    """Whether what is denied of a deed's verb leaves the deed done: "no group claimed the attack", "the blasts did
    not hurt anybody"."""
    if not deed.noun or host == deed.word:
        return False
    subject = tree.tokens[deed.word].rel == "nsubj" and tree.tokens[deed.word].head == host
    name, small = lemma(tree, host), lexicon().small
    return name in small["claim"] or (subject and name not in small["takes_place"])


def charged(tree: Tree, deed: Deed, host: int, words: Lexicon, granted: bool) -> Verdict | None:
    """ "charged with arson", "wanted for the killing of two", "cleared of assault", "left without a trial"."""
    below = host
    while tree.tokens[below].rel == "conj" and tree.tokens[below].head >= 0:
        below = tree.tokens[below].head  # "the kidnapping and killing of"
    before = {tree.tokens[k].text.lower() for i in (host, below) for k in tree.of(i, "case", "mark")}
    inside = {tree.tokens[k].text.lower() for k in range(deed.first, deed.last + 1)}  # "left without power" is done
    if (before - inside) & words.small["without"] and deed.carrier is None:
        return "denied", f"“{min((before - inside) & words.small['without'])}”"
    above = tree.tokens[below].head
    if above < 0 or not before & words.small["charged"]:
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
    while i > 0 and (tree.tokens[i].pos in ("AUX", "ADV") or tree.tokens[i].text.lower() in words.small["be"]):
        i -= 1
    if i <= 0 or tree.tokens[i].text.lower() not in function_words().infinitive:
        return None
    if not words.status["plan"].isdisjoint(forms(tree, i - 1)):
        return "planned", f"“{tree.tokens[i - 1].text}”"
    if tree.tokens[i - 1].text.lower() in words.small["finite_be"]:
        return "planned", f"“{tree.tokens[i - 1].text} {tree.tokens[i].text.lower()}”"
    headline = tree.tokens[host].head < 0 and bool(tree.of(host, "nsubj", "nsubj:pass"))
    return ("planned", f"“{tree.tokens[i].text.lower()}”") if headline else None


def expected(tree: Tree, deed: Deed, words: Lexicon) -> Verdict | None:
    """ "the hearing is set for May", "a vote, which is expected next week": a noun of which a plan is told. A blow that
    "was planned" fell."""
    token = tree.tokens[deed.word]
    behind = [k for k in tree.of(deed.word, "acl:relcl", "acl") if lemma(tree, k) in words.status["plan"]]
    above = [token.head] if token.rel in ("nsubj:pass", "nsubj") and token.head >= 0 else []
    for k in (*above, *behind) if deed.noun and deed.carrier is None else ():
        told = {tree.tokens[c].text.lower() for c in tree.of(k, "aux", "aux:pass", "cop")}
        if deed.entry.type in BLOWS:
            told -= words.small["finite_past"]
        if (
            told & words.small["finite_be"]
            and lemma(tree, k) in words.status["plan"]
            and not tree.of(k, "xcomp", "ccomp", "nsubj:outer")
        ):
            return "planned", f"“{tree.tokens[k].text}”"
    return None


def not_until(tree: Tree, deed: Deed, words: Lexicon) -> Verdict | None:
    """ "did not open until Monday", "won't arrive until noon": what is not done until a day is done on it."""
    until = words.small["until"]
    told = [k for k in tree.of(deed.word, "obl", "advcl") if k > deed.word]
    marks = {lemma(tree, c) for k in told for c in tree.of(k, "case", "mark")}
    if deed.noun or until.isdisjoint(marks):
        return None
    coming = any(lemma(tree, k) in words.status["future"] for k in tree.of(deed.word, "aux"))
    return ("planned" if coming else "happened"), f"“{min(until & marks)}”"


def carried(tree: Tree, deed: Deed, words: Lexicon) -> Verdict | None:
    """What the verb that carries a deed's noun says of it: "threatened a strike", "ordered an inquiry"."""
    if not deed.noun or deed.carrier is None or deed.suffers:
        return None
    name, shown = lemma(tree, deed.carrier), f"“{tree.tokens[deed.carrier].text}”"
    definite = any(lemma(tree, k) in function_words().the_or_this for k in tree.of(deed.word, "det", "nmod:poss"))
    if definite or tree.tokens[deed.word].rel not in ("obj", "nsubj:pass", "conj"):
        return None  # "who planned the murder": it was done
    if name in words.status["threaten"]:
        return "threatened", shown
    if name in words.status["demand_object"]:
        return "demanded", shown
    if name in words.status["plan"]:
        return "planned", shown
    return None
