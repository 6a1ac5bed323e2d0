"""Whether two spellings are one name: acronyms, transliterations, people's names. Pure; every answer carries its reason."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from crossread.spelling import key

SURELY_ALIKE = 86.0
"""rapidfuzz ratio (0-100) of two words from which on they are one word spelled twice, if their consonants also agree:
on the aliases of the even-numbered half of the OFAC list 86 keeps nine tenths of the spellings and joins one unlike pair in a thousand."""
ALIKE_WITHOUT_SKELETON = 92.0
"""The same where the consonants differ by a letter: one slip in a long word."""

DIFFERENT = frozenset(
    frozenset(pair)
    for pair in (
        ("niger", "nigeria"), ("iran", "iraq"), ("austria", "australia"), ("slovakia", "slovenia"), ("mali", "malawi"), ("mali", "malaysia"), ("guinea", "guyana"), ("gambia", "zambia"),
        ("dominica", "dominican"), ("india", "indiana"), ("korea", "korean"), ("hamas", "hama"), ("mauritania", "mauritius"), ("sweden", "sudan"), ("north", "south"), ("east", "west"),
        ("northern", "southern"), ("eastern", "western"), ("republic", "republican"), ("ansarullah", "ansarallah islam"), ("iranian", "iraqi"), ("armenia", "romania"), ("liberia", "libya"),
        ("georgia", "george"), ("paraguay", "uruguay"), ("lebanon", "lebanese forces"), ("latvia", "lithuania"), ("tajik", "tajikistan"), ("first", "second"), ("male", "female"),
        ("ansar", "ansaru"), ("marine", "marines corps"), ("national", "international"), ("nationalist", "nationalists"), ("algeria", "nigeria"), ("hassan", "hussein"), ("hasan", "husain"),
        ("mohammed", "mahmoud"), ("mohammad", "mahmud"), ("ahmed", "hamed"), ("ahmad", "hamad"), ("omar", "amir"), ("ali", "alaa"), ("sanders", "saunders"), ("kim", "kemi"), ("maria", "mario"),
    )
)  # fmt: skip
"""Words that look alike and are not."""

_TWINS = str.maketrans({"q": "k", "c": "k", "z": "s", "v": "w", "y": "i", "j": "g", "x": "k"})
_DIGRAPHS = (("sch", "s"), ("sh", "s"), ("ch", "k"), ("kh", "k"), ("gh", "g"), ("th", "t"), ("dh", "d"), ("ph", "f"), ("ck", "k"), ("tz", "s"), ("ts", "s"), ("dj", "g"), ("ou", "u"), ("oo", "u"), ("ee", "i"))
_NICKNAMES = (
    {"james", "jim", "jimmy", "jamie"}, {"thomas", "tom", "tommy"}, {"william", "bill", "will", "billy"}, {"robert", "bob", "rob", "bobby"}, {"michael", "mike", "mick"}, {"joseph", "joe", "joey"},
    {"richard", "dick", "rick", "ricky", "rich"}, {"edward", "ed", "eddie", "ted"}, {"anthony", "antony", "tony"}, {"charles", "charlie", "chuck"}, {"steven", "stephen", "steve"}, {"daniel", "dan", "danny"},
    {"benjamin", "ben", "bibi"}, {"christopher", "chris"}, {"matthew", "matt"}, {"timothy", "tim"}, {"kenneth", "ken", "kenny"}, {"ronald", "ron"}, {"donald", "don"}, {"samuel", "sam"}, {"gregory", "greg"},
    {"jeffrey", "geoffrey", "jeff", "geoff"}, {"katherine", "catherine", "kate", "kathy", "cathy", "kathryn"}, {"elizabeth", "liz", "beth", "betsy"}, {"margaret", "maggie", "meg", "peggy"}, {"susan", "sue", "suzanne"},
    {"patricia", "pat", "patty", "trish"}, {"patrick", "pat", "paddy"}, {"andrew", "andy", "drew"}, {"alexander", "alex", "aleksandr", "oleksandr", "alexandr", "sasha"}, {"nicholas", "nick", "nicolas", "nikolai"},
    {"david", "dave"}, {"peter", "pete", "pyotr"}, {"lawrence", "larry"}, {"raymond", "ray"}, {"frederick", "fred"}, {"philip", "phil", "phillip"}, {"john", "jack", "johnny", "jon"}, {"jonathan", "jon"}, {"victoria", "vicky", "toria"},
    {"rebecca", "becky"}, {"deborah", "debbie", "deb"}, {"jacob", "jake"}, {"joshua", "josh"}, {"zachary", "zach", "zack"}, {"vladimir", "volodymyr"}, {"sergei", "sergey", "serhiy"}, {"dmitry", "dmitri", "dmytro"}, {"mikhail", "mykhailo"},
    {"francis", "frank"}, {"albert", "al"}, {"leonard", "len", "leo"}, {"walter", "walt"}, {"gerald", "gerry", "jerry"}, {"terence", "terry"}, {"theodore", "ted", "teddy"}, {"barbara", "barb"}, {"jennifer", "jen", "jenny"}, {"cynthia", "cindy"},
)  # fmt: skip
_PARTICLES = frozenset("al el ul bin ibn bint abu umm de da di del della van von der den la le du dos ben ould ash as ad ar at an jr sr ii iii iv".split())


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """A word's consonants, with letters joined that transliterations mix up: "qataiba" and "kataib" -> "ktb"."""
    word = key(word).replace(" ", "")
    for written, sound in _DIGRAPHS:
        word = word.replace(written, sound)
    word = word.translate(_TWINS)
    bones = re.sub(r"[aeiouh]", "", word[1:])
    head = word[:1] if word[:1] not in "aeiouh" else ""
    return re.sub(r"(.)\1+", r"\1", head + bones)


