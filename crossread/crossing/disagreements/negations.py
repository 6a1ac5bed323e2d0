"""Whether it was so, told without any verb of denying: "no rubber bullets were fired" and "fired rubber bullets".

A negation takes back a verb with what it is done by or to. It is contradicted where another voice tells the same verb
of the same things, and the sentences are alike. What has not been done yet, may be or should be contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.openness import left_open, negating
from crossread.crossing.disagreements.patterns import is_participle, pattern
from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, one_mouth, quoted
from crossread.crossing.disagreements.subjects import subjects_of
from crossread.crossing.disagreements.topics import Topics, stem
from crossread.embeddings import cosine
from crossread.function_words import function_words
from crossread.records import Disagreement, Reading, Record, Token
from crossread.trees import Tree

ALIKE = 0.6
"""Cosine of two sentences' embeddings from which on they may tell one deed: of 14 found in 120 groups of reports nobody
worked on with .45 two are contradictions, with .6 one of two."""


class Words(msgspec.Struct, frozen=True):
    """What this rule reads of knowledge/en/states.yml."""

    empty_verbs: tuple[str, ...]
    besides: tuple[str, ...]
    determiners: tuple[str, ...]
    until_now: tuple[str, ...]
    bare: tuple[str, ...]
    anybody: tuple[str, ...]


@cache
def _words() -> Words:
    return knowledge.load("states.yml", Words, "en")


class Negated(Record, frozen=True):
    """What a negation takes back: the stem of a verb, those of its subject or object, and the names of who did it."""

    voice: Voice
    sentence: int
    verb: str
    things: frozenset[str]
    doers: frozenset[str]


def negations(scene: Scene, topics: Topics) -> list[Disagreement]:
    """One disagreement for each thing that one voice negates and another tells."""
    empty = frozenset(stem(w) for w in _words().empty_verbs)
    made = []
    for reading in scene.readings.values():
        for negated in _negated(scene, reading):
            others = _told(scene, topics, reading, negated) if negated.verb not in empty else []
            if others:
                about = f"whether it was so: {quoted(negated.voice.clause.text)}"
                why = "one side negates what the other tells"
                made.append(disagreement("happened", about, [others, [negated.voice]], why))
    return made


def _negated(scene: Scene, reading: Reading) -> Iterator[Negated]:
    """What the sentences of a report negate."""
    for n, sentence in enumerate(reading.sentences):
        text = scene.small(reading, n)
        if not negating().search(text) or "?" in text:
            continue
        tree = scene.tree(reading, n)
        for i, token in enumerate(tree.tokens):
            verb = _verb_negated(tree, i)
            if verb is None or left_open("verbs").search(text[: token.start - sentence.start][-BACK:]):
                continue
            if any(tree.tokens[c].lemma.lower() in _words().until_now for c in tree.of(verb, "aux", "advmod")):
                continue  # "has not been charged": it may be by now
            if pattern("negations", "late").match(text, tree.tokens[verb].end - sentence.start):
                continue  # "did not call the doctor until Tuesday": he did
            if _named_only(tree, verb):
                continue
            things = frozenset(_things(tree, verb))
            if things or _passive(tree, verb):
                voice = scene.voice(reading, n, min(token.start, tree.tokens[verb].start), tree.tokens[verb].end)
                yield Negated(voice, n, stem(tree.tokens[verb].lemma), things, _doers(tree, verb))


BACK = 50
"""Characters before a negation in which a word may leave open whether it holds."""


def _verb_negated(tree: Tree, i: int) -> int | None:
    """The verb that the word `i` negates: "did not fire", "no shots were fired"."""
    word, head = tree.tokens[i].text.lower(), tree.tokens[i].head
    if head < 0:
        return None
    if (
        word in _words().determiners
        and tree.tokens[head].pos == "NOUN"
        and tree.tokens[head].rel.split(":")[0] in ("nsubj", "obj")
    ):
        head = tree.tokens[head].head
    elif word not in function_words().any_negation or (
        i + 1 < len(tree.tokens) and tree.tokens[i + 1].text.lower() in _words().besides
    ):
        return None
    bare = head >= 0 and any(tree.tokens[c].lemma.lower() in _words().bare for c in tree.of(head, "mark"))
    return head if head >= 0 and tree.tokens[head].pos == "VERB" and not bare else None


def _named_only(tree: Tree, verb: int) -> bool:
    """Whether a verb only names what may be done: "not paying is wrong"."""
    return is_participle(tree.tokens[verb]) and not tree.of(verb, "aux")


def _things(tree: Tree, verb: int) -> Iterator[str]:
    """Stems of the nouns that a verb has as object or passive subject, else as subject."""
    objects = [c for c in tree.of(verb, "obj", "nsubj:pass") if tree.tokens[c].pos in NOUNS]
    for c in objects or [c for c in tree.of(verb, "nsubj") if tree.tokens[c].pos in NOUNS]:
        if tree.tokens[c].lemma.lower() not in _words().anybody:
            yield stem(tree.tokens[c].lemma)


def _doers(tree: Tree, verb: int) -> frozenset[str]:
    """The names, in small letters, in the subject of a verb."""
    return frozenset(
        tree.tokens[i].text.lower()
        for c in subjects_of(tree, verb)
        for i in tree.subtree(c, ("acl",))
        if tree.tokens[i].pos == "PROPN"
    )


def _passive(tree: Tree, verb: int) -> bool:
    """Whether what was done is told of a pronoun: "he was never bullied", not "she was not driving" nor "a wound that
    was not threatening"."""
    passive = any(tree.tokens[c].text.lower() in function_words().be for c in tree.of(verb, "aux"))
    subjects = (tree.tokens[c] for c in tree.of(verb, "nsubj"))
    told = any(s.pos == "PRON" and s.text.lower() not in function_words().relatives for s in subjects)
    return passive and told and not is_participle(tree.tokens[verb])


