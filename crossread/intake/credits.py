"""Agencies and outlets that a report itself credits, with the characters that say so.

An outlet is credited where the report takes something from it: it reported, was told, is quoted, has the dateline, or
stands as a source line. Photo credits do not count, nor does an outlet that is only spoken about ("CNN followed with ten
minutes"). Outlets are known by name (`knowledge/outlets.yml`) or by the form of their name ("the Valley Herald reported").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import msgspec

from crossread import knowledge
from crossread.intake import outlets
from crossread.records import Credit, Report, Span
from crossread.spans import must_quote, unique
from crossread.spelling import straight

LANGUAGE = "en"
NEAR = 90
"""Characters looked at on either side of a name: "AFP, citing two officials who spoke …, reported" fits in 60."""


class CreditKnowledge(msgspec.Struct, frozen=True):
    """The shape of `credits.yml`; each list is explained there."""

    reporting: list[str]
    monitoring: list[str]
    before: list[str]
    apposition: list[str]
    between: list[str]
    photo: list[str]
    types: list[str]
    bodies: list[str]
    state: list[str]
    not_names: frozenset[str]


class Found(NamedTuple):
    """A name of an outlet in the text; `kind` is the list's, "like" for one known by its form only."""

    start: int
    end: int
    name: str
    kind: str


def _known() -> CreditKnowledge:
    return knowledge.load("credits.yml", CreditKnowledge, LANGUAGE)


def find(report: Report) -> tuple[Credit, ...]:
    """The credits of a report, in order of name; evidence quotes the name with the words that make it a credit."""
    text = straight(report.text)
    evidence: dict[str, list[Span]] = {}
    known = _outermost(sorted(_named(text), key=lambda f: (f.start, -f.end)))
    found = sorted([*known, *_typed(text, known)])
    marked = {place: span for place, item in enumerate(found) if (span := _credited(text, item, report.outlet))}
    _joined(text, found, marked)
    shown = _as_written(text, found, marked)
    for place, (start, end) in sorted(marked.items()):
        evidence.setdefault(shown[found[place].name], []).append(must_quote(report, start, end))
    for name, start, end in _state_media(text):
        evidence.setdefault(name, []).append(must_quote(report, start, end))
    return tuple(Credit(name, unique(evidence[name])) for name in sorted(evidence))


def _as_written(text: str, found: list[Found], marked: dict[int, tuple[int, int]]) -> dict[str, str]:
    """The name to show for each outlet: the list's, or with "News" behind it where the report writes it so."""
    shown: dict[str, str] = {}
    for place in sorted(marked):
        item = found[place]
        written = text[item.start : item.end]
        if written == f"{item.name} News" or item.name not in shown:
            shown[item.name] = written if written == f"{item.name} News" else item.name
    return shown


def _outermost(found: list[Found]) -> list[Found]:
    kept: list[Found] = []
    for item in found:
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept


# --------------------------------------------------------------------------- names

_CAPITAL = re.compile(r"(?<![\w@#./])(?:(?<!-)|(?<=[a-z]-))(?:[A-Z0-9][\w.&'-]*\w|[A-Z]\b|ynet\w*|dpa\b|n-tv\b)")


class Spelling(NamedTuple):
    """A spelling less its article, which must stand before it if `article` is set ("the National")."""

    text: str
    article: bool
    name: str
    kind: str


@lru_cache(maxsize=1)
def _first_words() -> dict[str, tuple[Spelling, ...]]:
    """First word of each spelling, less its article -> the spellings, longest first."""
    of: dict[str, list[Spelling]] = {}
    for written, outlet in outlets.by_spelling().items():
        plain = straight(written)
        rest = plain.removeprefix("The ")
        first = re.match(r"[\w.&'-]*\w|\W", rest)
        of.setdefault(first[0] if first else rest, []).append(Spelling(rest, rest != plain, outlet.name, outlet.kind))
    return {word: tuple(sorted(spellings, key=lambda s: (-len(s.text), s.article, s.text))) for word, spellings in of.items()}


def _named(text: str) -> Iterator[Found]:
    """The known names of `text`."""
    table = _first_words()
    for match in _CAPITAL.finditer(text):
        word = match[0]
        spellings = table.get(word)
        if spellings is None and word[-1] in "s'." and (short := word.removesuffix("'s").rstrip("'.")) != word:
            spellings = table.get(short)
        for spelling in spellings or ():
            if _stands(text, match.start(), spelling):
                yield Found(match.start(), match.start() + len(spelling.text), spelling.name, spelling.kind)
                break


