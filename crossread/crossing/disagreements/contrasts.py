"""What a report itself sets against each other: "officials hail the vote as progress, but critics call it a sham".

A contrast is a word that turns ("but", "while", "however") between what two different voices hold: within a sentence,
or at the head of one against the sentence before it. Contrasts of several reports that speak of one thing are one
disagreement.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.gathering import gathered, within
from crossread.crossing.disagreements.naming import stems
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.scene import Scene, pronouns
from crossread.crossing.disagreements.sides import Voice, disagreement, quoted
from crossread.embeddings import cosine
from crossread.function_words import function_words
from crossread.records import Disagreement, Reading, Record, Span, StatementMention
from crossread.spans import must_quote
from crossread.trees import Tree

ALIKE = 0.2
"""Cosine of two sentences that follow each other from which on the second may turn against the first: on 25 read
stories 0 does the same, .3 loses one and adds one that is wrong."""
TOGETHER = 0.45
"""The same for contrasts of two reports that are one disagreement: on sixteen read stories .4 joins what a reader takes
apart, .5 leaves apart what several reports tell of one vote."""
FIRST = 1
"""Characters at the head of a sentence before its first word: a quotation mark. With 12 or 30 nothing changes."""
LEAST = 3
"""Words of a part below which nobody holds anything there: "WALLACE:" of a transcript."""
HOLDING = frozenset(["claim", "report", "denial", "criticism", "accusation", "opinion"])
"""Kinds of statements with which somebody turns against what another holds."""
HELD = HOLDING | {"promise", "announcement", "claim of responsibility", "confirmation"}
TOLD = ("happened", "actor", "characterisation")
"""Kinds of disagreements that a contrast with characters in common only repeats."""
_PAUSES = (",", ";", "—", "-")


class Known(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/contrasts.yml; the file says what each part means."""

    turning: tuple[str, ...]
    opening: tuple[str, ...]
    within: tuple[str, ...]
    holding: tuple[str, ...]
    untold: tuple[str, ...]
    asides: tuple[str, ...]


@cache
def _known() -> Known:
    return knowledge.load("contrasts.yml", Known, "en")


class Part(Record, frozen=True):
    """Characters of a sentence in which somebody holds something: who, by stems of his name and his id."""

    report: str
    sentence: int
    start: int
    end: int
    who: frozenset[str]
    speaker: str

    def touches(self, e: Span) -> bool:
        return self.report == e.report and self.start < e.end and e.start < self.end


class Contrast(Record, frozen=True):
    """Two parts of a report that a turning word sets against each other."""

    first: Part
    second: Part


def contrasts(scene: Scene, found: list[Disagreement]) -> list[Disagreement]:
    """One disagreement for each matter on which reports set voices against each other; none for what was found
    already."""
    told: dict[str, list[tuple[Span, int]]] = {}
    for number, d in enumerate(found):
        for span in (e for side in d.sides for e in side.evidence):
            told.setdefault(span.report, []).append((span, number))
    every = [c for reading in scene.readings.values() for c in _contrasts(scene, reading)]
    new = [c for c in every if not _repeats(c, told.get(c.first.report, []), found)]
    near = within(scene.component[c.first.report] for c in new)
    pairs = [(i, k) for i, k in near if _one(scene, new[i], new[k])]
    made = []
    for members in gathered([*((i, i) for i in range(len(new))), *pairs]):
        group = [new[i] for i in sorted(set(members))]
        sides = [[_voice(scene, c.first) for c in group], [_voice(scene, c.second) for c in group]]
        shown = quoted(sides[1][0].clause.text)
        about = f"what {sides[0][0].speaker} and {sides[1][0].speaker} hold: {shown}"
        made.append(disagreement("characterisation", about, sides, "the report sets one voice against the other"))
    return made


