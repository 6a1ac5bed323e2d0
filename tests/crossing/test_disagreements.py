"""Where reports, or those whom they quote, cannot both be right; and where they can."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from crossread import pipeline
from crossread.crossing.disagreements.phrases import finder, matcher, oppositions
from crossread.records import Disagreement, Reading, Report

Read = Callable[..., tuple[Report, Reading]]


def disagreements(read: Read, *texts: str, days: tuple[date, ...] = ()) -> tuple[Disagreement, ...]:
    pairs = [read(t, days[n] if days else date(2031, 5, 8), f"{n}.txt") for n, t in enumerate(texts)]
    found = pipeline.cross([p[0] for p in pairs], [p[1] for p in pairs]).disagreements
    reports = {p[0].id: p[0].text for p in pairs}
    for d in found:
        assert len(d.sides) >= 2
        assert d.why
        for side in d.sides:
            assert all(reports[e.report][e.start : e.end] == e.text for e in side.evidence)
    return found


def test_two_speakers_give_different_numbers(read: Read) -> None:
    text = "Raid\n\nThe army said 40 missiles were launched and none were intercepted. "
    text += "Rebels said 12 missiles were shot down."
    (found,) = disagreements(read, text)
    assert found.kind == "figure"


def test_a_story_that_changed(read: Read) -> None:
    text = "Raid\n\nState television first blamed Velmora for the attack but now says Tarsk did it."
    assert [d.kind for d in disagreements(read, text)] == ["actor"]


def test_opposed_words_for_one_matter(read: Read) -> None:
    blast = "A bomb killed three soldiers at the base in Nairobi on Monday. "
    one = f"Base\n\n{blast}The troops are in Kenya at the government's invitation, the minister said."
    two = f"Base\n\n{blast}The party calls the presence of the troops in Kenya an occupation."
    (found,) = disagreements(read, one, two)
    assert found.kind == "characterisation"


def test_agreement_gives_no_disagreement(read: Read) -> None:
    one = "Blast\n\nThe explosion in the depot killed 12 people on Monday."
    two = "Depot\n\nTwelve people were killed in the explosion in the depot on Monday."
    assert disagreements(read, one, two) == ()


def test_a_growing_toll_is_no_disagreement(read: Read) -> None:
    one = "Blast\n\nThe explosion in the depot in Nairobi killed 12 people on Monday."
    two = "Depot\n\nThe explosion in the depot in Nairobi on Monday killed 19 people."
    assert disagreements(read, one, two, days=(date(2031, 5, 6), date(2031, 5, 9))) == ()


@pytest.mark.parametrize(
    ("phrase", "text", "matches"),
    [
        ("inadequa*", "it was inadequate", True),
        ("terror group*", "the anti-terror groups", False),
        ("found ... trace", "found no more trace of it", True),
        ("found ... trace", "found in the old green house a trace", False),
    ],
)
def test_phrases(phrase: str, text: str, matches: bool) -> None:
    assert (matcher((phrase,)).search(text) is not None) is matches


def test_every_pair_has_two_sides_without_common_phrases() -> None:
    for pair in oppositions().pairs:
        assert pair.first
        assert pair.second
        assert not set(pair.first) & set(pair.second)


def test_a_denied_attack(read: Read) -> None:
    one = "Raid\n\nKenya attacked the town of Moyale with rockets on Sunday, Ethiopia's government said."
    two = "Raid\n\nKenya denied attacking the town of Moyale with rockets on Sunday."
    assert {d.kind for d in disagreements(read, one, two)} <= {"actor", "happened"}


def test_what_is_negated_beside_a_deed_denies_nothing(read: Read) -> None:
    one = "Raid\n\nGunmen attacked a depot in Moyale on Sunday and killed two people."
    two = "Raid\n\nA baker said he did not see the attack on the depot in Moyale on Sunday, in which two died."
    assert disagreements(read, one, two) == ()


ATTACK = "Drones struck the harbour of Tarvela late on Monday, killing four people. "


def test_who_did_it_is_one_question_over_reports(read: Read) -> None:
    one = f"Harbour\n\n{ATTACK}No group has claimed responsibility. The Interior Ministry blamed the Karsten Brigade."
    two = f"Tarvela\n\n{ATTACK}The Karsten Brigade denied that it was behind the attack."
    found = [d for d in disagreements(read, one, two) if d.kind == "actor"]
    assert len(found) == 1
    said = {e.text for side in found[0].sides for e in side.evidence}
    assert any("blamed" in text for text in said)
    assert any("denied" in text for text in said)
    assert any("No group" in text for text in said)


def test_blame_that_nobody_answers_is_no_disagreement(read: Read) -> None:
    one = f"Harbour\n\n{ATTACK}No group has claimed responsibility. The Interior Ministry blamed the Karsten Brigade."
    two = f"Tarvela\n\n{ATTACK}The Interior Ministry holds the Karsten Brigade responsible."
    assert [d for d in disagreements(read, one, two) if d.kind == "actor"] == []


def test_an_accusation_of_something_else_is_not_about_the_deed(read: Read) -> None:
    text = f"Harbour\n\n{ATTACK}The Interior Ministry blamed the Karsten Brigade. "
    text += "The opposition accused the governor of hiding the costs."
    assert [d for d in disagreements(read, text) if d.kind == "actor"] == []


def test_a_doubted_claim(read: Read) -> None:
    one = f"Harbour\n\n{ATTACK}The Karsten Brigade claimed responsibility for the attack. "
    one += "Officials said there was no evidence that the group was involved in the attack."
    assert [d.kind for d in disagreements(read, one)] == ["actor"]


def test_motives_of_different_mouths(read: Read) -> None:
    one = f"Harbour\n\n{ATTACK}The brigade said that the attack was in retaliation for an air raid in April."
    two = f"Tarvela\n\n{ATTACK}The minister called the attack an act of terrorism."
    assert [d.about.split(":")[0] for d in disagreements(read, one, two)] == ["why it was done"]


def test_what_is_answered_has_no_motive(read: Read) -> None:
    one = f"Harbour\n\n{ATTACK}The country closed its ports in response to the attack."
    two = f"Tarvela\n\n{ATTACK}The minister called the attack an act of terrorism."
    assert disagreements(read, one, two) == ()


def test_phrases_are_found_in_one_walk_as_by_their_own_pattern() -> None:
    text = "first blamed them for the attack, but now says that it was staged and fiction"
    found = {(m.name, text[m.start : m.end]) for m in finder().find(text)}
    assert ("formerly", "first blamed") in found
    assert ("denying", "was staged") in found


def test_a_strike_staged_as_a_protest_is_no_invention(read: Read) -> None:
    one = "March\n\nThousands marched against the tax in Tarvela on Monday and attacked a guard post."
    two = "Tarvela\n\nThe march in Tarvela on Monday, in which a guard post was attacked, was staged as a protest."
    assert disagreements(read, one, two) == ()


def test_only_a_number_is_sound_or_unsound(read: Read) -> None:
    one = "Mill\n\nReliable witnesses said that the miller of Tarvela sang at the feast on Sunday."
    two = "Mill\n\nThe song that the miller of Tarvela sang at the feast on Sunday was controversial, a baker said."
    assert not [d for d in disagreements(read, one, two) if "number" in d.about]
