"""Whether it is so: what is denied, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.crossing.disagreements.sides import quoted
from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def answered(read: Read, text: str) -> list[list[str]]:
    """What each side of each disagreement over what is so says."""
    report, reading = read(f"Mill\n\n{text}", date(2031, 5, 8), "one.txt")
    found = pipeline.cross([report], [reading]).disagreements
    return [[e.text for s in d.sides for e in s.evidence] for d in found if d.about.startswith("whether it is so")]


def test_an_accusation_is_rejected(read: Read) -> None:
    text = "The union accused the company of cheating its workers. The company rejected the accusation."
    ((one, other),) = answered(read, text)
    assert one.startswith("The union")
    assert other.startswith("The company")


def test_a_denial_in_the_same_words(read: Read) -> None:
    text = "The union said that the company had hidden two letters. The company denied that it had hidden any letters."
    assert len(answered(read, text)) == 1


def test_a_charge_denied_in_its_own_sentence(read: Read) -> None:
    text = "The bank said 500 farms were hit. Mayor Kell said help came late; the rescue agency denied the charge."
    (sides,) = answered(read, text)
    assert sides[0].startswith("Mayor Kell")
    assert not any("farms" in side for side in sides)
    assert "denied" not in sides[0]


@pytest.mark.parametrize(
    "text",
    [
        "The union said that the company had cheated its workers. The company closed its office in Nairobi.",
        "The mayor opened the new bridge. The company would deny that it had hidden any letters.",
        "The mayor opened the new bridge. The baker neither claimed nor denied the theft.",
    ],
)
def test_nothing_is_denied_that_another_says(read: Read, text: str) -> None:
    assert answered(read, text) == []


def test_what_is_denied_is_told_as_the_word_of_others(read: Read) -> None:
    text = "The mayor opened the new mill. The company denied claims in the press that it had cheated its workers."
    ((denial, claim),) = answered(read, text)
    assert "cheated" in claim
    assert denial.startswith("The company denied")


def test_a_denied_charge_is_found_where_another_report_makes_it(read: Read) -> None:
    one = "Prison\n\nPrisoners rioted in Tarsk on Monday. The wardens deny accusations of cruelty."
    other = (
        "Tarsk\n\nPrisoners rioted in Tarsk on Monday. The cruelty of the wardens led to the riot, the lawyer wrote."
    )
    pairs = [read(t, date(2031, 5, 8), f"{n}.txt") for n, t in enumerate((one, other))]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    (denied,) = [d for d in found if d.about.startswith("whether it is so")]
    assert {r for s in denied.sides for r in s.reports} == {p[0].id for p in pairs}


@pytest.mark.parametrize(
    "text",
    [
        "The teacher asked for the essay on the flood. A judge dismissed the essay on the flood as too long.",
        "The owners filed two motions over the mill. The court denied the motions because the mill was sold.",
        "The owners of the mill sued the town. A court denied poor owners legal aid in the case.",
        "The mill was sold. The court denied class status to the owners of the mill.",
        "The mill was sold. The owners of the mill rejected the plan of the mayor.",
        "The clerk was charged with theft. The charge of theft was dismissed in May.",
        "The clerk was charged with theft. He denied the charges until finally coming forward in May.",
    ],
)
def test_what_is_put_aside_or_refused_is_not_said_to_be_untrue(read: Read, text: str) -> None:
    assert answered(read, text) == []


def test_who_says_that_it_is_not_so_agrees_with_who_denies_it(read: Read) -> None:
    one = 'Freed\n\nFive miners held in Tarsk were freed on Monday. "{} ransom was paid," Tomas Lind told reporters.'
    other = "Tarsk\n\nFive miners are held in Tarsk. The state government has denied paying any ransom in the past."
    reports = []
    for word in ("A", "No"):
        pairs = [read(t, date(2031, 5, 8), f"{n}.txt") for n, t in enumerate((one.format(word), other))]
        found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
        (denied,) = [d for d in found if d.about.startswith("whether it is so")]
        reports.append(len({r for s in denied.sides for r in s.reports}))
    assert reports == [2, 1]


def disputed(read: Read, *texts: str) -> list[list[set[str]]]:
    """The reports of each side of each disagreement over what is so, by the number of the report."""
    pairs = [read(t, date(2031, 5, 8), f"{n}.txt") for n, t in enumerate(texts)]
    names = {pair[0].id: str(n) for n, pair in enumerate(pairs)}
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    wanted = [d for d in found if d.about.startswith("whether it is so")]
    return [[{names[r] for r in s.reports} for s in d.sides] for d in wanted]


LEDE = "Tarsk Dairy\n\nThe Tarsk Dairy lost its licence in Tarsk on Monday after a row over its milk. "


def test_denials_of_one_denier_are_gathered_with_what_he_is_accused_of(read: Read) -> None:
    one = LEDE + "Inspector Ada Moll accused the Tarsk Dairy of thinning its milk with water."
    two = LEDE + "The Tarsk Dairy denied the accusation."
    three = LEDE + "The Tarsk Dairy has denied the allegations in a letter to its customers."
    (sides,) = disputed(read, one, two, three)
    assert sorted(sides, key=sorted) == [{"0"}, {"1", "2"}]


def test_an_accusation_of_another_is_not_what_he_denies(read: Read) -> None:
    one = LEDE + "Inspector Ada Moll accused the baker Jon Vale of stealing flour."
    two = LEDE + "The Tarsk Dairy denied thinning its milk."
    (sides,) = disputed(read, one, two)
    assert sides == [{"1"}, {"1"}]


@pytest.mark.parametrize(
    "denial",
    [
        "The mayor denied any part in the sale of the mill.",
        "The mayor denied selling the mill to his brother.",
        "The mayor rejected the notion that he had sold the mill to his brother.",
        "The mayor ruled out any involvement of his brother.",
    ],
)
def test_what_is_denied_is_a_side_where_nobody_else_tells_it(read: Read, denial: str) -> None:
    ((one, other),) = answered(read, f"The mill was closed for good on Monday. {denial}")
    assert max(one, other, key=len) == denial


def test_what_is_invented_stands_against_what_is_told(read: Read) -> None:
    one = LEDE + "Neighbours of the Tarsk Dairy saw a fire in the milk store on Sunday."
    two = LEDE + "The owner said the fire in the milk store of the Tarsk Dairy on Sunday never happened."
    (sides,) = disputed(read, one, two)
    assert sides == [{"0"}, {"1"}] or sides == [{"1"}, {"0"}]


@pytest.mark.parametrize(
    "denial",
    [
        "Mayor Kell said the report of a sale to his brother was false.",
        "Mayor Kell said that the report of a sale of the mill was a hoax.",
        'Mayor Kell said that the sale of the mill to his brother was "fiction".',
    ],
)
def test_what_is_called_untrue_stands_against_who_tells_it(read: Read, denial: str) -> None:
    text = f"The baker Ada Moll said that a sale of the mill to the brother of the mayor was agreed in May. {denial}"
    ((one, other),) = answered(read, text)
    assert {one.split()[1], other.split()[1]} == {"baker", "Kell"}


def test_a_false_alarm_denies_nothing(read: Read) -> None:
    text = (
        "The firemen said that a false alarm at the mill woke the street. A fake gun lay in the yard, the guard said."
    )
    assert answered(read, text) == []


def test_what_names_a_disagreement_is_cut_between_words() -> None:
    assert quoted("The mayor\ndenied it.") == "The mayor denied it."
    assert quoted("The mayor denied it, " * 5, 25) == "The mayor denied it…"


def test_what_nobody_denies_is_not_disputed(read: Read) -> None:
    text = "Witnesses said planes had bombed the market. No one denied that planes had bombed the market."
    assert answered(read, text) == []
