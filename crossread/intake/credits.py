"""Agencies and outlets that a report itself credits, with the characters that say so.

An outlet is credited where the report takes something from it: it reported, was told, is quoted, has the dateline, or
stands as a source line. Photo credits do not count, nor does an outlet that is only spoken about ("CNN followed with
ten minutes"). Outlets are known by name (`knowledge/outlets.yml`) or by the form of their name ("the Valley Herald
reported").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from crossread.intake import bracketed, outlet_names, outlets, unlisted, wires
from crossread.intake.credit_words import cues, known, said_on
from crossread.intake.outlet_names import Found
from crossread.records import Credit, Report, Span
from crossread.spans import must_quote, unique
from crossread.spelling import either, key, straight

NEAR = 90
"""Characters looked at on either side of a name: "AFP, citing two officials who spoke …, reported" fits in 60."""


def find(report: Report) -> tuple[Credit, ...]:
    """The credits of a report, in order of name; evidence quotes the name with the words that make it a credit. The
    report's own outlet is none, unless a dateline names it: who prints an agency's report may pass for the agency."""
    text = straight(report.text)
    evidence: dict[str, list[Span]] = {}
    k = known()
    listed = outlet_names.named(text)
    typed = list(outlet_names.typed(text, listed, (*k.types, *k.bodies), k.not_names))
    found = outlet_names.in_full(text, sorted([*listed, *typed, *outlet_names.introduced(text, typed)]))
    own = report.outlet
    found = [item for item in found if not (own and outlets.same(item.name, own) and not _town(text, item))]
    marked = {place: span for place, item in enumerate(found) if (span := _credited(text, item))}
    _joined(text, found, marked)
    shown = _as_written(text, found, marked)
    for place, (start, end) in sorted(marked.items()):
        evidence.setdefault(shown[found[place].name], []).append(must_quote(report, start, end))
    for name, start, end in _by_form(text):
        written = shown.get(name) or (_shown(name, text[start:end]) if outlets.named(text[start:end]) else name)
        evidence.setdefault(written, []).append(must_quote(report, start, end))
    taken = [(start, end) for start, end in marked.values()]
    for short, start, end in (*unlisted.find(text), *bracketed.credited(text)):
        name = outlet_names.full_name(short, [*found, *typed]) or short
        if any(a < end and start < b for a, b in taken) or (own and outlet_names.is_short_for(short, own)):
            continue
        if not (own and outlets.same(name, own)):
            evidence.setdefault(shown.get(name, name), []).append(must_quote(report, start, end))
    return tuple(Credit(name, unique(evidence[name])) for name in sorted(evidence))


def _as_written(text: str, found: list[Found], marked: dict[int, tuple[int, int]]) -> dict[str, str]:
    """The name to show for each outlet of the list, by the list's name: as the report first writes it, with the town of
    a local station."""
    shown: dict[str, str] = {}
    for place in sorted(marked):
        item = found[place]
        town = _town(text, item)
        written = _shown(item.name, text[item.start : item.end]) + town
        if town or written == f"{item.name} News" or item.name not in shown:
            shown[item.name] = written
    return shown


def _shown(name: str, written: str) -> str:
    """The list's name or the one that is written, if that is another ("AP") or "News" behind it makes it another."""
    written = outlet_names.without_town(written)
    same = key(name) in key(written) and written != f"{name} News"
    return name if same or outlet_names.is_short_for(written, name) else written


def _town(text: str, item: Found) -> str:
    after = text[item.end : item.end + NEAR * 2].split("\n", 1)[0]
    if item.kind != "broadcaster" or _contexts().after.match(after):
        return ""
    local = _contexts().local.match(after)
    return (local["town"] or "") if local else ""


# --------------------------------------------------------------------------- what makes a name a credit


