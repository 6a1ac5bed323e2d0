"""The look-up of a name among many: which of the names known does this spelling stand for, and how surely? Pure.

1. Candidates: spellings that share rare pieces of words with it, words of one sense, or its letters as initials.
2. Each candidate is compared word by word, in any order; rare words weigh more, legal forms and honours little.
3. The score joins what the comparison says of an owner's best spelling, and how far all its spellings together tell the
   words asked: "Ardo Mill Union" is told by "Ardo Mill" and "Mill Workers' Union". An answer is sure where the best is
   good and stands clear of the next owner's.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz

from crossread.crossing import likeness
from crossread.crossing.actors.alignment import LONGEST, SHORTEST, Name, covered, is_acronym, is_blend, ready, share
from crossread.crossing.actors.words import LITTLE, alike, concept, fold, name_words, words

CANDIDATES = 60
"""Names that are compared word by word; the right one is among so many as good as always if it is found at all."""
START = 1
"""Letters with which a blend of words begins as the first of them does."""
MANY = 100
"""Names with one acronym among their words that are looked at."""
WEIGHTS = (1.0, 0.33, 0.44, 0.73, 0.12)  # letters, glued, initials, blend, first word
TOGETHER = 0.92
"""Weights of the features of a spelling, and of all spellings of its owner together, fitted on aliases of the
Treasury's list with even ids, rounded."""
AT_LENGTH = 0.35
"""What a word told by a spelling counts: the share of that spelling which it tells in turn, to this power. A long name
of many words has some in common with anything."""
SCALE = (-5.69, 2.92, 12.4)
CLEAR = 0.25
"""How sure an answer is: the logistic function of one, its score and its distance to the next owner's, so weighed; a
distance beyond CLEAR makes nothing surer (in a short list nothing else is near). Fitted on the same aliases."""
SURE = 0.8
"""Sureness from which on an answer is worth giving: on those aliases .81 are answered, .957 of them rightly."""


class Found(msgspec.Struct, frozen=True):
    """Whom a spelling may stand for; `at` is the position of the spelling most like it, `sure` from 0 to 1."""

    owner: int
    at: int
    name: str
    score: float
    sure: float = 0.0


class Compared(msgspec.Struct, frozen=True):
    """A spelling beside the one asked: its position, its score alone, and how surely it tells each word asked."""

    at: int
    score: float
    told: tuple[float, ...]


