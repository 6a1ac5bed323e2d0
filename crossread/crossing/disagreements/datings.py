"""When it was: tellings of one deed that give times which exclude each other.

A telling is a date expression with the word that it dates ("broke out on Saturday night", "Sunday's attack"). Two
tellings are of one deed if what they date is one incident, or if the same verb stands in sentences that are nearly the
same. Times are hours from the start of a day: the night of a day and the early hours of the next are one, plain days
next to each other are not. Lengths, decades and times of other zones tell nothing here.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from crossread.crossing.disagreements.gathering import gathered, sides
from crossread.crossing.disagreements.hours import Hours, clock_of, gap, hours_of, month_day_of, weekday_of
from crossread.crossing.disagreements.matters import VIOLENT
from crossread.crossing.disagreements.patterns import is_participle, pattern
from crossread.crossing.disagreements.phrases import matcher, oppositions
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, sentence_of
from crossread.embeddings import cosine
from crossread.records import Disagreement, Reading, Record, Resolved, TimeExpression
from crossread.trees import Tree

APART = 0.4
"""Hours between two times from which on they exclude each other: "about 1 a.m." and "about 1.30 a.m." do."""
LONGEST = 62
"""Days above which an interval dates no deed."""
LIKE = 0.55
"""Weighted overlap of two clauses with the same verb from which on they tell one deed."""
ALIKE = 0.55
"""Cosine of their sentences' embeddings from which on they may."""
NEARLY = 0.35
"""The same for two tellings of one incident, which may be merged wrongly."""


class Telling(Record, frozen=True):
    """A dated deed: the verb or noun that is dated, its clause, the incident that it tells if it tells one."""

    voice: Voice
    time: str
    lemma: str
    dying: bool  # what follows a deed, on a day of its own
    incident: str | None
    words: frozenset[str]
    names: frozenset[str]
    embedding: bytes
    hours: Hours | None  # since the first of all days; None where only the clock is told
    clock: Hours | None  # within a day
    weekday: int | None  # 0 Monday
    date: tuple[int, int] | None  # month and day, of whatever year
    said: bool  # whether the verb is one of saying: the same may be said on two days


def datings(scene: Scene, resolved: Resolved, weights: dict[str, float]) -> list[Disagreement]:
    """One disagreement for each deed that is dated in two ways."""
    found = [t for r in scene.readings.values() for t in _settled(_tellings(scene, resolved, r))]
    pairs = [
        (i, k) for i, k in _candidates(found) if _exclude(found[i], found[k]) and _one_deed(found[i], found[k], weights)
    ]
    made = []
    for group in ([found[i] for i in members] for members in gathered(pairs)):
        parted = _sides(group)
        if len(parted) < 2 or _told_twice(parted):
            continue
        incident = next((t.incident for t in group if t.incident), None)
        title = scene.by_id[incident].title if incident else " ".join(group[0].voice.clause.text.split())[:TITLE]
        why = "different times are told for one deed"
        made.append(disagreement("date", f"when: {title}", [[t.voice for t in side] for side in parted], why, incident))
    return made


CROWD = 40
"""Tellings with one verb and one word in common that are still compared: a word of more says too little."""


def _candidates(found: list[Telling]) -> list[tuple[int, int]]:
    """Pairs of different reports worth comparing: of one incident, or with the verb and a word that few have."""
    homes: dict[tuple[str, str], list[int]] = {}
    for number, telling in enumerate(found):
        keys = [("incident", telling.incident)] if telling.incident else []
        for key in keys + [(telling.lemma, word) for word in telling.words if telling.lemma]:
            homes.setdefault(key, []).append(number)
    return sorted(
        {
            (i, k)
            for (kind, _), numbers in homes.items()
            if kind == "incident" or len(numbers) <= CROWD
            for at, k in enumerate(numbers)
            for i in numbers[:at]
            if found[i].voice.report != found[k].voice.report
        }
    )


def _told_twice(sides: list[list[Telling]]) -> bool:
    """Whether one report stands on two sides: what it dates twice are two deeds."""
    reports = [r for side in sides for r in sorted({t.voice.report for t in side})]
    return len(reports) > len(set(reports))


