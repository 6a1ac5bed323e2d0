"""What reports are about, and which are alike in it."""

from __future__ import annotations

import numpy as np
from hypothesis import given, strategies as st
from numpy.typing import NDArray

from crossread.crossing.themes import COMMON, Themes, compare, theme_of
from crossread.embeddings import packed
from crossread.records import Reading, Sentence, Token

WEIR, GOAT = packed((1.0, 0.0)), packed((0.0, 1.0))


def reading(name: str, names: str, meaning: bytes = b"") -> Reading:
    tokens, at = [], 0
    for word in names.split():
        tokens.append(
            Token(at, at + len(word), word, word.lower(), "PROPN" if word[0].isupper() else "NOUN", -1, "root")
        )
        at += len(word) + 1
    return Reading(name, (Sentence(0, at, 0, tuple(tokens), embedding=meaning),))


def themes(*texts: str, meaning: bytes = b"") -> Themes:
    return compare(tuple(reading(f"r{number:03}", text, meaning) for number, text in enumerate(texts)))


def matrix(made: Themes) -> NDArray[np.float64]:
    every = range(len(made.themes))
    return np.array([[made.alike(one, other) for other in every] for one in every])


def test_names_bind_more_than_meaning() -> None:
    made = compare(
        (
            reading("a", "Ostrey Hallbrook", WEIR),
            reading("b", "Ostrey Hallbrook", GOAT),
            reading("c", "Dorna Velm", WEIR),
        )
    )
    assert made.alike(0, 1) > 0.5 > made.alike(0, 2)
    assert set(made.pairs()) == {("a", "b")}


def test_without_names_the_meaning_must_do() -> None:
    made = compare((reading("a", "bees", WEIR), reading("b", "bees", WEIR), reading("c", "bees", GOAT)))
    assert made.pairs()["a", "b"] > 0.5
    assert made.alike(0, 2) < 0


@given(st.lists(st.sampled_from(["Ostrey Velm", "Dorna", "bees", "Ostrey Ostrey Dorna"]), min_size=1, max_size=6))
def test_likeness_is_mutual_and_at_most_one(texts: list[str]) -> None:
    alike = matrix(themes(*texts))
    assert np.allclose(alike, alike.T)
    assert alike.max() <= 1 + 1e-9


@given(st.lists(st.sampled_from(["Ostrey Velm", "Dorna bees", "Ostrey Ostrey Dorna", "Velm"]), min_size=2, max_size=5))
def test_reports_without_a_name_in_common_do_not_change_how_alike_others_are(texts: list[str]) -> None:
    ours = [reading(str(number), text, WEIR) for number, text in enumerate(texts)]
    strangers = [reading(f"s{number}", f"Quenby Lyth{number}", GOAT) for number in range(7)]
    both = compare((*ours, *strangers))
    assert np.allclose(matrix(compare(tuple(ours))), matrix(both)[: len(ours), : len(ours)])


def test_a_part_is_as_alike_to_reports_as_a_report_of_its_words() -> None:
    made = themes("Ostrey Velm", "Dorna Quenby", "Ostrey Dorna Dorna", meaning=WEIR)
    part = theme_of(reading("part", "Ostrey Velm", WEIR))
    unit = made.unit(part.names)
    assert np.allclose(made.towards(unit, part.lead, [0, 1, 2]), matrix(made)[0])
    assert made.sharing(unit, 0.9) == [0]


def test_only_reports_that_share_a_name_are_near() -> None:
    assert set(themes("Ostrey Velm", "Velm Dorna", "Lyth Quenby", meaning=WEIR).pairs()) == {("r000", "r001")}


def test_a_rare_name_says_more_than_a_common_one() -> None:
    made = themes("Ostrey Dorna", "Ostrey Lyth", "Velm Dorna", "Velm Lyth", *["Velm"] * 30)
    assert made.alike(0, 1) > 2 * made.alike(2, 3)


def test_a_name_that_many_have_brings_nobody_near() -> None:
    made = themes(*["Velm"] * COMMON)
    assert len(made.pairs()) == COMMON * (COMMON - 1) / 2
    assert not themes(*["Velm"] * (COMMON + 1)).pairs()


def test_among_few_reports_names_weigh_as_if_there_were_no_others() -> None:
    few = ("Ostrey Velm", "Ostrey Dorna", "Velm Dorna Lyth")
    made = themes(*few, *["Ostrey Sarn"] * 9)
    alone = Themes(["a", "b", "c"], [theme_of(reading("x", text)) for text in few], many=3)
    assert np.allclose(made.among(0, [1, 2]), matrix(alone)[0, 1:])
