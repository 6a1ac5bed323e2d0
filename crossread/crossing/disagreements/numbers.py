"""How many: readings of one figure that clash, estimates that lie far apart, a number that somebody denies.

What grew with time (updates) and what counts different sets (scope) is no disagreement.
"""

from __future__ import annotations

from itertools import combinations

from crossread.crossing.disagreements.amounts import known
from crossread.crossing.disagreements.matters import VIOLENT, deed
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, one_list, sentence_of
from crossread.records import AGE, Disagreement, Figure, FigureReading, Reading

APART = 1.5
"""Estimates of one toll that differ by this factor or more are a disagreement; closer ones are the spread of a
method."""


def numbers(scene: Scene, figures: tuple[Figure, ...]) -> list[Disagreement]:
    """Disagreements that figures make: conflicting readings, competing estimates, a number denied."""
    made = []
    for figure in figures:
        if figure.unit != "people" and matcher(scene.known.tallies).search(figure.counts.lower()):
            continue
        if (denied := _denied_number(scene, figure)) is not None:
            made.append(denied)
        estimates = figure.verdict == "scope" and len({r.report for r in figure.readings}) > 1
        whole = figure.readings
        if not _of_age(figure):
            whole = _wholes(tuple(r for r in figure.readings if not _of_something_else(scene, r)))
        at_once = figure.verdict == "update" and _clash_at_once(whole)
        if figure.verdict != "conflict" and not estimates and not at_once:
            continue
        clusters = _clusters(figure.readings if estimates else whole, _slack(figure))
        if estimates:
            clusters = [c for c in clusters if _apart(c, clusters)]
        clusters = [c for c in clusters if not _vague(c, clusters) and not _none_later(c, clusters)]
        if figure.counts.split()[0] != "people" and _scales(clusters):
            continue
        if len(clusters) < 2 or len({(r.report, r.according_to) for c in clusters for r in c}) < 2:
            continue
        if all(_listed(scene, a, b) for a, b in combinations([c[0] for c in clusters], 2)):
            continue
        sides = [[_voice(scene, r) for r in cluster] for cluster in clusters]
        why = "studies give values that are far apart" if estimates else figure.why[0]
        why = "the count grew, but reports of one day differ" if at_once else why
        made.append(disagreement("figure", _about(scene, figure), sides, why, figure.incident, figure.id))
    return made


def _scales(clusters: list[list[FigureReading]]) -> bool:
    """Whether counts of things lie so far apart that one is of another set: "5,000 routes", "300,000 such routes"."""
    sizes = sorted(_size(c[0]) for c in clusters)
    return len(sizes) > 1 and sizes[0] > 0 and sizes[-1] > SCALE * sizes[0]


def _of_something_else(scene: Scene, reading: FigureReading) -> bool:
    """Whether a number is of a stretch of years ("in the past ten years"), not of one deed, or of "another crash"."""
    report = scene.readings.get(reading.report)
    n = sentence_of(report, reading.evidence[0].start) if report is not None else None
    if report is None or n is None:
        return False
    sentence = report.sentences[n]
    return of_another(scene, report, n) or any(
        t.value.kind == "duration" and t.value.unit in YEARS and t.value.direction < 0
        for t in report.times
        if sentence.start <= t.span.start < sentence.end
    )


def of_another(scene: Scene, reading: Reading, n: int) -> bool:
    """Whether a sentence tells of another deed than the one at hand: "a second crash", "an unrelated attack"."""
    text, start = scene.small(reading, n), reading.sentences[n].start
    before = (text[: e.trigger.start - start] for _, e, _ in scene.deeds(reading, n) if e.type in VIOLENT)
    return any(pattern("numbers", "another").search(words) for words in before)


YEARS = ("year", "decade", "century")


def _none_later(cluster: list[FigureReading], clusters: list[list[FigureReading]]) -> bool:
    """Whether a cluster tells of none, on another day than all who tell of some: of another deed."""
    days = [r.as_of for r in cluster if r.as_of is not None]
    others = [r.as_of for c in clusters if c is not cluster for r in c if r.as_of is not None]
    far = bool(days and others) and min(abs((a - b).days) for a in days for b in others) > AT_ONCE
    return far and not any(_size(r) for r in cluster)


AT_ONCE = 2
"""Days within which "no casualties" may be said of the harm that others tell."""


def _vague(cluster: list[FigureReading], clusters: list[list[FigureReading]]) -> bool:
    """Whether a cluster only tells an order of magnitude ("hundreds") that fits another one, or is of something else
    than the commonest."""
    if any(r.value is not None or not (r.low and r.high) for r in cluster):
        return False
    low, high = min(r.low or 0.0 for r in cluster), max(r.high or 0.0 for r in cluster)
    others = [_size(c[0]) for c in clusters if c is not cluster]
    return _scales([cluster, clusters[0]]) or any(low / NEXT <= size <= high * NEXT for size in others)


NEXT = 2.5
"""Factor within which an order of magnitude and the next number are one, as of `rivals`."""
SCALE = 20
"""Factor between two counts of things from which on they are of different sets."""


