"""Who is meant by the words of a report: somebody named, a pronoun, or an age that one person of the story has."""

from __future__ import annotations

from functools import cache, cached_property

from crossread.crossing.disagreements.mishaps import known
from crossread.crossing.disagreements.patterns import pattern
from crossread.crossing.disagreements.scene import Scene
from crossread.function_words import function_words
from crossread.records import Reading
from crossread.trees import Tree


class Persons:
    """Who is meant by the words of all reports."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._at: dict[str, dict[int, str]] = {}

    def of(self, reading: Reading, tree: Tree, word: int) -> frozenset[str]:
        """The persons that a noun with what is joined to it, or a pronoun, stands for: ids, or ages of nobody known."""
        at = self.named(reading)
        found: set[str] = set()
        for w in (word, *tree.of(word, "conj")):
            words = (w, *tree.of(w, "flat", "compound", "appos"), *_name_behind(tree, w))
            own = {at[tree.tokens[i].start] for i in words if tree.tokens[i].start in at}
            known_by_name = any(tree.tokens[i].pos == "PROPN" for i in words)
            aged = (
                None if (own and known_by_name) or tree.tokens[w].pos == "PRON" else self._by_its_age(reading, tree, w)
            )
            found |= {aged} if aged else own
        if not found and tree.tokens[word].lemma.lower() in known().standing_for:
            return frozenset(w for c in tree.of(word, "nmod") for w in self.of(reading, tree, c))
        if not found and tree.tokens[word].text.lower() in singular():
            found = self._before(at, tree, word)
        return frozenset(found)

    def aged(self, reading: Reading, tree: Tree, word: int) -> tuple[str, frozenset[str]] | None:
        """The age that a noun is told with ("the 36-year-old climber"), and the persons of that age of whom reports of
        the strand tell; None without an age."""
        first, last = tree.phrase(word, ("acl", "appos", "conj"))
        age = pattern("persons", "age").search(" ".join(t.text for t in tree.tokens[first : last + 1]))
        if age is None:
            return None
        return age[1], frozenset(self._by_age.get((self.scene.component[reading.report], int(age[1])), ()))

    def _by_its_age(self, reading: Reading, tree: Tree, word: int) -> str | None:
        """The one person of the age that a noun is told with, or that age if it is nobody's."""
        age, some = self.aged(reading, tree, word) or (None, frozenset())
        return next(iter(some)) if len(some) == 1 else None if some else age

    @staticmethod
    def _before(at: dict[int, str], tree: Tree, pronoun: int) -> set[str]:
        """The one person named before a pronoun in its sentence, if he is not the subject of its own verb."""
        subjects = set(tree.of(tree.tokens[pronoun].head, "nsubj")) - {pronoun}
        own = {at.get(tree.tokens[i].start) for i in subjects}
        found = {at[t.start] for t in tree.tokens[:pronoun] if t.start in at and t.pos != "PRON"}
        return found if len(found) == 1 and not found & own else set()

    @cached_property
    def _by_age(self) -> dict[tuple[str, int], set[str]]:
        found: dict[tuple[str, int], set[str]] = {}
        for report, reading in self.scene.readings.items():
            for q in reading.quantities:
                actor = self.scene.actors.of.get((report, q.bearer)) if q.bearer is not None else None
                if actor in self.scene.persons and q.value is not None:
                    found.setdefault((self.scene.component[report], int(q.value)), set()).add(actor)
        return found

    def named(self, reading: Reading) -> dict[int, str]:
        """Who is named or meant by the words of a report, by their characters."""
        if reading.report not in self._at:
            found: dict[int, str] = {}
            for k, mention in enumerate(reading.mentions):
                actor = self.scene.actors.of.get((reading.report, k))
                if actor in self.scene.persons:
                    found.update((at, actor) for at in range(mention.span.start, mention.span.end))
            self._at[reading.report] = found
        return self._at[reading.report]


def _name_behind(tree: Tree, word: int) -> tuple[int, ...]:
    """The name behind a noun where both hang on one verb: "hiker Oleg Brandt"."""
    if word + 1 == len(tree.tokens):
        return ()
    one, other = tree.tokens[word], tree.tokens[word + 1]
    return (word + 1,) if other.pos == "PROPN" and (one.head, one.rel) == (other.head, other.rel) else ()


@cache
def singular() -> frozenset[str]:
    """Pronouns for one person, those for what is his included."""
    words = function_words()
    return frozenset(words.persons) | words.persons_as_objects | words.possessives
