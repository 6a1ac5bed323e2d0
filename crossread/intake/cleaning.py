"""Paragraphs of a draft -> the report's own, and the others with the reason why each is none.

Rules that look at one line stand in `junk.py`; here are those that look at its neighbours and at where it stands. A
line that is doubtful stays: what is lost cannot be read, what is left over only costs a little.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec

from crossread.intake import bracketed, captions, junk, outlets, written
from crossread.intake.paragraphs import running
from crossread.spelling import either, straight

MOST_LINKS = 15
"""Lines after a heading of links that are taken for links; lists under "Most Popular" have 5 to 10."""
TAIL = 0.35
"""Share of the text that must stand before a comment form's heading for everything after it to be taken for
comments."""
LAST_LINES = 8
"""Lines at the end in which the box about the writer and the editors' initials stand."""
FIRST_LINES = 6
"""Lines at the beginning in which a date line may stand below the summaries."""
REPEATED = 8
"""Words from which on a paragraph that stands twice is a repetition of the page, not of the writer."""

_INITIALS = re.compile(r"^(?:[A-Z]{1,4}|[A-Z]{2,4}(?:/[A-Z]{2,4})+|[a-z]{2,3}/[a-z]{2,3}(?: \(.{2,30}\))?)$")
_CUT_OFF = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])$")
_SLASHED = re.compile(r"^([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}) ?[/|] ?([A-Z][\w .&'’-]{2,30})$")


def mark(paragraphs: Sequence[str], title: str | None) -> list[str | None]:
    """For each paragraph the reason why it is no part of the report, or None."""
    why: list[str | None] = [junk.reason(line) for line in paragraphs]
    _spare_credits(paragraphs, why)
    _headings(paragraphs, why)
    _repetitions(paragraphs, title, why)
    _date_lines(paragraphs, why)
    captions.mark(paragraphs, why, [len(line) < 80 and credit_line(line) for line in paragraphs])
    for number in bracketed.lines(paragraphs):
        why[number] = None
    _leading_nowhere(paragraphs, why)
    _tail(paragraphs, why)
    return why


def _spare_credits(paragraphs: Sequence[str], why: list[str | None]) -> None:
    """A last line that only names agencies or says who contributed is a credit, and stays."""
    for number, line in enumerate(paragraphs):
        if why[number] and len(line) < 160 and credit_line(line):
            why[number] = None
        elif (
            why[number] is None
            and (match := _SLASHED.match(line))
            and not outlets.named(match[1])
            and outlets.named(match[2])
        ):
            why[number] = "image caption"


@lru_cache(maxsize=1)
def _around_credits() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(junk.known().around_credits)})\b|[/,&()\[\].:;|+–—-]", re.I)


@lru_cache(maxsize=1)
def _credit_joints() -> re.Pattern[str]:
    return re.compile(rf"\s*[/,&()\[\]:;|+–—]\s*|\b(?:{either(junk.known().joints)})\b")


def credit_line(line: str) -> bool:
    """A line of nothing but names of agencies and outlets ("Valley Herald / Agencies", "(Source: AFP)")."""
    around = _around_credits()
    parts = [part for part in _credit_joints().split(line.strip(" .")) if around.sub("", part).strip()]
    return bool(parts) and all(outlets.named(part) for part in parts)


def _headings(paragraphs: Sequence[str], why: list[str | None]) -> None:
    """Headings of link lists and comment forms take with them what stands under them."""
    total = sum(map(len, paragraphs)) or 1
    before = 0
    for number, line in enumerate(paragraphs):
        kind = junk.heading(line)
        if kind == "rest" and before >= TAIL * total:
            why[number:] = [reason or "comment form and comments" for reason in why[number:]]
            return
        if kind:
            why[number] = why[number] or "heading of links"
            for below in range(number + 1, min(len(paragraphs), number + 1 + MOST_LINKS)):
                if running(paragraphs[below]) or len(paragraphs[below]) > 200:
                    break
                why[below] = why[below] or "link to another report"
        before += len(line)


def _repetitions(paragraphs: Sequence[str], title: str | None, why: list[str | None]) -> None:
    """The title again, paragraphs that stand twice, and teasers that break off ("The ministry said that …")."""
    seen = {junk.core(title)} if title else set()
    keys = [junk.core(line) for line in paragraphs]
    for number, (line, folded) in enumerate(zip(paragraphs, keys, strict=True)):
        if folded in seen:
            why[number] = why[number] or (
                "title repeated" if title and folded == junk.core(title) else "repeated paragraph"
            )
        elif folded.count(" ") + 1 >= REPEATED:
            seen.add(folded)
        if why[number] is None and _CUT_OFF.search(line) and len(line) < 700:
            stem = junk.core(_CUT_OFF.sub("", line))
            if stem.count(" ") >= 4 and any(
                other.startswith(stem) and len(other) > len(stem) for other in keys[number + 1 :]
            ):
                why[number] = "teaser of the text below"