def _repeats(c: Contrast, told: list[tuple[Span, int]], found: list[Disagreement]) -> bool:
    """Whether a contrast only tells again what makes a disagreement; a number, a time or a place does so with both
    parts. `told`: the evidence in its report, with which disagreement it proves."""
    first, second = ({number for span, number in told if part.touches(span)} for part in (c.first, c.second))
    return any(found[number].kind in TOLD for number in first | second) or bool(first & second)


def _one(scene: Scene, a: Contrast, b: Contrast) -> bool:
    """Whether two reports' contrasts are of one thing; those of one report are two things."""
    if a.first.report == b.first.report:
        return False
    return max(cosine(x, y) for x in _vectors(scene, a) for y in _vectors(scene, b)) >= TOGETHER


def _vectors(scene: Scene, c: Contrast) -> list[bytes]:
    sentences = scene.readings[c.first.report].sentences
    return [sentences[n].embedding for n in sorted({c.first.sentence, c.second.sentence})]


def _voice(scene: Scene, part: Part) -> Voice:
    report = scene.reports[part.report]
    text = report.text[part.start : part.end]
    start = part.start + len(text) - len(text.lstrip(" ,;—–-\n"))
    return Voice(part.report, must_quote(report, start, part.start + len(text.rstrip(" ,;—–-\n"))), part.speaker)


# --------------------------------------------------------------------------- contrasts of one report


def _contrasts(scene: Scene, reading: Reading) -> Iterator[Contrast]:
    for n in range(len(reading.sentences)):
        found = _inside(scene, reading, n) or _against_last(scene, reading, n)
        if found is not None and not matcher(_known().untold).search(scene.small(reading, n)):
            yield found


def _inside(scene: Scene, reading: Reading, n: int) -> Contrast | None:
    """A turning word between two voices of one sentence."""
    sentence, text = reading.sentences[n], scene.small(reading, n)
    for match in matcher(_known().turning).finditer(text):
        opens = match.start() <= FIRST
        cut = text.find(",", match.end()) if opens else match.start()
        if cut <= 0 or pattern("contrasts", "meanwhile").match(text, match.end()):
            continue
        if opens and matcher(_known().opening).match(text, match.start()):
            continue  # it turns against the sentence before
        if pattern("contrasts", "until_now").fullmatch(match[0]) and not text[: match.start()].rstrip().endswith(
            _PAUSES
        ):
            continue  # "has not said yet"
        first = _part(scene, reading, n, sentence.start, sentence.start + cut, HELD)
        second = _part(scene, reading, n, sentence.start + cut, sentence.end, HOLDING)
        if first and second and _two_voices(first, second):
            return Contrast(first, second)
    return None


def _against_last(scene: Scene, reading: Reading, n: int) -> Contrast | None:
    """A sentence whose voice turns against that of the one before it."""
    if n == 0:
        return None
    text = scene.small(reading, n)
    opens = any(matcher(_known().opening).match(text, at) for at in range(FIRST + 1))
    turns = opens or matcher(_known().within).search(text) is not None
    if not turns or matcher(_known().untold).search(scene.small(reading, n - 1)):
        return None
    before, sentence = reading.sentences[n - 1], reading.sentences[n]
    if cosine(before.embedding, sentence.embedding) < ALIKE:
        return None
    first = _part(scene, reading, n - 1, before.start, before.end, HELD)
    second = _part(scene, reading, n, sentence.start, sentence.end, HOLDING)
    return Contrast(first, second) if first and second and _two_voices(first, second) else None


def _two_voices(a: Part, b: Part) -> bool:
    return not a.who & b.who and a.speaker.lower() != b.speaker.lower()


