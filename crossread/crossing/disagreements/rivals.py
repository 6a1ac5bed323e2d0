"""How many, of anything: numbers that several voices give for one thing and that cannot all be right.

Two amounts (`disagreements.amounts`) are rivals if they measure the same in the same relation, no name tells them
apart, and their clauses share what is rare. A report that gives the other's number, too, knows both and contradicts
nobody; what grew from one day to the next is no contradiction. Harm in the news is compared as figures (`numbers`).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from functools import cache

from crossread.crossing.disagreements.amounts import Amount, known
from crossread.crossing.disagreements.bearers import apart
from crossread.crossing.disagreements.contents import by_day, content, inside_reports, linked
from crossread.crossing.disagreements.gathering import gathered, sides
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import disagreement, one_mouth, quoted
from crossread.crossing.disagreements.topics import Topics, stem
from crossread.embeddings import cosine
from crossread.records import Disagreement

HARM = ("killed", "injured", "shot", "casualties")
RATIO = 10
"""Factor between two numbers of people above which they are of different people. On twenty read stories 30 adds two
wrong disagreements and none that is right, 4 changes nothing."""
THINGS = 20
"""The same for numbers of things and measures: a company and its critics may be that far apart; 5 adds one wrong."""
CROWDS = 100
"""The same for crowds: a police report and the organisers may be a factor of ten or more apart."""
SLACK = 0.03
"""How far two exact numbers may be apart and still be one, rounded or converted; `LOOSE` if one is not exact. With .1
one of 64 disagreements is lost; `LOOSE` may be three times as great without any change."""
LOOSE = 0.05
VAGUE = 2.5
"""The same where one of them only tells an order of magnitude ("thousands"), which ends where the next one begins."""
SEVERAL = 3
"""Numbers of one thing in a report from which on it counts several such things."""
OVERLAP = 0.35
"""Weighted overlap of two clauses' words from which on they may tell of one thing, and `COSINE` of their sentences'
embeddings; `SUM` of both. In invented and read stories and in 105 groups of reports on one matter, six of ten pairs
above are contradictions, half as many below."""
COSINE = 0.4
SUM = 1.05
ALONE = 1.3
"""The same sum where they share one word only, or give percentages, which a report has of many things."""
RELATED = 0.35
"""Cosine that suffices where the relation is the same (a crowd, a population) or the number stands on a scale; the same
from .2 to .5, for the relation tells nearly all."""
STRETCH = 0.6
"""Overlap that lengths of time need; with .4 one more is wrong."""
OUTCOME = 0.6
"""Cosine that two numbers of people arrested, rescued, … need where no other word is shared; with .4 four more are
wrong, with .8 nothing is lost."""
STEP = 0.5
"""Points of a scale above which two numbers are of two things: a second earthquake. Seismologists hardly differ by
more; no read story has two quakes so near to each other that it would matter."""
LONE = 0.55
"""Cosine that suffices where each of two reports gives one number of a thing with a name of its own ("firefighters");
with .35 three more are wrong in 25 read stories and none is right."""
LONE_OVERLAP = 0.4
"""Overlap of the clauses that it needs besides: of 16 found without in 120 groups of reports that nobody worked on one
is a contradiction."""
NEAR = 3
"""Sentences of a report within which two speakers' numbers answer each other: from 3 to 8 the same."""
STALE = 14
"""Days between two reports above which even what does not grow may have changed: from 14 to 100 the same."""


def rivals(scene: Scene, topics: Topics, found: list[Amount]) -> list[Disagreement]:
    """One disagreement for each thing of which incompatible numbers are given."""
    by_measure: dict[tuple[str, str], list[Amount]] = {}
    for amount in found:
        by_measure.setdefault((amount.measure, scene.component[amount.voice.report]), []).append(amount)
    made = []
    for (measure, _), mine in by_measure.items():
        if measure in known().tallies:
            continue
        for group in _groups(scene, topics, _of_one_thing(measure, mine)):
            ordered = sorted(group, key=lambda a: (a.high, a.low, a.voice.report, a.voice.clause.start))
            parted = sides(ordered, _clash)  # smallest first
            if len(parted) > 1:
                made.append(disagreement("figure", _about(group), [[a.voice for a in side] for side in parted], WHY))
    return made


def _of_one_thing(measure: str, mine: list[Amount]) -> list[Amount]:
    """Amounts without those of reports that give several of one noun: cases of many lands, stores of many chains."""
    if measure in known().plain or measure in known().scales or measure.startswith("people"):
        return mine
    told: dict[str, set[tuple[float, float]]] = {}
    for a in mine:
        told.setdefault(a.voice.report, set()).add((a.low, a.high))
    return [a for a in mine if len(told[a.voice.report]) < SEVERAL]