class Names:
    """An index of spellings and whose they are; `rank` says for whom another spelling stands.

    `owners` are as many as `names`; without them each name is its own.
    """

    def __init__(self, names: Sequence[str], owners: Sequence[int] | None = None) -> None:
        self._owners = tuple(owners) if owners is not None else tuple(range(len(names)))
        said: dict[str, set[int]] = defaultdict(set)  # by how many owners: one of many spellings does not repeat itself
        for name, owner in zip(names, self._owners, strict=True):
            for word in words(name):
                said[concept(word)].add(owner)
        count = len(set(self._owners))
        self._rarity = {piece: math.log(1 + count / len(by)) for piece, by in said.items()}
        self._unseen = math.log(1 + count)
        self._names = [self._ready(name) for name in names]
        self._build()

    # ------------------------------------------------------------------ candidates

    def _build(self) -> None:
        listed: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self._names):
            for piece in sorted(_pieces(name.words)):
                listed[piece].append(at)
        count = len(set(self._owners))
        self._weight = {
            piece: math.log(1 + count / len({self._owners[at] for at in where})) for piece, where in listed.items()
        }
        self._where = {piece: np.array(where, dtype=np.int32) for piece, where in listed.items()}
        squares: NDArray[np.float64] = np.zeros(len(self._names))
        for piece, where in self._where.items():
            squares[where] += self._weight[piece] ** 2
        self._length = np.sqrt(np.maximum(squares, 1e-9))
        self._by_initials: dict[str, list[int]] = defaultdict(list)
        self._by_letters: dict[str, list[int]] = defaultdict(list)
        self._by_start: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self._names):
            self._by_letters[name.letters].append(at)
            self._by_start[name.letters[:START]].append(at)
            for letters in sorted({letters for letters, _ in name.runs if len(letters) > SHORTEST}):
                self._by_initials[letters].append(at)

    def _candidates(self, given: Name) -> list[tuple[int, float]]:
        """(position, cosine of pieces) of the names most alike."""
        sums: NDArray[np.float64] = np.zeros(len(self._names))
        square = 0.0
        for piece in sorted(_pieces(given.words)):
            weight = self._weight.get(piece, self._unseen)
            square += weight**2
            if piece in self._where:
                sums[self._where[piece]] += weight**2
        sums /= self._length * math.sqrt(max(square, 1e-9))
        size = min(CANDIDATES, len(sums))
        best: NDArray[np.int64] = np.argpartition(-sums, size - 1)[:size] if size else np.array([], dtype=np.int64)
        found = {int(at): float(sums[at]) for at in best if sums[at] > 0}
        acronyms = {letters for letters, which in given.runs if len(which) == len(given.telling)}
        short = {given.letters, *(part for part in given.words if SHORTEST < len(part) <= LONGEST)}
        others = [at for letters in sorted(short) for at in self._by_initials.get(letters, ())[:MANY]]
        others += [at for letters in sorted(acronyms) for at in self._by_letters.get(letters, ())]
        if len(given.telling) == 1:
            others += [at for at in self._by_start.get(given.letters[:START], ()) if is_blend(given, self._names[at])]
        for at in others:
            found.setdefault(at, float(sums[at]))
        return sorted(found.items())

    # ------------------------------------------------------------------ comparison

    def _ready(self, name: str) -> Name:
        return ready(name, [self._weigh(part) for part in words(name)])

    def _weigh(self, word: str) -> float:
        known = name_words()
        weight = self._rarity.get(concept(word), self._unseen)
        return weight * LITTLE if word in known.little or word in known.honours else weight

    def compare(self, spelling: str) -> list[Compared]:
        """Every candidate, compared with the spelling."""
        given = self._ready(spelling)
        if not given.words:
            return []
        return [compared(at, given, self._names[at], cosine) for at, cosine in self._candidates(given)]

    def rank(self, spelling: str, leave_out: Collection[int] = ()) -> list[Found]:
        """Whom the spelling may stand for, the likeliest first; the first says how sure it is.

        Spellings at the positions `leave_out` are not looked at.
        """
        by_owner: dict[int, list[Compared]] = defaultdict(list)
        for one in self.compare(spelling):
            if one.at not in leave_out:
                by_owner[self._owners[one.at]].append(one)
        weights = self._ready(spelling).weights
        found = sorted((self._of(owner, told, weights) for owner, told in by_owner.items()), key=_by_score)
        if not found:
            return []
        margin = found[0].score - (found[1].score if len(found) > 1 else 0.0)
        base, of_score, of_margin = SCALE
        sure = 1 / (1 + math.exp(-(base + of_score * found[0].score + of_margin * min(CLEAR, margin))))
        return [msgspec.structs.replace(found[0], sure=sure), *found[1:]]

    def _of(self, owner: int, told: list[Compared], weights: tuple[float, ...]) -> Found:
        """The owner by its best spelling, and by what all of them tell of the words asked."""
        best = min(told, key=lambda one: (-one.score - TOGETHER * share(one.told, weights), one.at))
        together = share([max(values) for values in zip(*(one.told for one in told), strict=True)], weights)
        return Found(owner, best.at, self._names[best.at].text, best.score + TOGETHER * together)


def compared(at: int, given: Name, other: Name, letters: float) -> Compared:
    """What speaks for the spelling at a position, its features in the order of FEATURES."""
    ours, theirs = covered(given, other)
    features = (
        letters,
        fuzz.ratio(given.glued, other.glued) / 100,
        float(is_acronym(given, other) or is_acronym(other, given)),
        float(is_blend(given, other) or is_blend(other, given)),
        alike(given.words[0], other.words[0]),
    )
    length = share(theirs, other.weights) ** AT_LENGTH
    score = sum(w * f for w, f in zip(WEIGHTS, features, strict=True))
    return Compared(at, score, tuple(value * length for value in ours))


def _by_score(found: Found) -> tuple[float, int]:
    return -found.score, found.at


def _pieces(parts: Sequence[str]) -> set[str]:
    """What names are found by: three letters in a row of each folded word, its consonants, what it means.

    Legal forms count only where there is nothing else: written out they are longer than the name.
    """
    found: set[str] = set()
    little = name_words().little
    for part in [part for part in parts if part not in little] or parts:
        folded = f"^{fold(part)}$"
        found.update(folded[i : i + 3] for i in range(len(folded) - 2))
        found.add(f"={concept(part)}")
        if len(bones := likeness.skeleton(part)) > 1:
            found.add(f"~{bones}")
    return found