def _stands(text: str, start: int, spelling: Spelling) -> bool:
    """The spelling stands there as a name of its own: "the National reported", not "the National Guard"."""
    end = start + len(spelling.text)
    if text[start:end] != spelling.text or text[end : end + 1].isalnum():
        return False
    if not spelling.article:
        return True
    return text[max(0, start - 4) : start - 1].lower() == "the" and not re.match(r" [A-Z][a-z]", text[end : end + 3])


@lru_cache(maxsize=1)
def _typed_pattern() -> re.Pattern[str]:
    k = _known()
    return re.compile(
        r"(?<![\w.-])(?P<name>(?:[A-Z][\w'-]*\.? ){1,4}(?:of (?:the )?(?:[A-Z]\w+ ?){1,2})?(?:"
        + "|".join(map(re.escape, k.types + k.bodies))
        + r")(?:(?<=Daily) [A-Z]\w+)?(?: (?:for|of) [A-Z]\w+(?: [A-Z]\w+)?)?)\b(?![-'’]\w{3})"
    )


def _typed(text: str, known: list[Found]) -> Iterator[Found]:
    """Names that have the form of an outlet's or a monitor's."""
    not_names = _known().not_names
    for match in _typed_pattern().finditer(text):
        name = match["name"].removeprefix("The ")
        start = match.end("name") - len(name)
        words = name.split()
        if len(words) < 2 or {word.lower() for word in words[:-1]} & not_names:
            continue
        if not any(found.start < match.end() and start < found.end for found in known):
            yield Found(start, match.end("name"), name, "like")


# --------------------------------------------------------------------------- what makes a name a credit


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w)))


@lru_cache(maxsize=1)
def _context() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    k = _known()
    between = rf"(?:\s+(?:{_any(k.apposition)}))*(?:\s+(?:SELF))?(?:'s?\s+(?:[A-Z][\w'-]*\s*){{1,5}})?(?:,?\s+(?:{_any(k.between)}))*"
    after = re.compile(
        rf"^(?:[-/][A-Z][\w .]{{2,25}}?)?(?:\s*\([^)]{{1,40}}\))?{between}(?:,\s[^.;\"]{{3,60}},(?:\s+(?:{_any(k.between)}))*)?\s+(?:{_any(k.reporting)})\b".replace(
            r"(?:\s+(?:SELF))?", ""
        )
    )
    monitored = re.compile(
        rf"^(?:\s*\([^)]{{1,40}}\))?(?:,\s[^.;\"]{{3,80}},)?(?: and (?:[a-z]+ ){{0,4}}[a-z]+)?(?:\s+(?:{_any(k.between)}))*\s+(?:{_any(k.monitoring)})\b"
    )
    before = re.compile(
        rf"(?:\b(?:{_any(k.before)}))\s+(?:(?:[Tt]he|a|an|its|their)\s+)?(?:(?:{_any(k.apposition)}|[A-Z]\w+(?:ian|ish|ese|i|can|an)|local|US|British|French|German|state|state-run|state-owned|official|semi-official|private|public|independent|pro-government|opposition|rival|Arabic|Arabic-language|English-language)[\s,]+){{0,4}}$"
    )
    photo = re.compile(rf"(?:{_any(k.photo)})", re.I)
    return after, monitored, before, photo


_DATELINE = re.compile(r"(?:^|\n)[^\n(]{0,70}\($")
_OWN_LINE = re.compile(r"^\s*(?:and|with|the|&|/|,|\||-|–|—|\(|\)|:|source|sources|agencies|agency|via|\s)*$", re.I)
_CONTRIBUTED = re.compile(r"^[^.\n]{0,60}\bcontributed to this\b|^[^.\n]{0,40}\bcontributed reporting\b")


