"""Victims who are told in one breath are counted one by one."""

from __future__ import annotations

import pytest

from crossread import pipeline
from crossread.reading.encoder.model import Encoder
from crossread.records import Report
from tests.reading.test_figures import Read, only


def told(read: Read, text: str, outcome: str = "killed") -> float:
    return max((q.value or 0 for q in only(read, text) if q.outcome == outcome), default=0)


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Gunmen killed the governor of Tavira, another judge, and the regional police commander.", 3),
        ("A police colonel, a judge, and Senator Pavel Doran were murdered last week.", 3),
        ("The killings of a judge, a police commander and opposition leader Pavel Doran led to protests.", 3),
        ("The strike killed a commander of the group, three of his aides and a child.", 5),
        ("A soldier, a policeman and three civilians lost their lives.", 5),
        ("The flood swept away a bus, killing the driver, a nurse, a teacher and 14 pupils.", 17),
        ("A couple and their three children were killed when a gas bottle exploded.", 5),
        ("One of his bodyguards and a passer-by were killed.", 2),
    ],
)
def test_a_list_is_counted_to_its_end(read: Read, text: str, total: int) -> None:
    assert told(read, text) == total


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("The crash killed the pilot, Jan Novak, and all four passengers.", 5),
        ("Hector Olmedo, a leader of the Workers Party and secretary of the union, was assassinated in Maro.", 1),
        ("Three journalists, Pavel Doran, Lena Marsh and Tom Vesely, were killed by a landmine.", 3),
        ("Pavel Doran, a carpenter, his wife Lena and their two children died in the fire.", 4),
        ("Soldiers killed a guard and two cars were burned.", 1),
    ],
)
def test_what_says_who_somebody_is_adds_nobody(read: Read, text: str, total: int) -> None:
    assert told(read, text) == total


@pytest.mark.parametrize(
    ("text", "outcome", "total"),
    [
        ("Minister Jan Novak, 65, was killed near his home, along with two of his bodyguards.", "killed", 3),
        ("Lena Marsh, a nun from Ireland, was wounded along with two other nuns.", "injured", 3),
    ],
)
def test_those_told_behind_along_with_count(read: Read, text: str, outcome: str, total: int) -> None:
    assert told(read, text, outcome) == total


@pytest.mark.parametrize(
    ("text", "outcome", "total"),
    [
        ("The dead were identified as Pavel Doran, 43, Lena Marsh, 41, and Tom Vesely, 12.", "killed", 3),
        ("Among the injured are Pavel Doran, 53; Lena Marsh, 24; and Tom Vesely, 23.", "injured", 3),
        ("Killed were Pavel Doran, 43, of Maro; Lena Marsh, 24, of Orsk; and Tom Vesely, 23, of Tavira.", "killed", 3),
        ("The dead were taken to Maro and buried on Monday.", "killed", 0),
    ],
)
def test_lists_of_names_are_counted(read: Read, text: str, outcome: str, total: int) -> None:
    assert told(read, text, outcome) == total


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Both pilots were killed.", 2),
        ("An elderly couple was found dead.", 2),
        ("Troops shot dead a protester and arrested 30 others.", 1),
        ("About five individuals shot to death a watchman who tried to stop them.", 1),
        ("Ten of the 30 passengers were killed.", 10),
        ("The bodies of three children were pulled from the lake.", 3),
    ],
)
def test_those_who_died_are_told_from_those_who_did_not(read: Read, text: str, total: int) -> None:
    assert told(read, text) == total


@pytest.mark.parametrize(
    ("text", "outcome", "total"),
    [
        ("Ana Duarte and one of her sons were killed.", "killed", 2),
        ("Ana Duarte and passer-by Pero Voss were killed.", "killed", 2),
        ("Ana Duarte, dean of the school and one of its founders, was murdered.", "killed", 1),
        ("The mayors of Orsk, Tavira and Sarn were kidnapped.", "abducted", 3),
        ("Killed were Ana Duarte and Pero Voss. Also killed was Jan Novak.", "killed", 3),
        ("The murders which occurred in July at Orsk: Ana Duarte, Pero Voss, and Lena Marsh.", "killed", 3),
        ("The former finance minister and president of the chess club Pero Voss died on Monday.", "killed", 1),
    ],
)
def test_those_beside_a_name_and_one_for_each_place(read: Read, text: str, outcome: str, total: int) -> None:
    assert told(read, text, outcome) == total


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Three bank workers - two women and a man - were killed.", 3),
        ("Five pupils - three girls and two boys - were killed.", 5),
        ("A guard was killed on Monday. Three other clerks, two women and a man, also died.", 4),
    ],
)
def test_what_breaks_a_count_up_is_not_added_to_it(read: Read, text: str, total: int) -> None:
    assert told(read, text) == total


MORE = "Four more bodies were found in the hotel on Tuesday."


@pytest.mark.parametrize(
    ("title", "body", "total"),
    [
        ("Toll of Orsk fire rises to 13 dead", MORE, 13),
        ("Fire in Orsk", f"Seven people died in the fire. {MORE}", 11),
    ],
)
def test_nothing_comes_on_top_of_the_toll_of_the_title(encoder: Encoder, title: str, body: str, total: int) -> None:
    report = Report("r", "r.txt", f"{title}\n\n{body}", title=title)
    reading = pipeline.read(report, encoder.analyse("r", report.text))
    assert max(q.value or 0 for q in reading.quantities if q.outcome == "killed") == total


def test_somebody_told_in_one_breath_before_is_not_told_on_top(read: Read) -> None:
    before = "Orsk mourns a policeman and his son. The killing of a policeman and his son shook Orsk."
    text = f"{before} The two were killed near a church. The gunmen also killed the policeman's son."
    assert told(read, text) == 2
