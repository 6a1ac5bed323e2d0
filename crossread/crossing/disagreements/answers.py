"""Whether it is so: what somebody says or a report tells, and another denies.

A denial here is a statement with a verb of denying ("denied that the bodies were hidden", "rejected the accusation").
The other side is what was said just before, if the denial only points back, else what is told in the same words by
somebody else, in the same report or in another.
"""

from __future__ import annotations

from collections.abc import Iterator

from crossread.crossing.disagreements.denials import VIOLENT
from crossread.crossing.disagreements.naming import stems
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, clause, disagreement, sentence_of
from crossread.crossing.disagreements.topics import Topics, stem, words_of
from crossread.embeddings import cosine
from crossread.function_words import function_words
from crossread.records import Disagreement, Reading, Record, Span, StatementMention
from crossread.spans import must_quote

SAME = 0.5
"""Weighted overlap of a denial and a clause from which on the denial is of it."""
ALIKE = 0.4
"""Cosine of their sentences' embeddings, besides."""
COMMON = 2
"""Words that they share at least."""
NEAR = 2
"""Sentences back to which "the accusation" points."""


class Denial(Record, frozen=True):
    """What somebody denies: the words of it, or none if it points back."""

    voice: Voice
    sentence: int
    words: frozenset[str]
    points_back: bool
    claim: Span | None = None  # what is denied, where the report itself tells it as others' word


def answers(scene: Scene, topics: Topics) -> list[Disagreement]:
    """One disagreement for each thing said that somebody denies."""
    made = []
    for reading in scene.readings.values():
        for denial in _denials(scene, reading):
            others = _charged(scene, topics, reading, denial) if denial.points_back else []
            others = others or (_said_before(scene, reading, denial) if denial.points_back else [])
            others = others or _next_to(scene, reading, denial) or _told(scene, topics, reading, denial)
            if not others and denial.claim is not None:
                others = [Voice(reading.report, denial.claim)]
            if others:
                about = f"whether it is so: {' '.join(denial.voice.clause.text.split())[:TITLE]}"
                made.append(disagreement("happened", about, [others, [denial.voice]], "one denies what another says"))
    return made


TITLE = 80
"""Characters of the denial that name it."""


def _denials(scene: Scene, reading: Reading) -> Iterator[Denial]:
    """What the speakers of a report deny."""
    known = scene.known
    seen: set[int] = set()
    for statement in reading.statements:
        n, inner = sentence_of(reading, statement.cue.start), sentence_of(reading, statement.content.start)
        cue = matcher(known.denying_verbs).search(scene.said(statement.cue))
        if n is None or n != inner or cue is None or statement.content.start < statement.cue.start:
            continue  # of what stands before it, "a charge that he denied", the words are hardly told apart
        end = min(statement.content.end, reading.sentences[n].end)
        content = scene.said(statement.content)
        head = pattern("answers", "determiner").sub(
            "", scene.low[reading.report][statement.cue.end : max(end, statement.cue.end)].lstrip()
        )
        back = matcher(known.accused_of).search(content[:HEAD]) is not None or content in _pointers()
        if not back and (statement.kind != "denial" or matcher(known.things_proposed).search(head[:HEAD])):
            continue
        claim = _claim(scene, reading, statement, end)
        if matcher(known.not_denied).match(head) or (not claim and _of_violence(scene, reading, n, statement)):
            continue
        told = back or claim or content.startswith(_that())
        if not told and pattern("answers", "aside").match(cue[0]):
            continue  # "dismissed the X-ray as normal"
        words = words_of(reading, n, statement.content.start, end)
        back = back and len(words) <= POINTING
        yield Denial(_voice(scene, reading, n, statement, end), n, words, back, None if back else claim)
        seen.add(n)
    for n, sentence in enumerate(reading.sentences):
        match = next(iter(scene.phrases(reading, n, "dismissing")), None)
        if match is None or n in seen or any(e.type in VIOLENT for _, e, _ in scene.deeds(reading, n)):
            continue
        span = clause(scene.reports[reading.report], sentence, match.start, match.end)
        yield Denial(Voice(reading.report, span, _subject(scene, reading, n, match.start)), n, frozenset(), True)


def _claim(scene: Scene, reading: Reading, statement: StatementMention, end: int) -> Span | None:
    """What is denied, where it is told as the word of others: "denied claims in the press that", "a report that"."""
    start = statement.content.start
    head = scene.low[reading.report][statement.cue.end : min(end, start + HEAD)]
    if statement.cue.end > start or (found := matcher(scene.known.accused_of).search(head)) is None:
        return None
    if statement.cue.end + found.end() <= start and not scene.said(statement.content).startswith(_that()):
        return None  # "denied the charges until he came forward"
    return must_quote(scene.reports[reading.report], start, end) if end > start else None


def _subject(scene: Scene, reading: Reading, n: int, at: int) -> str | None:
    """Who does what the verb at the character `at` tells."""
    tree = scene.tree(reading, n)
    verb = next((i for i, t in enumerate(tree.tokens) if t.start >= at), None)
    subjects = tree.of(verb, "nsubj") if verb is not None else []
    if not subjects:
        return None
    first, last = tree.phrase(subjects[0], ("acl", "appos"))
    return " ".join(t.text for t in tree.tokens[first : last + 1])


def _of_violence(scene: Scene, reading: Reading, n: int, statement: StatementMention) -> bool:
    """Whether what is denied is violence or a part in it: that is told apart, by incident."""
    inside = (
        e for _, e, _ in scene.deeds(reading, n) if statement.content.start <= e.trigger.start < statement.content.end
    )
    return any(e.type in VIOLENT for e in inside) or (
        pattern("answers", "disowned").search(scene.said(statement.content)[:HEAD]) is not None
    )


