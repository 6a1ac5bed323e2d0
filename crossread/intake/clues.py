"""Dates that stand on and around a report, what each probably dates, and a first estimate from them.

Kinds: `published`; `modified`, `rendered` (the day on which the page was shown) and `crawled` (an archive's stamp):
the report is not younger than these; `shown`: a post or photograph in it, than which the report is not older;
`unknown`, of which `why` says what it is: a date line or file name that may be either. Every clue is kept:
`crossing.publication` weighs them again with the weekdays of the text and with the other reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from crossread.intake import wires, written
from crossread.records import ClueKind, DateBasis, DateClue, Published

_URL_DATE = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?:([/_-])(0?[1-9]|1[0-2]|[a-z]{3})\2(0?[1-9]|[12]\d|3[01])|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)",
    re.I,
)
_ARCHIVE = re.compile(r"/web/(\d{4})(\d{2})(\d{2})\d{0,6}(?:[a-z]{2}_)?/")
_POST = re.compile(r"(?:—|--?|–)\s.{2,60}\(@\w+\)\s(.{8,24})$")
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))\D{0,12}((?:19|20)\d{2})(?:\s?[-–]\s?((?:19|20)\d{2}))?", re.I)


def clue(kind: ClueKind, day: date, basis: DateBasis, text: str, why: str, until: date | None = None) -> DateClue:
    return DateClue(kind, day, until or day, basis, text.strip()[:120], why)


def of_url(url: str) -> tuple[DateClue, ...]:
    """The dates in a page's address: an archive's stamp, and the day that many sites put into it."""
    found = []
    if stamp := _ARCHIVE.search(url):
        if day := _date(*stamp.groups()):
            found.append(clue("crawled", day, "crawled", stamp[0], "the web archive's stamp: not later than this"))
        url = url[stamp.end() :]
    for match in _URL_DATE.finditer(url):
        if day := _date(match[1], match[3] or match[5], match[4] or match[6]):
            found.append(clue("published", day, "url", match[0], "the day in the page's address"))
            break
    return tuple(found)


def of_file_name(name: str) -> tuple[DateClue, ...]:
    """A full date in a file's name: the day of the report, or the day on which it was saved."""
    for match in _URL_DATE.finditer(name):
        if day := _date(match[1], match[3] or match[5], match[4] or match[6]):
            return (
                clue("unknown", day, "url", match[0], "the day in the file's name: of the report, or of saving it"),
            )
    return ()


def _date(year: str, month: str, day: str) -> date | None:
    number = written.known().months.get(month.lower()) if month.isalpha() else int(month)
    try:
        return date(int(year), number or 0, int(day))
    except ValueError:
        return None


def of_line(line: str, country: str | None = None) -> tuple[DateClue, ...]:
    """The dates of a line that labels or holds nothing but dates ("Published 2018-04-09 Updated …")."""
    found: list[DateClue] = []
    at, kind = 0, None
    for day in written.full_dates(line, country):
        changed = kind == "modified" and found[-1].start <= day.day  # "Updated 6 May | 4 May": the other is no change
        kind = written.label(line[at : day.start]) or ("modified" if changed else None)
        why = {
            "published": "labelled as published",
            "modified": "labelled as changed then",
            "rendered": "labelled as shown or saved then",
        }
        found.append(
            clue(
                kind or "unknown",
                day.day,
                "modified" if kind == "modified" else "text",
                line,
                why.get(kind or "", "a date line"),
            )
        )
        at = day.end
    return tuple(found)


def of_post(line: str) -> DateClue | None:
    """The day of an embedded post that the report quotes: the report is not older."""
    match = _POST.search(line.strip()[-140:]) if "(@" in line else None
    days = written.full_dates(match[1]) if match else []
    return (
        clue("shown", days[0].day, "text", match[0], "an embedded post of this day: not earlier than this")
        if match and days
        else None
    )


def of_caption(line: str) -> tuple[DateClue, ...]:
    """The days in a photograph's caption: new or from an archive, it is not younger than the report that shows it."""
    why = "the day of a photograph: not earlier than this"
    return tuple(clue("shown", day.day, "text", line, why) for day in written.full_dates(line))


def of_copyright(line: str) -> DateClue | None:
    """The year of a copyright notice: of the report or of the day on which the page was shown."""
    match = _COPYRIGHT.search(line)
    if not match:
        return None
    year = int(match[2] or match[1])
    return clue(
        "rendered",
        date(year, 1, 1),
        "text",
        match[0],
        "the year of the copyright notice: not later than this year",
        date(year, 12, 31),
    )


def of_dateline(paragraph: str, near: Iterable[DateClue]) -> DateClue | None:
    """The day in the dateline of a wire report ("MARO, May 5 (XYZ) --"); its year may have to come from other clues."""
    line = wires.dateline(paragraph)
    if line is None or line.day is None:
        return None
    text = paragraph[: line.end]
    if days := written.full_dates(wires.full_year(line.day)):
        return clue("published", days[0].day, "dateline", text, "the dateline")
    for other in sorted(near, key=lambda c: c.kind != "published"):
        for year in (other.end.year, other.end.year - 1):
            days = written.full_dates(f"{line.day}, {year}")
            if days and days[0].day <= other.end:
                why = f"the dateline, in the year that '{other.text[:40]}' gives"
                return clue("published", days[0].day, "dateline", text, why)
    return None


# --------------------------------------------------------------------------- the first estimate

_RANK: dict[str, int] = {"metadata": 0, "text": 1, "dateline": 2, "url": 3}


def estimate(clues: Iterable[DateClue]) -> Published | None:
    """When the report came out, as far as its own clues tell; None if only upper or lower bounds are known. Of clues of
    one basis the first counts: they come in the order in which a page is read."""
    clues = tuple(clues)
    own = sorted((c for c in clues if c.kind == "published"), key=lambda c: _RANK.get(c.basis, 9))
    loose = [c for c in clues if c.kind == "unknown"]
    if own:
        best = own[0]
        address = next((c for c in own if c.basis == "url"), None)
        if address and best.basis == "metadata":
            best = (
                address  # the outlet's own day: metadata give another time zone's, or that of the site's last removal
            )
        return Published(best.start, best.end, best.basis)
    if loose:
        best = min(loose, key=lambda c: _RANK.get(c.basis, 9))
        return Published(best.start, best.end, best.basis)
    changed = sorted(c.start for c in clues if c.kind == "modified")
    return Published(changed[0], changed[0], "modified") if changed else None
