"""How one claim bears on another: says the same, strengthens it, weakens it, contradicts it, or neither. Pure.

1. Are they about one matter? By the likeness of their embeddings, shared names and shared words.
2. Points for what the second adds, and for what it takes away, each with its reason.
3. The relation follows from both; `why` lists every reason that counted.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

from benchmarks.bearing.signs import Claim, Marked, Signs, signs_of
from benchmarks.bearing.words import known
from crossread.records import Quantity, Record
from crossread.spelling import key

Relation = Literal["same", "strengthens", "weakens", "contradicts", "related", "unrelated"]
"""related: on like matters, but neither tells the other's matter."""
Sign = Literal[
    "denied", "opposite", "dispute", "doubt", "hedge", "firm", "turn", "source", "speaker", "ladder", "figure", "name"
]

RELATED = 0.35
"""Likeness (cosine) from which claims have to do with each other: of first paragraphs of invented reports on different
happenings 93 in 100 are less alike, of ones told again by hand 4 in 100."""
ONE_MATTER = 0.55
"""Likeness from which claims tell one thing: 9 in 10 paragraphs told again by hand reach it, and fewer than 1 in 50 of
the other paragraphs of one report."""
SHARED = 0.25
"""Share of the shorter claim's words that stand in the other, from which likeness is not that of the theme alone; with
a name in common it stands in for likeness below RELATED."""
REPEATED = 0.5
"""Share of the shorter claim's words from which a claim that tells one matter and neither adds nor takes repeats it."""
WEAKENED = 2
"""Points that take away, from which a claim is weakened: one strong reason or two weak ones."""
STRONG, WEAK = 2, 1
AGAINST = ("denied", "opposite", "dispute", "doubt")
"""Signs without which a claim that is only related weakens nothing: hedges and other speakers are everywhere."""
ROUNDED = 1.05
"""Times by which a rounded number may lie above the exact one."""


class Reason(Record, frozen=True):
    """What speaks for a relation: it adds, takes away or contradicts, and how much it weighs."""

    effect: Literal["adds", "takes", "contradicts"]
    sign: Sign
    points: int
    why: str


class Comparison(Record, frozen=True):
    """How the second claim bears on the first; points are sums over the reasons, likeness is a cosine."""

    relation: Relation
    likeness: float
    adds: int
    takes: int
    why: tuple[str, ...]


def compare(first: Claim, second: Claim) -> Comparison:
    """How the second claim bears on the first."""
    return weigh(signs_of(first), signs_of(second))


def weigh(first: Signs, second: Signs) -> Comparison:
    """The same of signs already read off: for claims that are compared with many."""
    alike = likeness(first, second)
    names = sorted(first.names[n] for n in first.names.keys() & second.names.keys())
    overlap = shared(first, second)
    reasons = tuple(reasons_of(first, second))
    adds = sum(r.points for r in reasons if r.effect == "adds")
    takes = sum(r.points for r in reasons if r.effect != "adds")
    if alike < RELATED and not (names and overlap >= SHARED):
        return Comparison("unrelated", alike, adds, takes, (f"likeness {alike:.2f}, little in common",))
    matter = f"likeness {alike:.2f}" + (f"; both name {', '.join(names)}" if names else "")
    relation: Relation = "related"
    if alike >= ONE_MATTER and overlap >= SHARED:
        relation = _bearing(reasons, adds, takes, overlap)
    elif names and takes >= WEAKENED and takes > adds and any(r.sign in AGAINST for r in reasons):
        relation = "weakens"
    return Comparison(relation, alike, adds, takes, (matter, *(r.why for r in reasons)))


def _bearing(reasons: tuple[Reason, ...], adds: int, takes: int, overlap: float) -> Relation:
    """The relation of two claims that tell one thing."""
    if any(r.effect == "contradicts" for r in reasons):
        return "contradicts"
    if takes >= WEAKENED and takes > adds:
        return "weakens"
    if adds > takes:
        return "strengthens"
    differs = any(r.sign in (*AGAINST, "figure") for r in reasons)
    return "same" if overlap >= REPEATED and not differs else "related"


def likeness(first: Signs, second: Signs) -> float:
    """Cosine of the embeddings; 0 where one is missing."""
    return sum(x * y for x, y in zip(first.vector, second.vector, strict=False))


def shared(first: Signs, second: Signs) -> float:
    """Share of the words of the claim with fewer words that stand in the other, 0 to 1."""
    fewer = min(len(first.words), len(second.words))
    return len(first.words & second.words) / fewer if fewer else 0.0


# --------------------------------------------------------------------------- reasons


def reasons_of(first: Signs, second: Signs) -> Iterator[Reason]:
    """Everything in which the second claim differs from the first, in a fixed order."""
    yield from _opposed(first, second)
    yield from _manner(first, second)
    yield from _sources(first, second)
    yield from _steps(first, second)
    yield from _figures(first, second)
    if new := sorted(second.names[n] for n in second.names.keys() - first.names.keys() - second.speakers.keys()):
        yield Reason("adds", "name", WEAK, f"names {', '.join(new)}")


