"""Verbs that tell a statement: "said", "accused", "quoted … as saying"."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from crossread.function_words import function_words
from crossread.reading.statements import clauses, complements, contents
from crossread.reading.statements.complements import Range
from crossread.reading.statements.speech import (
    Found,
    asks_for_silence,
    finish,
    is_conditional,
    is_examined,
    is_negated,
    nobody_says,
    nominal_before,
    said_of,
    speaker_of,
)
from crossread.reading.statements.words import statement_words
from crossread.reading.voices import speakers
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import Frame, lexicon
from crossread.reading.voices.speakers import Source
from crossread.trees import Tree

_MIND = frozenset(("opinion", "demand", "appeal"))
"""Kinds that a negated verb still tells: "does not believe", "did not support"."""


def verb_cue(page: Page, number: int, tree: Tree, word: int) -> Iterator[Found]:
    """The statements that the verb at `word` tells."""
    base, frames = lexicon().verbs[tree.tokens[word].text.lower()]
    if said_of(tree, word) or _takes(tree, word, base) or _does(tree, word, base):
        return
    if base in statement_words().passing_on and (relayed := _as_saying(page, number, tree, word)) is not None:
        yield relayed
        return
    if base in statement_words().quoting and (relayed := _quoted(page, number, tree, word)) is not None:
        yield relayed
        return
    if (claimed := _responsibility(page, number, tree, word)) is not None and not nobody_says(tree, word):
        yield claimed
        return
    negated = is_negated(tree, word)
    passive = speakers.is_passive(tree, word)
    examined = is_examined(page, tree, word)
    if asks_for_silence(tree, word):
        return
    head: int | None = None
    for frame in frames:
        if examined and frame.parts == ("thing",):
            continue
        content = contents.match(page, tree, word, frame.parts, frame.sure)
        if content is None or (negated and frame.kind not in _MIND):
            continue
        head = _able(page, tree, word, speaker_of(tree, word, content))
        if not (
            speakers.can_speak(page, tree, head)
            or (frame.sure and head is not None and not complements.is_infinitive(tree, word))
        ):
            continue
        if _is_unreal(tree, word, frame):
            return
        if passive and frame.kind == "claim of responsibility":
            content = _claimed(tree, word, content)
        elif passive and frame.parts[0] in ("thing", "pred"):
            content = _whole_clause(tree, word, content)
        found = finish(number, tree, word, frame, content, speakers.sources(page, tree, head))
        yield _cited(page, tree, word, found)
        return
    if any(frame.parts == ("clause",) for frame in frames) and not negated:
        yield from _announced(page, number, tree, word, frames[0])
    if head is None and passive:
        yield from _unspoken(page, number, tree, word, negated)


def _takes(tree: Tree, word: int, base: str) -> bool:
    """ "The flood claimed 40 lives", "claimed his first title": nothing is said."""
    known = statement_words()
    if base not in known.taking or tree.of(word, "ccomp"):
        return False
    return any(tree.tokens[c].text.lower() in known.taken_things for c in complements.objects(tree, word))


def _does(tree: Tree, word: int, base: str) -> bool:
    """ "called off the search", "wrote off the ship": with its particle the verb tells a deed."""
    particles = statement_words().deeds_with.get(base, ())
    behind = tree.tokens[word + 1 : word + 2]
    return any(t.text.lower() in particles and (t.rel == "compound:prt" or t.text.lower() == "off") for t in behind)


def _able(page: Page, tree: Tree, word: int, head: int | None) -> int | None:
    """The speaker of "…, adding that": where what it hangs on has a subject that cannot speak, or is what somebody is
    told to say, the subject of a verb above."""
    if not tree.tokens[word].text.lower().endswith(function_words().ongoing):
        return head
    if tree.tokens[word].rel.split(":")[0] not in ("advcl", "parataxis", "conj"):
        return head
    above = tree.tokens[word].head
    told = tree.tokens[above].rel == "ccomp" and tree.tokens[tree.tokens[above].head].text.lower() in lexicon().verbs
    base = lexicon().verbs[tree.tokens[word].text.lower()][0]
    answers = bool(tree.of(word, "ccomp")) or base not in statement_words().giving_causes
    if told and answers and tree.tokens[word - 1].text == ",":
        teller = speakers.subject(tree, tree.tokens[above].head)
        return teller if speakers.can_speak(page, tree, teller) else head
    if speakers.can_speak(page, tree, head):
        return head
    for above in tree.ancestors(word):
        if above < word and tree.tokens[above].pos == "VERB" and tree.tokens[word - 1].text == ",":
            higher = speakers.subject(tree, above)
            if speakers.can_speak(page, tree, higher):
                return higher
    return head


def _cited(page: Page, tree: Tree, word: int, found: Found) -> Found:
    """ "Radio One reported, citing two officials": the officials speak, the outlet passes it on."""
    if (aside := _cited_before(page, tree, word, found)) is not None:
        return aside
    for child in range(word + 1, min(len(tree.tokens), word + CLOSE)):
        if tree.tokens[child].text.lower() not in lexicon().citing or tree.tokens[child].pos != "VERB":
            continue
        cited = speakers.sources(page, tree, next(iter(complements.objects(tree, child)), None))
        outlets = any(source.passing for source in found.sources) or found.kind == "report"
        if cited and outlets and not tree.of(child, "ccomp"):
            end = (
                min(found.content[1], tree.tokens[child].start)
                if found.content[0] < tree.tokens[child].start
                else found.content[1]
            )
            return msgspec.structs.replace(
                found, sources=tuple(cited), via=found.sources, content=(found.content[0], end)
            )
    return found


def _cited_before(page: Page, tree: Tree, word: int, found: Found) -> Found | None:
    """ "The agency, citing two officials, reported …", "The agency has learned from two officials that …"."""
    tokens = tree.tokens
    cited: int | None = None
    opens = word
    for i in range(max(1, word - CLOSE), word):
        if tokens[i].text.lower() in lexicon().citing and tokens[i].pos == "VERB" and tokens[i - 1].text == ",":
            cited, opens = next(iter(complements.objects(tree, i)), None), i - 1
    if tokens[word].lemma.lower() in statement_words().learning:
        cited = next((c for c in tree.of(word, "obl") if c > word and _is_origin(tree, c)), None)
    if cited is None or not speakers.can_speak(page, tree, cited) or not found.sources:
        return None
    behind = tokens[opens + 2].start if opens < word else 0
    told = [_cut(page, source, behind, source.end) for source in speakers.sources(page, tree, cited)]
    via = [_cut(page, s, s.start, tokens[opens].start) for s in found.sources if s.start < tokens[opens].start]
    return msgspec.structs.replace(found, sources=tuple(told), via=tuple(via)) if told else None


def _is_origin(tree: Tree, word: int) -> bool:
    origins = function_words().origins
    return any(tree.tokens[c].text.lower() in origins for c in tree.of(word, "case"))


def _cut(page: Page, source: Source, start: int, end: int) -> Source:
    """The part of a phrase between two places of the report: labels take the aside in with whom it stands beside."""
    if start <= source.start and source.end <= end:
        return source
    start, end = max(start, source.start), min(end, source.end)
    return msgspec.structs.replace(source, start=start, end=end, text=" ".join(page.text[start:end].split()))


def _responsibility(page: Page, number: int, tree: Tree, word: int) -> Found | None:
    """ "The Front claimed responsibility for the raid": fixed words, which parses often take for one noun phrase."""
    tokens = tree.tokens
    if word + 2 >= len(tokens) or tokens[word + 1].text.lower() not in statement_words().claimed:
        return None
    frame = next(
        (f for f in lexicon().verbs[tokens[word].text.lower()][1] if f.kind == "claim of responsibility"), None
    )
    head = speakers.subject(tree, word)
    head = nominal_before(tree, word, (0, 0)) if head is None else head
    if frame is None or is_negated(tree, word) or not speakers.can_speak(page, tree, head):
        return None
    last = word + 2 if tokens[word + 2].text.lower() in statement_words().called_for else word + 1
    content = contents.to_boundary(tree, word, tokens[word + 1].start, tokens[last].end)
    return finish(number, tree, word, frame, content, speakers.sources(page, tree, head))


def _as_saying(page: Page, number: int, tree: Tree, word: int) -> Found | None:
    """ "the agency quoted a resident as saying …": the resident speaks, the agency passes it on."""
    tokens = tree.tokens
    lows = [t.text.lower() for t in tokens]
    at = next(
        (
            i
            for i in range(word + 1, len(tokens) - 1)
            if lows[i] in function_words().manner_conjunctions and lows[i + 1] in statement_words().relayed
        ),
        None,
    )
    if at is None:
        return None
    last = len(tokens) - 1
    while last > at + 1 and tokens[last].pos == "PUNCT" and tokens[last].text not in ("”", '"'):
        last -= 1
    passive = speakers.is_passive(tree, word)
    whom = next((c for c in complements.objects(tree, word) if word < c < at), None)
    quoted = speakers.subject(tree, word, 1) if passive else whom
    quoted = nominal_before(tree, at, (0, 0)) if quoted is None and not passive else quoted
    outlet = speakers.agent(tree, word) if passive else nominal_before(tree, word, (0, 0))
    opens = tree.phrase(outlet, without=("punct",))[0] if outlet is not None and outlet < word else word
    before = clauses.up_to_comma(tree, opens)
    behind = last > at + 2 and not (tokens[at + 2].text == "," and before is not None)
    content = (tokens[at + 2].start, tokens[last].end) if behind else before
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


def _quoted(page: Page, number: int, tree: Tree, word: int) -> Found | None:
    """ "“…,” the Daily quoted one guard": the object of "quote" speaks, its subject passes it on."""
    spoken = clauses.said(page, tree, word, "quote", True)
    whom = next((c for c in complements.objects(tree, word) if c > word), None)
    if spoken is None or whom is None or spoken[0] <= tree.tokens[whom].start < spoken[1]:
        return None
    if speakers.is_passive(tree, word) or not speakers.can_speak(page, tree, whom):
        return None
    found = finish(number, tree, word, Frame("claim", ("quote",), True), spoken, speakers.sources(page, tree, whom))
    return msgspec.structs.replace(found, via=tuple(speakers.sources(page, tree, speakers.subject(tree, word))))


def _announced(page: Page, number: int, tree: Tree, word: int, frame: Frame) -> Iterator[Found]:
    """ "The mayor added:" at the end of a paragraph: what is said is the next paragraph."""
    tokens = tree.tokens
    if tokens[-1].text != ":" or number + 1 >= len(page.trees) or len(tokens) - word > CLOSE:
        return
    first = page.trees[number + 1].sentence
    if first.paragraph == tree.sentence.paragraph or any(t.pos in ("VERB", "AUX") for t in tokens[word + 1 :]):
        return
    head = speakers.subject(tree, word)
    if speakers.can_speak(page, tree, head):
        _, end = page.paragraphs[page.paragraph_at(first.start)]
        yield finish(number, tree, word, frame, (first.start, end), speakers.sources(page, tree, head))


CLOSE = 12
"""Words between a cue and the colon that announces the next paragraph, at most."""


def _unspoken(page: Page, number: int, tree: Tree, word: int, negated: bool) -> Iterator[Found]:
    """A passive without "by": kept where the sentence names the paper in which it was said."""
    _, frames = lexicon().verbs[tree.tokens[word].text.lower()]
    known = statement_words()
    papers = [
        c
        for c in tree.of(word, "obl")
        if tree.tokens[c].text.lower() in lexicon().owned
        and any(tree.tokens[k].text.lower() in known.in_papers for k in tree.of(c, "case"))
    ]
    if not papers or negated:
        return
    end = tree.tokens[-1].start if tree.tokens[-1].pos == "PUNCT" else tree.tokens[-1].end
    for frame in frames:
        content = contents.match(page, tree, word, frame.parts, frame.sure)
        if content is not None:
            yield finish(
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


def _claimed(tree: Tree, word: int, content: Range) -> Range:
    """ "the raid, which was claimed by the Front": the deed with who claimed it, for the cue says no more."""
    first = next(i for i, t in enumerate(tree.tokens) if t.end > content[0])
    while first < word - 1 and tree.tokens[first].pos == "ADP":
        first += 1
    by = speakers.agent(tree, word)
    return tree.tokens[first].start, tree.tokens[by if by is not None else word].end


def _is_unreal(tree: Tree, word: int, frame: Frame) -> bool:
    """ "could say", "if he says", "what they say", "declined to say", "nobody said": it has not been said."""
    if is_conditional(tree, word) or _only_intended(tree, word) or nobody_says(tree, word):
        return True
    if frame.kind not in ("claim", "report"):
        return False
    helpers = [tree.tokens[c].text.lower() for c in tree.of(word, "aux")]
    known = statement_words()
    asked = [c for c in tree.children[word] if tree.tokens[c].text.lower() in known.questions]
    doubtful = not known.doubtful_modals.isdisjoint(helpers)
    return doubtful or any(tree.tokens[c].rel in ("obj", "nsubj") for c in asked)


def _only_intended(tree: Tree, word: int) -> bool:
    """Whether a word above leaves the cue undone: "refused to explain", "plans to announce"."""
    above = tree.tokens[word].head
    return above >= 0 and complements.is_infinitive(tree, word) and tree.tokens[above].text.lower() in lexicon().undone
