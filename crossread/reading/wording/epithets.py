"""Labels that tell what somebody is: origin, faith, standing before the law, the outsider, one of a violent lot.

Each may be true; that a report tells it ("the U.S.-born gunman") where another tells a name is a choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from crossread.function_words import function_words
from crossread.reading.voices.page import Page
from crossread.reading.wording import bearers
from crossread.reading.wording.bearers import Bearer
from crossread.reading.wording.choices import WIDEST, Choice
from crossread.reading.wording.countries import is_country
from crossread.reading.wording.labels import STRONG, WEAK, known
from crossread.trees import Tree


def epithets(page: Page, tree: Tree) -> Iterator[Choice]:
    """Descriptions of one person or group by what they are, where the sentence ties them to a name or to a deed."""
    for head, token in enumerate(tree.tokens):
        if token.pos not in ("NOUN", "PROPN", "ADJ") or token.rel in ("compound", "amod", "flat"):
            continue
        first = _label_start(tree, head)
        if first is None or _named_itself(page, tree, head):
            continue
        bearer = _bearer(page, tree, head)
        if bearer is not None:
            yield Choice(first, head, bearer, "tells what somebody is", _weight(tree, head))


def _weight(tree: Tree, head: int) -> int:
    """WEAK for nouns by which anybody may be called, STRONG for those that class somebody."""
    low = tree.tokens[head].text.lower()
    plain = low in known().persons or any(form in known().common for form in (low, low.removesuffix("s")))
    return WEAK - (low in known().persons) if plain else STRONG


def _label_start(tree: Tree, head: int) -> int | None:
    """The first word of a description by origin, faith or standing, if the noun `head` closes one."""
    first = _glued(tree, head)
    while first > 0 and head - first < WIDEST and _belongs(tree, first - 1):
        first -= 1
    while tree.tokens[first].pos in ("PUNCT", "ADV"):
        first += 1
    words = [token.text for token in tree.tokens[first : head + 1]]
    last, before = words[-1], words[:-1]
    if _is_standing(tree, head):
        return first
    told = any(_is_kin(word) or word.lower() in known().born for word in before)
    violent = last.lower() in known().culprits
    accused = any(tree.tokens[c].text.lower() in known().accused for c in tree.of(head, "acl"))
    if _is_kin(last) and last[:1].isupper() and ("-" in before or told):
        return first
    return first if violent and (told or accused) else None


def _glued(tree: Tree, head: int) -> int:
    """The first token of a word with hyphens ("out-of-towners")."""
    while head > 0 and tree.tokens[head - 1].end == tree.tokens[head].start:
        head -= 1
    return head


def _is_standing(tree: Tree, head: int) -> bool:
    low = tree.tokens[head].text.lower()
    whole = "".join(token.text for token in tree.tokens[_glued(tree, head) : head + 1]).lower()
    return any(form in known().standing for form in (low, low.removesuffix("s"), whole, whole.removesuffix("s")))


def _belongs(tree: Tree, word: int) -> bool:
    token = tree.tokens[word]
    glued = token.text == "-" or tree.tokens[word + 1].text == "-"
    return glued or (
        token.pos in ("ADJ", "NOUN", "PROPN", "VERB") and token.rel.split(":")[0] in ("amod", "compound", "nmod")
    )


def _is_kin(word: str) -> bool:
    """Whether a word tells a people or a faith."""
    return word.removesuffix("s").lower() in known().faiths or (
        is_country(word) and word[:1].isupper() and word.endswith(known().kin_endings)
    )


def _named_itself(page: Page, tree: Tree, head: int) -> bool:
    """Part of a longer name ("the Muslim Council")."""
    index = page.mention_at(tree.tokens[head])
    if index is None or not page.mentions[index].named or page.mentions[index].type == "place":
        return False
    return page.mentions[index].type in ("organisation", "armed group", "media", "company", "coalition")


def _fits(page: Page, tree: Tree, head: int, mention: int) -> bool:
    """A name of somebody who can be what the description says: for one of a people, a person."""
    bearer = page.mentions[mention]
    return bearer.named and (bearer.type in ("person", "people") or not _is_kin(tree.tokens[head].text))


def _bearer(page: Page, tree: Tree, head: int) -> Bearer | None:
    found = bearers.noun_bearer(page, tree, head)
    if found.tied and found.mention is not None and _fits(page, tree, head, found.mention):
        return found
    token = tree.tokens[head]
    cases = {tree.tokens[c].text.lower() for c in tree.of(head, "case")}
    one = [
        c
        for c in (token.head,)
        if c >= 0 and tree.tokens[c].text.lower() in known().single and cases & function_words().genitives
    ]
    if one and token.text.lower() in known().culprits:
        return Bearer(bearers.phrase_text(page, tree, head), page.mention_at(token), "does what is told", doer=True)
    alone = any(
        tree.tokens[c].text.lower() in function_words().articles | function_words().singular_demonstratives
        for c in tree.of(head, "det")
    )
    singular = not token.text.lower().endswith(known().several_endings)
    acts = token.rel.startswith("nsubj") or bool(cases & function_words().agents) or bool(tree.of(head, "acl"))
    if alone and singular and acts:
        return Bearer(bearers.phrase_text(page, tree, head), page.mention_at(token), "does what is told", doer=True)
    if not _is_standing(tree, head):
        return None
    return found if found.tied else Bearer(bearers.phrase_text(page, tree, head), page.mention_at(token), "named so")


@lru_cache(maxsize=1)
def _ground_starts() -> frozenset[str]:
    """The words with which a ground may begin; a hyphen ends a word here as in the text."""
    return frozenset(phrase.split()[0].split("-")[0] for phrase in known().grounds)


def manners(page: Page, tree: Tree) -> Iterator[Choice]:
    """ "in self-defense", "in cold blood": a few words that judge how or why somebody did a deed."""
    lows = [token.text.lower() for token in tree.tokens]
    for first in range(len(lows) - 1):
        if lows[first] not in _ground_starts():
            continue
        for last in range(first + 1, min(first + WIDEST, len(lows))):
            phrase = "".join(
                (" " if i > first and tree.tokens[i].start > tree.tokens[i - 1].end else "") + lows[i]
                for i in range(first, last + 1)
            )
            if phrase not in known().grounds:
                continue
            verb = tree.tokens[last].head
            found = _manner_of(page, tree, verb) if verb >= 0 else None
            yield Choice(first, last, found or Bearer("", None, "how it was done", tied=False), "judges how or why")


def _manner_of(page: Page, tree: Tree, word: int) -> Bearer | None:
    """Whose manner it is: who does what the word tells, to whom it is done, or the noun itself ("a firm in ruins")."""
    if tree.tokens[word].pos == "NOUN":
        return bearers.any_bearer(page, tree, word, "told of it")
    return bearers.subject_bearer(page, tree, word) or bearers.object_bearer(page, tree, word)
