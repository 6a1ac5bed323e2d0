"""Whom a judging word is for, where the clause around it tells: what turned into it, who was treated so, who did it."""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.reading.voices import speakers
from crossread.reading.voices.page import Page
from crossread.reading.wording.colours import colours
from crossread.reading.wording.countries import is_country
from crossread.reading.wording.labels import known
from crossread.reading.wording.naming import Bearer, any_bearer, case
from crossread.trees import Tree

_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))


def becoming(page: Page, tree: Tree, head: int) -> Bearer | None:
    """What became, is or stands for it: "turned the firm into a pariah", "such acts constitute terrorism"."""
    for find in (_turned, _equal, _standing_in, _seen_as):
        if (word := find(tree, head)) is not None and word != head:
            return any_bearer(page, tree, word, "said of it")
    return None


def doing(page: Page, tree: Tree, head: int) -> Bearer | None:
    """Who did it, where the noun itself does not tell: "the greed shown by the bankers", "resorted to slander"."""
    shared = [head, *tree.of(head, "conj", "appos")]
    above = tree.tokens[head].head
    if tree.tokens[head].rel in ("conj", "appos") and above >= 0:
        shared += [above, *tree.of(above, "conj", "appos")]
    for noun in shared:
        for clause in tree.of(noun, "acl"):
            by = speakers.agent(tree, clause)
            if by is not None and case(tree, by) in function_words().agents:
                return any_bearer(page, tree, by, "it is done by them")
    return None


def apposed(page: Page, tree: Tree, head: int) -> Bearer | None:
    """What it is an apposition to: a plain noun ("the hospital, long a national disgrace"), or what somebody did, if an
    object stands before it ("froze the pay — a brutal decision")."""
    token = tree.tokens[head]
    above = token.head
    if token.rel != "appos" or above < 0 or tree.tokens[above].pos != "NOUN":
        return None
    verb = tree.tokens[above].head
    comma = tree.tokens[tree.phrase(head)[0]].text == "," or tree.tokens[tree.phrase(head)[0] - 1].text == ","
    done = tree.tokens[above].rel == "obj" and verb >= 0 and _is_indefinite(tree, head) and not comma
    if done and (subject := _passive_or_subject(tree, verb)) is not None:
        return any_bearer(page, tree, subject, "it is what they did")
    return any_bearer(page, tree, above, "stands beside it")


def _turned(tree: Tree, head: int) -> int | None:
    """ "turned the firm from a darling into a pariah", "the vigil became a riot"."""
    verb, word = tree.tokens[head].head, head
    if verb >= 0 and tree.tokens[verb].pos in ("NOUN", "PROPN") and case(tree, head) in function_words().origins:
        verb, word = tree.tokens[verb].head, verb
    if verb < 0 or tree.tokens[verb].lemma.lower() not in known().turning:
        return None
    if case(tree, head) not in known().changing and word == head:
        return None
    things = [c for c in tree.of(verb, "obj", "nsubj") if verb < c <= word and c != head]
    return things[0] if things else _passive_or_subject(tree, verb)


def _equal(tree: Tree, head: int) -> int | None:
    """ "which constitute only terrorism", "amounts to slander"."""
    verb = tree.tokens[head].head
    if verb < 0 or tree.tokens[verb].lemma.lower() not in known().equalling:
        return None
    plain = tree.tokens[head].rel == "obj" and not case(tree, head)
    if not plain and not (tree.tokens[head].rel.startswith("obl") and case(tree, head) in function_words().infinitive):
        return None
    return _passive_or_subject(tree, verb)


def _standing_in(tree: Tree, head: int) -> int | None:
    """ "The island lies in a volatile region": a region tells of what lies in it."""
    above = tree.tokens[head].head
    noun = tree.tokens[head].lemma.lower()
    if case(tree, head) not in known().lying_in or noun not in colours().places or not _is_indefinite(tree, head):
        return None
    if tree.of(head, "cop"):
        return next(iter(tree.of(head, "nsubj")), None)
    if above < 0 or tree.tokens[above].lemma.lower() not in known().lying:
        return None
    return _passive_or_subject(tree, above)


def _seen_as(tree: Tree, head: int) -> int | None:
    """ "continue to be treated like criminals"; "a vote praised by some but derided by others as a charade"."""
    verb = tree.tokens[head].head
    if case(tree, head) not in known().likening or verb < 0 or tree.tokens[verb].pos not in ("VERB", "AUX"):
        return None
    if tree.of(verb, "obj"):
        return None
    token = tree.tokens[verb]
    bare = not tree.of(verb, "aux", "nsubj") and token.text.lower().endswith(known().participles)
    if bare and (token.rel == "conj" or token.rel.startswith(("acl", "advcl"))):
        return _participle_of(tree, verb)
    between = any(verb < c < head and tree.tokens[c].pos in _NOUNS for c in tree.of(verb, "obl", "xcomp"))
    named = tree.tokens[verb].lemma.lower() in known().describing and not speakers.is_passive(tree, verb)
    if named or (
        between and not speakers.is_passive(tree, verb) and case(tree, head) in function_words().manner_conjunctions
    ):
        return None  # "went after Reyes as a thug"
    return _passive_or_subject(tree, verb)