WHY = "the numbers that are given for one thing cannot all be right"


def _about(group: list[Amount]) -> str:
    shown = min((a.voice.clause.text for a in group), key=lambda t: (len(t), t))
    return f"how many: {group[0].relation or group[0].measure} ({quoted(shown)})"


def _clash(a: Amount, b: Amount) -> bool:
    slack = 1 + (SLACK if a.low == a.high and b.low == b.high else LOOSE)
    if a.measure in known().scales:
        slack = 1.0
    elif max(a.high / a.low, b.high / b.low) > VAGUE:
        slack = VAGUE
    return a.low > b.high * slack or b.low > a.high * slack


def _groups(scene: Scene, topics: Topics, mine: list[Amount]) -> Iterator[list[Amount]]:
    """Amounts of which each is a rival of another one of its group.

    What reports copy from each other stands in many of them, so whole classes of amounts are compared, not each with
    each: two of them are rivals if their classes are, unless their reports or days say otherwise.
    """
    values = _values(mine)
    pairs = [p for p in inside_reports(scene, mine) if _rival(scene, topics, values, mine[p[0]], mine[p[1]])]
    classes: dict[Hashable, list[int]] = {}
    for n, amount in enumerate(mine):
        classes.setdefault(content(amount), []).append(n)
    alone = _lone(mine)
    every = list(classes.values())
    for one, other in ((every[i], every[k]) for i, k in _comparable([mine[some[0]] for some in every])):
        a, b = mine[one[0]], mine[other[0]]
        if not _clash(a, b):
            continue
        lone = a.measure not in known().plain and not a.measure.startswith("people")
        lone = lone and all(any(mine[n].voice.report in alone for n in some) for some in (one, other))
        if not (_one_set(a, b) and _one_thing(topics, a, b, lone=lone)) or _anothers(mine, a, b):
            continue
        left = by_day(scene, mine, [n for n in one if not _knows(values, mine[n], b)])
        right = by_day(scene, mine, [n for n in other if not _knows(values, mine[n], a)])
        for here in left.values():
            for there in right.values():
                if not _changed(scene, mine[here[0]], mine[there[0]]):
                    pairs += linked(mine, here, there)
    for members in gathered(sorted(pairs)):
        yield [mine[n] for n in sorted(members)]


def _comparable(amounts: list[Amount]) -> set[tuple[int, int]]:
    """The pairs of amounts in one relation that have a word in common, or whose relation or measure tells all."""
    homes: dict[tuple[str | None, str], list[int]] = {}
    for n, a in enumerate(amounts):
        for word in ("",) if _tells_all(a) else a.words - _idle():
            homes.setdefault((a.relation, word), []).append(n)
    return {(i, k) for numbers in homes.values() for at, k in enumerate(numbers) for i in numbers[:at]}


def _tells_all(a: Amount) -> bool:
    """Whether the relation or the measure of an amount tells what it is of, whatever words stand around it."""
    return a.relation is not None or a.measure in known().scales or a.measure in known().classes


def _anothers(mine: list[Amount], a: Amount, b: Amount) -> bool:
    """Whether one of two amounts, told of nobody who is known, is what reports tell of another than the other's."""
    for some, other in ((a, b), (b, a)):
        if (
            other.bearer
            and not some.bearer
            and any(apart(x.bearer, other.bearer) and not _clash(x, some) for x in mine)
        ):
            return True
    return False


def _rival(scene: Scene, topics: Topics, values: Values, a: Amount, b: Amount) -> bool:
    """Whether two amounts of one report, in two mouths, cannot both be right."""
    if not _clash(a, b) or one_mouth(a.voice, b.voice) or a.voice.clause == b.voice.clause:
        return False
    if None in (a.voice.speaker, b.voice.speaker):
        return False  # a report that tells two numbers on its own word knows that they are two
    if not _one_set(a, b) or not _one_thing(topics, a, b, one_report=True) or _changed(scene, a, b):
        return False
    return not (_knows(values, a, b) or _knows(values, b, a))


