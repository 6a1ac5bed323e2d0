"""Actors of two small invented stories: what belongs to one actor is not split, what belongs to two is not merged."""

from __future__ import annotations

import re
from datetime import date

import msgspec
import pytest

from crossread.crossing.actors.merging import merge_actors
from crossread.records import Mention, MentionType, Published, Reading, Report, WordingMention
from crossread.spans import must_quote

KINDS: dict[str, MentionType] = {
    "P": "person", "G": "armed group", "V": "government", "O": "organisation", "C": "company", "L": "place",
}  # fmt: skip
DAY = date(2019, 5, 6)
MARK = re.compile(r"\[([A-Z]) ([^\]]+)\]")
Story = tuple[tuple[Report, Reading], ...]


def marked(report_id: str, told: str) -> tuple[Report, Reading]:
    """A report whose mentions are marked: "[P Ada Wekesa]"; a mark whose last word is small is a description."""
    text, marks, at = "", [], 0
    for found in MARK.finditer(told):
        text += told[at : found.start()]
        marks.append((len(text), found[2], KINDS[found[1]]))
        text, at = text + found[2], found.end()
    report = Report(id=report_id, source=f"{report_id}.txt", text=text + told[at:])
    mentions = [
        Mention(must_quote(report, start, start + len(words)), kind, words.split()[-1][0].isupper())
        for start, words, kind in marks
    ]
    return report, Reading(report_id, (), tuple(mentions))


def actors(story: Story) -> dict[str, str]:
    """For "report: words" the id of the actor who is meant."""
    merged = merge_actors(tuple(r for r, _ in story), tuple(r for _, r in story))
    return {
        f"{report.id}: {reading.mentions[i].span.text}": merged.of[report.id, i]
        for report, reading in story
        for i, mention in enumerate(reading.mentions)
        if mention.type != "place"
    }


STRIKE: Story = (
    marked(
        "ledger",
        "The [O Dockers' Federation of the Reed Coast] ([O FEDOREC]) and the [O Union of Pilots and Tugmen] ([O UPT]) "
        "will strike, [P Ines Varga Montoya] said. [O Fedorec] speaks for 900, [P Varga] said. "
        "[C Brackwater Lines Ltd] called it reckless. [C Brackwater] has six ships. [P Li Wenguang] of the "
        "[O Harbour Workers Party] ([O PTP]) came with [P Li]'s friends in the [O Party].",
    ),
    marked(
        "gazette",
        "[P Ines Varga] of [O FEDOREC] met [P Tomas Wren]. [P Tomas] is with the [O UPT]; the [O PTP] was absent.",
    ),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ledger: Dockers' Federation of the Reed Coast", "ledger: Fedorec"),
        ("ledger: Dockers' Federation of the Reed Coast", "gazette: FEDOREC"),
        ("ledger: Union of Pilots and Tugmen", "gazette: UPT"),
        ("ledger: Harbour Workers Party", "gazette: PTP"),
        ("ledger: Harbour Workers Party", "ledger: Party"),
        ("ledger: Brackwater Lines Ltd", "ledger: Brackwater"),
        ("ledger: Ines Varga Montoya", "ledger: Varga"),
        ("ledger: Ines Varga Montoya", "gazette: Ines Varga"),
        ("ledger: Li Wenguang", "ledger: Li"),
        ("gazette: Tomas Wren", "gazette: Tomas"),
    ],
)
def test_short_names_that_a_report_explains_are_not_split(one: str, other: str) -> None:
    of = actors(STRIKE)
    assert of[one] == of[other]


FLOOD_AND_TRIAL: Story = (
    marked(
        "flood",
        "[P Marta Oyelan] of the [O Lake Basin Rescue Society] said the [V Interior Ministry] was late. [P Soren] lost "
        "his house; [P Soren] praised the [O Society]. "
        "[P Pell] sent boats. The [O Society] thanked the [V Supreme Court].",
    ),
    marked(
        "trial",
        "[P Anton Pell] told the [V Supreme Court] that the [V Interior Ministry] paid [P Soren]. "
        "The [G Free Lake Front] "
        "and the [G Free Lake Youth Front] denied it. The [O Chess Society] and the [O Choir Society] went home.",
    ),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("flood: Interior Ministry", "trial: Interior Ministry"),
        ("flood: Supreme Court", "trial: Supreme Court"),
        ("flood: Soren", "trial: Soren"),
        ("flood: Pell", "trial: Anton Pell"),
        ("flood: Society", "trial: Chess Society"),
        ("trial: Free Lake Front", "trial: Free Lake Youth Front"),
    ],
)
def test_namesakes_of_two_stories_and_parts_of_groups_are_not_merged(one: str, other: str) -> None:
    of = actors(FLOOD_AND_TRIAL)
    assert of[one] != of[other]


