"""Victims who are told in one breath are counted one by one."""

from __future__ import annotations

import pytest

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
