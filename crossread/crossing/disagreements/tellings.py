"""The dated deeds of a report: date expressions with the verb or noun that they date ("broke out on Saturday night",
"Sunday's attack")."""

from __future__ import annotations

import re

from crossread.crossing.disagreements.hours import Hours, clock_of, hours_of, month_day_of, weekday_of
from crossread.crossing.disagreements.matters import VIOLENT
from crossread.crossing.disagreements.patterns import is_participle, pattern
from crossread.crossing.disagreements.phrases import matcher, oppositions
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, sentence_of
from crossread.crossing.disagreements.subjects import subjects_of
from crossread.crossing.disagreements.topics import stem
from crossread.records import Reading, Record, Resolved, TimeExpression, Token
from crossread.trees import Tree

LONGEST = 62
"""Days above which an interval dates no deed."""


class Telling(Record, frozen=True):
    """A dated deed: the verb or noun that is dated, its clause, the incident that it tells if it tells one."""

    voice: Voice
    sentence: int
    time: str
    lemma: str  # without its ending
    bare: bool  # told by a noun, or by a verb that says no more than that it happened
    dying: bool  # what follows a deed, on a day of its own
    incident: str | None
    words: frozenset[str]
    names: frozenset[str]
    embedding: bytes
    ordinals: frozenset[str]
    follows: bool  # it only follows a deed: an aftershock, an anniversary
    repeated: bool  # it is a deed done once more: "arrested again", "on a second charge"
    hours: Hours | None  # since the first of all days; None where only the clock is told
    clock: Hours | None  # within a day
    weekday: int | None  # 0 Monday
    date: tuple[int, int] | None  # month and day, of whatever year
    kind: str  # the kind of the expression
    said: bool  # whether the verb is one of saying: the same may be said on two days
    heads: frozenset[str]  # the nouns that name its subject and object; none for a pronoun
    at: int  # where the report dates it


def tellings(scene: Scene, resolved: Resolved, reading: Reading) -> list[Telling]:
    """The dated deeds of a report whose day is told by itself."""
    found = []
    for k, time in enumerate(reading.times):
        n = sentence_of(reading, time.span.start)
        days = resolved.days.get((reading.report, k))
        if n is None or days is None or time.value.kind in VAGUE_KINDS or time.value.part in VAGUE or time.value.open:
            continue
        published = scene.reports[reading.report].published
        if time.value.kind == "partial" and published and days.start and days.start > published.end:
            continue  # "in February" of a report of November: which one is not told
        clock = clock_of(time)
        whole = days.start is not None and days.end is not None and (days.end - days.start).days <= LONGEST
        lent = "others date" in days.basis
        day = days.start if whole and days.start == days.end and not lent else None
        weekday, month_day = weekday_of(time, day), month_day_of(time, day)
        if not clock and (not whole or lent) and weekday is None and month_day is None:
            continue
        hours = None if lent or not whole else hours_of(time, days.start, days.end)  # type: ignore[arg-type]
        if (telling := _telling(scene, reading, n, time, (hours, clock, weekday, month_day))) is not None:
            found.append(telling)
    return found


VAGUE_KINDS = ("set", "duration", "range", "shift", "weekend")
VAGUE = ("more", "less", "about", "earlier", "later", "untold")
"""Kinds of expressions and qualifiers that leave the day open: "more than a week ago"."""


def _telling(
    scene: Scene,
    reading: Reading,
    n: int,
    time: TimeExpression,
    when: tuple[Hours | None, Hours | None, int | None, tuple[int, int] | None],
) -> Telling | None:
    """What a time expression dates, if a verb or a deed's noun governs it."""
    sentence = reading.sentences[n]
    tree = scene.tree(reading, n)
    here = tree.words(time.span.start, time.span.end)
    if not here:
        return None
    if _HEADING.fullmatch(scene.reports[reading.report].text[sentence.start : time.span.end + 3][-3:]) and (
        time.span.start - sentence.start <= 3 and time.value.kind == "absolute"
    ):
        return None  # a dateline run into the text
    governor = _named_before(scene, reading, n, tree, here[0])
    governor = tree.tokens[tree.head(here[0], here[-1])].head if governor is None else governor
    governor = _above(tree, governor) if governor >= 0 else governor
    behind = governor > here[0] and tree.tokens[governor].pos != "VERB"  # "after Friday's attack": that it is dated
    later = not behind and pattern("datings", "later").search(
        scene.small(reading, n)[: time.span.start - sentence.start]
    )
    if governor < 0 or later or _lower_verb(tree, here[0], governor):
        return None
    core = {governor}
    if matcher(oppositions().happening).search(tree.tokens[governor].lemma.lower()):
        core.update(tree.of(governor, "nsubj"))
        if tree.tokens[governor].rel == "acl:relcl":  # "the shooting, which occurred about noon"
            core.add(tree.tokens[governor].head)
    if tree.tokens[governor].pos not in ("VERB", "NOUN", "PROPN"):
        return None
    incident = next(
        (
            i
            for _, e, i in scene.deeds(reading, n)
            if not e.background
            and e.type in VIOLENT
            and e.status in ("happened", "alleged")
            and any(e.trigger.start <= tree.tokens[c].start < e.trigger.end for c in core)
        ),
        None,
    )
    token = tree.tokens[governor]
    below = [tree.tokens[i] for i in tree.subtree(governor, ASIDE) if i not in here]
    subjects = [tree.tokens[i] for c in tree.of(governor, "nsubj") for i in tree.subtree(c)]
    names = frozenset(t.text.lower() for t in subjects or below if t.pos == "PROPN" and t.text[0].isupper())
    words = frozenset(t.lemma.lower() for t in below if t.pos in TELLING and len(t.lemma) > 1)
    voice = scene.voice(reading, n, min(token.start, time.span.start), max(token.end, time.span.end))
    said = matcher(oppositions().saying).search(token.lemma.lower()) is not None
    bare = token.pos != "VERB" or _happens(token)
    lemma = _deed_word(tree, governor)
    dying = matcher(oppositions().dying).search(token.lemma.lower()) is not None
    text = scene.said(time.span)
    heads = _heads(tree, governor)
    kind = time.value.kind
    ordinals = frozenset(filter(matcher(oppositions().ordinals).fullmatch, words))
    follows = any(map(matcher(oppositions().following).fullmatch, words))
    repeated = pattern("datings", "again").search(voice.clause.text.lower()) is not None
    told = (voice, n, text, lemma, bare, dying, incident, words, names, sentence.embedding, ordinals, follows, repeated)
    return Telling(*told, *when, kind, said, heads, token.start)


