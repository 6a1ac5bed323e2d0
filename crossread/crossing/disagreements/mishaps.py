"""What happened to somebody and what stands beside it in a sentence: "was hit by a van while crossing a street".

Pure functions of the tree and of knowledge/en/circumstances.yml: whom a deed befell, and which words fill which slots.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.subjects import subject_of
from crossread.function_words import function_words
from crossread.trees import Tree


class Slot(msgspec.Struct, frozen=True):
    """One circumstance: where its words stand, for which kinds of deeds, and the groups that exclude each other."""

    about: str
    kind: str
    where: str
    sorts: tuple[tuple[str, ...], ...]
    groups: dict[str, tuple[str, ...]]
    cases: frozenset[str] = frozenset()
    together: tuple[frozenset[str], ...] = ()
    sole: bool = False

    def exclude(self, a: str, b: str) -> bool:
        """Whether two of the groups cannot both be so."""
        return a != b and not any({a, b} <= some for some in self.together)


class Known(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/circumstances.yml; the file says what each part means."""

    undergone: dict[str, tuple[str, ...]]
    suffered: dict[str, tuple[str, ...]]
    slots: tuple[Slot, ...]
    meanwhile: frozenset[str]
    way: frozenset[str]
    harm: frozenset[str]
    victims: frozenset[str]
    others: frozenset[str]
    standing_for: frozenset[str]
    anything: str
    leaving: frozenset[str]
    sole: frozenset[str]


@cache
def known() -> Known:
    return knowledge.load("circumstances.yml", Known, "en")


@cache
def _undergone() -> dict[str, str]:
    """Lemmas of what befalls the object or the passive's subject -> the kind of deed."""
    return {lemma: sort for sort, lemmas in known().undergone.items() for lemma in lemmas}


@cache
def _suffered() -> dict[str, str]:
    """Lemmas of what befalls the subject -> the kind of deed."""
    return {lemma: sort for sort, lemmas in known().suffered.items() for lemma in lemmas}


@cache
def telling() -> frozenset[str]:
    """The lemmas of all verbs of which circumstances are told."""
    return frozenset(_undergone()) | frozenset(_suffered())


@cache
def slots(where: str) -> dict[str, list[tuple[int, str]]]:
    """Lemmas -> the slots of one place in the sentence that they fill, with their groups."""
    found: dict[str, list[tuple[int, str]]] = {}
    for n, slot in enumerate(known().slots):
        if slot.where == where:
            for group, lemmas in slot.groups.items():
                for lemma in lemmas:
                    found.setdefault(lemma, []).append((n, group))
    return found


def patient_of(tree: Tree, verb: int) -> tuple[str, int] | None:
    """The kind of a deed and the word for the one whom it befalls; None if nobody is told, or it did not happen."""
    if any(tree.tokens[c].text.lower() in function_words().negations for c in tree.children[verb]):
        return None
    lemma = tree.tokens[verb].lemma.lower()
    if lemma in _undergone() and (found := _undergoers(tree, verb)):
        return _undergone()[lemma], found[0]
    if lemma in _suffered() and not _passive(tree, verb) and (subject := subject_of(tree, verb)) is not None:
        return _suffered()[lemma], subject
    return None


def _passive(tree: Tree, verb: int) -> list[int]:
    """The subjects of a passive."""
    if any(tree.tokens[c].rel == "aux:pass" for c in tree.children[verb]):
        return tree.of(verb, "nsubj")
    return [c for c in tree.children[verb] if tree.tokens[c].rel == "nsubj:pass"]


def _undergoers(tree: Tree, verb: int) -> list[int]:
    """The words for those who undergo a deed: its passive subject or object, or that of the verb joined to it."""
    own = _passive(tree, verb) or tree.of(verb, "obj")
    if own or tree.of(verb, "nsubj"):
        return own or [o for c in tree.of(verb, "conj") for o in tree.of(c, "obj")]  # "shot and killed him"
    above = tree.tokens[verb].head
    if tree.tokens[verb].rel.startswith("acl"):
        return [above]
    if tree.tokens[verb].rel == "conj":
        return _passive(tree, above) or tree.of(above, "obj")  # "was hit and killed"
    return [o for c in tree.of(verb, "conj") for o in tree.of(c, "obj")]


def fillers(tree: Tree, verb: int, patient: int) -> Iterator[tuple[int, str, int]]:
    """The slots that words beside a deed fill: (slot, group, word)."""
    doing = list(_meanwhile(tree, verb, patient))
    yield from _groups(tree, "meanwhile", doing)
    amid = {i for w in doing for i in tree.subtree(w, ("advcl", "nsubj", "conj")) if not _left(tree, w, i)}
    amid |= {i for w in _way(tree, verb, patient) for i in tree.subtree(w)}
    yield from ((n, g, w) for n, g, w in _groups(tree, "amid", sorted(amid)) if _goal(tree, w, known().slots[n].cases))
    yield from _groups(tree, "agent", _agents(tree, verb))
    yield from _groups(tree, "deed", [verb])
    for o in tree.of(verb, "obl"):
        cases = {tree.tokens[c].lemma.lower() for c in tree.of(o, "case")}
        joined = [o, *tree.of(o, "conj")]
        around = _groups(tree, "around", [*joined, *(c for w in joined for c in tree.of(w, "nmod"))])
        yield from ((n, g, w) for n, g, w in around if cases & known().slots[n].cases)
        if tree.tokens[o].pos == "NOUN":
            yield from ((n, g, o) for case in sorted(cases) for n, g in slots("ways").get(case, ()))


