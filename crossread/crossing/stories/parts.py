"""Reports that belong to more than one story: a part of them tells of another story than the rest.

A round-up tells of two happenings one after the other. As a whole it is like neither very much; each of its parts is
like the reports of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from crossread.crossing.linkage import Matrix
from crossread.crossing.themes import Themes, theme_of
from crossread.records import Reading, Sentence, Span

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


def parts_of(readings: Sequence[Reading], themes: Themes, forgotten: Matrix, groups: Sequence[Sequence[int]]) -> Parts:
    """The parts of reports, by index, that belong to another group than the report as a whole."""
    if len(groups) < 2:
        return {}
    home = np.zeros(len(readings), dtype=np.intp)
    for number, group in enumerate(groups):
        home[list(group)] = number
    found: dict[int, list[Part]] = defaultdict(list)
    for index, reading in enumerate(readings):
        for sentences in _windows(reading):
            theme = theme_of(msgspec.structs.replace(reading, sentences=sentences))
            if len(theme.names) < NAMED:
                continue
            other = _elsewhere(themes.towards(theme) - forgotten[index], index, home)
            if other is not None:
                found[index].append(Part(sentences[0].start, sentences[-1].end, *other))
    return found


def group_of(span: Span, parts: Sequence[Part], home: int) -> int:
    """The group of which a span of a report tells."""
    return next((part.group for part in parts if part.start <= span.start < part.end), home)


def _windows(reading: Reading) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each part; a report that is too short for two has none."""
    if len(reading.sentences) > LENGTH:
        for first in range(0, len(reading.sentences) - LENGTH + STEP, STEP):
            yield reading.sentences[first : first + LENGTH]


def _elsewhere(alike: Matrix, index: int, home: NDArray[np.intp]) -> tuple[int, float] | None:
    """The group to which a part of a report belongs, and how alike they are, if it is another than the report's own.

    `alike`: how alike the part is to each report; `home`: the group of each. The report itself does not count.
    """
    own, others = int(home[index]), np.ones(len(alike))
    others[index] = 0.0
    means = np.bincount(home, weights=alike * others) / np.maximum(np.bincount(home, weights=others), 1.0)
    rest, means[own] = float(means[own]), -1.0
    best = int(np.argmax(means))
    likeness = float(means[best])
    return (best, likeness) if likeness >= BELONGS and likeness - rest >= APART else None