class Contexts(NamedTuple):
    """What may follow or go before a name that is credited, and what tells a photo's credit."""

    after: re.Pattern[str]
    local: re.Pattern[str]
    monitored: re.Pattern[str]
    before: re.Pattern[str]
    photo: re.Pattern[str]
    affiliate: re.Pattern[str]
    sources: re.Pattern[str]
    contributed: re.Pattern[str]
    joint: re.Pattern[str]
    described: re.Pattern[str]
    work: re.Pattern[str]
    in_work: re.Pattern[str]


@lru_cache(maxsize=1)
def _contexts() -> Contexts:
    k = known()
    between = rf"(?:\s+(?:{either(k.between)}|[a-z]+ly))*"
    town = r"(?P<town> [A-Z](?:[a-z]+(?: [A-Z][a-z]+)?|[A-Z]{1,3}))?"  # "XYZ New York estimated", "XYZ QF"
    bracket = r"(?:\s*\([^)]{1,40}\))?"  # "XYZ (bit.ly/…) reported"
    person = r"(?:'s?\s+(?:[A-Z][\w'-]*\s*){1,5}(?:\s?in [A-Z]\w+)?)?"  # "XYZ's Ana Bell in Maro reported"
    aside = rf"(?:,\s[^.;\"]{{3,60}},{between})?"  # "XYZ, which has seen the letter, reported"
    twin = r"(?:[-/][A-Z][\w .]{2,25}?)?"  # "XYZ-ABC News poll"
    kinds = rf"(?:\s+(?:{either(k.apposition)}))*"
    then = rf"(?:,?\s+(?:{either(k.between)}))*{aside}\s+(?:{either(k.reporting)})\b"
    after = rf"^[\"'*_]?{twin}{bracket}{kinds}{person}{then}"
    others = r"(?: and (?:[a-z]+ ){0,4}[a-z]+)?"  # "the Observatory and local doctors said"
    monitored = rf"^[\"'*_]?{bracket}(?:,\s[^.;\"]{{3,80}},)?{others}{between}\s+(?:{either(k.monitoring)})\b"
    described = rf"(?:{either(k.apposition)}|{either(k.adjectives)}|[A-Z]\w+(?:ian|ish|ese|i|can|an))"
    writer = r"(?:(?:[A-Z][\w.'-]+ ){1,3}(?:of|at|from|with) )?"  # "according to Ana Bell of XYZ"
    before = (
        rf"\b(?:{cues()}|{said_on()})\s+{writer}(?:(?:[Tt]he|a|an|its|their)\s+)?(?:{described}[\s,]+){{0,4}}[\"'*_]?$"
    )
    return Contexts(
        re.compile(after),
        re.compile(town + after[1:]),
        re.compile(monitored),
        re.compile(before),
        re.compile(either(k.photo), re.I),
        re.compile(rf" (?:{either(k.affiliates)}) [A-Z]"),
        re.compile(rf"^\s*(?:{either(k.sources)}|[&/,|()–—:-]|\s)*$", re.I),
        re.compile(rf"^[^.\n]{{0,60}}\b(?:{either(k.contributed)})\b"),
        re.compile(rf"^(?:{either(k.joints)})(?:the )?$"),
        re.compile(rf"\s+(?:{either(k.apposition)}|{either(k.works)})\b"),
        re.compile(rf"'s (?:[\w-]+ ){{0,2}}(?:{either(k.works)})\b"),
        re.compile(rf"\b(?:{either(k.in_works)}) (?:the )?$", re.I),
    )


def _reviewed(before: str, after: str) -> re.Match[str] | None:
    """ "in XYZ's long review": what stands before the name, where a work of its own stands behind it."""
    return _contexts().in_work.search(before) if _contexts().work.match(after) else None


_ARTICLE = re.compile(r"\b[Aa]n? $")


