"""What is done to whom in one report, and whether it is told as done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from msgspec.structs import replace

from crossread.function_words import function_words
from crossread.reading.events.clauses import extent, setting
from crossread.reading.events.deeds import Deed, report_deeds
from crossread.reading.events.grammar import lemma, unsaid
from crossread.reading.events.openness import Verdict
from crossread.reading.events.parties import Argument, Known, known_in
from crossread.reading.events.parts import arguments
from crossread.reading.events.status import status_of
from crossread.reading.events.unlisted import labelled, unlisted
from crossread.reading.events.victims import settled
from crossread.reading.events.words import Entry, lexicon
from crossread.records import EventMention, Mention, Part, Report, Span, StatementMention, TimeExpression
from crossread.trees import Tree

LEDE = 3
"""Sentences at the top of a report that tell its news: what is said there is a deed, and no history."""

BLOWS = ("ASSAULT", "ACCIDENT", "HARM")
"""Types of deeds whose nouns tell how something came about, not who did it."""
RELATIVE = ("acl", "acl:relcl")
"""How a clause hangs on a noun that it describes (Universal Dependencies)."""

R = TypeVar("R", Mention, TimeExpression)


def find_events(
    report: Report,
    trees: tuple[Tree, ...],
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    statements: tuple[StatementMention, ...],
) -> tuple[EventMention, ...]:
    """Every mention of a deed in a report, in text order.

    `parts`, `places`, `times` and `statement` of an event are indexes in the other arguments; `kind` is the sort of
    deed of knowledge/en/deeds.yml. Deeds named by common words count only where a party, a place or a day stands by.
    """
    named = settled(trees, report_deeds(trees))
    old = _old_times(times)
    said = {statement.cue.start for statement in statements if statement.kind == "opinion"}  # "called it a disgrace"
    found: list[EventMention] = []
    mentioned, dated = _by_sentence(trees, mentions), _by_sentence(trees, times)
    for number, tree in enumerate(trees):
        known = known_in(tree, mentioned[number], dated[number])
        deeds = list(named[number])
        more = unlisted(tree, deeds, known, number < LEDE)
        deeds += (deed for deed in more if deed.entry.speech or tree.tokens[deed.word].start not in said)
        deeds.sort(key=lambda deed: deed.word)
        told = [_event(report, tree, deed, known, deeds, statements, old, number) for deed in deeds]
        events = [event for event in told if event is not None]
        if number >= LEDE:
            spread = _spread(tree, events)
            events = [
                replace(event, background=True)
                if (not event.times and tree.words(event.trigger.start, event.trigger.end)[0] in spread)
                or (event.type not in COUNTED_ON and _read_as_history(tree, event.trigger))
                else event
                for event in events
            ]
        found += events
    return tuple(sorted(found, key=lambda event: (event.trigger.start, event.trigger.end)))


def _spread(tree: Tree, events: Sequence[EventMention]) -> frozenset[int]:
    """The words of a sentence whose deeds are history with a deed of long ago: all; where that stands in a relative
    clause, the clause and the noun it describes ("struck the group, which has fought since 2019")."""
    found: set[int] = set()
    for event in events:
        if event.background:
            word = tree.words(event.trigger.start, event.trigger.end)[0]
            clause = next((at for at in (word, *tree.ancestors(word)) if tree.tokens[at].rel in RELATIVE), None)
            if clause is None:
                return frozenset(range(len(tree.tokens)))
            found.update((tree.tokens[clause].head, *tree.subtree(clause)))
    return frozenset(found)


def _read_as_history(tree: Tree, trigger: Span) -> bool:
    """Whether the encoder takes a deed as told to explain the news."""
    return any(
        tagged.score >= HISTORY
        and tree.tokens[tagged.first].start < trigger.end
        and trigger.start < tree.tokens[tagged.last].end
        for tagged in tree.sentence.history
    )


COUNTED_ON = frozenset(("HARM", "DISASTER"))
"""Types whose deaths go on being counted long after: the encoder takes these for history where they are the news."""
HISTORY = 0.6
"""Score from which the encoder's reading of history counts below the lede: in our own reports held back it finds two
deeds more in five than days long past alone (recall .29 to .40); one in four found is none (precision .84 to .74)."""


def _by_sentence(trees: Sequence[Tree], records: Sequence[R]) -> list[list[tuple[int, R]]]:
    """(index, record) of the records of each sentence; the records come in text order, or nearly so."""
    found: list[list[tuple[int, R]]] = [[] for _ in trees]
    order = sorted(range(len(records)), key=lambda k: records[k].span.start)
    at = 0
    for k in order:
        while at + 1 < len(trees) and trees[at].sentence.end <= records[k].span.start:
            at += 1
        if at < len(trees) and records[k].span.start < trees[at].sentence.end:
            found[at].append((k, records[k]))
    return found


def _event(
    report: Report,
    tree: Tree,
    deed: Deed,
    known: Known,
    deeds: Sequence[Deed],
    statements: Sequence[StatementMention],
    old: frozenset[int],
    number: int,
) -> EventMention | None:
    dated = any(first <= deed.word <= last for _, first, last, _ in known.times)
    if deed.noun and (_named(tree, deed, known) or (dated and deed.entry.type == "PROTEST")):
        return None  # a piece of a name, or the month of March
    parties = _parties(tree, deed, known, deeds)
    where, when = setting(tree, deed, deeds, known, number < LEDE)
    parts = tuple(_part(report, tree, argument, known) for argument in parties)
    if deed.entry.weak and not _backed(deed, parts, where, when) and labelled(tree, deed.word) is None:
        return None
    if _never_was(tree, deed, deeds):
        return None
    if _wordy(deed, parts, known):
        deed = deed._replace(entry=CRITICISM)
    trigger = tree.span(report, deed.first, deed.last)
    statement = _statement(trigger, statements)
    said = statements[statement] if statement is not None else None
    history = any(index in old for index in when)
    status, why = _told_as(tree, deed, parts, said, history and number >= LEDE)
    others = [other.word for other in deeds if other.word != deed.word]
    return EventMention(
        trigger=trigger,
        span=tree.span(report, *extent(tree, deed, parties, others)),
        type=deed.entry.type,
        status=status,
        parts=parts,
        places=where,
        times=when,
        statement=statement,
        instrument=deed.instrument,
        background=history,
        sentence=number,
        why=f"{deed.entry.kind}: {status}, {why}",
        kind=deed.entry.kind,
    )


def _parties(tree: Tree, deed: Deed, known: Known, deeds: Sequence[Deed]) -> list[Argument]:
    """Who does it and to whom: neither a storm or a blow that is a deed itself, nor what the deed was done with."""
    storms = {other.word for other in deeds if other.entry.type == "DISASTER"}
    every = arguments(tree, deed, known)
    blows = {other.word for other in deeds if other.noun and other.entry.type in BLOWS and other.word != deed.word}
    told = [one for one in every if one.head not in storms and not _is_means(tree, deed, one)]
    return [one for one in told if one.role != "actor" or one.head not in blows]  # not "the strike killed ten"


def _told_as(tree: Tree, deed: Deed, parts: Sequence[Part], said: StatementMention | None, past: bool) -> Verdict:
    """The status of a deed and why; of a `past` that everybody knows nobody accuses anew."""
    doers = {part.mention for part in parts if part.role == "actor"} - {None}
    own = said is not None and said.speaker is not None and said.speaker in doers
    status, why = status_of(tree, deed, said, own, bool(doers))
    if status == "alleged" and past and "“" not in why:
        return "happened", "told as history"
    return status, why


SHOT = ("shooting", "killing", "wounding", "strike", "crackdown", "clash")
"""Kinds of assaults whose verbs take the shots as their object: "fired rubber bullets at the crowd"."""


def _is_means(tree: Tree, deed: Deed, argument: Argument) -> bool:
    """Whether a party is but what the deed was done with: "two bullets struck the boy", "fired eleven rounds"."""
    if deed.entry.type != "ASSAULT" or argument.role == "other" or lemma(tree, argument.head) not in lexicon().means:
        return False
    return argument.role == "actor" or deed.entry.kind in SHOT


def _named(tree: Tree, deed: Deed, known: Known) -> bool:
    """Whether a deed's word is but a piece of somebody's name ("the Organisation for the Prohibition of ...")."""
    if tree.tokens[deed.word].pos != "PROPN" or deed.entry.type in ("DISASTER", "VOTE"):
        return False
    return any(
        m[1] <= deed.first
        and deed.last <= m[2]
        and m[2] - m[1] > deed.last - deed.first
        and m[3].named
        and m[3].type != "place"
        for m in known.mentions
    )


def _never_was(tree: Tree, deed: Deed, deeds: Sequence[Deed]) -> bool:
    """Whether a deed is told only as what nobody said, what was called off, or what its own noun says already.

    "No group claimed it" and "has not confirmed losses" are no deeds of words; the visit of "cancelled a visit" and
    the "planned" behind it are told by the cancellation; "published" in "a statement published" by the statement.
    """
    if deed.entry.type == "STATEMENT" and not deed.noun and unsaid(tree, deed.word):
        return True
    head = tree.tokens[deed.word].head
    if head < 0:
        return False
    rel = tree.tokens[deed.word].rel
    over = next((other for other in deeds if other.word == head), None)
    if deed.noun:
        off = over is not None and over.entry.kind == "cancellation" and deed.carrier is None
        return off and deed.entry.type == "CONSULT" and rel in ("obj", "nsubj:pass", "nmod")
    if rel == "acl" and over is not None and over.noun and over.entry.type == "STATEMENT":
        return deed.entry.kind == "publication"
    above = tree.tokens[head].head
    off = any(other.word == above and other.entry.kind == "cancellation" for other in deeds)
    return off and rel in ("acl", "acl:relcl") and deed.entry.type == "OTHER"


def _wordy(deed: Deed, parts: Sequence[Part], known: Known) -> bool:
    """Whether an attack is one of words: a person or a body attacks a person, with nothing and nowhere."""
    if deed.noun or deed.entry.kind != "attack" or deed.instrument:
        return False
    types = {index: mention.type for index, _, _, mention in known.mentions}
    actors = [types.get(part.mention) if part.mention is not None else None for part in parts if part.role == "actor"]
    struck = [
        types.get(part.mention) if part.mention is not None else part.span.text.lower()
        for part in parts
        if part.role == "target"
    ]
    small = function_words()
    return (
        bool(actors and struck)
        and set(actors) <= TALKERS
        and set(struck) <= {"person"} | small.third_persons_as_objects | small.speakers_as_objects
    )


def _part(report: Report, tree: Tree, argument: Argument, known: Known) -> Part:
    index = known.mention_of(argument, lemma(tree, argument.head) in lexicon().persons)
    if index is not None:
        mention = next(m[3] for m in known.mentions if m[0] == index)
        return Part(argument.role, mention.span, index)
    return Part(argument.role, tree.span(report, argument.first, argument.last))


def _backed(deed: Deed, parts: Sequence[Part], where: Sequence[int], when: Sequence[int]) -> bool:
    """Whether a deed that a common word names has something beside it that makes it one."""
    if deed.entry.type == "MOVE":
        return any(part.role != "other" and part.mention is not None for part in parts) and bool(where or when)
    return (
        bool(when or where)
        or any(part.mention is not None or _named_so(part.span.text) for part in parts)
        or deed.suffers
    )


def _named_so(text: str) -> bool:
    """Whether a phrase is written as a name is, and no pronoun at the head of a sentence."""
    return text[:1].isupper() and text.lower() not in function_words().third_persons


def _statement(trigger: Span, statements: Sequence[StatementMention]) -> int | None:
    """The innermost statement in whose content a deed stands."""
    holding = [
        (statement.content.end - statement.content.start, k)
        for k, statement in enumerate(statements)
        if statement.content.start <= trigger.start and trigger.end <= statement.content.end
    ]
    return min(holding)[1] if holding else None


def _old_times(times: Sequence[TimeExpression]) -> frozenset[int]:
    """The times that mark history: years before the latest that the report names, "years ago", "since 2014"."""
    years = [time.value.year for time in times if time.value.year is not None]
    latest = max(years, default=None)
    old = set()
    for k, time in enumerate(times):
        value = time.value
        if (
            (value.year is not None and latest is not None and value.year < latest)
            or (value.unit in ("year", "decade") and (value.count or 0) < 0)
            or (value.year is not None and value.month is None)
        ):
            old.add(k)
    return frozenset(old)


TALKERS = frozenset(("person", "organisation", "media", "company"))
"""Types of actors that attack with words, as a rule."""
CRITICISM = Entry("ACCUSE", "criticism", mode="disapprove", speech=True)
