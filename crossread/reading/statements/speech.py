"""A statement as one sentence tells it, and what all kinds of cues need to tell it."""

from __future__ import annotations

import msgspec

from crossread.function_words import function_words
from crossread.reading.statements import complements
from crossread.reading.statements.complements import Range
from crossread.reading.statements.words import statement_words
from crossread.reading.voices import speakers
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import Frame, lexicon
from crossread.reading.voices.speakers import Source
from crossread.records import StatementKind
from crossread.trees import Tree


class Found(msgspec.Struct, frozen=True):
    """A statement as one sentence tells it, in characters of the report."""

    sentence: int
    cue: Range
    content: Range
    kind: StatementKind
    sources: tuple[Source, ...]
    via: tuple[Source, ...] = ()
    own: Range = (0, 0)  # the clause of the cue, without what is said: where outlets and places of speaking stand
    direct: bool = False
    sure: bool = False


def speaker_of(tree: Tree, word: int, content: Range) -> int | None:
    """The subject; where the parse gives none outside what is said, the noun phrase that touches the cue."""
    tokens = tree.tokens
    head = speakers.subject(tree, word)
    inside = (
        head is not None
        and content[0] <= tokens[head].start < content[1]
        and not content[0] <= tokens[word].start < content[1]
    )
    if (head is None or inside) and not speakers.is_passive(tree, word):
        head = touching(tree, word, content)
        inside = head is not None and content[0] <= tokens[head].start < content[1]
    return None if inside else head


def touching(tree: Tree, word: int, content: Range) -> int | None:
    """ "…,” said mayor Nadia Reyes": the head of the phrase behind the cue, or before it."""
    tokens = tree.tokens
    if content[1] <= tokens[word].start and word + 1 < len(tokens) and tokens[word + 1].pos in _NOMINAL:
        head = word + 1
        while tokens[head].rel in _PARTS_OF_NAME and tokens[head].head > word and tokens[head].head != head:
            head = tokens[head].head
        return head if tokens[head].pos in ("NOUN", "PROPN", "PRON") else None
    return nominal_before(tree, word, content)


def nominal_before(tree: Tree, word: int, content: Range) -> int | None:
    """The nearest noun phrase before a cue that no preposition governs; days and "with the envoy" are passed over."""
    tokens = tree.tokens
    i = word - 1
    joints = function_words().possessive_marks | {"-"}
    days = {k for t in tree.sentence.times for k in range(t.first, t.last + 1)}
    for _ in range(8):
        while i >= 0 and (tokens[i].pos in ("AUX", "ADV", "PART") or i in days or tokens[i].text in (",", ")", "(")):
            i -= 1
        if i < 0 or tokens[i].pos not in ("NOUN", "PROPN", "PRON", "ADP"):
            return None
        if tokens[i].pos == "ADP":
            i -= 1
            continue
        start = i
        while (start > 0 and tokens[start - 1].pos in ("PROPN", "NOUN", "ADJ", "DET", "NUM")) or tokens[
            start - 1
        ].text.lower() in joints:
            start -= 1
        if start == 0 or tokens[start - 1].pos != "ADP":
            break
        i = start - 1
    else:
        return None
    while tokens[i].rel == "flat" and 0 <= tokens[i].head < i:
        i = tokens[i].head
    return None if content[0] <= tokens[i].start < content[1] else i


_PARTS_OF_NAME = frozenset(("det", "amod", "compound", "nmod:desc", "nmod:poss", "nummod", "flat"))


_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"))


def nobody_says(tree: Tree, word: int) -> bool:
    """ "no group has claimed", "nobody said": the subject of a cue is none."""
    subject = next(iter(tree.of(word, "nsubj")), None)
    return subject is not None and any(
        tree.tokens[i].text.lower() in lexicon().nobody for i in (subject, *tree.of(subject, "det"))
    )


def said_of(tree: Tree, word: int) -> bool:
    """ "Rebels said to have killed 12": a headline leaves out that it is said of them."""
    to, tokens = function_words().infinitive, tree.tokens
    helped = word + 2 < len(tokens) and tokens[word + 1].text.lower() in to and tokens[word + 2].pos in ("VERB", "AUX")
    return helped and tokens[word].text.lower() in statement_words().said_to


def is_negated(tree: Tree, word: int) -> bool:
    """ "did not say", "never said"."""
    negations = function_words().any_negation
    return any(tree.tokens[c].text.lower() in negations for c in tree.of(word, "advmod", "cc", "aux"))


def is_examined(page: Page, tree: Tree, word: int) -> bool:
    """ "The cook was questioned by police", "dismissed the cook": done to somebody, not said of a thing."""
    base, _ = lexicon().verbs.get(tree.tokens[word].text.lower(), ("", ()))
    if base not in statement_words().examining:
        return False
    whom = [k for i in complements.objects(tree, word) for k in (i, *tree.of(i, "appos"))]
    asked = [page.mention_at(tree.tokens[k]) for k in whom]
    return any(mention is not None and page.mentions[mention].type in _ASKED for mention in asked)


def asks_for_silence(tree: Tree, word: int) -> bool:
    """ "An official who asked not to be named": tells why no name stands there, and demands nothing."""
    known = statement_words()
    return any(
        tree.tokens[c].lemma.lower() in known.anonymous and is_negated(tree, c) and tree.of(c, "aux:pass")
        for c in tree.of(word, "xcomp", "ccomp", "advcl")
    )


_ASKED = frozenset(("person", "people", "other"))


def is_conditional(tree: Tree, word: int) -> bool:
    """ "if he says"."""
    conditions = statement_words().conditions
    return any(tree.tokens[c].text.lower() in conditions for c in tree.of(word, "mark"))


def finish(number: int, tree: Tree, word: int, frame: Frame, content: Range, found: list[Source]) -> Found:
    """The statement of sentence `number` that the cue at `word` tells: the cue widened to its verb group."""
    first, last = verb_group(tree, word, content, frame.parts)
    if content[0] < tree.tokens[last].end < content[1] and content[0] >= tree.tokens[word].end:
        content = (tree.tokens[last].end + 1, content[1])
    own = tree.subtree(word)
    return Found(
        sentence=number,
        cue=(tree.tokens[first].start, tree.tokens[last].end),
        content=content,
        kind=frame.kind,
        sources=tuple(found),
        own=(tree.tokens[own[0]].start, tree.tokens[own[-1]].end),
        sure=frame.sure,
    )


def verb_group(tree: Tree, word: int, content: Range, parts: tuple[str, ...]) -> tuple[int, int]:
    """First and last word of a verb with its auxiliaries and adverbs, its particle and its preposition."""
    tokens = tree.tokens
    first = last = word
    own, joining = set(tree.of(word, "aux", "advmod", "cop")), statement_words().joining_adverbs
    while (
        first - 1 in own
        and tokens[first - 1].pos in ("AUX", "ADV", "PART")
        and tokens[first - 1].start >= _edge(content, tokens[word].start)
    ):
        first -= 1
    while tokens[first].text.lower() in joining and first < word:
        first += 1
    if last + 1 < len(tokens) and tokens[last + 1].rel == "compound:prt":
        last += 1
    if (
        last + 1 < len(tokens)
        and tokens[last + 1].text.lower() == parts[0] != "to"
        and content[0] == tokens[last + 1].start
    ):
        last += 1
    return first, last


def _edge(content: Range, word: int) -> int:
    """Where what is said ends, if it stands before the cue."""
    return content[1] if content[1] <= word else 0
