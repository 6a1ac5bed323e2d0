"""Where somebody says something: verbs, nouns, adjectives and "according to", with what they govern."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossread.reading import contents, speakers
from crossread.reading.contents import Range
from crossread.reading.page import Page
from crossread.reading.reporting import Frame, lexicon
from crossread.reading.speakers import Source
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


def find_cues(page: Page, number: int) -> Iterator[Found]:
    """Every statement that a cue of the sentence `number` tells, in text order."""
    tree = page.trees[number]
    known = lexicon()
    for word, token in enumerate(tree.tokens):
        low = token.text.lower()
        if token.pos in ("VERB", "AUX") and low in known.verbs and tree.tokens[max(0, word - 1)].text.lower() != "as":
            yield from _verb(page, number, tree, word)
        elif token.pos == "NOUN" and low in known.nouns:
            yield from _noun(page, number, tree, word)
        elif token.pos in ("ADJ", "VERB") and low in known.adjectives:
            yield from _adjective(page, number, tree, word)
        elif low in ("according", "per", "in"):
            yield from _according(page, number, tree, word)


# --------------------------------------------------------------------------- verbs

_DOUBTFUL = frozenset(("could", "might", "may", "should", "can", "ca"))
_MIND = frozenset(("opinion", "demand", "appeal"))
"""Kinds that a negated verb still tells: "does not believe", "did not support"."""


def _verb(page: Page, number: int, tree: Tree, word: int) -> Iterator[Found]:
    base, frames = lexicon().verbs[tree.tokens[word].text.lower()]
    if base in ("quote", "cite") and (relayed := _as_saying(page, number, tree, word)) is not None:
        yield relayed
        return
    negated = is_negated(tree, word)
    passive = speakers.is_passive(tree, word)
    head: int | None = None
    for frame in frames:
        content = contents.match(page, tree, word, frame.parts, frame.sure)
        if content is None or (negated and frame.kind not in _MIND):
            continue
        head = _speaker(tree, word, content)
        if not (speakers.can_speak(page, tree, head) or (frame.sure and head is not None)):
            continue
        if _is_unreal(tree, word, frame):
            return
        if passive and frame.parts[0] in ("thing", "pred"):
            content = _whole_clause(tree, word, content)
        found = _finish(page, number, tree, word, frame, content, speakers.sources(page, tree, head))
        yield _cited(page, tree, word, found)
        return
    if any(frame.parts == ("clause",) for frame in frames) and not negated:
        yield from _announced(page, number, tree, word, frames[0])
    if head is None and passive:
        yield from _unspoken(page, number, tree, word, negated)


def _cited(page: Page, tree: Tree, word: int, found: Found) -> Found:
    """"Radio One reported, citing two officials": the officials speak, the outlet passes it on."""
    for child in tree.of(word, "advcl", "acl", "parataxis"):
        if tree.tokens[child].text.lower() not in lexicon().citing or child < word:
            continue
        cited = speakers.sources(page, tree, next(iter(contents.objects(tree, child)), None))
        outlets = any(source.passing for source in found.sources) or found.kind == "report"
        if cited and outlets and not tree.of(child, "ccomp"):
            end = min(found.content[1], tree.tokens[child].start) if found.content[0] < tree.tokens[child].start else found.content[1]
            return msgspec.structs.replace(found, sources=tuple(cited), via=found.sources, content=(found.content[0], end))
    return found


def _as_saying(page: Page, number: int, tree: Tree, word: int) -> Found | None:
    """"the agency quoted a resident as saying …": the resident speaks, the agency passes it on."""
    tokens = tree.tokens
    lows = [t.text.lower() for t in tokens]
    at = next((i for i in range(word + 1, len(tokens) - 1) if lows[i] == "as" and lows[i + 1] in ("saying", "telling", "having")), None)
    if at is None:
        return None
    last = len(tokens) - 1
    while last > at + 1 and tokens[last].pos == "PUNCT" and tokens[last].text not in ("”", '"'):
        last -= 1
    passive = speakers.is_passive(tree, word)
    quoted = speakers.subject(tree, word, 1) if passive else nominal_before(tree, at, (0, 0))
    outlet = speakers.agent(tree, word) if passive else nominal_before(tree, word, (0, 0))
    before = contents.up_to_comma(tree, outlet if outlet is not None and outlet < word else word)
    content = (tokens[at + 2].start, tokens[last].end) if last > at + 2 else before
    found = speakers.sources(page, tree, quoted)
    if content is None or not found:
        return None
    return Found(
        sentence=number,
        cue=(tokens[at + 1].start, tokens[at + 1].end),
        content=content,
        kind="claim",
        sources=tuple(found),
        via=tuple(speakers.sources(page, tree, outlet)),
        own=(tokens[word].start, tokens[at + 1].end),
        sure=True,
    )


def _announced(page: Page, number: int, tree: Tree, word: int, frame: Frame) -> Iterator[Found]:
    """"The mayor added:" at the end of a paragraph: what is said is the next paragraph."""
    tokens = tree.tokens
    if tokens[-1].text != ":" or number + 1 >= len(page.trees) or len(tokens) - word > CLOSE:
        return
    first = page.trees[number + 1].sentence
    if first.paragraph == tree.sentence.paragraph or any(t.pos in ("VERB", "AUX") for t in tokens[word + 1 :]):
        return
    head = speakers.subject(tree, word)
    if speakers.can_speak(page, tree, head):
        _, end = page.paragraphs[page.paragraph_at(first.start)]
        yield _finish(page, number, tree, word, frame, (first.start, end), speakers.sources(page, tree, head))


CLOSE = 12
"""Words between a cue and the colon that announces the next paragraph, at most."""


def _speaker(tree: Tree, word: int, content: Range) -> int | None:
    """The subject; where the parse gives none that stands outside what is said, the noun phrase that touches the cue."""
    tokens = tree.tokens
    head = speakers.subject(tree, word)
    inside = head is not None and content[0] <= tokens[head].start < content[1] and not content[0] <= tokens[word].start < content[1]
    if (head is None or inside) and not speakers.is_passive(tree, word):
        head = _touching(tree, word, content)
        inside = head is not None and content[0] <= tokens[head].start < content[1]
    return None if inside else head


def _touching(tree: Tree, word: int, content: Range) -> int | None:
    """"…,” said mayor Nadia Reyes": the head of the phrase behind the cue; "…, Reyes on Monday said": of the one before it."""
    tokens = tree.tokens
    if content[1] <= tokens[word].start and word + 1 < len(tokens) and tokens[word + 1].pos in _NOMINAL:
        head = word + 1
        while tokens[head].rel in _PARTS_OF_NAME and tokens[head].head > word and tokens[head].head != head:
            head = tokens[head].head
        return head if tokens[head].pos in ("NOUN", "PROPN", "PRON") else None
    return nominal_before(tree, word, content)


def nominal_before(tree: Tree, word: int, content: Range) -> int | None:
    """The nearest noun phrase before a cue that no preposition governs; days and phrases like "with the envoy" are passed over."""
    tokens = tree.tokens
    i = word - 1
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
        while start > 0 and tokens[start - 1].pos in ("PROPN", "NOUN", "ADJ", "DET", "NUM") or tokens[start - 1].text in ("-", "'s", "’s"):
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


def _unspoken(page: Page, number: int, tree: Tree, word: int, negated: bool) -> Iterator[Found]:
    """A passive without "by": kept where the sentence names the paper in which it was said."""
    _, frames = lexicon().verbs[tree.tokens[word].text.lower()]
    papers = [
        c
        for c in tree.of(word, "obl")
        if tree.tokens[c].text.lower() in lexicon().owned and any(tree.tokens[k].text.lower() == "in" for k in tree.of(c, "case"))
    ]
    if not papers or negated:
        return
    end = tree.tokens[-1].start if tree.tokens[-1].pos == "PUNCT" else tree.tokens[-1].end
    for frame in frames:
        content = contents.match(page, tree, word, frame.parts, frame.sure)
        if content is not None:
            yield _finish(
                page,
                number,
                tree,
                word,
                frame,
                (_whole_clause(tree, word, content)[0], end),
                speakers.sources(page, tree, papers[0]),
            )
            return


def _whole_clause(tree: Tree, word: int, content: Range) -> Range:
    """In a passive the one who is accused stands before the cue: what is said is the whole clause."""
    start = min([content[0], *(tree.tokens[tree.phrase(c)[0]].start for c in tree.of(word, "nsubj"))])
    return start, max(content[1], tree.tokens[word].end)


def is_negated(tree: Tree, word: int) -> bool:
    return any(
        tree.tokens[c].text.lower() in ("not", "n't", "n’t", "never", "neither", "nor")
        for c in tree.of(word, "advmod", "cc", "aux")
    )


def _is_unreal(tree: Tree, word: int, frame: Frame) -> bool:
    """"could say", "if he says", "what they say": nobody has said it."""
    marks = [tree.tokens[c].text.lower() for c in tree.of(word, "mark")]
    if any(mark in ("if", "whether", "unless") for mark in marks):
        return True
    if frame.kind not in ("claim", "report"):
        return False
    helpers = [tree.tokens[c].text.lower() for c in tree.of(word, "aux")]
    asked = [c for c in tree.children[word] if tree.tokens[c].text.lower() in ("what", "how", "why")]
    return any(h in _DOUBTFUL for h in helpers) or any(tree.tokens[c].rel in ("obj", "nsubj") for c in asked)


def _finish(page: Page, number: int, tree: Tree, word: int, frame: Frame, content: Range, found: list[Source]) -> Found:
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
    """First and last word of a verb with auxiliaries and adverbs before it, its particle and its preposition behind it."""
    tokens = tree.tokens
    first = last = word
    own = set(tree.of(word, "aux", "advmod", "cop"))
    while first - 1 in own and tokens[first - 1].pos in ("AUX", "ADV", "PART") and tokens[first - 1].start >= _edge(content, tokens[word].start):
        first -= 1
    while tokens[first].text.lower() in _JOINING and first < word:
        first += 1
    if last + 1 < len(tokens) and tokens[last + 1].rel == "compound:prt":
        last += 1
    if last + 1 < len(tokens) and tokens[last + 1].text.lower() == parts[0] and content[0] == tokens[last + 1].start:
        last += 1
    return first, last


def _edge(content: Range, word: int) -> int:
    """Where what is said ends, if it stands before the cue."""
    return content[1] if content[1] <= word else 0


_JOINING = frozenset(("when", "where", "how", "why", "then", "as", "so", "however", "meanwhile", "instead", "thus"))


# --------------------------------------------------------------------------- nouns and adjectives


def _noun(page: Page, number: int, tree: Tree, word: int) -> Iterator[Found]:
    verb = tree.tokens[word].head
    carried = (
        verb >= 0
        and tree.tokens[word].rel in ("obj", "nsubj:pass")
        and tree.tokens[verb].text.lower() in lexicon().carriers
    )
    for frame in lexicon().nouns[tree.tokens[word].text.lower()]:
        content = _noun_content(page, tree, word, frame.parts[0])
        if content is None:
            continue
        head = speakers.possessor(tree, word)
        by_verb = carried and not is_negated(tree, verb)
        known = head is not None and page.resolved(page.mention_at(tree.tokens[head])) is not None
        if by_verb and (head is None or (tree.tokens[head].pos == "PRON" and not known)):
            head = _speaker(tree, verb, content) or head
        if not speakers.can_speak(page, tree, head):
            continue
        first = verb if by_verb and verb < word and word - verb <= 4 else word
        yield Found(
            sentence=number,
            cue=(tree.tokens[first].start, tree.tokens[word].end),
            content=content,
            kind=frame.kind,
            sources=tuple(speakers.sources(page, tree, head)),
            own=(tree.tokens[first].start, tree.tokens[word].end),
        )
        return


def _carrier_before(tree: Tree, word: int) -> int | None:
    """A carrier right before the noun that the parse took for an adjective ("the group repeated calls for …")."""
    for i in range(word - 1, max(0, word - 3), -1):
        if tree.tokens[i].text.lower() in lexicon().carriers and i > 0 and tree.tokens[i - 1].pos in ("NOUN", "PROPN", "PRON", "ADV", "AUX"):
            return i
        if tree.tokens[i].pos not in ("ADJ", "DET", "PRON", "NOUN"):
            return None
    return None


def _noun_content(page: Page, tree: Tree, word: int, part: str) -> Range | None:
    if part == "clause" or part == "that":
        for child in tree.of(word, "acl", "ccomp"):
            if any(tree.tokens[c].text.lower() == "that" for c in tree.of(child, "mark")):
                return contents.complement(tree, word, child)
        return None
    if part == "to":
        return contents.match(page, tree, word, ("to",))
    for child in tree.of(word, "nmod", "acl"):
        if child > word and any(tree.tokens[c].text.lower() == part for c in tree.of(child, "case", "mark")):
            return contents.complement(tree, word, child)
    return None


def _adjective(page: Page, number: int, tree: Tree, word: int) -> Iterator[Found]:
    """ "is prepared to strike", "are confident that …"."""
    if not tree.of(word, "cop", "aux", "aux:pass") or is_negated(tree, word):
        return
    own = [c for c in tree.of(word, "nsubj")]
    if not own or not speakers.can_speak(page, tree, own[0]):
        return
    for frame in lexicon().adjectives[tree.tokens[word].text.lower()]:
        part = frame.parts[0]
        content = contents.match(page, tree, word, ("that",) if part == "clause" else (part,))
        if content is not None and content[0] > tree.tokens[word].start:
            yield _finish(page, number, tree, word, frame, content, speakers.sources(page, tree, own[0]))
            return


# --------------------------------------------------------------------------- according to


def _according(page: Page, number: int, tree: Tree, word: int) -> Iterator[Found]:
    words = _marker(tree, word)
    if words is None:
        return
    last = word + len(words) - 1
    head = _behind(tree, word, last)
    if head is None or not (speakers.can_speak(page, tree, head) or words[0] == "according"):
        return
    part = [i for i in tree.subtree(head, without=("acl:relcl", "parataxis")) if i >= word]
    stop = max(last, *part)
    start, end = tree.tokens[word].start, tree.tokens[stop].end
    content = _rest(tree, head, word, stop)
    if content is None:
        return
    yield Found(
        sentence=number,
        cue=(start, tree.tokens[last].end),
        content=content,
        kind="claim",
        sources=tuple(speakers.sources(page, tree, head)),
        own=(start, end),
        sure=True,
    )


def _marker(tree: Tree, word: int) -> tuple[str, ...] | None:
    for words in lexicon().according:
        if tuple(t.text.lower() for t in tree.tokens[word : word + len(words)]) == words:
            return words
    return None


def _behind(tree: Tree, word: int, last: int) -> int | None:
    """The head of the noun phrase after the marker."""
    if last + 1 >= len(tree.tokens):
        return None
    head = last + 1
    while 0 <= tree.tokens[head].head and tree.tokens[head].head > last and tree.tokens[head].pos != "VERB":
        if tree.tokens[tree.tokens[head].head].pos == "VERB":
            break
        head = tree.tokens[head].head
    return head


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


def _rest(tree: Tree, head: int, first: int, last: int) -> Range | None:
    """The clause on which the phrase hangs, on the longer side of it; the whole sentence where the parse gives none."""
    tokens = tree.tokens
    if all(t.pos in ("CCONJ", "ADV", "PUNCT") for t in tokens[:first]) and (opened := _after_comma(tree, last)) is not None:
        return opened
    governor = tokens[head].head if tokens[head].head >= 0 else tree.root
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
