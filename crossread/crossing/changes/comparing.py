"""What changed between two dossiers of a matter, yesterday's and today's, and which report did it.

Pure, and the same backwards: what came is what goes when the two are exchanged, what merged comes apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Any

from crossread.crossing.changes import disputes, figures, incidents, reports
from crossread.crossing.changes.ground import Ground, shown
from crossread.crossing.changes.matching import Matched, match
from crossread.crossing.changes.shape import Changes, Regrouped
from crossread.records import Actor, Disagreement, Dossier, Evidence, Figure, Incident, Story


def changes(old: Dossier, new: Dossier) -> Changes:
    """What is new, revised, contradicted, withdrawn or grouped otherwise in `new`, and the reports that did it.

    Items are matched by id first and by shared evidence second. Spans quote reports of either dossier.
    """
    ground = Ground(old, new)
    actors = _matched(ground, "actors")
    deeds = _matched(ground, "incidents")
    counted = _matched(ground, "figures")
    opposed = _matched(ground, "disagreements")
    stories = match(_members(old), _members(new))
    regrouped = [
        *_regrouped(ground, "actor", actors),
        *_regrouped(ground, "incident", deeds),
        *_regrouped(ground, "figure", counted),
        *_regrouped(ground, "story", stories),
    ]
    return Changes(
        reports=tuple(reports.changed(ground)),
        redated=tuple(reports.redated(ground)),
        stories=tuple(reports.stories(ground, stories)),
        regrouped=tuple(regrouped),
        **_incidents(ground, deeds, actors),
        **_figures(ground, counted),
        **_disputes(ground, opposed, counted),
    )


def _members(dossier: Dossier) -> dict[str, frozenset[Hashable]]:
    return {story.id: frozenset(story.reports) for story in dossier.stories}


Item = Actor | Incident | Figure | Disagreement | Story


def _items(dossier: Dossier, name: str) -> dict[str, Any]:
    return {item.id: item for item in getattr(dossier, name)}


def _evidence(item: Item) -> Evidence:
    """The characters that show what an item is made of."""
    match item:
        case Actor():
            return item.mentions
        case Figure():
            return figures.evidence(item.readings)
        case Disagreement():
            return disputes.evidence(item)
        case Incident():
            return item.evidence
    return ()


def _kind(item: Item) -> str:
    match item:
        case Actor() | Incident():
            return item.type
        case Figure():
            return item.counts
        case Disagreement():
            return item.kind
    return ""


def _name(item: Item) -> str:
    match item:
        case Actor():
            return item.name
        case Figure():
            return item.counts
        case Disagreement():
            return item.about
    return item.title


def _matched(ground: Ground, name: str) -> Matched:
    """Match what two dossiers hold under a name by evidence."""
    old, new = _items(ground.old, name), _items(ground.new, name)
    return match(
        {i: ground.keys(_evidence(item)) for i, item in old.items()},
        {i: ground.keys(_evidence(item)) for i, item in new.items()},
        {i: _kind(item) for i, item in (*old.items(), *new.items())},
    )


# --------------------------------------------------------------------------- what was grouped otherwise


def _regrouped(ground: Ground, kind: str, matched: Matched) -> Iterator[Regrouped]:
    """Ids that went up into another, then ids that came apart."""
    name = {"story": "stories"}.get(kind, f"{kind}s")
    old, new = _items(ground.old, name), _items(ground.new, name)
    then = {b: a for a, b in matched.now.items()}
    for heir, parts in _turned(matched.merged):
        members = sorted({*parts, then[heir]} if heir in then else parts)
        yield _group(ground, kind, "merged", members, [heir], new[heir], [old[i] for i in members])
    for origin, parts in _turned(matched.split):
        members = sorted({*parts, matched.now[origin]} if origin in matched.now else parts)
        yield _group(ground, kind, "split", [origin], members, old[origin], [new[i] for i in members])


def _turned(of: dict[str, str]) -> list[tuple[str, list[str]]]:
    """The members of each group, by the group."""
    groups: dict[str, list[str]] = defaultdict(list)
    for member, group in sorted(of.items()):
        groups[group].append(member)
    return sorted(groups.items())


def _group(
    ground: Ground, kind: str, change: str, old: list[str], new: list[str], whole: Item, parts: list[Item]
) -> Regrouped:
    spans = _evidence(whole)
    causes, _ = ground.cause(*spans, *(span for part in parts for span in _evidence(part)))
    names = "; ".join(dict.fromkeys(_name(part) for part in parts))
    why = f"the evidence of {names} stands together" if change == "merged" else f"its evidence stands apart: {names}"
    return Regrouped(
        kind,  # type: ignore[arg-type]
        change,  # type: ignore[arg-type]
        tuple(old),
        tuple(new),
        _name(whole),
        causes,
        shown(spans),
        why,
    )


# --------------------------------------------------------------------------- by kind of item


def _incidents(ground: Ground, matched: Matched, actors: Matched) -> dict[str, Any]:
    old, new = _items(ground.old, "incidents"), _items(ground.new, "incidents")
    compare = incidents.Incidents(ground, actors)
    pairs = (compare.revised(old[a], new[b]) for a, b in sorted(matched.now.items()))
    return {
        "new_incidents": tuple(incidents.told(new[i], incidents.why_new(ground, new[i])) for i in matched.came),
        "gone_incidents": tuple(incidents.told(old[i], incidents.why_gone(ground, old[i])) for i in matched.went),
        "incidents": tuple(pair for pair in pairs if pair is not None),
    }


def _figures(ground: Ground, matched: Matched) -> dict[str, Any]:
    old, new = _items(ground.old, "figures"), _items(ground.new, "figures")
    pairs = (figures.revised(ground, old[a], new[b]) for a, b in sorted(matched.now.items()))
    return {
        "new_figures": tuple(new[i] for i in sorted({*matched.came, *matched.split})),
        "gone_figures": tuple(figures.gone(ground, old[i]) for i in sorted({*matched.went, *matched.merged})),
        "figures": tuple(pair for pair in pairs if pair is not None),
    }


def _disputes(ground: Ground, matched: Matched, counted: Matched) -> dict[str, Any]:
    old, new = _items(ground.old, "disagreements"), _items(ground.new, "disagreements")
    began = [new[i] for i in sorted({*matched.came, *matched.split})]
    ended = [old[i] for i in sorted({*matched.went, *matched.merged})]
    pairs = (disputes.revised(ground, old[a], new[b]) for a, b in sorted(matched.now.items()))
    revised = tuple(pair for pair in pairs if pair is not None)
    joined = [new[pair.id] for pair in revised if pair.revisions[0].reports]
    said = (*disputes.withdrawn(ground), *disputes.contradicted(ground, (*began, *joined)))
    return {
        "new_disagreements": tuple(disputes.told(d, disputes.why_new(ground, d)) for d in began),
        "ended_disagreements": tuple(disputes.told(d, disputes.why_ended(ground, counted, d)) for d in ended),
        "disagreements": revised,
        "statements": tuple(sorted(said, key=lambda s: (s.evidence, s.id, s.disagreement or ""))),
    }
