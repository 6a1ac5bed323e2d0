"""The look-up of a spelling among many names."""

from __future__ import annotations

import pytest

from crossread.crossing.actors.lookup import SURE, Names
from crossread.crossing.actors.words import alike, concept, fold, name_words, words

LISTED = [
    "Rashid Karwan al-Halbi",
    "Tomas Verrel",
    "Banco Nacional de Velisk",
    "Front for the Liberation of Velisk",
    "Velisk Steel Works",
    "Karim Abd al-Rahman Hosni",
]


@pytest.mark.parametrize(
    ("spelling", "meant"),
    [
        ("Rasheed Karwan Alhalbi", 0),
        ("VERREL, Tomas", 1),
        ("National Bank of Velisk", 2),
        ("FLV", 3),
        ("Velisk Liberation Front", 3),
        ("Kareem Abdurrahman Husni", 5),
    ],
)
def test_other_spellings_find_their_name(spelling: str, meant: int) -> None:
    assert Names(LISTED).rank(spelling)[0].owner == meant


@pytest.mark.parametrize(
    ("letters", "meant"), [("EVIC", "Eastern Velisk Islands Company"), ("T.D.G.", "Teff Dairy Group Ltd")]
)
def test_an_acronym_is_found_by_the_letters_as_written(letters: str, meant: str) -> None:
    listed = [*LISTED, "Anna Vich", "Eastern Velisk Islands Company", "Teff Dairy Group Ltd", "Tedeg Tadog"]
    assert Names(listed).rank(letters)[0].name == meant


@pytest.mark.parametrize(
    ("short", "meant"),
    [
        ("VNTC Dravin", "Velisk National Tanker Company Dravin Branch"),  # letters stand for a part of the name
        ("M.T.T. Ltda.", "Maquinaria Tecnica y Tierras Ltda."),  # legal forms are no part of the acronym
        ("COBAVEL", "Compania Bananera de Velisk"),
        ("COMTEL", "Comercial de Molinos, Telas y Lanas S.A."),  # a letter is enough where every word gives one
        ("Natsionalnogo stroitelnogo banka Velisk", "National Construction Bank of Velisk"),
        ("OOO Tarnprom", "Obshchestvo s ogranichennoi otvetstvennostyu Tarnprom"),
    ],
)
def test_short_and_foreign_names_of_bodies(short: str, meant: str) -> None:
    listed = ["Vantico Dravin", "MMT Sarl", "Coral Reef Club", "OAO Tarnprom", "State Bank of Velisk", meant]
    assert Names(listed).rank(short)[0].name == meant


def test_an_acronym_is_not_spelled_by_its_sound() -> None:
    assert alike("kmc", "kamchi") == 0.0


def test_a_good_match_is_surer_than_a_poor_one() -> None:
    names = Names(LISTED)
    good, poor = names.rank("Tomas Verrell")[0], names.rank("Anna Verrin")[0]
    assert good.sure >= SURE > poor.sure


def test_two_namesakes_leave_it_open() -> None:
    assert Names([*LISTED, "Tomas Verrel"]).rank("Tomas Verrel")[0].sure < SURE


def test_spellings_of_one_owner_do_not_stand_in_each_others_way() -> None:
    names = Names([*LISTED, "Thomas Verrel"], [*range(len(LISTED)), 1])
    assert names.rank("Tomas Verrel")[0].sure >= SURE
    assert [found.owner for found in names.rank("Tomas Verrel")].count(1) == 1


def test_spellings_of_one_owner_tell_a_name_together() -> None:
    listed = ["Velisk Millers Council of Ardo", "Sons of Velisk", "Ardo Council"]
    alone, together = (
        Names(listed, owners).rank("Ardo Council of Velisk Sons")[0] for owners in ([0, 1, 2], [0, 1, 1])
    )
    assert together.owner == 1
    assert together.sure > SURE > alone.sure


def test_what_is_left_out_is_not_found() -> None:
    assert all(found.at != 1 for found in Names(LISTED).rank("Tomas Verrel", leave_out=[1]))


def test_nothing_is_found_among_nothing() -> None:
    assert Names([]).rank("Tomas Verrel") == []
    assert Names(LISTED).rank("") == []


def test_words_are_made_ready() -> None:
    assert words("Bank of the South") == ("bank", "south")
    assert words("Abd al-Rahman") == words("Abdul Rahman")
    assert fold("mousa") == fold("musa")
    assert concept("banco") == concept("bank")
    assert alike("niger", "nigeria") == 0.0


def test_lists_of_words_are_keys() -> None:
    known = name_words()
    every = [word for group in known.same for word in group] + [*known.little, *known.links, *known.honours]
    assert [word for word in every if word != word.lower()] == []


def test_acronyms_are_spelled_in_one_way() -> None:
    assert alike("pkk", "pcc") < 0.6
    assert alike("pkk", "pkk") == 1.0


def test_legal_forms_written_out_do_not_hide_the_name() -> None:
    long = "Obshchestvo s ogranichennoi otvetstvennostyu"
    names = Names([f"{long} Tarnprom", "OOO Veliskprom", f"{long} Ardovest"])
    assert names.rank(f"{long} Veliskprom")[0].owner == 1
