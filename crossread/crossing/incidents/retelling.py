"""The deeds of one report: which of its tellings go back to one, and which begin another. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from crossread.crossing.incidents.accounts import Account, account
from crossread.crossing.incidents.kindred import family
from crossread.crossing.incidents.samedeed import MARKED, likeness
from crossread.crossing.incidents.tellings import Telling
from crossread.crossing.incidents.victimcounts import RESULTS
from crossread.spans import overlap

LOCAL = 2.0
"""Points from which two tellings of one report are of one deed: kind, word and one thing that points back or agrees."""
MAIN = 0.7
"""Points for the deed that a report tells first: what follows is of it, unless something speaks against that. With .75
incidents of 41 stories are .633 instead of .636, pairs of reports of shootings .859 instead of .863."""
ANOTHER = 1.5
"""Points against what calls itself another ("a second blast"). This and the next two were tried from 0 to 2 on wire
reports of attacks: type and stage of the incident asked for rise from .850 and .860 to .858 and .870."""
TURNING = 0.75
"""Points against what a sentence tells that turns to something else ("Elsewhere, ...")."""
AGAIN = 0.5
"""Points against "an attack" below the lede for the deed that the lede told: it is told for the first time."""
SAME_TOLL, OTHER_TOLL = 1.0, 1.5
"""Points for as many victims, from two on, and against another number of them in another sentence: of 556 counts of
victims 5 more are right."""
OTHER_VICTIM = 2.0
"""Points against a deed that struck other persons, by name, in another sentence: of 556 counts 8 more are right."""
TIED = 0.75
"""Points for two words that a count of victims belongs to. With more, histories are drawn into the main deed."""
STRUCK = (0.5, 1.0)
"""Points for a word in common for those who were struck ("the priests"): in general, and where people are killed, hurt
or taken. Days of incidents rise from .381 to .388, those of eleven stories are found with .573 instead of .568."""
THROUGH, BEHIND = 1.0, 20
"""Points for an outcome of a deed spoken of before, and the characters between its clause and that deed's noun at most:
"her mother was wounded | in the attack". Of 556 numbers of victims 2 more are right, of 582 days 3."""
TAKING = frozenset(("killing", "assassination", "execution", "deaths", "abduction", "wounding", "injuries", "shooting"))
"""Kinds of deeds that are done to people."""
TOGETHER = 1.0
"""Points for two outcomes told in one breath: "killed one and wounded 13 others"."""
DOUBT = 1.0
"""Points against joining a deed that the report calls alleged with one that it tells as a fact."""
UNCOUNTED = frozenset(("deaths", "power cut", "drought"))
"""Kinds of which a report tells one, as a rule, in many pieces."""

NEARBY = 2
"""Sentences between two tellings of one deed that follow each other, at most; words of deeds right behind one."""
SEVERAL = 6
"""Reports of a deed that are asked how alike they are to those of another."""


class Cluster:
    """The tellings held to be of one deed, what they say together, and why each join was made."""

    __slots__ = ("account", "asked", "families", "members", "sentences", "struck", "version", "whom", "why")

    def __init__(self, telling: Telling, alone: Account) -> None:
        self.members = [telling]
        self.sentences = {telling.event.sentence}
        self.struck = set(telling.victims)
        self.whom = set(telling.struck)
        self.why: list[str] = []
        self.version = 0
        self._know(alone)

    def take(self, others: Sequence[Telling]) -> None:
        """Let more tellings in."""
        self.members += others
        self.sentences.update(telling.event.sentence for telling in others)
        self.struck.update(*(telling.victims for telling in others))
        self.whom.update(*(telling.struck for telling in others))
        self.version += 1
        self._know(account(self.members))

    def _know(self, told: Account) -> None:
        self.account = told
        self.families = frozenset(name for kind in told.kinds for name in family(kind))
        self.asked = sorted(told.reports)[:SEVERAL]


def in_report(tellings: Sequence[Telling]) -> list[Cluster]:
    """The deeds of one report, each with every place that goes back to it."""
    clusters: list[Cluster] = []
    for at, telling in enumerate(tellings):
        through = _points_through(telling, tellings[at + 1 : at + 1 + NEARBY])
        best: tuple[float, int, int] | None = None
        alone = account([telling])
        kin = family(telling.event.kind)
        for number, cluster in enumerate(clusters):
            if cluster.families.isdisjoint(kin):
                continue
            like = likeness(alone, cluster.account)
            if like.never:
                continue
            points = like.points + _goes_back(telling, cluster) - _begins(telling, cluster, through)
            points += THROUGH * through
            rank = (points, cluster.members[-1].event.trigger.start, number)
            if points >= LOCAL and (best is None or rank > best):
                best = rank
        if best is None:
            clusters.append(Cluster(telling, alone))
        else:
            clusters[best[2]].take([telling])
    return clusters


def _goes_back(telling: Telling, cluster: Cluster) -> float:
    """Points for a telling that points back: "the attack", "killed in the blast", nothing of its own."""
    points = 0.0
    if telling.noun and telling.definite:
        points += 0.5 if telling.parties or telling.dated or telling.places else 1.0
        points += 1.0 if telling.word in cluster.account.words else 0.0
    at, event = telling.event.sentence, telling.event
    if (telling.definite or not telling.noun) and not cluster.sentences.isdisjoint(range(at - NEARBY, at + NEARBY + 1)):
        points += 0.5
    if at in cluster.sentences and any(_entwined(m, telling) for m in cluster.members):
        points += 1.5
    if at in cluster.sentences and any(_side_by_side(m, telling) for m in cluster.members):
        points += TOGETHER
    if not cluster.whom.isdisjoint(telling.struck):
        points += STRUCK[event.kind in TAKING]
    if telling.tied and any(
        m.at[1] in telling.tied and m.event.background == event.background for m in cluster.members
    ):
        points += TIED
    if telling.done != cluster.account.done:
        points -= 1.0
    elif telling.done and not telling.speech and not event.background and cluster.account.lede:
        points += MAIN
    if telling.done and telling.doubted != cluster.account.doubted:
        points -= DOUBT
    if (event.instrument in MARKED) != bool(MARKED & cluster.account.instruments):
        points -= 0.0 if telling.noun and telling.definite and telling.word in cluster.account.words else DOUBT
    if event.kind in UNCOUNTED and event.kind in cluster.account.kinds:
        points += 0.5
    return points


def _side_by_side(a: Telling, b: Telling) -> bool:
    """Whether a sentence tells two outcomes in one breath: "killed one and wounded 13 others"."""
    both = a.event.kind in RESULTS and b.event.kind in RESULTS and a.event.kind != b.event.kind
    return both and a.event.sentence == b.event.sentence and not a.noun and not b.noun


def _points_through(telling: Telling, behind: Sequence[Telling]) -> bool:
    """Whether an outcome is told of a deed told before: "her mother was wounded in the attack"."""
    if telling.noun or telling.event.kind not in RESULTS:
        return False
    return any(
        t.noun
        and t.definite
        and not (t.parties or t.dated or t.places or t.another or t.apart)
        and 0 <= t.event.trigger.start - telling.event.span.end <= BEHIND
        for t in behind
    )


def _begins(telling: Telling, cluster: Cluster, through: bool) -> float:
    """Points for a telling that begins another deed: others are struck, or the report itself says so."""
    points = 0.0
    apart = telling.event.sentence not in cluster.sentences
    if apart and not through and telling.victims and cluster.struck and cluster.struck.isdisjoint(telling.victims):
        points += OTHER_VICTIM
    if telling.toll:
        points += _other_toll(telling, cluster)
    if telling.another and not (cluster.members[0].another and telling.word in cluster.account.words):
        points += ANOTHER
    elif telling.turning and apart and not telling.definite:
        points += TURNING
    if telling.noun and telling.indefinite and not telling.lede:  # "an attack": told for the first time
        points += AGAIN if cluster.account.lede else 1.0
    return points


def _other_toll(telling: Telling, cluster: Cluster) -> float:
    """Points for another number of victims; below nothing for the same number, if that is not one."""
    mine = dict(telling.toll)
    told = [(m, value, mine[outcome]) for m in cluster.members for outcome, value in m.toll if outcome in mine]
    if not told:
        return 0.0
    if same := [value for _, value, own in told if value == own]:
        return -SAME_TOLL if max(same) > 1 else 0.0
    beside = any(m.event.sentence == telling.event.sentence for m, _, _ in told)
    return 0.0 if beside else OTHER_TOLL


def _entwined(a: Telling, b: Telling) -> bool:
    """Whether one deed's noun stands within the other's clause: "killed in an attack", "a strike that wounded two"."""
    if a.event.sentence != b.event.sentence or a.noun == b.noun or a.speech or b.speech:
        return False
    if (a.actors and b.actors and not a.actors & b.actors) or a.apart or b.apart:
        return False
    return bool(overlap(a.event.span, b.event.trigger) or overlap(b.event.span, a.event.trigger))
