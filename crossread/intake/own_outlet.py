"""Who published a report: the name that the page or header gives, its address, or what the lines around it say.

1. A header line or the page itself names the outlet; an agency named there may only be credited.
2. The address.
3. What most lines around the report name: a copyright notice, short lines, web addresses.
4. Single hints: the writer's box, a byline, the title's end, "reports the Valley Herald" at the end.
5. The agency of a dateline as agencies write it on their own pages.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from crossread.intake import cleaning, junk, outlet_names, outlets, wires
from crossread.intake.drafts import Draft
from crossread.intake.reports import Cleaned
from crossread.records import Removed
from crossread.spelling import either


class _Naming(NamedTuple):
    """Where lines name the outlet: a copyright notice, the end of a report, a byline."""

    copyright: re.Pattern[str]
    reports: re.Pattern[str]
    who: re.Pattern[str]


@lru_cache(maxsize=1)
def _naming() -> _Naming:
    k = outlets.names()
    return _Naming(
        re.compile(
            r"(?:(?:copyright|©|\(c\)|c\.(?=\d))[\s,:]*)+(?:(?:19|20)\d{2}(?:\s?[-–]\s?\d{4})?)?[.,]?\s*(?:by )?"
            r"(?P<name>[A-Z](?:[^.|()]|(?<=[^a-z][a-z])\.){1,40}?)"  # "N.Y. Times"
            rf"(?:,? (?:{either(k.legal)})\b|[|()]|(?<![^a-z][a-z])\.|,? [Aa]ll [Rr]ights|$)",
            re.I,
        ),
        re.compile(rf"(?:…|\.\.\.|\.)\s*(?:{either(k.said_last)})\s+(?:the )?((?:[A-Z][\w.&'-]*\s?){{1,5}})$"),
        re.compile(
            rf"^(?:(?:{either(k.bylined)}) )?(?:by )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){{1,3}}, "
            r"(?:the )?([A-Z][\w ]{1,30}?)(?:,|$)",
            re.I,
        ),
    )


_BOX = re.compile(r"\b(?:at|for|of) (?:the )?((?:[A-Z][\w&'-]*(?:\.\w+)*(?: (?=[A-Z]))?){1,4})")


ENOUGH = 2
"""Votes of the lines around a report that name its outlet."""
CLEARLY = 1.5
"""How many times the next one's votes they must be: a page of news has links to other outlets, too."""
HEADED, OWNED = 2, 3
"""What a name at the report's head or in the title's end counts for, and one in a copyright notice."""
AROUND = ("above the report on its page", "below the report on its page")
SHORT = 160
"""Characters of a line that may name the page it stands on; longer ones tell of something."""


def find(draft: Draft, cleaned: Cleaned) -> str | None:
    """Who published the report, by the strongest hint. None if nothing tells: an agency with a place in front stands in
    everybody's pages."""
    if draft.url and (known := outlets.of_address(draft.url)):
        return known.name
    headed = outlets.named(draft.outlet) if draft.outlet else None
    if draft.outlet and draft.url:
        return headed.name if headed else draft.outlet
    if most := _most_told(draft, cleaned):
        return most
    if draft.outlet and (headed is None or _may_own(headed) or not _of_a_page(cleaned)):
        return headed.name if headed else draft.outlet
    for name in _hints(draft, cleaned):
        if (known := outlets.named(name)) and known.kind not in ("agency", "monitor"):
            return known.name
        if known is None and outlets.looks_like(name):
            return name
    if cleaned.site:
        return cleaned.site
    return _wire(cleaned)


_HOST = re.compile(r"\b(?:[\w-]+\.)+[a-z]{2,4}\b")


def _most_told(draft: Draft, cleaned: Cleaned) -> str | None:
    """The listed outlet that the lines around the report clearly name most often, if they do so often enough."""
    votes: Counter[str] = Counter()
    at_head = [draft.outlet or "", *(part for name in draft.names for part in _parts(name))]
    for known in dict.fromkeys(map(outlets.named, at_head)):
        if known and _may_own(known):
            votes[known.name] += HEADED
    for item in cleaned.removed:
        votes.update({known.name: count for known, count in _told_in(item).items() if _may_own(known)})
    (first, most), (_, next_most), *_ = [*votes.most_common(2), ("", 0), ("", 0)]
    return first if most >= ENOUGH and most >= CLEARLY * next_most else None