def _credited(text: str, item: Found) -> tuple[int, int] | None:
    """The span that makes the name a credit (name and words together), or None."""
    contexts = _contexts()
    before = text[max(0, item.start - NEAR) : item.start]
    after = text[item.end : item.end + NEAR * 2].split("\n", 1)[0]
    line_before = before.rpartition("\n")[2]
    if _in_capitals(line_before + after):
        line_before, after = line_before.lower(), after.lower()
    if contexts.photo.search(after[:14]) or contexts.photo.search(line_before[-16:]):
        return None
    if text[item.start : item.end] in known().surnames and re.search(r"[A-Z][a-z]+ $", line_before):
        return None  # "Ana Forbes said"
    if _ARTICLE.search(line_before) and not contexts.described.match(after):
        return None  # "an Oregonian said"
    if item.kind in ("monitor", "like"):
        match = (
            contexts.monitored.match(after)
            if item.kind == "monitor" or _is_body(item.name)
            else contexts.after.match(after)
        )
    else:
        match = contexts.after.match(after) or (contexts.local.match(after) if item.kind == "broadcaster" else None)
    if match:
        return item.start, item.end + match.end()
    if contexts.affiliate.match(after):
        return None
    if match := contexts.before.search(line_before) or _reviewed(line_before, after):
        return item.start - (len(line_before) - match.start()), item.end
    if item.kind != "like" and (_dateline(text, item) or _source_line(text, item)):
        return item.start, item.end
    if item.kind != "like" and (match := contexts.contributed.match(after)):
        return item.start, item.end + match.end()
    return None


def _in_capitals(line: str) -> bool:
    """Whether a line is written in capitals throughout, as old wires are: its words tell what small ones do."""
    return len(line) >= CAPITALS and line.isupper()


CAPITALS = 20
"""Characters around a name from which on a line of capitals is no mere heading."""


def _is_body(name: str) -> bool:
    return any(re.search(rf"\b{re.escape(body)}\b", name) for body in known().bodies)


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


_LAST = re.compile(r"(?:^|\n)\s*[(/\[-]{0,2}\s*(?P<name>[A-Z][A-Z-]{1,9})\s*[)/\]-]{1,2}\.?\s*$")


def _by_form(text: str) -> Iterator[tuple[str, int, int]]:
    """Names in the brackets of a dateline, and of a last line of nothing else ("(XYZ)"), known to the list or not."""
    at = 0
    for line in text.split("\n\n", 4)[:4]:
        found = wires.dateline(line)
        if found and found.agency and (name := wires.agency_name(found.agency)):
            yield name, at + found.start, at + found.start + len(found.agency)
            break
        at += len(line) + 2
    if (last := _LAST.search(text)) and (name := wires.agency_name(last["name"])):
        yield name, last.start("name"), last.end("name")


_PLACED = re.compile(r"^\s*,\s[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,3}[,:]?\s*$")


def _source_line(text: str, item: Found) -> bool:
    """The name stands in a line of nothing but names and source words, or before a place alone ("XYZ, Maro,")."""
    start, end = text.rfind("\n", 0, item.start) + 1, text.find("\n", item.end)
    line = text[start : end if end >= 0 else len(text)]
    if len(line) > 80 or start == 0:
        return False
    if item.kind in ("agency", "state") and item.start == start and _PLACED.match(line[item.end - start :]):
        return True
    rest = line.replace(text[item.start : item.end], " ")
    words = [word for word in re.findall(r"[A-Za-z][\w.'-]*", rest) if not _contexts().sources.match(word)]
    return not words or all(
        outlets.named(part.strip())
        for part in re.split(r"[/,&|]| and ", rest)
        if part.strip(" ().:-") and not _contexts().sources.match(part)
    )


def _joined(text: str, found: list[Found], marked: dict[int, tuple[int, int]]) -> None:
    """ "NBC and CNN reported", "told NBC and CNN": what is credited together with another is credited too."""
    for order in (range(len(found) - 1), range(len(found) - 2, -1, -1)):
        for place in order:
            if found[place].kind == "like" or found[place + 1].kind == "like":
                continue
            if _contexts().joint.match(text[found[place].end : found[place + 1].start]) and (place in marked) != (
                place + 1 in marked
            ):
                a, b = (place, place + 1) if place in marked else (place + 1, place)
                start, end = marked[a]
                marked[b] = (min(start, found[b].start), max(end, found[b].end))