def _participle_of(tree: Tree, verb: int) -> int | None:
    """The noun that a participle tells more of; for the second of two participles that of the first."""
    if tree.tokens[verb].rel.startswith("acl"):
        return tree.tokens[verb].head
    for i in range(verb - 1, 0, -1):
        first = tree.tokens[i]
        bare = (
            first.pos == "VERB" and first.text.lower().endswith(known().participles) and not tree.of(i, "nsubj", "aux")
        )
        if bare and first.rel in ("acl", "advcl") and tree.tokens[i - 1].pos == "NOUN":
            return i - 1 if first.rel == "advcl" else first.head
    above = tree.tokens[verb].head
    before = [c for c in tree.children[above] if c < verb and tree.tokens[c].rel in _ROLES] if above >= 0 else []
    return before[-1] if before else None


_ROLES = ("nsubj", "nsubj:pass", "obj", "obl")


def _passive_or_subject(tree: Tree, verb: int) -> int | None:
    """What is or does what a verb says: its own subject, or one that it shares with the verb above."""
    own = tree.of(verb, "nsubj")
    if own:
        return own[0]
    found = speakers.subject(tree, verb, 1)
    return found if found is not None and tree.tokens[found].pos in _NOUNS else None


def _is_indefinite(tree: Tree, word: int) -> bool:
    return any(tree.tokens[c].text.lower() in function_words().indefinite for c in tree.of(word, "det"))


def whose_purpose(tree: Tree, verb: int, noun: int) -> int | None:
    """Who means to do what a verb says that hangs on a noun by "to" ("efforts to discredit the press"): whose efforts
    they are, or who makes them. The noun itself for verbs that tell of it ("the law which forbids …")."""
    if not any(tree.tokens[c].text.lower() in function_words().infinitive for c in tree.of(verb, "mark")):
        return noun
    owner = next(iter(tree.of(noun, "nmod:poss")), None)
    if owner is not None and tree.tokens[owner].pos != "PRON":
        return owner
    above = tree.tokens[noun].head
    if above >= 0 and tree.tokens[above].pos == "VERB" and not tree.tokens[noun].rel.startswith("nsubj"):
        return speakers.subject(tree, above) or noun
    return owner if owner is not None else noun


# --------------------------------------------------------------------------- what a description stands for


def possessed(page: Page, tree: Tree, owner: int) -> Bearer | None:
    """Whose "its" is that no mention tells: the subject of its own clause."""
    if tree.tokens[owner].text.lower() not in function_words().owners:
        return None
    for above in tree.ancestors(owner):
        for subject in tree.of(above, "nsubj"):
            if subject < owner and tree.tokens[subject].pos in ("NOUN", "PROPN"):
                return any_bearer(page, tree, subject, "belongs to it")
    return None


def described_before(page: Page, tree: Tree, head: int) -> Bearer | None:
    """The name that "the troubled airline" takes up: the last of its kind told before, in its sentence or the one
    before; none if two stand there."""
    token = tree.tokens[head]
    definite = any(tree.tokens[c].text.lower() in function_words().pointing for c in tree.of(head, "det"))
    kinds = next((kinds for kinds, nouns in known().kinds.items() if token.lemma.lower() in nouns), None)
    plain = token.text.lower() == token.lemma.lower()
    if kinds is None and token.rel.startswith("nsubj") and token.text[:1].isupper() and is_country(token.text):
        kinds, plain = "person", True  # "The Valdorian-born Orskan"
    if not definite or kinds is None or not plain:
        return None
    sentence = page.sentence_at(tree.sentence.start)
    for at in range(sentence, max(-1, sentence - BACK - 1), -1):
        start, end = page.trees[at].sentence.start, min(page.trees[at].sentence.end, token.start)
        told = [i for i in page.mentions_in(start, end) if page.mentions[i].named and _is_of(page, i, kinds)]
        names = {page.mentions[i].span.text for i in told}
        if len(names) == 1:
            return Bearer(page.mentions[told[0]].span.text, told[0], "the last of its kind told before")
        if names:
            return None
    return None


BACK = 2
"""Sentences before its own in which the name behind a description is looked for: of the choices that analysts of 25
stories name two fewer are tied rightly at 0, one fewer at 3."""


def _is_of(page: Page, mention: int, kind: str) -> bool:
    found = page.mentions[mention]
    if kind == "country":
        return is_country(found.span.text)
    firms = ("company", "organisation")  # a firm's name is often taken for a body's
    return found.type == kind or (kind in firms and found.type in firms)