def _groups(tree: Tree, where: str, words: list[int]) -> Iterator[tuple[int, str, int]]:
    """The slots of one place that words fill."""
    for w in words:
        yield from ((n, g, w) for n, g in slots(where).get(tree.tokens[w].lemma.lower(), ()))


def _left(tree: Tree, doing: int, word: int) -> bool:
    """Whether a word is for where somebody came from: "leaving home", "from work"."""
    leaving = tree.tokens[doing].lemma.lower() in known().leaving
    return (leaving and word in tree.of(doing, "obj")) or any(
        tree.tokens[c].lemma.lower() in known().leaving for c in tree.of(word, "case")
    )


def _goal(tree: Tree, word: int, cases: frozenset[str]) -> bool:
    """Whether a word is for where somebody goes ("to church", "home"), not for whose or which that is."""
    own = {tree.tokens[c].lemma.lower() for c in tree.of(word, "case")}
    return bool(own & cases) or not (own or tree.tokens[word].rel in OF_ANOTHER)


OF_ANOTHER = ("compound", "nmod:poss")
"""Relations of a word that tells of what sort or whose another one is: "a school bus"."""


def only_one(tree: Tree, verb: int, word: int) -> bool:
    """Whether a deed is told to have befallen somebody in one way only: "shot once in the arm"."""
    beside = {verb, word, *tree.of(verb, "obl", "obj")}
    return any(t.head in beside and t.lemma.lower() in known().sole for t in tree.tokens)


def _agents(tree: Tree, verb: int) -> list[int]:
    by = [
        o
        for o in tree.of(verb, "obl")
        if any(tree.tokens[c].lemma.lower() in function_words().agents for c in tree.of(o, "case"))
    ]
    return by or [c for c in tree.of(verb, "nsubj") if tree.tokens[c].rel != "nsubj:pass"]


def _way(tree: Tree, verb: int, patient: int) -> Iterator[int]:
    """The words for a way on which the person was: "on his way to the mill"."""
    for w in (*tree.of(patient, "nmod"), *tree.of(verb, "obl")):
        if tree.tokens[w].lemma.lower() in known().way:
            yield w


def _meanwhile(tree: Tree, verb: int, patient: int) -> Iterator[int]:
    """The verbs for what the person did when it happened."""
    for c in tree.of(verb, "advcl"):
        if _while(tree, c) and all(_same(tree, s, patient) for s in tree.of(c, "nsubj")):
            yield c
            yield from (k for k in tree.of(c, "conj") if not tree.of(k, "nsubj"))
    yield from (
        c
        for c in tree.of(patient, "acl")
        if c != verb and not tree.tokens[c].rel.endswith("relcl") and _ongoing(tree, c)
    )
    before = _clause_before(tree, patient)
    if before is not None:
        yield from before
        return
    above = tree.tokens[verb].head
    subject = subject_of(tree, above) if tree.tokens[verb].rel == "advcl" and _while(tree, verb) else None
    if subject is not None and (subject == patient or _same(tree, patient, subject)):
        chain = [above, *tree.of(above, "conj")]
        while tree.tokens[chain[0]].rel == "conj" and not tree.of(chain[0], "nsubj"):
            chain.insert(0, tree.tokens[chain[0]].head)
        yield from chain


def _while(tree: Tree, verb: int) -> bool:
    """Whether a clause tells what goes on meanwhile."""
    return any(tree.tokens[m].lemma.lower() in known().meanwhile for m in tree.of(verb, "mark", "advmod"))


def _clause_before(tree: Tree, patient: int) -> list[int] | None:
    """The verbs of the clause that runs up to "when she was hit", where the tree hangs that clause elsewhere."""
    opens = patient > 1 and tree.tokens[patient - 1].lemma.lower() in known().meanwhile
    if not opens or tree.tokens[patient].pos != "PRON":
        return None
    found: list[int] = []
    for i in range(patient - 2, -1, -1):
        if tree.tokens[i].pos == "VERB" and tree.tokens[i].rel not in ("amod", "acl", "acl:relcl"):
            found.append(i)
            if tree.of(i, "nsubj"):
                return found
    return None


def _ongoing(tree: Tree, word: int) -> bool:
    return any(tree.tokens[word].text.lower().endswith(e) for e in function_words().ongoing)


def _same(tree: Tree, subject: int, patient: int) -> bool:
    """Whether a subject may be the person meant: one of the two is a pronoun for persons, or both are the same word."""
    one, other = (tree.tokens[i].text.lower() for i in (subject, patient))
    return one == other or bool({one, other} & function_words().third_persons)
