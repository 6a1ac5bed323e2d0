"""What reports are about."""

from __future__ import annotations

import numpy as np
from hypothesis import given, strategies as st

from crossread.crossing.themes import Themes, likeness, theme_of
from crossread.records import Reading, Sentence, Token

WEIR, GOAT = (1.0, 0.0), (0.0, 1.0)


def reading(name: str, names: str, meaning: tuple[float, ...] = ()) -> Reading:
    tokens, at = [], 0
    for word in names.split():
        tokens.append(
            Token(at, at + len(word), word, word.lower(), "PROPN" if word[0].isupper() else "NOUN", -1, "root")
        )
        at += len(word) + 1
    return Reading(name, (Sentence(0, at, 0, tuple(tokens), embedding=meaning),))


def test_names_bind_more_than_meaning() -> None:
    a, b, c = (
        theme_of(r)
        for r in (
            reading("a", "Ostrey Hallbrook", WEIR),
            reading("b", "Ostrey Hallbrook", GOAT),
            reading("c", "Dorna Velm", WEIR),
        )
    )
    alike = likeness([a, b, c])
    assert alike[0, 1] > 0.5 > alike[0, 2]


def test_without_names_the_meaning_must_do() -> None:
    alike = likeness(
        [
            theme_of(reading("a", "bees", WEIR)),
            theme_of(reading("b", "bees", WEIR)),
            theme_of(reading("c", "bees", GOAT)),
        ]
    )
    assert alike[0, 1] > 0.5
    assert alike[0, 2] < 0


@given(st.lists(st.sampled_from(["Ostrey Velm", "Dorna", "bees", "Ostrey Ostrey Dorna"]), min_size=1, max_size=6))
def test_likeness_is_mutual_and_at_most_one(texts: list[str]) -> None:
    alike = likeness([theme_of(reading(str(number), text)) for number, text in enumerate(texts)])
    assert np.allclose(alike, alike.T)
    assert alike.max() <= 1 + 1e-9


@given(st.lists(st.sampled_from(["Ostrey Velm", "Dorna bees", "Ostrey Ostrey Dorna", "Velm"]), min_size=2, max_size=5))
def test_reports_without_a_name_in_common_do_not_change_how_alike_others_are(texts: list[str]) -> None:
    ours = [theme_of(reading(str(number), text, WEIR)) for number, text in enumerate(texts)]
    strangers = [theme_of(reading(f"s{number}", f"Quenby Lyth{number}", GOAT)) for number in range(7)]
    both = Themes([*ours, *strangers]).likeness()
    assert np.allclose(Themes(ours).likeness(), both[: len(ours), : len(ours)])


def test_a_part_is_as_alike_to_reports_as_a_report_of_its_words() -> None:
    texts = ["Ostrey Velm", "Dorna Quenby", "Ostrey Dorna Dorna"]
    themes = Themes([theme_of(reading(str(number), text, WEIR)) for number, text in enumerate(texts)])
    part = theme_of(reading("part", "Ostrey Velm", WEIR))
    assert np.allclose(themes.towards(part)[1:], themes.likeness()[0, 1:])
    assert np.isclose(themes.towards(part)[0], 1)
