"""What surrounds a number: the relation in which it stands, the places and actors named beside it, the time told.

Pure functions of one sentence's tree and of what merging made of its mentions.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from crossread.crossing.disagreements.phrases import matcher
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import sentence_of
from crossread.records import MergedPlaces, Reading, Resolved
from crossread.trees import Tree

AROUND = 8
"""Words before and behind a number that tell its relation, up to the next comma."""
STOPS = (",", ";", ":", "which")
LONG_AGO = timedelta(days=14)
"""Days before or after a report's own from which on a time is another than that of the news."""


def clause_head(tree: Tree, word: int) -> int:
    """The verb, or the root, above a word."""
    for i in (word, *tree.ancestors(word)):
        if tree.tokens[i].pos == "VERB" or tree.tokens[i].head < 0:
            return i
    return word


def relation_of(tree: Tree, here: list[int], relations: dict[str, tuple[str, ...]]) -> str | None:
    """The relation that the words around a number tell."""
    first, last = here[0], here[-1]
    while first > 0 and here[0] - first < AROUND and tree.tokens[first - 1].text not in STOPS:
        first -= 1
    while last + 1 < len(tree.tokens) and last - here[-1] < AROUND and tree.tokens[last + 1].text not in STOPS:
        last += 1
    lemmas = " ".join(t.lemma.lower() for t in tree.tokens[first : last + 1])
    return next((r for r, some in relations.items() if matcher(some).search(lemmas)), None)


def places_within(places: MergedPlaces, reading: Reading, start: int, end: int) -> Iterator[str]:
    """The ids of the places that a report names from character `start` to `end`, in the order of its mentions."""
    for k, m in enumerate(reading.mentions):
        if start <= m.span.start < end and (place := places.of.get((reading.report, k))) is not None:
            yield place


class Surroundings:
    """The places, and the times of another day, that sentences name."""

    def __init__(self, scene: Scene, places: MergedPlaces, resolved: Resolved) -> None:
        self.scene, self.places, self.resolved = scene, places, resolved
        self.wide = {p.id: p.precision for p in places.places if p.precision in ("country", "region")}
        self.towns = frozenset(p.id for p in places.places if p.precision in ("town", "site", "unknown"))

    def places_in(self, reading: Reading, start: int, end: int) -> Iterator[str]:
        """The ids of the towns and sites named between two characters."""
        return (place for place in places_within(self.places, reading, start, end) if place in self.towns)

    def lands_in(self, reading: Reading, start: int, end: int) -> Iterator[tuple[str, str]]:
        """The countries and regions named between two characters: how wide, and the id."""
        named = places_within(self.places, reading, start, end)
        return ((self.wide[place], place) for place in named if place in self.wide)

    def settlement(self, reading: Reading, tree: Tree, here: list[int], kinds: tuple[str, ...]) -> frozenset[str]:
        """What has a population: the nearest word above the number, or subject there, that is a kind of place or
        names one."""
        for i in (here[-1], *tree.ancestors(here[-1])):
            for word in (i, *tree.of(i, "nsubj", "appos")):
                token = tree.tokens[word]
                if token.lemma.lower() in kinds:
                    return frozenset([token.lemma.lower()])
                named = frozenset(self.places_in(reading, token.start, token.end))
                if named and word not in here:
                    return named
        return frozenset()

    def other_times(self, reading: Reading) -> dict[int, date]:
        """The last day of each sentence's time, where that is not the time of the news."""
        published = self.scene.reports[reading.report].published
        found: dict[int, date] = {}
        for k, time in enumerate(reading.times):
            days = self.resolved.days.get((reading.report, k))
            if published is None or days is None or days.end is None or days.start is None:
                continue
            n = sentence_of(reading, time.span.start)
            if n is not None and max(published.start - days.end, days.end - published.end) > LONG_AGO:
                found[n] = days.end
        return found
