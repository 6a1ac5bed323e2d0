"""The name for which a phrase stands: "a spokesperson for the group, Nadia Reyes"."""

from __future__ import annotations

import itertools

from crossread.function_words import function_words
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.trees import Tree


def is_named(page: Page, mention: int | None) -> bool:
    return mention is not None and page.mentions[mention].named


def is_party(page: Page, mention: int | None) -> bool:
    """Whether a mention is somebody's name: no place's."""
    return mention is not None and is_named(page, mention) and page.mentions[mention].type != "place"


def name_before(page: Page, start: int, end: int) -> int | None:
    """The name to which a phrase between commas is an apposition: "the Front, a group of defectors, claimed …"."""
    opened = lexicon().apposed.search(page.text, max(0, start - 30), start)
    if opened is None or page.text[end : end + 1] != ",":
        return None
    comma = opened.start()
    inside = [i for i in page.mentions_in(max(0, comma - 80), comma) if page.mentions[i].span.end == comma]
    named = [i for i in inside if is_party(page, i)]
    return named[0] if named else None


def named_person(page: Page, tree: Tree, head: int, start: int) -> int | None:
    """The person in "a spokesperson for the group, Nadia Reyes": named behind the noun for the office."""
    for child in tree.of(head, "appos"):
        index = page.mention_at(tree.tokens[child])
        if is_party(page, index):
            return index
    small = function_words()
    joints = small.belonging | small.infinitive | small.agents | small.joining
    own = tree.subtree(head, without=("acl", "parataxis", "advcl"))
    ends = {tree.tokens[i].end: i for i in own}
    for index in page.mentions_in(start, tree.tokens[own[-1]].end):
        mention = page.mentions[index]
        if not mention.named or mention.type != "person" or _in_clause(tree, ends.get(mention.span.end), head):
            continue
        before, after = (
            page.text[max(0, mention.span.start - 5) : mention.span.start].rstrip(),
            page.text[mention.span.end : mention.span.end + 2],
        )
        if before.rpartition(" ")[2] not in joints and after.lower() not in small.possessive_marks:
            return index
    return None


def name_behind(page: Page, tree: Tree, head: int, last: int) -> int | None:
    """The person whose name follows the noun for the office with nothing between, where the parse makes two subjects
    of them: "said village doctor Nadia Reyes, who …"."""
    if last + 1 >= len(tree.tokens) or tree.tokens[last + 1].head != tree.tokens[head].head:
        return None
    index = page.mention_at(tree.tokens[last + 1])
    if index is None or not page.mentions[index].named or page.mentions[index].type != "person":
        return None
    return index if page.mentions[index].span.start == tree.tokens[last + 1].start else None


def named_at_end(page: Page, tree: Tree, head: int) -> int | None:
    """The name that closes what the encoder labels as one speaker, behind a comma, where the parse ties it elsewhere:
    "the firm that runs the harbour, Tal Works, said", "another witness of the raid, former mayor Nadia Reyes"."""
    joining = function_words().joining
    for tag in tree.sentence.attributions:
        if tag.label != "SOURCE" or not tag.first <= head < tag.last:
            continue
        tokens = tree.tokens[head + 1 : tag.last + 1]
        index = page.mention_at(tokens[-1])
        if index is None or not is_party(page, index) or page.mentions[index].span.end != tokens[-1].end:
            continue
        before = [t for t in tokens if t.end <= page.mentions[index].span.start]
        comma = next((i for i in range(len(before) - 1, -1, -1) if before[i].text == ","), None)
        if comma is None or (any(t.text == "," for t in before[:comma]) and page.mentions[index].type != "person"):
            continue
        if all(t.pos in _DESCRIBING and t.text.lower() not in joining for t in before[comma + 1 :]):
            return index
    return None


_DESCRIBING = frozenset(("NOUN", "PROPN", "ADJ", "DET"))


def _in_clause(tree: Tree, word: int | None, head: int) -> bool:
    """Whether a word of a phrase stands in a clause of it: "a doctor who married Reyes", "author of Meeting Reyes"."""
    if word is None:
        return True
    above = itertools.takewhile(lambda i: i != head, tree.ancestors(word))
    return any(tree.tokens[i].pos == "VERB" for i in above)
