"""Whom a label is for: the actor behind a noun, an adjective or a verb, as the sentence ties them."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from crossread.function_words import function_words
from crossread.reading.voices import speakers
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.reading.wording.apposition import name_after_comma, name_before_comma
from crossread.reading.wording.colours import kind_of
from crossread.reading.wording.countries import is_country
from crossread.reading.wording.labels import known
from crossread.reading.wording.naming import (
    LOOSE,
    Bearer,
    any_bearer,
    by_name,
    case,
    country,
    phrase_text,
    relative,
    whole_text,
)
from crossread.reading.wording.ties import apposed, becoming, described_before, doing, possessed, whose_purpose
from crossread.trees import Tree

__all__ = [
    "LOOSE",
    "Bearer",
    "any_bearer",
    "behind",
    "by_name",
    "called_bearer",
    "noun_bearer",
    "object_bearer",
    "owner_bearer",
    "phrase_text",
    "quality_bearer",
    "said_of",
    "subject_bearer",
    "tied_bearer",
]


_Way = Callable[[Page, Tree, int], Bearer | None]


def noun_bearer(page: Page, tree: Tree, head: int, *, agent_first: bool = False) -> Bearer:
    """Whom a noun is for: whom it stands beside, is said of, refers to; for deeds, who does them."""
    if (bearer := _through(page, tree, head)) is not None:
        return bearer
    after_name = (becoming, _beside, said_of, _refers)
    for find in (becoming, _doer, doing, _beside, said_of) if agent_first else after_name:
        if (bearer := find(page, tree, head)) is not None:
            return behind(page, tree, head, bearer) if find in _BEHIND else bearer
    word = tree.tokens[head].text.lower()
    sides = word in known().by_country or word.removesuffix("s") in known().by_country
    if not agent_first and (bearer := _doer(page, tree, head, sides)) is not None:
        return bearer
    if (bearer := _first_found(page, tree, head, (doing, described_before, apposed))) is not None:
        return bearer
    return Bearer(whole_text(page, tree, head), page.mention_at(tree.tokens[head]), "named so", tied=False)


def behind(page: Page, tree: Tree, noun: int, owner: Bearer) -> Bearer:
    """Whoever is behind a deed, with the words for the deed itself."""
    return msgspec.structs.replace(owner, thing=whole_text(page, tree, noun))


def tied_bearer(page: Page, tree: Tree, head: int) -> Bearer | None:
    """Whom the sentence itself ties to a noun: a name beside it, what it is said of, what it refers to."""
    return _first_found(page, tree, head, (_through, becoming, _beside, said_of, _refers, described_before))


def called_bearer(page: Page, tree: Tree, head: int) -> Bearer | None:
    """What is said to be what a noun names: its subject or object, or what it stands beside."""
    return _first_found(page, tree, head, (_through, becoming, _beside, said_of, apposed))


def _first_found(page: Page, tree: Tree, head: int, ways: tuple[_Way, ...]) -> Bearer | None:
    return next((bearer for find in ways if (bearer := find(page, tree, head)) is not None), None)


def _through(page: Page, tree: Tree, head: int) -> Bearer | None:
    """What is said to be "an act of …"."""
    above = tree.tokens[head].head
    if (
        case(tree, head) not in function_words().genitives
        or above < 0
        or tree.tokens[above].text.lower() not in known().weightless
    ):
        return None
    return said_of(page, tree, above) or _beside(page, tree, above) or _doer(page, tree, above)


def _beside(page: Page, tree: Tree, head: int) -> Bearer | None:
    """An apposition ("Reyes, the strongman"; "strongman Reyes"; "one of the most feared militias")."""
    token = tree.tokens[head]
    behind = page.mention_at(tree.tokens[head + 1]) if head + 1 < len(tree.tokens) else None
    if behind is not None and token.pos in ("NOUN", "PROPN", "ADJ"):
        mention = page.mentions[behind]
        begins = mention.span.start == tree.tokens[head + 1].start and not tree.tokens[head + 1].rel.startswith("nsubj")
        if mention.named and mention.type == "person" and begins:
            return Bearer(mention.span.text, behind, "stands before the name")
    if token.rel == "conj" and token.head >= 0 and tree.tokens[token.head].rel.startswith("appos"):
        return _beside(page, tree, token.head)  # "Reyes, a nurse and devoted mother"
    for find in (name_before_comma, name_after_comma):
        if (named := find(page, tree, head)) is not None:
            return Bearer(page.mentions[named].span.text, named, "stands beside it")
    candidates = [c for c in tree.of(head, "appos", "flat") if tree.tokens[c].pos in ("PROPN", "NOUN")]
    if token.rel in ("appos", "nmod:desc", "compound", "flat") and token.head >= 0:
        candidates.append(token.head)
    above = token.head
    if token.rel.startswith("nmod") and above >= 0 and tree.tokens[above].text.lower() in known().partitives:
        if tree.tokens[above].rel == "appos":
            candidates.append(tree.tokens[above].head)
        candidates += tree.of(above, "nsubj")
    for candidate in candidates:
        found = by_name(page, tree, candidate, "stands beside it")
        if found is not None:
            return found
    return None


def said_of(page: Page, tree: Tree, head: int) -> Bearer | None:
    """What is said of somebody, alone or as the second of two ("traitors and butchers")."""
    token = tree.tokens[head]
    if (bearer := _said(page, tree, head)) is not None or token.rel != "conj" or token.head < 0:
        return bearer
    aside = {i for clause in tree.of(token.head, "acl") for i in tree.subtree(clause)}
    between = [tree.tokens[i] for i in range(token.head + 1, tree.phrase(head)[0]) if i not in aside]
    paired = all(
        t.pos in ("PUNCT", "CCONJ") or (t.rel == "conj" and t.head == token.head) for t in between
    )  # not "called it a raid and Reyes a thug"
    return _said(page, tree, token.head) if paired else None


def _said(page: Page, tree: Tree, head: int) -> Bearer | None:
    """ "Reyes is a thug", "calls Reyes a thug", "views the presence as an occupation"."""
    token = tree.tokens[head]
    if tree.of(head, "cop"):
        shared = tree.of(token.head, "nsubj") if token.rel == "conj" and token.head >= 0 else []
        for subject in tree.of(head, "nsubj") or shared or tree.of(head, "csubj"):
            if tree.tokens[subject].text.lower() in known().asking and relative(tree, subject) is None:
                return None
            return any_bearer(page, tree, subject, "said of it")
    verb = token.head
    if verb < 0 or tree.tokens[verb].pos not in ("VERB", "AUX"):
        return None
    seems = tree.tokens[verb].lemma.lower() in known().seeming and not tree.of(verb, "obj")
    seems = seems and not token.rel.startswith("nsubj") and case(tree, head) in known().likening | {""}
    if seems and (subjects := tree.of(verb, "nsubj")):
        return any_bearer(page, tree, subjects[0], "said of it")
    cases = {tree.tokens[c].text.lower() for c in tree.of(head, "case", "mark")}
    if (
        cases & known().likening
        or token.rel.startswith("xcomp")
        or (not cases and token.rel in ("obj", "obl", "ccomp"))
    ):
        things = [
            c
            for c in tree.of(verb, "obj", "iobj", "nsubj", "xcomp")
            if verb < c < head and tree.tokens[c].pos in _NOMINAL and not case(tree, c)
        ]
        if not cases & function_words().manner_conjunctions and cases & known().likening:
            things = [c for c in things if kind_of(page, tree, c) != "place"]  # "left the hall like thieves"
        if token.pos == "ADJ":  # "called unworthy the demands"
            things = things or [c for c in tree.of(verb, "obj") if c > head]
        things = things or [
            c
            for c in tree.of(verb, "nsubj")
            if speakers.is_passive(tree, verb) or cases & known().likening - function_words().manner_conjunctions
        ]
        if not things and cases & function_words().manner_conjunctions:  # "went after Reyes as a “brat”"
            things = [c for c in tree.of(verb, "obl") if verb < c < head and by_name(page, tree, c, "") is not None]
        if things and tree.tokens[things[0]].text.lower() not in known().asking:  # "what they call a raid"
            return any_bearer(page, tree, things[0], "it is called so")
    if cases & known().accusing and _accuses(tree.tokens[verb].text):
        things = [c for c in tree.of(verb, "obj", "iobj", "nsubj") if verb < c < head] or (
            tree.of(verb, "nsubj") if speakers.is_passive(tree, verb) else []
        )
        if things:
            return any_bearer(page, tree, things[0], "it is accused of it")
    return None


_NOMINAL = frozenset(("NOUN", "PROPN", "PRON"))


def _accuses(verb: str) -> bool:
    _, frames = lexicon().verbs.get(verb.lower(), ("", ()))
    return any(frame.kind == "accusation" for frame in frames)


def _refers(page: Page, tree: Tree, head: int) -> Bearer | None:
    index = page.mention_at(tree.tokens[head])
    target = page.resolved(index)
    if index is None or target is None or target == index:
        return None
    return Bearer(page.mentions[target].span.text, target, "refers to it")


def _doer(page: Page, tree: Tree, head: int, sides: bool = True) -> Bearer | None:
    """Whose deed or what kind of actor: "Alpha's aggression", "the Alpha regime", "the invasion by Alpha"."""
    _, end = tree.phrase(head)
    by = [
        c
        for c in tree.of(head, "nmod")
        if case(tree, c) in function_words().agents | function_words().origins and c <= end
    ]
    of = [c for c in tree.of(head, "nmod") if case(tree, c) in function_words().genitives and c <= end]
    poss, parts = tree.of(head, "nmod:poss"), tree.of(head, "compound", "amod", "nmod:desc")
    for candidate in [*by, *parts, *poss, *of]:
        found = by_name(page, tree, candidate, "belongs to it") or country(tree, candidate)
        if found is not None and (sides or not is_country(tree.tokens[candidate].text)):
            return found
    if not poss:
        return None
    owner = any_bearer(page, tree, poss[0], "belongs to it")
    if owner.mention is not None and page.mentions[owner.mention].named:
        return owner
    if owner.mention is None and (whose := possessed(page, tree, poss[0])) is not None:
        return whose
    return Bearer(phrase_text(page, tree, head), owner.mention, "belongs to it")


def owner_bearer(page: Page, tree: Tree, head: int) -> Bearer | None:
    """Who has or does what a judging noun names: "used a sloppy method", "with some arrogance, the agency said"."""
    word = head
    for _ in range(3):
        above, rel = tree.tokens[word].head, tree.tokens[word].rel
        if above < 0:
            return None
        if tree.tokens[above].pos == "VERB":
            owns = tree.tokens[above].lemma.lower() in known().owning
            hows = {tree.tokens[c].text.lower() for c in tree.of(word, "case", "mark")}
            by_way = rel.startswith(("obl", "advcl")) and (
                hows & known().in_manner or (owns and hows & known().in_deeds)
            )
            if (rel == "obj" and owns) or by_way:
                return subject_bearer(page, tree, above)
            return None
        word = above
    return None


def subject_bearer(page: Page, tree: Tree, verb: int) -> Bearer | None:
    """Who does what a verb says: its subject, its "by …", or the subject that it shares."""
    subject = _made_to(tree, verb) or speakers.subject(tree, verb)
    if subject is not None and subject == tree.tokens[verb].head:
        subject = whose_purpose(tree, verb, subject)
    if subject is None or speakers.is_relative(tree, subject):
        return None
    return any_bearer(page, tree, subject, "does it")


def _made_to(tree: Tree, verb: int) -> int | None:
    """Who is said to do it: the object of the verb above ("accused Reyes of looting", "kept fans from storming …")."""
    above = tree.tokens[verb].head
    if above < 0 or tree.of(verb, "nsubj") or tree.tokens[above].pos != "VERB":
        return None
    marks = {tree.tokens[c].text.lower() for c in tree.of(verb, "mark", "case")}
    if not marks & known().doing_of:
        return None
    passive = tree.of(above, "nsubj") if speakers.is_passive(tree, above) else []
    return next((c for c in [*tree.of(above, "obj"), *passive] if c < verb), None)


def object_bearer(page: Page, tree: Tree, verb: int) -> Bearer | None:
    """To whom it is done."""
    for child in tree.of(verb, "obj") or [c for c in tree.of(verb, "nsubj") if tree.tokens[c].rel == "nsubj:pass"]:
        return any_bearer(page, tree, child, "it is done to it")
    above = tree.tokens[verb].head
    if above >= 0 and tree.tokens[verb].rel.startswith("xcomp") and tree.of(verb, "aux:pass"):
        for child in tree.of(above, "nsubj"):  # "the rumour appears to have been made up"
            return any_bearer(page, tree, child, "it is done to it")
    return None


def quality_bearer(page: Page, tree: Tree, word: int) -> tuple[Bearer, int] | None:
    """What an adjective judges, and the word on which both hang: the noun that it modifies, or itself."""
    token = tree.tokens[word]
    leans = token.rel == "advmod" and token.head > word and tree.tokens[token.head].pos in ("NOUN", "PROPN")
    if leans or (token.rel in ("amod", "compound", "nmod", "nmod:desc") and token.head > word):
        noun = token.head
        while tree.tokens[noun].rel == "compound" and tree.tokens[noun].head == noun + 1:
            noun = tree.tokens[noun].head
        people = kind_of(page, tree, noun) == "people"  # they are judged, not those whose they are
        tying = (becoming, _beside, said_of, _refers, described_before, apposed)
        for find in (_through, *tying) if people else (_through, _doer, doing, *tying, owner_bearer):
            owner = find(page, tree, noun)
            if owner is not None:
                return behind(page, tree, noun, owner) if find in _BEHIND else owner, noun
        mention = page.resolved(page.mention_at(tree.tokens[noun]))
        return Bearer(whole_text(page, tree, noun), mention, "modifies it", tied=False), noun
    said = said_of(page, tree, word) or _called(page, tree, word)
    if said is None and token.rel == "conj" and token.head >= 0:
        return quality_bearer(page, tree, token.head)
    return (said, word) if said is not None else None


def _called(page: Page, tree: Tree, word: int) -> Bearer | None:
    """ "called the raid senseless", where the parse lost the tie: the phrase between the verb and the adjective."""
    for verb in range(max(0, word - NEAR), word - 1):
        if tree.tokens[verb].text.lower() in known().calling:
            between = tree.tokens[verb + 1 : word]
            if all(t.pos in ("DET", "NOUN", "PROPN", "ADJ", "VERB", "PUNCT") and t.text != "," for t in between):
                things = [i for i in range(verb + 1, word) if tree.tokens[i].pos in ("NOUN", "PROPN", "VERB")]
                if things and things[0] - verb <= 3:
                    text = page.text[tree.tokens[verb + 1].start : tree.tokens[things[-1]].end]
                    index = page.resolved(page.mention_at(tree.tokens[things[-1]]))
                    return Bearer(" ".join(text.split()), index, "it is called so")
    return None


NEAR = 7
"""Words between "called" and the adjective, at most."""


_BEHIND = (_doer, doing, owner_bearer, apposed)
"""Ways by which the one behind a deed or a measure is found; all others find what is judged."""
