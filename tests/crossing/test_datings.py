"""When it was: tellings of one deed that exclude each other, and those that do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.crossing.disagreements.datings import gathered
from crossread.records import Reading, Report

Read = Callable[..., tuple[Report, Reading]]
FIRE = "The fire in the Orvel paper mill in Nairobi broke out {} and killed 12 workers."


def when(read: Read, *texts: str) -> list[int]:
    """How many sides each disagreement over dates has."""
    pairs = [read(f"Paper mill\n\n{t}", date(2031, 5, 8), f"{n}.txt") for n, t in enumerate(texts)]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    return [len(d.sides) for d in found if d.kind == "date" and d.about.startswith("when")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Saturday", "on Monday"),
        ("on Saturday night", "on Sunday night"),
        ("at about 1 a.m. on Sunday", "at about 2 a.m. on Sunday"),
        ("on 3 May", "on 5 May"),
    ],
)
def test_times_that_exclude_each_other(read: Read, one: str, other: str) -> None:
    assert when(read, FIRE.format(one), FIRE.format(other)) == [2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on Saturday night", "early on Sunday"),
        ("on Saturday night", "on Sunday"),
        ("on Saturday", "at the weekend"),
        ("on Saturday", "on 3 May"),
        ("in May", "on Saturday"),
        ("on Sunday morning", "at about 1 a.m. on Sunday"),
        ("more than a week ago", "on Saturday"),
    ],
)
def test_times_that_fit(read: Read, one: str, other: str) -> None:
    assert when(read, FIRE.format(one), FIRE.format(other)) == []


def test_another_deed_of_a_row_is_dated_apart(read: Read) -> None:
    one = "A third case of the fever was reported in Nairobi on Saturday, the ministry said."
    other = "A fourth case of the fever was reported in Nairobi on Tuesday, the ministry said."
    assert when(read, one, other) == []


def test_the_same_may_be_said_on_two_days(read: Read) -> None:
    one = "Dana Orvel, the minister, said on Saturday that the mill would be closed."
    other = "Dana Orvel, the minister, said on Tuesday that no worker would be sent home."
    assert when(read, one, other) == []


def test_what_hangs_together_through_others_is_one_group() -> None:
    assert gathered([]) == []
    assert gathered([(0, 1), (2, 3), (4, 5), (3, 1)]) == [[4, 5], [0, 1, 2, 3]]


def test_many_tellings_of_one_deed_are_gathered_at_once() -> None:
    assert gathered([(i, k) for k in range(500) for i in range(k)]) == [list(range(500))]


@pytest.mark.parametrize(("one", "other", "count"), [("Saturday", "Monday", 1), ("3 May", "5 May", 1)])
def test_days_exclude_each_other_where_no_report_is_dated(read: Read, one: str, other: str, count: int) -> None:
    pairs = [read(f"Paper mill\n\n{FIRE.format('on ' + day)}", None, f"{n}.txt") for n, day in enumerate((one, other))]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    assert len([d for d in found if d.kind == "date"]) == count


def test_an_aftershock_is_dated_apart(read: Read) -> None:
    one = "An earthquake shook the town of Orvel on Saturday and killed 12 people."
    other = "An aftershock shook the town of Orvel on Monday after the earthquake that killed 12 people."
    assert when(read, one, other) == []


def test_a_time_behind_a_participle_dates_the_deed(read: Read) -> None:
    one = "Shells hit a convoy carrying food to the town of Orvel on Monday morning and killed nine drivers."
    other = "Shells hit a convoy near the town of Orvel on Monday afternoon and killed nine drivers."
    assert when(read, one, other) == [2]


def test_what_is_done_once_more_is_dated_apart(read: Read) -> None:
    first = "Police arrested the union leader Petra Sand in the port of Gellen on {} for the theft of a lorry."
    again = "Police arrested the union leader Petra Sand in the port of Gellen on Tuesday on a second charge of theft."
    assert when(read, first.format("Monday"), first.format("Sunday").replace("lorry", "car")) == [2]
    assert when(read, first.format("Monday"), again) == []
    assert when(read, first.format("Monday"), first.format("Tuesday").replace("for", "again for")) == []


def test_a_time_beside_a_verb_of_saying_dates_no_deed(read: Read) -> None:
    one = FIRE.format("on Monday")
    other = "The fire in the Orvel paper mill in Nairobi killed 12 workers, the mayor said on Wednesday."
    assert when(read, one, other) == []


def test_the_same_weekday_of_another_week_is_an_old_report_told_again(read: Read) -> None:
    texts = [FIRE.format("on Saturday night")] * 2
    pairs = [
        read(f"Paper mill\n\n{t}", day, f"{n}.txt")
        for n, (t, day) in enumerate(zip(texts, (date(2031, 5, 8), date(2031, 6, 19)), strict=True))
    ]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    assert [d for d in found if d.kind == "date"] == []


def test_another_who_did_the_same_did_it_on_another_day(read: Read) -> None:
    one = "Six stokers of the Orvel mill pleaded guilty to theft of copper in Nairobi on Monday, the court said."
    other = "The owner of the Orvel mill pleaded guilty to theft of copper in Nairobi on Friday, the court said."
    assert when(read, one, other) == []


def test_a_deed_is_known_by_its_verb_and_its_parts(read: Read) -> None:
    one = "In April, the council of Norrby awarded the first three contracts for the harbour wall to local builders."
    other = "In February, the council of Norrby awarded contracts to Brandt, Trask and Sand, all local builders."
    assert when(read, one, other) == [2]


def test_clock_times_of_sentences_that_answer_each_other(read: Read) -> None:
    one = "The failure of the Norrby power line occurred at 7:28 a.m. and left the port without light."
    other = "The port has no light. The failure of the power line happened at 10 a.m. near Norrby, the port said."
    assert when(read, one, other) == [2]
    assert when(read, one, other.replace("10 a.m.", "7:30 a.m.")) == []


def test_attacks_of_two_days_are_two(read: Read) -> None:
    one = "The rebels attacked the barracks of Norrby. They called it an answer to the 30 October attack on their camp."
    other = "The rebels left the talks after a bomb attack on the union's headquarters in Norrby on 31 October."
    assert when(read, one, other) == []
