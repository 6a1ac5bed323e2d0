"""Words -> what the encoder takes in: word pieces, the shape of each word's letters, rows of at most 256 pieces.

The vocabulary is lower-cased; how a word was written goes in through the token-type table at no cost. Where a whole
sentence is in capitals, in small letters or in Title Case, the writing tells nothing, and kinds of their own say so:
that is how headlines and old wire copy are read. Training uses these very functions.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER, UNKNOWN, HEADLINE = range(8)
KINDS = 8
"""Rows of the token-type table; the training widens the body's own table to them."""
LONGEST_ROW = 256
"""Word pieces in a row, with the two that frame it: what the encoder was trained on."""
LONGEST_WORD = 12
"""Word pieces kept of one word: names have at most nine; addresses of sites would have sixty and say nothing."""
HEADLINE_SHARE = 0.75
"""Share of a sentence's words of four letters or more, after the first, with a capital: above, it is Title Case."""

Ids = NDArray[np.int64]


class Row(NamedTuple):
    """One input row: a sentence, or a window of one that is too long."""

    sentence: int
    first: int  # index in its sentence of the row's first word
    pieces: list[int]  # with the frame: [CLS] ... [SEP]
    kinds: list[int]  # of each piece
    starts: list[
        int
    ]  # index in `pieces` of each word's first piece; words are counted from 1, the frame's start is word 0


@lru_cache(maxsize=65536)
def letters(word: str) -> int:
    """How a word is written: one of LOWER, TITLE, UPPER, MIXED, DIGIT, OTHER."""
    if any(map(str.isdigit, word)):
        return DIGIT
    if not any(map(str.isalpha, word)):
        return OTHER
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    return TITLE if word[0].isupper() and (word[1:].islower() or not any(map(str.isupper, word[1:]))) else MIXED


def kinds(words: Sequence[str]) -> list[int]:
    """The kind of each word of a sentence, with its neighbours' writing taken into account."""
    found = [letters(word) for word in words]
    alphabetic = [kind for kind in found if kind in (LOWER, TITLE, UPPER, MIXED)]
    if len(alphabetic) >= 3 and len(set(alphabetic)) == 1 and alphabetic[0] in (LOWER, UPPER):
        return [UNKNOWN if kind in (LOWER, UPPER) else kind for kind in found]
    long = [kind for word, kind in zip(words[1:], found[1:], strict=True) if len(word) >= 4 and kind in (LOWER, TITLE)]
    if len(long) >= 3 and long.count(TITLE) > HEADLINE_SHARE * len(long):
        return [HEADLINE if kind == TITLE else kind for kind in found]
    return found


class Pieces:
    """Cuts words into word pieces and sentences into rows. Keeps the words that it has met: reports repeat them."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()  # the packaged file pads, and cuts at 128
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}
        ids = tokenizer.get_vocab()
        self.start, self.stop, self.pad, self.unknown = (ids[mark] for mark in ("[CLS]", "[SEP]", "[PAD]", "[UNK]"))

    def rows(self, sentences: Sequence[Sequence[str]]) -> list[Row]:
        """The rows for `sentences` (lists of words), in order; several for one that is too long."""
        self._learn({word for sentence in sentences for word in sentence})
        return [row for index, words in enumerate(sentences) for row in self._rows(index, words, kinds(words))]

    def _learn(self, words: set[str]) -> None:
        new = sorted(words.difference(self._known))
        if len(self._known) > 200_000:  # bounds the memory of a long run; changes no result
            self._known.clear()
            new = sorted(words)
        for word, coded in zip(new, self._tokenizer.encode_batch_fast(new, add_special_tokens=False), strict=True):
            self._known[word] = coded.ids[:LONGEST_WORD] or [self.unknown]

    def _rows(self, sentence: int, words: Sequence[str], shapes: Sequence[int]) -> list[Row]:
        rows: list[Row] = []
        pieces, types, starts, first = [self.start], [OTHER], [0], 0
        for index, (word, kind) in enumerate(zip(words, shapes, strict=True)):
            ids = self._known[word]
            if len(pieces) + len(ids) >= LONGEST_ROW:
                rows.append(Row(sentence, first, [*pieces, self.stop], [*types, OTHER], starts))
                pieces, types, starts, first = [self.start], [OTHER], [0], index
            starts.append(len(pieces))
            pieces.extend(ids)
            types.extend([kind] * len(ids))
        rows.append(Row(sentence, first, [*pieces, self.stop], [*types, OTHER], starts))
        return rows


class Batch(NamedTuple):
    """Rows padded to one size: B rows, T pieces, W words (with the frame's start as word 0)."""

    ids: Ids  # (B, T) word pieces, the pad's id where there is none
    mask: Ids  # (B, T) 1 for a piece, 0 for padding
    types: Ids  # (B, T) kinds
    starts: Ids  # (B, W) index of each word's first piece; 0 where there is no word
    lengths: Ids  # (B,) words in each row, word 0 not counted


def stack(rows: Sequence[Row], pad: int) -> Batch:
    """Rows as one batch. The padding depends on these rows alone."""
    count, width, most = len(rows), max(len(row.pieces) for row in rows), max(len(row.starts) for row in rows)
    ids = np.full((count, width), pad, np.int64)
    mask, types = np.zeros((count, width), np.int64), np.full((count, width), OTHER, np.int64)
    starts = np.zeros((count, most), np.int64)
    for index, row in enumerate(rows):
        ids[index, : len(row.pieces)] = row.pieces
        mask[index, : len(row.pieces)] = 1
        types[index, : len(row.kinds)] = row.kinds
        starts[index, : len(row.starts)] = row.starts
    return Batch(ids, mask, types, starts, np.array([len(row.starts) - 1 for row in rows], np.int64))
