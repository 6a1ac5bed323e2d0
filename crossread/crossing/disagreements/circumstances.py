"""In what circumstances it happened to somebody: reports that tell one person's mishap in ways that exclude each other.

"Was hit while cycling to school" and "while walking the dog"; "fell from a ladder" and "off a balcony". A
report that tells both circumstances knows both and disagrees with nobody.
"""

from __future__ import annotations

from datetime import timedelta

from crossread.crossing.disagreements.befallen import Circumstance, befallen
from crossread.crossing.disagreements.matters import Matters
from crossread.crossing.disagreements.mishaps import known
from crossread.crossing.disagreements.persons import Persons
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement
from crossread.crossing.distances import days_apart
from crossread.records import Disagreement, Resolved

Key = tuple[tuple[int, int], str, str, str]


def circumstances(scene: Scene, matters: Matters, resolved: Resolved, persons: Persons) -> list[Disagreement]:
    """One disagreement for each circumstance of what happened to one person that reports tell in several ways."""
    by_key: dict[Key, list[Circumstance]] = {}
    for t in befallen(scene, resolved, persons):
        by_key.setdefault((t.slot, t.who, t.of, scene.component[t.voice.report]), []).append(t)
    made = []
    for ((number, _), who, deed, _), mine in by_key.items():
        sides = _sides(matters, mine)
        if len(sides) > 1:
            slot, name = known().slots[number], scene.names.get(who, f"the {who}-year-old")
            about = f"{slot.about.format(who=name, deed=deed)}: {' or '.join(sides)}"
            made.append(disagreement(slot.kind, about, list(sides.values()), "the circumstances exclude each other"))
    return made


def _sides(matters: Matters, mine: list[Circumstance]) -> dict[str, list[Voice]]:
    """The circumstances as told by reports of which each stands against another one that tells none of its own."""
    told: dict[str, list[Circumstance]] = {}
    for t in mine:
        told.setdefault(t.voice.report, []).append(t)
    sure = {r: some for r, some in told.items() if all(t.group != known().anything for t in some)}
    against = {
        a
        for a, some in sure.items()
        for b, others in sure.items()
        if _exclude(some, others) and (all(t.named for t in (*some, *others)) or _one_matter(matters, a, b))
    }
    sides: dict[str, list[Voice]] = {}
    for t in sorted(mine, key=lambda t: (t.days or (), t.group)):
        if t.voice.report in against:
            sides.setdefault(t.group, []).append(t.voice)
    return sides


NEAR = timedelta(days=6)
"""Days between two tellings of one deed up to which one of them is wrong; farther apart somebody may have been arrested
twice. Of 322 shootings told by several reports three are then told on two days, rightly."""


def _exclude(some: list[Circumstance], others: list[Circumstance]) -> bool:
    """Whether two reports' tellings cannot both be so: all their groups exclude each other, or they have no day in
    common though the days lie near."""
    if some[0].days is None:
        slot = known().slots[some[0].slot[0]]
        return any(t.sole for t in (*some, *others)) and all(
            slot.exclude(a.group, b.group) for a in some for b in others
        )
    gaps = [days_apart(a.days, b.days) for a in some for b in others]
    return timedelta(0) < min(gaps) <= NEAR


def _one_matter(matters: Matters, a: str, b: str) -> bool:
    """Whether two reports tell one happening, so that an age is enough to know a person by: the same violence, or
    none."""
    one, other = matters.main.get(a), matters.main.get(b)
    return one == other if one is None or other is None else matters.of(one) == matters.of(other)
