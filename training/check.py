"""`python -m training.check FOLDER`: proves that every training report is consistent, or names file and fault.

What is proved: marks nest and begin and end at words; types, statuses and kinds are known; every figure and statement
has its note, every note its mark; what notes quote stands in the report, a measured deed exists; weekdays, months and
years in a date's text agree with its value, digits in a figure's text, too; a statement has cue and content; what the
README's "Where the rules leave a choice" settles is kept as far as a rule can tell.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import msgspec

from crossread import knowledge
from crossread.errors import CrossreadError
from crossread.records import StatementKind, Status
from training.annotated import NAMES, WORDINGS, Annotated, Mark, files, load

KINDS = get_args(StatementKind)
STATUSES = get_args(Status)
FIELDS = {
    "!": {"who", "whom", "where", "when", "instrument"},
    "#": {"counts", "deed", "unit", "by", "as_of"},
    "q": {"kind", "speaker", "via", "direct"},
}
"""What a note may say, by the sign of what it is on."""
QUOTED = ("who", "whom", "where", "when", "instrument", "by", "as_of", "speaker", "via")
_VALUE = re.compile(
    r"\d{4}-\d\d-\d\d(T(\d\d(:\d\d)?|MO|AF|EV|NI))?|\d{4}-W\d\d(-WE|-\d)?|\d{4}-(\d\d|Q[1-4]|H[12]|SP|SU|FA|WI)|\d{2,4}"
    r"|P(T?(\d+(\.\d+)?|X)(Y|M|W|D|H|S|DE|CE|Q))+|XXXX(-WXX-\d|-\d\d(-\d\d)?|-WXX-WE)?(T\S+)?|TX?\S*|(PRESENT|PAST|FUTURE)_REF|\?"
)
_NUMBER = re.compile(r"(?:>=|<=|>|<|~)?(\d+(?:\.\d+)?)(?:\.\.(\d+(?:\.\d+)?))?")
_QUOTES = '"“”'
_CONJUNCTION = re.compile(
    r"that (?:the|an?|s?he|it|they|we|you|I|his|her|their|its|our|no|not|all|any)\b|that [\"“A-Z\d]"
)
"""A content that begins with the conjunction, and not with "that road"."""
_LENGTH = re.compile(r"(?<!\ban )(?<!\bper )(?:second|minute|hour|day|week|month|year|decade)s?$")
_ADDRESS = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sir|President|General|Colonel|Captain|Major|Sergeant|Minister|Judge|Daw)\.? "
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


class Type(msgspec.Struct, frozen=True):
    """A type of the ontology, by its name."""

    name: str


class Types(msgspec.Struct, frozen=True):
    """The part of ontology.yml that names the types."""

    types: tuple[Type, ...]


def main() -> None:
    """Check and count."""
    parser = argparse.ArgumentParser(prog="python -m training.check", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("training/reports"))
    faults, counted = 0, Counter[str]()
    for path in files(parser.parse_args().folder):
        try:
            report = load(path)
            found = list(faults_of(report))
        except CrossreadError as error:
            print(error)
            faults += 1
            continue
        for fault in found:
            print(f"{path}: {fault}")
        faults += len(found)
        counted.update(["reports", *(mark.layer for mark in report.marks)])
        counted["words"] += len(report.text.split())
    print(", ".join(f"{count} {what}" for what, count in counted.items()), file=sys.stderr)
    print(f"{faults} faults", file=sys.stderr)
    sys.exit(1 if faults else 0)


def faults_of(report: Annotated) -> Iterator[str]:
    """Everything that is inconsistent in one report."""
    known = frozenset(each.name for each in knowledge.load("ontology.yml", Types).types)
    for mark in report.marks:
        yield from (f"{fault}: {report.quote(mark)!r}" for fault in _of_mark(report, mark, known))
    yield from _of_choices(report)
    yield from _of_numbers(report)
    yield from _of_notes(report)
    if not report.title_end:
        yield "no title behind `# `"


def _of_mark(report: Annotated, mark: Mark, known: frozenset[str]) -> Iterator[str]:
    text, quoted = report.text, report.quote(mark)
    if not quoted or quoted != quoted.strip():
        yield f"a mark ({mark.layer}) is empty or has white space at its edge"
    elif (mark.start and text[mark.start - 1].isalnum() and quoted[0].isalnum()) or (
        text[mark.end : mark.end + 1].isalnum() and quoted[-1].isalnum()
    ):
        yield f"a mark ({mark.layer}) cuts a word"
    if mark.layer == "name" and quoted.endswith(("'s", "’s")):
        yield "a name with its possessive 's"
    if mark.layer == "deed" and mark.code not in known:
        yield f"unknown type {mark.code}"
    if mark.layer == "deed" and mark.status not in STATUSES:
        yield f"unknown status {mark.status}"
    if mark.layer == "wording" and mark.code not in WORDINGS:
        yield f"unknown kind of wording {mark.code}"
    if mark.layer == "time":
        yield from _of_date(mark.code, quoted.lower())
    if mark.layer == "figure":
        yield from _of_figure(mark.code, quoted)


def _of_choices(report: Annotated) -> Iterator[str]:
    """What the README settles where its rules leave a choice."""
    text = report.text
    contents = [(mark.start, mark.end) for mark in report.of("q")]
    for mark in report.marks:
        quoted, before = report.quote(mark), text[: mark.start]
        if mark.layer == "q" and _CONJUNCTION.match(quoted):
            yield f"content begins with `that`: {quoted[:40]!r}"
        nested = any(start < mark.start and mark.end <= end for start, end in contents)
        if mark.layer == "q" and not nested and before.endswith(("“", '"')) and before[:-1].count('"') % 2 == 0:
            yield f"the quote marks of a content stand outside: {quoted[:40]!r}"
        if mark.layer == "wording" and quoted[0] in _QUOTES and quoted[-1] in _QUOTES:
            yield f"quote marks inside a judging word: {quoted!r}"
        if mark.layer == "figure" and _LENGTH.search(quoted):
            yield f"a length of time is a date: {quoted!r}"
        if mark.layer == "name" and mark.code == "P" and _ADDRESS.match(quoted):
            yield f"a title inside a name: {quoted!r}"
    yield from _of_directness(report)


def _of_directness(report: Annotated) -> Iterator[str]:
    pieces: dict[int, list[str]] = {}
    for mark in report.of("q"):
        pieces.setdefault(mark.number, []).append(report.quote(mark))
    for number, parts in pieces.items():
        whole = all(
            len(part) > 1 and part[0] in _QUOTES and part[-1] in _QUOTES and part.count('"') <= 2 for part in parts
        )
        if whole and report.notes.get(f"q{number}", {}).get("direct", "yes") != "yes":
            yield f"q{number}: all of it stands in quote marks, so it is direct: yes"


def _of_date(value: str, text: str) -> Iterator[str]:
    if not _VALUE.fullmatch(value):
        yield f"not a value of TIMEX3: {value}"
        return
    words = re.findall(r"[a-z]+|\d+", text)
    if match := re.match(r"(\d{4})-(\d\d)-(\d\d)", value):
        try:
            day = date.fromisoformat(match[0])
        except ValueError:
            yield f"no such day: {value}"
            return
        for word in words:
            if word in _WEEKDAYS and _WEEKDAYS[day.weekday()] != word and len(words) < 3:
                yield f"{value} is a {_WEEKDAYS[day.weekday()].title()}"
    if match := re.match(r"(\d{4})-(\d\d)(?!\d)", value):
        named = [word for word in words if word in _MONTHS and not (word == "may" and len(words) > 3)]
        if len(named) == 1 and _MONTHS[int(match[2]) - 1] != named[0] and not {"before", "after"} & set(words):
            yield f"{value} is not in {named[0].title()}"
    years = [word for word in words if re.fullmatch(r"(19|20)\d\d", word)]
    if len(years) == 1 and value[:1].isdigit() and value[:2] != years[0][:2]:
        yield f"{value} is not in {years[0]}"


def _of_figure(value: str, text: str) -> Iterator[str]:
    match = _NUMBER.fullmatch(value)
    if not match:
        yield f"not the value of a figure: {value}"
        return
    if match[2] and float(match[2]) < float(match[1]):
        yield f"a range that falls: {value}"
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    if digits and re.fullmatch(r"[^\w]*[\d,.]+\W*", text):
        given = float(digits[0].replace(",", "").rstrip("."))
        if given not in (float(match[1]), float(match[2] or "nan")):
            yield f"{value} is not what it says"


def _of_numbers(report: Annotated) -> Iterator[str]:
    for sign, layer in (("!", "deed"), ("#", "figure")):
        numbers = Counter(mark.number for mark in report.of(layer))
        yield from (f"{sign}{number} stands twice" for number, count in numbers.items() if count > 1)
    contents = {mark.number for mark in report.of("q")}
    cues = {mark.number for mark in report.of("c")}
    speakers = {mark.number for mark in report.of("s")}
    yield from (f"q{number} has no cue" for number in sorted(contents - cues))
    yield from (f"c{number} or s{number} has no content" for number in sorted((cues | speakers) - contents))
    yield from (f"#{mark.number} has no note" for mark in report.of("figure") if f"#{mark.number}" not in report.notes)
    yield from (f"q{number} has no note" for number in sorted(contents) if f"q{number}" not in report.notes)


def _of_notes(report: Annotated) -> Iterator[str]:
    layers = {"!": "deed", "#": "figure", "q": "q"}
    for key, fields in report.notes.items():
        numbers = {mark.number for mark in report.of(layers[key[0]])}
        if int(key[1:]) not in numbers:
            yield f"the note on {key} has no mark"
        yield from (f"{key}: unknown field {field}" for field in fields if field not in FIELDS[key[0]])
        for field, value in fields.items():
            for part in value.split(" + ") if field in QUOTED else ():
                if part != "unnamed" and part not in report.text:
                    yield f"{key}: {field} does not stand in the report: {part!r}"
        if key[0] == "#" and "counts" not in fields:
            yield f"{key}: what does it count?"
        deed = fields.get("deed")
        if deed and int(deed.lstrip("!")) not in {mark.number for mark in report.of("deed")}:
            yield f"{key}: there is no deed {deed}"
        if key[0] == "q":
            yield from _of_statement(key, fields)


def _of_statement(key: str, fields: dict[str, str]) -> Iterator[str]:
    if fields.get("kind") not in KINDS:
        yield f"{key}: unknown kind {fields.get('kind')}"
    if "speaker" not in fields:
        yield f"{key}: no speaker (`unnamed` where nobody is named)"
    if fields.get("direct", "no") not in ("yes", "no", "mixed"):
        yield f"{key}: direct is yes, no or mixed"


assert set("POGVMLNX") == set(NAMES)

if __name__ == "__main__":
    main()
