"""A report's words as signs that can be compared: folded, stemmed, quoted ones marked, cut into sentences.

Each word becomes one character, so that a sentence is a string and a run of words a substring: comparing strings is
what the alignment library does fastest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

import msgspec

from crossread import knowledge
from crossread.function_words import function_words
from crossread.inflection import root
from crossread.records import Reading, Report
from crossread.spelling import straight

LANGUAGE = "en"
NAME, SMALL, FULL = 0.4, 0.3, 1.0
"""What a shared name or number, a shared word of up to three letters and any other shared word prove: whoever tells one
happening needs the same names and numbers, but not the same verbs. Small words stand in every sentence."""
OPENING = 3
"""Sentences at the head of a report that count as its opening: a title and a dateline may stand before the lede."""
LEAST_OPENING = 8
"""Words of the shortest sentence that can be an opening."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"“[^”]{3,2000}”|(?<![\w])\"[^\"\n]{3,2000}\"|(?<!\w)‘[^’\n]{12,1000}’(?!\w)")
_UNCLOSED = re.compile(r"(?:^|\n)[^\S\n]*(?:“[^”\n]{3,2000}|\"[^\"\n]{3,2000})(?=\n|$)")
"""A paragraph of a longer speech: it opens with a quotation mark, and only the last paragraph of the speech closes."""
_SIGNS = 1_000_000


class Sentenced(NamedTuple):
    """One sentence: its characters, its words in the report's list, and their signs."""

    start: int
    end: int
    first: int  # index of its first word in the report's words
    last: int  # one past its last word
    signs: str
    quoted: bytes  # for each word 1 inside quotation marks, else 0


class Words(NamedTuple):
    """A report's words as signs, what sharing each would prove, and its sentences."""

    report: Report
    signs: str
    weights: tuple[float, ...]
    sentences: tuple[Sentenced, ...]
    sentence_of: tuple[int, ...]  # for each word the number of its sentence, -1 for a word outside of all
    opening: tuple[int, ...]  # numbers of the sentences that open it


class _Numbers(msgspec.Struct, frozen=True):
    """What is read of numbers.yml."""

    words: dict[str, int]


def words_of(report: Report, reading: Reading) -> Words:
    """The report's words, cut into its sentences."""
    text = straight(report.text)
    inside = _inside_quotes(report, reading)
    found = list(_WORD.finditer(text))
    starts = [match.start() for match in found]
    told = [_sign(match[0]) for match in found]
    signs = "".join(sign for sign, _ in told)
    quoted = bytes([inside[start] for start in starts])
    sentences = tuple(_sentences(report, reading, starts, signs, quoted))
    opening = [n for n, s in enumerate(sentences) if s.last - s.first >= LEAST_OPENING][:OPENING]
    sentence_of = [-1] * len(signs)
    for number, sentence in enumerate(sentences):
        sentence_of[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
    return Words(report, signs, tuple(weight for _, weight in told), sentences, tuple(sentence_of), tuple(opening))


def _inside_quotes(report: Report, reading: Reading) -> bytearray:
    """For each character 1 inside quotation marks, else 0."""
    quoted = [match.span() for match in _QUOTED.finditer(report.text)]
    quoted += [match.span() for match in _UNCLOSED.finditer(report.text)]
    quoted += [(s.content.start, s.content.end) for s in reading.statements if s.direct]
    inside = bytearray(len(report.text) + 1)
    for start, end in quoted:
        inside[start:end] = b"\x01" * (end - start)
    return inside


def _sentences(
    report: Report, reading: Reading, starts: Sequence[int], signs: str, quoted: bytes
) -> Iterable[Sentenced]:
    bounds = [(s.start, s.end) for s in reading.sentences] or [(0, len(report.text))]
    word = 0
    for start, end in bounds:
        while word < len(starts) and starts[word] < start:
            word += 1
        first = word
        while word < len(starts) and starts[word] < end:
            word += 1
        yield Sentenced(start, end, first, word, signs[first:word], quoted[first:word])


@lru_cache(maxsize=200_000)
def _sign(word: str) -> tuple[str, float]:
    """One character for a word in any of its forms, and what sharing it proves. The same in every process."""
    number = _numbers().get(word.lower())
    if number is not None or word[0].isdigit():
        return _character(str(number) if number is not None else word), NAME
    folded = word.lower().removesuffix(function_words().possessive)
    weight = SMALL if len(folded) <= 3 else NAME if word[0].isupper() and not word.isupper() else FULL
    return _character(root(folded)), weight


def _character(word: str) -> str:
    return chr(0x10000 + crc32(word.encode()) % _SIGNS)


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    known: _Numbers = knowledge.load("numbers.yml", _Numbers, LANGUAGE)
    return known.words
