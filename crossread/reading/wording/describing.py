"""What a description is for: the noun that it stands before, or what it is said of."""

from __future__ import annotations

from crossread.function_words import function_words
from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.colours import appraisals, kind_of
from crossread.reading.wording.labels import known
from crossread.reading.wording.pictures import antecedent
from crossread.trees import Tree


def is_somebody(page: Page, tree: Tree, word: int) -> bool:
    """No pronoun that stands for nobody in the report, and not the speaker himself ("I am angry")."""
    token = tree.tokens[word]
    index = page.mention_at(token)
    return token.pos != "PRON" or (page.resolved(index) != index and token.text.lower() not in _oneself())


def _oneself() -> frozenset[str]:
    return function_words().first_persons | function_words().speakers_as_objects | known().selves


def modified(tree: Tree, first: int, last: int) -> int | None:
    """The noun before which the words `first` to `last` stand as its attribute; the next one if the parse lost it."""
    if last + 2 < len(tree.tokens) and tree.tokens[last + 1].pos == "NOUN" and is_owner(tree, last + 1):
        return last + 1  # "the slain teen's cousin"
    word = _outer(tree, first, last)
    for _ in range(2):
        if word is not None and tree.tokens[word].rel == "conj" and tree.tokens[word].pos in ("ADJ", "VERB", "ADV"):
            word = tree.tokens[word].head
    attribute = word is not None and tree.tokens[word].rel in (
        "amod",
        "compound",
        "nmod",
        "nmod:desc",
        "advmod",
        "nummod",
    )
    if word is not None and attribute:
        noun = tree.tokens[word].head
        if noun > last and tree.tokens[noun].pos in ("NOUN", "PROPN"):
            while tree.tokens[noun].rel == "compound" and tree.tokens[noun].head == noun + 1:
                noun = tree.tokens[noun].head
            return noun
        behind = last + 1
        while behind < len(tree.tokens) and tree.tokens[behind].pos == "ADJ":
            behind += 1
        if behind < len(tree.tokens) and tree.tokens[behind].pos == "NOUN":
            return behind
    return None


def is_owner(tree: Tree, word: int) -> bool:
    return tree.tokens[word].rel == "nmod:poss" and tree.tokens[word + 1].rel == "case"


def _outer(tree: Tree, first: int, last: int) -> int | None:
    """The word of a stretch whose head stands outside of it."""
    return next((i for i in range(last, first - 1, -1) if not first <= tree.tokens[i].head <= last), None)


def predicated(tree: Tree, first: int, last: int) -> int | None:
    """Of what the words are said: "the crowd became unruly", "Reyes, a kind and gentle man, was …"."""
    word = _outer(tree, first, last)
    for _ in range(4):
        if word is None:
            return None
        token = tree.tokens[word]
        is_it = tree.of(word, "cop", "aux:pass") or _is_lasting(tree, word)
        if is_it and (subjects := tree.of(word, "nsubj") or _shared(tree, word)):
            return antecedent(tree, subjects[0])
        above = token.head
        if above < 0 or token.rel.split(":")[0] not in ("xcomp", "conj", "amod", "advcl", "list", "parataxis"):
            return None
        if tree.tokens[above].lemma.lower() in known().seeming and (subjects := tree.of(above, "nsubj")):
            return antecedent(tree, subjects[0])
        named = token.rel == "advcl" and tree.tokens[above].lemma.lower() in known().describing
        if named or token.rel.split(":")[0] == "xcomp":
            things = tree.of(above, "obj") or tree.of(above, "nsubj")
            return things[0] if things else None
        if token.rel.split(":")[0] != "conj":
            return None
        word = above
    return None


def described(page: Page, tree: Tree, noun: int, last: int) -> Bearer:
    """Who or what a noun with its attribute is: a name beside it, what it is said of, or the noun and what follows."""
    tied = bearers.tied_bearer(page, tree, noun)
    if tied is not None and (tied.mention is not None or kind_of(page, tree, noun) != "people"):
        return tied
    for owner in tree.of(noun, "nmod:poss") if kind_of(page, tree, noun) != "people" else ():
        if (whose := bearers.by_name(page, tree, owner, "belongs to it")) is not None:
            return bearers.behind(page, tree, noun, whose)  # "Reyes's half-hearted apology"
    index = page.resolved(page.mention_at(tree.tokens[noun]))
    _, end = tree.phrase(noun, without=bearers.LOOSE)
    start = last + 1
    if tree.tokens[start].pos in ("PUNCT", "CCONJ"):
        start = noun
        while tree.tokens[start - 1].rel == "compound" and start - 1 > last:
            start -= 1
    if is_owner(tree, noun):
        end = noun
    text = page.text[tree.tokens[min(start, noun)].start : tree.tokens[end].end]
    return Bearer(" ".join(text.split()), index, "modifies it", tied=False)


def _is_lasting(tree: Tree, word: int) -> bool:
    """Whether what looks like a verb tells how something is: "the film is boring" holds no object."""
    token = tree.tokens[word]
    being = [c for c in tree.of(word, "aux") if tree.tokens[c].text.lower() in function_words().be]
    return bool(being) and token.text.lower().endswith(appraisals().lasting) and not tree.of(word, "obj", "obl")


def _shared(tree: Tree, word: int) -> list[int]:
    """The subject that the second of two clauses shares: "was well equipped, but was inexperienced"."""
    token = tree.tokens[word]
    return tree.of(token.head, "nsubj") if token.rel == "conj" and token.head >= 0 else []
