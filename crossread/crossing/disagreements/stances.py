"""What each report, and each of those whom it quotes, says of who is behind a happening.

A stance blames somebody, claims the deed, disowns it, doubts another's claim, or says that nobody knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

import msgspec

from crossread.crossing.disagreements.matters import DOING, Matters
from crossread.crossing.disagreements.naming import share_a_name, stems, who_is_meant
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.phrases import matcher, oppositions
from crossread.crossing.disagreements.scene import Scene, lowered
from crossread.crossing.disagreements.sides import Voice, clause, sentence_of
from crossread.records import Reading, Record, StatementMention

Attitude = Literal["blames", "claims", "disowns", "doubts", "unknown"]


class Stance(Record, frozen=True):
    """What one voice says of who did it. `accused`: stems of the words for whom it names."""

    attitude: Attitude
    matter: str
    voice: Voice
    accused: frozenset[str]
    named: str = ""
    told: bool = False  # blamed in so many words, not only told as the doer
    sentence: int = 0
    deed: bool = False  # whether the clause names the deed, too


def stances(scene: Scene, matters: Matters) -> list[Stance]:
    """All stances of all reports, in their order."""
    found: list[Stance] = []
    for reading in scene.readings.values():
        mine: list[Stance] = []
        for statement in reading.statements:
            mine += _said(scene, matters, reading, statement)
        for n in range(len(reading.sentences)):
            mine += _written(scene, matters, reading, n)
        mine.sort(key=lambda s: (s.sentence, s.voice.clause.start))
        mine = [_disowning_what(s, mine) for s in mine]
        found += mine
        found += _answers(scene, matters, reading, mine)
    return [_with_deed(scene, matters, s) for s in dict.fromkeys(found)]


def _disowning_what(s: Stance, mine: list[Stance]) -> Stance:
    """A denial ("the spokesman denied any role") with those whom the words just before blame: he speaks for
    them."""
    if s.attitude != "disowns":
        return s
    before = [b for b in mine if b.attitude in ("blames", "claims") and b.told and 0 <= s.sentence - b.sentence <= NEAR]
    if not before or before[-1].voice.clause == s.voice.clause:
        return s
    return msgspec.structs.replace(s, accused=s.accused | before[-1].accused)


def _with_deed(scene: Scene, matters: Matters, s: Stance) -> Stance:
    """A stance that says whether its clause names violence of its matter."""
    reading, span = scene.readings[s.voice.report], s.voice.clause
    here = (
        matters.of(scene.incidents.of.get((reading.report, n), "")) == s.matter
        for n, e in enumerate(reading.events)
        if e.type in DOING and span.start <= e.trigger.start < span.end
    )
    return msgspec.structs.replace(s, deed=any(here))


def _said(scene: Scene, matters: Matters, reading: Reading, s: StatementMention) -> Iterator[Stance]:
    """What a statement says of who did it."""
    n = sentence_of(reading, s.cue.start)
    inner = sentence_of(reading, s.content.start)
    if n is None or inner is None or (matter := matters.at(reading, inner)) is None:
        return
    known, content = scene.known, scene.said(s.content)
    cue = scene.said(s.cue)
    if s.kind == "claim of responsibility":
        voice = _voice(scene, reading, n, inner, s)
        if pattern("stances", "none").match(lowered(s.speaker_text)):
            yield Stance("unknown", matter, Voice(voice.report, voice.clause), frozenset(), "", True, n)
        elif pattern("stances", "claims").search(cue + " " + content):
            speaker = who_is_meant(scene, reading, s.speaker_text, s.speaker_span)
            yield Stance("claims", matter, voice, speaker, s.speaker_text, True, n)
    elif s.kind == "denial" and not matcher(known.denying_verbs).search(cue) and _doubt().search(content):
        speaker = who_is_meant(scene, reading, s.speaker_text, s.speaker_span)
        if (
            pattern("stances", "part").search(content)
            and (doubted := who_is_meant(scene, reading, "", s.content)) - speaker
        ):
            voice = _voice(scene, reading, n, inner, s)
            yield Stance("doubts", matter, voice, doubted - speaker, content, True, n)
    elif s.kind == "denial" or matcher(known.denying_verbs).search(cue):
        disowned = pattern("stances", "disowned").search(content)
        if disowned is None and _deeds_in(matters, reading, s):
            disowned = matcher(known.disowning).search(content)
        if disowned is not None and not matcher(known.denying_verbs).search(cue) and not _not_before(content, disowned):
            disowned = None
        if disowned is not None:
            inner = sentence_of(reading, s.content.start + disowned.start()) or inner
            voice = _voice(scene, reading, n, inner, s)
            speaker = who_is_meant(scene, reading, s.speaker_text, s.speaker_span)
            yield Stance("disowns", matter, voice, speaker, s.speaker_text, True, n)
    elif matcher(known.accusing).search(cue):
        head = pattern("stances", "prefix").split(content, maxsplit=1)[0]
        if not pattern("stances", "of_what").match(head) and _charged(scene, reading, s, len(head)):
            who = who_is_meant(scene, reading, head, s.content, 0, len(head))
            yield Stance("blames", matter, _voice(scene, reading, n, inner, s), who, head, True, n)
    elif (held := pattern("stances", "held").search(content)) is not None and not _doubt().search(content):
        after = pattern("stances", "charge").match(content[held.end() :])
        if (
            after is not None
            and pattern("stances", "participle").search(after["word"])
            and not pattern("stances", "did").match(after["word"])
        ):
            return
        before = content[: held.start()]
        head = re.split(r"\b(?:that|as|but|and said|which|who)\b|[,;]", before)[-1]
        who = who_is_meant(scene, reading, head, s.content, held.start() - len(head), held.start())
        if stems(head):
            yield Stance("blames", matter, _voice(scene, reading, n, inner, s), who, head, True, n)
    else:
        yield from _doers_said(scene, matters, reading, s, n)


def _doers_said(scene: Scene, matters: Matters, reading: Reading, s: StatementMention, n: int) -> Iterator[Stance]:
    """Those whom somebody's words tell as having done the deed: "says the brigade launched them"."""
    if s.kind in ("threat", "warning", "demand", "appeal", "promise"):
        return
    for k in range(n, min(n + 3, len(reading.sentences))):
        for _, event, incident in scene.deeds(reading, k):
            inside = s.content.start <= event.trigger.start < s.content.end
            if not inside or event.type not in DOING or event.status not in ("happened", "alleged"):
                continue
            matter = matters.at(reading, k)
            if matter is None or matter not in (matters.of(incident), matters.of(matters.main.get(reading.report, ""))):
                continue
            before = scene.said(s.content)[: event.trigger.start - s.content.start]
            for part in event.parts:
                if part.role != "actor" or part.mention is None or part.span.start < s.content.start:
                    continue
                if reading.mentions[part.mention].type in GROUPS and not share_a_name(s.speaker_text, part.span.text):
                    denied = pattern("stances", "not_so").search(before) is not None
                    spoken = _voice(scene, reading, n if k == n else -1, k, s)
                    who = who_is_meant(scene, reading, part.span.text, part.span)
                    yield Stance("doubts" if denied else "blames", matter, spoken, who, part.span.text, False, k)