AROUND = 40
"""Characters around a charge in which it is denied there, too."""
POINTING = 2
"""Words of a denial that only points back: "the accusation", "the union's claims"."""
HEAD = 30
"""Characters of a denial in which what is denied is named."""


def _that() -> tuple[str, ...]:
    """What opens a clause that is said."""
    return tuple(f"{word} " for word in sorted(function_words().complementizers))


def _pointers() -> frozenset[str]:
    """Pronouns for what was said before."""
    small = function_words()
    return small.things | small.several_as_objects | small.demonstratives


def _voice(scene: Scene, reading: Reading, n: int, statement: StatementMention, end: int) -> Voice:
    start = min(statement.cue.start, statement.content.start)
    span = clause(scene.reports[reading.report], reading.sentences[n], start, max(end, statement.cue.end))
    return Voice(reading.report, span, scene.speaker(reading, statement.content.start) or statement.speaker_text)


def _charged(scene: Scene, topics: Topics, reading: Reading, denial: Denial) -> list[Voice]:
    """What others charge, where a denial that points back names it: "the guards deny accusations of cruelty" and "the
    cruelty of the guards"."""
    charge = denial.words - frozenset(stem(w.rstrip("*")) for phrase in scene.known.accused_of for w in phrase.split())
    denier = stems(denial.voice.speaker or "")
    if not charge or not denier:
        return []
    found = []
    for report, n in topics.sharing(charge, len(charge)):
        other = scene.readings[report]
        sentence = other.sentences[n]
        if report == reading.report or scene.component[report] != scene.component[reading.report]:
            continue
        if not denier & stems(scene.reports[report].text[sentence.start : sentence.end]):
            continue
        first = min(t.start for t in sentence.tokens if words_of(other, n, t.start, t.end) & charge)
        around = scene.low[report][max(sentence.start, first - AROUND) : first + AROUND]
        voice = scene.voice(other, n, first, first + 1)
        denied = matcher(scene.known.denying_verbs).search(around)
        if not denied and not denier & stems(voice.speaker or ""):
            found.append(voice)
    return found


def _said_before(scene: Scene, reading: Reading, denial: Denial) -> list[Voice]:
    """What another said last before a denial that points back; in its own sentence, if anything is said there."""
    found = []
    for statement in reading.statements:
        n = sentence_of(reading, statement.content.start)
        if n is None or not 0 <= denial.sentence - n <= NEAR or statement.content.start >= denial.voice.clause.start:
            continue
        if statement.kind not in ANSWERED or sentence_of(reading, statement.cue.start) != n:
            continue
        end = min(statement.content.end, reading.sentences[n].end)
        end = end if end <= denial.voice.clause.start else statement.cue.end  # read as if it went on with the denial
        told = _voice(scene, reading, n, statement, end)
        voice = Voice(reading.report, told.clause, scene.who_says(reading, statement) or statement.speaker_text)
        if voice.speaker != denial.voice.speaker and voice.clause != denial.voice.clause:
            found.append((statement.content.start, voice))
    here = [(at, v) for at, v in found if at >= reading.sentences[denial.sentence].start]
    return [v for _, v in sorted(here or found, key=lambda f: f[0])[-MOST:]]


def _next_to(scene: Scene, reading: Reading, denial: Denial) -> list[Voice]:
    """What another says in the sentence before a denial, if it speaks of the same."""
    n = denial.sentence - 1
    if n < 0 or not denial.words & words_of(reading, n, reading.sentences[n].start, reading.sentences[n].end):
        return []
    if cosine(reading.sentences[n].embedding, reading.sentences[n + 1].embedding) < ALIKE:
        return []
    return [v for v in _said_before(scene, reading, denial) if v.clause.start >= reading.sentences[n].start]


MOST = 2
"""Statements before a denial that it may answer."""
ANSWERED = ("accusation", "criticism", "claim", "report", "opinion")


def _told(scene: Scene, topics: Topics, reading: Reading, denial: Denial) -> list[Voice]:
    """Clauses in other mouths that tell what is denied."""
    found = []
    mine = reading.sentences[denial.sentence].embedding
    for report, n in topics.sharing(denial.words, COMMON):
        other = scene.readings[report]
        if scene.component[report] != scene.component[reading.report] or (report, n) == (
            reading.report,
            denial.sentence,
        ):
            continue
        sentence = other.sentences[n]
        if cosine(mine, sentence.embedding) < ALIKE or topics.overlap(topics.words[report, n], denial.words) < SAME:
            continue
        if matcher(scene.known.denying_verbs).search(scene.small(other, n)):
            continue
        first = min(t.start for t in sentence.tokens if words_of(other, n, t.start, t.end) & denial.words)
        voice = scene.voice(other, n, first, first + 1)
        if _negates(scene, voice) and not _negates(scene, denial.voice):
            continue  # "no fee was paid" is what "denied paying a fee" says
        if voice.speaker is None or voice.speaker != denial.voice.speaker:
            found.append(voice)
    return found


def _negates(scene: Scene, voice: Voice) -> bool:
    """Whether a clause has a word that says no to what it tells."""
    clause_, no = voice.clause, scene.known.saying_no
    return any(
        token.text.lower() in no
        for sentence in scene.readings[voice.report].sentences
        if sentence.start < clause_.end and clause_.start < sentence.end
        for token in sentence.tokens
        if clause_.start <= token.start < clause_.end
    )
