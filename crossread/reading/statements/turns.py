"""Turns of a transcript: "REYES: We will rebuild.", "[Begin recording] [Reyes] We will rebuild. [End recording]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from crossread.reading.statements.complements import Range
from crossread.reading.statements.speech import Found
from crossread.reading.statements.words import patterns
from crossread.reading.voices.page import Page
from crossread.reading.voices.reporting import lexicon
from crossread.reading.voices.speakers import Source

_CAPITALS = re.compile(r"[\"“]?(?P<who>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,3})(?P<mark>:)\s+(?=\S)")
_BRACKETED = re.compile(r"\[(?P<who>[^\[\]\n]{2,60})(?P<mark>\])\s+(?=\S)")
GOES_ON = 6
"""Paragraphs between two labels through which a speaker goes on, at most: more are the report's own text."""
SHORTEST = 3
"""Words of a sentence of a turn from which on it says something ("Good morning." does not)."""


class Turn(msgspec.Struct, frozen=True):
    """What one speaker says without a break: his label, and the stretches of the report that are his."""

    who: Range
    mark: Range
    stretches: tuple[Range, ...]


def find_turns(page: Page) -> Iterator[Found]:
    """The statements of transcripts: turns under labels in capitals whole, those under names in brackets, which are
    speeches for the most part, sentence by sentence; who asks there says nothing himself."""
    yield from _in_capitals(page)
    turns = list(_in_brackets(page))
    ends: dict[str, list[bool]] = {}
    for turn in turns:
        closes = page.text[slice(*turn.stretches[-1])].rstrip().endswith("?")
        ends.setdefault(page.text[slice(*turn.who)], []).append(closes)
    asking = {who for who, questions in ends.items() if all(questions)}
    for turn in turns:
        if page.text[slice(*turn.who)] not in asking:
            yield from _sentences(page, turn)


def _in_capitals(page: Page) -> Iterator[Found]:
    """A label in capitals that is no person's must come back ("SPONSORED:" does not). Between two turns the speaker of
    the first goes on."""
    turns = [
        (number, turn)
        for number, paragraph in enumerate(page.paragraphs)
        if (turn := _CAPITALS.match(page.text, *paragraph)) and turn["who"].lower() not in lexicon().no_speakers
    ]
    labels = [turn["who"] for _, turn in turns]
    ends = [number for number, _ in turns[1:]] + [0]
    for (number, match), following in zip(turns, ends, strict=False):
        inside = page.mentions_in(*match.span("who"))
        if labels.count(match["who"]) > 1 or any(page.mentions[i].type == "person" for i in inside):
            own = Turn(match.span("who"), match.span("mark"), ())
            yield _said(page, own, (match.end(), page.paragraphs[number][1]))
            between = page.paragraphs[number + 1 : following]
            if len(between) <= GOES_ON:
                yield from (_said(page, own, told) for told in between if page.text[told[0]] not in "([")


def _in_brackets(page: Page) -> Iterator[Turn]:
    """Names in brackets with which a paragraph opens, behind stage directions at most. Behind one that opens a
    recording the turn goes on over paragraphs until the recording is over."""
    begins, ends = patterns().recording_begins, patterns().recording_ends
    turn: Turn | None = None
    recorded = False
    for start, end in page.paragraphs:
        opened = begins.match(page.text, start, end)
        label = _BRACKETED.match(page.text, opened.end() if opened else start, end)
        if label is not None and not (_is_person(page, *label.span("who")) or (opened and _is_name(page, label))):
            label = None
        if label is not None or opened is not None:
            if turn is not None:
                yield turn
            turn, recorded = None, recorded or opened is not None
        closed = ends.search(page.text, start, end)
        stretch = (label.end() if label else start, closed.start() if closed else end)
        if label is not None:
            turn = Turn(label.span("who"), label.span("mark"), (stretch,))
        elif turn is not None and recorded:
            turn = msgspec.structs.replace(turn, stretches=(*turn.stretches, stretch))
        if turn is not None and (closed is not None or not recorded):
            yield turn
            turn = None
        recorded = recorded and closed is None
    if turn is not None:
        yield turn


def _is_person(page: Page, start: int, end: int) -> bool:
    """Whether a name in brackets is a person's and nothing but that."""
    inside = [page.mentions[i] for i in page.mentions_in(start, end) if page.mentions[i].named]
    return any(m.type == "person" and m.span.start == start and m.span.end == end for m in inside)


def _is_name(page: Page, label: re.Match[str]) -> bool:
    """Whether a label that opens a recording is a name that the report writes elsewhere, too: in capitals throughout
    hardly a person is seen."""
    who = label["who"]
    elsewhere = re.search(rf"(?<!\[)\b{re.escape(who)}\b", page.text, re.IGNORECASE)
    return len(who.split()) <= LONGEST_NAME and elsewhere is not None


LONGEST_NAME = 3
"""Words of such a name, at most."""


def _sentences(page: Page, turn: Turn) -> Iterator[Found]:
    for start, end in turn.stretches:
        for number in range(page.sentence_at(start), page.sentence_at(max(start, end - 1)) + 1):
            sentence = page.trees[number].sentence
            first, last = max(start, sentence.start), min(end, sentence.end)
            said = page.text[first:last].rstrip()
            if len(said.split()) > SHORTEST and not said.endswith("?"):
                yield _said(page, turn, (first, first + len(said)))


def _said(page: Page, turn: Turn, content: Range) -> Found:
    start, stop = turn.who
    inside = [i for i in page.mentions_in(start, stop) if page.mentions[i].named]
    who = page.text[start:stop]
    speaker = Source(start, stop, who, page.resolved(inside[0]) if inside else None)
    return Found(
        sentence=page.sentence_at(content[0]),
        cue=turn.mark,
        content=content,
        kind="claim",
        sources=(speaker,),
        own=(start, turn.mark[1]),
        direct=True,
        sure=True,
    )
