"""In what circumstances it happened to somebody: reports that tell one person's mishap in ways that exclude each other.

"Was hit while crossing a street" and "while walking along parked cars"; "fell from a ridge" and "down a gully". A
report that tells both circumstances knows both and disagrees with nobody.
"""

from __future__ import annotations

from crossread.crossing.disagreements.matters import Matters
from crossread.crossing.disagreements.mishaps import known
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement
from crossread.crossing.disagreements.tellings import Telling, tellings
from crossread.records import Disagreement

Key = tuple[tuple[int, int], str, str, str]


def circumstances(scene: Scene, matters: Matters) -> list[Disagreement]:
    """One disagreement for each circumstance of what happened to one person that reports tell in several ways."""
    by_key: dict[Key, list[Telling]] = {}
    for t in tellings(scene):
        by_key.setdefault((t.slot, t.who, t.of, scene.component[t.voice.report]), []).append(t)
    made = []
    for ((number, _), who, _, _), mine in by_key.items():
        sides = _sides(matters, mine)
        if len(sides) > 1:
            slot, name = known().slots[number], scene.names.get(who, f"the {who}-year-old")
            about = f"{slot.about.format(who=name)}: {' or '.join(sides)}"
            made.append(disagreement(slot.kind, about, list(sides.values()), "the circumstances exclude each other"))
    return made


def _sides(matters: Matters, mine: list[Telling]) -> dict[str, list[Voice]]:
    """The circumstances as told by reports of which each stands against another one that tells none of its own."""
    told: dict[str, set[str]] = {}
    by_name: dict[str, bool] = {}
    for t in mine:
        told.setdefault(t.voice.report, set()).add(t.group)
        by_name[t.voice.report] = by_name.get(t.voice.report, True) and t.named
    sure = {r: groups for r, groups in told.items() if known().anything not in groups}
    against = {
        a
        for a, groups in sure.items()
        for b, others in sure.items()
        if not groups & others and ((by_name[a] and by_name[b]) or _one_matter(matters, a, b))
    }
    sides: dict[str, list[Voice]] = {}
    for t in sorted(mine, key=lambda t: t.group):
        if t.voice.report in against:
            sides.setdefault(t.group, []).append(t.voice)
    return sides


def _one_matter(matters: Matters, a: str, b: str) -> bool:
    """Whether two reports tell one happening, so that an age is enough to know a person by."""
    return a in matters.main and b in matters.main and matters.of(matters.main[a]) == matters.of(matters.main[b])
