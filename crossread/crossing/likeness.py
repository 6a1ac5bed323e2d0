"""Whether two spellings are one name: acronyms, transliterations, people's names. Pure.

Measured on the OFAC list's aliases (odd ids; pairs of similar letters): 56 of 100 of a person's spellings are
recognised, and 5 of 1,000 pairs of different persons whose surnames have the same consonants are taken for one.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec
from rapidfuzz import fuzz

from crossread import knowledge
from crossread.spelling import key

SURELY_ALIKE = 80.0
"""rapidfuzz ratio (0-100) of two words of a group's name from which on they are one word spelled twice, if their
consonants also agree. Of 33,000 unlike pairs of groups on the OFAC list (even ids) none is joined from 80 up."""
CLEARLY_ALIKE = 92.0
"""The same where the consonants differ: one slip in a long word."""
BARELY_ALIKE = 60.0
"""The same where three consonants or more agree: "mohammed" and "muhamad"."""
PERSON_ALIKE = 65.0
"""The same for surnames of two consonants whose given names agree as well ("Asim Umar", "Asim Umer")."""


class Spellings(msgspec.Struct, frozen=True):
    """The shape of `spellings.yml`; each list is explained there."""

    different: tuple[frozenset[str], ...]
    nicknames: tuple[frozenset[str], ...]
    particles: frozenset[str]
    numbers: frozenset[str]
    generic: frozenset[str]
    small: frozenset[str]
    digraphs: tuple[tuple[str, str], ...]
    letters: dict[str, str]


@lru_cache(maxsize=1)
def spellings() -> Spellings:
    """What is known of spellings."""
    return knowledge.load("spellings.yml", Spellings)


@lru_cache(maxsize=1)
def _letters() -> dict[int, str]:
    return {ord(written): sound for written, sound in spellings().letters.items()}


@lru_cache(maxsize=1)
def different() -> frozenset[frozenset[str]]:
    """Pairs of words that look alike and are never one."""
    return frozenset(spellings().different)


def nicknames(a: str, b: str) -> bool:
    """Whether two given names (keys) are one name, in short or in another language ("Jim", "James")."""
    return any(a in names and b in names for names in spellings().nicknames)


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A word's consonants, with letters joined that transliterations mix up: "qataiba" and "kataib" -> "ktb"."""
    word = key(word).replace(" ", "")
    for written, sound in spellings().digraphs:
        word = word.replace(written, sound)
    word = word.translate(_letters())
    bones = re.sub(r"[aeiouh]", "", word[1:])
    head = word[:1] if word[:1] not in "aeiouh" else ""
    return re.sub(r"(.)\1+", r"\1", head + bones)


@lru_cache(maxsize=65536)
def same_word(a: str, b: str) -> bool:
    """Whether two words (keys) are spellings of one word."""
    if a == b:
        return True
    if frozenset((a, b)) in different() or any(map(str.isdigit, a + b)) or min(len(a), len(b)) < 4:
        return False
    score = fuzz.ratio(a, b)
    if score >= CLEARLY_ALIKE and min(len(a), len(b)) >= 7:
        return True
    bones = skeleton(a)
    return (
        len(bones) >= 2
        and bones == skeleton(b)
        and (score >= SURELY_ALIKE or (score >= BARELY_ALIKE and len(bones) >= 3))
    )


def telling(name: str) -> list[str]:
    """The words of a name (key) by which it is compared."""
    known = spellings()
    passed = (known.particles - known.numbers) | known.small
    return [word for word in name.split() if word not in passed]


def same_spelling(a: str, b: str) -> bool:
    """Whether two names of groups or bodies (keys) are transliterations of one name, word by word."""
    first, second = telling(a), telling(b)
    return len(first) == len(second) > 0 and all(same_word(x, y) for x, y in zip(first, second, strict=True))


def spelling_keys(name: str) -> tuple[tuple[str, ...], ...]:
    """Keys of a name (key) of which any two that `same_spelling` joins share one: for looking only at few others.

    First words of one spelling agree in their consonants or, after one slip in a long word, in their first or last
    three letters.
    """
    words = telling(name)
    if not words:
        return ()
    first, count = words[0], str(len(words))
    return (("consonants", count, skeleton(first)), ("start", count, first[:3]), ("end", count, first[-3:]))


@lru_cache(maxsize=65536)
def word_keys(word: str) -> tuple[tuple[str, ...], ...]:
    """Keys of a word of which any two words share one that `same_word` or the same consonants make one: consonants and,
    after one slip, the first or last three letters; words so long that both may differ share one."""
    found = (("consonants", skeleton(word)), ("start", word[:3]), ("end", word[-3:]))
    return (*found, ("long",)) if len(word) >= LONG else found


LONG = 12
"""Letters of a word from which on two slips may be in it (`CLEARLY_ALIKE`)."""


def initials(name: str) -> frozenset[str]:
    """Acronyms that a name of several words may have, small words counted and not."""
    words = key(name).split()
    if len(words) < 2:
        return frozenset()
    telling = [word for word in words if word not in spellings().small]
    return frozenset(("".join(word[0] for word in words), "".join(word[0] for word in telling)))


# --------------------------------------------------------------------------- people


_SERVANT = re.compile(r"\babd[aeou]?(?: (?:al|el|ul|ar|as|ur|us) |[aeou]?[lrs] )")


@lru_cache(maxsize=65536)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a person's name (keys), no particles; "Abd al-Rahman" and "Abdul Rahman" are "abdul rahman"."""
    words = _SERVANT.sub("abdul ", key(name)).split()
    return tuple(word for word in words if word not in spellings().particles) or tuple(words)


def surname(name: str) -> str:
    """The last word of a person's name (key) that is no particle: "al askari" -> "askari"."""
    return _parts(name)[-1] if name else ""


def given(name: str) -> tuple[str, ...]:
    """The words before the surname, particles left out."""
    return _parts(name)[:-1]


def _same_given(a: str, b: str) -> bool:
    if a == b or same_word(a, b):
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    return nicknames(a, b) or _barely(a, b)


def _barely(a: str, b: str) -> bool:
    """Two short words of the same consonants whose letters mostly agree: enough beside another name that fits."""
    bones = skeleton(a)
    if min(len(a), len(b)) < 3 or len(bones) < 2 or frozenset((a, b)) in different():
        return False
    return bones == skeleton(b) and fuzz.ratio(a, b) >= PERSON_ALIKE


def _same_surname(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    glued = long[:2] in ("al", "el") and len(short) >= 4 and same_word(short, long[2:])  # "alotaibi", "al otaibi"
    return a == b or glued or same_word(a, b) or _barely(a, b)


def same_person(a: str, b: str) -> str:
    """Why two full names can be one person's; "" if they cannot."""
    first, second = given(a), given(b)
    if not first or not second:
        return ""
    if not _same_surname(surname(a), surname(b)):
        brief, whole = sorted(((*first, surname(a)), (*second, surname(b))), key=len)
        if len(brief) == len(whole) - 1 and brief == whole[:-1]:
            return "one name is the other without its last part"
        joined = key(a).replace(" ", ""), key(b).replace(" ", "")
        return "the same letters, cut differently" if joined[0] == joined[1] else ""
    if _same_given(first[0], second[0]):
        middle = first[1:], second[1:]
        if middle[0] and middle[1] and not _same_given(middle[0][0], middle[1][0]):
            return ""
        return "same surname, given names that agree"
    short, long = sorted((first, second), key=len)
    if surname(a) == surname(b) and len(long) > len(short) and long[-len(short) :] == short:
        return "one name is the other without its first part"
    return ""
