"""In what circumstances something happened to somebody, as single reports tell it: "was hit while crossing a street".

The person is known by name, by a pronoun, by an age ("a 59-year-old woman") that one person of the story has, or as the
only one to whom a report tells harm ("a grandmother").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from crossread import atlas
from crossread.crossing.disagreements.mishaps import fillers, known, only_one, patient_of, slots, telling
from crossread.crossing.disagreements.openness import left_open
from crossread.crossing.disagreements.persons import Persons, singular
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice
from crossread.crossing.disagreements.subjects import subject_of
from crossread.function_words import function_words
from crossread.records import Reading, Record, Resolved
from crossread.trees import Tree


class Circumstance(Record, frozen=True):
    """One circumstance of what happened to one person, in one voice. `slot`: the slot's number with that of its sorts
    of deeds; `who`: the actor's id, or an age; `of`: what else two tellings
    must share; `named`: whether the report names the person anywhere; `sole`: whether no other of the slot can be so
    besides."""

    slot: tuple[int, int]
    who: str
    group: str
    voice: Voice
    of: str = ""
    named: bool = True
    days: tuple[date, date] | None = None  # first and last, where the slot is the day
    sole: bool = True


class Deed(Record, frozen=True):
    """What happened to somebody: the verb in its sentence, its kind, and the word for the one to whom it happened."""

    report: str
    sentence: int
    verb: int
    sort: str
    patient: int


def befallen(scene: Scene, resolved: Resolved, persons: Persons) -> Iterator[Circumstance]:
    """The circumstances that all reports tell, in the order of the reports."""
    homes = Counter(scene.component[r] for r in scene.readings)
    for reading in scene.readings.values():
        if homes[scene.component[reading.report]] < 2:
            continue  # nobody tells it otherwise
        named = frozenset(persons.named(reading).values())
        found = [
            (d, _who(persons, reading, scene.tree(reading, d.sentence), d.verb, d.patient))
            for d in _deeds(scene, reading)
        ]
        harmed = frozenset(w for d, who in found if d.sort in known().harm for w in who)
        for deed, who in found:
            if not who and len(harmed) == 1 and _nameless(scene.tree(reading, deed.sentence), deed.patient):
                who = harmed
            yield from _of_deed(scene, reading, deed, who, named)
            yield from _days(scene, resolved, reading, deed, who, named)
            yield from _of_belongings(scene, persons, reading, deed)
        yield from _nationalities(scene, persons, reading, named)


def _deeds(scene: Scene, reading: Reading) -> Iterator[Deed]:
    for n, sentence in enumerate(reading.sentences):
        for i, token in enumerate(sentence.tokens):
            if token.pos == "VERB" and token.lemma.lower() in telling():
                found = patient_of(scene.tree(reading, n), i)
                if found is not None:
                    yield Deed(reading.report, n, i, *found)


def _nameless(tree: Tree, word: int) -> bool:
    """Whether a word stands for one person without a name, whom nothing tells from others: "a grandmother"."""
    if tree.tokens[word].text.lower() not in known().victims | singular():
        return False
    first, last = tree.phrase(word)
    return not any(t.text[0].isdigit() or t.text.lower() in known().others for t in tree.tokens[first : last + 1])


def _of_deed(
    scene: Scene, reading: Reading, deed: Deed, who: frozenset[str], named: frozenset[str]
) -> Iterator[Circumstance]:
    tree = scene.tree(reading, deed.sentence)
    for number, group, word in fillers(tree, deed.verb, deed.patient):
        slot, token = known().slots[number], tree.tokens[word]
        before = scene.small(reading, deed.sentence)[: token.start - tree.sentence.start]
        if left_open("states").search(before[-BEFORE:]):
            continue
        for k, sorts in enumerate(slot.sorts):
            if deed.sort in sorts:
                voice = scene.voice(reading, deed.sentence, token.start, token.end)
                of = f"{tree.tokens[deed.verb].lemma} {token.lemma.lower()[:STEM]}" if slot.where == "ways" else ""
                sole = not slot.sole or only_one(tree, deed.verb, word)
                yield from (Circumstance((number, k), w, group, voice, of, w in named, None, sole) for w in sorted(who))


BEFORE = 60
"""Characters before a circumstance in which it is left open."""
STEM = 5
"""Letters in which the words for one place agree: "court" and "courtroom"."""


DAY = timedelta(days=1)
"""Days that a time may stretch over: a night belongs to two, a month says too little."""
HEAD = 2
"""Words of a sentence among which a bare date with its year is that of the page: "Monday, July 28, 2031 Ms Orvel"."""
AGAIN = frozenset(["duration", "set", "vague"])
"""Kinds of times that name no day."""


def _days(
    scene: Scene, resolved: Resolved, reading: Reading, deed: Deed, who: frozenset[str], named: frozenset[str]
) -> Iterator[Circumstance]:
    """The days that the verb of a deed itself is told with."""
    tree, sentence = scene.tree(reading, deed.sentence), reading.sentences[deed.sentence]
    number = slots("when").get(deed.sort) if who else None
    if number is None:
        return
    for k, time in enumerate(reading.times):
        days = resolved.days.get((reading.report, k)) if sentence.start <= time.span.start < sentence.end else None
        if days is None or days.start is None or days.end is None or days.end - days.start > DAY:
            continue
        here = tree.words(time.span.start, time.span.end)
        if (
            time.value.year is not None
            and here
            and here[0] <= HEAD
            and not tree.of(tree.head(here[0], here[-1]), "case")
        ):
            continue  # a page's own date before its first sentence
        above = tree.ancestors(tree.head(here[0], here[-1])) if here else iter(())
        if time.value.kind not in AGAIN and next((i for i in above if tree.tokens[i].pos == "VERB"), -1) == deed.verb:
            voice = scene.voice(reading, deed.sentence, time.span.start, time.span.end)
            told, group = (days.start, days.end), f"{days.start:%-d %B %Y}"
            for n, _ in number:
                yield from (Circumstance((n, 0), w, group, voice, deed.sort, w in named, told) for w in sorted(who))


def _of_belongings(scene: Scene, persons: Persons, reading: Reading, deed: Deed) -> Iterator[Circumstance]:
    """What of somebody's was attacked: "the minister's car"."""
    tree = scene.tree(reading, deed.sentence)
    token = tree.tokens[deed.patient]
    for number, group in slots("owned").get(token.lemma.lower(), ()):
        for k, sorts in enumerate(known().slots[number].sorts):
            if deed.sort in sorts:
                owners = [c for c in tree.of(deed.patient, "nmod") if tree.tokens[c].rel == "nmod:poss"]
                voice = scene.voice(reading, deed.sentence, token.start, token.end)
                who = {w for c in owners for w in persons.of(reading, tree, c)}
                yield from (Circumstance((number, k), w, group, voice) for w in sorted(who))


