"""How regular words change their form."""

import pytest

from crossread.inflection import changed, inflection, plural, possible_singulars, root, verb_forms


@pytest.mark.parametrize(
    ("one", "many"), [("party", "parties"), ("day", "days"), ("church", "churches"), ("fireman", "firemen")]
)
def test_one_and_many(one: str, many: str):
    assert plural(one) == many
    assert changed(many, inflection().singulars) == one
    assert one in possible_singulars(many)


@pytest.mark.parametrize("word", ["gas", "virus", "crisis", "glass"])
def test_an_s_that_makes_no_plural(word: str):
    assert changed(word, inflection().singulars) == word


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("urge", {"urge", "urges", "urged", "urging"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("stress", {"stress", "stresses", "stressed", "stressing"}),
        ("say", {"say", "says", "saying"}),
    ],
)
def test_forms_of_a_verb(base: str, forms: set[str]):
    assert forms <= verb_forms(base)


def test_words_of_one_root():
    assert root("bombings") == root("bombed") == root("bomber") == "bomb"
    assert root("used") == "used"  # too little would be left
