"""Reports that belong to more than one story: a part of them tells of another story than the rest.

A round-up tells of two happenings one after the other. As a whole it is like neither very much; each of its parts is
like the reports of one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from crossread.crossing.stories.grouping import Closeness
from crossread.crossing.themes import MEANING, Matrix, lead_of
from crossread.records import Reading, Span

LENGTH, STEP = 8, 4
"""Sentences of a part, and how far the next one starts behind it."""
NAMED = 3
"""Names that a part must hold: fewer are like many stories by chance."""
BELONGS = 0.36
"""Likeness of a part to a story, on average, from which on its report belongs to that story, too."""
APART = 0.15
"""How much more a part is like that story than like its report's own. With these two, of 17 round-ups made of the
beginnings of two reports of shootings 12 are found in both stories, and of 300 other reports 6 are put into a second
one, some of them pages that tell of another shooting below. Seven stories' own reports stay where they are."""


class Part(NamedTuple):
    """The characters of a report that tell of another story than the rest, and how alike the two are."""

    start: int
    end: int
    group: int
    likeness: float


Parts = Mapping[int, Sequence[Part]]


LOOKED_AT = (BELONGS - MEANING) / (1 - MEANING)
"""Likeness by names below which a part belongs to no other story, whatever it means."""


def parts_of(readings: Sequence[Reading], closeness: Closeness, groups: Sequence[Sequence[int]]) -> Parts:
    """The parts of reports, by index, that belong to another group than the report as a whole."""
    if len(groups) < 2:
        return {}
    home = {member: number for number, group in enumerate(groups) for member in group}
    found: dict[int, list[Part]] = defaultdict(list)
    for index, reading in enumerate(readings):
        said = closeness.themes.themes[index].said
        for first, last in _windows(len(reading.sentences)):
            names = Counter(name for sentence in said[first:last] for name in sentence)
            if len(names) < NAMED:
                continue
            unit = closeness.themes.unit(names)
            near = {home[number] for number in closeness.themes.sharing(unit, LOOKED_AT)} - {home[index]}
            if not near:
                continue
            sentences = reading.sentences[first:last]
            part = unit, lead_of(sentence.embedding for sentence in sentences)
            other = _elsewhere(part, index, groups, home[index], sorted(near), closeness)
            if other is not None:
                found[index].append(Part(sentences[0].start, sentences[-1].end, *other))
    return found


def group_of(span: Span, parts: Sequence[Part], home: int) -> int:
    """The group of which a span of a report tells."""
    return next((part.group for part in parts if part.start <= span.start < part.end), home)


def _windows(count: int) -> Iterator[tuple[int, int]]:
    """The first sentence of each part and the one behind it; a report that is too short for two has none."""
    if count > LENGTH:
        for first in range(0, count - LENGTH + STEP, STEP):
            yield first, min(first + LENGTH, count)


def _elsewhere(
    part: tuple[Mapping[str, float], Matrix | None],
    index: int,
    groups: Sequence[Sequence[int]],
    own: int,
    near: Sequence[int],
    closeness: Closeness,
) -> tuple[int, float] | None:
    """The group to which a part of a report, told by what its names weigh and by its lead, belongs, and how alike they
    are, if it is another than the report's own.

    `near`: the groups with a report that shares names with the part. The report itself does not count.
    """

    def mean(group: int) -> float:
        others = [member for member in groups[group] if member != index]
        alike = closeness.towards(closeness.themes.towards(*part, others), index, others)
        return sum(alike) / len(alike) if alike else 0.0

    likeness, best = max((mean(group), -group) for group in near)
    return (-best, likeness) if likeness >= BELONGS and likeness - mean(own) >= APART else None
