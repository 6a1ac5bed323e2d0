"""The same words around another one: reports that tell in one phrase two things of which one excludes the other.

"He pointed a .357 caliber revolver at them" and "a .38 caliber revolver"; "for the sixth straight day", "the seventh";
"water above the surface", "on the surface"; "his brother was driving a white sedan", "a red sedan". The phrase tells
that it is one matter, so nothing need be known of what is counted or described. Numbers that grow and dates are
compared elsewhere (`numbers`, `datings`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

import msgspec

from crossread import knowledge
from crossread.crossing.disagreements.gathering import gathered, sides
from crossread.crossing.disagreements.nearest import Nearest
from crossread.crossing.disagreements.scene import Scene
from crossread.crossing.disagreements.sides import Voice, disagreement
from crossread.crossing.disagreements.slots import Surroundings
from crossread.embeddings import cosine
from crossread.function_words import LANGUAGE
from crossread.records import Disagreement, Reading, Record, Sentence, Token

ALIKE = 0.55
"""Cosine that two sentences with the same phrase need."""
ANSWER = 2
"""Sentences of either report that may be nearer to one of them than the other is."""
AROUND = 4
"""Words right around the one that differs that must be the same."""
TELLING = 2
"""How many of these must be nouns, verbs, adjectives or names."""
CROWD = 40
"""Phrases with the same two neighbours above which these tell too little."""
SLACK = 0.03
"""How far two numbers above `SMALL` may be apart and still be one, rounded."""
SMALL = 100
LABEL = 3
"""Words before a number among which one may tell that it only names a thing: "image 3 of 9"."""
AGEING = 60
"""Days between two reports from which on a person may have grown older."""


class Known(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/substitutions.yml; the file says what each part means."""

    classes: dict[str, tuple[tuple[str, ...], ...]]
    ordinals: dict[str, float]
    labels: frozenset[str]
    ages: frozenset[str]


class NumberWords(msgspec.Struct, frozen=True):
    """What of knowledge/en/numbers.yml is asked for here."""

    words: dict[str, float]


class Slot(Record, frozen=True):
    """A word in its place: what it is of its class."""

    report: str
    sentence: int
    word: int  # among the sentence's words, without punctuation
    kind: str  # "number", "ordinal", or a class of the knowledge file
    value: float  # the number, or which row of its class


def substitutions(scene: Scene, nearest: Nearest, around: Surroundings) -> list[Disagreement]:
    """One disagreement for each place of a phrase that reports fill with words that exclude each other."""
    homes: dict[tuple[str, str, str, str], list[Slot]] = {}  # by story: other stories change nothing
    told: set[tuple[str, ...]] = set()
    for reading in scene.readings.values():
        for n in range(len(reading.sentences)):
            words = _words(reading, n)
            for slot in _slots(reading, n, words):
                left, right = words[slot.word - 1].text.lower(), words[slot.word + 1].text.lower()
                homes.setdefault((scene.component[reading.report], slot.kind, left, right), []).append(slot)
                told.add(_telling(reading.report, slot, slot.value, right))
    pairs = [
        pair
        for (*_, right), some in homes.items()
        if len(some) <= CROWD
        for pair in combinations(some, 2)
        if _exclude(*pair)
        and not _known_to_both(told, *pair, right)
        and _one_phrase(scene, nearest, *pair)
        and not _changed(scene, *pair)
        and not _told_apart(scene, *pair)
        and len({slot.sentence in around.other_times(scene.readings[slot.report]) for slot in pair}) == 1
    ]
    found = sorted({slot for pair in pairs for slot in pair}, key=_place)
    order = {slot: n for n, slot in enumerate(found)}
    made = []
    for members in gathered(sorted((order[a], order[b]) for a, b in pairs)):
        group = sorted((found[n] for n in members), key=lambda s: (s.value, _place(s)))
        parted = sides(group, _exclude)
        if len(parted) > 1:
            made.append(_disagreement(scene, parted))
    return made


def _telling(report: str, slot: Slot, value: float, right: str) -> tuple[str, ...]:
    """What a report tells by a word, a number or an ordinal together with the word behind it."""
    return report, slot.kind, str(value), right if slot.kind in ("number", "ordinal") else ""


def _known_to_both(told: set[tuple[str, ...]], a: Slot, b: Slot, right: str) -> bool:
    """Whether one report tells the other's word, too: of something else, as of the second of two persons. Every report
    has small words."""
    if a.kind in SMALL_WORDS:
        return False
    return _telling(a.report, a, b.value, right) in told or _telling(b.report, b, a.value, right) in told


SMALL_WORDS = ("position", "inside", "order")


def _place(slot: Slot) -> tuple[str, int, int]:
    return slot.report, slot.sentence, slot.word


def _disagreement(scene: Scene, parted: list[list[Slot]]) -> Disagreement:
    voices = [[_voice(scene, slot) for slot in some] for some in parted]
    first = parted[0][0]
    words = _words(scene.readings[first.report], first.sentence)
    around = (words[i].text for i in range(max(0, first.word - AROUND), min(len(words), first.word + AROUND)))
    names = " or ".join(_words(scene.readings[s[0].report], s[0].sentence)[s[0].word].text for s in parted)
    kind = "figure" if first.kind in ("number", "ordinal") else "characterisation"
    kind = "place" if first.kind in PLACES else kind
    return disagreement(kind, f"{names}: {' '.join(around)}", voices, "the same phrase is told with another word")


