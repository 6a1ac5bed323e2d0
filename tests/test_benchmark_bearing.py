"""How one claim bears on another: signs, relations with their reasons, statements across reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks.bearing import Claim, Comparison, compare, reasons_of, signs_of
from benchmarks.bearing.words import known, listed
from crossread.records import Reading, Report, Token

Read = Callable[..., tuple[Report, Reading]]

TOLL = "At least 12 people were killed when a bus fell off the Sarnik bridge on Monday, police said."


@pytest.fixture
def told(read: Read) -> Callable[[str, str], Comparison]:
    """Two texts compared."""

    def comparing(first: str, second: str) -> Comparison:
        claims = [Claim(read(text)[1], 0, len(text)) for text in (first, second)]
        return compare(*claims)

    return comparing


def words(text: str) -> list[Token]:
    return [Token(0, 1, word, word.lower(), "X", -1, "root") for word in text.split()]


def test_lists_name_no_word_twice_among_the_manners() -> None:
    lists = [known().hedges, known().firm, known().doubts, known().disputes, known().turns]
    every = [word for words in lists for word in words]
    assert len(every) == len(set(every))


def test_the_longest_phrase_counts() -> None:
    found = [(f.at, f.size, f.place.list) for f in listed(words("There is no evidence of it"))]
    assert (2, 2, "doubts") in found
    assert not any(place == "firm" for _, _, place in found)


def test_a_claim_told_again_is_the_same(told: Callable[[str, str], Comparison]) -> None:
    assert told(TOLL, TOLL).relation == "same"
    assert told(TOLL, TOLL).likeness == pytest.approx(1.0, abs=0.01)


def test_a_higher_figure_strengthens_and_a_lower_one_weakens(told: Callable[[str, str], Comparison]) -> None:
    few = "Twelve people were killed when a bus fell off the Sarnik bridge on Monday."
    many = "Thirty people were killed when a bus fell off the Sarnik bridge on Monday."
    assert told(few, many).relation == "strengthens"
    assert told(many, few).relation == "weakens"
    assert any("Twelve" in why and "Thirty" in why for why in told(few, many).why)


def test_figures_that_can_both_hold_are_no_difference(told: Callable[[str, str], Comparison]) -> None:
    comparison = told(
        "The gang smuggled 312 rifles into Sarnik.", "The gang smuggled more than 300 rifles into Sarnik."
    )
    assert not any("against" in why for why in comparison.why)


def test_doubt_weakens(told: Callable[[str, str], Comparison]) -> None:
    comparison = told(
        "The army shelled the hospital in Sarnik on Monday.",
        "It is unclear whether the army shelled the hospital in Sarnik on Monday.",
    )
    assert comparison.relation == "weakens"
    assert any("unclear" in why for why in comparison.why)


def test_denied_and_told_of_one_thing_contradict(told: Callable[[str, str], Comparison]) -> None:
    comparison = told("The army shelled the hospital in Sarnik.", "The army did not shell the hospital in Sarnik.")
    assert comparison.relation == "contradicts"


def test_opposite_words_of_one_thing_contradict(told: Callable[[str, str], Comparison]) -> None:
    comparison = told("The court in Sarnik upheld the ban.", "The court in Sarnik overturned the ban.")
    either = told("The court in Sarnik upheld the law.", "The court in Sarnik overturned the law.")
    assert "contradicts" in (comparison.relation, either.relation)


def test_opposite_words_of_two_things_do_not_contradict(told: Callable[[str, str], Comparison]) -> None:
    comparison = told(
        "The court in Sarnik acquitted the mayor of fraud on Monday.",
        "The court in Sarnik convicted the driver of fraud on Monday.",
    )
    assert comparison.relation != "contradicts"


def test_what_has_nothing_in_common_is_unrelated(told: Callable[[str, str], Comparison]) -> None:
    comparison = told(TOLL, "The singer will open her tour in Veldmark next spring.")
    assert comparison.relation == "unrelated"
    assert comparison.why


def test_every_reason_counts_in_the_points(read: Read) -> None:
    texts = (
        TOLL,
        "Critics deny that 40 people were killed on the Sarnik bridge; the police may be wrong, Ana Duarte said.",
    )
    first, second = (signs_of(Claim(read(text)[1], 0, len(text))) for text in texts)
    reasons = list(reasons_of(first, second))
    claims = [Claim(read(text)[1], 0, len(text)) for text in texts]
    comparison = compare(*claims)
    assert comparison.adds + comparison.takes == sum(r.points for r in reasons) > 0
    assert reasons == list(reasons_of(first, second))


def test_nothing_is_weighed_outside_of_a_claim(read: Read) -> None:
    text = "The mayor spoke of 12 dead. It is unclear whether Duarte knew."
    claim = Claim(read(text)[1], 0, text.index(" It"))
    assert "doubts" not in signs_of(claim).manner
    assert "duarte" not in signs_of(claim).names
