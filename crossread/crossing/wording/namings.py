"""Different words for one thing: where one report says "the massacre" and another "the incident", both have chosen.

The words stand in `namings.yml`, thing by thing and family by family. A word is shown where the reports of a story use
several families of its thing and not all of them its own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from crossread import knowledge
from crossread.function_words import function_words
from crossread.inflection import possible_singulars
from crossread.lexicon import Phrases
from crossread.records import Reading, Report, Sentence, Span
from crossread.spans import must_quote
from crossread.spelling import key

LANGUAGE = "en"
PLAIN = "plain"


class Thing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words for one thing, by family."""

    of: Literal["deed", "people"]
    plain: tuple[str, ...]
    families: dict[str, tuple[str, ...]]
    common: tuple[str, ...] = ()
    doer: bool = False
    contested: bool = False


class Things(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The shape of `namings.yml`."""

    things: dict[str, Thing]
    vague: frozenset[str]
    collective: frozenset[str]


class Naming(msgspec.Struct, frozen=True):
    """One place where a report names a thing: words `first` to `last` of a sentence."""

    report: str
    sentence: int
    first: int
    last: int
    thing: str
    family: str
    word: str
    verb: bool = False


@lru_cache(maxsize=1)
def _known() -> Things:
    return knowledge.load("namings.yml", Things, LANGUAGE)


def things() -> dict[str, Thing]:
    """The things of the lists, by name."""
    return _known().things


@lru_cache(maxsize=1)
def _table() -> Phrases[tuple[tuple[str, str], ...]]:
    """Each phrase with the things and families that hold it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, thing in things().items():
        for family, words in ((PLAIN, thing.plain), *thing.families.items()):
            for word in words:
                found.setdefault(word, []).append((name, family))
    return Phrases((word, tuple(places)) for word, places in found.items())


@lru_cache(maxsize=1)
def _beginnings() -> frozenset[str]:
    return _table().beginnings()


@lru_cache(maxsize=200_000)
def _begins(word: str) -> bool:
    """Whether a word may begin a phrase of the lists: few do."""
    return (key(word) or "-") in _beginnings()


def namings(reading: Reading) -> Iterator[Naming]:
    """Every noun or verb by which a report names a thing of the lists."""
    for number, sentence in enumerate(reading.sentences):
        forms = [t.lemma if t.pos in _INFLECTED else t.text for t in sentence.tokens]
        starts = [at for at, form in enumerate(forms) if _begins(form)]
        words = [key(form) or "-" for form in forms] if starts else []
        behind = 0  # the last phrase
        for at in starts:
            if at < behind or (found := _table().longest(words, at)) is None:
                continue
            size, word, places = found
            verb = sentence.tokens[at].pos == "VERB"
            if verb or sentence.tokens[at + size - 1].pos == "NOUN":
                for thing, family in places:
                    yield Naming(reading.report, number, at, at + size - 1, thing, family, word, verb)
            behind = at + size


_INFLECTED = frozenset(("NOUN", "PROPN", "VERB"))


def plain_deeds(label: str) -> frozenset[str]:
    """The plain words for the deeds that the last word of a label may judge; empty if no thing of the lists has it."""
    return frozenset(word for thing in judged(label, "deed") for word in things()[thing].plain)


def judged(label: str, of: str) -> list[str]:
    """The things, people or deeds, of which the last word of a label makes something."""
    words = key(label).split()
    low = words[-1] if words else "-"
    forms = (low, *possible_singulars(low))
    found = next((places for form in forms if (places := _table().get(form))), ())
    return [thing for thing, family in found if family != PLAIN and things()[thing].of == of]


class Chosen:
    """The choices that reports make between words for one thing. `near`: pairs of reports that tell of one story;
    `repeating`: reports that only repeat another one, whose words are nobody's choice."""

    def __init__(
        self, readings: tuple[Reading, ...], near: Iterable[tuple[str, str]], repeating: Collection[str] = ()
    ) -> None:
        self._sentences = {reading.report: reading.sentences for reading in readings}
        self._all = [naming for reading in readings for naming in namings(reading)]
        self.beside: dict[str, list[str]] = defaultdict(list)
        for pair in near:
            for one, other in (pair, pair[::-1]):
                if other not in repeating:
                    self.beside[one].append(other)
        self._plain: dict[str, dict[str, Counter[str]]] = defaultdict(dict)  # of a report, by thing: as it writes them
        self._families: dict[tuple[str, str], set[str]] = defaultdict(set)  # of a thing, in a report
        self._times: Counter[tuple[str, str]] = Counter()
        self._counted: dict[tuple[str, str], Counter[str]] = {}
        for naming in self._all:
            self._families[naming.thing, naming.report].add(naming.family)
            self._times[naming.thing, naming.report] += 1
            if naming.word in things()[naming.thing].plain and not naming.verb:
                self._plain[naming.report].setdefault(naming.thing, Counter())[self._written(naming)] += 1

    def _told(self, thing: str, report: str) -> Counter[str]:
        """The plain words for a thing in a report and those of its story; counted once."""
        if (found := self._counted.get((thing, report))) is None:
            found = self._counted[thing, report] = Counter()
            for one in (report, *self.beside.get(report, ())):
                if counted := self._plain.get(one, {}).get(thing):
                    found.update(counted)
        return found

    def plainly(self, thing: str, report: str, plural: bool | None = None) -> str | None:
        """The plain word for a thing that the reports of a story use most, as they write it; None if they use none."""
        counted = self._told(thing, report)
        fit = [word for word in counted if plural is None or word.endswith("s") == plural]
        return min(fit or counted, key=lambda word: (-counted[word], word), default=None)

    def plain_people(self, label: str, report: str) -> str | None:
        """The plain word for the people whom the last word of a label judges, several if it names several; None if no
        thing of the lists has them."""
        thing = self._most_told(label, "people", report)
        many = None if label.lower().split()[-1] in _known().collective else label.endswith("s")
        return self.plainly(thing, report, many) if thing is not None else None

    def plain_deed(self, label: str, report: str) -> str | None:
        """The plain word for the deed that the last word of a label judges."""
        thing = self._most_told(label, "deed", report)
        return self.plainly(thing, report) if thing is not None else None

    def _most_told(self, label: str, of: str, report: str) -> str | None:
        told = [(self._told(thing, report).total(), thing) for thing in judged(label, of)]
        return max(((count, thing) for count, thing in told if count), default=(0, None))[1]

    def _written(self, naming: Naming) -> str:
        tokens = self._sentences[naming.report][naming.sentence].tokens[naming.first : naming.last + 1]
        return " ".join(token.text.lower() for token in tokens)

    def choices(self) -> Iterator[Naming]:
        """The namings that a report chose where others chose otherwise; for each word of a text one thing."""
        best: dict[tuple[str, int, int], Naming] = {}
        for naming in self._all:
            if naming.family == PLAIN or not self._differs(naming) or not self._is_picked(naming):
                continue
            place = (naming.report, naming.sentence, naming.first)
            if place not in best or self._weight(naming) > self._weight(best[place]):
                best[place] = naming
        yield from best.values()

    def _weight(self, naming: Naming) -> int:
        """How often the report and those of its story name the thing plainly."""
        return self._told(naming.thing, naming.report).total()

    def _differs(self, naming: Naming) -> bool:
        """Whether another report of the story names the thing and leaves this family of words."""
        if self._weight(naming) < TOLD and not self._is_contested(naming):
            return False
        passed = {PLAIN} if naming.family in things()[naming.thing].common else set[str]()
        theirs = (self._families.get((naming.thing, other)) for other in self.beside.get(naming.report, ()))
        return any(families and naming.family not in families and families - passed for families in theirs)

    def _is_contested(self, naming: Naming) -> bool:
        """Whether reports of a story use words of several families for sides that hardly one names plainly."""
        if not things()[naming.thing].contested:
            return False
        near = (naming.report, *self.beside.get(naming.report, ()))
        families = {f for report in near for f in self._families.get((naming.thing, report), set()) - {PLAIN}}
        return len(families) > 1 and sum(self._times[naming.thing, report] for report in near) >= CALLED

    def _is_picked(self, naming: Naming) -> bool:
        """A noun that stands for the thing itself: people always, deeds where an article or a "this" points to them."""
        sentence = self._sentences[naming.report][naming.sentence]
        token = sentence.tokens[naming.last]
        if token.rel.split(":")[0] in ("compound", "amod", "flat"):
            return False
        if naming.verb:
            return things()[naming.thing].of == "deed" and naming.word not in _known().vague and token.rel != "acl"
        if things()[naming.thing].of == "people" or naming.last > naming.first:
            return True
        pointing = _determiners(sentence, naming.last)
        if naming.word in _known().vague:
            return bool(pointing & function_words().demonstratives)
        return bool(pointing & function_words().pointing) or any(
            t.head == naming.last and t.rel == "cop" for t in sentence.tokens
        )

    def about(self, report: Report, naming: Naming) -> Span | None:
        """Of what a verb tells: its object, else its subject; None for nouns."""
        sentence = self._sentences[naming.report][naming.sentence]
        for rels in (("obj", "nsubj:pass"), ("nsubj",)) if naming.verb else ():
            for i, token in enumerate(sentence.tokens):
                if token.head == naming.first and token.rel in rels and token.pos in ("NOUN", "PROPN"):
                    return _phrase(report, sentence, i, i)
        return None

    def span(self, report: Report, naming: Naming) -> Span:
        """The noun with the adjectives and nouns before it ("grave incident")."""
        sentence = self._sentences[naming.report][naming.sentence]
        if naming.verb:
            return must_quote(report, sentence.tokens[naming.first].start, sentence.tokens[naming.last].end)
        return _phrase(report, sentence, naming.first, naming.last)


CALLED = 5
"""Words of all families for a side, over the reports of a story, from which it is about them."""
TOLD = 3
"""Plain words for a thing, over the reports of a story, from which they are about it. On 25 stories of four to seven
reports as many of the 383 choices that analysts name are found from 1 to 5 (1,452 to 1,412 given), one fewer at 8; more
than 3 would silence stories of two or three reports."""


def _determiners(sentence: Sentence, noun: int) -> set[str]:
    return {t.text.lower() for t in sentence.tokens if t.head == noun and t.rel.startswith(("det", "nmod:poss"))}


def _phrase(report: Report, sentence: Sentence, noun: int, last: int) -> Span:
    first = noun
    while first > 0:
        token = sentence.tokens[first - 1]
        glued = token.text == "-" or sentence.tokens[first].text == "-"
        joined = token.rel.split(":")[0] in ("amod", "compound") and token.head >= first
        if not glued and not joined:
            break
        first -= 1
    return must_quote(report, sentence.tokens[first].start, sentence.tokens[last].end)
