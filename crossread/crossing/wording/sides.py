"""Who "the rebels" or "the terrorists" are where the reports of a story name one armed group far more than others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from crossread.crossing.wording.namings import judged
from crossread.crossing.wording.partakers import is_name
from crossread.records import MergedActors
from crossread.spelling import key

SIDE = "armed group"
"""The type of actors whom such words may be for."""
FAR = 3
"""How many times as often as the next one a group must be named, and at least."""


class Sides:
    """The armed groups that reports name. `near`: for each report those that tell of one story with it."""

    def __init__(self, actors: MergedActors, near: Mapping[str, Sequence[str]]) -> None:
        self._near = near
        self._named: dict[str, Counter[str]] = defaultdict(Counter)
        for actor in actors.actors:
            if actor.type == SIDE and is_name(actor.name) and not judged(actor.name, "people"):
                for span in actor.mentions:
                    self._named[span.report][actor.id] += 1

    def of(self, label: str, report: str) -> str | None:
        """The group whom a label for several armed people is for; None if the story is not about one group."""
        if "fighters" not in judged(label, "people") or not key(label).endswith("s"):
            return None
        counted: Counter[str] = Counter()
        for one in (report, *self._near.get(report, ())):
            counted.update(self._named[one])
        first, second = [*counted.most_common(2), ("", 0), ("", 0)][:2]
        return first[0] if first[1] >= FAR * max(1, second[1]) else None