GROUPS = frozenset(["armed group", "government", "coalition", "organisation", "people"])
"""Types of those whose part in a deed is argued about as a group's."""


def _written(scene: Scene, matters: Matters, reading: Reading, n: int) -> Iterator[Stance]:
    """What a sentence says of who did it in so many words, whoever says it: nobody knows; X's claim of credit."""
    sentence = reading.sentences[n]
    text = scene.small(reading, n)
    unknown = next(iter(scene.phrases(reading, n, "nobody_knows")), None)
    claim = pattern("stances", "claim_of").search(text) if pattern("stances", "claiming").search(text) else None
    held = pattern("stances", "holds").search(text) if pattern("stances", "holding").search(text) else None
    if unknown is None and claim is None and held is None:
        return
    if (matter := matters.at(reading, n)) is None:
        return
    if unknown is not None and (
        not pattern("stances", "needs_deed").match(text, unknown.start - sentence.start) or scene.deeds(reading, n)
    ):
        voice = scene.voice(reading, n, unknown.start, unknown.end)
        yield Stance("unknown", matter, voice, frozenset(), "", False, n)
    if claim is not None and not pattern("stances", "none").search(text[max(0, claim.start() - 40) : claim.end()]):
        voice = scene.voice(reading, n, sentence.start + claim.start(), sentence.start + claim.end())
        begin = claim.start() if claim["who"] else max(0, claim.start() - 45)
        end = claim.end("who") if claim["who"] else claim.start()
        name = text[begin:end]
        who = who_is_meant(scene, reading, name, None, sentence.start + begin, sentence.start + end)
        yield Stance("claims", matter, voice, who, name, True, n)
    if held is not None:
        begin, end = held.span("who") if held["who"] else held.span("whom")
        voice = scene.voice(reading, n, sentence.start + held.start(), sentence.start + held.end())
        who = who_is_meant(scene, reading, text[begin:end], None, sentence.start + begin, sentence.start + end)
        yield Stance("blames", matter, voice, who, text[begin:end], True, n)


