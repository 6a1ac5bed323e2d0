"""Nouns and adjectives that tell a statement: "the claim that", "renewed calls for", "is prepared to"."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.function_words import function_words
from crossread.reading.statements import complements, contents
from crossread.reading.statements.complements import Range
from crossread.reading.statements.speech import Found, finish, is_negated, speaker_of
from crossread.reading.voices import speakers
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.trees import Tree


def noun_cue(page: Page, number: int, tree: Tree, word: int) -> Iterator[Found]:
    """The statements that the noun at `word` tells, one at most."""
    verb = tree.tokens[word].head
    carried = (
        verb >= 0
        and tree.tokens[word].rel in ("obj", "nsubj:pass")
        and tree.tokens[verb].text.lower() in lexicon().carriers
    )
    if not carried and (near := _carrier_before(tree, word)) is not None:
        verb, carried = near, True
    for frame in lexicon().nouns[tree.tokens[word].text.lower()]:
        content = _noun_content(page, tree, word, frame.parts[0])
        if content is None:
            continue
        head = speakers.possessor(tree, word)
        by_verb = carried and not is_negated(tree, verb)
        known = head is not None and page.resolved(page.mention_at(tree.tokens[head])) is not None
        if by_verb and (head is None or (tree.tokens[head].pos == "PRON" and not known)):
            above = speaker_of(tree, verb, content)
            head = above if above is not None else head
        if not speakers.can_speak(page, tree, head):
            continue
        first = verb if by_verb and verb < word and word - verb <= 4 else word
        yield Found(
            sentence=number,
            cue=(tree.tokens[first].start, tree.tokens[word].end),
            content=content,
            kind="denial" if by_verb and _denies(tree, verb) else frame.kind,
            sources=tuple(speakers.sources(page, tree, head)),
            own=(tree.tokens[first].start, tree.tokens[word].end),
        )
        return


def _denies(tree: Tree, verb: int) -> bool:
    """ "dismissed claims that he lied": the verb speaks, and the noun is another's."""
    _, frames = lexicon().verbs.get(tree.tokens[verb].text.lower(), ("", ()))
    return any(frame.kind == "denial" for frame in frames)


def _carrier_before(tree: Tree, word: int) -> int | None:
    """A carrier right before the noun that the parse took for an adjective ("the group repeated calls for …")."""
    for i in range(word - 1, max(0, word - 3), -1):
        if (
            tree.tokens[i].text.lower() in lexicon().carriers
            and i > 0
            and tree.tokens[i - 1].pos in ("NOUN", "PROPN", "PRON", "ADV", "AUX")
        ):
            return i
        if tree.tokens[i].pos not in ("ADJ", "DET", "PRON", "NOUN"):
            return None
    return None


def _noun_content(page: Page, tree: Tree, word: int, part: str) -> Range | None:
    if part == "clause" or part == "that":
        for child in tree.of(word, "acl", "ccomp"):
            if any(tree.tokens[c].text.lower() in function_words().complementizers for c in tree.of(child, "mark")):
                return complements.complement(tree, word, child)
        return None
    if part == "to":
        return contents.match(page, tree, word, ("to",))
    for child in tree.of(word, "nmod", "acl"):
        if child > word and any(tree.tokens[c].text.lower() == part for c in tree.of(child, "case", "mark")):
            return complements.complement(tree, word, child)
    return None


def adjective_cue(page: Page, number: int, tree: Tree, word: int) -> Iterator[Found]:
    """ "is prepared to strike", "are confident that …"."""
    if not tree.of(word, "cop", "aux", "aux:pass") or is_negated(tree, word):
        return
    own = tree.of(word, "nsubj")
    if not own or not speakers.can_speak(page, tree, own[0]):
        return
    for frame in lexicon().adjectives[tree.tokens[word].text.lower()]:
        part = frame.parts[0]
        content = contents.match(page, tree, word, ("that",) if part == "clause" else (part,))
        if content is not None and content[0] > tree.tokens[word].start:
            yield finish(number, tree, word, frame, content, speakers.sources(page, tree, own[0]))
            return