def _opposed(first: Signs, second: Signs) -> Iterator[Reason]:
    """The same word said and denied of one thing, or words of opposite sides; one reason of each kind."""
    denied = ((a, b) for a in first.said for b in second.said if a.text == b.text and a.negated != b.negated)
    if pair := next((two for two in denied if _of_one(*two)), None):
        who = "the first" if pair[0].negated else "the second"
        yield Reason("contradicts", "denied", STRONG, f"{who} says that it is not so: “{pair[0].text}”")
    opposed = (
        (a, b)
        for a in first.sides
        for b in second.sides
        if a.number == b.number and _side(a) != _side(b) and not _both(first, a) and not _both(second, b)
    )
    if pair := next((two for two in opposed if _of_one(*two)), None):
        yield Reason("contradicts", "opposite", STRONG, f"“{_shown(pair[0])}” against “{_shown(pair[1])}”")


def _of_one(a: Marked, b: Marked) -> bool:
    """Whether two words are said of one thing: "convicted Harlan", "acquitted Harlan"."""
    return not a.of.isdisjoint(b.of)


def _side(sign: Marked) -> int:
    return 1 - sign.step if sign.negated else sign.step


def _both(claim: Signs, sign: Marked) -> bool:
    """Whether a claim uses words of both sides: then it tells a change, or both opinions."""
    return any(s.number == sign.number and _side(s) != _side(sign) for s in claim.sides)


def _shown(sign: Marked) -> str:
    return f"not … {sign.text}" if sign.negated else sign.text


def _manner(first: Signs, second: Signs) -> Iterator[Reason]:
    """Hedges, certainty, doubt and dissent that only one of them has."""
    old, new = first.manner, second.manner
    if "disputes" in new and "disputes" not in old:
        yield Reason("takes", "dispute", STRONG, f"somebody stands against it: “{new['disputes']}”")
    elif "disputes" in old and "disputes" not in new:
        yield Reason("takes", "dispute", WEAK, f"it goes on with what the first stands against: “{old['disputes']}”")
    if "doubts" in new and "doubts" not in old:
        yield Reason("takes", "doubt", STRONG, f"withholds belief: “{new['doubts']}”")
    if "hedges" in new and "hedges" not in old:
        yield Reason("takes", "hedge", WEAK, f"held back: “{new['hedges']}”")
    if "hedges" in old and "hedges" not in new:
        yield Reason("adds", "hedge", WEAK, f"says without “{old['hedges']}”")
    if "firm" in new and "firm" not in old:
        yield Reason("adds", "firm", WEAK, f"held to be certain: “{new['firm']}”")
    if "turns" in new:
        yield Reason("takes", "turn", WEAK, f"turns: “{new['turns']}”")


def _sources(first: Signs, second: Signs) -> Iterator[Reason]:
    """Who is quoted: a source where there was none, a name for "officials", another speaker."""
    old, new = first.speakers, second.speakers
    named = sorted(shown for word, shown in new.items() if word in second.names)
    unnamed = "nameless" in first.manner and old.keys().isdisjoint(first.names)
    if named and (not old or unnamed):
        yield Reason("adds", "source", WEAK, f"names its source: {named[0]}")
    elif old and new and _words(old).isdisjoint(_words(new)):
        yield Reason("takes", "speaker", WEAK, f"another speaks: {min(new.values())}, not {min(old.values())}")
    elif new and not old:
        yield Reason("takes", "source", WEAK, f"only said by {min(new.values())}")


def _words(names: dict[str, str]) -> set[str]:
    return {word for name in names.values() for word in key(name).split()}


def _steps(first: Signs, second: Signs) -> Iterator[Reason]:
    """The highest step of each ladder on which both stand."""
    old, new = _tops(first), _tops(second)
    for number in sorted(old.keys() & new.keys()):
        a, b = old[number], new[number]
        if a.step != b.step:
            more = b.step > a.step
            name = known().ladders[number].name
            shown = f"{name}: “{b.text}” {'above' if more else 'below'} “{a.text}”"
            yield Reason("adds" if more else "takes", "ladder", WEAK, shown)


def _tops(claim: Signs) -> dict[int, Marked]:
    tops: dict[int, Marked] = {}
    for sign in claim.ladders:
        if not sign.negated and (sign.number not in tops or tops[sign.number].step < sign.step):
            tops[sign.number] = sign
    return tops


def _figures(first: Signs, second: Signs) -> Iterator[Reason]:
    """Figures of one thing that cannot both hold, and figures that are new."""
    new = []
    for quantity in second.figures:
        same = [q for q in first.figures if _one_thing(q, quantity)]
        if not same:
            new.append(quantity)
        elif not any(_fit(q, quantity) for q in same):
            more = _bounds(quantity)[0] > _bounds(same[0])[0]
            shown = f"“{quantity.span.text}” against “{same[0].span.text}” {quantity.noun}"
            yield Reason("adds" if more else "takes", "figure", STRONG, shown)
    if new:
        yield Reason("adds", "figure", WEAK, f"gives a figure: “{new[0].span.text}”")


def _one_thing(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities count one thing: by what they count, or by noun and what came of it."""
    alike = bool(a.noun) and (a.noun.lower(), a.outcome) == (b.noun.lower(), b.outcome)
    return a.unit == b.unit and (a.counts == b.counts or alike)


def _fit(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities may be one number: "more than 300" and "312"."""
    (low, high), (least, most) = _bounds(a), _bounds(b)
    return low <= most * ROUNDED and least <= high * ROUNDED


def _bounds(quantity: Quantity) -> tuple[float, float]:
    """The least and the most that a quantity can mean; an open or unknown side is 0 or infinite."""
    value, qualified = quantity.value, quantity.qualifier is not None
    low = quantity.low if quantity.low is not None else None if qualified else value
    high = quantity.high if quantity.high is not None else None if qualified else value
    return 0.0 if low is None else low, math.inf if high is None else high