@lru_cache(maxsize=65536)
def same_word(a: str, b: str) -> bool:
    """Whether two words (keys) are spellings of one word."""
    if a == b:
        return True
    if frozenset((a, b)) in DIFFERENT or any(map(str.isdigit, a + b)) or min(len(a), len(b)) < 4:
        return False
    score = fuzz.ratio(a, b)
    if score >= ALIKE_WITHOUT_SKELETON and min(len(a), len(b)) >= 7:
        return True
    bones = skeleton(a)
    return len(bones) >= 2 and bones == skeleton(b) and (score >= SURELY_ALIKE or (score >= 60 and len(bones) >= 3))


def same_spelling(a: str, b: str) -> bool:
    """Whether two names of groups or bodies (keys) are transliterations of one name, word by word."""
    first = [w for w in a.split() if w not in _PARTICLES and w not in ("of", "in", "the", "for", "and")]
    second = [w for w in b.split() if w not in _PARTICLES and w not in ("of", "in", "the", "for", "and")]
    return len(first) == len(second) > 0 and all(same_word(x, y) for x, y in zip(first, second, strict=True))


def initials(name: str) -> frozenset[str]:
    """Acronyms that a name of several words may have, small words counted and not."""
    words = key(name).split()
    if len(words) < 2:
        return frozenset()
    small = ("of", "for", "the", "and", "in", "on", "to", "de", "la", "al")
    return frozenset(("".join(w[0] for w in words), "".join(w[0] for w in words if w not in small)))


# --------------------------------------------------------------------------- people


def surname(name: str) -> str:
    """The last word of a person's name (key) that is no particle: "al askari" -> "askari"."""
    words = [w for w in key(name).split() if w not in _PARTICLES]
    return words[-1] if words else key(name)


def given(name: str) -> tuple[str, ...]:
    """The words before the surname, particles left out."""
    return tuple(w for w in key(name).split() if w not in _PARTICLES)[:-1]


def _same_given(a: str, b: str) -> bool:
    if a == b or same_word(a, b):
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if any(a in names and b in names for names in _NICKNAMES):
        return True
    return min(len(a), len(b)) >= 3 and skeleton(a) == skeleton(b) and len(skeleton(a)) >= 2 and fuzz.ratio(a, b) >= 60


def same_person(a: str, b: str) -> str:
    """Why two full names can be one person's; "" if they cannot."""
    first, second = given(a), given(b)
    if not first or not second:
        return ""
    x, y = surname(a), surname(b)
    if x != y and not same_word(x, y):
        joined = key(a).replace(" ", ""), key(b).replace(" ", "")
        return "the same letters, cut differently" if joined[0] == joined[1] else ""
    if _same_given(first[0], second[0]):
        middle = first[1:], second[1:]
        if middle[0] and middle[1] and not _same_given(middle[0][0], middle[1][0]):
            return ""
        return "same surname, given names that agree"
    short, long = sorted((first, second), key=len)
    if len(long) > len(short) and all(any(_same_given(w, v) for v in long) for w in short):
        return "one name is the other without its first part"
    return ""
