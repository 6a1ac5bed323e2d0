"""The look-up of a name among many: which of the names known does this spelling stand for, and how surely? Pure.

1. Candidates: spellings that share rare pieces of words with it, words of one sense, or its letters as initials.
2. Each candidate is compared word by word, in any order; rare words weigh more, legal forms and honours little.
3. The score joins what the comparison says; of an owner's spellings the best counts. An answer is sure where the best
   is good and stands clear of the next owner's.
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
from crossread.crossing.actors.words import LITTLE, alike, concept, fold, name_words, words

CANDIDATES = 60
"""Names that are compared word by word; the right one is among so many as good as always if it is found at all."""
FEATURES = ("theirs", "ours", "letters", "glued", "initials", "last", "blend")
WEIGHTS = (0.57, 0.18, 0.77, 0.27, 0.95, 0.02, 0.28)
"""Weights of the features, fitted on aliases of the Treasury's list with even ids, rounded."""
SCALE = (-6.65, 4.4, 16.0)
CLEAR = 0.2
"""How sure an answer is: the logistic function of one, its score and its distance to the next owner's, so weighed; a
distance beyond CLEAR makes nothing surer (in a short list nothing else is near). Fitted on the same aliases."""
SURE = 0.8
"""Sureness from which on an answer is worth giving: on those aliases .77 are answered, .96 of them rightly."""


class Found(msgspec.Struct, frozen=True):
    """Whom a spelling may stand for; `at` is the position of the spelling most like it, `sure` from 0 to 1."""

    owner: int
    at: int
    name: str
    score: float
    sure: float = 0.0


class _Name(msgspec.Struct, frozen=True):
    text: str
    words: tuple[str, ...]
    weights: tuple[float, ...]
    glued: str  # as it sounds
    letters: str  # as it is written
    initials: frozenset[str]


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
        for at, name in enumerate(self._names):
            self._by_letters[name.letters].append(at)
            for letters in sorted(name.initials):
                self._by_initials[letters].append(at)

    def _candidates(self, given: _Name) -> list[tuple[int, float]]:
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
        for letters in sorted({given.letters, *given.initials}):
            for at in self._by_initials.get(letters, ()):
                found.setdefault(at, float(sums[at]))
        for letters in sorted(given.initials):
            for at in self._by_letters.get(letters, ()):
                found.setdefault(at, float(sums[at]))
        return sorted(found.items())

    # ------------------------------------------------------------------ comparison

    def _ready(self, name: str) -> _Name:
        parts = words(name)
        weights = tuple(self._weigh(part) for part in parts)
        telling = [part for part in parts if part not in name_words().little]
        initials = likeness.initials(name) | likeness.initials(" ".join(telling))
        return _Name(name, parts, weights, "".join(map(fold, parts)), "".join(parts), initials)

    def _weigh(self, word: str) -> float:
        known = name_words()
        weight = self._rarity.get(concept(word), self._unseen)
        return weight * LITTLE if word in known.little or word in known.honours else weight

    def features(self, given: _Name, other: _Name, letters: float) -> tuple[float, ...]:
        """What speaks for one name, 0 to 1 each, in the order of FEATURES."""
        theirs, ours = _covered(given, other)
        glued = fuzz.ratio(given.glued, other.glued) / 100
        initials = float(_is_acronym(given, other) or _is_acronym(other, given))
        last = alike(given.words[-1], other.words[-1])
        blend = float(_is_blend(given, other) or _is_blend(other, given))
        return theirs, ours, letters, glued, initials, last, blend

    def compare(self, spelling: str) -> list[tuple[int, tuple[float, ...]]]:
        """Every candidate with its features."""
        given = self._ready(spelling)
        if not given.words:
            return []
        return [(at, self.features(given, self._names[at], cosine)) for at, cosine in self._candidates(given)]

    def rank(self, spelling: str, leave_out: Collection[int] = ()) -> list[Found]:
        """Whom the spelling may stand for, the likeliest first; the first says how sure it is.

        Spellings at the positions `leave_out` are not looked at.
        """
        best: dict[int, Found] = {}
        for at, features in self.compare(spelling):
            if at in leave_out:
                continue
            score = sum(w * f for w, f in zip(WEIGHTS, features, strict=True))
            owner = self._owners[at]
            if owner not in best or score > best[owner].score:
                best[owner] = Found(owner, at, self._names[at].text, score)
        found = sorted(best.values(), key=lambda f: (-f.score, f.at))
        if not found:
            return []
        margin = found[0].score - (found[1].score if len(found) > 1 else 0.0)
        base, of_score, of_margin = SCALE
        sure = 1 / (1 + math.exp(-(base + of_score * found[0].score + of_margin * min(CLEAR, margin))))
        return [msgspec.structs.replace(found[0], sure=sure), *found[1:]]


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


def _covered(a: _Name, b: _Name) -> tuple[float, float]:
    """How much of a's and of b's words has its like in the other, weighed by rarity."""
    pairs = sorted(
        ((alike(x, y), i, j) for i, x in enumerate(a.words) for j, y in enumerate(b.words)),
        key=lambda pair: (-pair[0], pair[1], pair[2]),
    )
    mine, theirs = [0.0] * len(a.words), [0.0] * len(b.words)
    for value, i, j in pairs:
        if value <= 0:
            break
        if not mine[i] and not theirs[j]:
            mine[i] = theirs[j] = value
    _glue(a.words, mine, b.words, theirs)
    _glue(b.words, theirs, a.words, mine)
    return _share(mine, a.weights), _share(theirs, b.weights)


GLUED = 0.85
"""Likeness from which two words written as one count ("Jong Un", "Jongun")."""


def _glue(parts: tuple[str, ...], values: list[float], others: tuple[str, ...], theirs: list[float]) -> None:
    """Two words of one name that the other writes as one."""
    for i in range(len(parts) - 1):
        if values[i] >= GLUED and values[i + 1] >= GLUED:
            continue
        for j, other in enumerate(others):
            if theirs[j] < GLUED and len(other) > 4 and (value := alike(parts[i] + parts[i + 1], other)) >= GLUED:
                values[i] = values[i + 1] = theirs[j] = value


def _share(values: list[float], weights: tuple[float, ...]) -> float:
    whole = sum(weights)
    return sum(v * w for v, w in zip(values, weights, strict=True)) / whole if whole else 0.0


def _is_acronym(short: _Name, long: _Name) -> bool:
    return any(len(word) > 2 and word in long.initials for word in short.words)


BLENDED = 6
"""Letters of the shortest blend of words' beginnings that cannot well be chance."""


def _is_blend(short: _Name, long: _Name) -> bool:
    """Whether one word is put together of beginnings of the other's words, in order ("Rosoboronexport")."""
    word = max(short.words, key=len)
    if len(short.words) > 2 or len(long.words) < 2 or len(word) < BLENDED or word in long.words:
        return False
    reached = {0}  # how many of the word's letters are told so far
    for part in long.words:
        reached |= {
            at + size
            for at in reached
            for size in range(2, min(len(part), len(word) - at) + 1)
            if word[at : at + size] == part[:size]
        }
    return len(word) in reached
