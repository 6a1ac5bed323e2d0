"""What a report only repeats moves no incident: deeds are merged without it; what it tells is added to them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from crossread.crossing.incidents.tellings import Telling
from crossread.crossing.themes import Themes
from crossread.records import Key


class Once(NamedTuple):
    """The tellings of each report that are its own, and those that only repeat another one, by the key of that one."""

    own: list[list[Telling]]
    again: dict[Key, list[Telling]]


def told_once(every: Iterable[list[Telling]], aside: Mapping[str, str]) -> Once:
    """Set aside what the reports `aside` repeat of their homes: the same words of a clause of the same words, in their
    order."""
    listed, found = list(every), Once([], {})
    if not aside:
        return Once(listed, {})
    told: dict[tuple[str, str, str], list[Telling]] = {}
    homes = frozenset(aside.values())
    for telling in (t for tellings in listed for t in tellings if t.at[0] in homes):
        told.setdefault((telling.at[0], *_words(telling)), []).append(telling)
    for tellings in listed:
        home = aside.get(tellings[0].at[0]) if tellings else None
        if home is None:
            found.own.append(tellings)
            continue
        found.own.append([])
        seen = Counter[tuple[str, str]]()
        for telling in tellings:
            words = _words(telling)
            number, first = seen[words], told.get((home, *words), ())
            seen[words] += 1
            if number < len(first):
                found.again.setdefault(first[number].at, []).append(telling)
            else:
                found.own[-1].append(telling)
    return found


def _words(telling: Telling) -> tuple[str, str]:
    return telling.event.trigger.text, " ".join(telling.event.span.text.split())


def nearness_without(themes: Themes, aside: Mapping[str, str]) -> dict[tuple[str, str], float]:
    """How alike reports are, as names weigh among those not set aside; one that repeats another is as near to others as
    that one."""
    if not aside:
        return themes.pairs()
    kept = [n for n, report in enumerate(themes.reports) if report not in aside]
    near = Themes([themes.reports[n] for n in kept], [themes.themes[n] for n in kept]).pairs()
    beside: dict[str, dict[str, float]] = {}
    for (one, other), worth in near.items():
        beside.setdefault(one, {})[other] = worth
        beside.setdefault(other, {})[one] = worth
    for copy, home in aside.items():
        for other, worth in (*beside.get(home, {}).items(), (home, 1.0)):
            near[min(copy, other), max(copy, other)] = worth
    return near
