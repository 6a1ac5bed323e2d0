"""Where somebody is accused of something: "accused the dairy of thinning its milk", "allegations of cruelty"."""

from __future__ import annotations

from crossread.crossing.disagreements.naming import stems, who_is_meant
from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.repudiations import known
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice
from crossread.crossing.disagreements.subjects import subject_of
from crossread.crossing.disagreements.topics import Place
from crossread.function_words import function_words
from crossread.records import Reading, Record
from crossread.trees import Tree


class Accusation(Record, frozen=True):
    """A sentence that accuses. `about`: who may be accused, by stems and ids; `by`: who accuses."""

    place: Place
    voice: Voice
    about: frozenset[str]
    by: frozenset[str]


def accusations(scene: Scene) -> list[Accusation]:
    """One for each sentence in which somebody accuses or is accused, in the order of the reports."""
    made = []
    for reading in scene.readings.values():
        for n in range(len(reading.sentences)):
            if matcher(known().accusing).search(scene.small(reading, n)) is None:
                continue
            tree = scene.tree(reading, n)
            word = next((i for i in range(len(tree.tokens)) if _accuses(tree, i)), None)
            if word is not None:
                voice = scene.voice(reading, n, tree.tokens[word].start, tree.tokens[word].end)
                by = _doer(scene, reading, tree, word) | stems(voice.speaker or "")
                made.append(Accusation((reading.report, n), voice, _accused(scene, reading, tree, word), by))
    return made


def named(scene: Scene, reading: Reading, n: int) -> frozenset[str]:
    """Who is named in a sentence, by stems and ids."""
    sentence = reading.sentences[n]
    return stems(scene.reports[reading.report].text[sentence.start : sentence.end]) | scene.actors_in(reading, n)


def _accuses(tree: Tree, word: int) -> bool:
    """Whether a word accuses: a verb, or a noun that says of what; not "the allegations", which only points."""
    token = tree.tokens[word]
    if token.lemma.lower() not in known().accusations:
        return False
    if token.pos == "NOUN":
        return bool(tree.of(word, "amod", "compound", "acl", "nmod"))
    marked = any(tree.tokens[c].lemma.lower() in function_words().infinitive for c in tree.of(word, "mark"))
    return token.pos == "VERB" and token.rel != "amod" and not marked  # "the alleged thief", "who is to blame"


def _accused(scene: Scene, reading: Reading, tree: Tree, word: int) -> frozenset[str]:
    """Who may be accused: whoever is named in what a verb accuses, with a noun of accusing, or has one to face."""
    if tree.tokens[word].pos == "VERB":
        parts = tree.of(word, "obj", "nsubj:pass", "ccomp", "xcomp", "obl")
        described = tree.tokens[word].rel.startswith("acl") and not tree.of(word, "obj", "nsubj:pass")
        parts += [tree.tokens[word].head] if described else []
    else:
        verb = tree.tokens[word].head
        parts = [word, *(tree.of(verb, "nsubj", "obl", "nmod") if verb >= 0 else [])]
    found: set[str] = set()
    for part in parts:
        first, last = tree.phrase(part, ("acl",) if part != word else ())
        span = tree.span(scene.reports[reading.report], first, last)
        found |= who_is_meant(scene, reading, span.text, span)
    return frozenset(found)


def _doer(scene: Scene, reading: Reading, tree: Tree, word: int) -> frozenset[str]:
    """Who accuses, as the verb tells."""
    passive = tree.tokens[word].pos != "VERB" or tree.of(word, "nsubj:pass")
    doer = None if passive else subject_of(tree, word)
    if doer is None:
        return frozenset()
    first, last = tree.phrase(doer, ("acl", "appos"))
    span = tree.span(scene.reports[reading.report], first, last)
    return who_is_meant(scene, reading, span.text, span)