def test_an_office_of_a_country_is_who_held_it_when_the_report_came_out() -> None:
    report, reading = marked("a", "The [P French president] met [P Emmanuel Macron]; a [P former French president].")
    story = ((msgspec.structs.replace(report, published=Published(DAY, DAY, "text")), reading),)
    of = actors(story)
    assert of["a: French president"] == of["a: Emmanuel Macron"] != of["a: former French president"]


def test_police_of_a_town_are_one_by_whatever_ending() -> None:
    of = actors((marked("a", "The [O Brackwater Police Department] and [V Brackwater Police]; the [O BPD]."),))
    assert len(set(of.values())) == 1


def test_a_senate_is_no_country_s_in_particular_where_that_country_is_not_told_of() -> None:
    of = actors(
        (
            marked("home", "The [V Senate] met in [L Washington]."),
            marked("away", "The [V Valdoria Senate] met [P Ada Wekesa]; the [V Senate] voted."),
        )
    )
    assert of["home: Senate"] != of["away: Senate"] == of["away: Valdoria Senate"]


FERRY: Story = (
    marked(
        "herald",
        "A ferry sank off [L Tal Island], the [V Coast Guard] said. [P Ana Reyes] of the guard wept. "
        "[C Maro Lines Ltd.] and the [V Ministry of Fisheries] helped; the "
        "[V Kenyan Air Force] sent a plane. The [O Union of Fishermen] "
        "and the [O Bank of Maro] gave money.",
    ),
    marked(
        "post",
        "Divers searched off [L Tal Island], [P Reyes] said. The [V U.S. Coast Guard] and the [V Fisheries Ministry] "
        "met [C Maro Lines Limited]. The [V Air Force] left. The [O Fishermen Union Federation] mourned.",
    ),
    marked(
        "mail",
        "[V Coastguard] boats came back to [L Tal Island], Capt. [P A. Reyes] told the [C Maro Lines] office. "
        "[P Maro Lines] paid.",
    ),
    marked(
        "other",
        "The [V Air Force] bombed the hills of [L Sarn], [P Boris Reyes] said.",
    ),
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("herald: Ana Reyes", "post: Reyes", True),  # one story: they share an island and a company
        ("herald: Ana Reyes", "mail: A. Reyes", True),
        ("herald: Ana Reyes", "other: Boris Reyes", False),
        ("herald: Maro Lines Ltd.", "post: Maro Lines Limited", True),
        ("herald: Maro Lines Ltd.", "mail: Maro Lines", True),
        ("herald: Coast Guard", "post: U.S. Coast Guard", True),
        ("herald: Coast Guard", "mail: Coastguard", True),
        ("herald: Ministry of Fisheries", "post: Fisheries Ministry", True),
        ("herald: Kenyan Air Force", "post: Air Force", True),
        ("herald: Kenyan Air Force", "other: Air Force", False),
        ("herald: Union of Fishermen", "post: Fishermen Union Federation", False),
    ],
)
def test_one_body_named_in_several_ways(one: str, other: str, same: bool) -> None:
    of = actors(FERRY)
    assert (of[one] == of[other]) is same


def test_an_initial_that_two_of_a_surname_have_is_neither() -> None:
    """The second name counts too: "Per Anna Lind" may be A. Lind."""
    one = "[P Per Anna Lind] and [P Axel Lind] came to [L Norvik] with [P Juno Holm], said [P Rut Sandel]."
    other = "[P A. Lind] came to [L Norvik] with [P Juno Holm], said [P Rut Sandel]."
    found = actors((marked("herald", one), marked("mail", other)))
    assert found["mail: A. Lind"] not in (found["herald: Axel Lind"], found["herald: Per Anna Lind"])


QUAY: Story = (
    marked(
        "herald",
        "The [V Valdorian defence ministry] and [P Ada Wekesa] spoke in [L Quay] to [P Tomas Wren]. The [V army].",
    ),
    marked("radio", "The [V defence ministry] answered [P Ada Wekesa] in [L Quay]. [P Tomas Wren] left."),
    marked("far", "The [V defence ministry] met [P Lin Sato]."),
)


def test_a_ministry_is_the_one_that_its_story_names_in_full() -> None:
    of = actors(QUAY)
    assert of["herald: Valdorian defence ministry"] == of["radio: defence ministry"] != of["far: defence ministry"]


def test_one_side_s_word_names_nobody_whom_another_word_names_as_fully() -> None:
    report, reading = marked(
        "a", "The [V regime] shut the road. The [V regime] fell silent. The [V government] did not."
    )
    loaded = WordingMention("regime", "regime", reading.mentions[0].span, 0, None, "outlet")
    other = WordingMention("regime", "regime", reading.mentions[1].span, 1, None, "outlet")
    merged = merge_actors((report,), (msgspec.structs.replace(reading, wording=(loaded, other)),))
    assert [actor.name for actor in merged.actors] == ["government"]
