"""Scores -> labels: stretches of words that obey BIO, trees with one root and no cycle. Pure numpy, whole arrays.

The best label of each word alone is nearly always legal; then it is also the best legal answer, and nothing else is
computed. Only the sentences where it is not go through the search.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
NEVER = np.float32(-1e9)


class Stretch(NamedTuple):
    """Words `first` to `last`, inclusive, labelled with `kind` (0 for the first kind of the head)."""

    first: int
    last: int
    kind: int
    score: float  # mean probability of the words' labels


def stretches(scores: Floats, starts: Ints) -> list[Stretch]:
    """The stretches in N words of a whole report.

    scores (N, 2K+1): O, then B and I of each kind; starts: the sentences' first words, ascending, 0 among them.
    """
    if not len(scores):
        return []
    begins = np.zeros(len(scores), np.bool_)
    begins[starts] = True
    labels = legal(scores, begins)
    top = scores.max(1)
    chosen = scores[np.arange(len(labels)), labels] - top
    likely = np.exp(chosen) / np.exp(scores - top[:, None]).sum(1)
    inside = (labels > 0) & (labels % 2 == 0)
    firsts = np.flatnonzero(labels % 2 == 1)
    if not len(firsts):
        return []
    outside = np.flatnonzero(~inside)  # a stretch ends before the next word that is not inside one
    following = np.append(outside, len(labels))
    lasts = following[np.searchsorted(outside, firsts, side="right")] - 1
    sums = np.concatenate([[0.0], np.cumsum(likely, dtype=np.float64)])
    means = (sums[lasts + 1] - sums[firsts]) / (lasts + 1 - firsts)
    kinds = (labels[firsts] - 1) // 2
    return [
        Stretch(a, b, kind, round(score, 4))
        for a, b, kind, score in zip(firsts.tolist(), lasts.tolist(), kinds.tolist(), means.tolist(), strict=True)
    ]


def legal(scores: Floats, begins: NDArray[np.bool_]) -> Ints:
    """The best labels among those where every I follows a B or I of its kind in the same sentence."""
    labels: Ints = scores.argmax(1)
    before = np.concatenate([[0], labels[:-1]])
    before[begins] = 0
    wrong = (labels > 0) & (labels % 2 == 0) & (before != labels) & (before != labels - 1)
    if wrong.any():
        edges = np.append(np.flatnonzero(begins), len(labels))
        for sentence in np.unique(np.searchsorted(edges, np.flatnonzero(wrong), side="right") - 1).tolist():
            a, b = int(edges[sentence]), int(edges[sentence + 1])
            labels[a:b] = _viterbi(scores[a:b])
    return labels


def _viterbi(scores: Floats) -> Ints:
    count, kinds = scores.shape
    allowed = np.zeros((kinds, kinds), np.float32)  # from, to
    inside = np.arange(2, kinds, 2)
    allowed[:, inside] = NEVER
    allowed[inside, inside] = allowed[inside - 1, inside] = 0
    total = scores[0].copy()
    total[inside] += NEVER
    back = np.zeros((count, kinds), np.int64)
    for index in range(1, count):
        paths = total[:, None] + allowed
        back[index] = paths.argmax(0)
        total = paths.max(0) + scores[index]
    labels = np.zeros(count, np.int64)
    labels[-1] = total.argmax()
    for index in range(count - 1, 0, -1):
        labels[index - 1] = back[index, labels[index]]
    return labels


def trees(arcs: Floats, lengths: Ints) -> Ints:
    """Heads (B, W) for arc scores (B, W, W): word 0 is the root, row b has `lengths[b]` words after it.

    Every word's head is another word of its row or word 0; exactly one hangs on word 0; there is no cycle. Word 0 and
    padding get 0.
    """
    width = arcs.shape[1]
    places = np.arange(width)
    real = places[None, :] <= lengths[:, None]
    scores = np.where(real[:, None, :], arcs, NEVER)
    scores[:, places, places] = NEVER
    heads: Ints = scores.argmax(2)
    heads[~real] = 0
    heads[:, 0] = 0
    above = heads
    for _ in range(max(1, int(width - 1).bit_length())):
        above = np.take_along_axis(above, above, 1)
    single = ((heads == 0) & real).sum(1) == 2  # word 0 itself and the one root
    for row in np.flatnonzero((above != 0).any(1) | (~single & (lengths > 0))).tolist():
        size = int(lengths[row]) + 1
        heads[row, :size] = _best_tree(scores[row, :size, :size])
    return heads


ROOTS_TRIED = 3
"""Roots for which the best tree is sought: the right one is the likeliest but for one sentence in a thousand."""


def _best_tree(scores: Floats) -> Ints:
    others = scores[1:, 1:].max(1) if len(scores) > 2 else np.zeros(len(scores) - 1, np.float32)
    likely = np.argsort(-(scores[1:, 0] - others), kind="stable")[:ROOTS_TRIED] + 1
    found = []
    for root in likely.tolist():
        forced = scores.astype(np.float64)
        forced[:, 0] = NEVER * 1e3
        forced[root, :] = NEVER * 1e3
        forced[root, 0] = scores[root, 0]
        heads = _arborescence(forced)
        found.append((float(forced[np.arange(1, len(heads)), heads[1:]].sum()), heads))
    return max(found, key=lambda pair: pair[0])[1]


def _arborescence(scores: NDArray[np.float64]) -> Ints:
    """Chu-Liu/Edmonds: the tree of the highest sum under word 0; scores (n, n) of each word's heads."""
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads)
    if not len(cycle):
        return heads
    rest = np.setdiff1d(np.arange(len(heads)), cycle)  # word 0 comes first
    kept = scores[cycle, heads[cycle]]
    small = np.full((len(rest) + 1, len(rest) + 1), float(NEVER) * 1e6)
    small[:-1, :-1] = scores[np.ix_(rest, rest)]
    into = scores[np.ix_(cycle, rest)] - kept[:, None]  # a head from outside breaks the cycle at one word
    small[-1, :-1] = into.max(0)
    out = scores[np.ix_(rest, cycle)]
    small[:-1, -1] = out.max(1)
    inner = _arborescence(small)
    outer = np.append(rest, -1)
    for index, word in enumerate(rest.tolist()):
        if word:
            head = int(outer[inner[index]])
            heads[word] = head if head >= 0 else cycle[out[index].argmax()]
    enters = int(inner[-1])
    heads[cycle[into[:, enters].argmax()]] = rest[enters]
    return heads


def _cycle(heads: Ints) -> Ints:
    """The words of one cycle, or none."""
    seen = np.zeros(len(heads), np.int64)
    seen[0] = -1
    for start in range(1, len(heads)):
        word = start
        while not seen[word]:
            seen[word] = start
            word = int(heads[word])
        if seen[word] == start:
            found = [word]
            while (word := int(heads[word])) != found[0]:
                found.append(word)
            return np.array(sorted(found), np.int64)
    return np.zeros(0, np.int64)
