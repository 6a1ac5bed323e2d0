"""Descriptions that tell what somebody is: "described the mayor as a caretaker", "Reyes, a foe of the dam".

None of the words need judge by themselves: who says what somebody is has chosen what to say of him.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossread.function_words import function_words
from crossread.reading.voices import speakers
from crossread.reading.voices.named import is_named
from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.choices import WIDEST, Choice
from crossread.reading.wording.labels import FAINT, known
from crossread.trees import Tree

OPENING = 2
"""Sentences of a report, title and first, in which one who is named next may be described ("A dam foe was …")."""


def described(page: Page, tree: Tree) -> Iterator[Choice]:
    """What a sentence says that somebody or something is, by verbs of describing and by nouns for where one stands."""
    yield from _by_verb(page, tree)
    yield from _by_stance(page, tree)


def _by_verb(page: Page, tree: Tree) -> Iterator[Choice]:
    for verb, token in enumerate(tree.tokens):
        if token.pos != "VERB" or token.lemma.lower() not in known().describing:
            continue
        for head in tree.of(verb, "obl", "xcomp", "obj", "advcl", "ccomp"):
            if head < verb or tree.tokens[head].pos not in ("NOUN", "ADJ") or _is_plain(page, tree, head):
                continue
            marked = any(verb < c and _low(tree, c) in known().likening for c in tree.of(head, "mark", "case"))
            if not marked and (token.lemma.lower() not in known().naming_bare or tree.of(head, "mark", "case")):
                continue
            bearer = _described_one(page, tree, verb, head, marked)
            if bearer is None or tree.of(head, "aux") or bearer.text == bearers.phrase_text(page, tree, head):
                continue
            yield Choice(_first(tree, head), _last(tree, head), bearer, "described so", FAINT, shown=True)


def _described_one(page: Page, tree: Tree, verb: int, head: int, marked: bool) -> Bearer | None:
    """Whom or what a verb describes, also where the parse took the object for the subject of the description."""
    subjects = [c for c in tree.of(head, "nsubj") if verb < c < head]
    if not subjects or not marked:
        return None if subjects else bearers.said_of(page, tree, head)
    passive = tree.of(verb, "nsubj") if speakers.is_passive(tree, verb) else []
    return bearers.any_bearer(page, tree, (passive or subjects)[0], "it is called so")


def _is_plain(page: Page, tree: Tree, head: int) -> bool:
    """What tells age and looks for a search ("described as a man in his 30s"), or only names ("called Reyes")."""
    told = any(tree.tokens[i].pos == "NUM" for i in tree.subtree(head))
    return told or _low(tree, head) in known().persons or _is_name(page, tree, head)


def _is_name(page: Page, tree: Tree, head: int) -> bool:
    return tree.tokens[head].text.istitle() or is_named(page, page.mention_at(tree.tokens[head]))


def _low(tree: Tree, word: int) -> str:
    return tree.tokens[word].text.lower()


def _first(tree: Tree, head: int) -> int:
    """The first of the words before a head that describe with it, articles and prepositions left out."""
    first = head
    own = set(tree.subtree(head, without=("case", "mark", "det", "nmod:poss", "nsubj", "cop")))
    while first - 1 in own and head - first < WIDEST and tree.tokens[first - 1].pos not in ("ADP", "SCONJ", "DET"):
        first -= 1
    while first < head and tree.tokens[first].pos == "PUNCT":
        first += 1
    while first > 0 and tree.tokens[first - 1].end == tree.tokens[first].start and _glues(tree, first):
        first -= 1  # "44-year-old"
    return first


def _glues(tree: Tree, first: int) -> bool:
    return tree.tokens[first - 1].text == "-" or tree.tokens[first].text == "-"


def _by_stance(page: Page, tree: Tree) -> Iterator[Choice]:
    small = function_words()
    for head, token in enumerate(tree.tokens):
        if (
            token.pos not in ("NOUN", "PROPN")
            or not _is_stance(tree, head)
            or is_named(page, page.mention_at(tree.tokens[head]))
        ):
            continue
        bearer = bearers.tied_bearer(page, tree, head)
        if bearer is not None and not _fits(page, tree, head, bearer):
            bearer = None
        articles = {_low(tree, c) for c in tree.of(head, "det")}
        opens = tree in page.trees[:OPENING] and token.rel.startswith(("nsubj", "root"))
        if bearer is None and opens and articles and articles <= small.indefinite:
            bearer = Bearer(bearers.phrase_text(page, tree, head), None, "opens the report")
        if bearer is not None:
            yield Choice(_first(tree, head), _last(tree, head), bearer, "tells where one stands", FAINT, shown=True)


def _fits(page: Page, tree: Tree, head: int, bearer: Bearer) -> bool:
    """A name of somebody who can be what the noun says: bodies for bodies; what only takes a name up tells less."""
    if bearer.mention is None or not page.mentions[bearer.mention].named or bearer.why == "refers to it":
        return False
    body = _low(tree, head) in known().plain
    type_ = page.mentions[bearer.mention].type
    return type_ != "place" and (not body or type_ != "person")


def _is_stance(tree: Tree, head: int) -> bool:
    """A noun for where somebody stands, or a body of such people ("an advocacy group")."""
    low = _low(tree, head)
    forms = (low, low.removesuffix("s"))
    if any(form in known().stances for form in forms):
        return True
    before = _low(tree, head - 1) if head else ""
    return before in known().causes and any(form in known().plain for form in forms)


def _last(tree: Tree, head: int) -> int:
    """The last word: of "opponent of the dam" the dam."""
    of = [c for c in tree.of(head, "nmod") if c > head and _case(tree, c) & function_words().genitives]
    return of[0] if of and of[0] - head <= WIDEST else head


def _case(tree: Tree, word: int) -> set[str]:
    return {_low(tree, c) for c in tree.of(word, "case")}
