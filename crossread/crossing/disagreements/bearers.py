"""Of whom or what a number is told: the subject of its clause, by the person that it is or by its proper names.

"Brandt fell 80 metres" and "the other climber fell 20 metres" are told of two people; "the Nordex lost 0.7 percent" and
"the Sudex 0.3" of two things.
"""

from __future__ import annotations

from functools import cached_property

from crossread.crossing.disagreements.ages import ages_told
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.topics import stem
from crossread.records import Reading
from crossread.trees import Tree

JOINED = ("conj", "advcl", "xcomp")
"""Relations of a verb without a subject of its own that has that of the verb above."""


class Bearers:
    """The subjects of all reports' clauses."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._at: dict[str, dict[int, str]] = {}

    def of(self, reading: Reading, tree: Tree, verb: int) -> frozenset[str]:
        """The ids of the persons who are the subject of a verb, else its proper names without endings; nothing where
        neither is told."""
        subjects = _subjects(tree, verb)
        words = [w for s in subjects for w in (s, *tree.of(s, "flat", "compound", "appos", "conj"))]
        persons = self._persons(reading)
        found = {persons[t.start] for t in (tree.tokens[w] for w in words) if t.start in persons}
        found = found or {who for s in subjects if (who := self._aged(reading, tree, s)) is not None}
        return frozenset(found) or frozenset(stem(tree.tokens[w].text) for w in words if tree.tokens[w].pos == "PROPN")

    def _aged(self, reading: Reading, tree: Tree, subject: int) -> str | None:
        """Who is meant by "the 36-year-old climber": the one person of that age of whom reports of the strand tell."""
        first, last = tree.phrase(subject, ("acl", "appos"))
        age = pattern("bearers", "age").search(" ".join(tree.tokens[i].text for i in range(first, last + 1)))
        some = self._by_age.get((self.scene.component[reading.report], int(age[1])), set()) if age else set()
        return next(iter(some)) if len(some) == 1 else None

    @cached_property
    def _by_age(self) -> dict[tuple[str, int], set[str]]:
        found: dict[tuple[str, int], set[str]] = {}
        for told in ages_told(self.scene):
            found.setdefault((self.scene.component[told.voice.report], told.age), set()).add(told.actor)
        return found

    def _persons(self, reading: Reading) -> dict[int, str]:
        """Who is named or meant by the words of a report, by each of their characters."""
        if reading.report not in self._at:
            found: dict[int, str] = {}
            for k, mention in enumerate(reading.mentions):
                actor = self.scene.actors.of.get((reading.report, k))
                if actor in self.scene.persons:
                    found.update(dict.fromkeys(range(mention.span.start, mention.span.end), actor))
            self._at[reading.report] = found
        return self._at[reading.report]


def _subjects(tree: Tree, verb: int) -> list[int]:
    for i in (verb, *tree.ancestors(verb)):
        if found := tree.of(i, "nsubj"):
            return found
        if tree.tokens[i].rel.startswith("acl") and tree.tokens[i].head >= 0:
            return [tree.tokens[i].head]
        if tree.tokens[i].rel not in JOINED:
            return []
    return []


def apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two subjects are known and have nothing in common."""
    return bool(a and b) and not a & b
