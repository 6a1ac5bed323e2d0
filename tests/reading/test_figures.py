"""What the numbers of a report count, read with the shipped model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crossread.records import Quantity, Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def only(read: Read, text: str) -> list[Quantity]:
    report, reading = read(text)
    for q in reading.quantities:
        assert report.text[q.span.start : q.span.end] == q.span.text
        assert q.context.start <= q.span.start
        assert q.span.end <= q.context.end
    return list(reading.quantities)


@pytest.mark.parametrize(
    ("text", "value", "counts"),
    [
        ("The blast killed three soldiers.", 3, "troops killed"),
        ("At least 16 Sarnians were killed in the raid.", 16, "people killed"),
        ("The shells fell on the market, killing 12 people.", 12, "people killed"),
        ("Nearly 3,000 people died after the storm.", 3000, "people killed"),
        ("The death toll stands at 64.", 64, "people killed"),
        ("More than 500 people were injured in the crush.", 500, "people injured"),
        ("The ministry put the number of injured at 23.", 23, "people injured"),
        ("Police arrested 40 people on Monday.", 40, "people arrested"),
        ("Five rockets were fired at the depot.", 5, "rockets launched"),
        ("The army said 71 missiles were shot down.", 71, "missiles intercepted"),
        ("The ministry has 2,500 troops in Velmora.", 2500, "troops"),
        ("The convoy of 69 vehicles left at dawn.", 69, "vehicles"),
    ],
)
def test_counts(read: Read, text: str, value: float, counts: str) -> None:
    assert [(q.value, q.counts) for q in only(read, text)] == [(value, counts)]


def test_two_outcomes_of_one_sentence(read: Read) -> None:
    found = only(read, "The drone killed three and wounded dozens of soldiers at the outpost.")
    assert [(q.value, q.low, q.outcome) for q in found] == [(3, 3, "killed"), (None, 24, "injured")]


def test_a_number_without_its_noun_takes_it_from_the_one_before(read: Read) -> None:
    found = only(read, "The union keeps around 2,500 troops in Velmora and 900 in Tarsk.")
    assert [(q.value, q.counts) for q in found] == [(2500, "troops"), (900, "troops")]


def test_a_part_is_marked(read: Read) -> None:
    whole, part = only(read, "The strike killed 14 people, including four children.")
    assert (whole.value, whole.part) == (14, False)
    assert (part.value, part.part, part.outcome) == (4, True, "killed")


def test_no_casualties_is_zero(read: Read) -> None:
    (none,) = only(read, "There were no casualties in the attack.")
    assert (none.value, none.outcome) == (0, "casualties")


def test_official_and_estimated(read: Read) -> None:
    (official,) = only(read, "The official death toll remains at 64.")
    (estimate,) = only(read, "Researchers calculated 1,052 deaths.")
    assert (official.basis, estimate.basis) == ("official", "estimate")


@pytest.mark.parametrize(
    "text",
    [
        "It happened in 2017.",
        "The council adopted Resolution 2118 on Friday.",
        "The building, a 43-year-old tower, agreed with its neighbours.",
        "The two-year-old war goes on.",
        "The road is 43, not 44.",
        "One of the bakers spoke.",
        "They met three years ago.",
        "The man lives at 731 Harrow near the park.",
        "Nearly two in three residents fled.",
        "The scientists gathered data in Orsk. The institute put the number at 4,000.",
        "Goals from Verrin (12) and Duarte (45) won it.",
    ],
)
def test_no_figures(read: Read, text: str) -> None:
    assert only(read, text) == []


@pytest.mark.parametrize(
    ("text", "age", "bearer"),
    [
        ("Tomas Verrin, 43, who keeps bees, agreed.", 43, "Tomas Verrin"),
        ("Tomas Verrin (43) agreed.", 43, "Tomas Verrin"),
        ("The 45-year-old carpenter, Tomas Verrin, agreed.", 45, "Tomas Verrin"),
        ("Tomas Verrin, a 45-year-old carpenter, agreed.", 45, "Tomas Verrin"),
        ("Thirty-four-year-old Ana Verrin won.", 34, "Ana Verrin"),
        ("Verrin is 61 years old.", 61, "Verrin"),
        ("They met a woman aged 36 there.", 36, None),
        ("A 17 y.o was shot at.", 17, None),
        ("A man of 71 died in the flood.", 71, None),
        ("A six-year-old girl sang.", 6, None),
    ],
)
def test_ages(read: Read, text: str, age: int, bearer: str | None) -> None:
    _, reading = read(text)
    (one,) = (q for q in reading.quantities if q.counts == "age")
    assert (one.value, one.unit) == (age, "years")
    assert bearer == (reading.mentions[one.bearer].span.text if one.bearer is not None else None)


def test_a_victim_without_a_number_counts_as_at_least_one(read: Read) -> None:
    (one,) = only(read, "A man was shot dead outside a bakery on Monday.")
    assert (one.value, one.low, one.high, one.outcome) == (1, 1, None, "killed")


def test_no_victim_is_added_where_a_number_is_told(read: Read) -> None:
    found = only(read, "Two people were killed on Monday. A man was killed by the blast, a witness said.")
    assert [q.value for q in found] == [2]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The minister was hurt. His driver and one of his guards were killed.", 2),
        ("Gunmen killed a beekeeper in Maro on Sunday.", 1),
        ("A hunter killed and ate a wild rabbit.", 0),
        ("Ana Duarte, leader of the party and former envoy, was shot dead on Monday.", 1),
        ("Ana Duarte was sentenced to death on Monday.", 0),
        ("He spoke of the death of Ana Duarte.", 1),
        ("Ana Duarte led the party. Police know who is responsible for killing Duarte.", 1),
    ],
)
def test_people_named_as_victims_are_counted(read: Read, text: str, count: int) -> None:
    assert sum(q.value or 0 for q in only(read, text) if q.outcome == "killed") == count


def test_victims_of_several_deeds_are_counted_apart(read: Read) -> None:
    found = only(read, "Three soldiers were killed in Maro on Monday. A vendor was killed in Taline on Sunday.")
    assert [q.value for q in found if q.outcome == "killed"] == [3, 1]


def test_a_life_claimed_is_a_death(read: Read) -> None:
    (one,) = only(read, "The attack claimed the life of a nurse.")
    assert (one.value, one.outcome) == (1, "killed")


def test_half_of_a_number_is_worked_out(read: Read) -> None:
    (half,) = only(read, "Half of the 200 hostages were freed on Friday.")
    assert (half.value, half.outcome, half.span.text) == (100, "freed", "Half of the 200")


def test_the_hurt_are_those_of_the_blast_told_before(read: Read) -> None:
    _, reading = read("A bomb exploded at a bank in Maro on Monday. Five people were injured.")
    (hurt,) = [q for q in reading.quantities if q.outcome == "injured"]
    assert hurt.deed is not None
    assert reading.events[hurt.deed].kind == "bombing"


def test_a_second_count_of_one_crowd(read: Read) -> None:
    found = only(read, "Police said about 2,000 people took part, the organisers spoke of 10,000.")
    assert [(q.value, q.counts) for q in found] == [(2000, "people"), (10000, "people")]
    assert [q.according_to.text if q.according_to else None for q in found] == ["Police", "the organisers"]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("Six priests and two cooks were killed on Monday.", 8),
        ("The blast killed three soldiers and two guards.", 5),
        ("Five people, two soldiers and three guards, were killed.", 5),
    ],
)
def test_victims_counted_apart_are_added_up_once(read: Read, text: str, total: int) -> None:
    assert max(q.value or 0 for q in only(read, text) if q.outcome == "killed") == total


def test_the_judge_and_the_driver_are_two(read: Read) -> None:
    found = only(read, "The judge and the driver were murdered in Sarnik on Monday.")
    assert [(q.value, q.high, q.outcome) for q in found] == [(2, None, "killed")]


@pytest.mark.parametrize(
    ("text", "outcome", "count"),
    [
        ("The envoy Ana Duarte, who was kidnapped in Maro, was freed on Monday.", "abducted", 1),
        ("Gunmen kidnapped a young couple, Ana Duarte and Petra Voss, on Monday.", "abducted", 2),
        ("Ana Duarte was found dead along with Petra Voss on Monday.", "killed", 2),
        ("A body was found near the river on Monday.", "killed", 1),
        ("Soldiers shot 16 peasants in Maro on Monday.", "shot", 16),
    ],
)
def test_victims_are_found_behind_pronouns_names_and_bodies(read: Read, text: str, outcome: str, count: int) -> None:
    assert max((q.value or 0 for q in only(read, text) if q.outcome == outcome), default=0) == count


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("The minister Ana Duarte was shot dead on Monday. Two of her guards were also killed.", 3),
        ("Six people were killed in the blast. Four other people were also killed.", 10),
        ("They condemned the murder of six priests and two women.", 8),
        ("They condemned the murder of minister Ana Duarte and two of her guards.", 3),
        ("Three soldiers and a guard were killed.", 4),
        ("Neither Ana Duarte nor Petra Voss was killed.", 0),
    ],
)
def test_victims_told_on_top_of_others_are_added(read: Read, text: str, total: int) -> None:
    assert max((q.value or 0 for q in only(read, text) if q.outcome == "killed"), default=0) == total


def test_nothing_comes_on_top_of_a_toll(read: Read) -> None:
    found = only(read, "The death toll rose to 11 on Friday after divers recovered two more bodies from the river.")
    assert max(q.value or 0 for q in found) == 11
    found = only(read, "The number of people killed in the mine rose to 11 after rescuers found two more bodies.")
    assert max(q.value or 0 for q in found) == 11
    assert 71 not in [q.value for q in only(read, "A man of 71 died in the flood.") if q.outcome == "killed"]


def test_an_addition_told_twice_is_added_once(read: Read) -> None:
    found = only(read, "Two people were killed and four others were hurt. Four others were hurt, police said.")
    assert max(q.value or 0 for q in found if q.outcome == "injured") == 4


@pytest.mark.parametrize(
    ("text", "outcome", "count"),
    [
        ("The envoy Ana Duarte and two other officials are being held hostage.", "abducted", 3),
        ("Gunmen killed a Canadian on Monday.", "killed", 1),
        ("They found the wife of the judge and killed her.", "killed", 1),
        ("The body found that the plan was sound.", "killed", 0),
    ],
)
def test_captives_and_those_told_by_land_or_pronoun_are_counted(
    read: Read, text: str, outcome: str, count: int
) -> None:
    assert max((q.value or 0 for q in only(read, text) if q.outcome == outcome), default=0) == count


def test_the_dead_are_of_the_attack_in_which_they_died(read: Read) -> None:
    _, reading = read("The rebels left the talks after the attack on the mill, in which ten workers were killed.")
    (dead,) = [q for q in reading.quantities if q.outcome == "killed"]
    assert dead.deed is not None
    assert reading.events[dead.deed].kind == "attack"


@pytest.mark.parametrize(
    ("text", "outcome", "kind"),
    [
        ("A bomb exploded in Orsk on Monday. Four people were injured by the explosion.", "injured", "explosion"),
        (
            "A bomb exploded at a station in Orsk. It towers over the town. A guard was killed by the bomb.",
            "killed",
            "bombing",
        ),
        ("Nine people died and about 50 were wounded when a bomb exploded in Orsk on Monday.", "injured", "bombing"),
    ],
)
def test_the_harmed_are_of_a_blow_that_lists_know(read: Read, text: str, outcome: str, kind: str) -> None:
    reading = read(text)[1]
    harmed = next(q for q in reading.quantities if q.outcome == outcome)
    assert harmed.deed is not None
    assert reading.events[harmed.deed].kind == kind


@pytest.mark.parametrize(
    ("text", "outcome", "count"),
    [
        ("The blasts in Orsk resulted in the injury of six people and millions in losses.", "injured", 6),
        ("The two explosions in Orsk, where one person was slightly injured, broke many windows.", "injured", 1),
        ("The killings during the past three days of a judge, a police commander, and editor Jan Novak.", "killed", 3),
        ("The killing of senator and presidential candidate Jan Novak shocked the country.", "killed", 1),
        ("Nadia Petrov and Jan Novak were gunned down by hitmen in Orsk.", "shot", 2),
        ("The editor was beaten to death by three men in Orsk.", "killed", 1),
        ("Three people were seriously injured, including the teacher Ana Duarte, 41.", "injured", 3),
    ],
)
def test_who_was_struck_and_nothing_else_is_counted(read: Read, text: str, outcome: str, count: int) -> None:
    told = [q for q in read(text)[1].quantities if q.outcome == outcome]
    assert [q.value for q in told] == [count]


def test_who_killed_is_not_among_the_dead(read: Read) -> None:
    text = "The priests were killed by some 30 men wearing olive uniforms, witnesses said."
    assert not [q for q in read(text)[1].quantities if q.outcome == "killed" and q.value == 30]


def test_an_age_right_before_a_name_is_his_who_is_named(read: Read) -> None:
    text = "Police found the bodies of 33-year-old Mara Verrin, 40-year-old Tomas Verrin and 5-year-old Ana Verrin."
    _, reading = read(text)
    told = {q.value: reading.mentions[q.bearer].span.text for q in reading.quantities if q.bearer is not None}
    assert told == {33: "Mara Verrin", 40: "Tomas Verrin", 5: "Ana Verrin"}


def test_who_was_not_hurt_is_not_counted(read: Read) -> None:
    text = "Neighbours said that the deputy was not injured because he managed to escape."
    assert not [q for q in read(text)[1].quantities if q.outcome == "injured"]


def test_the_father_of_four_has_four_children(read: Read) -> None:
    text = "Jan Novak, a 41-year-old father of four, was shot dead in Orsk."
    assert [q.counts for q in read(text)[1].quantities if q.value == 4] == ["children"]


def test_the_year_of_a_dateline_counts_nothing(read: Read) -> None:
    text = "LISK, 20 MAR 89 -- THE MURDER OF THREE JOURNALISTS IN ORSK SHOCKED THE COUNTRY."
    assert [q.value for q in read(text)[1].quantities if q.outcome == "killed"] == [3]


@pytest.mark.parametrize(
    ("text", "outcome", "value"),
    [
        ("The ferry sank off Orsk. Of the ferry's passengers 31 were missing. Divers went down.", "missing", 31),
        ("The bus fell into a gorge near Lisk. Of its 50 passengers 12 were killed.", "killed", 12),
    ],
)
def test_some_of_the_passengers_are_counted(read: Read, text: str, outcome: str, value: int) -> None:
    assert [q.value for q in read(text)[1].quantities if q.outcome == outcome] == [value]


def test_the_dead_of_a_murder_are_not_of_what_else_is_told(read: Read) -> None:
    text = "The murder of Nadia Petrov and her driver, the siege of Orsk and the curfew show the state of the land."
    reading = read(text)[1]
    dead = next(q for q in reading.quantities if q.outcome == "killed")
    assert dead.deed is not None
    assert reading.events[dead.deed].kind == "killing"


def test_nobody_is_hurt_by_what_was_not_meant(read: Read) -> None:
    found = only(read, "The driver did not want to hurt him, his lawyer said.")
    assert not any(q.value for q in found if q.outcome == "injured")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine climbers are known to have died.", [(9, "people killed", False)]),
        ("Six guards are believed to have been wounded.", [(6, "officers injured", False)]),
        ("Eleven people were ordered to leave.", [(11, "people", False)]),
        ("Eight people were shot, two of them fatally.", [(8, "people shot", False), (2, "people killed", False)]),
        (
            "Eight people were hurt, two of them critically.",
            [(8, "people injured", False), (2, "people injured", True)],
        ),
        ("Ten victims were treated in Orsk.", [(10, "people treated", False)]),
        ("Four of the wounded were in critical condition.", [(4, "people injured", True)]),
        ("None of the victims were the intended targets.", []),
        ("The dead included five children.", [(5, "children killed", True)]),
        (
            "Nine bodies were found, three of them children.",
            [(9, "people killed", False), (3, "children killed", True)],
        ),
        (
            "The storm killed nine people and forced 12,000 from their homes.",
            [(9, "people killed", False), (12000, "people displaced", False)],
        ),
        ("The party won 143 of the 250 seats.", [(143, "seats", True), (250, "seats", False)]),
        ("The party won 143 seats, 12 fewer than in 2017.", [(143, "seats", False)]),
        ("The firm will axe 600 posts.", [(600, "jobs cut", False)]),
        ("A barge carrying 54 people sank.", [(54, "people aboard", False)]),
        ("There were 71 passengers and crew on board.", [(71, "people aboard", False)]),
        ("The barge was licensed to carry 40 passengers.", [(40, "people", False)]),
        ("The tram carried 9,000 people a day.", [(9000, "people", False)]),
        ("The airline carried 12 million passengers last year.", [(12000000, "people", False)]),
        ("Firefighters carried 12 people out of the bank.", [(12, "people", False)]),
        ("Four remain in the hospital.", [(4, "people hospitalised", False)]),
        ("Four parties remain in the race.", [(4, "parties", False)]),
    ],
)
def test_wordings_of_what_is_counted(read: Read, text: str, expected: list[tuple[int, str, bool]]) -> None:
    assert [(q.value, q.counts, q.part) for q in only(read, text)] == expected


def test_a_rise_and_what_came_of_it_are_no_range(read: Read) -> None:
    assert [(q.value, q.unit) for q in only(read, "Spending rises by 6 billion to 58 billion euros.")] == [
        (6e9, "euros"),
        (58e9, "euros"),
    ]
    assert [(q.low, q.high) for q in only(read, "Prices rose by 2 to 3 percent.")] == [(2, 3)]
    assert [(q.low, q.high, q.unit) for q in only(read, "Rents will rise by 2 to 10 percent.")] == [(2, 10, "percent")]


def test_a_share_of_output_says_what_it_is(read: Read) -> None:
    assert [q.counts for q in only(read, "They planned a deficit of 2.8 percent of GDP.")] == ["deficit"]
