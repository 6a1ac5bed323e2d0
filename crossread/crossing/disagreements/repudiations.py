"""What somebody says is not so: whom it is said of, and the words of what is taken back.

A repudiation is a verb of denying with what it denies ("denied that the bodies were hidden", "ruled out a part of the
guards", "the charge, which he denies"), or somebody's word with a negation or a word for untrue in it that reads as an
answer ("says there was no bombing", "called it fake").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.naming import stems, who_is_meant
from crossread.crossing.disagreements.oppositions import VIOLENT
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, clause, sentence_of
from crossread.crossing.disagreements.subjects import subject_of
from crossread.crossing.disagreements.topics import stem, words_of
from crossread.function_words import function_words
from crossread.records import Reading, Record, Span, StatementMention, Token
from crossread.spans import must_quote
from crossread.trees import Tree


class Known(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/repudiations.yml; the file says what each part means."""

    denying: frozenset[str]
    setting_aside: frozenset[str]
    ruling: dict[str, str]
    claims: frozenset[str]
    tallies: frozenset[str]
    legal: frozenset[str]
    whatever: frozenset[str]
    saying_what: frozenset[str]
    untrue: tuple[str, ...]
    empty: frozenset[str]
    accusing: tuple[str, ...]
    accusations: frozenset[str]
    to_come: frozenset[str]
    called: frozenset[str]
    nobody: frozenset[str]


@cache
def known() -> Known:
    return knowledge.load("repudiations.yml", Known, "en")


@cache
def _empty() -> frozenset[str]:
    """Stems of the words that say nothing of what is denied."""
    return frozenset(stem(w) for w in (*known().empty, *known().claims))


class Repudiation(Record, frozen=True):
    """What a sentence takes back. `words`: stems that tell what, none where it only points to what others say;
    `who`: stems and ids of who takes it back; `claim`: its words where they tell it as the word of others; `firm`: by a
    verb of denying."""

    voice: Voice
    sentence: int
    who: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    claim: Span | None
    firm: bool


def repudiations(scene: Scene, reading: Reading) -> Iterator[Repudiation]:
    """All that the sentences of a report take back, one for each sentence."""
    firm: set[int] = set()
    for n, sentence in enumerate(reading.sentences):
        if matcher(scene.known.denying_verbs).search(text := scene.small(reading, n)) is None and not any(
            verb in text for verb in known().ruling
        ):
            continue
        tree = scene.tree(reading, n)
        found = next((f for v in range(len(sentence.tokens)) if (f := _denied(scene, reading, n, tree, v))), None)
        if found is not None:
            firm.add(n)
            yield found
    for n in range(len(reading.sentences)):
        if n not in firm and (untrue := _made_up(scene, reading, n) or _called_untrue(scene, reading, n)) is not None:
            firm.add(n)
            yield untrue
    for statement in reading.statements:
        if statement.kind == "denial":
            for n in _told_in(reading, statement):
                if n not in firm and (said := _negated(scene, reading, n, statement)) is not None:
                    firm.add(n)
                    yield said


def _told_in(reading: Reading, statement: StatementMention) -> Iterator[int]:
    """The sentences over which what somebody says reaches."""
    first = sentence_of(reading, statement.content.start)
    for n in range(first if first is not None else 0, len(reading.sentences)):
        if reading.sentences[n].start >= statement.content.end:
            return
        yield n


def _denied(scene: Scene, reading: Reading, n: int, tree: Tree, verb: int) -> Repudiation | None:
    """What a word denies, if it is a verb of denying."""
    token = tree.tokens[verb]
    lemma = token.lemma.lower()
    weak = lemma in known().setting_aside or _rules_out(tree, verb)
    if token.pos != "VERB" or not (weak or lemma in known().denying) or _taken_back(tree, verb):
        return None
    what = _what(tree, verb)
    if what is None or not _untrue(scene, reading, n, tree, verb, what, weak):
        return None
    below = _words(tree, tree.subtree(what, ("acl:relcl",) if verb in tree.subtree(what) else ()))
    start, end = tree.tokens[below[0]].start, tree.tokens[below[-1]].end
    who, name = _denier(scene, reading, tree, verb)
    parts = _content(tree, what, below)
    words = frozenset(w for a, b in parts for w in words_of(reading, n, a, b)) - _empty() - _of(name)
    words = frozenset(w for w in words if not matcher(known().untrue).fullmatch(w))  # "dismissed it as a hoax"
    report, sentence = scene.reports[reading.report], reading.sentences[n]
    span = must_quote(report, clause(report, sentence, min(token.start, start), token.end).start, sentence.end)
    told = must_quote(report, start, end) if words else None
    return Repudiation(Voice(reading.report, span, name or None), n, who, words, _proper(tree.tokens), told, True)