def _settled(tellings: list[Telling]) -> list[Telling]:
    """The tellings of a report, without the incident where it dates one in two ways: several deeds are merged there."""
    unsure = {a.incident for a in tellings for b in tellings if a.incident == b.incident and _exclude(a, b)}
    return [msgspec.structs.replace(t, incident=None) if t.incident in unsure else t for t in tellings]


TITLE = 80
"""Characters of a clause that stand for a deed without an incident."""


def _tellings(scene: Scene, resolved: Resolved, reading: Reading) -> list[Telling]:
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


VAGUE_KINDS = ("set", "duration", "range", "shift")
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
    if governor < 0 or later:
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
    lemma = token.lemma.lower() if token.pos == "VERB" else ""
    dying = matcher(oppositions().dying).search(token.lemma.lower()) is not None
    text = scene.said(time.span)
    return Telling(voice, text, lemma, dying, incident, words, names, sentence.embedding, *when, said)


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


def _exclude(a: Telling, b: Telling) -> bool:
    """Whether two times cannot both be right."""
    if a.hours is not None and b.hours is not None:
        return gap(a.hours, b.hours) > APART
    if a.date is not None and b.date is not None:
        return a.date != b.date
    if a.weekday is not None and b.weekday is not None:
        return a.weekday != b.weekday
    if a.clock is not None and b.clock is not None and a.incident is not None:
        return gap(a.clock, b.clock) > APART and gap((a.clock[0] + 24, a.clock[1] + 24), b.clock) > APART
    return False


def _one_deed(a: Telling, b: Telling, weights: dict[str, float]) -> bool:
    """Whether two tellings are of one deed: the incident, or the verb and nearly all words, are the same."""
    if a.time == b.time or a.dying != b.dying or (a.names and b.names and not a.names & b.names):
        return False  # "today" in two reports is carried over; another name is another deed
    if _ordinals(a) and _ordinals(b) and not _ordinals(a) & _ordinals(b):
        return False
    if _follows(a) != _follows(b) or _repeated(a) != _repeated(b):
        return False
    if a.incident is not None and a.incident == b.incident and not (a.said or b.said):
        return a.lemma == b.lemma != "" or cosine(a.embedding, b.embedding) >= NEARLY
    if not a.lemma or a.lemma != b.lemma or min(len(a.words), len(b.words)) < FULL:
        return False
    if cosine(a.embedding, b.embedding) < ALIKE:
        return False
    shared = sum(weights.get(w, 1.0) for w in sorted(a.words & b.words))
    common = shared / (min(sum(weights.get(w, 1.0) for w in sorted(t.words)) for t in (a, b)) or 1.0)
    numbered = any(_LARGE.fullmatch(w) for w in a.words & b.words)
    return common >= (NEAR_COPY if a.said else LIKE) or numbered


_LARGE = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{3,}")
"""A number that hardly two deeds have in common."""


FULL = 4
"""Words that a clause must have to be known again."""
NEAR_COPY = 0.75
"""Weighted overlap that sayings need: the same person says much in a week."""


@cache
def _ordinal_words() -> re.Pattern[str]:
    return matcher(oppositions().ordinals)


def _ordinals(t: Telling) -> frozenset[str]:
    return frozenset(w for w in t.words if _ordinal_words().fullmatch(w))


def _follows(t: Telling) -> bool:
    """Whether it is what only follows a deed: an aftershock, an anniversary."""
    return any(matcher(oppositions().following).fullmatch(w) for w in t.words)


def _repeated(t: Telling) -> bool:
    """Whether it is a deed done once more: "arrested again", "on a second charge"."""
    return pattern("datings", "again").search(t.voice.clause.text.lower()) is not None


def _sides(group: list[Telling]) -> list[list[Telling]]:
    """Tellings that do not exclude each other on one side, earliest first."""
    return sides(
        sorted(group, key=lambda t: (t.hours or t.clock or (0, 0), t.voice.report, t.voice.clause.start)), _exclude
    )
