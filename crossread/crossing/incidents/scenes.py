"""The day of a report's main news: what it tells without a day was done from then on, as a rule. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from crossread.crossing.incidents.secondlook import NIGHT, Deed
from crossread.crossing.incidents.tellings import Telling

NEWS = timedelta(days=3)
"""Time between the main deed and the report of it, at most, within which the deeds around it fell. In 33 annotated
stories 69 of 76 deeds told without a day fell between the two, of those a day later 4 of 13."""
SCENES = frozenset(("ASSAULT", "HARM", "DISASTER", "ACCIDENT", "COERCE", "PROTEST", "CRIME", "RETREAT"))
"""Types of main deeds around which others are told: rescues, arrests, closures."""


def scenes(deeds: Iterable[Deed]) -> dict[str, date]:
    """For each report the day of its main deed: of those it tells first the one told most often, if that is dated."""
    best: dict[str, tuple[int, int, date]] = {}
    for deed in deeds:
        if not deed.lede or deed.start is None or deed.end is None or deed.end - deed.start > NIGHT:
            continue
        for telling in deed.members:
            event, report = telling.event, telling.at[0]
            if telling.lede and telling.done and not event.background and event.type in SCENES:
                ranked = (len(deed.members), -event.trigger.start, deed.start)
                best[report] = max(ranked, best.get(report, ranked))
    return {report: day for report, (_, _, day) in best.items()}


def done_after(members: Sequence[Telling], scene: Mapping[str, date], by: date) -> date | None:
    """The first day on which a deed that is told without one was done; `by`: the day on which a report of it came out.
    None where no report tells it as part of its news."""
    days = [
        day
        for t in members
        if t.done and not t.event.background and (day := scene.get(t.at[0])) and timedelta(0) < by - day <= NEWS
    ]
    return min(days, default=None)
