"""The number words of a language (knowledge/en/numbers.yml) and what numbers written in words come to."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from crossread import knowledge

OLDEST = 122
"""Years that the oldest person lived whose age is proved: greater numbers are no ages."""


class Numbers(msgspec.Struct, frozen=True):
    """The shape of knowledge/en/numbers.yml; the file says what each part means."""

    words: dict[str, int]
    scales: dict[str, int]
    suffixes: dict[str, int]
    fractions: dict[str, float]
    vague: dict[str, tuple[float, float]]
    none: tuple[str, ...]
    qualifiers: dict[str, tuple[str, ...]]
    after: dict[str, tuple[str, ...]]
    additional: tuple[str, ...]
    units: dict[str, tuple[str, ...]]
    time_units: tuple[str, ...]
    sizes: tuple[str, ...]
    calibres: tuple[float, ...]
    calibre_units: tuple[str, ...]
    falling: tuple[str, ...]
    moneys: tuple[str, ...]
    below_zero: tuple[str, ...]
    magnitude: tuple[str, ...]
    scale_names: tuple[str, ...]
    shocks: tuple[str, ...]
    directions: tuple[str, ...]
    measured: dict[str, tuple[str, ...]]
    usual_measures: dict[str, tuple[str, ...]]
    headcounts: dict[str, tuple[str, ...]]
    joined: dict[str, str]
    present: tuple[str, ...]
    money: tuple[str, ...]
    handing: frozenset[str]
    hitting: tuple[str, ...]
    people_verbs: tuple[str, ...]
    altogether: tuple[str, ...]
    light: tuple[str, ...]
    labels: tuple[str, ...]
    number_nouns: dict[str, tuple[str, ...]]
    outcome_nouns: dict[str, tuple[str, ...]]
    outcome_verbs: dict[str, tuple[str, ...]]
    patient_verbs: dict[str, tuple[str, ...]]
    outcome_words: dict[str, tuple[str, ...]]
    deadly: tuple[str, ...]
    sparing: tuple[str, ...]
    people: tuple[str, ...]
    groups: dict[str, tuple[str, ...]]
    offspring: dict[str, tuple[str, ...]]
    things: dict[str, tuple[str, ...]]
    deeds: dict[str, tuple[str, ...]]
    changes: tuple[str, ...]
    basis: dict[str, tuple[str, ...]]
    estimators: tuple[str, ...]
    intervals: tuple[str, ...]
    parts: tuple[str, ...]
    wide_verbs: tuple[str, ...]
    measures: tuple[str, ...]
    held: tuple[str, ...]
    seizing: tuple[str, ...]
    beasts: tuple[str, ...]
    hazards: tuple[str, ...]
    giving_verbs: tuple[str, ...]
    saying_numbers: tuple[str, ...]
    subject_verbs: tuple[str, ...]
    reporting_outcome: tuple[str, ...]
    dying: tuple[str, ...]
    collective: tuple[str, ...]
    bending: tuple[str, ...]
    crowds: tuple[str, ...]
    small_groups: dict[str, int]
    personal_endings: tuple[str, ...]
    along: tuple[str, ...]
    aliases: tuple[str, ...]
    before_numbers: tuple[str, ...]
    naming: tuple[str, ...]
    conditions: tuple[str, ...]
    single_people: tuple[str, ...]
    one_to_a_place: tuple[str, ...]
    tying: tuple[str, ...]
    homes: tuple[str, ...]
    small: dict[str, frozenset[str]]
    patterns: dict[str, str]
    pieces: dict[str, str]


def numbers() -> Numbers:
    """The knowledge file, read once."""
    return knowledge.load("numbers.yml", Numbers, "en")


@cache
def small(name: str) -> frozenset[str]:
    """A list of small words, which the file explains."""
    return numbers().small[name]


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One of the file's patterns around numbers, its pieces filled in."""
    known = numbers()
    lists = {"magnitude": known.magnitude, "scale": known.scale_names, "shock": known.shocks}
    pieces = known.pieces | {piece: f"(?:{'|'.join(words)})" for piece, words in lists.items()}
    written = known.patterns[name]
    for piece, stands_for in pieces.items():
        written = written.replace(f"{{{piece}}}", stands_for)
    return re.compile(written, re.IGNORECASE)


@cache
def endings(name: str) -> tuple[str, ...]:
    """A list of endings, as `str.endswith` takes them."""
    return tuple(sorted(small(name)))


def number_of(text: str) -> float | None:
    """A number in words: "two hundred and fifty", "half a million", "a dozen", "two-thirds"; None if it is none."""
    known = numbers()
    words = re.findall(r"[a-z]+", text.lower())
    if words[:3] == ["a", "couple", "of"]:
        words = ["two", *words[3:]]
    half = 0.5 if words[:1] == ["half"] and len(words) > 1 else 1.0
    if half == 0.5:
        words = words[1:]
    if words and words[-1] in known.fractions and words[-2:] != ["a", "half"]:
        count = known.words.get(words[0], 1) if len(words) > 1 else 1
        return whole(count * known.fractions[words[-1]])
    total, current, seen = 0.0, 0.0, False
    for n, word in enumerate(words):
        if word in known.words:
            current, seen = current + known.words[word], True
        elif word in known.scales:
            scale = known.scales[word]
            current, seen = (current or 1.0) * scale, True
            if scale >= 1000:
                total, current = total + current, 0.0
        elif word == "half" and n and words[n - 1] == "a":
            current += 0.5
        elif word not in known.small["inside_numbers"]:
            return None
    return whole(half * (total + current)) if seen else (half if half == 0.5 else None)


def whole(value: float) -> float:
    """Floating dust off: 3.3 million is 3300000, not 3299999.9999999995."""
    return float(round(value, 6))
