"""Where reports, or those whom they quote, cannot both be right.

1. how many           readings of one figure that clash, a number denied (`numbers`); past tolls, harm denied (`tolls`);
                      the first toll that each report gives of the main happening (`headlines`); ages (`ages`);
                      numbers of anything else in one slot (`rivals`)
2. who did it         blamed, claimed, disowned, doubted (`guilt`); "first blamed A, now says B" (turns)
3. why                motives, as different voices tell them (`motives`)
4. when, where        times that exclude each other (`datings`), lengths of time (`lengths`); places far apart
                      (`wheres`), houses (`addresses`)
5. what to do         proposals that others reject (`proposals`)
6. what to call it    opposed words for the same thing (`oppositions`)
7. in what state      opposed states of one thing: restored, cut (`states`)
8. how it happened    what somebody was doing, where, with what and by whom it was done (`circumstances`)
9. whether it is so   what one voice tells and another negates (`negations`); what one says and another denies, in all
                      reports, where nothing above tells it already (`disputes`)
10. in one phrase      the same words around another number or another word of a closed class (`substitutions`)
11. as it says itself accounts that differ, claims that are unproven (`marks`); voices that it sets against each other
                      by a turning word (`contrasts`)

Few and strong: each rule needs words that contradict, on the same matter, by different speakers or reports. What
changed with time (updates) and what counts different sets (scope) is no disagreement.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from crossread.crossing.disagreements.addresses import addresses
from crossread.crossing.disagreements.amounts import amounts
from crossread.crossing.disagreements.causes import causes
from crossread.crossing.disagreements.circumstances import circumstances
from crossread.crossing.disagreements.contrasts import contrasts
from crossread.crossing.disagreements.datings import datings
from crossread.crossing.disagreements.disputes import disputes
from crossread.crossing.disagreements.guilt import who_did_it
from crossread.crossing.disagreements.headlines import headlines
from crossread.crossing.disagreements.lengths import lengths
from crossread.crossing.disagreements.marks import marks
from crossread.crossing.disagreements.matters import Matters
from crossread.crossing.disagreements.motives import motives
from crossread.crossing.disagreements.nearest import Nearest
from crossread.crossing.disagreements.negations import negations
from crossread.crossing.disagreements.numbers import numbers
from crossread.crossing.disagreements.oppositions import characterisations, scene_weights
from crossread.crossing.disagreements.persons import Persons
from crossread.crossing.disagreements.phrases import oppositions
from crossread.crossing.disagreements.proposals import proposals
from crossread.crossing.disagreements.repeats import with_repeats, without
from crossread.crossing.disagreements.rivals import rivals
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, clause, disagreement, joined
from crossread.crossing.disagreements.slots import Surroundings
from crossread.crossing.disagreements.states import states
from crossread.crossing.disagreements.substitutions import substitutions
from crossread.crossing.disagreements.tolls import tolls
from crossread.crossing.disagreements.topics import Topics
from crossread.crossing.disagreements.wheres import wheres
from crossread.crossing.themes import Themes
from crossread.records import (
    Disagreement,
    Figure,
    MergedActors,
    MergedFigures,
    MergedIncidents,
    MergedPlaces,
    MergedStatements,
    Reading,
    Report,
    Resolved,
)
from crossread.spans import must_quote, overlap


def find_disagreements(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    resolved: Resolved,
    actors: MergedActors,
    places: MergedPlaces,
    statements: MergedStatements,
    incidents: MergedIncidents,
    figures: MergedFigures,
    themes: Themes,
    repeating: Mapping[str, str],
) -> tuple[Disagreement, ...]:
    """All disagreements, ordered by the first characters of their evidence. Reports that only repeat another make none;
    what they repeat of a side stands beside it."""
    own = tuple(r for r in dated if r.id not in repeating), tuple(r for r in readings if r.report not in repeating)
    found = _found(*own, resolved, actors, places, without(incidents, repeating), _told(figures, repeating), themes)
    return tuple(with_repeats(found, repeating, dated))


def _told(figures: MergedFigures, aside: Mapping[str, str]) -> tuple[Figure, ...]:
    """The figures with the readings of the reports that are not set aside."""
    kept = (
        msgspec.structs.replace(f, readings=tuple(r for r in f.readings if r.report not in aside))
        for f in figures.figures
    )
    return tuple(f for f in kept if f.readings) if aside else figures.figures


def _found(
    dated: tuple[Report, ...],
    readings: tuple[Reading, ...],
    resolved: Resolved,
    actors: MergedActors,
    places: MergedPlaces,
    incidents: MergedIncidents,
    figures: tuple[Figure, ...],
    themes: Themes,
) -> tuple[Disagreement, ...]:
    known = oppositions()
    near = themes.pairs()
    scene = Scene(dated, readings, actors, incidents, known, near)
    matters, topics, weights = Matters(scene, places, near), Topics(scene), scene_weights(scene)
    persons, nearest = Persons(scene), Nearest(scene)
    turns, guilt = _turns(scene), who_did_it(scene, matters)
    found = [
        *numbers(scene, figures),
        *_unlike(turns, guilt, _told_by),
        *guilt,
        *motives(scene, matters),
        *datings(scene, resolved, weights, nearest),
        *proposals(scene, topics),
        *states(scene, persons),
        *lengths(scene, persons, nearest),
        *wheres(scene, matters, places),
        *addresses(scene),
        *characterisations(scene, known.pairs, weights),
    ]
    found = _with_figures(found, tolls(scene, matters, resolved))
    found = _with_figures(found, headlines(scene, matters, places))
    found = _with_figures(found, rivals(scene, topics, amounts(scene, places, resolved, persons)))
    found += _unlike(causes(scene, topics), found, lambda x, other: _touches(x, other, 2))
    found += _unlike(circumstances(scene, matters, resolved, persons), found, lambda x, other: _touches(x, other, 2))
    found += _unlike(negations(scene, topics), found, lambda x, other: _touches(x, other, 2))
    found += _unlike(disputes(scene, topics), found, _shares)
    around = Surroundings(scene, places, resolved)
    found += _unlike(substitutions(scene, nearest, around), found, lambda x, other: _touches(x, other, 2))
    found += marks(scene, topics, found)
    found += contrasts(scene, found)
    found.sort(key=lambda d: (d.sides[0].evidence, d.kind, d.id))
    return tuple({d.id: d for d in found}.values())


class _Beside:
    """Disagreements by the reports of their evidence: only those of one report can have characters in common."""

    def __init__(self, found: Sequence[Disagreement]) -> None:
        self._of: dict[str, list[int]] = {}
        for number, each in enumerate(found):
            self.add(number, each)

    def add(self, number: int, one: Disagreement) -> None:
        """Take in a disagreement, or one that has grown."""
        for report in _reports(one):
            self._of.setdefault(report, []).append(number)

    def near(self, one: Disagreement) -> list[int]:
        """The numbers, in order, of those that share a report with another."""
        return sorted({number for report in _reports(one) for number in self._of.get(report, ())})


def _reports(one: Disagreement) -> set[str]:
    return {span.report for side in one.sides for span in side.evidence}


def _unlike(
    new: Sequence[Disagreement], found: Sequence[Disagreement], alike: Callable[[Disagreement, Disagreement], bool]
) -> list[Disagreement]:
    """New disagreements but those that are like one that is found."""
    beside = _Beside(found)
    return [x for x in new if not any(alike(x, found[n]) for n in beside.near(x))]


def _with_figures(found: list[Disagreement], new: list[Disagreement]) -> list[Disagreement]:
    """Disagreements with those over numbers of anything, which join those over figures with the same evidence."""
    result, beside = list(found), _Beside(found)
    for rival in new:
        near = (n for n in beside.near(rival) if result[n].kind == "figure" and _one_figure(result[n], rival))
        at = next(near, None)
        if at is None:
            result.append(rival)
        else:
            result[at] = joined(result[at], rival)
            beside.add(at, result[at])
    return result


def _one_figure(one: Disagreement, other: Disagreement) -> bool:
    """Whether two disagreements are over one figure: with a quote in common, or the same characters on two sides."""
    quotes = {e for s in one.sides for e in s.evidence}
    return any(e in quotes for s in other.sides for e in s.evidence) or _touches(one, other, 2)


def _touches(one: Disagreement, other: Disagreement, least: int) -> bool:
    """Whether at least so many sides of one disagreement have characters in common with the other's."""
    theirs = [e for s in other.sides for e in s.evidence]
    return sum(any(overlap(a, b) for a in s.evidence for b in theirs) for s in one.sides) >= least


