"""Numbers as they are written: values, ranges, qualifiers, and what is no amount."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from crossread.reading.figures.numerals import find_numerals


def read(text: str) -> list[tuple[str, float | None, float | None, float | None]]:
    return [(text[n.start : n.end], n.value, n.low, n.high) for n in find_numerals(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2,500 sheep", 2500),
        ("2.975 people", 2975),
        ("1.234.567 people", 1_234_567),
        ("3.3 million people", 3_300_000),
        ("1.125 million people", 1_125_000),
        ("16.057% of the boats", 16.057),
        ("$3.459 a gallon", 3.459),
        ("sixteen bakers", 16),
        ("a dozen boats", 12),
        ("two dozen boats", 24),
        ("two hundred and fifty-six", 256),
        ("thirtythree sailors", 33),
        ("half a million bees", 500_000),
        ("one and a half million", 1_500_000),
        ("8 and a half hours", 8.5),
        ("5 lakh farmers", 500_000),
        ("1,00,000 farmers", 100_000),
        ("62 percent", 62),
        ("none of the boats", 0),
    ],
)
def test_exact_numbers(text: str, value: float) -> None:
    assert read(text)[0][1:] == (value, value, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least 16 bakers", (16, 16, None)),
        ("more than a dozen", (12, 12, None)),
        ("20+ boats", (20, 20, None)),
        ("nearly 3,000 bees", (3000, None, 3000)),
        ("up to 300 boats", (300, None, 300)),
        ("some 2,500 bees", (2500, None, None)),
        ("a hundred or so", (100, None, None)),
        ("dozens of boats", (None, 24, 99)),
        ("tens of thousands of bees", (None, 20_000, 99_999)),
        ("between 14 and 18 boats", (None, 14, 18)),
        ("14 to 18 boats", (None, 14, 18)),
        ("2,658-3,290 bees", (None, 2658, 3290)),
        ("2 to 3 million bees", (None, 2_000_000, 3_000_000)),
        ("the figures range from about 1,200 to more than 1,800", (None, 1200, 1800)),
    ],
)
def test_bounds(text: str, expected: tuple[float | None, ...]) -> None:
    assert read(text)[0][1:] == expected


def test_a_change_is_two_numbers() -> None:
    assert [value for _, value, _, _ in read("the toll rose from 64 to nearly 3,000")] == [64, 3000]


@pytest.mark.parametrize(
    "text",
    ["an F-15", "Virus-19", "on May 7, 2031", "7 April", "at 8:18", "5-7 p.m.", "9/11", "the 3rd", "the 1990s",
     "a 34-year-old baker", "call 555-123-4567", "a .22-caliber rifle", "a 9mm pistol", "version 1.2.3"],
)  # fmt: skip
def test_no_amounts(text: str) -> None:
    assert read(text) == []


def test_units() -> None:
    text = "$90 billion, 150 miles per hour, a six-month trial and 12%"
    assert [(n.value, n.unit) for n in find_numerals(text)] == [
        (9e10, "dollars"),
        (150, "miles per hour"),
        (6, "months"),
        (12, "percent"),
    ]


@given(st.integers(min_value=0, max_value=10**12))
def test_digits_are_read_with_and_without_commas(number: int) -> None:
    for written in (str(number), f"{number:,}"):
        assert [n.value for n in find_numerals(f"there were {written} bees here")] == [float(number)]


@given(st.text(alphabet="abc 0123456789,.-$%to", max_size=60))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for n in find_numerals(text):
        assert end <= n.start < n.end <= len(text)
        assert n.outer <= n.start
        assert n.end <= n.outer_end
        end = n.end


@given(st.integers(min_value=2, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_low_is_never_above_high(first: int, more: int) -> None:
    (n,) = find_numerals(f"between {first:,} and {first + more:,} bees")
    assert (n.low, n.high) == (first, first + more)


def test_words_around_a_number_are_known_across_the_end_of_a_line() -> None:
    assert read("It took 500 or\nso sheep.") == [("500", 500, None, None)]


def test_endless_rows_of_digits_are_no_amounts() -> None:
    assert read("Some " + "9" * 5000 + " sheep and 1" + ",000" * 200 + " goats.") == []
