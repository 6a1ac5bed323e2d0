"""Short names of bodies and groups that the report itself explains: "Long Name (LN)", and later only "LN" or "Name"."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from crossread import atlas, roster
from crossread.crossing import likeness
from crossread.crossing.actors.bodies import bodies
from crossread.crossing.actors.keys import Label
from crossread.function_words import function_words
from crossread.records import Key, Mention
from crossread.spelling import key

Bound = dict[Label, set[Label]]
"""Short names that some report explains, and what they stand for."""
GAP = 20
"""Characters that may stand between a name and the short form that it introduces."""


def join_short_names(
    found: dict[Key, Label], mentions: tuple[Mention, ...], text: str, why: dict[Label, list[str]], bound: Bound
) -> None:
    """Give short names of groups and bodies the label of the full name to which the report ties them."""
    _introduced(found, mentions, text, why, bound)
    names: dict[Label, int] = {}  # where each name of a group or body stands first
    for (_, i), given in sorted(found.items()):
        if mentions[i].named and mentions[i].type != "person" and given.sort in ("name", "known"):
            names.setdefault(given, i)
    longs = _parts_of_names(names)
    by_initials: dict[str, list[Label]] = defaultdict(list)
    for given in names:
        for letters in sorted(likeness.initials(given.what)):
            by_initials[letters].append(given)
    now: dict[Label, Label] = {}
    for short, at in names.items():
        if short.sort != "name":
            continue
        shown = mentions[at].span.text
        acronym = " " not in short.what and sum(c.isupper() for c in shown) > 1
        hits = [hit for hit in by_initials.get(short.what, ()) if hit != short] if acronym else []
        if len(hits) != 1:
            hits = [hit for hit in longs.get(short.what, ()) if names[hit] < at]
        if len(hits) == 1:
            now[short] = hits[0]
            if acronym:
                bound[short].add(hits[0])
            _tell(why, hits[0], f"'{shown}' is {mentions[names[hits[0]]].span.text}, named before in the same report")
    for place, given in found.items():
        seen = set()
        while given in now and given not in seen:
            seen.add(given)
            given = now[given]
        found[place] = given


def _parts_of_names(names: dict[Label, int]) -> dict[str, list[Label]]:
    """Beginnings and ends of the long names by which a report may go on ("Harvard", "the Federation")."""
    known = bodies()
    longs: dict[str, list[Label]] = defaultdict(list)
    for long in names:
        words = long.what.split()
        if len(words) > 1 and words[-1] in known.legal:
            longs[words[0]].append(long)
        for cut in range(1, len(words)):
            for short, rest in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
                if _can_stand(short) and not known.apart & set(rest) and long not in longs[" ".join(short)]:
                    longs[" ".join(short)].append(long)
    return longs


def _can_stand(short: list[str]) -> bool:
    """Whether a part of a name can stand for it: no country, no lone adjective, at least three letters."""
    joined = " ".join(short)
    if atlas.country_names().get(joined) or atlas.demonyms().get(joined) or len(joined) < 3:
        return False
    return function_words().inside_names.isdisjoint((short[0], short[-1]))


# --------------------------------------------------------------------------- introduced


def _introduced(
    found: dict[Key, Label], mentions: tuple[Mention, ...], text: str, why: dict[Label, list[str]], bound: Bound
) -> None:
    """ "Dockers of the Reed Coast (DRC)": the short name and the long are one in this report."""
    order = sorted((mentions[at[1]].span.start, at) for at in found if mentions[at[1]].named)
    now: dict[Label, Label] = {}
    for (_, one), (_, two) in pairwise(order):
        a, b = mentions[one[1]], mentions[two[1]]
        if b.span.start - a.span.end > GAP or not _ties(text, a, b):
            continue
        short, long = sorted((one, two), key=lambda at: (len(key(mentions[at[1]].span.text).split()), at))
        if _explains(mentions[short[1]], mentions[long[1]], found[short], found[long]):
            now[found[short]] = found[long]
            bound[found[short]].add(found[long])
            words = f"'{mentions[short[1]].span.text}' is {mentions[long[1]].span.text}: introduced in brackets"
            _tell(why, found[long], words)
    for at, given in found.items():
        found[at] = now.get(given, given)


def _ties(text: str, a: Mention, b: Mention) -> bool:
    gap = re.sub(r"\s+", " ", text[a.span.end : b.span.start]).strip(" '\"“”‘’").lower()
    if gap not in bodies().between:
        return False
    closed = text[b.span.end : b.span.end + 3].lstrip(" '\"”’")[:1] in (")", "]", ";", ",")
    return closed or not {"(", "["} & set(gap)


def _explains(short: Mention, long: Mention, brief: Label, full: Label) -> bool:
    """Whether a bracket can be a short name at all: one word, of nobody else known, behind a name of several."""
    if "person" in (short.type, long.type) or brief == full or brief.sort not in ("name", "known"):
        return False
    words, letters = key(long.span.text).split(), key(short.span.text)
    if full.sort not in ("name", "known") or len(words) < 2 or " " in letters or len(letters) < 2:
        return False
    if brief.sort == "known" and full.sort == "known":
        return False
    if brief.sort == "known" and roster.names().get(short.span.text) is not None:
        return letters in likeness.initials(long.span.text)
    return atlas.country_names().get(short.span.text) is None


def _tell(why: dict[Label, list[str]], to: Label, reason: str) -> None:
    if reason not in why[to]:
        why[to].append(reason)
