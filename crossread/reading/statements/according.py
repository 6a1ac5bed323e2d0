"""Speakers named by a phrase: "according to the ministry", "in the words of the mayor"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossread.function_words import function_words
from crossread.reading.statements.complements import Range
from crossread.reading.statements.speech import Found
from crossread.reading.statements.words import statement_words
from crossread.reading.voices import speakers
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.reading.voices.speakers import Source
from crossread.trees import Tree


def according(page: Page, number: int, tree: Tree, word: int) -> Iterator[Found]:
    """The statement whose marker begins at `word`, if one does and somebody who can speak stands behind it."""
    words = _marker(tree, word)
    if words is None:
        if tree.tokens[word].text.lower() in function_words().agents:
            yield from _reckoned(page, number, tree, word)
        return
    last = word + len(words) - 1
    head = _behind(tree, last)
    if head is None or not (speakers.can_speak(page, tree, head) or words[0] in statement_words().sure_markers):
        return
    other = next((i for i in range(last + 1, len(tree.tokens)) if _marker(tree, i) is not None), len(tree.tokens))
    part = [i for i in tree.subtree(head, without=("acl:relcl", "parataxis")) if word <= i < other]
    stop = max(last, *part)
    while stop > last and tree.tokens[stop].pos in ("CCONJ", "PUNCT"):
        stop -= 1
    start, end = tree.tokens[word].start, tree.tokens[stop].end
    content = _part(tree, word, stop) or _rest(tree, head, word, stop)
    if content is None:
        return
    yield Found(
        sentence=number,
        cue=(start, tree.tokens[last].end),
        content=content,
        kind="claim",
        sources=tuple(
            _behind_marker(page, s, tree.tokens[last].end)
            for s in speakers.sources(page, tree, head)
            if s.start < tree.tokens[other - 1].end
        ),
        own=(start, end),
        sure=True,
    )


def _behind_marker(page: Page, source: Source, end: int) -> Source:
    """A speaker without the marker that a label took in with the name ("per Reyes")."""
    if source.start >= end or source.end <= end:
        return source
    start = end + len(page.text[end : source.end]) - len(page.text[end : source.end].lstrip())
    return msgspec.structs.replace(source, start=start, text=" ".join(page.text[start : source.end].split()))


def _reckoned(page: Page, number: int, tree: Tree, word: int) -> Iterator[Found]:
    """ "by the agency's own count, 40 were freed": the agency says so."""
    noun = next((i for i in range(word + 1, min(word + 9, len(tree.tokens))) if _is_reckoning(tree, i)), None)
    if noun is None or (tree.tokens[tree.tokens[noun].head].pos == "NOUN" and tree.tokens[noun].rel == "compound"):
        return
    head = speakers.possessor(tree, noun)
    if (
        head is None
        or not speakers.can_speak(page, tree, head)
        or not all(tree.tokens[i].pos in _NAMING for i in range(word + 1, noun))
    ):
        return
    start, end = tree.tokens[word].start, tree.tokens[noun].end
    content = _rest(tree, noun, word, max(noun, head))
    if content is not None:
        yield Found(
            sentence=number,
            cue=(start, end),
            content=content,
            kind="claim",
            sources=tuple(speakers.sources(page, tree, head)),
            own=(start, end),
            sure=True,
        )


_NAMING = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "NUM", "PUNCT", "ADP"))


def _is_reckoning(tree: Tree, i: int) -> bool:
    return tree.tokens[i].text.lower() in lexicon().reckonings and tree.tokens[i].pos == "NOUN"


def _marker(tree: Tree, word: int) -> tuple[str, ...] | None:
    for words in lexicon().according:
        if tuple(t.text.lower() for t in tree.tokens[word : word + len(words)]) == words:
            return words if len(words) > 1 or _per_name(tree, word) else None
    return None


def _per_name(tree: Tree, word: int) -> bool:
    """ "…, per Reyes": not "twice per season", not "per Ruritanian law"."""
    tokens = tree.tokens
    opens = word == 0 or tokens[word - 1].pos == "PUNCT"
    return opens and word + 1 < len(tokens) and tokens[word + 1].pos == "PROPN"


def _behind(tree: Tree, last: int) -> int | None:
    """The head of the noun phrase after the marker."""
    if last + 1 >= len(tree.tokens):
        return None
    head = last + 1
    while tree.tokens[head].head >= 0 and tree.tokens[head].head > last and tree.tokens[head].pos != "VERB":
        above = tree.tokens[head].head
        if tree.tokens[above].pos == "VERB" or any(t.text == "," for t in tree.tokens[head:above]):
            break
        head = above
    return head


def _part(tree: Tree, word: int, stop: int) -> Range | None:
    """What stands behind a marker that opens its clause, where another opens the other ("According to the Front, two
    fell, but according to the army, none did")."""
    tokens = tree.tokens
    opens = [i for i in range(len(tokens)) if _marker(tree, i) and (i == 0 or tokens[i - 1].pos in ("CCONJ", "SCONJ"))]
    if len(opens) < 2 or word not in opens:
        return None
    end = next((i for i in opens if i > word), len(tokens)) - 1
    while end > stop and tokens[end].pos in ("PUNCT", "CCONJ", "SCONJ") and tokens[end].text not in ('"', "”"):
        end -= 1
    first = stop + 1
    while first < end and tokens[first].text == ",":
        first += 1
    return (tokens[first].start, tokens[end].end) if end - first > 1 else None


def _after_comma(tree: Tree, last: int) -> Range | None:
    """What stands behind the comma that closes an opening "According to the agency, …", to the sentence's end."""
    tokens = tree.tokens
    end = len(tokens) - 1
    while end > 0 and tokens[end].pos == "PUNCT":
        end -= 1
    for i in range(last + 1 if last + 1 < len(tokens) and tokens[last + 1].text == "," else 1, end):
        if tokens[i].text == "," and any(t.pos in ("VERB", "AUX") for t in tokens[i + 1 : end + 1]):
            return tokens[i + 1].start, tokens[end].end
    return None


def _shares_subject(tree: Tree, verb: int) -> bool:
    """Whether a joined verb has no subject of its own, and what it hangs on is a verb: half a clause."""
    above = tree.tokens[verb].head
    return above < verb and tree.tokens[above].pos == "VERB" and not tree.of(verb, "nsubj", "nsubj:pass", "expl")


def _rest(tree: Tree, head: int, first: int, last: int) -> Range | None:
    """The clause on which the phrase hangs, on the longer side of it; the whole sentence where the parse gives none."""
    tokens = tree.tokens
    if (
        all(t.pos in ("CCONJ", "ADV", "PUNCT") for t in tokens[:first])
        and (opened := _after_comma(tree, last)) is not None
    ):
        return opened
    governor = tokens[head].head if tokens[head].head >= 0 else tree.root
    while tokens[governor].rel == "conj" and tokens[governor].pos == "VERB" and _shares_subject(tree, governor):
        governor = tokens[governor].head
    closing = first > 0 and tokens[first - 1].text == "," and all(t.pos == "PUNCT" for t in tokens[last + 1 :])
    if closing and tokens[governor].rel == "acl:relcl":
        return tokens[0].start, tokens[first - 2].end  # "…, where he lived, police found her, according to the Daily"
    aside = last + 1 < len(tokens) and tokens[last + 1].text == "," and first > 1 and tokens[first - 1].text == ","
    if aside and governor > last and tokens[governor].text.lower().endswith(function_words().ongoing):
        return tokens[0].start, tokens[first - 2].end  # "The firm is closing, according to two managers, adding to …"
    words = (
        tree.subtree(governor)
        if tokens[governor].pos in ("VERB", "AUX", "ADJ", "NOUN", "PROPN")
        else list(range(len(tokens)))
    )
    if not any(tokens[i].pos in ("VERB", "AUX") for i in words if not first <= i <= last):
        words = list(range(len(tokens)))
    left = [i for i in words if i < first and tokens[i].pos != "PUNCT"]
    right = [i for i in words if i > last and tokens[i].pos != "PUNCT"]
    if left and right and len(left) > 2 and len(right) > 2:
        return tokens[left[0]].start, tokens[right[-1]].end
    side = max((left, right), key=len)
    return (tokens[side[0]].start, tokens[side[-1]].end) if len(side) > 1 else None
