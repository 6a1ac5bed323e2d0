"""Of whom or what a number is told: the subject of its clause, by the person that it is or by its proper names.

"Brandt fell 80 metres" and "the other climber fell 20 metres" are told of two people; "the Nordex lost 0.7 percent" and
"the Sudex 0.3" of two things.
"""

from __future__ import annotations

from crossread.crossing.disagreements.persons import Persons
from crossread.crossing.disagreements.subjects import subjects_of
from crossread.crossing.disagreements.topics import stem
from crossread.records import Reading
from crossread.trees import Tree


class Bearers:
    """The subjects of all reports' clauses."""

    def __init__(self, persons: Persons) -> None:
        self._persons = persons

    def of(self, reading: Reading, tree: Tree, verb: int) -> frozenset[str]:
        """The ids of the persons who are the subject of a verb, else its proper names without endings; nothing where
        neither is told."""
        subjects = subjects_of(tree, verb)
        words = [w for s in subjects for w in (s, *tree.of(s, "flat", "compound", "appos", "conj"))]
        persons = self._persons.named(reading)
        found = {persons[t.start] for t in (tree.tokens[w] for w in words) if t.start in persons}
        found = found or {who for s in subjects for who in self._of_one_age(reading, tree, s)}
        return frozenset(found) or frozenset(stem(tree.tokens[w].text) for w in words if tree.tokens[w].pos == "PROPN")

    def _of_one_age(self, reading: Reading, tree: Tree, subject: int) -> frozenset[str]:
        """Who is meant by "the 36-year-old climber": the one person of that age of whom reports of the strand tell."""
        _, some = self._persons.aged(reading, tree, subject) or ("", frozenset())
        return some if len(some) == 1 else frozenset()


def apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two subjects are known and have nothing in common."""
    return bool(a and b) and not a & b
