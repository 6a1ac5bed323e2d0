"""What stands before the first sentence of a wire report: place, day, agency, editors' marks.

"MARO, May 5 (XYZ) --", "MARO (Elvia), 5 May 89 (Radio Maro) -- [Text]", "MARO (XYZ) -", "MARO, May 5 /XYZ/ --".
Monitoring services write a line of their own: "Maro Radio Tal in Elvian to Ostland 1200 GMT 5 May 89".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from crossread.intake import outlets, written

LONGEST = 180
"""Characters in which a dateline ends; the longest of 1,700 wire reports of a monitoring service has 96."""
PLACE = 9
"""Words of the place of a dateline ("TIRAD AL-MUR, north of Maro, Elvia" has seven)."""
OLD = 70
"""Years of two digits from this one on belong to the twentieth century: wires wrote so until about 2000."""


_GROUPS = ("in1", "between1", "in2", "between2", "in3", "between3")


class Dateline(NamedTuple):
    """A dateline in `text[:end]`: the day as written (None without one), the agency and where its name stands; `year`
    tells that the day has its year, `marked` that an editor's mark ("[Text]") follows, as monitoring services write."""

    end: int
    day: str | None
    year: bool
    agency: str | None
    start: int
    marked: bool


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    k = written.known()
    month = "(?:" + "|".join(sorted(k.months, key=lambda m: (-len(m), m))) + r")\b\.?"
    weekday = "(?:" + "|".join(sorted(k.weekdays, key=lambda m: (-len(m), m))) + r")\b\.?"
    year = r"(?:,? (?P<year{0}>\d{{4}}|'?\d{{2}})(?![\d:]))?"
    number = r"\d{1,2}(?:st|nd|rd|th)?"
    when = rf"(?:{weekday},? )?(?:{month} {number}{year.format(1)}|{number} {month}{year.format(2)})"
    undated = "|".join(map(re.escape, k.undated))
    word = rf"(?-i:[A-Z][\w.'’/-]*|al-?\w*|{'|'.join(map(re.escape, k.place_words))})"
    place = rf"(?-i:[A-Z\"(])[\w.'’/-]*,?(?: {word},?){{0,{PLACE - 1}}}?"
    country = r"(?: ?\([A-Za-z][^()]{2,30}\)(?=,))?"
    agency = r"(?:\((?P<in{0}>(?-i:[A-Z]|dpa|ynet)[^()]{{1,50}})\)|/(?P<between{0}>(?-i:[A-Z])[^/\n]{{1,40}})/)"
    marks = r"(?P<marks>(?:\[[^\]]{2,60}\]\s*)*)"
    return re.compile(
        rf"^(?:{place}{country},?\s+(?:(?P<day>{when}|{undated})(?:,|\s)*{agency.format(1)}?|{agency.format(2)})|"
        rf"{agency.format(3)})"
        rf"\s*(?P<stop>--+|-|–|—|_|:)\s*{marks}",
        re.I,
    )


def dateline(paragraph: str) -> Dateline | None:
    """The dateline at the beginning of a paragraph if it has a day or an agency; a mere place ("MARO —") is none."""
    head = paragraph[:LONGEST]
    match = _pattern().match(head)
    if match is None:
        return None
    group = next((g for g in _GROUPS if match[g]), None)
    day = match["day"]
    if match["stop"] == ":" and (group is None or day is None):
        return None  # "Minister Tal, May 3: …" is a heading
    if day is not None and day.lower() in written.known().undated:
        day = None
    return Dateline(
        end=match.end(),
        day=day,
        year=bool(match["year1"] or match["year2"]),
        agency=match[group].strip() if group else None,
        start=match.start(group) if group else match.end(),
        marked=bool(match["marks"].strip()),
    )


def full_year(day: str) -> str:
    """A day with its year in four digits ("31 Oct 89" -> "31 Oct 1989")."""
    match = re.search(r"(?<![\d])'?(\d{2})$", day)
    if not match or not re.search(r"\d.*\D\d{2}$", day):
        return day
    return f"{day[: match.start()]}{1900 + int(match[1]) if int(match[1]) >= OLD else 2000 + int(match[1])}"


def agency_name(written_name: str) -> str | None:
    """The name of the agency or outlet of a dateline's brackets, known or not; None for what is none ("left")."""
    name = re.sub(r"\s*-\s*", "-", " ".join(written_name.split()))
    for part in (name, *re.split(r"\s*[/,]\s*", name)):
        if known := outlets.named(part):
            return known.name
    if name.lower() in written.known().nameless or len(name.split()) > 6 or any(c.isdigit() for c in name[:1]):
        return None
    if re.fullmatch(r"[A-Z][A-Z.-]{1,11}", name):
        return name
    words = name.split()
    small = written.known().place_words
    capital = all(word[0].isupper() or word[0].isdigit() or word in small for word in words)
    return name if capital and (len(words) > 1 or outlets.looks_like(name)) else None


# --------------------------------------------------------------------------- headers of monitoring services


class Monitored(NamedTuple):
    """What a monitoring service's header line tells: whose broadcast or wire, and the day as written."""

    outlet: str
    day: str


@lru_cache(maxsize=1)
def _header() -> re.Pattern[str]:
    return re.compile(
        r"^(?:\([A-Z][\w ]+\) )?(?P<who>[A-Z(].{2,70}?) in [A-Z][a-z]+(?: to [\w ,.-]{2,40}?)?,? "
        r"\d{3,4} (?:GMT|UTC|gmt),? (?:on )?(?P<day>\d{1,2} [A-Za-z]{3,9}\.?,? '?\d{2,4})\W*$"
    )


def monitored(line: str) -> Monitored | None:
    """A header such as "Maro Radio Tal in Elvian to Ostland 1200 GMT 5 May 89"."""
    match = _header().match(line) if len(line) < 160 and line[-1:].isdigit() else None
    if match is None or not written.full_dates(full_year(match["day"])):
        return None
    words = match["who"].split()
    suffixes = [" ".join(words[at:]) for at in range(len(words))]
    known = next((found.name for name in suffixes if (found := outlets.named(name))), None)
    first = outlets.names().first
    typed = next((name for name in suffixes if any(name.startswith(f"{word} ") for word in first)), None)
    return Monitored(known or typed or match["who"], full_year(match["day"]))
