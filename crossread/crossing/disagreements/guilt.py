"""Who did it: one disagreement for each matter on which voices differ.

Stances (`disagreements.stances`) on one matter make a disagreement if somebody disowns or doubts what another says, or
if different speakers name different groups.
"""

from __future__ import annotations

from collections.abc import Iterable

from crossread.crossing.disagreements.matters import DOING, Matters, deed
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement
from crossread.crossing.disagreements.stances import Stance, stances
from crossread.records import Disagreement, Span


def who_did_it(scene: Scene, matters: Matters) -> list[Disagreement]:
    """One disagreement for each matter on which voices differ about who did it."""
    by_matter: dict[str, list[Stance]] = {}
    for stance in stances(scene, matters):
        by_matter.setdefault(stance.matter, []).append(stance)
    made = []
    for matter, mine in by_matter.items():
        if (found := _dispute(scene, matter, mine)) is not None:
            made.append(found)
    return made


def _dispute(scene: Scene, matter: str, mine: list[Stance]) -> Disagreement | None:
    """The disagreement that the stances on a matter make, if they do."""
    blames = [s for s in mine if s.attitude in ("blames", "claims") and s.accused]
    against = [s for s in mine if s.attitude in ("disowns", "doubts")]
    answered = [s for s in against if any(_other_voice(s, b) and s.accused & b.accused for b in blames)]
    if answered:  # what others disown besides is the same question
        answered = [s for s in against if s in answered or s.attitude == "disowns"]
    groups = _clusters(b for b in blames if b.told or any(_concerns(b, a) for a in answered))
    if not answered:
        groups = [g for g in groups if any(s.deed and s.told for s in g)]
    if not answered and not _rival(groups):
        return None
    sides = [[s.voice for s in g] for g in groups]
    sides += [a for attitude in ("disowns", "doubts") if (a := [s.voice for s in answered if s.attitude == attitude])]
    unknown = [s.voice for s in mine if s.attitude == "unknown"]
    sides += [unknown] if unknown else []
    sides = _distinct(sides)
    if len(sides) < 2 or scene.by_id[matter].type not in DOING:
        return None
    why = "one side denies or doubts the part that the other gives it" if answered else "different groups are blamed"
    return disagreement("actor", f"who was behind it: {deed(scene.by_id[matter].title)}", sides, why, matter)


def _distinct(sides: list[list[Voice]]) -> list[list[Voice]]:
    """Sides without those that have no words of their own."""
    kept: list[list[Voice]] = []
    seen: set[Span] = set()
    for voices in sides:
        if {v.clause for v in voices} - seen:
            kept.append(voices)
            seen |= {v.clause for v in voices}
    return kept


def _concerns(blame: Stance, answer: Stance) -> bool:
    """Whether a deed told as somebody's is what an answer is about: it names the same, or he who answers says it."""
    return bool(blame.accused & answer.accused) or (
        blame.voice.speaker is not None and blame.voice.speaker == answer.voice.speaker
    )


def _rival(groups: list[list[Stance]]) -> bool:
    """Whether two groups are blamed by different voices, none of them blaming both."""
    return any(
        _other_voice(a, b) and a.voice.clause != b.voice.clause
        for n, one in enumerate(groups)
        for other in groups[:n]
        for a in one
        for b in other
        if a.told and b.told and a.deed and b.deed and not a.accused & b.accused
    )


def _other_voice(a: Stance, b: Stance) -> bool:
    return a.voice.speaker != b.voice.speaker or (a.voice.speaker is None and a.voice.report != b.voice.report)


def _clusters(blames: Iterable[Stance]) -> list[list[Stance]]:
    """Stances that accuse the same, by a word of the name in common, largest first."""
    groups: list[list[Stance]] = []
    for stance in blames:
        mine = [g for g in groups if any(s.accused & stance.accused for s in g)]
        groups = [*(g for g in groups if g not in mine), [*(s for g in mine for s in g), stance]]
    return sorted(groups, key=lambda g: (-len({s.voice.report for s in g}), g[0].voice.report, g[0].voice.clause.start))