def _told_in(item: Removed) -> dict[outlets.Outlet, int]:
    """The outlets that one line around the report names, and how much that counts."""
    line = item.text
    found: dict[outlets.Outlet, int] = {}
    if (whole := outlets.named(line)) and line.lower().startswith("the ") == whole.name.startswith("The "):
        found[whole] = 1  # "WIRED", but not "National" for the paper of that name
    if len(line) <= SHORT:
        named = [outlets.named(place.name) for place in outlet_names.named(line)]
        linked = [outlets.of_address(match[0]) for match in _HOST.finditer(line)]
        found.update({known: 1 for known in (*named, *linked) if known})
    if match := _naming().copyright.search(line):
        for part in re.split(r"\s*/\s*", match["name"].strip(" -")):
            if owner := next((known for name in _shortened(part) if (known := outlets.named(name))), None):
                found[owner] = OWNED
    return found


def _of_a_page(cleaned: Cleaned) -> bool:
    """Whether the text is a whole page, on which an agency is named as the source."""
    return sum(item.why in AROUND for item in cleaned.removed) >= ENOUGH


def _may_own(outlet: outlets.Outlet) -> bool:
    return outlet.kind != "agency"


def _wire(cleaned: Cleaned) -> str | None:
    """The agency of a dateline that only its own pages, or those of a monitoring service, have."""
    line = wires.dateline(cleaned.paragraphs[0]) if cleaned.paragraphs else None
    if line is None or line.agency is None or any(cleaning.credit_line(text) for text in cleaned.paragraphs[-2:]):
        return None
    placeless = cleaned.paragraphs[0][: line.start].strip() == "("
    known = outlets.named(line.agency)
    if placeless:
        return known.name if known else None
    if line.marked or (line.year and line.day):
        return known.name if known else wires.agency_name(line.agency)
    return None


def _hints(draft: Draft, cleaned: Cleaned) -> list[str]:
    """Names that may be the outlet's, strongest first."""
    found = []
    for item in cleaned.removed:
        if item.why == "copyright notice" and (match := _naming().copyright.search(item.text)):
            found.extend(re.split(r"\s*/\s*", match["name"].strip(" -")))
    for item in cleaned.removed:
        found.extend(_own_names(item))
    for line in cleaned.paragraphs:
        if match := _supplemented().search(line):
            found.append(match[1].strip())
        if len(line) < 80 and (match := _naming().who.match(line)):
            found.append(next((name for name in _shortened(match[1]) if outlets.named(name)), ""))
        elif match := _naming().reports.search(line[-60:]):
            found.append(match[1].strip())
    for item in cleaned.removed:
        if item.why == "about the writer":
            names = [match[1].strip(" .,") for match in _BOX.finditer(item.text)]
            found.extend(sorted((n for n in names if outlets.looks_like(n) or outlets.named(n)), key=_unlisted))
    found.extend(part for name in draft.names for part in _parts(name))
    return [name for name in found if name and not _generic(name)]


_HANDLE = re.compile(r"(?:^|\s)@(\w{2,30})")
_SHORT_LINK = re.compile(r"https?://([\w.-]+)/")


def _own_names(item: Removed) -> list[str]:
    """The outlet in what a page says of itself in removed lines: whom to follow, what else is on it, its short links;
    only names that the list knows."""
    found: list[str] = []
    if item.why == "share buttons":
        found.extend(match[1] for match in _HANDLE.finditer(item.text))
        found.extend(known.name for match in _SHORT_LINK.finditer(item.text) if (known := outlets.of_address(match[1])))
    if item.why in ("heading of links", "sign-up") and len(item.text) < 120:
        found.extend(item.text[place.start : place.end] for place in outlet_names.named(item.text)[:1])
    return [name for name in found if outlets.named(name)]


@lru_cache(maxsize=1)
def _supplemented() -> re.Pattern[str]:
    """ "The Valley Herald has added to this XYZ report": the page's own outlet speaks of what it took over."""
    nouns = "|".join(map(re.escape, outlets.names().own))
    name = r"(?:The )?((?:[A-Z][\w.&'’-]*\s?){1,4})"
    return re.compile(rf"^{name} has [a-z]+(?: [a-z]+)? this (?:[A-Z]\w+ )?(?:{nouns})\b")


def _parts(name: str) -> list[str]:
    """The pieces of what stood behind a title, the ones that name rather than describe first."""
    parts = [part.strip(" |-–—:,") for part in re.split(r"\s*[|–—»·:,]\s*|\s-\s", name)]
    return sorted((part for part in parts if part and part.count(" ") < 5), key=_unlisted)


def _unlisted(name: str) -> bool:
    return outlets.named(name) is None


def _generic(name: str) -> bool:
    """Nothing but words that every site has ("News, Weather, Sports")."""
    words = re.findall(r"\w+", name.lower())
    return all(word in junk.known().sections for word in words)


def _shortened(name: str) -> list[str]:
    """ "BBC Washington" may be the BBC in Washington: the name with fewer and fewer of its last words."""
    words = name.split()
    return [" ".join(words[:count]) for count in range(len(words), 0, -1)]
