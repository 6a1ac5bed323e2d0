"""The base form of a word, by its part of speech: a table of exceptions first, then the rules of English inflection."""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from crossread import knowledge

LANGUAGE = "en"
LONGEST_ENDING = 4
_VOWELS = re.compile("[aeiouy]+")


class LemmaKnowledge(msgspec.Struct, frozen=True):
    """The shape of `lemmas.yml`, which explains itself."""

    exceptions: dict[str, dict[str, str]]  # part of speech -> form in small letters -> lemma
    endings: dict[str, str]  # end of a verb's stem -> "keep", "e" (one was lost) or "undouble"


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
        return _singular(word)
    if pos in ("VERB", "AUX"):
        return _infinitive(word, endings)
    return word


def _singular(word: str) -> str:
    if word.endswith("men") and len(word) > 4:
        return word[:-3] + "man"
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    return word[:-1]


def _infinitive(word: str, endings: dict[str, str]) -> str:
    stem = stem_of(word)
    if stem is not None:
        return restored(stem, endings)
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and len(word) > 3 and not word.endswith("ss") else word


def stem_of(word: str) -> str | None:
    """What stands before "ing" or "ed"; None if the word is no such form ("bring", "need", "allied")."""
    for ending in ("ing", "ed"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1 and any(letter in stem for letter in "aeiouy"):
            return None if ending == "ed" and stem[-1] in "ei" else stem
    return None


def restored(stem: str, endings: dict[str, str]) -> str:
    """The verb that lost an "e" or doubled a consonant, as the longest known ending of its stem says."""
    if stem.endswith("ll") and len(_VOWELS.findall(stem)) == 1:
        return stem  # "shelled", "killed"; but "controlled"
    for length in range(LONGEST_ENDING, 0, -1):
        way = endings.get(stem[-length:]) if length <= len(stem) else None
        if way == "undouble":
            return stem[:-1] if stem[-1] == stem[-2:-1] else stem
        if way is not None:
            return stem + "e" if way == "e" else stem
    return stem
