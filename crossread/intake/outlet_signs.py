"""Whether a bare name in a report's head is its outlet's and not its writer's, though no list knows it: a word that
outlets bear, an article in front ("La Hora"), what it is in brackets ("(blog)", its own initials), or a text in which
people tell it things ("she told Voz del Mar")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from crossread.intake import junk, outlets
from crossread.intake.unlisted import is_elsewhere
from crossread.spelling import either

_BRACKETED = re.compile(r"^(?P<name>[^()]+?) \((?P<inside>[^()]{2,20})\)$")


INITIALS = 3
"""Letters from which on a bracket with a name's initials is an outlet's; writers sign with two."""


def bare(name: str) -> str:
    """A name without the bracket behind it that says what it is, or its initials ("Coast Wire Service (CWS)")."""
    return match["name"] if (match := _BRACKETED.match(name)) and _says_what(match) else name


def _says_what(match: re.Match[str]) -> bool:
    initials = "".join(word[0] for word in match["name"].split() if word[0].isupper())
    inside = match["inside"]
    return inside.lower() in outlets.names().kinds or (len(inside) >= INITIALS and inside == initials)


def is_outlet(name: str, below: Sequence[str]) -> bool:
    """Whether a name under a title is the outlet's; `below`: the lines that may tell."""
    if is_masthead(name, below):
        return True
    return name.split()[0] in outlets.names().articles and not is_elsewhere(name)


def is_masthead(name: str, below: Sequence[str]) -> bool:
    """The same where the name may be a title instead ("The Lost Harbour"), so that its article says nothing."""
    plain = bare(name)
    if is_elsewhere(plain) and outlets.named(plain) is None:
        return False
    return plain != name or _like_outlet(plain) or _is_told(plain, below)


def _like_outlet(name: str) -> bool:
    """A name with a word that outlets bear; of one in capitals also another word, as in no label ("NEWS STORY")."""
    if not name.isupper():
        return outlets.looks_like(name)
    plain = {*junk.known().sections, *outlets.names().own}
    known = all(word in plain for word in name.lower().split())
    return not known and not re.search(r"\d", name) and outlets.looks_like(name.title())


def _is_told(name: str, below: Sequence[str]) -> bool:
    first, *rest = name.split()
    short = f"{first} {rest[-1]}" if len(rest) > 1 and first in outlets.names().articles else name
    named = either([name, name.removeprefix("The "), short])
    pattern = re.compile(rf"\b(?:{_listening()})\s+(?:the )?(?:{named})\b(?!['’]s)")
    return any(pattern.search(line) for line in below)


@lru_cache(maxsize=1)
def _listening() -> str:
    return either(outlets.names().told)


def signed(byline: str, below: Sequence[str]) -> tuple[str, str] | None:
    """Writer and outlet of a byline that ends with its outlet ("Ana Bell, The Harbour Lamp"), else None."""
    writer, comma, last = byline.rpartition(", ")
    last = last.strip(" .")
    if not (comma and writer and last[:1].isupper()) or re.search(r"\d| and ", last):
        return None
    if last.split()[-1].lower() in outlets.names().callings:
        return None
    if known := outlets.named(last):
        return (writer, known.name) if known.kind not in ("agency", "monitor") else None
    return (writer, bare(last)) if len(last.split()) > 1 and is_outlet(last, below) else None