def _answers(scene: Scene, matters: Matters, reading: Reading, mine: list[Stance]) -> Iterator[Stance]:
    """Doubts and dismissals that answer a blame or claim close by in the same report, or name whom it names."""
    blames = [s for s in mine if s.attitude in ("blames", "claims")]
    for n in range(len(reading.sentences) if blames else 0):
        doubts = scene.phrases(reading, n, "doubting") or scene.phrases(reading, n, "dismissing")
        if not doubts or not pattern("stances", "part").search(scene.small(reading, n)):
            continue
        doubt = doubts[0]
        near = [b for b in blames if 0 <= n - b.sentence <= NEAR and (b.told or b.voice.speaker)]
        named = scene.actors_in(reading, n)
        elsewhere = [b for b in blames if b.attitude == "claims" and b.accused & named]
        if (answered := next(iter([*reversed(near), *elsewhere]), None)) is None:
            continue
        voice = scene.voice(reading, n, doubt.start, doubt.end)
        if voice.clause != answered.voice.clause:
            yield Stance("doubts", answered.matter, voice, answered.accused, answered.named, True, n)


NEAR = 2
"""Sentences back to which "there is no evidence" and "dismissed the claim" may point."""


def _voice(scene: Scene, reading: Reading, n: int, inner: int, s: StatementMention) -> Voice:
    """Cue and content of a statement, as far as they stand in one sentence."""
    start, end = (min(s.cue.start, s.content.start), max(s.cue.end, s.content.end)) if n == inner else (
        s.content.start,
        s.content.end,
    )  # fmt: skip
    sentence = reading.sentences[inner]
    span = clause(scene.reports[reading.report], sentence, max(start, sentence.start), min(end, sentence.end))
    return Voice(reading.report, span, scene.speaker(reading, s.content.start) or s.speaker_text)


def _charged(scene: Scene, reading: Reading, s: StatementMention, at: int) -> bool:
    """Whether what somebody is accused of (behind the character `at` of the content) is the deed, not something else:
    "of launching the drones", "for the attack", or nothing at all after "blamed"."""
    k = sentence_of(reading, s.content.start)
    stop = max(s.content.end, reading.sentences[k].end) if k is not None else s.content.end
    charge = scene.low[reading.report][s.content.start + at : stop][:CHARGE]
    said = pattern("stances", "charge").match(charge) or pattern("stances", "gerund").search(charge)
    if said is None:
        return not pattern("stances", "accusing").match(scene.said(s.cue)) or len(charge) < 3
    if pattern("stances", "did").search(said[0]):
        return True
    begin, end = s.content.start + at, s.content.start + at + CHARGE
    doing = pattern("stances", "doing").search(said["word"]) is not None
    return not doing and any(e.type in DOING and begin <= e.trigger.start < end for e in reading.events)


CHARGE = 60
"""Characters in which an accusation names the deed."""


def _deeds_in(matters: Matters, reading: Reading, s: StatementMention) -> bool:
    """Whether a statement's content names violence."""
    return any(
        e.type in DOING and s.content.start <= e.trigger.start < s.content.end
        for n in range(len(reading.sentences))
        for _, e, _ in matters.scene.deeds(reading, n)
    )


def _not_before(content: str, disowned: re.Match[str]) -> bool:
    """Whether what is disowned stands behind a "not": without a verb of denial only that disowns it."""
    negation = r"\b(?:not|never|nothing|no|none|neither)\b|n't\b"
    return re.search(negation, content[max(0, disowned.start() - CLOSE) : disowned.end()]) is not None


CLOSE = 30
"""Characters before what is disowned in which the "not" stands."""


@cache
def _doubt() -> re.Pattern[str]:
    return matcher(oppositions().doubting)
