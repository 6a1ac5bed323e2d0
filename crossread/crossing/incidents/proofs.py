"""The words that prove a deed: its clause, without the clauses of other deeds that stand within it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from crossread.crossing.incidents.ownwords import title_words
from crossread.crossing.incidents.tellings import Telling
from crossread.function_words import function_words
from crossread.records import Span
from crossread.spelling import straight

EDGES = " \t\r\n,;:–—-"
"""What no quote begins or ends with."""


def by_sentence(tellings: Iterable[Telling]) -> dict[tuple[str, int], list[Telling]]:
    """The tellings of each sentence of each report."""
    found: dict[tuple[str, int], list[Telling]] = {}
    for telling in tellings:
        found.setdefault((telling.at[0], telling.event.sentence), []).append(telling)
    return found


def proof(telling: Telling, beside: Sequence[Telling]) -> Span:
    """The clause of a telling from behind the deeds told before it ("he disarmed a guard and | shot him") up to those
    told after it ("called a strike | to protest the attack"), unless nothing else says what was done ("condemned the
    attack"). `beside`: tellings of other deeds in its sentence."""
    span, own = telling.event.span, telling.event.trigger
    start, end = span.start, span.end
    for other in beside:
        clause, word = other.event.span, other.event.trigger
        if word.start < span.start or word.end > span.end:
            continue
        if word.end <= own.start:
            start = max(start, clause.end if clause.end <= own.start else word.end)
        elif word.start >= own.end:
            edge = clause.start if clause.start >= own.end else word.start
            if span.text[own.end - span.start : edge - span.start].strip():
                end = min(end, edge)
    part = _part(span, start, end)
    return span if part == own else part  # a word alone proves little


def _part(span: Span, start: int, end: int) -> Span:
    """The characters of a span from one place to another, less small words that the cut leaves hanging."""
    text = span.text[start - span.start : end - span.start]
    if start > span.start:
        text = text.lstrip(EDGES)
        first, _, rest = text.partition(" ")
        text = rest.lstrip(EDGES) if rest and straight(first).lower() in function_words().joining else text
        start = end - len(text)
    if end < span.end:
        text = text.rstrip(EDGES)
        while (parted := text.rpartition(" "))[0] and straight(parted[2]).lower() in title_words().ends:
            text = parted[0].rstrip(EDGES)
    return Span(span.report, start, start + len(text), text) if text else span