SELDOM = 4
"""Sentences of a story with a verb up to which it tells one deed, even if nothing else is said."""
NOUNS = ("NOUN", "PROPN")


def _told(scene: Scene, topics: Topics, reading: Reading, negated: Negated) -> list[Voice]:
    """Clauses in other mouths that tell what is negated."""
    found = []
    mine = reading.sentences[negated.sentence].embedding
    needed = negated.things | {negated.verb}
    places = [
        p for p in topics.sharing(needed, len(needed)) if scene.component[p[0]] == scene.component[reading.report]
    ]
    if not negated.things and len(places) > SELDOM:
        return []
    for report, n in places:
        other = scene.readings[report]
        if (report, n) == (reading.report, negated.sentence) or cosine(mine, other.sentences[n].embedding) < ALIKE:
            continue
        text = scene.small(other, n)
        if (
            negating().search(text)
            or matcher(scene.known.denying_verbs).search(text)
            or left_open("verbs").search(text)
            or "?" in text
            or (verb := _same(scene, other, n, negated)) is None
        ):
            continue
        voice = scene.voice(other, n, verb.start, verb.end)
        if not one_mouth(voice, negated.voice):
            found.append(voice)
    return found


def _same(scene: Scene, other: Reading, n: int, negated: Negated) -> Token | None:
    """The verb of a sentence that tells of the same things what is negated."""
    tree = scene.tree(other, n)
    for i, token in enumerate(tree.tokens):
        if any(tree.tokens[c].lemma.lower() in function_words().infinitive for c in tree.of(i, "mark")):
            continue  # "are urged to call a doctor": nobody has
        if (
            token.pos != "VERB"
            or stem(token.lemma) != negated.verb
            or not negated.things <= frozenset(_things(tree, i))
        ):
            continue
        doers = _doers(tree, i)
        if not doers or not negated.doers or doers & negated.doers:  # another did it
            return token
    return None
