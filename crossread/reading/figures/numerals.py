"""Numbers as they are written: digits, words, vague words, ranges, with what bends them ("at least", "nearly").

Conventions for the three values of a numeral (they go on into `Quantity` and `FigureReading`):

    exact               "64"                  value = low = high
    at least, over      "at least 16"         value 16, low 16, high open
    at most, nearly     "nearly 3,000"        value 3000, low open, high 3000
    about               "some 2,500"          value 2500, low and high open: nobody told how far off
    range               "14 to 18"            value None, low 14, high 18
    vague               "dozens"              value None, low 24, high 99 (knowledge/en/numbers.yml)
    none                "none", "no deaths"   value = low = high = 0
"""

from __future__ import annotations

import re

import msgspec

from crossread.function_words import function_words
from crossread.reading.figures.grammar import Grammar, grammar
from crossread.reading.figures.no_amounts import WARMTH, no_amount
from crossread.reading.figures.number_words import number_of, numbers, pattern, small, whole
from crossread.records import Record
from crossread.spelling import straight


class Numeral(Record, frozen=True):
    """A number of one sentence. `start`..`end` are the characters of the number itself, `outer`..`outer_end` with its
    qualifier; both count from the start of the text that was searched."""

    start: int
    end: int
    outer: int
    outer_end: int
    value: float | None
    low: float | None
    high: float | None
    form: str  # digits, words, vague, none, fraction, range
    qualifier: str | None = None
    unit: str | None = None
    compound: str | None = None  # "month" in "six-month": the word that is joined to the number
    additional: bool = False


_JOINED = re.compile(r"-([A-Za-z][A-Za-z-]*)")


def find_numerals(text: str) -> list[Numeral]:
    """The numbers of a sentence in text order, ranges joined, without what is no amount by its spelling alone
    (ordinals, dates with slashes, clock times, "F-15", telephone numbers, ages joined with hyphens)."""
    plain = straight(text)
    rules = grammar()
    found = [n for match in rules.number.finditer(plain) if (n := _numeral(plain, match, rules)) is not None]
    return _join_ranges(plain, found)


def _numeral(text: str, match: re.Match[str], rules: Grammar) -> Numeral | None:
    """A match as a numeral with value, unit and qualifier; None where the spelling says that it is no amount."""
    start, end = match.span()
    measured = match["money"] or match["scale"] or match["suffix"] or rules.unit.match(text, end)
    if (read := _read(match, bool(measured))) is None:
        return None
    form, value, low, high = read
    if form == "digits" and no_amount(text, match, rules):
        return None
    unit, compound = None, None
    if match["money"]:
        name = match["money"].strip().lower()
        unit = rules.units.get(name.rstrip("."), rules.units.get(name[-1:]))
    elif warmth := WARMTH.match(text, end):
        unit, end = "degrees" if warmth[1] == "C" else "degrees Fahrenheit", warmth.end()
    elif joined := _JOINED.match(text, end):
        compound = joined[1].lower()
        parts = compound.split("-")
        unit = next((u for n in (3, 1) if (u := rules.units.get(" ".join(parts[:n]))) is not None), None)
    elif found := rules.unit.match(text, end):
        unit = rules.units[re.sub(r"\s+", " ", found["unit"].lower())]
        end = found.end() if not found["unit"][0].isalpha() or unit == "percent" else end
    if value and (sign := _sign(text, start, unit, rules)) is not None:
        start, value, low, high = sign, -value, -value, -value
    return _bent(text, Numeral(start, end, start, end, value, low, high, form, unit=unit, compound=compound), rules)


def _sign(text: str, start: int, unit: str | None, rules: Grammar) -> int | None:
    """Where the sign of a number below zero begins: "minus 12 degrees", "-20C"; a mere dash before what has no unit is
    none."""
    before = text[max(0, start - 8) : start]
    if found := rules.below_zero.search(before):
        return start - len(before) + found.start()
    signed = unit in SIGNED and re.search(r"(?:^|[\s(])-$", before) is not None
    return start - 1 if signed else None


SIGNED = ("degrees", "degrees Fahrenheit", "percent")
"""Units of which there are values below zero."""


