"""The texts and keys of MUC-3 and MUC-4 as records: `texts` and `templates` read one file, or every one of a folder."""

from __future__ import annotations

import re
from calendar import month_name
from datetime import date
from pathlib import Path
from typing import NamedTuple

MONTHS = {month[:3].upper(): number for number, month in enumerate(month_name) if number}
_TEXT = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d{4})\b[^\n]*$", re.MULTILINE)
_SLOT = re.compile(r"^ ?(\d+)\. +[A-Z ]+?: [A-Z ]+?(?: {2,}(.*))?$")
_DAY = re.compile(r"\b(\d{1,2}) ([A-Z]{3})[A-Z]*\.? (\d{2})\b")
_LABELS = re.compile(r"^(?: *\[[^\]]*\])+ *")
DATE, PLACE, TYPE, STAGE = 2, 3, 4, 5
NAMES = (6, 9, 10, 12, 18, 19)
"""Slots that quote the text: instrument, perpetrator and organisation, physical and human targets."""
NUMBER, TOTAL = 21, 24


class Text(NamedTuple):
    """One text with the day of its dateline; paragraphs are lines, parted by blank lines."""

    id: str
    day: date | None
    text: str


class Template(NamedTuple):
    """One incident of the key. A slot with nothing definite in it is None or empty."""

    text: str
    optional: bool
    type: str
    stages: tuple[str, ...]
    days: tuple[tuple[date, date], ...]  # alternatives
    places: tuple[tuple[str, ...], ...]  # alternatives, from the country down
    quoted: tuple[tuple[str, ...], ...]  # each with its other wordings
    victims: int | None


def files(path: Path, keys: bool) -> list[Path]:
    """The file itself, or those files of a folder (or its folders) that hold keys, or texts."""
    if path.is_file():
        return [path]
    found = sorted(f for f in path.rglob("*") if f.is_file())
    return [f for f in found if (f.name.startswith("key-") if keys else re.search(r"^(?!key-).*-muc\d", f.name))]


def texts(path: Path) -> list[Text]:
    """Every text, in the order of the files. Hard line breaks within a paragraph are taken out."""
    found = []
    for file in files(path, keys=False):
        parts = _TEXT.split(file.read_text(encoding="latin-1"))
        for name, body in zip(parts[1::2], parts[2::2], strict=True):
            paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", body) if p.strip()]
            head = paragraphs[0].split("[TEXT]")[0][:300] if paragraphs else ""
            if paragraphs:
                paragraphs[0] = _without_labels(paragraphs[0])
            found.append(Text(name, _first_day(head), "\n\n".join(paragraphs)))
    return found


def _without_labels(paragraph: str) -> str:
    """The first paragraph without the labels in brackets between its dateline and its text ("[REPORT] [TEXT]")."""
    head, dashes, rest = paragraph.partition("--")
    return f"{head}{dashes} {_LABELS.sub('', rest)}" if dashes else paragraph


def templates(path: Path) -> list[Template]:
    """Every template of the keys that fills in a type of incident."""
    found = []
    for file in files(path, keys=True):
        slots: dict[int, list[str]] = {}
        for line in [*file.read_text(encoding="latin-1").splitlines(), "0. MESSAGE: ID  "]:
            match = _SLOT.match(line)
            if match and match[1] == "0":
                if (made := _template(slots)) is not None:
                    found.append(made)
                slots = {}
            if match:
                slots[int(match[1])] = [(match[2] or "").strip()]
            elif slots and line.startswith("    ") and line.strip():
                slots[max(slots)].append(line.strip())
    return found


def _template(slots: dict[int, list[str]]) -> Template | None:
    if not slots or slots.get(TYPE, ["*"])[0] in ("*", "-", ""):
        return None
    name = slots[0][0].split()[0]
    return Template(
        text=name,
        optional="OPTIONAL" in slots[1][0],
        type=slots[TYPE][0].strip(),
        stages=tuple(s.strip() for s in slots[STAGE][0].split("/") if s.strip() not in ("-", "*")),
        days=tuple(d for part in slots[DATE][0].split("/") if (d := _days(part)) is not None),
        places=tuple(p for part in slots[PLACE][0].split(" / ") if (p := _place(part))),
        quoted=tuple(q for slot in NAMES for line in slots.get(slot, ()) if (q := _quoted(line))),
        victims=_victims(slots),
    )


def _first_day(text: str) -> date | None:
    match = _DAY.search(text)
    return _day(match) if match else None


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(1900 + int(match[3]), MONTHS[match[2]], int(match[1]))
    except (KeyError, ValueError):
        return None


def _days(filler: str) -> tuple[date, date] | None:
    """ "30 DEC 89" or "16 NOV 89 - 18 NOV 89"; None for "- 04 MAR 90" (some day before) and what cannot be read."""
    days = [d for match in _DAY.finditer(filler) if (d := _day(match))]
    if not days or filler.strip().startswith("-") or "*" in filler:
        return None
    return days[0], days[-1]


def _place(filler: str) -> tuple[str, ...]:
    """ "PERU: LIMA (CITY)" -> ("PERU", "LIMA")."""
    plain = re.sub(r"\([A-Z &.]*\)", "", filler.strip().removeprefix("(")).replace("(", "").replace(")", "")
    names = [part.strip() for part in re.split(r":| - ", plain)]
    return tuple(name for name in names if name and name not in ("-", "*"))


def _quoted(line: str) -> tuple[str, ...]:
    """The wordings in quotation marks that name the filler itself: behind a colon stand another slot's."""
    own = line.split('":')[0] + ('"' if '":' in line else "")
    return () if line.startswith(("*", "-")) else tuple(re.findall(r'"([^"]+)"', own))


def _victims(slots: dict[int, list[str]]) -> int | None:
    """How many people were struck: the total where the key gives one, else the sum of exact numbers; None if any of
    them is open ("PLURAL", "~50", "10 - 15")."""
    total = slots.get(TOTAL, ["-"])[0].split(":")[0].strip()
    if total not in ("-", "*", ""):
        return int(total) if total.isdigit() else None
    numbers = [line.split(":")[0].strip() for line in slots.get(NUMBER, ()) if not line.startswith("?")]
    numbers = [n for n in numbers if n not in ("-", "*", "")]
    return sum(map(int, numbers)) if numbers and all(n.isdigit() for n in numbers) else None