def _called_untrue(scene: Scene, reading: Reading, n: int) -> Repudiation | None:
    """What somebody calls untrue: "said the report was false", "called it a hoax", "dismissed the video as fake"."""
    sentence = reading.sentences[n]
    if matcher(known().untrue).search(scene.small(reading, n)) is None:
        return None
    tree = scene.tree(reading, n)
    for i, token in enumerate(tree.tokens):
        if token.pos not in ("ADJ", "NOUN") or not matcher(known().untrue).fullmatch(token.text.lower()):
            continue
        what = _said_of(tree, i)
        voice = scene.voice(reading, n, token.start, token.end)
        if what is None or voice.speaker is None or _taken_back(tree, i):
            continue
        below = tree.subtree(what)
        words = frozenset(w for a, b in _content(tree, what, below) for w in words_of(reading, n, a, b))
        words -= _empty() | _of(voice.speaker)
        return Repudiation(voice, n, stems(voice.speaker), words, _proper(sentence.tokens), None, True)
    return None


def _said_of(tree: Tree, word: int) -> int | None:
    """What a word is said of: its subject, or what is called so."""
    token = tree.tokens[word]
    if subjects := tree.of(word, "nsubj"):
        return subjects[0]
    if token.head < 0 or token.rel.split(":")[0] not in ("xcomp", "obl", "advcl"):
        return None
    if token.rel != "xcomp" and {tree.tokens[c].text.lower() for c in tree.of(word, "case", "mark")} - known().called:
        return None  # "arrested for a hoax"
    called = tree.of(token.head, "obj", "nsubj:pass")
    return called[0] if called else None


def _untrue(scene: Scene, reading: Reading, n: int, tree: Tree, verb: int, what: int, weak: bool) -> bool:
    """Whether that which is denied may be true or not: a clause, a claim, a deed, "any part"; nothing that is withheld
    from somebody ("denied him bail")."""
    head = tree.tokens[what]
    claims = head.lemma.lower() in known().claims | known().tallies
    if tree.of(verb, "iobj") or len(tree.of(verb, "obj")) > 1:
        return False
    if weak and (not claims or head.lemma.lower() in known().legal):
        return False
    if weak or tree.of(verb, "nsubj:pass"):
        return claims and (head.pos != "PRON" or not tree.of(verb, "nsubj:pass"))  # "it was denied"
    if claims or head.rel.split(":")[0] == "ccomp":
        return True
    if head.rel.split(":")[0] == "xcomp":
        return head.pos == "VERB" or bool(tree.of(what, "cop"))
    if _whatever(tree, what):
        return True
    deeds = (e for _, e, _ in scene.deeds(reading, n) if e.type in VIOLENT)
    return any(e.trigger.start <= head.start < e.trigger.end for e in deeds)


def _whatever(tree: Tree, what: int) -> bool:
    """ "any part in the raid"."""
    return any(tree.tokens[c].lemma.lower() in known().whatever for c in tree.of(what, "det"))


def _content(tree: Tree, what: int, below: list[int]) -> list[tuple[int, int]]:
    """The characters that tell what is denied: of a claim what it says, not whose it is or what kind of claim."""
    if tree.tokens[what].lemma.lower() not in known().claims:
        return [(tree.tokens[below[0]].start, tree.tokens[below[-1]].end)]
    said = tree.of(what, "acl", "ccomp", "nmod", "compound", "amod")
    said = said if _whatever(tree, what) else [c for c in said if not _whose(tree, c)]
    parts = [[i for i in tree.subtree(c) if i in below] for c in said]
    return [(tree.tokens[part[0]].start, tree.tokens[part[-1]].end) for part in parts if part]


def _whose(tree: Tree, c: int) -> bool:
    """Whether words tell whose a claim is or where it stands: "the mayor's claims", "reports in the press"."""
    if tree.tokens[c].rel == "nmod:poss":
        return True
    case = {tree.tokens[k].text.lower() for k in tree.of(c, "case")}
    return bool(case) and not case & known().saying_what