def _read(match: re.Match[str], measured: bool) -> tuple[str, float | None, float | None, float | None] | None:
    """Form, value, low, high of a match. `measured`: it has a unit or a scale, so that a point is no thousand point."""
    known = numbers()
    if match["vague"]:
        low, high = known.vague[re.sub(r"\s+", " ", match["vague"].lower())]
        return "vague", None, low, high
    if match["none"]:
        return "none", 0.0, 0.0, 0.0
    if match["digits"]:
        value = _digits(match["digits"], measured)
        if value is None:
            return None
        value += 0.5 if match["half"] else 0.0
        if match["suffix"]:
            value *= known.suffixes[match["suffix"].lower()]
        if match["scale"]:
            value *= known.scales[match["scale"].lstrip("-").strip().lower()]
        return "digits", whole(value), whole(value), whole(value)
    form = "fraction" if match["fraction"] else "words"
    value = number_of(match["fraction"] or match["words"])
    return None if value is None else (form, value, value, value)


LONGEST = 30
"""Digits and marks from which on digits are a code or a slip, no amount; some hundred more are no finite number."""


def _digits(text: str, measured: bool) -> float | None:
    """ "2,500" "2.975" "1.234.567" "3.3" as numbers; None for version numbers, dates and addresses ("1.2.3",
    "7.10.2023"), and for rows of digits that count nothing.

    One point with three digits behind it and one to three before is a thousand point ("2.975 people"), as on the
    continent and in slips: what is counted has no fractions. What is measured has: "16.057%", "1.125 million".
    """
    if len(text) >= LONGEST:
        return None
    if "," in text:
        return float(text.replace(",", ""))
    if re.fullmatch(r"[1-9]\d{0,2}(?:\.\d{3})+", text) and not (measured and text.count(".") == 1):
        return float(text.replace(".", ""))
    return float(text) if text.count(".") <= 1 else None


def _bent(text: str, numeral: Numeral, rules: Grammar) -> Numeral:
    """The numeral with its qualifier, looked for before and behind it, and its low and high bent accordingly."""
    outer, outer_end, words, kind, additional = numeral.start, numeral.end, list[str](), "", False
    for _ in range(3):
        window = text[max(0, outer - 40) : outer]
        if more := rules.more.search(window):
            additional = True
            outer -= len(window) - more.start("word")
        elif (found := rules.before.search(window)) and not _through(numeral, window, found):
            word = _one_spaced(found["word"])
            outer -= len(window) - found.start("word")
            words.insert(0, text[outer : outer + len(found["word"])])
            kind = _stronger(rules.kinds[word], kind)
        else:
            break
    if more := pattern("more").match(text, outer_end):
        additional, outer_end = True, more.end()
    if found := rules.behind.match(text, outer_end):
        kind = _stronger("least" if found["plus"] else rules.kinds_after[_one_spaced(found["word"])], kind)
        words.append("+" if found["plus"] else found["word"])
        outer_end = found.end()
    low, high = _bounds(kind, numeral)
    return msgspec.structs.replace(
        numeral,
        outer=outer,
        outer_end=outer_end,
        low=low,
        high=high,
        qualifier=" ".join(words) or None,
        additional=additional,
    )


def _through(numeral: Numeral, window: str, found: re.Match[str]) -> bool:
    """Whether "over" before a length of time means during it: "in loans over three years", but "lasted over two
    hours"; or belongs to a verb: "handed over 200 names"."""
    if found["word"].lower() != "over":
        return False
    before = window[: found.start("word")]
    handed = not numbers().handing.isdisjoint(before.lower().split()[-1:])
    return handed or (numeral.unit in numbers().time_units and pattern("lasting").search(before) is None)


def _one_spaced(words: str) -> str:
    """Words as the lists have them: a line may end between "or" and "so"."""
    return re.sub(r"\s+", " ", words.lower())


def _stronger(new: str, old: str) -> str:
    """Of two qualifiers ("at least about 20") the one that says the side."""
    return old if old and new == "about" else new