def _who(persons: Persons, reading: Reading, tree: Tree, verb: int, patient: int) -> frozenset[str]:
    """The persons to whom a deed happens; a pronoun in a clause of circumstance is the subject of the main clause."""
    at = patient
    if tree.tokens[patient].pos == "PRON" and tree.tokens[patient].rel.startswith("nsubj"):
        top = verb
        while tree.tokens[top].rel == "conj":
            top = tree.tokens[top].head
        subject = subject_of(tree, tree.tokens[top].head) if tree.tokens[top].rel == "advcl" else None
        if tree.tokens[patient].text.lower() in function_words().relatives:
            at = next(
                (tree.tokens[i].head for i in tree.ancestors(patient) if tree.tokens[i].rel.startswith("acl")), at
            )
        elif subject is not None and tree.tokens[subject].pos in ("NOUN", "PROPN"):
            return persons.of(reading, tree, subject) or persons.of(reading, tree, at)
    return persons.of(reading, tree, at)


# --------------------------------------------------------------------------- where somebody is from


@cache
def _last_words() -> frozenset[str]:
    """The last words of the adjectives and nouns for the people of countries."""
    countries = atlas.countries()
    return frozenset(w.split()[-1] for code, c in countries.items() for w in (*c.demonyms, *atlas.peoples(code)))


def _nationalities(scene: Scene, persons: Persons, reading: Reading, named: frozenset[str]) -> Iterator[Circumstance]:
    """The countries to which reports say that somebody belongs: "the Swiss climber", "Egger, an Austrian"."""
    number = next(n for n, slot in enumerate(known().slots) if slot.where == "described")
    for n, sentence in enumerate(reading.sentences):
        for i, token in enumerate(sentence.tokens):
            if token.text not in _last_words():
                continue
            two = f"{sentence.tokens[i - 1].text} {token.text}" if i else token.text
            country = atlas.demonyms().get(two) or atlas.demonyms().get(token.text)
            if country is not None:
                tree = scene.tree(reading, n)
                who = _described(persons, reading, tree, i)
                voice = scene.voice(reading, n, token.start, token.end)
                group = atlas.countries()[country].name
                yield from (Circumstance((number, 0), w, group, voice, "", w in named) for w in sorted(who))


def _described(persons: Persons, reading: Reading, tree: Tree, word: int) -> frozenset[str]:
    """The person whom a word for a people describes."""
    at = word
    while tree.tokens[at].rel in DESCRIBING and tree.tokens[at].head >= 0:
        at = tree.tokens[at].head
        of_person = tree.tokens[at].pos == "PROPN" or tree.tokens[at].text.lower() in known().victims
        if of_person and (found := persons.of(reading, tree, at)):
            return found
    subjects = tree.of(word, "nsubj") if tree.of(word, "cop") else []
    return frozenset(w for s in subjects for w in persons.of(reading, tree, s))


DESCRIBING = ("amod", "compound", "appos", "nmod:desc", "flat")
"""Relations of a word to the one that it describes."""
