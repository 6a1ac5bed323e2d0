"""The patterns of numbers as they are written, made from the number words of the language."""

from __future__ import annotations

import re
from functools import lru_cache

from crossread.reading.figures.number_words import Numbers, numbers
from crossread.spelling import either


class Grammar:
    """The patterns of the language, compiled once."""

    def __init__(self, known: Numbers) -> None:
        small, scale = either(list(known.words)), either(list(known.scales))
        word = rf"(?:{small}|{scale})"
        couple = rf"(?:half|a\s+couple\s+of)\s+(?:{scale})"
        first = rf"(?:(?:half\s+)?an?\s+(?:{scale})|{couple}|(?:{scale})(?<=dozen)|{small})"
        words = rf"{first}(?:(?:\s+and\s+|[\s-]+)(?:{word}|a\s+half)(?!\w))*"
        fraction = rf"(?:(?:{small}|an?)[\s-]+)?(?:{either(list(known.fractions))})(?!\s+(?:an?\s+)?(?:{scale}))"
        self.number = re.compile(
            rf"""(?<![\w.,/:#@'&])(?:(?<![A-Za-z-]-)|(?<=magnitude-))(?:
                (?P<vague>(?!scores(?!\s+(?:of|more|were|are|have|had)\b))(?:{either(list(known.vague))}))(?!\w)
              | (?P<money>(?:US|A|C|HK|NZ)?[$€£¥₹₺₪]\s?|(?:{either(known.moneys)})\s?(?=\d)(?!(?:19|20)\d\d\b))?
                (?P<digits>\d{{1,3}}(?:,\d{{2,3}})+(?:\.\d+)?|\d+(?:\.\d+)*)
                (?P<suffix>(?:{either(list(known.suffixes))})(?![\w]))?
                (?P<half>\s+and\s+a\s+half)?(?P<scale>[\s-]?(?:{scale})(?!\w))?(?![\d])
              | (?P<fraction>{fraction})(?!\w)
              | (?P<words>{words})(?!\w)
              | (?P<none>{either(known.none)})(?!\w|\.\s*\d)
            )""",
            re.IGNORECASE | re.VERBOSE,
        )
        units = {form.lower(): name for name, forms in known.units.items() for form in forms}
        self.units = units | {form + "s": name for form, name in units.items() if form[-1].isalpha()}
        self.unit = re.compile(rf"[\s-]?(?P<unit>{either(list(self.units))})(?!\w)", re.IGNORECASE)
        kinds = {form: kind for kind, forms in known.qualifiers.items() for form in forms}
        self.kinds = kinds
        self.before = re.compile(
            rf"(?:^|(?<=[\s(\"'\[-]))(?P<word>{either(list(kinds))})\s+(?:(?:the|an?|its|their|some)\s+)?$",
            re.IGNORECASE,
        )
        self.more = re.compile(rf"(?:^|(?<=[\s(\"']))(?P<word>{either(known.additional)})\s+$", re.IGNORECASE)
        behind = {form: kind for kind, forms in known.after.items() for form in forms}
        self.kinds_after = behind
        self.behind = re.compile(rf"(?P<plus>\+)|\s*,?\s+(?P<word>{either(list(behind))})(?!\w)", re.IGNORECASE)
        self.sizes = re.compile(rf"[\s-]?(?:{either(known.sizes)})\b", re.IGNORECASE)
        self.barrel = re.compile(
            rf"[\s-]?(?:{either(known.calibre_units)})s?\b(?!\s+(?:of|{either(known.falling)})\b)", re.IGNORECASE
        )
        self.below_zero = re.compile(rf"(?:^|(?<=[\s(]))(?:{either(known.below_zero)})\s*$", re.IGNORECASE)


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """The compiled patterns; about 10 ms once a process."""
    return Grammar(numbers())