def _bounds(kind: str, numeral: Numeral) -> tuple[float | None, float | None]:
    """Low and high of a numeral under a qualifier; the table stands on top of this module."""
    if numeral.value is None or numeral.form == "none":
        return numeral.low, numeral.high
    return {
        "": (numeral.low, numeral.high),
        "least": (numeral.value, None),
        "most": (None, numeral.value),
        "about": (None, None),
    }[kind]


def _join_ranges(text: str, found: list[Numeral]) -> list[Numeral]:
    """Two numerals that are the ends of one range made one: "14 to 18", "2,658-3,290", "between 14 and 18"."""
    joined: list[Numeral] = []
    for numeral in found:
        last = joined[-1] if joined else None
        together = (_share(text, last, numeral) or _range(text, last, numeral)) if last is not None else None
        if together is not None:
            joined[-1] = together
        else:
            if last is not None and last.unit is None and numeral.unit and _changed(text, last, numeral):
                joined[-1] = msgspec.structs.replace(last, unit=numeral.unit)
            joined.append(numeral)
    return joined


def _share(text: str, a: Numeral, b: Numeral) -> Numeral | None:
    """ "Half of the 200": a hundred."""
    link = pattern("of_whole").fullmatch(text, a.end, b.outer)
    if a.form != "fraction" or not link or b.form not in ("digits", "words") or b.unit or not b.value or not a.value:
        return None
    value = whole(a.value * b.value)
    return Numeral(a.start, b.end, a.outer, b.outer_end, value, value, value, "digits", qualifier=a.qualifier)


def _ends_with(text: str, name: str) -> bool:
    """Whether a text ends with one of a list of words and a space."""
    return text.endswith(tuple(f"{word} " for word in small(name)))


def _range(text: str, a: Numeral, b: Numeral) -> Numeral | None:
    """The range from `a` to `b`, or None where the text does not make one of them.

    "From 64 to 2,975" is left as two numbers, since it tells a change, unless the words before it speak of a range.
    """
    link, before = text[a.end : b.outer].strip(), text[max(0, a.outer - 48) : a.outer]
    if link not in small("ranging") or {a.form, b.form} & {"fraction", "none", "range"}:
        return None
    joined, opener = link in function_words().joining, before.lower()
    if joined and not _ends_with(opener, "between"):
        return None
    if link in small("to") and _ends_with(opener, "from") and not pattern("ranging").search(before):
        return None
    first, last = a.value if a.value is not None else a.low, b.value if b.value is not None else b.high
    if first is None or last is None or (a.unit and b.unit and a.unit != b.unit):
        return None
    first = _borrowed(text, a, b, first)
    if not first < last or _changed(text, a, b):
        return None
    return Numeral(
        a.start, b.end, a.outer - len("between ") if joined else a.outer, b.outer_end, None, first, last, "range",
        qualifier=a.qualifier or b.qualifier, unit=b.unit or a.unit, compound=b.compound,
        additional=a.additional or b.additional,
    )  # fmt: skip


def _changed(text: str, a: Numeral, b: Numeral) -> bool:
    """Whether the first number is a change and the second what came of it: "rises by 6 billion to 58 billion"; a bare
    number that waits for the unit of the second is the end of a range: "by 2 to 10 percent"."""
    if text[a.end : b.outer].strip() not in small("to") or not _ends_with(text[: a.outer].lower(), "by"):
        return False
    if b.unit and not a.unit and not _own_scale(text, a):
        return False
    return a.value is not None and b.value is not None and b.value > CHANGED * a.value


CHANGED = 4
"""A range is narrower than this factor; what rises "by 6 billion to 58 billion" is now the larger."""


def _borrowed(text: str, a: Numeral, b: Numeral, first: float) -> float:
    """The first end of "2 to 3 million", which borrows the scale of the last."""
    scale = re.search(r"[a-z]+$", text[b.start : b.end].lower())
    factor = {**numbers().scales, **numbers().suffixes}.get(scale[0], 1) if scale else 1
    digits = (b.value or 0.0) / factor
    return first * factor if factor > 1 and not _own_scale(text, a) and first < digits else first


def _own_scale(text: str, numeral: Numeral) -> bool:
    """Whether a number has a scale of its own: "6 billion"."""
    word = re.search(r"[a-z]+$", text[numeral.start : numeral.end].lower())
    return word is not None and word[0] in numbers().scales