def _deed_word(tree: Tree, governor: int) -> str:
    """The word for what is dated: the verb, or the noun of which it only says that it happened ("the cut occurred")."""
    if _happens(tree.tokens[governor]):
        governor = next((s for s in tree.of(governor, "nsubj") if tree.tokens[s].pos == "NOUN"), governor)
    return stem(tree.tokens[governor].lemma)


def _happens(token: Token) -> bool:
    return matcher(oppositions().happening).fullmatch(token.lemma.lower()) is not None


def _heads(tree: Tree, verb: int) -> frozenset[str]:
    """The nouns that name a verb's subject and object, and what stands beside them as title or name; of a noun
    what narrows it."""
    if tree.tokens[verb].pos != "VERB":
        return frozenset(
            t.lemma.lower() for t in map(tree.tokens.__getitem__, tree.of(verb, "compound", "amod", "nmod"))
        )
    heads = [c for c in (*subjects_of(tree, verb), *tree.of(verb, "obj")) if tree.tokens[c].pos in ("NOUN", "PROPN")]
    beside = [k for c in heads for k in tree.of(c, "flat", "appos", "compound") or ()] + [
        k for c in heads for k in tree.of(c, "nmod") if tree.tokens[k].rel == "nmod:desc"
    ]
    return frozenset(tree.tokens[i].lemma.lower() for i in (*heads, *beside))


def _lower_verb(tree: Tree, first: int, governor: int) -> bool:
    """Whether the verb nearest before a time is another than the one that it seems to date: "killed two, police said on
    Friday"."""
    before = first - 1
    while before >= 0 and tree.tokens[before].pos in ("ADP", "ADV", "PUNCT", "DET"):
        before -= 1
    if governor > first:  # "was charged on Friday after firing at two men"
        return any(first < c < governor for c in tree.of(governor, "mark"))
    if before < 0:
        return False
    verbs = (i for i in (before, *tree.ancestors(before)) if tree.tokens[i].pos == "VERB")
    lower = next(verbs, governor)
    token = tree.tokens[lower]
    carrying = token.rel == "acl" and is_participle(token)  # "hit a lorry carrying food on Monday"
    return lower > governor and token.rel != "xcomp" and not carrying


def _above(tree: Tree, governor: int) -> int:
    """The verb that a time dates where it stands behind a participle: "shells hit a lorry carrying food on Monday"."""
    token = tree.tokens[governor]
    if token.rel != "acl" or not is_participle(token) or token.head < 0:
        return governor
    head = tree.tokens[token.head]
    return head.head if head.head >= 0 and tree.tokens[head.head].pos == "VERB" else governor


def _named_before(scene: Scene, reading: Reading, n: int, tree: Tree, first: int) -> int | None:
    """The deed's noun right before a time: "the attack Tuesday in Norrby"."""
    before = tree.tokens[first - 1] if first else None
    if before is None or before.pos not in ("NOUN", "PROPN"):
        return None
    deeds = (e.trigger for _, e, _ in scene.deeds(reading, n) if e.type in VIOLENT)
    return first - 1 if any(d.start <= before.start < d.end for d in deeds) else None


_HEADING = re.compile(r"\s(?:[A-Z\"“][\w\s.]|[-–—|].)|[-–—|:].{2}|\s[-–—|]\s", re.DOTALL)
"""The characters behind a date at the head of a sentence that show it to be a dateline."""
ASIDE = ("advcl", "parataxis", "conj", "acl")
"""Clauses below the dated verb that tell something else."""
TELLING = ("NOUN", "PROPN", "ADJ", "VERB", "NUM")
