"""How old somebody is: ages that reports give of one person and that no birthday explains."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement, sentence_of
from crossread.records import Disagreement, Reading, Record

YEAR = 1
"""Years by which an age may differ where a birthday lies between two reports."""


class Told(Record, frozen=True):
    """The age that one report gives of a person."""

    actor: str
    age: int
    voice: Voice


def ages(scene: Scene) -> list[Disagreement]:
    """One disagreement for each person whose age is told in two ways."""
    by_actor: dict[str, dict[int, list[Voice]]] = {}
    for told in ages_told(scene):
        by_actor.setdefault(told.actor, {}).setdefault(told.age, []).append(told.voice)
    made = []
    for actor, by_age in by_actor.items():
        reports = [v.report for voices in by_age.values() for v in voices]
        differ = len(by_age) > 1 and _near(scene, reports)
        differ = differ and (max(by_age) - min(by_age) > YEAR or _no_birthday(scene, by_age))
        if differ and len(set(reports)) == len({(v.report, age) for age, voices in by_age.items() for v in voices}):
            why = f"different ages are told: {', '.join(str(a) for a in sorted(by_age))}"
            made.append(disagreement("figure", f"how old: {scene.names[actor]}", list(by_age.values()), why))
    return made


def ages_told(scene: Scene) -> Iterator[Told]:
    """The ages that all reports give of persons."""
    for reading in scene.readings.values():
        yield from _ages(scene, reading)


NEAR = 200
"""Days between the first and the last report within which nobody grows older by two years."""


def _near(scene: Scene, reports: list[str]) -> bool:
    """Whether the reports came out within a few months, as far as they are dated, and tell one story."""
    days = [scene.reports[r].published for r in reports]
    starts = [d.start for d in days if d is not None]
    one_story = len({scene.component[r] for r in reports}) == 1
    return one_story and (not starts or (max(starts) - min(starts)).days <= NEAR)


def _no_birthday(scene: Scene, by_age: dict[int, list[Voice]]) -> bool:
    """Whether no birthday is known to lie between two ages: they are told within days, or the younger one later, or on
    days that nobody knows."""
    days = {
        age: sorted(p.start for v in voices if (p := scene.reports[v.report].published) is not None)
        for age, voices in by_age.items()
    }
    return any(
        not days[a] or not days[b] or days[b][-1] > days[a][0] or (days[a][0] - days[b][-1]).days <= AT_ONCE
        for a in days
        for b in days
        if b < a
    )


AT_ONCE = 10
"""Days between two reports within which hardly anybody has a birthday: one in thirty-six."""


def _ages(scene: Scene, reading: Reading) -> Iterator[Told]:
    text = scene.low[reading.report]
    for k, mention in enumerate(reading.mentions):
        actor = scene.actors.of.get((reading.report, k))
        if mention.type != "person" or not mention.named or actor not in scene.persons:
            continue
        span = mention.span
        match = pattern("ages", "after").match(text, span.end) or pattern("ages", "before").search(
            text[max(0, span.start - 60) : span.start]
        )
        n = sentence_of(reading, span.start)
        if match is not None and n is not None:
            yield Told(actor, int(match["age"]), scene.voice(reading, n, span.start, span.end))
