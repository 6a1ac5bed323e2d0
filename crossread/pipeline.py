"""The table of contents: every stage in its order, with what it needs and what it gives.

reading (one report; may run anywhere, in any order)          crossing (all reports together)
 1. sentences, words, trees     the encoder's labels            7. themes, publication days
 2. mentions    who and where; places in passing                8. dates          expressions counted out into days
 3. times       date expressions                                9. copies, origins, what only repeats
 4. statements  who says what, through whom                    10. actors, places
 5. events      deeds, their parts and status                  11. statements     speakers resolved
 6. quantities, wording                                        12. incidents, figures
                                                               13. disagreements, wording, stories, timeline

A stage is a plain function; what it needs are its parameters, by name. `check` proves that each need is given by an
earlier stage before anything runs.
"""

from __future__ import annotations

import gc
import inspect
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import msgspec

from crossread.crossing import (
    actors,
    copies,
    dates as days,
    disagreements,
    figures,
    incidents,
    origins,
    places,
    publication,
    repeats,
    statements,
    stories,
    themes,
    wording,
)
from crossread.reading import (
    dates,
    events,
    figures as quantities,
    names,
    places as passing,
    statements as sayings,
    wording as words,
)
from crossread.records import Analysis, Dossier, DossierReport, Moment, Reading, Report, Skipped, Story
from crossread.trees import Tree


class Stage(msgspec.Struct, frozen=True):
    """A function, the name under which its result goes on, and what it needs (its parameters, by name)."""

    gives: str
    function: Callable[..., Any]

    @property
    def needs(self) -> tuple[str, ...]:
        return tuple(inspect.signature(self.function).parameters)


READING = (
    Stage("mentions", names.find_mentions),
    Stage("allusions", passing.find_allusions),
    Stage("times", dates.find_times),
    Stage("statements", sayings.find_statements),
    Stage("events", events.find_events),
    Stage("quantities", quantities.find_quantities),
    Stage("wording", words.find_wording),
)

CROSSING = (
    Stage("themes", themes.compare),
    Stage("dated", publication.date_reports),
    Stage("resolved", days.resolve_dates),
    Stage("copies", copies.find_copies),
    Stage("origins", origins.find_origins),
    Stage("repeating", repeats.only_repeating),
    Stage("actors", actors.merge_actors),
    Stage("places", places.merge_places),
    Stage("statements", statements.resolve_statements),
    Stage("incidents", incidents.merge_incidents),
    Stage("figures", figures.merge_figures),
    Stage("disagreements", disagreements.find_disagreements),
    Stage("wording", wording.resolve_wording),
    Stage("stories", stories.find_stories),
    Stage("timeline", stories.timeline),
)


def check(stages: Sequence[Stage], given: Collection[str]) -> None:
    """Raise ValueError if a stage needs what neither the start nor an earlier stage gives."""
    known = set(given)
    for stage in stages:
        if missing := set(stage.needs) - known:
            raise ValueError(f"stage {stage.gives!r} needs {sorted(missing)}, which no earlier stage gives")
        known.add(stage.gives)


check(READING, ("report", "trees"))
check(CROSSING, ("reports", "readings"))


def leading_to(wanted: str, stages: Sequence[Stage], given: Collection[str]) -> tuple[Stage, ...]:
    """The stages, in order, that have to run to make `wanted` from what is given."""
    needed, chosen = {wanted}, list[Stage]()
    for stage in reversed(stages):
        if stage.gives in needed and stage.gives not in given:
            needed.update(stage.needs)
            chosen.append(stage)
    return tuple(reversed(chosen))


def run(stages: Sequence[Stage], **given: Any) -> dict[str, Any]:
    """Run the stages in order; returns everything that was given and made, by name."""
    known = dict(given)
    for stage in stages:
        known[stage.gives] = stage.function(**{need: known[need] for need in stage.needs})
    return known


@contextmanager
def uncollected() -> Iterator[None]:
    """No search for reference cycles meanwhile: records hold none, and walking through all readings again and again
    takes a quarter of the time of crossing a thousand reports."""
    watched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if watched:
            gc.enable()


def read(report: Report, analysis: Analysis) -> Reading:
    """Everything that one report says. Pure: depends on nothing but its arguments."""
    trees = tuple(Tree(sentence) for sentence in analysis.sentences)
    made = run(READING, report=report, trees=trees)
    return Reading(report.id, analysis.sentences, **{stage.gives: made[stage.gives] for stage in READING})


def cross(reports: Iterable[Report], readings: Iterable[Reading], skipped: tuple[Skipped, ...] = ()) -> Dossier:
    """The dossier of reports that have been read. The order in which they come makes no difference."""
    pairs = sorted(zip(reports, readings, strict=True), key=lambda pair: pair[0].id)
    with uncollected():
        made = run(CROSSING, reports=tuple(r for r, _ in pairs), readings=tuple(r for _, r in pairs))
    merged_incidents, merged_figures = made["incidents"].incidents, made["figures"].figures
    figures_of: dict[str, list[str]] = {}
    for figure in merged_figures:
        figures_of.setdefault(figure.incident, []).append(figure.id)
    start, end = _extent(made["stories"], made["timeline"])
    return Dossier(
        title=_title(made["stories"]),
        start=start,
        end=end,
        reports=tuple(_shown(report) for report in made["dated"]),
        origins=made["origins"],
        copies=made["copies"],
        actors=made["actors"].actors,
        places=made["places"].places,
        dates=made["resolved"].dates,
        statements=made["statements"].statements,
        incidents=tuple(msgspec.structs.replace(i, figures=tuple(figures_of.get(i.id, ()))) for i in merged_incidents),
        figures=merged_figures,
        disagreements=made["disagreements"],
        wording=made["wording"],
        timeline=made["timeline"],
        stories=made["stories"],
        skipped=tuple(sorted(skipped, key=lambda s: (s.source, s.why))),
    )


def _shown(report: Report) -> DossierReport:
    return DossierReport(**{name: getattr(report, name) for name in DossierReport.__struct_fields__})


def _title(found: tuple[Story, ...]) -> str:
    """The title of the largest story; how many more there are, if there are."""
    if not found:
        return "No story"
    more = len(found) - 1
    return found[0].title + (f" (and {more} more {'story' if more == 1 else 'stories'})" if more else "")


def _extent(found: tuple[Story, ...], moments: tuple[Moment, ...]) -> tuple[Any, Any]:
    """First and last day of the stories, or of the timeline where no story has a day."""
    starts = [s.start for s in found if s.start] or [m.start for m in moments if m.start]
    ends = [s.end for s in found if s.end] or [m.end for m in moments if m.end]
    return min(starts, default=None), max(ends, default=None)