PLACES = ("position", "inside", "compass", "corner", "course", "bearing", "direction")


def _voice(scene: Scene, slot: Slot) -> Voice:
    reading = scene.readings[slot.report]
    token = _words(reading, slot.sentence)[slot.word]
    return scene.voice(reading, slot.sentence, token.start, token.end)


def _words(reading: Reading, n: int) -> list[Token]:
    return [t for t in reading.sentences[n].tokens if t.pos not in ("PUNCT", "SYM")]


def _slots(reading: Reading, n: int, words: list[Token]) -> Iterator[Slot]:
    """The words of a sentence that another one may stand in for, the first and last apart; none of a date."""
    meant = [(i, found) for i, token in enumerate(words) if (found := _meant(token)) is not None]
    tokens = reading.sentences[n].tokens
    dates = reading.sentences[n].times if meant else ()
    dated = {tokens[i].start for time in dates for i in range(time.first, time.last + 1)}
    for i, (kind, value) in meant:
        before = {token.text.lower() for token in words[max(0, i - LABEL) : i]}
        named = words[i].pos == "PROPN"  # "North Korea" and "South Korea" are two
        if 0 < i < len(words) - 1 and words[i].start not in dated and not named and not before & known().labels:
            yield Slot(reading.report, n, i, kind, value)


def _meant(token: Token) -> tuple[str, float] | None:
    """What a word is: its class, and which row of it or how many."""
    word = token.text.lower()
    if (found := _rows().get(word)) is not None or token.pos != "NUM":
        return found
    plain = word.lstrip("$€£").replace(",", "")
    if word in _number_words():
        return "number", _number_words()[word]
    return ("number", float(plain)) if plain.replace(".", "", 1).isdecimal() else None


def _exclude(a: Slot, b: Slot) -> bool:
    """Whether two words of a class cannot both be right."""
    if a.kind != "number" or min(a.value, b.value) < SMALL:
        return a.value != b.value
    return max(a.value, b.value) > (1 + SLACK) * min(a.value, b.value)


def _one_phrase(scene: Scene, nearest: Nearest, a: Slot, b: Slot) -> bool:
    """Whether two words of two reports stand in the same phrase, in sentences that answer each other."""
    if a.report == b.report:
        return False
    one, other = scene.readings[a.report], scene.readings[b.report]
    same = list(_around(_words(one, a.sentence), a.word, _words(other, b.sentence), b.word))
    if len(same) < AROUND or sum(t.pos in ("NOUN", "VERB", "ADJ", "PROPN") for t in same) < TELLING:
        return False
    if cosine(scene.vector(one, a.sentence), scene.vector(other, b.sentence)) < ALIKE:
        return False
    return nearest.nearer((a.report, a.sentence), (b.report, b.sentence)) <= ANSWER


def _around(left: list[Token], i: int, right: list[Token], k: int) -> Iterator[Token]:
    """The words of the first sentence before and behind a word that the second has there, too, unbroken."""
    for step in (-1, 1):
        at = 1
        while 0 <= i + step * at < len(left) and 0 <= k + step * at < len(right):
            token = left[i + step * at]
            if token.text.lower() != right[k + step * at].text.lower():
                break
            yield token
            at += 1


def _told_apart(scene: Scene, a: Slot, b: Slot) -> bool:
    """Whether both sentences tell days and none in the same words, or name persons and none by the same surname: two
    races have two winners, two candidates two shares of the vote."""
    one, other = (scene.readings[slot.report].sentences[slot.sentence] for slot in (a, b))
    return any(_foreign(told(one), told(other)) for told in (_days, _surnames))


def _foreign(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _days(sentence: Sentence) -> set[str]:
    return {" ".join(t.text.lower() for t in sentence.tokens[time.first : time.last + 1]) for time in sentence.times}


def _surnames(sentence: Sentence) -> set[str]:
    return {sentence.tokens[name.last].text.lower() for name in sentence.names if name.label == "PER"}


def _changed(scene: Scene, a: Slot, b: Slot) -> bool:
    """Whether what differs may have changed between two reports: a person's age, or a count that grew."""
    days = [scene.reports[s.report].published for s in (a, b)]
    if a.kind not in ("number", "ordinal") or days[0] is None or days[1] is None:
        return False
    gap = (days[1].start - days[0].start).days
    words = _words(scene.readings[a.report], a.sentence)
    if words[a.word + 1].text.lower() in known().ages or words[a.word - 1].pos == "PROPN":
        return abs(gap) > AGEING
    counted = a.kind == "ordinal" or words[a.word + 1].pos == "NOUN"
    return counted and gap * (b.value - a.value) > 0


@cache
def known() -> Known:
    """The knowledge file, read once."""
    return knowledge.load("substitutions.yml", Known, LANGUAGE)


@cache
def _rows() -> dict[str, tuple[str, float]]:
    """What each word of a class is, and each ordinal."""
    ordinals = {word: ("ordinal", value) for word, value in known().ordinals.items()}
    return ordinals | {
        w: (name, float(k)) for name, rows in known().classes.items() for k, row in enumerate(rows) for w in row
    }


@cache
def _number_words() -> dict[str, float]:
    return knowledge.load("numbers.yml", NumberWords, LANGUAGE).words