def _made_up(scene: Scene, reading: Reading, n: int) -> Repudiation | None:
    """What somebody says never happened or was invented: "no attack took place", "was staged"."""
    sentence, text = reading.sentences[n], scene.small(reading, n)
    for match in scene.phrases(reading, n, "denying"):
        at = match.start - sentence.start
        phrase = text[at : match.end - sentence.start]
        if pattern("repudiations", "put_on").match(text[at:]):
            continue  # "the march was staged as a protest"
        if phrase in scene.known.denying_with_no and not pattern("repudiations", "no_deed").search(text[:at]):
            continue
        if pattern("repudiations", "elsewhere").match(text[match.end - sentence.start :]):
            continue
        voice = scene.voice(reading, n, match.start, match.end)
        if voice.speaker is None:
            continue
        own = words_of(reading, n, match.start, match.end) | _empty() | _of(voice.speaker)
        words = words_of(reading, n, voice.clause.start, voice.clause.end) - own
        return Repudiation(voice, n, stems(voice.speaker), words, _proper(sentence.tokens), None, True)
    return None


def _words(tree: Tree, below: list[int]) -> list[int]:
    """Words of a subtree from its first one on that is no mark."""
    return below[next((k for k, i in enumerate(below) if tree.tokens[i].pos != "PUNCT"), 0) :]


def _rules_out(tree: Tree, verb: int) -> bool:
    particle = known().ruling.get(tree.tokens[verb].lemma.lower())
    return particle is not None and any(tree.tokens[c].text.lower() == particle for c in tree.children[verb])


def _taken_back(tree: Tree, verb: int) -> bool:
    """Whether nobody denies: "neither claimed nor denied", "wanted to deny", "no one denied", "neither side"."""
    small = function_words()
    words = {tree.tokens[c].text.lower() for c in tree.of(verb, "advmod", "cc", "mark", "aux")}
    for subject in tree.of(verb, "nsubj"):
        words.update(tree.tokens[c].text.lower() for c in (subject, *tree.of(subject, "det", "advmod")))
    return bool(words & (small.any_negation | small.nor | small.infinitive | known().to_come | known().nobody))


def _what(tree: Tree, verb: int) -> int | None:
    """The head of what a verb of denying denies: its object or clause, what stands before it ("a charge he denied")."""
    own = [c for c in tree.of(verb, "obj", "ccomp", "xcomp", "nsubj:pass") if c != verb]
    spoken = [c for c in own if tree.tokens[c].text.lower() not in function_words().relatives]
    if spoken:
        return spoken[0]
    token = tree.tokens[verb]
    if token.rel.startswith("acl") and token.head >= 0 and (own or tree.of(verb, "nsubj")):
        return token.head
    return None


def _denier(scene: Scene, reading: Reading, tree: Tree, verb: int) -> tuple[frozenset[str], str]:
    """Who denies, by stems and ids, and his name."""
    by = next((c for c in tree.of(verb, "obl") if _agent(tree, c)), None) if tree.of(verb, "nsubj:pass") else None
    at = by if by is not None else subject_of(tree, verb)
    if at is not None and tree.tokens[at].text.lower() in function_words().relatives and tree.tokens[verb].head >= 0:
        at = tree.tokens[verb].head
    if at is None:
        return frozenset(), ""
    first, last = tree.phrase(at, ("acl", "case"))
    span = must_quote(scene.reports[reading.report], tree.tokens[first].start, tree.tokens[last].end)
    name = scene.speaker(reading, tree.tokens[verb].start) or span.text
    return who_is_meant(scene, reading, span.text, span) | stems(name), " ".join(name.split())


def _agent(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].text.lower() in function_words().agents for c in tree.of(i, "case"))


def _of(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in name.split())


def _negated(scene: Scene, reading: Reading, n: int, statement: StatementMention) -> Repudiation | None:
    """What somebody's word takes back that has a negation or a word for untrue in it."""
    sentence = reading.sentences[n]
    start, end = max(sentence.start, statement.content.start), min(sentence.end, statement.content.end)
    said = scene.low[reading.report][start:end]
    if "?" in said or not (
        any(t.text.lower() in function_words().any_negation for t in sentence.tokens if start <= t.start < end)
        or matcher(known().untrue).search(said)
    ):
        return None
    name = scene.who_says(reading, statement) or statement.speaker_text
    who = who_is_meant(scene, reading, statement.speaker_text, statement.speaker_span) | stems(name)
    span = clause(scene.reports[reading.report], sentence, start, end)
    words = words_of(reading, n, start, end) - _empty() - _of(name)
    return Repudiation(Voice(reading.report, span, name), n, who, words, _proper(sentence.tokens), None, False)


def _proper(tokens: tuple[Token, ...]) -> frozenset[str]:
    return frozenset(stem(t.lemma) for t in tokens if t.pos == "PROPN")