def _one_set(a: Amount, b: Amount) -> bool:
    """Whether nothing tells two amounts apart: their relation, size, place or time."""
    if a.relation != b.relation or (a.outcome in HARM and not (a.past and b.past)):
        return False
    ratio = CROWDS if a.relation == "crowd" else RATIO if a.measure.startswith("people") else THINGS
    if max(a.low, b.low) > ratio * min(a.high, b.high):
        return False
    if (a.part != b.part and a.relation is None) or (a.kind and b.kind and a.kind != b.kind and a.measure != "percent"):
        return False
    if apart(a.bearer, b.bearer):
        return False
    if a.of and b.of:
        return bool(a.of & b.of)
    if (a.places and b.places and not a.places & b.places) or _other_lands(a, b):
        return False
    if a.relation in known().lasting:
        return True
    if bool(a.past) != bool(b.past):
        return False
    return not a.past or bool(a.places & b.places) or a.past == b.past


def _other_lands(a: Amount, b: Amount) -> bool:
    """Whether two amounts are of two countries, or of two regions."""
    levels = {level for level, _ in a.lands} & {level for level, _ in b.lands}
    return any(
        not {i for w, i in a.lands if w == level} & {i for w, i in b.lands if w == level} for level in sorted(levels)
    )


def _lone(mine: list[Amount]) -> frozenset[str]:
    """The reports that tell one number of what is counted."""
    told: dict[str, set[tuple[float, float]]] = {}
    for a in mine:
        told.setdefault(a.voice.report, set()).add((a.low, a.high))
    return frozenset(report for report, values in told.items() if len(values) == 1)


def _one_thing(topics: Topics, a: Amount, b: Amount, *, one_report: bool = False, lone: bool = False) -> bool:
    """Whether the words around two amounts tell of one thing; `lone`: each is the only one of its kind in a report."""
    like = cosine(a.embedding, b.embedding)
    if _tells_all(a):
        on_scale = a.measure in known().scales
        return like >= RELATED and not (on_scale and max(a.high, b.high) - min(a.low, b.low) > STEP)
    if (a.words & b.words) <= _idle():
        return False
    overlap = topics.overlap(a.words - _idle(), b.words - _idle())
    shared = (a.words & b.words) - _idle() - {a.measure, stem(a.measure)}
    own = {stem(w) for w in a.measure.split()}
    if a.outcome is not None and not shared - own:
        return bool(like >= OUTCOME and shared and not one_report)
    if shared - own and one_report and abs(a.sentence - b.sentence) <= NEAR:
        told = a.voice.speaker is not None and b.voice.speaker is not None
        return told and like >= COSINE and (a.measure != "percent" or overlap >= OVERLAP)
    if lone and like >= LONE and overlap >= LONE_OVERLAP:
        return True
    stretch = a.measure in known().stretches
    if overlap < (STRETCH if stretch else OVERLAP) or like < COSINE or len(shared) < 1 + stretch:
        return False
    if len(shared) > 1 and a.measure != "percent":
        return overlap + like >= SUM
    return a.measure != "people" and overlap + like >= ALONE


@cache
def _idle() -> frozenset[str]:
    return frozenset(stem(w) for w in known().idle)


@cache
def _growing() -> frozenset[str]:
    return frozenset(stem(w) for w in known().growing)


def _changed(scene: Scene, a: Amount, b: Amount) -> bool:
    """Whether the later report gives the greater number of something that grows, or all may have changed."""
    if a.relation in known().lasting or a.measure in known().lasting or (a.past and b.past):
        return False
    days = [scene.reports[x.voice.report].published for x in (a, b)]
    if days[0] is None or days[1] is None:
        return a.relation == "crowd" and not a.places & b.places  # a crowd of another day, for all that is known
    apart = (days[1].start - days[0].start).days
    if abs(apart) > (1 if a.relation == "crowd" else STALE):
        return True
    if a.outcome is None and a.relation != "crowd" and not (a.words | b.words | {a.measure}) & _growing():
        return False
    first, later = (a, b) if apart > 0 else (b, a)
    return abs(apart) > 0 and later.low > first.high


Values = dict[tuple[str, str | None, str | None], dict[tuple[float, float, frozenset[str]], Amount]]
"""The numbers that each voice of a report gives in a relation, with one amount for each."""


def _values(mine: list[Amount]) -> Values:
    found: Values = {}
    for a in mine:
        found.setdefault((a.voice.report, a.voice.speaker, a.relation), {}).setdefault((a.low, a.high, a.places), a)
    return found


def _knows(values: Values, a: Amount, b: Amount) -> bool:
    """Whether the report of `a` gives, in the same voice, what `b` gives, and not of another place."""
    told = values[a.voice.report, a.voice.speaker, a.relation]
    return any(not _clash(x, b) and not (x.places and b.places and not x.places & b.places) for x in told.values())
