"""The base form of a word, by its part of speech: a table of exceptions first, then the rules of English inflection."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.inflection import changed, inflection

LANGUAGE = "en"
LONGEST_ENDING = 4
KEEP, UNDOUBLE = "keep", "undouble"
"""What `endings` says of a stem, where it is not the letter that was lost."""


class LemmaKnowledge(msgspec.Struct, frozen=True):
    """The shape of `lemmas.yml`, which explains itself."""

    exceptions: dict[str, dict[str, str]]  # part of speech -> form in small letters -> lemma
    endings: dict[str, str]  # end of a verb's stem -> "keep", "undouble" or the letter that was lost


_AS_IT_STANDS = frozenset(["PROPN", "PUNCT", "SYM", "X", "NUM"])


@lru_cache(maxsize=65536)
def lemma(word: str, pos: str) -> str:
    """The lemma of `word` with the UPOS tag `pos`: "said", VERB -> "say". Names and numbers stay as they stand."""
    if pos in _AS_IT_STANDS:
        return word
    known = knowledge.load("lemmas.yml", LemmaKnowledge, LANGUAGE)
    low = word.lower().replace("’", "'")
    found = known.exceptions.get(pos, {}).get(low)
    return found if found is not None else by_rule(low, pos, known.endings)


def by_rule(word: str, pos: str, endings: dict[str, str]) -> str:
    """What the rules alone give for a word in small letters."""
    if pos == "NOUN":
        return changed(word, inflection().singulars)
    if pos in ("VERB", "AUX"):
        stem = stem_of(word)
        return changed(word, inflection().bases) if stem is None else restored(stem, endings)
    return word


def stem_of(word: str) -> str | None:
    """What stands before "ing" or "ed"; None if the word is no such form ("bring", "need", "allied")."""
    found = (pattern.match(word) for pattern in inflection().stems)
    return next((match[1] for match in found if match), None)


def restored(stem: str, endings: dict[str, str]) -> str:
    """The verb that lost a letter or doubled one, as the longest known ending of its stem says."""
    if inflection().whole_stems.match(stem):
        return stem
    for length in range(LONGEST_ENDING, 0, -1):
        way = endings.get(stem[-length:]) if length <= len(stem) else None
        if way == UNDOUBLE:
            return stem[:-1] if stem[-1] == stem[-2:-1] else stem
        if way is not None:
            return stem if way == KEEP else stem + way
    return stem