def _part(scene: Scene, reading: Reading, n: int, start: int, end: int, kinds: frozenset[str]) -> Part | None:
    """The characters of a sentence with whoever holds something there, if somebody does."""
    tree = scene.tree(reading, n)
    words = tree.words(start, end)
    if len(words) < LEAST or (kinds is HOLDING and _goes_on(tree, words)):
        return None
    said = [s for s in reading.statements if start <= s.cue.start < end and _main(tree, s)]
    if not said:
        who, speaker = _holder(tree, words)
        return Part(reading.report, n, start, end, who, speaker) if who else None
    outer = max(said, key=lambda s: (s.content.end - s.content.start, -s.cue.start))
    answers = kinds is HOLDING
    if answers and (outer.speaker_text.lower() in pronouns() or not _own_subject(tree, outer)):
        return None  # it is he who spoke before
    who, speaker = _who(scene, reading, outer)
    return Part(reading.report, n, start, end, who, speaker) if who and outer.kind in kinds else None


def _goes_on(tree: Tree, words: list[int]) -> bool:
    """Whether a part of a sentence only goes on with what the part before it tells: with its subject ("police have yet
    to name anybody, but were searching a house, according to the mayor"), or with those who spoke there ("though they
    believe")."""
    inside = frozenset(words)
    top = next((i for i in words if tree.tokens[i].head not in inside), None)
    if top is None or tree.tokens[top].pos not in ("VERB", "AUX", "ADJ"):
        return False
    if subjects := tree.of(top, "nsubj"):
        return tree.tokens[subjects[0]].text.lower() in _persons() and bool(tree.of(top, "ccomp"))
    return tree.tokens[top].rel in ("conj", "advcl") and not _agents(tree, top)


def _agents(tree: Tree, verb: int) -> list[int]:
    """Who does it by a passive verb: the heads of its phrases with "by"."""
    by = function_words().agents
    return [c for c in tree.of(verb, "obl") if any(tree.tokens[k].lemma in by for k in tree.of(c, "case"))]


@cache
def _persons() -> frozenset[str]:
    """Pronouns for people spoken of."""
    small = function_words()
    return frozenset(small.persons) | small.plural_persons


def _holder(tree: Tree, words: list[int]) -> tuple[frozenset[str], str]:
    """Who holds something by a verb that no statement was read of: "hailed by officials as", "the ministry denies
    this"."""
    for i in words:
        if tree.tokens[i].pos != "VERB" or tree.tokens[i].lemma.lower() not in _known().holding:
            continue
        for agent in _agents(tree, i) or [c for c in tree.of(i, "nsubj") if tree.tokens[c].rel != "nsubj:pass"]:
            first, last = tree.phrase(agent, ("acl", "appos", "nmod"))
            name = " ".join(t.text for t in tree.tokens[first : last + 1] if t.rel != "case")
            if who := stems(name):
                return who, name
    return frozenset(), ""


def _main(tree: Tree, s: StatementMention) -> bool:
    """Whether somebody's saying is what its clause tells, not an aside of it ("as the mayor has said")."""
    here = tree.words(s.cue.start, s.cue.end)
    if not here:
        return False
    at = tree.head(here[0], here[-1])
    if any(tree.tokens[i].rel in ("acl", "acl:relcl") for i in (at, *tree.ancestors(at))):
        return False
    marks = (tree.tokens[c].lemma for c in tree.of(at, "mark"))
    return tree.tokens[at].rel != "advcl" or not any(mark in _known().asides for mark in marks)


def _own_subject(tree: Tree, s: StatementMention) -> bool:
    """Whether a verb of saying is not only joined to one before it: "he said that they searched, but added"."""
    here = tree.words(s.cue.start, s.cue.end)
    at = tree.head(here[0], here[-1])
    return tree.tokens[at].rel != "conj" or bool(tree.of(at, "nsubj"))


def _who(scene: Scene, reading: Reading, s: StatementMention) -> tuple[frozenset[str], str]:
    """Who says something, by stems and id, and his name; nobody where a pronoun is left unresolved."""
    actor = scene.actors.of.get((reading.report, s.speaker)) if s.speaker is not None else None
    speaker = scene.speaker(reading, s.content.start) or s.speaker_text
    if s.speaker_text.lower() in pronouns() and actor is None:
        return frozenset(), speaker
    return stems(s.speaker_text) | stems(speaker) | frozenset([actor] if actor else []), speaker
