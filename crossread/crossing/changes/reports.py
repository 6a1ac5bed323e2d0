"""Reports that came, went or were replaced, and the stories that they began or went on with."""

from __future__ import annotations

from collections.abc import Iterator

from crossread.crossing.changes.ground import Ground
from crossread.crossing.changes.matching import Matched
from crossread.crossing.changes.shape import Redated, ReportChange, StoryChange
from crossread.records import DossierReport, Story


def changed(ground: Ground) -> Iterator[ReportChange]:
    """Each report that one of the dossiers lacks, in the order of ids."""
    replaced = frozenset(ground.replaces.values())
    for name in sorted(ground.came):
        old = ground.replaces.get(name)
        if old is not None:
            why = "its source gives another text than before"
            yield _change(ground.after[name], "replaced", old, name in ground.gains, why)
        else:
            yield _change(ground.after[name], "new", None, name in ground.gains, _origin(ground, name))
    for name in sorted(ground.went - replaced):
        yield _change(ground.before[name], "gone", None, name in ground.losses, "it is not among the reports any more")


def redated(ground: Ground) -> Iterator[Redated]:
    """Reports of both dossiers whose day changed, in the order of ids."""
    for name in sorted(ground.before.keys() & ground.after.keys()):
        old, new = ground.before[name].published, ground.after[name].published
        if old != new:
            yield Redated(name, old, new, f"reckoned from: {new.basis if new else 'nothing that could be found'}")


def _origin(ground: Ground, name: str) -> str:
    origin = next((o for o in ground.new.origins if name in o.reports), None)
    if name in ground.gains or origin is None:
        return "no report that was there shares its origin"
    return f"goes back to the same origin as earlier reports and adds none: {origin.why}"


def _change(report: DossierReport, change: str, replaces: str | None, gains: bool, why: str) -> ReportChange:
    return ReportChange(
        report.id,
        change,  # type: ignore[arg-type]
        report.source,
        report.outlet,
        report.title,
        replaces,
        gains,
        why,
    )


def stories(ground: Ground, matched: Matched) -> Iterator[StoryChange]:
    """Stories that began, went on, lost reports or are gone."""
    before = {story.id: story for story in ground.old.stories}
    after = {story.id: story for story in ground.new.stories}
    for name in matched.came:
        story = after[name]
        yield StoryChange(
            name, None, "new", story.title, story.reports, (), "none of its reports was in a story before"
        )
    for old, new in sorted(matched.now.items()):
        yield from _went_on(before[old], after[new])
    for name in matched.went:
        story = before[name]
        yield StoryChange(name, name, "gone", story.title, (), story.reports, "its reports are gone")


def _went_on(old: Story, new: Story) -> Iterator[StoryChange]:
    came = tuple(sorted(set(new.reports) - set(old.reports)))
    went = tuple(sorted(set(old.reports) - set(new.reports)))
    if came or went:
        yield StoryChange(new.id, old.id, "revised", new.title, came, went, "it holds most of the same reports")