def _credited(text: str, item: Found, own: str | None) -> tuple[int, int] | None:
    """The span that makes the name a credit (name and words together), or None."""
    after_pattern, monitored, before_pattern, photo = _context()
    before = text[max(0, item.start - NEAR) : item.start]
    after = text[item.end : item.end + NEAR * 2].split("\n", 1)[0]
    line_before = before.rpartition("\n")[2]
    if photo.search(after[:14]) or photo.search(line_before[-16:]):
        return None
    if item.kind in ("monitor", "like"):
        match = monitored.match(after) if item.kind == "monitor" or _is_body(item.name) else after_pattern.match(after)
    else:
        match = after_pattern.match(after)
    if match:
        return item.start, item.end + match.end()
    if match := before_pattern.search(line_before):
        return item.end - (len(line_before) - match.start()) - (item.end - item.start), item.end
    if item.kind != "like" and item.name != own and (_dateline(text, item) or _source_line(text, item)):
        return item.start, item.end
    if item.kind != "like" and (match := _CONTRIBUTED.match(after)):
        return item.start, item.end + match.end()
    return None


def _is_body(name: str) -> bool:
    return any(re.search(rf"\b{re.escape(body)}\b", name) for body in _known().bodies)


def _dateline(text: str, item: Found) -> bool:
    """ "MARO (XYZ) -" at the beginning of a paragraph, or "(XYZ)" at the end of one."""
    after = text[item.end : item.end + 12]
    before = text[max(0, item.start - 90) : item.start]
    if before.endswith("(") and re.match(r"\)\s*(?:--?|–|—|:|\.?\s*(?:\n|$))", after):
        return after.lstrip(")").strip(" .")[:1] in ("", "-", "–", "—", ":") and (
            "\n" in before or item.start < 90 or not after.strip(") .\n")
        )
    if re.match(r"/\s*(?:--?|–|—)", after) and before.endswith("/"):
        return True
    return (
        item.kind in ("agency", "state")
        and re.search(r"(?:^|\n)[A-Z][^\n]{2,60}, $", before) is not None
        and re.match(r"\s(?:--?|–|—)\s", after) is not None
    )


def _source_line(text: str, item: Found) -> bool:
    """The name stands in a line of nothing but names and source words."""
    start, end = text.rfind("\n", 0, item.start) + 1, text.find("\n", item.end)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) > 80 or start == 0:
        return False
    rest = line.replace(text[item.start : item.end], " ")
    words = [word for word in re.findall(r"[A-Za-z][\w.'-]*", rest) if not _OWN_LINE.match(word)]
    return not words or all(
        outlets.named(part.strip())
        for part in re.split(r"[/,&|]| and ", rest)
        if part.strip(" ().:-") and not _OWN_LINE.match(part)
    )


_AND = re.compile(r"^(?:,? and |, |/|,? as well as | & )(?:the )?$")


def _joined(text: str, found: list[Found], marked: dict[int, tuple[int, int]]) -> None:
    """ "NBC and CNN reported", "told NBC and CNN": what is credited together with another is credited too."""
    for order in (range(len(found) - 1), range(len(found) - 2, -1, -1)):
        for place in order:
            if found[place].kind == "like" or found[place + 1].kind == "like":
                continue
            if _AND.match(text[found[place].end : found[place + 1].start]) and (place in marked) != (
                place + 1 in marked
            ):
                a, b = (place, place + 1) if place in marked else (place + 1, place)
                start, end = marked[a]
                marked[b] = (min(start, found[b].start), max(end, found[b].end))


# --------------------------------------------------------------------------- media that only their country names


@lru_cache(maxsize=1)
def _state_pattern() -> re.Pattern[str]:
    k = _known()
    media = "|".join(map(re.escape, k.state))
    return re.compile(
        rf"\b(?P<name>(?:[A-Z][a-z]+(?:'s)? )(?:(?:official|semi-official) )?(?:(?:state|state-run|state-owned|state-controlled|public) )?(?:{media}))"
        rf"(?=,? (?:[A-Z][\w'-]+ )?(?:(?:{_any(k.between)}|first|now|also) )*(?:{_any(k.reporting)}|blamed|broadcast|aired|showed|denied)\b)"
        rf"|(?:according to|told|reported (?:on|by)|quoted by|citing|on) (?P<name2>[A-Z][a-z]+(?:'s)? (?:(?:official|semi-official) )?(?:state|state-run|state-owned|public) (?:{media}))\b(?! [A-Z])"
    )


def _state_media(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _state_pattern().finditer(text):
        group = "name" if match["name"] else "name2"
        name = match[group].removeprefix("The ").replace("'s ", " ")
        if name.split()[0].lower() not in _known().not_names and outlets.named(name) is None:
            yield name, match.start(group), match.end(group)
