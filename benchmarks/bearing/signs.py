"""What one claim says and how: its names, figures, sources, manner, and the sides that its words take. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from benchmarks.bearing.words import Found, Manner, Place, known, listed
from crossread.embeddings import unpacked
from crossread.records import Quantity, Reading, Record, Sentence
from crossread.spelling import key
from crossread.trees import Tree

OPENING = 2
"""Words at the beginning of a claim among which a turning word turns against what was said before."""


class Claim(Record, frozen=True):
    """Characters `start` to `end` of a report, and that report's reading: a sentence, or what somebody says."""

    reading: Reading
    start: int
    end: int


class Marked(Record, frozen=True):
    """A word of a ladder or of a pair of opposites as it stands in a claim; `negated` where the claim denies it."""

    text: str
    number: int  # which ladder or pair
    step: int  # which step or side
    negated: bool
    of: frozenset[str] = frozenset()  # whom and what it is said of: base forms of the words tied to it


class Signs(Record, frozen=True):
    """All that is compared of a claim; names and speakers by the last word of their key, as they stand."""

    vector: tuple[float, ...]  # mean of its sentences' embeddings, unit length; empty where there are none
    words: frozenset[str]  # base forms, idle ones left out
    names: dict[str, str]
    speakers: dict[str, str]
    figures: tuple[Quantity, ...]
    said: tuple[Marked, ...]  # its verbs, by base form
    manner: dict[Manner, str]  # the first word of each list; of "turns" only where it turns against what came before
    ladders: tuple[Marked, ...]
    sides: tuple[Marked, ...]


def of_sentence(reading: Reading, number: int) -> Claim:
    """Sentence `number` of a report as a claim."""
    sentence = reading.sentences[number]
    return Claim(reading, sentence.start, sentence.end)


def signs_of(claim: Claim) -> Signs:
    """Read off a claim what `compare` weighs."""
    reading, start, end = claim.reading, claim.start, claim.end
    trees = [Tree(s) for s in reading.sentences if s.start < end and start < s.end]
    quoted = [s for s in reading.statements if start <= s.content.start < end]
    marked = list(_marked(trees, start, end))
    manner: dict[Manner, str] = {}
    for place, mark in marked:
        if place.list != "ladders" and place.list != "opposites":
            manner.setdefault(place.list, mark.text)
    for statement in quoted:
        if statement.kind == "denial":
            manner.setdefault("disputes", statement.cue.text)
    tokens = [(tree, i) for tree in trees for i in tree.words(start, end)]
    words = {tree.tokens[i].lemma.lower() for tree, i in tokens if tree.tokens[i].pos not in ("PUNCT", "SYM", "AUX")}
    return Signs(
        vector=_vector([tree.sentence for tree in trees], start, end),
        words=frozenset(words - known().idle),
        names=_last_words(m.span.text for m in reading.mentions if m.named and start <= m.span.start < end),
        speakers=_last_words(s.speaker_text for s in quoted if key(s.speaker_text) not in known().pronouns),
        figures=tuple(q for q in reading.quantities if start <= q.span.start < end),
        said=tuple(_verbs(tokens)),
        manner=manner,
        ladders=tuple(mark for place, mark in marked if place.list == "ladders"),
        sides=tuple(mark for place, mark in marked if place.list == "opposites"),
    )


def _marked(trees: list[Tree], start: int, end: int) -> Iterator[tuple[Place, Marked]]:
    """Every listed phrase of a claim, with its place in the lists."""
    for tree in trees:
        inside = set(tree.words(start, end))
        for phrase in listed(tree.tokens):
            if phrase.at in inside and (phrase.place.list != "turns" or _opens(tree, phrase, start)):
                text = " ".join(token.text for token in tree.tokens[phrase.at : phrase.at + phrase.size])
                place, denied, of = phrase.place, _negated(tree, phrase.at), _tied(tree, phrase.at)
                yield place, Marked(text, place.number, place.step, denied, of)


def _verbs(tokens: list[tuple[Tree, int]]) -> Iterator[Marked]:
    """The verbs of a claim that mean something."""
    for tree, i in tokens:
        verb = tree.tokens[i].lemma.lower()
        if tree.tokens[i].pos == "VERB" and verb not in known().idle:
            yield Marked(verb, 0, 0, _negated(tree, i), _tied(tree, i))


def _tied(tree: Tree, word: int) -> frozenset[str]:
    """Whom or what a word is said of: what is done to, else who does it, else what it stands with."""
    near = tree.of(word, "obj", "nsubj:pass") or tree.of(word, "nsubj") or tree.of(word, "obl", "nmod", "compound")
    if not near and tree.tokens[word].head >= 0:
        near = [tree.tokens[word].head]
    return frozenset(tree.tokens[i].lemma.lower() for i in near) - known().pronouns


def _last_words(names: Iterable[str]) -> dict[str, str]:
    made: dict[str, str] = {}
    for name in names:
        if folded := key(name):
            made.setdefault(folded.split()[-1], " ".join(name.split()))
    return made


def _opens(tree: Tree, phrase: Found, start: int) -> bool:
    """Whether a phrase stands at the beginning of the claim, or is one that turns wherever it stands ("however")."""
    first = next((i for i, t in enumerate(tree.tokens) if t.start >= start), 0)
    return phrase.at - first < OPENING or tree.tokens[phrase.at].text.lower() in known().turning_anywhere


def _negated(tree: Tree, word: int) -> bool:
    """Whether a word, or the word that it hangs on as auxiliary, object or complement, is denied."""
    negations = known().negations
    above = tree.tokens[word].head
    near = [word]
    if above >= 0 and tree.tokens[word].rel.split(":")[0] in ("obj", "xcomp", "amod", "acl"):
        near.append(above)
        if tree.tokens[above].lemma.lower() in negations:
            return True
    return any(
        tree.tokens[child].lemma.lower() in negations or tree.tokens[child].text.lower() in negations
        for i in near
        for child in tree.children[i]
    )


def _vector(sentences: list[Sentence], start: int, end: int) -> tuple[float, ...]:
    """Mean of the embeddings, each weighted with the characters of its sentence that the claim holds."""
    held = [(min(end, s.end) - max(start, s.start), unpacked(s.embedding).tolist()) for s in sentences if s.embedding]
    columns = zip(*(embedding for _, embedding in held), strict=True)
    total = [sum(weight * value for (weight, _), value in zip(held, column, strict=True)) for column in columns]
    length = math.sqrt(sum(value * value for value in total))
    return tuple(value / length for value in total) if length else ()
