"""Is this line part of the report, or of the page around it? Judged by the line alone.

`cleaning.py` looks at its neighbours. The words stand in `knowledge/en/junk.yml`. A line in quotes is somebody's speech
and never judged by how it begins, and a long paragraph is never thrown away for one phrase in it.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from crossread import knowledge
from crossread.spelling import straight

LANGUAGE = "en"
LONGEST = 900
"""Characters of a line that is looked at: captions and sign-up boxes have fewer than 500, so longer lines are text."""

LONGEST_BAR = 160
"""Characters of a bar of share buttons; a site with 15 of them writes 120."""

_EDGES = " \t\u00a0•·▪►▶*|>›»-–—.:!…"
_SPACE = re.compile(r"\s+")
_GAP = re.compile(r"\s{2,}")
_COUNT = re.compile(r"\b\d[\d.,]*[km]?\b")


class JunkKnowledge(msgspec.Struct, frozen=True):
    """The shape of `junk.yml`; each list is explained there."""

    whole: dict[str, list[str]]
    links: list[str]
    links_like: list[str]
    rest: list[str]
    starts: dict[str, list[str]]
    longest_start: int
    patterns: dict[str, list[str]]
    longest_pattern: int
    hints: list[str]
    writers: list[str]
    sites: list[str]
    writer_tells: list[str]
    writer_news: list[str]
    site_news: list[str]
    particles: frozenset[str]
    writes: list[str]
    covers: list[str]
    ours: list[str]
    joints: list[str]
    dotted_ends: tuple[str, ...]
    before_by: list[str]
    byline_labels: list[str]
    posted: list[str]
    announcing: list[str]
    around_credits: list[str]
    signing: list[str]
    sections: frozenset[str]
    sharing: frozenset[str]
    sharing_sure: frozenset[str]
    scenes: tuple[str, ...]
    told: tuple[str, ...]
    camera: tuple[str, ...]


def known() -> JunkKnowledge:
    return knowledge.load("junk.yml", JunkKnowledge, LANGUAGE)


def fold(line: str) -> str:
    """A line as it is compared: lower case, straight quotes, single spaces, no bullets in front."""
    return _SPACE.sub(" ", straight(line)).lower().strip().lstrip("•·▪►▶* ")


def core(line: str) -> str:
    """`fold` without the punctuation at the edges."""
    return fold(line).strip(_EDGES)


@lru_cache(maxsize=1)
def _whole() -> dict[str, str]:
    return {core(phrase) or phrase: why for why, phrases in known().whole.items() for phrase in phrases}


@lru_cache(maxsize=1)
def _marks() -> frozenset[str]:
    """End marks, which are nothing but punctuation."""
    return frozenset(phrase for phrase in known().whole["end mark"])


@lru_cache(maxsize=1)
def _starts() -> tuple[re.Pattern[str], dict[str, str]]:
    of = {phrase: why for why, phrases in known().starts.items() for phrase in phrases}
    ordered = sorted(of, key=lambda phrase: (-len(phrase), phrase))
    parts = (re.escape(phrase) + (r"\b" if phrase[-1].isalnum() else "") for phrase in ordered)
    return re.compile("|".join(f"(?:{part})" for part in parts)), of


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """(reason, what the line begins with, what stands anywhere in it)."""
    made = []
    for why, patterns in known().patterns.items():
        first = [p for p in patterns if p.startswith("^") and "|^" not in p]
        anywhere = [p for p in patterns if p not in first] or ["(?!)"]
        made.append((why, _either(first or ["(?!)"]), _either(anywhere)))
    return tuple(made)


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@lru_cache(maxsize=1)
def _headings() -> dict[str, str]:
    k = known()
    return {**{core(h): "links" for h in k.links}, **{core(h): "rest" for h in k.rest}}


@lru_cache(maxsize=1)
def _links_like() -> re.Pattern[str]:
    return _either(known().links_like)


def heading(line: str) -> str | None:
    """ "links" or "rest" if the line is a heading under which no part of the report stands any more."""
    if len(line) >= 80:
        return None
    folded = core(line)
    return _headings().get(folded) or ("links" if _links_like().match(folded) and line[-1] not in ".,?!" else None)


def reason(line: str) -> str | None:
    """Why the line is no part of the report, as far as it tells by itself; None for text."""
    if len(line) > LONGEST:
        return None
    folded = fold(line)
    stripped = folded.strip(_EDGES)
    if folded in _marks() or not stripped:
        return "end mark"
    if why := _whole().get(stripped):
        return why
    if _share_bar(folded):
        return "share buttons"
    words = folded.count(" ") + 1
    k = known()
    if words <= k.longest_start:
        pattern, of = _starts()
        if match := pattern.match(folded):
            return of.get(match[0]) or next(why for phrase, why in of.items() if match[0] == phrase)
    if words <= k.longest_pattern:
        hinted = any(hint in folded for hint in k.hints)
        for why, first, anywhere in _patterns():
            if first.match(folded) or (hinted and anywhere.search(folded)):
                return why
    return None


def _share_bar(folded: str) -> bool:
    """Nothing but the words of share buttons, with or without numbers ("connect tweet email more", "print (12)")."""
    if len(folded) > LONGEST_BAR or folded.endswith(("?", "!")):
        return False
    words = re.findall(r"[^\W\d]+(?:[-+][^\W\d]*)?", _COUNT.sub(" ", folded))
    k = known()
    return len(words) > 1 and all(word in k.sharing for word in words) and any(word in k.sharing_sure for word in words)


@lru_cache(maxsize=1)
def _repeats() -> re.Pattern[str]:
    return re.compile(r"^home(?:\s*[>»›/|]|page\b)|^(?:[^>»›|]{2,30}[>»›|]){2,}")


@lru_cache(maxsize=1)
def byline() -> re.Pattern[str]:
    """ "Story by Ana Bell", "Reporter: Ana Bell"."""
    k = known()
    by = rf"^(?:(?:{'|'.join(k.before_by)}) )?by:? +(?=(?-i:[A-Z]))(.{{3,80}})$"
    return re.compile(rf"{by}|^(?:{'|'.join(k.byline_labels)})s?: +(.{{3,60}})$", re.I)


def bar(line: str) -> list[str]:
    """The entries of a menu that wide gaps part ("NEWS   SPORT   OPINION"): three or more short ones; else empty."""
    parts = _GAP.split(line.strip())
    short = len(parts) > 2 and all(part.count(" ") < 4 and part[-1] not in ".!?:;," for part in parts)
    return parts if short and len(line) <= LONGEST_BAR else []


def breadcrumb(line: str) -> bool:
    """A line of nothing but names of a site's sections, or of parts divided as breadcrumbs are ("Home > World > …")."""
    if bar(line):
        return True
    folded = fold(line)
    if re.match(r"^Home(?=[A-Z][a-z])", line.strip()) or _repeats().match(folded):
        return len(folded) < 200
    if folded.endswith(":"):
        return False
    words = re.findall(r"[\w.']+", folded)
    sections = known().sections
    return 0 < len(words) <= 10 and all(word in sections or word.strip(".") in sections for word in words)