def _told_by(one: Disagreement, turn: Disagreement) -> bool:
    """Whether a turn within a sentence already tells a disagreement: the same kind, with characters in common."""
    return one.kind == turn.kind and any(
        overlap(a, b) for side in one.sides for a in side.evidence for other in turn.sides for b in other.evidence
    )


def _shares(one: Disagreement, other: Disagreement) -> bool:
    """Whether two disagreements are made of the same words."""
    if other.kind not in ("actor", "happened"):
        return False
    return any(
        overlap(a, b) for mine in one.sides for a in mine.evidence for side in other.sides for b in side.evidence
    )


# --------------------------------------------------------------------------- turns


def _turns(scene: Scene) -> list[Disagreement]:
    """Speakers who change their story within a sentence: "first blamed A for the attack but now says B did it"."""
    made = []
    for reading, n, deeds in scene.sentences():
        sentence = reading.sentences[n]
        first = next(iter(scene.phrases(reading, n, "formerly")), None)
        now = next((m for m in scene.phrases(reading, n, "nowadays") if first and m.start >= first.end), None)
        if first is None or now is None:
            continue
        report = scene.reports[reading.report]
        begin = clause(report, sentence, first.start, first.end).start
        cut = now.start
        close = clause(report, sentence, cut, now.end).end
        if not begin < cut < close:
            continue
        before = must_quote(report, begin, cut)
        before = must_quote(report, begin, begin + len(before.text.rstrip(" ,;")))
        sides = [
            [Voice(report.id, span, scene.speaker(reading, span.start))]
            for span in (before, must_quote(report, cut, close))
        ]
        blames = bool(scene.phrases(reading, n, "blaming"))
        incident = next((i for _, _, i in deeds), None)
        about = "a story that changed: who did it" if blames else "a story that changed"
        kind = "actor" if blames else "characterisation"
        made.append(disagreement(kind, about, sides, "the same speaker says something else later", incident))
    return made
