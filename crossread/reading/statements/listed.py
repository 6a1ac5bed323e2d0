"""Statements listed behind a colon: "The Front states:", then numbered paragraphs, as communiques are printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crossread.function_words import function_words
from crossread.reading.statements.issued import issuer, passed_on, signature
from crossread.reading.statements.speech import Found
from crossread.reading.voices import speakers
from crossread.reading.voices.named import is_party
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.reading.voices.speakers import Source
from crossread.records import StatementKind
from crossread.trees import Tree

_ITEM = re.compile(r"(?:\(?(?:\d{1,2}|[a-h])[.)]|[-–•*])\s+")
SHORTEST = 3
"""Words of a sentence that can be an item's statement; fewer are its heading (1 to 6 gave the same on 25 stories)."""


def find_listed(page: Page) -> Iterator[Found]:
    """One statement for each sentence of the numbered paragraphs that a cue with a colon announces, and of those behind
    them that go on in the first person."""
    signer, signed = issuer(page), signature(page)
    for number, tree in enumerate(page.trees):
        told = _announced(page, tree, signer)
        if told is None:
            continue
        cue, source = told
        via = passed_on(page)
        source = signer if signer is not None and tree.sentence.start < signed else source
        paragraph, listed = tree.sentence.paragraph, False
        for later in range(number + 1, len(page.trees)):
            sentence = page.trees[later].sentence
            item = _ITEM.match(page.text, sentence.start, sentence.end)
            if sentence.paragraph != paragraph:
                own = item is not None or (listed and (sentence.start < signed or _is_first_person(page.trees[later])))
                if not own or page.text[sentence.start] == "[":
                    break
                paragraph, listed = sentence.paragraph, True
            start = item.end() if item is not None else sentence.start
            if page.text[sentence.end - 1] == ":":
                break  # it announces the next list
            if listed and len(page.text[start : sentence.end].split()) > SHORTEST:
                kind = _kind(page.trees[later])
                yield Found(later, cue, (start, sentence.end), kind, (source,), via, own=cue, sure=True)


def _announced(page: Page, tree: Tree, signer: Source | None) -> tuple[tuple[int, int], Source] | None:
    """The cue and the speaker of a sentence that ends in a colon; "we" are who issues the text."""
    if not tree.tokens or tree.tokens[-1].text != ":":
        return None
    for word in range(len(tree.tokens) - 1, -1, -1):
        token = tree.tokens[word]
        _, frames = lexicon().verbs.get(token.text.lower(), ("", ()))
        verb = token.pos == "VERB" or (token.pos == "NOUN" and word == len(tree.tokens) - 2)  # "The council states:"
        if verb and any(frame.parts == ("clause",) for frame in frames):
            source = _speaker(page, tree, word)
            if source is None or source.text.lower() in function_words().first_persons:
                source = signer
            return ((token.start, token.end), source) if source is not None else None
    return None


def _speaker(page: Page, tree: Tree, word: int) -> Source | None:
    """The subject of the cue, or of the verb above; where the parse has none, the last name before it."""
    head = speakers.subject(tree, word)
    if head is None:
        head = next((c for above in tree.ancestors(word) for c in tree.of(above, "nsubj")), None)
    if speakers.can_speak(page, tree, head):
        return next(iter(speakers.sources(page, tree, head)), None)
    start, end = tree.sentence.start, tree.tokens[word].start
    named = [i for i in page.mentions_in(start, end) if is_party(page, i)]
    if not named:
        return None
    span = page.mentions[named[-1]].span
    return Source(span.start, span.end, span.text, page.resolved(named[-1]))


def _kind(tree: Tree) -> StatementKind:
    """What "we" do in it ("We condemn this raid"); a claim where the list tells of others."""
    subjects = [tree.tokens[c].text.lower() for c in tree.of(tree.root, "nsubj")]
    _, frames = lexicon().verbs.get(tree.tokens[tree.root].text.lower(), ("", ()))
    telling = [frame.kind for frame in frames if frame.kind not in ("claim", "report")]
    return telling[0] if telling and not function_words().first_persons.isdisjoint(subjects) else "claim"


def _is_first_person(tree: Tree) -> bool:
    """Whether a sentence is told by "we"."""
    we = function_words().we
    return any(token.text.lower() in we for token in tree.tokens)