def _wholes(readings: tuple[FigureReading, ...]) -> tuple[FigureReading, ...]:
    """The readings that count all of what is counted: no share of it, no single one of many, no age, no list; nor those
    of a report that gives several values on nobody's word, which counts several things."""
    kept = [r for r in readings if not is_share(r.evidence[0].text)]
    if any(_size(r) > 1 for r in kept):
        kept = [r for r in kept if _size(r) != 1 or pattern("numbers", "one_dead").search(r.evidence[0].text.lower())]
    values: dict[tuple[str, str | None], set[float]] = {}
    for r in kept:
        values.setdefault((r.report, r.according_to), set()).add(_size(r))
    return tuple(r for r in kept if len(values[r.report, r.according_to]) < SEVERAL)


SEVERAL = 3
"""Values that one voice gives from which on it counts different things."""
LONG = 70
"""Characters of a reading above which it is a sum over a list, which may leave some out."""


def is_share(text: str, longest: float = LONG) -> bool:
    """Whether a quote counts a share of something, another one of a row or an age, or adds up a list."""
    folded = " ".join(text.lower().split())
    return len(folded) > longest or pattern("numbers", "share").search(folded) is not None


def _of_age(figure: Figure) -> bool:
    """Whether a figure is how old somebody is."""
    return figure.counts.startswith(f"{AGE} of ")


def _about(scene: Scene, figure: Figure) -> str:
    """What is counted; a bare noun ("people") says it only together with what happened."""
    if _of_age(figure):
        return f"how old: {figure.counts.removeprefix(f'{AGE} of ')}"
    if figure.incident is None or " " in figure.counts:
        return f"how many: {figure.counts}"
    return f"how many {figure.counts}: {deed(scene.by_id[figure.incident].title)}"


def _clash_at_once(readings: tuple[FigureReading, ...]) -> bool:
    """Whether reports of one day give exact values of a growing count that cannot both be right."""
    exact = [r for r in readings if r.as_of is not None and r.value is not None and r.low == r.high == r.value]
    return any(
        a.as_of == b.as_of and a.report != b.report and max(_size(a), _size(b)) > APART * min(_size(a), _size(b)) - 1e-9
        for n, a in enumerate(exact)
        for b in exact[:n]
        if a.value != b.value
    )


def _listed(scene: Scene, a: FigureReading, b: FigureReading) -> bool:
    """Whether two readings are items of one list."""
    return a.report == b.report and one_list(scene.reports[a.report], a.evidence[0], b.evidence[0])


def _slack(figure: Figure) -> float:
    """How far two numbers of what is counted may be apart and still be one: not at all on a scale, nor of an age."""
    if figure.counts in known().scales or _of_age(figure):
        return 1.0
    return 1 + (TOLL if figure.counts.startswith("people") else ROUNDED)


ROUNDED = 0.03
"""How far two numbers of things may be apart and still be one, rounded or converted; as `rivals.SLACK`. With .05 one
true disagreement of 25 read stories is lost, over what a company was worth."""
TOLL = 0.05
"""The same for people, whose counts go up by one or two within hours."""


def _clusters(readings: tuple[FigureReading, ...], slack: float) -> list[list[FigureReading]]:
    """Readings with the same number together, the commonest first; numbers within the factor `slack` are the same."""
    clusters: list[list[FigureReading]] = []
    for reading in sorted(readings, key=lambda r: (_size(r), r.report)):
        last = clusters[-1] if clusters else None
        if last is not None and _size(reading) <= max(_size(r) for r in last) * slack:
            last.append(reading)
        else:
            clusters.append([reading])
    return sorted(clusters, key=lambda c: (-len({r.report for r in c}), -_size(c[0])))[:5]


def _size(reading: FigureReading) -> float:
    return reading.value if reading.value is not None else reading.low or reading.high or 0.0


def _apart(cluster: list[FigureReading], clusters: list[list[FigureReading]]) -> bool:
    """Whether a cluster is far from some other."""
    mine = _size(cluster[0])
    return any(max(mine, _size(c[0])) >= APART * max(1.0, min(mine, _size(c[0]))) for c in clusters if c is not cluster)


def _voice(scene: Scene, reading: FigureReading) -> Voice:
    return Voice(reading.report, reading.evidence[0], reading.according_to)


def _denied_number(scene: Scene, figure: Figure) -> Disagreement | None:
    """A number that one speaker denies and others give ("3,000 people did not die")."""
    against = [
        r for r in figure.readings if r.value and r.value > 1 and pattern("numbers", "not").search(r.evidence[0].text)
    ]
    others = [
        r
        for r in figure.readings
        if r not in against and (r.report not in {a.report for a in against} or r.according_to)
    ]
    others = [
        r
        for r in others
        if any(
            a.value == r.value or (a.value and r.value and abs(a.value - r.value) <= 0.05 * a.value) for a in against
        )
    ]
    if not against or not others:
        return None
    sides = [[_voice(scene, r) for r in others], [_voice(scene, r) for r in against]]
    why = "one side denies the number that the other gives"
    return disagreement("figure", f"whether so many: {figure.counts}", sides, why, figure.incident, figure.id)