@lru_cache(maxsize=1)
def _announces() -> re.Pattern[str]:
    """A line whose end announces speech or a list of the report's own ("The mayor said:")."""
    return re.compile(rf"\b(?:{either(junk.known().announcing)})\b[^.]{{0,20}}:$", re.I)


def _leading_nowhere(paragraphs: Sequence[str], why: list[str | None]) -> None:
    """A short line that ends in a colon right before another heading, or the end, announced links that are gone."""
    kept = [number for number, reason in enumerate(why) if reason is None]
    for place, number in enumerate(kept):
        line = paragraphs[number]
        if not line.endswith(":") or line.count(" ") >= 8 or line[0] in "\"'“‘" or _announces().search(line):
            continue
        below = paragraphs[kept[place + 1]] if place + 1 < len(kept) else ""
        gone = number + 1 < len(why) and why[number + 1] in ("link to another report", "player", "share buttons")
        if not below or gone or (below.endswith("?") and below.count(" ") < 14 and below[0] not in "\"'“‘"):
            why[number] = "heading of links"


def _tail(paragraphs: Sequence[str], why: list[str | None]) -> None:
    """From the end upwards: editors' initials, stray dates, the box about the writer or the site."""
    kept = [number for number, reason in enumerate(why) if reason is None]
    if len(kept) < 3:
        return
    last = kept[-LAST_LINES:]
    boxes = 0
    for number in reversed(last):
        line = paragraphs[number]
        if _INITIALS.match(line) and number == last[-1] - boxes:
            why[number] = "editors' initials"
        elif name := _written_by(line):
            why[number] = "about the writer" if name[1] else "about the site"
            for other in range(max(0, number - 3), number):
                if junk.core(paragraphs[other]) in (junk.core(name[0]), "picture of " + junk.core(name[0])):
                    why[other] = why[other] or why[number]
        elif len(line) < 100 and written.is_date_line(line, 0):
            why[number] = "date line"


def _date_lines(paragraphs: Sequence[str], why: list[str | None]) -> None:
    """Date lines and bylines that stand below a summary, not right below the title."""
    for number, line in enumerate(paragraphs[:FIRST_LINES]):
        if why[number] is not None or len(line) >= 100:
            continue
        if written.is_date_line(line, 0):
            why[number] = "date line"
        elif junk.byline().match(line) and not running(line):
            why[number] = "byline"


def _written_by(paragraph: str) -> tuple[str, bool] | None:
    """(name, is a person) of a paragraph that presents the writer or the site; None for the news."""
    match = _presenting().writer.match(paragraph)
    if not match or len(paragraph) > 700:
        return None
    rest = straight(match["rest"]).lower()
    first = re.split(r"(?<=[a-z)])[.!?](?:\s|$)", rest, maxsplit=1)[0]
    known = _presenting()
    if known.site.match(first) and not known.site_news.search(rest):
        return match["name"], False
    if not _personal(match["name"]) or known.news.search(rest):
        return None
    covers = _presenting().covers.match(paragraph) and known.ours.search(first)
    return (match["name"], True) if covers or (known.role.search(first[:90]) and known.tells.search(rest)) else None


def _personal(name: str) -> bool:
    """Whether a name reads like a person's: two to five words, in capitals but for the small words of names."""
    words = name.split()
    return 2 <= len(words) <= 5 and all(word[0].isupper() for word in words if word not in junk.known().particles)


class _Presenting(msgspec.Struct, frozen=True):
    """How a paragraph presents its writer or its site, and what shows that it tells news."""

    site: re.Pattern[str]
    site_news: re.Pattern[str]
    writer: re.Pattern[str]
    covers: re.Pattern[str]
    role: re.Pattern[str]
    tells: re.Pattern[str]
    ours: re.Pattern[str]
    news: re.Pattern[str]


@lru_cache(maxsize=1)
def _presenting() -> _Presenting:
    k = junk.known()
    small = "|".join([*sorted(k.particles), "the", "of", "&"])
    return _Presenting(
        writer=re.compile(
            rf"^(?P<name>[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|{small})){{0,5}})(?:, .{{3,40}},)? "
            rf"(?:{either(k.writes)})\b(?P<rest>.*)",
            re.S,
        ),
        covers=re.compile(rf"^[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}} (?:{either(k.covers)})\b"),
        site=re.compile(rf"^ (?:a|an|the|one of|[\w-]+'s)\b.{{0,60}}\b(?:{either(k.sites)})\b"),
        site_news=re.compile(rf"\b(?:{either(k.site_news)})\b"),
        role=re.compile(rf"\b(?:{either(k.writers)})s?\b"),
        tells=re.compile("|".join(k.writer_tells)),
        ours=re.compile(rf"\b(?:{either(k.ours)})\b"),
        news=re.compile(rf"\b(?:{either(k.writer_news)})\b"),
    )
